"""R01-R25 counted part by part: what is there, what is missing, and how it is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from kasus import narasi, unit

from lkjip_analysis.assessment.compliance import assess
from lkjip_analysis.assessment.compliance_items import Item
from lkjip_analysis.checks import Finding, Keparahan
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.data.reading import Cell


def answer(code: str, findings: Sequence[Finding] = (), **parts: Any) -> Item:
    """Answer one requirement for a unit of a few rows, under findings given by hand."""
    return next(item for item in assess(unit(**parts), findings) if item.id == code)


def counted(item: Item) -> tuple[int, int, list[str]]:
    """Give parts there, all parts, and the names of the missing ones."""
    return item.terpenuhi, item.jumlah, item.kurang.split("; ") if item.kurang else []


def finding(
    code: str, severity: Keparahan = "peringatan", diakui: str = "", baris: int = 2
) -> Finding:
    cell = Cell("2024/program.csv", baris, "pagu", "")
    known = Acknowledgement(diakui) if diakui else None
    return Finding(code, severity, "Judul", f"ada {code}", (cell,), pengakuan=known)


def texts(*said: tuple[str, str]) -> str:
    return narasi(*((bagian, kode, "Dijelaskan.") for bagian, kode in said))


GOALS = "kode_sasaran;tujuan;sasaran\nS1;Aman;Tertib\nS2;Maju;Terlayani"
TREE = "kode;induk;tingkat;nama;kode_sasaran;pagu;realisasi;serapan_dilaporkan"
IKU = "kode_iku;kode_sasaran;indikator;satuan;polaritas;target;realisasi;target_akhir_renstra"

CHAPTERS = [f"teks Bab {number}" for number in ("I", "II", "III", "IV")]
ANNEX = "isi lampiran Perjanjian Kinerja"


@pytest.mark.parametrize(
    ("section", "chapter"),
    [
        ("kata_pengantar", None), ("pendahuluan", "I"), ("struktur_organisasi", "I"),
        ("evaluasi", "I"), ("renstra", "II"), ("perjanjian_kinerja", "II"), ("iku", "II"),
        ("akuntabilitas", "III"), ("skala", "III"), ("rincian_capaian", "III"),
        ("anggaran", "III"), ("tindak_lanjut", "III"), ("kesimpulan", "IV"),
        ("langkah_ke_depan", "IV"), ("penutup", "IV"),
    ],
)  # fmt: skip
def test_r01_chapters(section: str, chapter: str | None) -> None:
    item = answer("R01", narasi=texts((section, "")))
    lacking = [name for name in CHAPTERS if name != f"teks Bab {chapter}"]
    assert counted(item) == (5 - len(lacking) - 1, 5, [*lacking, ANNEX])


def test_r01_annex_needs_indicators_and_programmes() -> None:
    iku, tree = f"{IKU}\nA;S1;Nilai A;nilai;naik;;;", f"{TREE}\nP1;;program;Satu;;;;"
    assert ANNEX not in answer("R01", iku=iku, program=tree).kurang
    assert ANNEX in answer("R01", iku=iku).kurang
    assert ANNEX in answer("R01", program=tree).kurang


@pytest.mark.parametrize(
    ("parts", "lacking"),
    [
        ({}, ["susunan organisasi", "tugas dan fungsi", "isu strategis"]),
        ({"narasi": texts(("struktur_organisasi", ""))}, ["tugas dan fungsi", "isu strategis"]),
        (
            {"struktur": "kode_jabatan;urutan;jabatan\nA;1;Kepala"},
            ["tugas dan fungsi", "isu strategis"],
        ),
        ({"narasi": texts(("tugas_fungsi", ""))}, ["susunan organisasi", "isu strategis"]),
        (
            {"tugas": "kode_jabatan;jenis;urutan;teks\nA;tugas;1;Satu"},
            ["susunan organisasi", "isu strategis"],
        ),
        ({"narasi": texts(("isu_strategis", ""))}, ["susunan organisasi", "tugas dan fungsi"]),
    ],
)
def test_r02_organisation(parts: dict[str, str], lacking: list[str]) -> None:
    assert counted(answer("R02", **parts)) == (3 - len(lacking), 3, lacking)


def test_r03_agreement() -> None:
    item = answer(
        "R03",
        sasaran=GOALS,
        iku="kode_iku;kode_sasaran;indikator;satuan;polaritas;target;target_predikat"
        "\nA;S1;Nilai A;nilai;naik;0;\nB;S1;Nilai B;predikat;naik;;BB\nC;S1;Nilai C;nilai;naik;;"
        "\nD;S1;Nilai D;;naik;5;",
        program=f"{TREE}\nP1;;program;Satu;;5;;\nP2;;program;Dua;;;;\nK1;P1;kegiatan;Tiga;;;;",
    )
    lacking = [
        "IKU sasaran Terlayani",
        "target atau satuan Nilai C",
        "target atau satuan Nilai D",
        "anggaran Dua",
    ]
    assert counted(item) == (4, 8, lacking)


RATED = (
    "kode_iku;kode_sasaran;indikator;satuan;polaritas;skala;"
    "target;target_predikat;realisasi;realisasi_predikat;target_akhir_renstra"
)
SCALE = """skala;urutan;kategori;batas_bawah;batas_atas;termasuk
opini;1;WTP;;;atas
opini;2;WDP;;;atas
"""
OPINION = f"{RATED}\nO;S1;Nilai O;predikat;naik;opini;;WTP;;WTP;\nA;S1;Nilai A;nilai;naik;;5;;4;;9"


def test_r04_targets_of_the_agreement() -> None:
    iku = f"{OPINION}\nB;S1;Nilai B;nilai;naik;;;;4;;9"
    item = answer("R04", iku=iku, skala_predikat=SCALE)
    assert counted(item) == (2, 3, ["target Nilai B"])
    assert item.penjelasan.endswith("berasal dari data yang sama")


@pytest.mark.parametrize(
    ("code", "column", "named"), [("R05", "formula", "rumus"), ("R21", "bukti", "bukti")]
)
def test_r05_r21_columns_of_the_indicators(code: str, column: str, named: str) -> None:
    header = f"kode_iku;indikator;satuan;polaritas;{column};sumber_data;penanggung_jawab"
    iku = f"{header}\nA;Nilai A;nilai;naik;satu;dua;tiga\nB;Nilai B;nilai;naik;;dua;"
    assert counted(answer(code, iku=iku)) == (
        4,
        6,
        [f"{named} Nilai B", "penanggung jawab Nilai B"],
    )


def test_r06_in_line_with_the_plan() -> None:
    iku = f"{IKU}\nA;S1;Nilai A;nilai;naik;5;4;9\nB;S1;Nilai B;nilai;naik;5;4;"
    assert counted(answer("R06", iku=iku)) == (1, 2, ["target akhir Renstra Nilai B"])
    against = [finding("K42"), finding("K94", "galat"), finding("K41"), finding("K50", "catatan")]
    item = answer("R06", against, iku=iku)
    assert counted(item) == (1, 4, ["target akhir Renstra Nilai B", "K42: ada K42", "K94: ada K94"])
    assert item.penjelasan.endswith("1 nama program berbeda ejaan dengan Renstra atau tahun lalu")
    assert "ejaan" not in answer("R06", iku=iku).penjelasan


def test_r07_values_of_the_year() -> None:
    iku = (
        f"{IKU}\nA;S1;Nilai A;nilai;naik;5;4;9\nB;S1;Nilai B;nilai;naik;5;;9"
        "\nC;S1;Nilai C;nilai;naik;;4;"
    )
    lacking = ["realisasi Nilai B", "capaian Nilai B", "target Nilai C", "capaian Nilai C"]
    assert counted(answer("R07", iku=iku)) == (5, 9, lacking)


def test_r07_a_rating_is_judged_though_it_has_no_percentage() -> None:
    assert counted(answer("R07", iku=OPINION, skala_predikat=SCALE)) == (6, 6, [])
    unrated = OPINION.replace("WTP;;WTP", "WTP;;")
    lacking = ["realisasi Nilai O", "capaian Nilai O"]
    assert counted(answer("R07", iku=unrated, skala_predikat=SCALE)) == (4, 6, lacking)


def test_r08_earlier_years() -> None:
    header = "kode_iku;indikator;satuan;polaritas;realisasi"
    iku = f"{header}\nA;Nilai A;nilai;naik;5\nB;Nilai B;nilai;naik;5"
    past = {2023: {"iku": iku}, 2022: {"iku": f"{header}\nA;Nilai A;nilai;naik;5"}}
    item = answer("R08", iku=iku, past=past)
    assert counted(item) == (3, 4, ["realisasi Nilai B tahun 2022"])
    assert item.penjelasan.endswith("dicetak “belum tersedia” beserta alasannya")
    whole = {2023: {"iku": iku}, 2022: {"iku": iku}}
    item = answer("R08", iku=iku, past=whole)
    assert counted(item) == (4, 4, []) and "belum tersedia" not in item.penjelasan
    item = answer("R08", [finding("K72", "galat")], iku=iku, past=whole)
    assert counted(item) == (4, 5, ["K72: ada K72"])


def test_r09_end_of_the_plan() -> None:
    values = ("5;4;9", "5;;9", "5;4;")
    rows = [
        f"{code};S1;Nilai {code};nilai;naik;{row}" for code, row in zip("ABC", values, strict=True)
    ]
    iku = "\n".join([IKU, *rows])
    lacking = ["kemajuan Nilai B", "target akhir Renstra Nilai C", "kemajuan Nilai C"]
    assert counted(answer("R09", iku=iku)) == (3, 6, lacking)
    assert counted(answer("R09", iku=OPINION, skala_predikat=SCALE)) == (2, 2, [])


@pytest.mark.parametrize(
    ("row", "fact", "there"),
    [
        ("70;Laporan;", "", True),
        ("70;;", "", False),
        ("70;;", "Laporan nasional", True),
        (";Laporan;", "Laporan nasional", False),
        (";;Tidak ada angka nasional", "", True),
        (";;angka BELUM terbit", "", True),
        (";;Belumlah", "", False),
        (";;Rata-rata kabupaten", "", False),
        ("0;Laporan;", "", True),
    ],
)
def test_r10_nation(row: str, fact: str, there: bool) -> None:
    header = (
        "kode_iku;indikator;satuan;polaritas;realisasi_nasional;sumber_nasional;catatan_nasional"
    )
    iku = f"{header}\nA;Nilai A;nilai;naik;{row}"
    item = answer("R10", iku=iku, facts={"sumber_nasional": fact})
    named = ["nilai nasional Nilai A atau pernyataan bahwa standarnya tidak ada"]
    assert counted(item) == (int(there), 1, [] if there else named)
    item = answer("R10", [finding("K71", "galat")], iku=iku, facts={"sumber_nasional": fact})
    assert (item.jumlah, "K71: ada K71" in item.kurang) == (2, True)


CAUSES = ["penyebab keberhasilan", "penyebab kegagalan dan hambatan", "langkah pemecahan masalah"]


@pytest.mark.parametrize(
    ("section", "general", "why", "how"),
    [
        ("faktor_pendukung", 0, True, False), ("faktor_penghambat", 1, True, False),
        ("solusi", 2, False, True), ("rincian_capaian", None, True, False),
        ("analisis", None, True, False), ("rincian_perbandingan", None, True, False),
        ("upaya_perbaikan", None, False, True), ("langkah_ke_depan", None, False, True),
        ("kesimpulan", None, False, False),
    ],
)  # fmt: skip
def test_r11_causes_and_steps(section: str, general: int | None, why: bool, how: bool) -> None:
    iku = f"{IKU}\nA;S1;Derajat;nilai;naik;5;5;9"
    lacking = [name for n, name in enumerate(CAUSES) if n != general]
    lacking += [] if why else ["penjelasan penyebab yang menyebut Derajat"]
    lacking += [] if how else ["langkah yang menyebut Derajat"]
    item = answer("R11", iku=iku, narasi=texts((section, "A")))
    assert counted(item) == (5 - len(lacking), 5, lacking)
    named = narasi((section, "", "Derajat dijelaskan."))  # by its name instead of its code
    assert counted(answer("R11", iku=iku, narasi=named)) == counted(item)
    item = answer("R11", iku=iku, narasi=texts((section, "B")))
    assert "penjelasan penyebab yang menyebut Derajat" in item.kurang


def test_r11_findings_count() -> None:
    iku = f"{IKU}\nA;S1;Derajat;nilai;naik;5;5;9"
    assert answer("R11", [finding("K77"), finding("K72")], iku=iku).jumlah == 6
    told = [finding("K77", diakui="x"), finding("K84", "catatan", "tidak ada sebabnya di dokumen")]
    assert answer("R11", told, iku=iku).jumlah == 7, "acknowledged, it is still not explained"


def test_r12_efficiency() -> None:
    sound = {
        "sasaran": GOALS,
        "iku": f"{IKU}\nA;S1;Nilai A;nilai;naik;5;5;9",
        "program": f"{TREE}\nP1;;program;Satu;S1;100;90;",
        "sdm": "kode_iku;kebutuhan;ketersediaan\nA;4;2",
        "sarpras": "urutan;uraian;hasil_rekon;pengadaan_rkbmd;standar_kebutuhan\n1;Meja;1;0;2",
    }
    assert counted(answer("R12", **sound)) == (3, 4, ["efisiensi sasaran Terlayani"])
    for table, name in (("sdm", "sumber daya manusia"), ("sarpras", "sarana dan prasarana")):
        rest = {key: value for key, value in sound.items() if key != table}
        assert counted(answer("R12", **rest)) == (2, 4, ["efisiensi sasaran Terlayani", name])


SUPPORT = (
    "skala;urutan;kategori;batas_bawah;batas_atas;termasuk\ndukungan_program;1;Menunjang;0;;bawah"
)
ITEM = "kode;urutan;indikator;satuan;polaritas;target;realisasi"


@pytest.mark.parametrize(
    ("goal", "real", "lacking"),
    [
        ("S1", "4", []),
        ("", "4", ["kaitan Satu dengan sasaran"]),
        ("S1", "", ["penilaian Satu"]),
        ("", "", ["penilaian Satu"]),
    ],
)
def test_r13_programmes(goal: str, real: str, lacking: list[str]) -> None:
    item = answer(
        "R13",
        program=f"{TREE}\nP1;;program;Satu;{goal};;;\nK1;P1;kegiatan;Dua;;;;",
        indikator_program=f"{ITEM}\nP1;1;Jumlah orang;orang;naik;5;{real}",
        skala_predikat=SUPPORT,
    )
    assert counted(item) == (1 - len(lacking), 1, lacking)


@pytest.mark.parametrize(
    ("money", "there"), [("100;90", True), ("100;", False), (";90", False), ("0;0", False)]
)
def test_r14_money(money: str, there: bool) -> None:
    tree = f"{TREE}\nP1;;program;Satu;;{money};\nK1;P2;kegiatan;Dua;;;;"
    named = [] if there else ["pagu, realisasi, atau serapan Satu"]
    assert counted(answer("R14", program=tree)) == (int(there), 1, named)


@pytest.mark.parametrize(
    ("found", "missing"),
    [
        (finding("K01", "galat"), "K01: ada K01"),
        (finding("K02", "galat", "tercetak demikian"), "K02: ada K02 (diakui)"),
        (finding("K01", "peringatan"), "K01: ada K01"),
        (finding("K01", "peringatan", "wajar"), None),  # an acknowledged warning is none
        (finding("K01", "catatan"), None),
        (finding("K03", "galat"), None),
    ],
)
def test_which_findings_speak_against_a_requirement(found: Finding, missing: str | None) -> None:
    item = answer("R14", [found], program=f"{TREE}\nP1;;program;Satu;;100;90;")
    assert counted(item) == (1, 2 if missing else 1, [missing] if missing else [])


@pytest.mark.parametrize("code", ["K03", "K04", "K05", "K06", "K10", "K13", "K14", "K15"])
def test_r15_money_that_fits(code: str) -> None:
    money = ("100;90;90", "100;;90", "100;90;", "100;;")
    tree = "\n".join([TREE, *(f"P{n};;program;Nama;;{row}" for n, row in enumerate(money))])
    assert counted(answer("R15", program=tree)) == (3, 3, [])
    item = answer("R15", [finding(code, baris=3)], program=tree)
    assert counted(item) == (2, 3, [f"{code}: ada {code}"])
    assert counted(answer("R15", [finding("K11"), finding(code, "catatan")], program=tree)) == (
        3,
        3,
        [],
    )


def test_r16_money_by_goal() -> None:
    tree = f"{TREE}\nP1;;program;Satu;S1;100;90;"
    item = answer("R16", sasaran=GOALS, program=tree)
    assert counted(item) == (1, 2, ["anggaran sasaran Terlayani"])
    item = answer("R16", sasaran=GOALS, program=f"{tree}\nP2;;program;Dua;;50;40;")
    assert item.penjelasan.endswith("program tanpa sasaran: Rp50")


STEPS = ["kesimpulan", "upaya perbaikan kinerja", "langkah ke depan"]
TIED = "langkah yang terkait indikator atau rekomendasi evaluasi"


@pytest.mark.parametrize(
    ("said", "lacking"),
    [
        ((), [*STEPS, TIED]),
        ((("kesimpulan", "A", "Baik."),), [*STEPS[1:], TIED]),
        ((("upaya_perbaikan", "A", "Baik."),), [STEPS[0], STEPS[2], TIED]),
        ((("langkah_ke_depan", "", "Maju."),), [*STEPS[:2], TIED]),
        ((("langkah_ke_depan", "A", "Maju."),), STEPS[:2]),
        ((("langkah_ke_depan", "", "Derajat maju."),), STEPS[:2]),
        ((("langkah_ke_depan", "", "Menurut Evaluasi."),), STEPS[:2]),
        ((("kesimpulan", "", "Menurut evaluasi."),), [*STEPS[1:], TIED]),
    ],
)
def test_r17_steps(said: tuple[tuple[str, str, str], ...], lacking: list[str]) -> None:
    item = answer("R17", iku=f"{IKU}\nA;S1;Derajat;nilai;naik;5;5;9", narasi=narasi(*said))
    assert counted(item) == (4 - len(lacking), 4, lacking)


def test_r18_follow_up() -> None:
    header = "urutan;rekomendasi;rencana_aksi;target;waktu;status;bukti"
    rows = f"{header}\n1;Ukur;Rapat;2;Juni;Selesai;Notula\n2;Latih;;2;Juni;;\n3;Jelaskan;Rapat;;;;"
    item = answer("R18", tindak_lanjut=rows)
    lacking = ["rencana aksi 1 rekomendasi", "target 1 rekomendasi", "waktu 1 rekomendasi",
               "status 2 rekomendasi", "bukti 2 rekomendasi"]  # fmt: skip
    assert counted(item) == (11, 18, lacking)


@pytest.mark.parametrize(
    ("code", "groups"),
    [
        ("R19", (("K74", "K75", "K76"), ("K33", "K61", "K63"), ("K78",))),
        ("R20", (("K70",), ("K54", "K55"))),
    ],
)
def test_r19_r20_no_finding_is_a_part(code: str, groups: tuple[tuple[str, ...], ...]) -> None:
    whole = len(groups)
    assert counted(answer(code)) == (whole, whole, [])
    for group in groups:
        for own in group:
            lacking = [f"{own}: ada {own}"]
            assert counted(answer(code, [finding(own)])) == (whole - 1, whole, lacking)
            twice = answer(code, [finding(own), finding(own)])
            assert counted(twice) == (whole - 1, whole + 1, lacking * 2)
            assert counted(answer(code, [finding(own, "catatan")])) == (whole, whole, [])
    assert counted(answer(code, [finding("K01", "galat")])) == (whole, whole, [])


def test_r20_old_facilities_are_noted() -> None:
    assert "bukan data tahun laporan" in answer("R20", [finding("K65", "catatan")]).penjelasan
    assert "bukan data tahun laporan" not in answer("R20", [finding("K70")]).penjelasan


def test_r23_whole_indicators() -> None:
    header = "kode_iku;indikator;satuan;polaritas;formula;sumber_data"
    iku = f"{header}\nA;Nilai A;nilai;naik;F;S\nB;Nilai B;nilai;naik;;S\nC;Nilai C;nilai;naik;F;"
    item = answer("R23", iku=iku)
    assert item.penjelasan.startswith("1 dari 3 IKU punya satuan, rumus, dan sumber data; belum")


SIGNED = {"nama_kepala": "ANI", "nip_kepala": "1", "tanggal_penutup": "2025-02-10",
          "tautan_publikasi": "https://dinas.example"}  # fmt: skip
REVIEWED = "pernyataan telah direviu (belum dijawab)"
MONTHS = "penyampaian paling lambat dua bulan sesudah tahun berakhir"


@pytest.mark.parametrize(
    ("without", "total", "lacking"),
    [
        (None, 7, []),
        ("nama_kepala", 7, ["nama kepala"]),
        ("nip_kepala", 7, ["NIP kepala"]),
        ("tanggal_penutup", 5, ["tanggal"]),  # without a date nothing is said of its time
        ("tautan_publikasi", 7, ["tautan publikasi"]),
    ],
)
def test_r24_form(without: str | None, total: int, lacking: list[str]) -> None:
    facts = {key: value for key, value in SIGNED.items() if key != without}
    item = answer("R24", facts=facts)
    assert counted(item) == (total - len(lacking) - 1, total, [*lacking, REVIEWED])


@pytest.mark.parametrize(
    ("code", "lacking"),
    [("K90", ["satu tanggal yang wajar"]), ("K91", [MONTHS]), ("K92", [])],
)
def test_r24_dates(code: str, lacking: list[str]) -> None:
    item = answer("R24", [finding(code, "catatan")], facts=SIGNED)
    assert counted(item) == (6 - len(lacking), 7, [*lacking, REVIEWED])


@pytest.mark.parametrize(
    ("given", "there", "lacking"),
    [
        ("ya", 7, []),
        ("sebagian", 6, ["pernyataan telah direviu"]),
        ("tidak", 6, ["pernyataan telah direviu"]),
    ],
)
def test_r24_review(given: str, there: int, lacking: list[str]) -> None:
    answers = f"id;jawaban;bukti\nR24;{given};Berita acara"
    item = answer("R24", facts=SIGNED, penilaian_mandiri=answers)
    assert counted(item) == (there, 7, lacking)
    assert item.penjelasan == f"{there} dari 7 bagian ada; Berita acara"


def test_r25_plausible_values() -> None:
    parts = {
        "iku": f"{IKU}\nA;S1;Nilai A;nilai;naik;5;4;9\nB;S1;Nilai B;nilai;naik;5;;9",
        "indikator_program": f"{ITEM}\nP1;1;Jumlah orang;orang;naik;5;4\nP2;1;Nilai;nilai;naik;5;4",
    }
    assert counted(answer("R25", **parts)) == (3, 3, [])
    for code in ("K60", "K62"):
        item = answer("R25", [finding(code)], **parts)
        assert counted(item) == (2, 3, [f"{code}: ada {code}"])
    assert answer("R25", [finding("K60")] * 4, **parts).terpenuhi == 0
    assert counted(answer("R25", [finding("K61"), finding("K60", "catatan")], **parts)) == (
        3,
        3,
        [],
    )


@pytest.mark.parametrize(
    ("code", "parts", "status"),
    [
        ("R16", {}, "belum"),  # nothing to count
        ("R16", {"sasaran": GOALS}, "belum"),
        ("R16", {"sasaran": GOALS, "program": f"{TREE}\nP1;;program;Satu;S1;5;4;"}, "sebagian"),
        (
            "R16",
            {"sasaran": "kode_sasaran;tujuan;sasaran\nS1;Aman;Tertib",
             "program": f"{TREE}\nP1;;program;Satu;S1;5;4;"},
            "terpenuhi",
        ),
    ],
)  # fmt: skip
def test_status_by_parts(code: str, parts: dict[str, str], status: str) -> None:
    item = answer(code, **parts)
    assert item.status == status
    if not parts:
        assert item.penjelasan == "tidak ada data untuk dinilai"
