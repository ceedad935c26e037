-- Yang dikerjakan Quarto sendiri, untuk perender bawaan: blok bersyarat, judul kotak, ganti halaman,
-- dan blok mentah format lain.

local own = { typst = "typst", docx = "openxml" }
local page_breaks = {
  typst = "#pagebreak(weak: true)",
  docx = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
}
-- Judul kotak: judul pertamanya, atau opsi "title"; menjadi blok pertamanya.
local function titled(el)
  local first = el.content[1]
  if first and first.t == "Header" then
    el.content[1] = pandoc.Plain(first.content)
  else
    el.content:insert(1, pandoc.Plain({ pandoc.Str(el.attributes["title"] or "") }))
  end
  el.classes = { "kotak" }
  return el
end

local function div(el)
  local wanted = el.attributes["when-format"]
  if el.classes:includes("content-visible") then
    return wanted == FORMAT and el.content or {}
  elseif el.classes:includes("content-hidden") then
    return wanted ~= FORMAT and el.content or {}
  elseif el.classes:includes("lkjip-halaman-baru") then
    return pandoc.RawBlock(own[FORMAT], page_breaks[FORMAT])
  end
  if el.classes:find_if(function(name) return name:find("^callout%-") end) then
    return titled(el)
  end
end

local function raw(el)
  if el.format ~= own[FORMAT] and not (el.format == "html" and el.text:find("<table")) then
    return {}
  end
end

return { { Div = div, RawBlock = raw } }
