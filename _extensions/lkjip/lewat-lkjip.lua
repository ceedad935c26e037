-- Sebelum Quarto merender folder proyek: berhenti. Buku jadi hanya dari buku siap render, yang disusun
-- `lkjip build`; di sini angka, tanda draf, dan bagian yang ada belum diketahui. Lewat project.pre-render.

io.stderr:write([[

Laporan ini dibuat dengan: lkjip build --renderer quarto
  (atau, sesudah lkjip build: quarto render build/TAHUN)

]])
os.exit(1)
