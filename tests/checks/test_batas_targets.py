"""Targets and realisations at the bounds of their rules, for both polarities."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kasus import look, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks.doubts import with_doubts
from lkjip_analysis.checks.targets import is_better
from lkjip_analysis.results import Results

IKU = "kode_iku;indikator;satuan;polaritas;target;realisasi;target_akhir_renstra"
ITEMS = "kode;urutan;indikator;satuan;polaritas;target;realisasi"


def aimed(
    target: str, real: str = "", final: str = "", last: str = "", polarity: str = "naik",
    ends: str = "2026",
) -> Results:  # fmt: skip
    """Make a unit of two IKU, the second with these values."""
    row = f"B;Tingkat mutu;nilai;{polarity}"
    return unit(
        iku=f"{IKU}\nA;Tingkat lain;nilai;naik;5;5;5\n{row};{target};{real};{final}",
        past={2023: {"iku": f"{IKU}\n{row};;{last};"}},
        facts={"renstra_akhir": ends},
    )


@pytest.mark.parametrize(
    ("value", "other", "up", "down"),
    [("4", "5", False, True), ("5", "5", False, False), ("5", "4", True, False)],
)
def test_better(value: str, other: str, up: bool, down: bool) -> None:
    one, two = Decimal(value), Decimal(other)
    assert (is_better(one, two, "naik"), is_better(one, two, "turun")) == (up, down)


@pytest.mark.parametrize(
    ("polarity", "target", "last", "gap"),
    [
        ("naik", "72", "72", None),
        ("naik", "72", "72,01", "-0,01"),
        ("naik", "72", "71", None),
        ("turun", "15", "15", None),
        ("turun", "15", "14,9", "0,1"),
        ("turun", "15", "16", None),
        ("naik", "", "73", None),
        ("naik", "72", "", None),
        ("turun", "1", "0", "1"),
    ],
)
def test_target_and_last_year(polarity: str, target: str, last: str, gap: str | None) -> None:
    found = look("K41", aimed(target, last=last, polarity=polarity))
    assert [f.selisih for f in found] == ([] if gap is None else [gap])
    assert all((f.baris, f.kolom, f.sel[1].berkas) == (3, "target", "2023/iku.csv") for f in found)


@pytest.mark.parametrize(
    ("polarity", "target", "real", "final", "ends", "expected"),
    [
        ("naik", "8", "8,05", "8,05", "2026", None),
        ("naik", "8", "8,06", "8,05", "2026", ("realisasi", "catatan", "0,01")),
        ("naik", "8,06", "9", "8,05", "2026", ("target", "peringatan", "0,01")),
        ("naik", "8", "9", "", "2026", None),
        ("naik", "8", "", "8,05", "2026", None),
        ("naik", "", "8,06", "8,05", "2026", ("realisasi", "catatan", "0,01")),
        ("turun", "15", "12", "12", "2026", None),
        ("turun", "15", "11", "12", "2026", ("realisasi", "catatan", "-1")),
        ("turun", "11", "11", "12", "2026", ("target", "peringatan", "-1")),
        ("naik", "8", "8,06", "8,05", "2025", ("realisasi", "catatan", "0,01")),
        # in the last year of the plan its final target is this year's
        ("naik", "8,05", "9", "8,05", "2024", None),
        ("naik", "8", "7", "8,05", "2024", ("target", "peringatan", "-0,05")),
        ("naik", "", "9", "8,05", "2024", None),
        ("turun", "13", "11", "12", "2024", ("target", "peringatan", "1")),
        ("naik", "8", "9", "8,05", "2023", None),
    ],
)
def test_end_of_the_plan(
    polarity: str, target: str, real: str, final: str, ends: str, expected: tuple[str, ...] | None
) -> None:
    found = look("K42", aimed(target, real, final, polarity=polarity, ends=ends))
    assert [(f.kolom, f.keparahan, f.selisih) for f in found] == (
        [] if expected is None else [expected]
    )
    assert all(f.baris == 3 for f in found)


def test_a_plan_without_an_end() -> None:
    assert look("K42", aimed("8", "9", "8,05", ends="")) == []
    assert len(look("K42", aimed("9", "7", "8,05", ends=""))) == 1


RATED = (
    "kode_iku;indikator;satuan;polaritas;skala;target;target_predikat;realisasi;realisasi_predikat"
)
SCORED = """skala;urutan;kategori;batas_bawah;batas_atas;termasuk;skor
mutu;1;A;;;atas;4
mutu;2;B;;;atas;3"""


@pytest.mark.parametrize("unit_of", ["nilai", "skor"])
def test_the_score_of_a_predikat_beside_a_value(unit_of: str) -> None:
    """A target of 4 by its predikat is neither below 70 of last year nor beyond 2 in the end."""
    row = f"A;Mutu;{unit_of};naik;mutu"
    hasil = unit(
        iku=f"{RATED};target_akhir_renstra\n{row};;A;;A;2",
        past={2023: {"iku": f"{RATED}\n{row};;;70;"}},
        skala_predikat=SCORED,
    )
    seen = unit_of == "skor"
    assert [bool(look(code, hasil)) for code in ("K41", "K42", "K48")] == [seen] * 3


@pytest.mark.parametrize(
    ("target", "seen"), [("0", True), ("-1", True), ("0,01", False), ("", False)]
)
def test_target_of_nothing(target: str, seen: bool) -> None:
    assert places("K43", aimed(target)) == ([(3, "target")] if seen else [])
    item = f"{ITEMS}\nP1;1;Jumlah orang;orang;naik;4;4\nP2;1;Jumlah orang;orang;naik;{target};4"
    assert places("K43", unit(indikator_program=item)) == ([(3, "target")] if seen else [])


LOW = (
    "Angka kematian ibu", "Angka kemiskinan desa", "Angka kecelakaan kerja",
    "Tingkat kemiskinan kota", "Tingkat pengangguran terbuka", "Persentase penduduk miskin",
    "Prevalensi tengkes", "Waktu tunggu layanan", "Waktu tanggap kebakaran",
    "Lama waktu perizinan", "Rata-rata waktu layanan", "Rata-rata lama pelayanan loket",
    "Jumlah pengaduan warga", "Jumlah kasus demam", "Jumlah pelanggaran disiplin",
    "Jumlah temuan pemeriksaan", "Jumlah kecelakaan kerja",
)  # fmt: skip
HIGH = (
    "Nilai mutu", "Indeks kualitas layanan", "Indeks kepuasan warga", "Indeks pelayanan publik",
    "Indeks reformasi birokrasi", "Jumlah dokumen perencanaan", "Jumlah laporan keuangan",
    "Jumlah orang terlatih", "Jumlah paket sembako", "Jumlah unit usaha", "Cakupan imunisasi",
    "Opini BPK",
    "Persentase laporan tepat waktu", "Persentase gedung sesuai standar",
    "Persentase surat sesuai aturan", "Persentase desa tertib", "Persentase rapat terlaksana",
    "Persentase rapat dilaksanakan", "Persentase sarana terpenuhi",
    "Persentase pemenuhan sarana", "Persentase naskah tersusun", "Persentase naskah disusun",
    "Persentase aduan ditindaklanjuti", "Persentase lembaga aktif",
    "Persentase gedung kondisi baik", "Persentase warga dilayani",
    "Persentase rapat difasilitasi", "Persentase alat disediakan", "Persentase desa dibina",
    "Persentase berkas lengkap", "Persentase siswa lulus", "Persentase warga puas",
    "Jumlah desa tertib",
)  # fmt: skip
FREE = (
    "Persentase desa tidak tertib", "Persentase berkas belum lengkap",
    "Persentase rapat tanpa notula lengkap", "Persentase lembaga nonaktif",
    "Persentase desa", "Tingkat desa tertib", "Laju inflasi",
)  # fmt: skip
HANDLED = (
    "Jumlah pengaduan ditindaklanjuti", "Jumlah kasus diselesaikan", "Jumlah kasus ditangani",
    "Jumlah pelanggaran terselesaikan", "Jumlah kasus tertangani", "Jumlah kasus difasilitasi",
    "Jumlah pengaduan dilayani",
)  # fmt: skip


def directed(polarity: str, *names: str) -> list[int | None]:
    """Give the places, from 0, of the names whose direction is doubted."""
    rows = [f"P{n};1;{name};nilai;{polarity};;" for n, name in enumerate(names)]
    found = look("K44", unit(indikator_program="\n".join([ITEMS, *rows])))
    return [(f.baris or 0) - 2 for f in found]


def test_what_one_wants_less_of() -> None:
    assert directed("naik", *LOW) == list(range(len(LOW)))
    assert directed("turun", *LOW) == []


def test_what_one_wants_more_of() -> None:
    assert directed("turun", *HIGH) == list(range(len(HIGH)))
    assert directed("naik", *HIGH) == []


def test_what_goes_either_way() -> None:
    assert directed("naik", *FREE) == directed("turun", *FREE) == []


def test_bad_things_that_were_dealt_with() -> None:
    assert directed("naik", *HANDLED) == []


def test_direction_of_an_iku() -> None:
    iku = "kode_iku;indikator;satuan;polaritas"
    assert places("K44", unit(iku=f"{iku}\nA;Waktu tunggu;menit;naik")) == [(2, "polaritas")]
    assert places("K44", unit(iku=f"{iku}\nA;Nilai AKIP;nilai;turun")) == [(2, "polaritas")]


@pytest.mark.parametrize(
    ("target", "real", "cause"),
    [
        ("100", "200", None),
        ("100", "200,1", "salah ketik"),
        ("100", "25", None),
        ("100", "24,9", "salah ketik"),
        ("100", "0", "salah ketik"),
        ("100", "", None),
        ("80", "805,5", "koma bergeser"),
        ("100", "700", "koma bergeser"),
        ("100", "699", "salah ketik"),
        ("100", "1300", "koma bergeser"),
        ("100", "1301", "salah ketik"),
        ("100", "9000", "koma bergeser"),
        ("100", "100000", "koma bergeser"),
        ("100", "1000000", "salah ketik"),
    ],
)
def test_extreme_capaian(target: str, real: str, cause: str | None) -> None:
    found = look("K47", aimed(target, real))
    assert [(f.baris, f.kolom) for f in found] == ([] if cause is None else [(3, "realisasi")])
    assert all(f.dugaan.startswith(str(cause)) for f in found)
    item = f"{ITEMS}\nP1;1;Jumlah orang;orang;naik;4;4\nP2;1;Nilai;nilai;naik;{target};{real}"
    assert places("K47", unit(indikator_program=item)) == (
        [] if cause is None else [(3, "realisasi")]
    )


@pytest.mark.parametrize(("real", "seen"), [("200", False), ("201", True)])
@pytest.mark.parametrize("table", ["iku", "indikator_program"])
def test_extreme_capaian_last_year(table: str, real: str, seen: bool) -> None:
    head = {"iku": "kode_iku", "indikator_program": "kode;urutan"}[table]
    code = {"iku": "A", "indikator_program": "P1;1"}[table]
    rows = f"{head};indikator;satuan;polaritas;target;realisasi\n{code};Mutu;nilai;naik;100;"
    found = look("K47", unit(**{table: f"{rows}101"}, past={2023: {table: f"{rows}{real}"}}))
    assert [(f.berkas, f.baris, f.kolom) for f in found] == (
        [(f"2023/{table}.csv", 2, "realisasi")] if seen else []
    )
    assert all("201,00% tahun lalu (" in f.pesan for f in found)


@pytest.mark.parametrize(
    ("reported", "seen"), [("24,9", True), ("25", False), ("200", False), ("200,1", True)]
)
def test_extreme_capaian_as_reported(reported: str, seen: bool) -> None:
    rows = f"{ITEMS};capaian_dilaporkan\nP1;1;Mutu;nilai;naik;;5;{reported}"
    hasil = with_doubts(unit(indikator_program=rows))
    assert places("K47", hasil) == ([(2, "capaian_dilaporkan")] if seen else [])
    assert bool(hasil.indikator["P1", 1].capaian_dilaporkan.diragukan) == seen


def test_extreme_capaian_of_what_is_computed() -> None:
    """Of a composite IKU, whose realisation stands in its components, and of a predikat."""
    (found,) = look("K47", unit(
        iku=f"{IKU}\nA;Indeks layanan;indeks;naik;8;;",
        komponen_iku="kode_iku;komponen;koefisien;nilai;sumber\nA;IKM;1,25;64;langsung",
    ))  # fmt: skip
    assert found.pesan == "capaian A (Indeks layanan) 1.000,00% (target 8, realisasi 80)"
    assert (found.dugaan, found.baris, found.kolom) == (
        "koma bergeser pada realisasi", 2, "koefisien",
    )  # fmt: skip
    (found,) = look("K47", unit(
        iku=f"{RATED}\nA;Mutu;predikat;naik;mutu;1;;;A", skala_predikat=SCORED
    ))  # fmt: skip
    assert found.pesan == "capaian A (Mutu) 400,00% (target 1, realisasi 4)"
    assert (found.baris, found.kolom) == (2, "realisasi_predikat")


@pytest.mark.parametrize(
    ("real", "last", "gap"),
    [
        ("25", "10", "15"),  # a mark does not grow so in a year
        ("24,9", "10", None),
        ("10", "25", "-15"),
        ("10", "24,9", None),
        ("0", "10", None),
        ("10", "0", None),
        ("80", "-10", None),
        ("-80", "10", None),
        ("", "10", None),
        ("10", "", None),
    ],
)
def test_leap_from_last_year(real: str, last: str, gap: str | None) -> None:
    found = look("K48", aimed("10", real, last=last))
    assert [f.selisih for f in found] == ([] if gap is None else [gap])
    assert all((f.baris, f.kolom, len(f.sel)) == (3, "realisasi", 2) for f in found)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("B;Tingkat mutu;nilai;naik", []),
        ("B;TINGKAT MUTU;Nilai;naik", []),
        ("B;Tingkat mutu;persen;naik", [("satuan", "peringatan")]),
        ("B;Tingkat mutu;nilai;turun", [("polaritas", "peringatan")]),
        ("B;Tingkat mutu layanan;nilai;naik", [("indikator", "catatan")]),
        ("B;Tingkat muttu;nilai;naik", [("indikator", "peringatan")]),
        ("B;Tingkat mutu;;", []),
        ("C;Tingkat lain;persen;turun", []),
    ],
)
def test_indicator_that_changed(last: str, expected: list[tuple[str, str]]) -> None:
    header = "kode_iku;indikator;satuan;polaritas"
    hasil = unit(
        iku=f"{header}\nA;Tingkat lain;nilai;naik\nB;Tingkat mutu;nilai;naik",
        past={2023: {"iku": f"{header}\n{last}"}},
    )
    found = look("K49", hasil)
    assert [(f.kolom, f.keparahan) for f in found] == expected
    assert all((f.baris, f.sel[1].berkas) == (3, "2023/iku.csv") for f in found)


@pytest.mark.parametrize(
    ("last", "columns"),
    [
        ("P1;Jumlah orang;orang;naik", []),
        ("P1;JUMLAH ORANG;warga;naik", ["satuan"]),
        ("P1;Jumlah orang;orang;turun", ["polaritas"]),
        ("P1;Jumlah warga;warga;turun", []),  # another indicator
        ("P2;Jumlah orang;warga;turun", []),
    ],
)
def test_indicator_of_a_programme_that_changed(last: str, columns: list[str]) -> None:
    header = "kode;indikator;satuan;polaritas;urutan"
    hasil = unit(
        indikator_program=f"{header}\nP1;Jumlah orang;orang;naik;1",
        past={2023: {"indikator_program": f"{header}\n{last};1"}},
    )
    assert [f.kolom for f in look("K49", hasil)] == columns


def test_changed_since_an_earlier_year_is_told_once() -> None:
    header = "kode_iku;indikator;satuan;polaritas"
    now, then = f"{header}\nA;Tingkat;nilai;naik", f"{header}\nA;Tingkat;persen;naik"
    for past, cell in (({2022: then}, "2022/iku.csv"), ({2022: then, 2023: then}, "2023/iku.csv")):
        (found,) = look("K49", unit(iku=now, past={y: {"iku": own} for y, own in past.items()}))
        assert (found.kolom, found.sel[1].berkas) == ("satuan", cell)


NAMED = "kode_iku;indikator;satuan;polaritas"

SPOILED = {
    "K41": lambda: aimed("72", last="73,5"),
    "K42": lambda: aimed("8", "8,14", "8,05"),
    "K42 target": lambda: aimed("8,1", "7", "8,05"),
    "K42 akhir": lambda: aimed("8", "7", "8,05", ends="2024"),
    "K43": lambda: aimed("0"),
    "K44": lambda: unit(iku=f"{NAMED}\nA;Waktu tunggu;menit;naik\nB;Nilai;nilai;turun"),
    "K47": lambda: aimed("84", "805,5"),
    "K47 lain": lambda: aimed("84", "300"),
    "K48": lambda: aimed("8", "81,4", last="7,68"),
    "K49": lambda: unit(
        iku=f"{NAMED}\nA;Tingkat;nilai;naik",
        past={2023: {"iku": f"{NAMED}\nA;Tingkat mutu;persen;turun"}},
    ),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(look(case[:3], SPOILED[case]())) == snapshot
