-- Tabel HTML dari notebook menjadi tabel asli untuk PDF dan Word, sebelum Quarto menyentuhnya:
-- lebih cepat, catatan di bawah tabel tidak hilang, dan tanda seperti < & tetap seperti adanya.

local function bold(row)
  for _, cell in ipairs(row.cells) do
    for _, block in ipairs(cell.contents) do
      if (block.t == "Plain" or block.t == "Para") and #block.content > 0 then
        block.content = { pandoc.Strong(block.content) }
      end
    end
  end
end

local function mark(el)
  el.identifier = ""
  for _, row in ipairs(el.head.rows) do
    bold(row)
  end
  for _, body in ipairs(el.bodies) do
    body.body = body.body:filter(function(row)
      return not row.classes:includes("hanya-web")
    end)
    for _, row in ipairs(body.body) do
      if row.classes:includes("jumlah") then
        bold(row)
      end
    end
  end
  return el
end

local function raw_block(el)
  if el.format ~= "html" or not el.text:find("<table") then
    return nil
  end
  local text = el.text:gsub('<p class="catatan%-tabel">(.-)</p>',
    '<div class="catatan-tabel"><p>%1</p></div>')
  return pandoc.read(text, "html").blocks:walk({ Table = mark })
end

-- Pembuka bab ikut ke halaman mendatar yang diantarnya bila sebelumnya tidak ada judul lain,
-- tabel, atau gambar; tanpa ini satu halaman tegak hanya berisi beberapa baris itu.
local function openings(doc)
  local result, first = pandoc.Blocks({}), nil
  for _, block in ipairs(doc.blocks) do
    local div = block.t == "Div"
    if block.t == "Header" then
      first = block.level == 1 and #result + 1 or nil
    elseif div and block.classes:includes("landscape") then
      if first then
        local inner = pandoc.Blocks({})
        while #result >= first do
          inner:insert(1, result:remove(#result))
        end
        inner:extend(block.content)
        block.content = inner
      end
      first = nil
    elseif div and (block.identifier:find("^tbl%-") or block.identifier:find("^fig%-")) then
      first = nil
    end
    result:insert(block)
  end
  doc.blocks = result
  return doc
end

if quarto.doc.is_format("html") then
  return {}
end
return { { RawBlock = raw_block }, { Pandoc = openings } }
