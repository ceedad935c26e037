"""A small report made by hand, for the tests of the web pages: every part once."""

from __future__ import annotations

import html
import json
import shutil
from pathlib import Path

from lkjip_analysis.paths import EXTENSION
from lkjip_analysis.rendering.model import Book, Chapter, Float, Heading

PROGRAM = (
    (
        "7.01.01",
        "Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        2487371653,
        (
            (
                "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
                (
                    ("Penyusunan Dokumen Perencanaan Perangkat Daerah", "3 dokumen", 7651150),
                    ("Koordinasi dan Penyusunan Laporan Capaian Kinerja", "5 dokumen", 4925550),
                ),
            ),
            (
                "Administrasi Keuangan Perangkat Daerah",
                (
                    ("Penyediaan Gaji dan Tunjangan ASN", "14 orang", 1932654346),
                    ("Pelaksanaan Penatausahaan Keuangan SKPD", "12 dokumen", 75678000),
                    ("Penyusunan Laporan Keuangan Akhir Tahun SKPD", "1 laporan", 2575000),
                ),
            ),
            (
                "Administrasi Umum Perangkat Daerah",
                (
                    ("Penyediaan Komponen Instalasi Listrik", "6 paket", 9236500),
                    ("Penyediaan Bahan Logistik Kantor", "1 paket", 32070000),
                ),
            ),
        ),
    ),
    (
        "7.01.02",
        "Penyelenggaraan Pemerintahan dan Pelayanan Publik",
        19769500,
        (
            (
                "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
                (("Peningkatan Efektivitas Pelayanan kepada Masyarakat", "12 laporan", 19769500),),
            ),
        ),
    ),
    (
        "7.01.05",
        "Penyelenggaraan Urusan Pemerintahan Umum",
        69427000,
        (
            (
                "Urusan Pemerintahan Umum sesuai Penugasan Kepala Daerah",
                (
                    ("Pembinaan Persatuan dan Kesatuan Bangsa", "150 orang", 27427000),
                    ("Pelaksanaan Tugas Forkopimcam", "4 dokumen", 42000000),
                ),
            ),
        ),
    ),
)
"""kode, program, pagu, ((kegiatan, ((subkegiatan, keluaran, realisasi), ...)), ...)"""


def rupiah(value: int) -> str:
    """Write whole rupiah with thousands points."""
    return f"{value:,}".replace(",", ".")


def angka(kunci: str, tampil: str) -> str:
    """A figure that opens its trace."""
    return f'<span class="angka" data-kunci="{kunci}">{tampil}</span>'


def tree_table() -> str:
    """Program, kegiatan and subkegiatan, with a sum."""
    rows = []
    total = 0

    def add(kode: str, induk: str, tingkat: str, cells: tuple[str, str, str, str]) -> None:
        name, output, pagu, realisasi = cells
        rows.append(
            f'<tr data-kode="{kode}" data-induk="{induk}" data-tingkat="{tingkat}">'
            f'<td style="text-align: left">{name}</td>'
            f'<td style="text-align: left">{output}</td>'
            f'<td style="text-align: right">{pagu}</td>'
            f'<td style="text-align: right">{realisasi}</td>'
            f'<td style="text-align: right">100,00%</td></tr>'
        )

    for kode, program, pagu, kegiatan in PROGRAM:
        spent = sum(item[2] for _, children in kegiatan for item in children)
        total += spent
        number = angka(f"program.{kode}.realisasi", rupiah(spent))
        add(kode, "", "program", (program, "–", rupiah(pagu), number))
        for i, (name, children) in enumerate(kegiatan, start=1):
            own = f"{kode}.{i}"
            part = rupiah(sum(item[2] for item in children))
            add(own, kode, "kegiatan", (name, "100%", "–", angka(f"program.{own}.realisasi", part)))
            for j, (sub, output, value) in enumerate(children, start=1):
                leaf = f"{own}.{j}"
                number = angka(f"program.{leaf}.realisasi", rupiah(value))
                add(leaf, own, "subkegiatan", (sub, output, "–", number))
    rows.append(
        '<tr class="jumlah"><td style="text-align: left">Jumlah</td><td></td>'
        f'<td style="text-align: right">{rupiah(sum(p[2] for p in PROGRAM))}</td>'
        f'<td style="text-align: right">{angka("anggaran.realisasi", rupiah(total))}</td>'
        f'<td style="text-align: right">{angka("anggaran.serapan", "97,57%")}</td></tr>'
    )
    return (
        '<div class="tabel-wadah">\n<table class="tabel pohon" id="tabel-program">'
        '<colgroup><col style="width: 40%"><col style="width: 16%"><col style="width: 16%">'
        '<col style="width: 16%"><col style="width: 12%"></colgroup>'
        '<thead><tr><th scope="col" rowspan="2">Program, kegiatan, dan subkegiatan</th>'
        '<th scope="col" rowspan="2">Keluaran</th><th scope="colgroup"'
        ' colspan="3">Anggaran</th></tr>'
        '<tr><th scope="col" style="text-align: right">Pagu (Rp)</th>'
        '<th scope="col" style="text-align: right">Realisasi (Rp)</th>'
        '<th scope="col" style="text-align: right">Serapan</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>\n"
        '<div class="catatan-tabel">'
        "<p>Realisasi kegiatan ialah jumlah realisasi subkegiatannya.</p>"
        "<p>Sumber: data/2024/program.csv.</p></div></div>"
    )


def flat_table() -> str:
    """Indicators in several units, with a gap, a negative number and texts like formulas."""
    rows = (
        ("Nilai Evaluasi AKIP", "72", angka("iku.AKIP.realisasi", "73,47"), "102,04%", "1,47"),
        ("Indeks Kualitas Pelayanan Publik", "7,7", "8,14", "105,71%", "0,44"),
        ("Nilai PATEN", "84", "80,55", "95,89%", "-3,45"),
        ("=SUM(A1:A9) yang berbahaya", "9", "10", "9,5%", "+2"),
        ("Pelayanan; dengan &quot;kutip&quot;", "1.234.567,89", "–", "–", "–"),
        ("@rujukan", "12 laporan", "9 laporan", "75,00%", "-3"),
        ("-awal tanda kurang", "100%", "97,5%", "97,50%", "-2,5"),
        ("Desa tertib administrasi", "21", "21", "100,00%", "0"),
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="text-align: {"right" if i else "left"}">{cell}</td>'
            for i, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    heads = "".join(
        f'<th scope="col" style="text-align: {"right" if i else "left"}">{h}</th>'
        for i, h in enumerate(("Indikator", "Target", "Realisasi", "Capaian", "Selisih"))
    )
    return (
        '<div class="tabel-wadah"><table class="tabel" id="tabel-iku">'
        '<colgroup><col style="width: 40%"><col style="width: 15%"><col style="width: 15%">'
        '<col style="width: 15%"><col style="width: 15%"></colgroup>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}"
        '<tr class="jumlah"><td>Rata-rata</td><td></td><td></td>'
        f'<td style="text-align: right">{angka("iku.rata_rata", "103,88%")}</td><td></td></tr>'
        '</tbody></table><div class="catatan-tabel">'
        "<p>Capaian = realisasi ÷ target × 100%.</p></div></div>"
    )


def wide_table() -> str:
    """More columns than a screen, heads joined, cells joined over rows."""
    columns = 12
    heads = "".join(f'<th scope="col">Triwulan {i} (Rp)</th>' for i in range(1, columns - 1))
    rows = "".join(
        f'<tr><th scope="row" rowspan="2" style="text-align: left">Uraian {r}</th>'
        '<td style="text-align: left">Target</td>'
        + "".join(
            f'<td style="text-align: right">{rupiah(r * 1000000 + c)}</td>'
            for c in range(columns - 2)
        )
        + '</tr><tr><td style="text-align: left">Realisasi</td>'
        + "".join(
            f'<td style="text-align: right">{rupiah(r * 900000 + c)}</td>'
            for c in range(columns - 2)
        )
        + "</tr>"
        for r in (3, 1, 2)
    )
    return (
        '<div class="tabel-wadah"><table class="tabel" id="tabel-lebar"><colgroup>'
        + '<col style="width: 10%">' * columns
        + f'</colgroup><thead><tr><th scope="col">Uraian</th><th scope="col">Jenis</th>{heads}</tr>'
        f"</thead><tbody>{rows}</tbody></table></div>"
    )


def long_table(count: int = 2000) -> str:
    """A tree of ``count`` rows: ten programs, nine kegiatan each, the rest subkegiatan."""
    rows = []

    def add(kode: str, induk: str, tingkat: str, name: str, value: int) -> None:
        rows.append(
            f'<tr data-kode="{kode}" data-induk="{induk}" data-tingkat="{tingkat}">'
            f'<td>{kode}</td><td>{name}</td><td style="text-align: right">{rupiah(value)}</td>'
            f'<td style="text-align: right">{angka(f"p.{kode}", rupiah(value - 7))}</td>'
            '<td style="text-align: right">99,12%</td><td>Sangat menunjang</td></tr>'
        )

    leaves, more = divmod(count - 100, 90)
    for p in range(1, 11):
        add(f"{p:02}", "", "program", f"Program ke-{p}", 90000000 + p)
        for k in range(1, 10):
            add(f"{p:02}.{k}", f"{p:02}", "kegiatan", f"Kegiatan {k} dari program {p}", 9000000 + k)
            for s in range(1, leaves + 1 + ((p - 1) * 9 + k <= more)):
                name = f"Subkegiatan {s} penyediaan layanan nomor {p}{k}{s:02}"
                add(f"{p:02}.{k}.{s}", f"{p:02}.{k}", "subkegiatan", name, 100000 + s)
    names = ("Kode", "Nama", "Pagu (Rp)", "Realisasi (Rp)", "Serapan", "Keterangan")
    heads = "".join(f'<th scope="col">{name}</th>' for name in names)
    return (
        '<div class="tabel-wadah"><table class="tabel pohon" id="tabel-panjang"><colgroup>'
        '<col style="width: 12%"><col style="width: 36%"><col style="width: 14%">'
        '<col style="width: 14%"><col style="width: 10%"><col style="width: 14%"></colgroup>'
        f"<thead><tr>{heads}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def bar_chart() -> str:
    """A chart as the embedded renderer writes it: inline, named, wider than a phone."""
    bars = "".join(
        f'<rect x="{150 + i * 150}" y="{300 - h}" width="80" height="{h}" fill="{colour}"/>'
        f'<text x="{190 + i * 150}" y="{290 - h}" text-anchor="middle">{label}</text>'
        f'<text x="{190 + i * 150}" y="322" text-anchor="middle">{year}</text>'
        for i, (h, label, year, colour) in enumerate(
            (
                (180, "70,03", 2022, "#9fb8be"),
                (195, "71,13", 2023, "#5f909c"),
                (220, "73,47", 2024, "#0b5d70"),
            )
        )
    )
    return (
        '<svg role="img" aria-label="Nilai AKIP naik dari 70,03 pada 2022 menjadi 73,47'
        ' pada 2024."'
        ' xmlns="http://www.w3.org/2000/svg" width="720" height="340" viewBox="0 0 720 340"'
        ' font-family="Source Sans 3, sans-serif" font-size="17">'
        f'<path d="M100 300H640" stroke="#333"/>{bars}</svg>'
    )


def table_figure(name: str, label: str, caption: str, markup: str) -> str:
    """A table with its caption above."""
    return (
        f'<figure id="tbl-{name}" class="lkjip-tabel"><figcaption><span'
        f' class="nomor">{label}</span> '
        f"{caption}</figcaption>{markup}</figure>"
    )


def trace_records() -> list[dict[str, object]]:
    """Records as in hasil.json."""
    akip = {"berkas": "data/2024/iku.csv", "baris": 2, "kolom": "realisasi", "nilai": "73.47"}
    target = {"berkas": "data/2024/iku.csv", "baris": 2, "kolom": "target", "nilai": "72"}
    records = [
        {
            "kunci": "iku.AKIP.capaian",
            "nilai": "102.0416666666666667",
            "satuan": "persen",
            "tampil": "102,04%",
            "rumus": "realisasi ÷ target × 100",
            "alasan": "",
            "masukan": [akip, target],
        },
        {
            "kunci": "iku.AKIP.realisasi",
            "nilai": "73.47",
            "satuan": "nilai",
            "tampil": "73,47",
            "rumus": "",
            "alasan": "",
            "masukan": [akip],
        },
        {
            "kunci": "iku.IKPP.nasional",
            "nilai": None,
            "satuan": "indeks",
            "tampil": "–",
            "rumus": "realisasi − realisasi nasional",
            "alasan": "Realisasi nasional belum tersedia.",
            "masukan": [{**akip, "kolom": "realisasi_nasional", "nilai": None}],
        },
    ]
    for kunci, tampil in (
        ("iku.rata_rata", "103,88%"),
        ("anggaran.serapan", "97,57%"),
        ("anggaran.realisasi", "2.123.987.046"),
    ):
        records.append({**records[0], "kunci": kunci, "tampil": tampil})
    return records


SHEET = "2023/data-2023.xlsx lembar iku"


def sources() -> dict[str, object]:
    """What sumber.json tells: what figures are called, tables of a file, of a sheet, a long one."""
    columns = ["kode_iku", "indikator", "target", "realisasi", "realisasi_nasional"]
    iku = {
        "berkas": "data/iku.csv",
        "isi": "satu Indikator Kinerja Utama (IKU)",
        "kolom": columns,
        "nama": "indikator",
        "arti": [f"arti {name}" for name in columns],
        "huruf": [],
        "baris": [[2, "AKIP", "Nilai Evaluasi AKIP", "72", "73,47", ""],
                  [4, "IKPP", "Indeks Kualitas <Pelayanan>", "7,7", "8,14", ""]],
    }  # fmt: skip
    long = [[n, f"P{n}", f"Subkegiatan {n}", str(n * 1000), str(n * 999), ""]
            for n in range(2, 7002)]  # fmt: skip
    return {
        "judul": "LKjIP Kecamatan Sumobito Tahun 2024",
        "tautan": "https://contoh.go.id/lkjip/",
        "nama": {"iku.AKIP.capaian": "IKU Nilai Evaluasi AKIP, capaian"},
        "tabel": {
            "data/2024/iku.csv": iku,
            SHEET: iku | {"huruf": list("ABDEF")},
            "data/2024/program.csv": iku | {"berkas": "data/program.csv", "baris": long},
        },
    }


def _chapter(
    file: str, kind: str, label: str, title: str, body: str, heads=(), floats=()
) -> Chapter:
    number = label.split()[-1] if label else ""
    span = f'<span class="nomor">{label}</span> ' if label else ""
    id_ = f"sec-{Path(file).stem}"
    return Chapter(
        source=f"report/{Path(file).stem}.qmd",
        file=file,
        kind=kind,
        number=number,
        label=label,
        title_text=title,
        title_html=html.escape(title),
        body_html=f'<h1 id="{id_}">{span}{html.escape(title)}</h1>\n{body}\n',
        headings=(Heading(1, id_, number, html.escape(title), title), *heads),
        floats=tuple(floats),
    )


def _head(level: int, id_: str, number: str, title: str) -> tuple[Heading, str]:
    shown = html.escape(title)
    markup = f'<h{level} id="{id_}"><span class="nomor">{number}</span> {shown}</h{level}>'
    return Heading(level, id_, number, shown, title), markup


def sample_book(*, draft: bool = False, rows: int = 0) -> Book:
    """Front page, four chapters, an annex; ``rows`` adds a table of that length."""
    cards = (
        '<div class="kartu-kinerja">'
        '<a class="kartu" href="03-akuntabilitas-kinerja.html#tbl-iku"><span class="kartu-judul">'
        'Capaian rata-rata IKU</span><span class="kartu-nilai">103,88%</span>'
        '<span class="kartu-ubah naik baik">naik 3,69 poin dari 2023</span></a>'
        '<a class="kartu" href="03-akuntabilitas-kinerja.html#tbl-iku"><span class="kartu-judul">'
        'Nilai Evaluasi AKIP</span><span class="kartu-nilai">73,47</span>'
        '<span class="kartu-ubah naik baik">naik 2,34 dari 2023</span></a>'
        '<a class="kartu" href="03-akuntabilitas-kinerja.html#tbl-program"><span'
        ' class="kartu-judul">'
        'Serapan anggaran</span><span class="kartu-nilai">97,57%</span>'
        '<span class="kartu-ubah turun buruk">turun 0,93 poin dari 2023</span></a>'
        '<a class="kartu" href="03-akuntabilitas-kinerja.html#tbl-program"><span'
        ' class="kartu-judul">'
        'Realisasi anggaran</span><span class="kartu-nilai">Rp2.575.209.979</span>'
        '<span class="kartu-ket">dari pagu Rp2.639.389.253</span></a></div>'
    )
    front = (
        "<p>Puji syukur kami panjatkan ke hadirat Allah SWT yang telah melimpahkan rahmat-Nya "
        "sehingga Laporan Kinerja Instansi Pemerintah (LKjIP) Kecamatan Sumobito Tahun"
        " 2024 dapat "
        "diselesaikan sebagai wujud pertanggungjawaban atas pelaksanaan tugas dan fungsi.</p>"
        "<p>Laporan ini memuat capaian kinerja sebesar "
        f"{angka('iku.rata_rata', '103,88%')} dengan serapan anggaran "
        f"{angka('anggaran.serapan', '97,57%')}. Saran dan masukan sangat kami harapkan.</p>"
        '<div class="tanda-tangan"><p>Sumobito, 6 Januari 2025</p><p>CAMAT SUMOBITO,</p>'
        "<p><br></p>"
        "<p><strong>HERU CAHYONO, S.Sos., M.Si</strong></p><p>NIP. 196808031990031011</p></div>"
        f'<h2 id="sec-ikhtisar">Ikhtisar Eksekutif</h2>\n{cards}'
        "<p>Kecamatan Sumobito menetapkan dua sasaran strategis dengan dua indikator.</p>"
    )
    h11, m11 = _head(2, "sec-struktur", "1.1", "Struktur Organisasi")
    h12, m12 = _head(2, "sec-isu", "1.2", "Isu Strategis")
    first = (
        f"<p>Laporan kinerja ialah pertanggungjawaban tahunan.<a href='#fn1' id='fnref1' "
        f"class='footnote-ref' role='doc-noteref'><sup>1</sup></a></p>{m11}"
        "<p>Susunan organisasi terdiri atas:</p><ol type='a'><li>Camat.</li><li>Sekretariat, "
        "membawahi:<ol><li>Sub Bagian Umum dan Kepegawaian</li><li>Sub Bagian"
        " Keuangan</li></ol></li>"
        f"<li>Seksi Tata Pemerintahan.</li></ol>{m12}"
        "<p>Kata panjang: " + "Pertanggungjawaban" * 9 + ".</p>"
        '<div class="callout callout-note" role="note"><p class="callout-title">Catatan</p><p>Data'
        " sarana ialah "
        "data tahun 2023.</p></div>"
        '<div class="callout callout-warning" role="note"><p class="callout-title">Peringatan</p>'
        "<p>Dua angka "
        "pagu berselisih satu rupiah.</p></div>"
        '<div class="callout callout-important" role="note"><p class="callout-title">Penting</p>'
        "<p>Predikat "
        "memakai skala BAB III.</p></div>"
        '<div class="callout callout-tip" role="note"><p class="callout-title">Kiat</p><p>Ketuk'
        " angka.</p></div>"
        '<details class="rincian"><summary>Dasar hukum</summary><p>Undang-Undang Nomor'
        " 23 Tahun 2014 "
        "tentang Pemerintahan Daerah.</p></details><blockquote><p>Pelayanan prima.</p>"
        "</blockquote>"
        '<section class="footnotes" role="doc-endnotes"><ol><li id="fn1">Peraturan'
        " Presiden Nomor 29 "
        'Tahun 2014. <a href="#fnref1" class="footnote-back" role="doc-backlink" '
        'aria-label="Kembali ke teks">↩︎</a></li></ol></section>'
    )
    h31, m31 = _head(2, "sec-capaian", "3.1", "Capaian Kinerja Organisasi")
    h311, m311 = _head(3, "sec-target", "3.1.1", "Target dan realisasi tahun ini")
    h312, m312 = _head(3, "sec-riwayat", "3.1.2", "Realisasi dibandingkan tahun lalu")
    h32, m32 = _head(2, "sec-anggaran", "3.2", "Realisasi Anggaran")
    third = (
        "<p>Capaian kinerja dihitung dari perbandingan antara target dan realisasi.</p>"
        f"{m31}{m311}<p>Nilai Evaluasi AKIP ditargetkan 72 dan tercapai "
        f"{angka('iku.AKIP.realisasi', '73,47')} "
        f"atau sebesar {angka('iku.AKIP.capaian', '102,04%')}. "
        f"Pembanding nasional: {angka('iku.IKPP.nasional', '–')}. Lihat "
        '<a href="#tbl-iku">Tabel 3.1</a>.</p>'
        + table_figure(
            "iku", "Tabel 3.1", "Capaian Indikator Kinerja Utama Tahun 2024", flat_table()
        )
        + m312
        + '<figure id="fig-akip" class="lkjip-gambar">'
        + bar_chart()
        + '<figcaption><span class="nomor">Gambar 3.1</span> Nilai Evaluasi AKIP Tahun 2022–2024'
        "</figcaption></figure>"
        + m32
        + "<p>Enam program didukung kegiatan dan subkegiatan berikut.</p>"
        + table_figure("program", "Tabel 3.2", "Program, Kegiatan, dan Anggaran", tree_table())
        + table_figure("lebar", "Tabel 3.3", "Target dan Realisasi per Triwulan", wide_table())
    )
    floats = (
        Float("tbl", "tbl-iku", "3.1", "Capaian Indikator Kinerja Utama Tahun 2024"),
        Float("fig", "fig-akip", "3.1", "Nilai Evaluasi AKIP Tahun 2022–2024"),
        Float("tbl", "tbl-program", "3.2", "Program, Kegiatan, dan Anggaran"),
        Float("tbl", "tbl-lebar", "3.3", "Target dan Realisasi per Triwulan"),
    )
    annex = (
        "<p>Setiap angka dengan rumus dan sel asalnya.</p><dl>"
        '<dt id="jejak-iku-AKIP-capaian">iku.AKIP.capaian</dt><dd>realisasi ÷ target ×'
        " 100</dd></dl>"
    )
    chapters = [
        _chapter(
            "index.html",
            "depan",
            "",
            "Kata Pengantar",
            front,
            (Heading(2, "sec-ikhtisar", "", "Ikhtisar Eksekutif", "Ikhtisar Eksekutif"),),
        ),
        _chapter("01-pendahuluan.html", "bab", "BAB I", "Pendahuluan", first, (h11, h12)),
        _chapter(
            "02-perencanaan-kinerja.html",
            "bab",
            "BAB II",
            "Perencanaan Kinerja",
            "<p>Rencana Strategis 2024–2026 memuat tujuan dan sasaran.</p>",
        ),
        _chapter(
            "03-akuntabilitas-kinerja.html",
            "bab",
            "BAB III",
            "Akuntabilitas Kinerja",
            third,
            (h31, h311, h312, h32),
            floats,
        ),
        _chapter("04-penutup.html", "bab", "BAB IV", "Penutup", "<p>Demikian laporan ini.</p>"),
        _chapter("lampiran-jejak.html", "lampiran", "Lampiran A", "Jejak Angka", annex),
    ]
    if rows:
        table = table_figure("panjang", "Tabel B.1", "Seluruh Subkegiatan", long_table(rows))
        listed = (Float("tbl", "tbl-panjang", "B.1", "Seluruh Subkegiatan"),)
        chapters.append(
            _chapter("panjang.html", "lampiran", "Lampiran B", "Tabel Panjang", table, (), listed)
        )
    return Book(
        title="Laporan Kinerja Instansi Pemerintah",
        subtitle="Kecamatan Sumobito Tahun 2024",
        author="Kecamatan Sumobito",
        date="2025-01-06",
        output_file="lkjip-2024",
        lkjip={
            "instansi": "Kecamatan Sumobito",
            "pemerintah": "Pemerintah Kabupaten Jombang",
            "tahun": 2024,
            "logo": "",
            "draf": draft,
        },
        chapters=tuple(chapters),
    )


def stage_look(folder: Path) -> Path:
    """Make a staged book's folder with what ``write_pages`` reads from it."""
    shutil.copytree(EXTENSION / "html", folder / "_extensions" / "lkjip" / "html")
    (folder / "hasil.json").write_text(json.dumps(trace_records()), encoding="utf-8")
    (folder / "sumber.json").write_text(json.dumps(sources()), encoding="utf-8")
    return folder
