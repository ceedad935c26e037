"""What sentences claim, true and false, of indicators of both polarities, at equal values too."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from kasus import look, narasi, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.results import Results

NAMED = "kode_iku;indikator;satuan;polaritas"
INDICATORS = f"""{NAMED};target;realisasi;target_akhir_renstra;realisasi_nasional
MUTU;Indeks mutu;indeks;naik;10;12;15;8
WAKTU;Waktu tunggu;menit;turun;20;25;15;30
SAMA;Derajat sama;indeks;naik;5;5;5;5
BARU;Derajat baru;indeks;naik;7;8;;9
KOSONG;Derajat kosong;indeks;naik;;;;
"""
LAST = f"""{NAMED};realisasi
MUTU;Indeks mutu;indeks;naik;11
WAKTU;Waktu tunggu;menit;turun;24
SAMA;Derajat sama;indeks;naik;5
BARU;Derajat baru;indeks;naik;7
"""
BEFORE = f"""{NAMED};realisasi
MUTU;Indeks mutu;indeks;naik;9
WAKTU;Waktu tunggu;menit;turun;26
SAMA;Derajat sama;indeks;naik;4
"""
MARKS = """urutan;komponen;bobot;nilai
1;Perencanaan Kinerja;30;24
2;Pengukuran Kinerja;30;18,5
3;Pelaporan Kinerja;15;13,5
4;Evaluasi Internal;25;20
"""


def unit_saying(texts: Iterable[tuple[str, str]], **tables: str) -> Results:
    """Make a unit of five IKU and four components, whose texts (by IKU) say this."""
    said = narasi(*(("analisis", code, text) for code, text in texts))
    given = {"iku": INDICATORS, "evaluasi": MARKS, **tables}
    return unit(narasi=said, past={2023: {"iku": LAST}, 2022: {"iku": BEFORE}}, **given)


def wrong(code: str, *texts: str, kode: str = "", **tables: str) -> list[str]:
    """Name the texts that a rule finds something in."""
    found = look(code, unit_saying(((kode, text) for text in texts), **tables))
    return [texts[(finding.baris or 0) - 2] for finding in found]


NATIONAL_TRUE = (
    "MUTU melebihi rata-rata nasional.",
    "MUTU melampaui rata-rata nasional.",
    "MUTU di atas rata-rata nasional.",
    "MUTU diatas rata-rata nasional.",
    "MUTU lebih tinggi daripada nasional.",
    "MUTU lebih baik daripada nasional.",
    "MUTU unggul atas nasional.",
    "WAKTU di bawah rata-rata nasional.",  # 25 of 30 minutes: so it is, and good
    "WAKTU lebih rendah daripada nasional.",
    "WAKTU lebih baik daripada nasional.",
    "WAKTU melampaui rata-rata nasional.",  # said of the performance
    "SAMA di bawah rata-rata nasional.",  # modest
    "SAMA tertinggal dari nasional.",
    "BARU di bawah rata-rata nasional.",
    "BARU dibawah rata-rata nasional.",
    "BARU lebih rendah daripada nasional.",
    "BARU lebih kecil daripada nasional.",
    "BARU belum mencapai rata-rata nasional.",
    "BARU tertinggal dari nasional.",
    "BARU melebihi target Standar Nasional Pendidikan.",  # no level of an indicator
    "Upaya agar BARU melebihi rata-rata nasional.",
    "Upaya agar BARU lebih baik daripada nasional.",
    "Upaya agar BARU di atas rata-rata nasional.",
    "WAKTU tercatat rapi. Data nasional terbit.",
    "BARU di atas Standar Nasional Pendidikan dan nasional.",
    f"BARU di atas {'kabupaten ' * 8} nasional.",  # said of something else
    "BARU di atas kabupaten; data nasional belum terbit.",
)
NATIONAL_FALSE = (
    "BARU melebihi rata-rata nasional.",
    "BARU melampaui rata-rata nasional.",
    "BARU DI ATAS rata-rata Nasional.",
    "BARU lebih tinggi daripada nasional.",
    "BARU lebih baik daripada nasional.",
    "BARU unggul atas nasional.",
    "SAMA melebihi rata-rata nasional.",
    "SAMA di atas rata-rata nasional.",
    "SAMA lebih baik daripada nasional.",
    "MUTU di bawah rata-rata nasional.",
    "MUTU lebih kecil daripada nasional.",
    "MUTU belum mencapai rata-rata nasional.",
    "MUTU tertinggal dari nasional.",
    "WAKTU di atas rata-rata nasional.",
    "WAKTU tertinggal dari nasional.",
    "Perlu upaya karena MUTU di bawah rata-rata nasional.",  # a plan, but a claim as well
    "Perlu upaya karena MUTU tertinggal dari nasional.",
    f"BARU di atas {'kabupaten ' * 7} nasional.",
    "KOSONG melebihi rata-rata nasional.",  # no value to compare with
)


def test_national_claims() -> None:
    assert wrong("K71", *NATIONAL_TRUE) == []
    found = wrong("K71", *NATIONAL_FALSE)
    assert list(dict.fromkeys(found)) == list(NATIONAL_FALSE)
    of_nobody = "Pelayanan melebihi rata-rata nasional."  # true of some IKU
    assert wrong("K71", of_nobody) == []


def test_planned_low_values() -> None:
    wish = "Upaya agar WAKTU di bawah rata-rata nasional."
    doubt = "Upaya karena WAKTU di atas rata-rata nasional."
    assert wrong("K71", wish, doubt) == [doubt]
    slow = INDICATORS.replace("15;30", "15;20")
    assert wrong("K71", wish, iku=slow) == []  # not yet so: it is a plan
    assert wrong("K71", "WAKTU di bawah rata-rata nasional.", iku=slow) != []
    level = INDICATORS.replace("15;30", "15;25")
    assert wrong("K71", "WAKTU melebihi nasional.", "WAKTU di bawah nasional.", iku=level) == [
        "WAKTU melebihi nasional."
    ]


def test_national_claims_beside_an_indicator() -> None:
    header, *rest = INDICATORS.splitlines()
    note = "Capaian BARU melebihi rata-rata nasional"
    rows = [f"{row};{note if 'BARU' in row else ''}" for row in rest]
    iku = "\n".join([f"{header};catatan_nasional", *rows])
    found = look("K71", unit(iku=iku))
    places = [("2024/iku.csv", 5, "catatan_nasional")]
    assert [(f.berkas, f.baris, f.kolom) for f in found] == places


TREND_TRUE = (
    "MUTU naik.", "MUTU meningkat.", "MUTU mengalami kenaikan.", "MUTU mengalami peningkatan.",
    "Pada MUTU terjadi kenaikan.", "Pada MUTU terjadi peningkatan.", "MUTU selalu naik.",
    "MUTU naik dari 2022 sampai 2024.", "WAKTU naik.", "BARU naik.", "Upaya agar MUTU menurun.",
    "MUTU tidak turun.", "MUTU belum pernah turun.", "SAMA tetap.", "Warga naik bus.",
    "BARU menaik.",
)  # fmt: skip
TREND_FALSE = (
    "MUTU tetap.", "MUTU tidak naik.",
    "MUTU turun.", "MUTU menurun.", "MUTU mengalami penurunan.", "Pada MUTU terjadi penurunan.",
    "WAKTU turun.", "SAMA naik.", "SAMA turun.",
    "WAKTU selalu naik.", "WAKTU terus naik.", "WAKTU terus-menerus naik.",
    "WAKTU terus menerus naik.", "WAKTU naik setiap tahun.", "WAKTU naik dari tahun ke tahun.",
    "WAKTU konsisten naik.", "WAKTU naik sejak 2022.", "WAKTU turun sejak 2022.",
    "BARU selalu naik.", "BARU naik sejak 2022.", "KOSONG naik.", "KOSONG selalu naik.",
    f"Agar jelas, {'sebagaimana dicatat ' * 4}MUTU menurun.",  # the plan is too far off
)  # fmt: skip


def test_trends() -> None:
    assert wrong("K72", *TREND_TRUE) == []
    assert wrong("K72", *TREND_FALSE) == list(TREND_FALSE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MUTU turun.", "MUTU turun, padahal perubahan 2023-2024 1:"),
        ("SAMA naik.", "SAMA naik, padahal perubahan 2023-2024 0:"),
        ("WAKTU selalu naik.", "WAKTU naik, padahal perubahan 2022-2023 -2:"),
        ("WAKTU turun sejak 2022.", "WAKTU turun, padahal perubahan 2023-2024 1:"),
        ("BARU selalu naik.", "BARU selalu naik, tetapi realisasi 2022 tidak tersedia:"),
        ("BARU naik sejak 2022.", "BARU selalu naik, tetapi realisasi 2022 tidak tersedia:"),
        ("BARU selalu turun.", "BARU turun, padahal perubahan 2023-2024 1:"),
        ("KOSONG turun.", "KOSONG turun, tetapi realisasi 2023 tidak tersedia:"),
        ("KOSONG selalu naik.", "KOSONG selalu naik, tetapi realisasi 2023 dan 2022 tidak"),
    ],
)
def test_words_of_a_trend(text: str, said: str) -> None:
    found = look("K72", unit_saying([("", text)]))
    assert [f.pesan.startswith(f"kalimat menyatakan {said}") for f in found] == [True]


WEAKEST_TRUE = (
    "Pengukuran Kinerja terendah.", "Yang terkecil Pengukuran Kinerja.",
    "Nilai paling rendah: pengukuran kinerja.", "Pelaporan Kinerja tertinggi.",
    "Yang terbesar Pelaporan Kinerja.", "Yang paling tinggi Pelaporan Kinerja.",
    "Pelaporan Kinerja memadai.", "Serapan terendah di bulan Mei.", "Serapan tertinggi di Mei.",
)  # fmt: skip
WEAKEST_FALSE = (
    "Pelaporan Kinerja terendah.", "Yang terkecil Pelaporan Kinerja.",
    "Nilai paling rendah: pelaporan kinerja.", "Perencanaan Kinerja tertinggi.",
    "Yang terbesar Perencanaan Kinerja.", "Yang paling tinggi Pengukuran Kinerja.",
    "Evaluasi Internal TERTINGGI.",
)  # fmt: skip


def test_weakest_and_strongest_component() -> None:
    assert wrong("K73", *WEAKEST_TRUE) == []
    assert wrong("K73", *WEAKEST_FALSE) == list(WEAKEST_FALSE)


def test_components_that_are_equal() -> None:
    equal = MARKS.replace("18,5", "24")  # 80, 80, 90, 80
    texts = ("Evaluasi Internal terendah.", "Perencanaan Kinerja terendah.")
    assert wrong("K73", *texts, evaluasi=equal) == []


@pytest.mark.parametrize(("rows", "count"), [(1, 0), (2, 1)])
def test_one_component_is_neither(rows: int, count: int) -> None:
    marks = "\n".join(MARKS.splitlines()[: rows + 1])
    text = "Perencanaan Kinerja terendah dari Pengukuran Kinerja."
    assert len(wrong("K73", text, evaluasi=marks)) == count


def test_components_without_a_mark_do_not_count() -> None:
    marks = MARKS.replace("18,5", "")
    assert wrong("K73", "Pengukuran Kinerja terendah.", evaluasi=marks) == []
    text = "Perencanaan Kinerja terendah."
    assert wrong("K73", text, evaluasi=marks) == []


SUCCESS_TRUE = (
    "MUTU telah tercapai.", "MUTU sudah melebihi target.", "SAMA telah tercapai.",
    "WAKTU belum tercapai.", "WAKTU tidak mencapai target.", "WAKTU gagal memenuhi target.",
    "WAKTU kurang terpenuhi.", "Target WAKTU belum dapat tercapai.", "BARU telah tercapai.",
    "MUTU belum mencapai target akhir Renstra.", "SAMA telah mencapai target akhir Renstra.",
    "MUTU belum tercapai pada akhir periode.", "MUTU belum tercapai untuk jangka menengah.",
    "Diharapkan WAKTU telah tercapai.", "Upaya agar WAKTU melebihi target.",
    "Bila MUTU belum tercapai maka dilaporkan.", "KOSONG telah tercapai.",
    "BARU telah mencapai target akhir Renstra.",  # has none
    "Kinerja nasional WAKTU telah tercapai.", "Kinerja provinsi WAKTU telah tercapai.",
    "Program WAKTU telah tercapai.", "Kegiatan WAKTU telah tercapai.",
    "Sub kegiatan WAKTU telah tercapai.", "Loket telah buka.", "WAKTU diukur dan dicatat.",
)  # fmt: skip
SUCCESS_FALSE = (
    "WAKTU telah tercapai.", "WAKTU sudah tercapai.", "WAKTU berhasil tercapai.",
    "WAKTU telah mencapai target.", "WAKTU sudah memenuhi target.", "Target WAKTU telah tercapai.",
    "Pada WAKTU targetnya tercapai.", "IKU tercapai pada WAKTU.",
    "WAKTU tercapai sesuai target.", "WAKTU mencapai target yang ditetapkan.",
    "WAKTU telah dapat tercapai.", "WAKTU melebihi target.", "WAKTU melampaui target.",
    "WAKTU melebihi semua target.", "SAMA melebihi target.",
    "MUTU belum tercapai.", "MUTU tidak tercapai.", "MUTU tak tercapai.", "MUTU kurang memenuhi.",
    "MUTU gagal mencapai target.", "MUTU belum berhasil mencapai target.",
    "MUTU tidak berhasil mencapai target.", "MUTU belum dapat terpenuhi.",
    "MUTU tidak dapat terpenuhi.", "SAMA belum tercapai.", "MUTU belum banyak tercapai.",
    "MUTU telah mencapai target akhir Renstra.", "MUTU melebihi target jangka menengah.",
    "MUTU telah tercapai pada akhir periode.", "MUTU telah mencapai target akhir.",
    f"Agar jelas, {'sebagaimana dicatat ' * 3}WAKTU telah tercapai.",
)  # fmt: skip


def test_success_and_failure() -> None:
    assert wrong("K74", *SUCCESS_TRUE) == []
    assert wrong("K74", *SUCCESS_FALSE) == list(SUCCESS_FALSE)


def test_whose_success_is_meant() -> None:
    assert wrong("K74", "Target telah tercapai.", kode="WAKTU") != []
    assert wrong("K74", "Target telah tercapai.", kode="MUTU") == []
    assert wrong("K74", "Target telah tercapai.") == []  # of nobody in particular
    everyone = (
        "Semua indikator telah tercapai.", "Seluruh IKU telah tercapai.",
        "Seluruh sasaran telah tercapai.", "Semua target telah tercapai.",
    )  # fmt: skip
    assert wrong("K74", *everyone) == list(everyone)  # WAKTU was not
    assert wrong("K74", "Semua indikator MUTU telah tercapai.") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "WAKTU telah tercapai.",
            "target tercapai untuk WAKTU, padahal target 20 dan realisasi 25",
        ),
        ("SAMA melebihi target.", "melebihi target untuk SAMA, padahal target 5 dan realisasi 5"),
        ("MUTU belum tercapai.", "target belum tercapai untuk MUTU, padahal target 10 dan"),
        (
            "MUTU melebihi target akhir Renstra.",
            "melebihi target untuk MUTU, padahal target akhir renstra 15 dan realisasi 12",
        ),
    ],
)
def test_words_of_success(text: str, said: str) -> None:
    found = look("K74", unit_saying([("", text)]))
    assert [f.pesan.startswith(f"teks menyatakan {said}") for f in found] == [True]


ITEMS = "kode;urutan;indikator;satuan;polaritas;target;realisasi"
SWEEPING = (
    "Output dan outcome telah tercapai.", "Semua program telah tercapai.",
    "Seluruh kegiatan sudah tercapai.", "Semua subkegiatan telah tercapai.",
    "Seluruh sub kegiatan telah tercapai.", "Semua program melebihi target.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("reals", "seen"),
    [(["102", "101"], False), (["100", "99,99"], True), (["102", ""], False), ([], False)],
)
def test_sweeping_claims(reals: list[str], seen: bool) -> None:
    items = "\n".join([ITEMS, *(f"P{n};1;Nilai;nilai;naik;100;{r}" for n, r in enumerate(reals))])
    assert wrong("K74", *SWEEPING, indikator_program=items) == (list(SWEEPING) if seen else [])
    modest = ("Program telah tercapai.", "Semua program berjalan.")
    assert bool(wrong("K74", "Semua program belum tercapai.", indikator_program=items)) == (
        bool(reals) and not seen  # it may mean: not all of them
    )
    assert wrong("K74", *modest, indikator_program=items) == []


def test_what_has_no_target_has_not_reached_it() -> None:
    head = f"{ITEMS};capaian_dilaporkan"
    items = f"{head}\nP0;1;Nilai;nilai;naik;100;101;\nP1;1;Nilai;nilai;naik;;5;100"
    said = "Semua program telah tercapai."
    (finding,) = look("K74", unit_saying([("", said)], indikator_program=items))
    assert "1 indikator program tidak: P1 (Nilai) –" in finding.pesan


def test_sweeping_claims_name_four_and_point_at_all() -> None:
    items = "\n".join([ITEMS, *(f"P{n};1;Nilai;nilai;naik;100;9{n}" for n in range(8))])
    hasil = unit_saying([("", "Semua program telah tercapai.")], indikator_program=items)
    finding = look("K74", hasil)[0]
    assert "8 indikator program tidak" in finding.pesan
    assert finding.pesan.count("%") == 4 and len(finding.sel) == 1 + 2 * 8


SPOILED = {
    "K71": [
        "BARU melebihi rata-rata nasional.",
        "KOSONG di atas nasional.",
        "MUTU tertinggal dari nasional.",
    ],
    "K72": ["MUTU turun.", "WAKTU selalu naik.", "BARU selalu naik."],
    "K73": ["Pelaporan Kinerja terendah."],
    "K74": ["WAKTU telah tercapai.", "Semua program melebihi target."],
}


@pytest.mark.parametrize("code", SPOILED)
def test_what_is_said(code: str, snapshot: SnapshotAssertion) -> None:
    items = f"{ITEMS}\nP1;1;Nilai;nilai;naik;100;90"
    hasil = unit_saying((("", text) for text in SPOILED[code]), indikator_program=items)
    assert told(look(code, hasil)) == snapshot
