-- Word dari Quarto: judul bergaya nomor, judul tabel sebagai paragraf (bukan tabel 1x1), halaman
-- mendatar, gambar PNG dari notebook, tanda tangan. Selebihnya (sampul, daftar, bagian, nomor sebagai
-- bidang, lebar kolom) dirapikan oleh lkjip_analysis.rendering.polish_docx.

local appendix = false
local chapter = ""
local notebooks = {}

local function raw(code)
  return pandoc.RawBlock("openxml", code)
end

local function styled(style, content)
  return pandoc.Div(content, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

local function roman(number)
  local result = ""
  for _, pair in ipairs({ { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } }) do
    while number >= pair[1] do
      result = result .. pair[2]
      number = number - pair[1]
    end
  end
  return result
end

local function item_type()
  local state = quarto.doc.file_metadata()
  return state and state.file and state.file.bookItemType
end

local function section(landscape)
  local width, height, turned = 11906, 16838, ""
  if landscape then
    width, height, turned = 16838, 11906, ' w:orient="landscape"'
  end
  return raw('<w:p><w:pPr><w:pStyle w:val="BatasBagian"/>'
    .. '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="' .. width .. '" w:h="' .. height .. '"'
    .. turned .. '/><w:pgMar w:top="1701" w:right="1701" w:bottom="1701" w:left="2268"'
    .. ' w:header="850" w:footer="850" w:gutter="0"/><w:pgNumType w:fmt="decimal"/></w:sectPr>'
    .. '</w:pPr></w:p>')
end

-- Sebuah judul: paragraf dengan gaya yang menomori dirinya, atau gaya tanpa nomor.
local function head(style, level, content, identifier)
  local title = pandoc.Span(content, pandoc.Attr(identifier))
  return styled(style .. " " .. level, { pandoc.Para({ title }) })
end

-- Quarto menulis "1. Judul", "1.1 Judul", dan "Lampiran A — Judul"; nomor itu dilepas di sini.
local function header(el)
  if el.level == 1 and item_type() == "appendix" and el.classes:includes("unnumbered") then
    appendix = true
    return {}
  end
  local number = el.attributes["number"]
  if not number or el.classes:includes("unnumbered") then
    -- Di halaman depan setiap judul membuka halamannya sendiri.
    local front = chapter == "" and not appendix and el.level > 1
    return head("Judul Tanpa Nomor", front and el.level - 1 or el.level, el.content, el.identifier)
  end
  if el.level == 1 then
    chapter = number
  end
  local rest = pandoc.Inlines({})
  local found = false
  for _, inline in ipairs(el.content) do
    if found then
      rest:insert(inline)
    elseif el.level > 1 and inline.t == "Space" then
      found = true
    elseif el.level == 1 and inline.t == "Str" and (inline.text:match("^%. ?$")
        or inline.text:match("—")) then
      found = true
    end
  end
  while #rest > 0 and rest[1].t == "Space" do
    rest:remove(1)
  end
  return head(appendix and "Judul Lampiran" or "Heading", el.level,
    found and rest or el.content, el.identifier)
end

local function link(el)
  if el.classes:includes("quarto-xref") then
    local word, number = pandoc.utils.stringify(el.content):match("^(%a+)\u{a0}(%d+)$")
    if word == "Bab" then
      el.content = { pandoc.Str("Bab\u{a0}" .. roman(tonumber(number))) }
      return el
    end
  end
end

local function joined(text)
  return type(text) == "table" and table.concat(text) or text or ""
end

local function png_of(cell)
  for _, output in ipairs(cell.outputs or {}) do
    if output.data and output.data["image/png"] then
      return quarto.base64.decode(joined(output.data["image/png"]))
    end
  end
end

-- PNG yang disimpan di notebook untuk sebuah gambar, dimasukkan ke berkas Word.
local function stored_png(label)
  for _, cells in pairs(notebooks) do
    for _, cell in ipairs(cells) do
      if joined(cell.source):match('#| label: "?([%w-]+)') == label then
        local png = png_of(cell)
        if png then
          pandoc.mediabag.insert(label .. ".png", "image/png", png)
          return label .. ".png"
        end
      end
    end
  end
end

local function float(node)
  local word = node.type == "Table" and "Tabel" or "Gambar"
  local order = node.order or {}
  local prefix = chapter == "" and "" or chapter .. "."
  local label = pandoc.Span({ pandoc.Str(word .. " " .. prefix .. tostring(order.order or 1)) },
    pandoc.Attr(node.identifier))
  local caption = pandoc.Inlines({ label, pandoc.Str("\u{2002}") })
  if node.caption_long then
    caption = caption .. quarto.utils.as_inlines(node.caption_long)
  end
  local content = quarto.utils.as_blocks(node.content)
  if node.type == "Table" then
    return pandoc.Blocks({ styled("Table Caption", { pandoc.Para(caption) }) }) .. content
  end
  local png = stored_png(node.identifier)
  content = content:walk({
    Image = function(image)
      image.src = png or image.src
      image.caption = { pandoc.Str(image.attributes["fig-alt"] or "") }
      image.attributes["alt"] = nil
      return image
    end,
    Plain = function(plain)
      return pandoc.Para(plain.content)
    end,
  })
  return { styled("Captioned Figure", content), styled("Image Caption", { pandoc.Para(caption) }) }
end

local function callout(node)
  local title = node.title and quarto.utils.as_inlines(node.title) or pandoc.Inlines({})
  return { styled("Judul Kotak", { pandoc.Para(title) }),
    styled("Kotak", quarto.utils.as_blocks(node.content)) }
end

local function div(el)
  if el.classes:includes("landscape") then
    local blocks = pandoc.Blocks({ section(false) })
    blocks:extend(el.content)
    blocks:insert(section(true))
    return blocks
  elseif el.classes:includes("catatan-tabel") then
    return styled("Catatan Tabel", el.content)
  elseif el.classes:includes("tanda-tangan") then
    local head = el.content:clone()
    local last = head:remove(#head)
    if #head == 0 then
      return styled("Tanda Tangan", { last })
    end
    return { styled("Tanda Tangan", head), styled("Tanda Tangan Nama", { last }) }
  end
end

-- Semua notebook yang dipakai buku, masing-masing dibaca sekali.
local function notebook(el)
  local path = el.attributes["notebook"]
  if path and not notebooks[path] then
    local file = io.open(path, "r")
    notebooks[path] = file and quarto.json.decode(file:read("a")).cells or {}
    if file then
      file:close()
    end
  end
end

return {
  { Div = notebook },
  quarto.utils.combineFilters({
    quarto.utils.file_metadata_filter(),
    { Header = header, Link = link, Div = div, FloatRefTarget = float,
      Callout = callout },
  }),
}
