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

return {
  {
    Pandoc = function()
      quarto.doc.add_html_dependency({
        name = "lkjip",
        version = "1.0.0",
        stylesheets = { "huruf.css", "warna.css", "isi.css", "alat.css" },
        scripts = { "tabel-baca.js", "tabel-csv.js", "tabel.js", "geser.js", "angka.js" },
        resources = fonts,
      })
      -- Jejak angka ada bila penyusun naskah menaruhnya di aset/jejak.js.
      local root = quarto.project.directory
      if root and exists(root .. "/aset/jejak.js") then
        quarto.doc.include_text("in-header", '<meta name="lkjip-jejak" content="aset/jejak.js">')
      end
    end,
  },
}
