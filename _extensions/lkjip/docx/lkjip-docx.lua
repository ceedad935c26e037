-- Rupa LKjIP dalam Word, dari Quarto maupun perender bawaan: judul bergaya nomor, judul tabel sebagai
-- paragraf (bukan tabel 1x1), halaman mendatar, gambar PNG dari notebook, tanda tangan. Selebihnya
-- (sampul, daftar, bagian, nomor sebagai bidang) dirapikan oleh lkjip_analysis.rendering.word.

local appendix = false
local chapter = ""
local notebooks = {}
local draft, day, comments = false, "", 0

-- Naskah draf atau bukan, dan tanggalnya.
local function settings(meta)
  local own = meta.lkjip or {}
  draft, day = own.draf == true, pandoc.utils.stringify(own.tanggal or "") .. "T00:00:00Z"
end

local function raw(code)
  return pandoc.RawBlock("openxml", code)
end

local function styled(style, content)
  return pandoc.Div(content, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

local function opens_appendix(el)
  local state = quarto and quarto.doc.file_metadata()
  return el.classes:includes("lkjip-lampiran") or state and state.file
    and state.file.bookItemType == "appendix" and el.classes:includes("unnumbered")
end

-- Akhir sebuah bagian; ukuran halaman dan tepinya ditulis rendering/word/sections.py.
local function section(landscape)
  local turned = landscape and ' w:orient="landscape"' or ""
  return raw('<w:p><w:pPr><w:pStyle w:val="BatasBagian"/><w:sectPr><w:pgSz' .. turned
    .. '/></w:sectPr></w:pPr></w:p>')
end

-- Sebuah judul: paragraf dengan gaya yang menomori dirinya, atau gaya tanpa nomor. Kepala halaman
-- mengulang tulisan bergaya "Judul Bab".
local function head(style, level, content, identifier)
  local title = pandoc.Span(content, pandoc.Attr(identifier))
  if level == 1 then
    title = pandoc.Span({ title }, pandoc.Attr("", {}, { ["custom-style"] = "Judul Bab" }))
  end
  return styled(style .. " " .. level, { pandoc.Para({ title }) })
end

-- Quarto menulis "1. Judul", "1.1 Judul", dan "Lampiran A — Judul"; nomor itu dilepas di sini.
local function without_number(el)
  local rest, found = pandoc.Inlines({}), false
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
  return found and rest or el.content
end

local function header(el)
  if el.level == 1 and opens_appendix(el) then
    appendix = true
    return {}
  end
  local number = el.attributes["number"]
  if el.classes:includes("unnumbered") or quarto and not number then
    -- Di halaman depan setiap judul membuka halamannya sendiri.
    local front = chapter == "" and not appendix and el.level > 1
    return head("Judul Tanpa Nomor", front and el.level - 1 or el.level, el.content, el.identifier)
  end
  if el.level == 1 then
    chapter = number or "bab"
  end
  return head(appendix and "Judul Lampiran" or "Heading", el.level,
    quarto and without_number(el) or el.content, el.identifier)
end

local function link(el)
  if el.classes:includes("quarto-xref") then
    local word, number = pandoc.utils.stringify(el.content):match("^(%a+)\u{a0}(%d+)$")
    if word == "Bab" then
      el.content = { pandoc.Str("Bab\u{a0}" .. pandoc.utils.to_roman_numeral(tonumber(number))) }
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

local function captioned(is_table, identifier, label, caption, content)
  local words = pandoc.Inlines({ pandoc.Span(label, pandoc.Attr(identifier)), pandoc.Str("\u{2002}") })
  words:extend(caption)
  if is_table then
    return pandoc.Blocks({ styled("Table Caption", { pandoc.Para(words) }) }) .. content
  end
  return { styled("Captioned Figure", content), styled("Image Caption", { pandoc.Para(words) }) }
end

local function float(node)
  local is_table = node.type == "Table"
  local order = node.order or {}
  local label = (is_table and "Tabel " or "Gambar ") .. (chapter == "" and "" or chapter .. ".")
    .. tostring(order.order or 1)
  local caption = node.caption_long and quarto.utils.as_inlines(node.caption_long) or {}
  local content = quarto.utils.as_blocks(node.content)
  if not is_table then
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
  end
  return captioned(is_table, node.identifier, label, caption, content)
end

local function box(title, content)
  return { styled("Judul Kotak", { pandoc.Para(title) }), styled("Kotak", content) }
end

local function callout(node)
  return box(node.title and quarto.utils.as_inlines(node.title) or pandoc.Inlines({}),
    quarto.utils.as_blocks(node.content))
end

local function introduction(el)
  local first = el.content[1]
  if not first then
    return {} -- teks yang belum ditulis
  elseif first.t == "Para" and #first.content == 1 and first.content[1].t == "Strong" then
    return styled("Judul Kecil", { pandoc.Para(first.content[1].content) })
  end
  return styled("Pengantar", el.content)
end

local function div(el)
  if el.classes:includes("landscape") then
    local blocks = pandoc.Blocks({ section(false) })
    blocks:extend(el.content)
    blocks:insert(section(true))
    return blocks
  elseif el.classes:includes("pengantar") then
    return introduction(el)
  elseif el.classes:includes("catatan-tabel") then
    return styled("Catatan Tabel", el.content)
  elseif el.classes:includes("tanda-tangan") then
    local head = el.content:clone()
    local last = head:remove(#head)
    if #head == 0 then
      return styled("Tanda Tangan", { last })
    end
    return { styled("Tanda Tangan", head), styled("Tanda Tangan Nama", { last }) }
  elseif el.classes:includes("lkjip-float") then
    local caption = el.content:remove(1).content[1].content
    return captioned(el.identifier:find("^tbl") ~= nil, el.identifier, el.attributes["nomor"], caption,
      el.content)
  elseif el.classes:includes("kotak") then
    local title = el.content:remove(1)
    return box(title.content, el.content)
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

-- Gambar tanpa judul dan nomor: teks alternatifnya, dan PNG yang disiapkan di sebelah SVG-nya, sebab
-- Word tidak menampilkan SVG tanpa PNG.
local function image(el)
  local said = el.attributes["fig-alt"] or el.attributes["alt"]
  if said and #el.caption == 0 then
    el.caption = { pandoc.Str(said) }
    el.attributes["alt"] = nil
  end
  local file = el.src:find("%.svg$") and io.open(el.src .. ".png", "rb")
  if file then
    file:close()
    el.src = el.src .. ".png"
  end
  return el
end

-- Teks sendiri sebuah unit (narasi) ditandai di Word, supaya koreksi di sana dapat dibawa kembali ke datanya.
-- Di naskah draf sebab sebuah keraguan menjadi komentar, pada tandanya yang pertama.
local marked = {}
local function span(el)
  local row, why = el.attributes["baris"], el.attributes["title"]
  if el.classes:includes("narasi") and row and not marked[row] then
    marked[row] = true
    el.identifier = "narasi_" .. row
    return el
  elseif draft and el.classes:includes("ragu") and why and not marked[why] then
    marked[why], comments = true, comments + 1
    local said = { id = tostring(comments), author = "Pemeriksaan data", initials = "PD", date = day }
    return { pandoc.Span({ pandoc.Str(why) }, pandoc.Attr("", { "comment-start" }, said)), el,
      pandoc.Span({}, pandoc.Attr("", { "comment-end" }, { id = said.id })) }
  end
end

local look = { Header = header, Div = div, Span = span }
if not quarto then
  return { { Meta = settings }, look }
end
look.Link, look.Image, look.FloatRefTarget, look.Callout = link, image, float, callout
return {
  { Div = notebook, Meta = settings },
  quarto.utils.combineFilters({ quarto.utils.file_metadata_filter(), look }),
}
