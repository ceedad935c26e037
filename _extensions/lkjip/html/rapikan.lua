-- Sesudah Quarto merender: halaman tanpa jalur komputer ini dan tanpa skrip dari jaringan, nomor bab
-- romawi, nama landmark, dan tautan "#id" yang menunjuk halaman tempat sasarannya. Lewat project.post-render.

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

for page, text in pairs(pages) do
  local mended = text
    :gsub(' data%-notebook="[^"]*"', "")
    :gsub('aria%-label="breadcrumb"', 'aria-label="Jejak bab"')
    :gsub("<nav%f[%s][^>]*>", named)
    :gsub('%s*<script src="https://cdn%.jsdelivr%.net/[^>]*></script>', "")
    :gsub('%s*<script type="application/javascript">define%(\'jquery\'.-</script>', "")
    :gsub('(class="chapter%-number">)(%d+)<', function(open, number)
      return open .. "BAB " .. roman(number) .. "<"
    end)
    :gsub("(<title>)(%d+)", function(open, number)
      return open .. "BAB " .. roman(number)
    end)
    :gsub('(class="quarto%-xref">)(.-)(</a>)', reference)
    :gsub('href="#([^"]+)"', function(id)
      if home[id] and home[id] ~= page then
        local target = path.make_relative(home[id], path.directory(page), true)
        return 'href="' .. target:gsub("\\", "/") .. "#" .. id .. '"'
      end
    end)
  if mended ~= text then
    write(page, mended)
  end
end
