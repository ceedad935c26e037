-- Bagian kecil yang perlu diubah agar keluaran Typst dari Quarto memakai rupa LKjIP:
-- halaman romawi lalu arab, lampiran, kepala tabel, tanda tangan, catatan tabel.

local started = false

local function raw(code)
  return pandoc.RawBlock("typst", code)
end

local function item_type()
  local state = quarto.doc.file_metadata()
  return state and state.file and state.file.bookItemType
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
  if item_type() == "appendix" and el.classes:includes("unnumbered") then
    return raw("#show: isi-lampiran")
  end
  if not started and not el.classes:includes("unnumbered") then
    started = true
    return { raw("#show: isi-utama"), el }
  end
end

local function call(name, content)
  local blocks = pandoc.Blocks({ raw("#" .. name .. "[") })
  blocks:extend(content)
  blocks:insert(raw("]"))
  return blocks
end

local function signature(el)
  local content = el.content:clone()
  if #content > 1 then
    content:insert(#content, raw("#ruang-tanda-tangan"))
  end
  return call("tanda-tangan", content)
end

local function div(el)
  if el.classes:includes("tanda-tangan") then
    return signature(el)
  elseif el.classes:includes("catatan-tabel") then
    return call("catatan-tabel", el.content)
  end
end

-- Pembungkus sel notebook menjadi #block[...] yang hanya selebar barisnya yang terpanjang, sehingga
-- paragraf tidak sampai ke tepi; isinya saja yang dipakai.
local wrappers = { "cell", "cell-output", "cell-output-display", "quarto-embed-nb-cell" }
local function unwrap(el)
  local wraps = el.classes:find_if(function(name)
    return pandoc.List.includes(wrappers, name)
  end)
  if not wraps then
    return nil
  end
  local content = el.content:clone()
  if el.identifier ~= "" then
    content:insert(1, raw("#metadata(none) <" .. el.identifier .. ">"))
  end
  return content
end

-- Paragraf sebelum tanda tangan, dan pengantar (baris tebal, atau kalimat bertitik dua sebelum
-- daftar, tabel, atau gambar), ikut ke halaman yang diantarnya; sama dengan rendering/pdf.py.
local function introduces(block, following)
  if following.t == "Div" and following.classes:includes("tanda-tangan") then
    return block.t == "Para"
  elseif block.t ~= "Para" then
    return false
  end
  local bold = #block.content == 1 and block.content[1].t == "Strong"
  local listed = following.t == "OrderedList" or following.t == "BulletList"
    or following.t == "RawBlock" and following.text:find("^#figure%(")
  return bold or listed and pandoc.utils.stringify(block):find(":%s*$")
end

local function blocks(list)
  local result = pandoc.Blocks({})
  for i, block in ipairs(list) do
    local next_block = list[i + 1]
    if next_block and introduces(block, next_block) then
      result:insert(raw("#lengket["))
      result:insert(block)
      result:insert(raw("]"))
    else
      result:insert(block)
    end
  end
  return result
end

local function table_head(el)
  for _, row in ipairs(el.head.rows) do
    for _, cell in ipairs(row.cells) do
      cell.attributes["typst:fill"] = "abu-kepala"
    end
  end
  return el
end

-- Daftar bernomor di dalam daftar berhuruf memakai angkanya sendiri.
local function ordered(el)
  if el.start == 1 and (el.style == "Decimal" or el.style == "DefaultStyle") then
    return { raw('#[\n#set enum(numbering: "1.")'), el, raw("]") }
  end
end

return quarto.utils.combineFilters({
  quarto.utils.file_metadata_filter(),
  { Div = unwrap },
  { Blocks = blocks },
  { Header = header, Div = div, Table = table_head, OrderedList = ordered },
})
