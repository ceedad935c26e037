-- Halaman HTML buatan Quarto: gaya dan skrip yang sama dengan halaman sendiri.

if not quarto.doc.is_format("html") then
  return {}
end

local function exists(path)
  local file = io.open(path, "r")
  if file then
    file:close()
  end
  return file ~= nil
end

local fonts = {}
for _, name in ipairs({
  "SourceSans3-latin.woff2", "SourceSerif4-latin.woff2", "SourceSerif4-latin-Italic.woff2",
}) do
  fonts[#fonts + 1] = { name = "huruf/" .. name, path = "huruf/" .. name }
end

local titles = { pdf = "PDF", docx = "Word", xlsx = "Angka (Excel)" }

-- Yang tertulis di halaman depan di atas naskahnya: unduhan (menurut lkjip: unduhan) dan kartu kinerja.
local function cover(doc)
  local files = pandoc.List(doc.meta.lkjip and doc.meta.lkjip.unduhan or {}):map(function(name)
    name = pandoc.utils.stringify(name)
    return { berkas = name, judul = titles[name:match("%.(%w+)$")] or name }
  end)
  local numbers = files:filter(function(file) return file.berkas:match("%.xlsx$") end)
  files = files:filter(function(file) return not file.berkas:match("%.xlsx$") end)
  if files:find_if(function(file) return file.judul == "PDF" end) then
    files:extend(doc.meta.lkjip.tersendiri or {})
  end
  files:extend(numbers)
  doc.meta.sampul = { unduhan = files }
  for i, block in ipairs(doc.blocks) do
    local cards = false
    pandoc.walk_block(block, {
      RawBlock = function(raw)
        cards = cards or raw.text:find('class="kartu%-kinerja"') ~= nil
      end,
    })
    if cards then
      doc.blocks:remove(i)
      doc.blocks:insert(1, block)
      break
    end
  end
end

-- Singkatan beserta artinya menurut daftarnya, di tempat pertama pada setiap halaman; bukan di judul dan tautan.
local function abbreviations(doc)
  local file = io.open((quarto.project.directory or "") .. "/report/singkatan.qmd")
  if not file or quarto.doc.input_file:match("singkatan%.qmd$") then return doc end
  local meanings = {}
  for short, said in file:read("a"):gmatch("\n| (%w+) | ([^\n]-) |") do
    meanings[short] = pandoc.utils.stringify(pandoc.read(said)):gsub('["<>&]', "")
  end
  file:close()
  local keep = function(element) return element, false end
  return doc:walk({
    traverse = "topdown", Header = keep, Link = keep, Div = function(div)
      if div.classes:includes("kartu-kinerja") then return div, false end
    end,
    Str = function(word)
      local before, name, after = word.text:match("^(%W*)(%w+)(.*)$")
      local meaning = name and meanings[name]
      if not meaning then return nil end
      meanings[name] = nil
      return { pandoc.Str(before), pandoc.RawInline("html", '<abbr title="' .. meaning .. '">' .. name .. "</abbr>"),
        pandoc.Str(after) }
    end,
  })
end

return {
  {
    Pandoc = function(doc)
      doc = abbreviations(doc)
      quarto.doc.add_html_dependency({
        name = "lkjip",
        version = "1.0.0",
        stylesheets = { "huruf.css", "warna.css", "isi.css", "alat.css", "kartu.css", "sumber.css", "grafik.css", "tahun.css" },
        scripts = {
          "muat.js", "tabel-baca.js", "tabel-csv.js", "tabel-saring.js", "tren.js", "tabel.js", "tabel-kartu.js",
          "tabel-sorot.js", "grafik.js", "geser.js", "gambar-unduh.js", "sumber.js", "kutip.js", "angka.js",
        },
        resources = fonts,
      })
      -- Jejak angka ada bila penyusun naskah menaruhnya di aset/jejak.js.
      local root = quarto.project.directory
      if root and exists(root .. "/aset/jejak.js") then
        quarto.doc.include_text("in-header", '<meta name="lkjip-jejak" content="aset/jejak.js">')
      end
      local own = doc.meta.lkjip or {}
      for name, said in ipairs({ own.instansi or "", own.tahun or "" }) do
        quarto.doc.include_text("in-header", '<meta name="lkjip-' .. ({ "unit", "tahun" })[name] .. '" content="'
          .. pandoc.utils.stringify(said):gsub('["<>&]', "") .. '">')
      end
      if own.draf and pandoc.utils.stringify(own.draf) == "true" then
        quarto.doc.include_text("before-body", '<aside class="pita-draf" aria-label="Status dokumen">'
          .. "<strong>DRAF</strong> · Dokumen ini belum disahkan. Angka dan naskah masih dapat berubah."
          .. "</aside>")
      end
      if doc.meta.title and quarto.doc.input_file:match("^.*[/\\]index%.qmd$") then
        cover(doc)
      end
      return doc
    end,
  },
}
