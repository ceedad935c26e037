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

if quarto.doc.is_format("html") then
  return {}
end
return { { RawBlock = raw_block } }
