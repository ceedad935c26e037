"""What sentences quote from the tables, in figures or words: each false one has a true twin."""

from __future__ import annotations

import pytest
from said import say
from unit_kecil import copy_unit, edit

from lkjip_analysis.checks import Finding
from lkjip_analysis.data.validation import load_year

TWINS = [  # rule, false, true
    # staff and goods: there, needed, short; in words as in figures
    ("K75", "Pegawai yang tersedia berjumlah sebelas orang.",
     "Pegawai yang tersedia berjumlah sepuluh orang."),
    ("K75", "Kekurangan pegawai berjumlah 9 orang.", "Kekurangan pegawai berjumlah 8 orang."),
    ("K75", "Rata-rata ketersediaan pegawai sebesar 75,50%.",
     "Rata-rata ketersediaan pegawai sebesar 57,50%."),
    ("K75", "Kursi rapat: standar kebutuhan 16 unit.", "Kursi rapat: standar kebutuhan 15 unit."),
    ("K75", "Kursi rapat yang tersedia sebanyak dua puluh lima buah.",
     "Kursi rapat yang tersedia sebanyak dua puluh buah."),
    # what the indicators of programmes count, in other words than their names
    ("K75", "Gaji diterima oleh enam belas orang.", "Gaji diterima oleh empat belas orang."),
    ("K75", "Selama setahun 41 orang menerima gaji.", "Selama setahun 14 orang menerima gaji."),
    # elements of the survey
    ("K75", "Unsur persyaratan memperoleh nilai rata-rata 3,5.",
     "Unsur persyaratan memperoleh nilai rata-rata 3,0."),
    ("K75", "Unsur waktu penyelesaian memperoleh nilai 2,9.",
     "Unsur waktu penyelesaian memperoleh nilai 3,4."),
    ("K73", "Unsur dengan nilai tertinggi adalah persyaratan.",
     "Unsur dengan nilai terendah adalah persyaratan."),
    ("K75", "Aspek profesionalisme memperoleh skor 4,5.",
     "Aspek profesionalisme memperoleh skor 3,5."),
    ("K73", "Penilaian terendah diberikan pada aspek kebijakan pelayanan.",
     "Penilaian tertinggi diberikan pada aspek kebijakan pelayanan."),
    ("K75", "Printer loket masih kurang tiga unit dari standar.",
     "Printer loket masih kurang dua unit dari standar."),
    ("K73", "Kekurangan pegawai terbesar terdapat pada IKPP.",
     "Kekurangan pegawai terbesar terdapat pada AKIP."),
    # positions, recommendations and how far they are, the year of the Renstra
    ("K85", "Kepala Dinas membawahi satu sekretariat dan tiga bidang.",
     "Kepala Dinas membawahi satu sekretariat dan dua bidang."),
    ("K85", "Sekretariat terdiri atas tiga subbagian.", "Sekretariat terdiri atas dua subbagian."),
    ("K85", "Unit memiliki 4 bidang.", "Unit memiliki 2 bidang."),
    ("K85", "Bidang Data membawahi tiga seksi.", "Bidang Data membawahi satu seksi."),
    ("K85", "Jumlah rekomendasi hasil evaluasi adalah 5.",
     "Jumlah rekomendasi hasil evaluasi adalah 3."),
    ("K85", "Tim evaluator memberikan lima rekomendasi kepada dinas.",
     "Tim evaluator memberikan tiga rekomendasi kepada dinas."),
    ("K74", "Dua rekomendasi telah selesai ditindaklanjuti.",
     "Satu rekomendasi telah selesai ditindaklanjuti."),
    ("K74", "Seluruh rekomendasi telah tuntas.", "Belum seluruh rekomendasi tuntas."),
    ("K74", "Satu rekomendasi selesai, satu selesai sebagian, dan tiga belum selesai.",
     "Satu rekomendasi selesai, satu selesai sebagian, dan satu belum selesai."),
    ("K85", "Tahun 2024 merupakan tahun ketiga pelaksanaan Renstra.",
     "Tahun 2024 merupakan tahun pertama pelaksanaan Renstra."),
    # predikat of a scale of words, this year's and last year's
    ("K67", "Predikat Kepatuhan Layanan tahun 2024 adalah Sedang.",
     "Predikat Kepatuhan Layanan tahun 2024 adalah Tinggi."),
    ("K67", "Predikat Kepatuhan Layanan tahun sebelumnya adalah Rendah.",
     "Predikat Kepatuhan Layanan tahun sebelumnya adalah Sedang."),
    # the regulation and the head, behind the office
    ("K95", "Susunan organisasi diatur dengan Peraturan Bupati Contoh Nomor 7 Tahun 2020.",
     "Susunan organisasi diatur dengan Peraturan Bupati Contoh Nomor 1 Tahun 2020."),
    ("K95", "Kedudukan dinas diatur dengan Peraturan Bupati Contoh Nomor 1 Tahun 2021.",
     "Kedudukan dinas diatur dengan Peraturan Bupati Contoh Nomor 1 Tahun 2020."),
    ("K57", "Kepala Dinas Contoh, SITI AMRULLAH, S.Sos.",
     "Kepala Dinas Contoh, SITI AMINAH, S.Sos."),
    # the budget against the year before
    ("K72", "Anggaran tahun ini berkurang dibandingkan tahun lalu.",
     "Anggaran tahun ini bertambah dibandingkan tahun lalu."),
    ("K72", "Serapan anggaran tahun 2024 lebih rendah daripada tahun sebelumnya.",
     "Serapan anggaran tahun 2024 lebih tinggi daripada tahun sebelumnya."),
    ("K76", "Realisasi Program Pelayanan Publik sebesar Rp160 juta atau 87,50 persen dari pagunya.",
     "Realisasi Program Pelayanan Publik sebesar Rp160 juta atau 80,00 persen dari pagunya."),
    # money in words
    ("K76", "Anggaran terealisasi sembilan ratus lima puluh juta rupiah.",
     "Anggaran terealisasi sembilan ratus dua puluh juta rupiah."),
]  # fmt: skip

LEFT_ALONE = [
    "Kepala Dinas dibantu oleh sekretaris dan empat Kepala Seksi.",
    "Dinas melaksanakan urusan dua bidang pemerintahan.",
    "Tiga bidang telah memiliki pohon kinerja.",
    "Dua rekomendasi lama masih dibahas.",
    "Kedua Renstra tersebut selaras.",
    "Pertama sasaran strategis ditetapkan, kemudian indikatornya.",
    "Dari 5 rekomendasi tahun lalu, dua telah selesai.",
    "Tahun 2026 merupakan tahun ketiga pelaksanaan Renstra.",
    "Predikat kepatuhan Tertinggi menjadi tujuan dinas.",
    "Susunan organisasi sebelumnya diatur dengan Peraturan Bupati Contoh Nomor 9 Tahun 2016.",
    "Tarif retribusi diatur dengan Peraturan Bupati Contoh Nomor 1 Tahun 2023.",
    "Kepala Dinas Contoh, Drs. BUDI SANTOSO, memasuki masa pensiun.",
    "Anggaran untuk pelatihan tahun ini lebih rendah daripada tahun sebelumnya.",
    "Dari 14 orang yang menerima gaji, 5 orang di antaranya berstatus pegawai kontrak.",
    "Dari 14 orang yang menerima gaji, 5 orang pindah tugas.",
    "Dua orang menerima penghargaan.",
    "Pada triwulan II sebanyak 13 orang menerima gaji.",
    "Unsur kecepatan memperoleh nilai 2,9.",
    "Waktu penyelesaian layanan tercatat 2,9 hari.",
    "Aspek keamanan memperoleh skor 4,5.",
    "Pembina P.A. Rahman memberikan arahan kepada 5 orang.",
    "Pengadaan kursi rapat sebanyak 2 unit diusulkan tahun depan.",
]
"""Parts of what is counted, other things, other times."""


MORE = {
    "skala_predikat.csv": [
        "kepatuhan;1;Tinggi;78;100;keduanya;4;;Rekaan", "kepatuhan;2;Sedang;54;78;bawah;3;;Rekaan",
        "kepatuhan;3;Rendah;0;54;bawah;2;;Rekaan",
    ],
    "2024/iku.csv": [
        "PATUH;S2;Predikat Kepatuhan Layanan;skor;naik;;;;;kepatuhan;;Tinggi;;Tinggi;4;;;;;"
    ],
    "2023/iku.csv": ["PATUH;S2;Predikat Kepatuhan Layanan;skor;naik;;;;;;3;;3;Sedang;;;;;;"],
    "2024/struktur.csv": [
        "KEU;SEKRETARIAT;1;Subbagian Keuangan;struktural;",
        "UMUM;SEKRETARIAT;2;Subbagian Umum;struktural;",
        "DATA;KEPALA;3;Bidang Data;struktural;", "LAYAN;KEPALA;4;Bidang Layanan;struktural;",
        "OLAH;DATA;1;Seksi Pengolahan;struktural;", "LOKET;LAYAN;1;Seksi Loket;struktural;",
        "ADUAN;LAYAN;2;Seksi Aduan;struktural;",
    ],
    "2024/tindak_lanjut.csv": ["3;Catat aduan;Buku aduan;1;buku;2024;Belum selesai;"],
}  # fmt: skip
LAST_YEAR = (
    "P1;;program;Penunjang Urusan;;;700000000;;;\nP1.K1;P1;kegiatan;Keuangan;;;700000000;;;\n"
    "P1.K1.S1;P1.K1;subkegiatan;Gaji;;;700000000;630000000;;\n"
)
"""What the tiny unit has not: positions, a scale of words, last year's money."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    root = copy_unit(tmp_path_factory.mktemp("unit"))
    for file, rows in MORE.items():
        with (root / file).open("a", encoding="utf-8") as table:
            table.writelines(f"{row}\n" for row in rows)
    edit(root, "2024/skm.csv", "Waktu;3,4", "Waktu penyelesaian;3,4")
    edit(root, "2024/ipp.csv", "Kebijakan;", "Kebijakan Pelayanan;")
    edit(root, "2024/sarpras.csv", "Printer;0;0;4;0", "Printer Loket;1;1;4;1")
    edit(root, "2023/program.csv", "P1;;program;Penunjang Urusan;;;;;;\n", LAST_YEAR)
    year = load_year(2024, root)
    texts = [*(text for _, *both in TWINS for text in both), *LEFT_ALONE]
    told = say(year, [("", "analisis", text) for text in texts])
    return {text: own for (_, _, text), own in told.items()}


@pytest.mark.parametrize(("rule", "false", "true"), TWINS)
def test_the_false_one_of_twins_is_found(
    found: dict[str, list[Finding]], rule: str, false: str, true: str
) -> None:
    assert rule in {finding.id for finding in found[false]}
    assert len(found[false]) <= 2
    assert [finding.as_text() for finding in found[true]] == []


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_the_data_do_not_say_is_left_alone(found: dict[str, list[Finding]], text: str) -> None:
    assert [finding.as_text() for finding in found[text]] == []
