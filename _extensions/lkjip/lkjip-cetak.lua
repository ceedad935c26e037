-- Sebelum PDF dan Word ditulis, oleh Quarto maupun perender bawaan: tabel HTML dari notebook menjadi
-- tabel asli (catatan dan tanda seperti < & tetap), pembuka bab ikut halaman mendatar yang
-- diantarnya, dan pengantar (blok .pengantar) ikut halaman yang diantarnya.

-- Tabel laporan sendiri sudah dibaca perender bawaan (rendering/table_reader.py): lebih cepat.
local function raw_block(el)
  if el.format == "html" and el.text:find("<table") then
    local plain = el.text:gsub('<th([^>]*) scope="row"([^>]*)>(.-)</th>', "<td%1%2>%3</td>")
    return pandoc.read(plain, "html").blocks
  end
end

local function bold(row)
  for _, cell in ipairs(row.cells) do
    for _, block in ipairs(cell.contents) do
      if (block.t == "Plain" or block.t == "Para") and #block.content > 0 then
        block.content = { pandoc.Strong(block.content) }
      end
    end
  end
end

-- Gaya yang diberikan seseorang kepada sel (great-tables: tab_style): tebal dan miring sebagai
-- tulisannya; latar dan warna sebagai sifat sel Typst, dan bagi Word sebagai tanda yang dipindahkan
-- ke selnya (rendering/word/tables.py).
local function look(cell)
  local given = {}
  for name, value in (cell.attributes["style"] or ""):gmatch("([%a-]+):%s*([^;]+)") do
    given[name] = (not name:find("color") or value:find("^#%x%x%x%x%x%x$")) and value or nil
  end
  if not next(given) then
    return -- setiap sifat yang ditulis ke sel memakan waktu, dan hampir semua sel tidak bergaya
  end
  cell.attributes["style"] = nil
  local fill, colour = given["background-color"], given["color"]
  for _, block in ipairs(cell.contents) do
    if block.t == "Plain" or block.t == "Para" then
      block.content = given["font-weight"] == "bold" and { pandoc.Strong(block.content) } or block.content
      block.content = given["font-style"] == "italic" and { pandoc.Emph(block.content) } or block.content
    end
  end
  if FORMAT == "docx" and (fill or colour) then
    local code = '<w:r><w:rPr><w:rStyle w:val="GayaSel"/>'
      .. (colour and '<w:color w:val="' .. colour:sub(2) .. '"/>' or "")
      .. (fill and '<w:shd w:val="clear" w:color="auto" w:fill="' .. fill:sub(2) .. '"/>' or "")
    local first = cell.contents[1] or pandoc.Plain({})
    if first.t == "Plain" or first.t == "Para" then
      local noted = pandoc.Inlines({ pandoc.RawInline("openxml", code .. "</w:rPr></w:r>") })
      noted:extend(first.content)
      first.content = noted
      cell.contents = { first, table.unpack(cell.contents, 2) }
    end
  end
  cell.attributes["typst:fill"] = fill and 'rgb("' .. fill .. '")'
  cell.attributes["typst:text:fill"] = colour and 'rgb("' .. colour .. '")'
end

local function looks(row)
  for _, cell in ipairs(row.cells) do
    look(cell)
  end
end

-- Kepala dan jumlah tebal; baris untuk halaman web saja tidak dicetak.
local function mark(el)
  el.identifier = ""
  for _, row in ipairs(el.head.rows) do
    looks(row)
    bold(row)
  end
  for _, body in ipairs(el.bodies) do
    body.body = body.body:filter(function(row)
      return not row.classes:includes("hanya-web")
    end)
    for _, row in ipairs(body.body) do
      looks(row)
      if row.classes:includes("jumlah") then
        bold(row)
      end
    end
  end
  return el
end

-- Dicetak lebih dahulu (blok .cetak-dahulu), meskipun pada halaman web berdiri kemudian.
local function printed_first(doc)
  local first, rest = pandoc.Blocks({}), pandoc.Blocks({})
  for _, block in ipairs(doc.blocks) do
    if block.t == "Div" and block.classes:includes("cetak-dahulu") then
      first:extend(block.content)
    else
      rest:insert(block)
    end
  end
  doc.blocks = first .. rest
  return doc
end

-- Tabel atau gambar berlabel; Quarto membungkusnya dalam sel notebook, gambar sebagai paragraf.
local function is_float(block)
  if block.t == "Para" or block.t == "Plain" then
    block = block.content[1]
  end
  local id = block and (block.t == "Div" or block.t == "Image" or block.t == "Figure") and block.identifier
  return id and (id:find("^tbl%-") or id:find("^fig%-")
    or block.t == "Div" and #block.content > 0 and is_float(block.content[1]))
end

-- Pembuka bab ikut ke halaman mendatar yang diantarnya bila sebelumnya tidak ada judul lain,
-- tabel, atau gambar; tanpa ini satu halaman tegak hanya berisi beberapa baris itu.
local function openings(doc)
  local result, first = pandoc.Blocks({}), nil
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" then
      first = block.level == 1 and #result + 1 or nil
    elseif block.t == "Div" and block.classes:includes("landscape") then
      if first then
        local inner = pandoc.Blocks({})
        while #result >= first do
          inner:insert(1, result:remove(#result))
        end
        inner:extend(block.content)
        block.content = inner
      end
      first = nil
    elseif is_float(block) then
      first = nil
    end
    result:insert(block)
  end
  doc.blocks = result
  return doc
end

-- Tabel tanpa nomor di dalam sebuah teks.
local function is_table(block)
  return block.t == "Table" or block.t == "Div" and block.classes:includes("tabel-wadah")
end

-- Apa pun sebelum tanda tangan (kecuali halaman mendatar), baris tebal, paragraf sebelum tabel atau gambar, dan kalimat
-- bertitik dua sebelum daftar.
local function introduces(block, following)
  if following.t == "Div" and following.classes:includes("tanda-tangan") then
    return not (block.t == "Div" and block.classes:includes("landscape"))
  elseif block.t ~= "Para" then
    return false
  end
  local bold_line = #block.content == 1 and block.content[1].t == "Strong"
  local listed = following.t == "OrderedList" or following.t == "BulletList"
  return bold_line or is_float(following) or is_table(following) or listed and pandoc.utils.stringify(block):find(":%s*$")
end

-- Pembungkus sel notebook yang tidak berisi tabel atau gambar: isinya saja, seperti pada perender bawaan.
local wrappers = pandoc.List({ "cell", "cell-output", "cell-output-display", "quarto-embed-nb-cell" })
local function unwrap(el)
  if is_float(el) then
    return el, false
  elseif wrappers:find_if(function(name) return el.classes:includes(name) end) then
    return el.content:walk({ traverse = "topdown", Div = unwrap })
  end
end

-- Kotak tanpa judul bertajuk menurut macamnya.
local titles = {
  ["callout-note"] = "Catatan",
  ["callout-tip"] = "Kiat",
  ["callout-warning"] = "Peringatan",
  ["callout-important"] = "Penting",
}
local function titled(el)
  for name, usual in pairs(titles) do
    if el.classes:includes(name) and not el.attributes["title"]
      and not (#el.content > 0 and el.content[1].t == "Header") then
      el.attributes["title"] = usual
      return el
    end
  end
end

local function blocks(list)
  for i = 1, #list - 1 do
    if introduces(list[i], list[i + 1]) then
      list[i] = pandoc.Div({ list[i] }, { class = "pengantar" })
    end
  end
  return list
end

-- Lembar (judul berkelas .lembar dan semua sampai judul berikutnya) menjadi satu blok; di PDF tidak dibelah bila muat.
local function sheets(list)
  local result, sheet = pandoc.Blocks({}), nil
  for _, block in ipairs(list) do
    if block.t == "Header" then
      sheet = block.classes:includes("lembar") and pandoc.Div({}, { class = "lembar" }) or nil
      result:insert(sheet)
    end
    (sheet and sheet.content or result):insert(block)
  end
  return result
end

if quarto and quarto.doc.is_format("html") then
  return {}
end
return {
  { RawBlock = raw_block },
  { Table = mark, Div = titled },
  { traverse = "topdown", Div = unwrap },
  { Pandoc = function(doc) return openings(printed_first(doc)) end },
  { Blocks = function(list) return FORMAT == "typst" and sheets(blocks(list)) or blocks(list) end },
}
