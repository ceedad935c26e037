-- Sesudah Quarto merender: halaman tanpa jalur komputer ini dan tanpa skrip dari jaringan, nomor bab
-- romawi, nama landmark, tautan "#id" yang menunjuk halaman tempat sasarannya, dan satu halaman dengan
-- daftar tabel dan daftar gambar. Lewat project.post-render.

local path, system = pandoc.path, pandoc.system
local output = os.getenv("QUARTO_PROJECT_OUTPUT_DIR")

local function read(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write(name, text)
  local file = assert(io.open(name, "wb"))
  file:write(text)
  file:close()
end

-- Halaman buku: di folder hasil dan di folder babnya.
local pages = {}
local function find(folder)
  for _, name in ipairs(system.list_directory(folder)) do
    local full = path.join({ folder, name })
    if name:match("%.html$") then
      pages[full] = read(full)
    elseif not name:match("%.") and not name:match("_files$") and name ~= "site_libs" then
      pcall(find, full) -- bukan folder: tidak ada isinya
    end
  end
end
find(output)

local home = {}
for page, text in pairs(pages) do
  for id in text:gmatch('%sid="([^"]+)"') do
    if id:match("^tbl%-") or id:match("^fig%-") or id:match("^sec%-") then
      home[id] = page
    end
  end
end

local function roman(number)
  return pandoc.utils.to_roman_numeral(tonumber(number))
end

local function reference(open, text, close)
  return open .. text:gsub("(Bab[^%d<]*)(%d+)", function(word, number)
    return word .. roman(number)
  end) .. close
end

-- Nama untuk pembaca layar; Quarto memberinya hanya kepada sebagian.
local landmarks = {
  { 'class="navbar ', "Kepala halaman" },
  { 'id="quarto%-sidebar"', "Daftar isi" },
  { 'id="TOC"', "Pada halaman ini" },
  { 'class="quarto%-secondary%-nav"', "Letak halaman" },
  { 'class="page%-navigation"', "Bab sebelum dan sesudah" },
}

local function named(tag)
  for _, pair in ipairs(landmarks) do
    if tag:find(pair[1]) and not tag:find("aria%-label=") then
      return '<nav aria-label="' .. pair[2] .. '"' .. tag:sub(5)
    end
  end
end

-- Gambar laporan di dalam halaman: tulisannya memakai huruf halaman, yang tidak sampai ke berkas <img>.
local function inline(tag, page)
  local source, alt = tag:match('src="([^"]+%.svg)"'), tag:match('alt="([^"]*)"')
  local found, svg = pcall(read, path.join({ path.directory(page), source or "-" }))
  if found and svg:find("font-family=\"'Source Sans 3'", 1, true) then
    return '<svg class="img-fluid figure-img" aria-label="' .. (alt or "") .. '"'
      .. svg:match("<svg(.*)$")
  end
end

local lists_file = "daftar-tabel-gambar.html"

local function relative(target, page)
  return (path.make_relative(target, path.directory(page), true):gsub("\\", "/"))
end

-- Bagian halaman dari pola awal sampai sebelum pola akhir.
local function between(text, first, last)
  local from = text:find(first)
  local to = from and text:find(last, from)
  return from, to
end

-- Tautan ke halaman daftar, di akhir daftar isi di samping.
local function with_lists_link(text, page)
  local from, to = between(text, 'id="quarto%-sidebar"', "</nav>")
  if not from or text:find(lists_file, 1, true) then
    return text
  end
  to = math.min(to, text:find('<nav[^>]*id="TOC"', from) or to)
  local before, after = text:sub(1, to - 1):match("^(.*)(</ul>.-)$")
  return before .. '<li class="sidebar-item"><div class="sidebar-item-container"><a href="'
    .. relative(path.join({ output, lists_file }), page)
    .. '" class="sidebar-item-text sidebar-link"><span class="menu-text">Daftar tabel dan gambar</span></a>'
    .. "</div></li>\n" .. after .. text:sub(to)
end

-- Judul setiap tabel dan gambar, menurut urutan halaman di daftar isi.
local function lists(index)
  local items = { tbl = {}, fig = {} }
  for name in pages[index]:gmatch('<a href="%./([^"#]+%.html)" class="sidebar%-item%-text') do
    for kind, id, caption in (pages[path.join({ output, name })] or ""):gmatch(
      '<figcaption[^>]* id="(%a+)(%-[^"]-)%-caption[^"]*"[^>]*>%s*(.-)%s*</figcaption>'
    ) do
      if items[kind] then
        local label, words = caption:match("^(%S+&nbsp;%S+)%s+(.*)$")
        items[kind][#items[kind] + 1] = '<li><a href="' .. name .. "#" .. kind .. id
          .. '"><span class="nomor">' .. (label or "") .. "</span><span>" .. (words or caption)
          .. "</span></a></li>"
      end
    end
  end
  local parts = {}
  for _, part in ipairs({ { "tbl", "Daftar Tabel" }, { "fig", "Daftar Gambar" } }) do
    if #items[part[1]] > 0 then
      parts[#parts + 1] = "<h2>" .. part[2] .. '</h2>\n<ul class="daftar-objek">\n'
        .. table.concat(items[part[1]], "\n") .. "\n</ul>"
    end
  end
  return table.concat(parts, "\n")
end

-- Halaman daftar memakai rangka halaman depan.
local function lists_page(shell, body)
  local title = "Daftar Tabel dan Gambar"
  for _, part in ipairs({
    { '<nav[^>]*id="TOC"', "</nav>", "" },
    { '<nav[^>]*class="page%-navigation"', "</nav>", "" },
    { '<li class="breadcrumb%-item"', "</ol>", '<li class="breadcrumb-item">' .. title .. "</li>" },
    { '<header id="title%-block%-header"', "</main>", '<h1 class="title">' .. title .. "</h1>\n" .. body },
  }) do
    local from, to = between(shell, part[1], part[2])
    if from then
      to = part[2] == "</nav>" and to + #part[2] or to
      shell = shell:sub(1, from - 1) .. part[3] .. shell:sub(to)
    end
  end
  return (shell:gsub("<title>.-</title>", function(whole)
    return "<title>" .. title .. " – " .. whole:sub(8)
  end):gsub("sidebar%-link active", "sidebar-link"))
end

local changed = {}
for page, text in pairs(pages) do
  local mended = text
    :gsub(' data%-notebook="[^"]*"', "")
    :gsub("<img [^>]+>", function(tag) return inline(tag, page) end)
    :gsub('aria%-label="breadcrumb"', 'aria-label="Jejak bab"')
    :gsub('="Download"', '="Unduh"')
    :gsub('(bi%-file%-%w+ pe%-1"></i>%s*)Download ', "%1Unduh ")
    :gsub("<nav%f[%s][^>]*>", named)
    :gsub('%s*<script src="https://cdn%.jsdelivr%.net/[^>]*></script>', "")
    :gsub('%s*<script type="application/javascript">define%(\'jquery\'.-</script>', "")
    :gsub('(class="chapter%-number">)(%d+)<', function(open, number)
      return open .. "BAB " .. roman(number) .. "<"
    end)
    :gsub("<title>(%d+)&nbsp;", function(number) -- sebuah gambar juga dapat berjudul
      return "<title>BAB " .. roman(number) .. "&nbsp;"
    end)
    :gsub('(class="quarto%-xref">)(.-)(</a>)', reference)
    :gsub('href="#([^"]+)"', function(id)
      if home[id] and home[id] ~= page then
        return 'href="' .. relative(home[id], page) .. "#" .. id .. '"'
      end
    end)
  pages[page] = mended
  changed[page] = mended ~= text
end

local index = path.join({ output, "index.html" })
local body = pages[index] and lists(index) or ""
for page, text in pairs(pages) do
  if body ~= "" then
    text, changed[page] = with_lists_link(text, page), true
  end
  if page == index and body ~= "" then
    write(path.join({ output, lists_file }), lists_page(text, body))
  end
  if changed[page] then
    write(page, text)
  end
end

-- Buku siap render (ada hasil.json) yang berkas Wordnya belum dilengkapi: sebutkan, satu kalimat.
for _, name in ipairs(system.list_directory(output)) do
  if name:match("%.docx$") and io.open("hasil.json") then
    io.stderr:write("\n" .. name .. " belum bersampul dan berdaftar isi, tabel, gambar, dan nomornya belum"
      .. " berupa bidang;\nyang lengkap dibuat dengan: lkjip build --renderer quarto\n")
  end
end
