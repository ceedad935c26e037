-- Rupa LKjIP dalam Typst, dari Quarto maupun perender bawaan: halaman romawi lalu arab, lampiran,
-- kepala tabel, tanda tangan, catatan tabel, tanda yang bagi Typst berarti lain.

local started = false

local function raw(code)
  return pandoc.RawBlock("typst", code)
end

local function opens_appendix(el)
  local state = quarto and quarto.doc.file_metadata()
  return el.classes:includes("lkjip-lampiran") or state and state.file
    and state.file.bookItemType == "appendix" and el.classes:includes("unnumbered")
end

local function header(el)
  if not started and el.level > 1 then
    -- Di halaman depan setiap judul membuka halamannya sendiri.
    el.level = el.level - 1
    return el
  end
  if el.level ~= 1 then
    return nil
  end
  if opens_appendix(el) then
    return raw("#show: isi-lampiran")
  end
  if not started and not el.classes:includes("unnumbered") then
    started = true
    return { raw("#show: isi-utama"), el }
  end
end

local function call(name, content, ending)
  local blocks = pandoc.Blocks({ raw("#" .. name .. "[") })
  blocks:extend(content)
  blocks:insert(raw(ending or "]"))
  return blocks
end

local function signature(el)
  local content = el.content:clone()
  if #content > 1 then
    content:insert(#content, raw("#ruang-tanda-tangan"))
  end
  return call("tanda-tangan", content)
end

-- Isi blok tanpa #block[...], yang hanya selebar barisnya yang terpanjang sehingga paragraf tidak
-- sampai ke tepi.
local function unwrap(el)
  local content = el.content:clone()
  if el.identifier ~= "" then
    content:insert(1, raw("#metadata(none) <" .. el.identifier .. ">"))
  end
  return content
end

-- Apungan dan kotak sebagaimana Quarto menulisnya.
local function float(el)
  local kind = el.identifier:sub(1, 3)
  local caption = pandoc.Inlines({ pandoc.RawInline("typst", "], caption: [") })
  caption:extend(el.content:remove(1).content[1].content)
  caption:insert(pandoc.RawInline("typst",
    '], kind: "quarto-float-' .. kind .. '") <' .. el.identifier .. ">"))
  local blocks = pandoc.Blocks({ raw("#figure([") })
  blocks:extend(el.content)
  blocks:insert(pandoc.Plain(caption))
  return blocks
end

local function box(el)
  local title = pandoc.Inlines({ pandoc.RawInline("typst", "#callout(title: [") })
  title:extend(el.content:remove(1).content)
  title:insert(pandoc.RawInline("typst", "], body: ["))
  local blocks = pandoc.Blocks({ pandoc.Plain(title) })
  blocks:extend(el.content)
  blocks:insert(raw("])"))
  return blocks
end

local makers = {
  ["pengantar"] = function(el) return call("lengket", el.content) end,
  ["lembar"] = function(el) return call("lembar", el.content) end,
  ["tanda-tangan"] = signature,
  ["halaman-naskah"] = function(el) return call("halaman-naskah", el.content) end,
  ["catatan-tabel"] = function(el) return call("catatan-tabel", el.content) end,
}
if quarto then
  for _, name in ipairs({ "cell", "cell-output", "cell-output-display", "quarto-embed-nb-cell" }) do
    makers[name] = unwrap
  end
else
  makers["lkjip-keterangan"] = function(el) return el end
  makers["lkjip-float"] = float
  makers["kotak"] = box
  -- Pembukanya, tanpa kalimat pengantar tabel, mengisi halaman tegak yang masih hampir kosong.
  local turned = 0
  makers["landscape"] = function(el)
    local first, opens = 1, el.content[1] and el.content[1].level == 1
    while not opens and el.content[first] and (el.content[first].t == "Header" or el.content[first].t == "Para") do
      first = first + 1
    end
    turned = turned + 1
    local at = "mendatar-" .. turned
    local opening = { raw("#let pembuka = [") }
    for i = 1, first - 1 do
      opening[i + 1] = el.content:remove(1)
    end
    return pandoc.Blocks(opening) .. {
      raw("]\n#metadata(none) <" .. at .. ">\n#context if hampir-kosong(<" .. at .. ">) { pembuka }\n"
        .. "#set page(flipped: true)\n#context if not hampir-kosong(<" .. at .. ">) { pembuka }"),
    } .. el.content .. { raw("#set page(flipped: false)") }
  end
end

local function div(el)
  for _, name in ipairs(el.classes) do
    if makers[name] then
      return makers[name](el)
    end
  end
  return not quarto and unwrap(el) or nil
end

-- Kata yang lebih panjang daripada kolom mana pun boleh dipenggal, sesudah tandanya atau di mana saja: nama
-- berkas, kode. Tautan dipenggal Typst sendiri, tanpa tanda yang ikut tersalin; bilangan (berspasi tetap) tidak.
local LONG, BREAK = 30, utf8.char(0x200B)
local function breakable(el)
  local text = el.text
  if utf8.len(text) <= LONG or text:find("://", 1, true) or text:find("^www%.") or text:find("\u{A0}") then
    return nil
  end
  local letters, out = 0, {}
  for _, code in utf8.codes((text:gsub("[/?&=_.%-]", "%0" .. BREAK))) do
    letters = code == 0x200B and 0 or letters + 1
    if letters > LONG then
      out[#out + 1] = BREAK
      letters = 1
    end
    out[#out + 1] = utf8.char(code)
  end
  return pandoc.Str(table.concat(out))
end

local function table_look(el)
  if not quarto then
    el.classes:insert("typst:no-figure")
  end
  for _, row in ipairs(el.head.rows) do
    for _, cell in ipairs(row.cells) do
      cell.attributes["typst:fill"] = cell.attributes["typst:fill"] or "abu-kepala"
    end
  end
  return el:walk({ Str = breakable })
end

-- Daftar bernomor di dalam daftar berhuruf memakai angkanya sendiri.
local function ordered(el)
  if el.start == 1 and (el.style == "Decimal" or el.style == "DefaultStyle") then
    return { raw('#[\n#set enum(numbering: "1.")'), el, raw("]") }
  end
end

-- Tanda yang bagi Typst garis pisah, elipsis, butir daftar, istilah, atau judul, dan di awal sel tidak
-- dilindungi pandoc.
local function literal(el)
  local text = el.text
  if text:find("^[=/]+$") then
    return pandoc.RawInline("typst", "\\" .. text)
  end
  if text ~= "-" and text ~= "+" and not text:find("%-[-?]") and not text:find("..", 1, true) then
    return nil
  end
  local safe, start = pandoc.Inlines({}), 1
  for at = 1, #text do
    local letter, last, after = text:sub(at, at), text:sub(at - 1, at - 1), text:sub(at + 1, at + 1)
    if #text == 1 or letter == "-" and (last == "-" or after == "?") or letter == "." and last == "." then
      if at > start then
        safe:insert(pandoc.Str(text:sub(start, at - 1)))
      end
      safe:insert(pandoc.RawInline("typst", "\\" .. letter))
      start = at + 1
    end
  end
  if start <= #text then
    safe:insert(pandoc.Str(text:sub(start)))
  end
  return safe
end

local function quoted(text)
  return '"' .. text:gsub('[\\"]', "\\%0") .. '"'
end

local function image(el)
  local alt = el.attributes["fig-alt"] or pandoc.utils.stringify(el.caption)
  local width = (el.attributes["width"] or ""):match("^[%d.]+%%?[cmipnt]*$")
  return pandoc.RawInline("typst", "#image(" .. quoted(el.src) .. ", alt: " .. quoted(alt)
    .. (width and ", width: " .. width or "") .. ")")
end

local look = { Header = header, Div = div, Table = table_look, OrderedList = ordered,
  Str = literal, Image = not quarto and image or nil }
if not quarto then
  return { look }
end
-- Quarto menulis judulnya pada baris sendiri, sehingga berjarak dua kali dari nomornya, juga di daftar.
look.FloatRefTarget = function(node)
  local content = quarto.utils.as_blocks(node.content):walk({
    Table = function(el)
      el.classes:insert("typst:no-figure")
      return el
    end,
  })
  local caption = node.caption_long and quarto.utils.as_inlines(node.caption_long) or {}
  content:insert(1, pandoc.Div({ pandoc.Plain(caption) }))
  return float(pandoc.Div(content, pandoc.Attr(node.identifier)))
end
return quarto.utils.combineFilters({ quarto.utils.file_metadata_filter(), look })
