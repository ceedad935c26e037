"""The evaluation's marks, weights and letters at the bounds of their rules."""

from __future__ import annotations

import pytest
from kasus import look, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding
from lkjip_analysis.checks.evaluation import akip_scale
from lkjip_analysis.results import Results

NAMES = ("Perencanaan Kinerja", "Pengukuran Kinerja", "Pelaporan Kinerja", "Evaluasi Internal")
SCALE = """skala;urutan;kategori;batas_bawah;batas_atas;termasuk
akip_nasional;1;A;80;100;atas
akip_nasional;2;BB;70;80;atas
akip_nasional;3;B;60;70;atas
capaian;1;Tinggi;90;100;keduanya
capaian;2;Rendah;0;90;bawah
"""


def evaluated(*marks: str, iku: str = "", **facts: str) -> Results:
    """Make a unit by weight, mark and predikat of its components, and by its IKU."""
    rows = [
        f"{n};{name};{mark}" for n, (name, mark) in enumerate(zip(NAMES, marks, strict=False), 1)
    ]
    header = "kode_iku;indikator;satuan;polaritas;skala;realisasi"
    return unit(
        evaluasi="\n".join(["urutan;komponen;bobot;nilai;predikat", *rows]),
        iku=f"{header}\n{iku}",
        skala_predikat=SCALE,
        facts=facts,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("weight", "mark", "gap", "cause"),
    [
        ("30", "30", None, ""),
        ("30", "30,01", "0,01", "koma bergeser"),
        ("15", "150", "135", "koma bergeser"),
        ("15", "151", "136", "angka terketik salah, atau nilai milik komponen lain"),
        ("", "31", None, ""),
        ("30", "", None, ""),
        ("30", "0", None, ""),
    ],
)
def test_mark_and_weight(weight: str, mark: str, gap: str | None, cause: str) -> None:
    found = look("K30", evaluated("30;21;", f"{weight};{mark};"))
    assert [(f.baris, f.selisih, f.dugaan) for f in found] == (
        [] if gap is None else [(3, gap, cause)]
    )


@pytest.mark.parametrize(
    ("last", "gap"), [("25", None), ("25,5", "0,5"), ("24", "-1"), ("35", "10"), ("", None)]
)
def test_sum_of_weights(last: str, gap: str | None) -> None:
    found = look("K31", evaluated("30;20;", "30;20;", "15;10;", f"{last};20;"))
    assert [f.selisih for f in found] == ([] if gap is None else [gap])
    assert all(len(f.sel) == 4 and "bobot 4 komponen" in f.pesan for f in found)


@pytest.mark.parametrize(
    ("name", "weight", "gap"),
    [
        ("Perencanaan Kinerja", "30", None),
        ("Perencanaan Kinerja", "25", "-5"),
        ("PENGUKURAN KINERJA", "30", None),
        ("PENGUKURAN KINERJA", "31", "1"),
        ("Pelaporan Kinerja", "15", None),
        ("Pelaporan Kinerja", "25", "10"),
        ("Evaluasi Internal", "25", None),
        ("Evaluasi Internal", "20", "-5"),
        ("Evaluasi Internal", "", None),
        ("Capaian Kinerja", "20", None),  # another year's component
    ],
)
def test_weights_of_the_regulation(name: str, weight: str, gap: str | None) -> None:
    table = f"urutan;komponen;bobot;nilai\n1;{name};{weight};9\n2;Lain;1;1"
    found = look("K32", unit(evaluasi=table))
    assert [f.selisih for f in found] == ([] if gap is None else [gap])


MARKS = ("30;22,5;", "30;21,5;", "15;11,2;", "25;18,27;")
"""They add up to 73,47."""


@pytest.mark.parametrize(
    ("stated", "gap", "severity", "cause"),
    [
        ("73,47", None, "", ""),
        ("73,495", "0,025", "peringatan", "pembulatan komponen"),
        ("73,445", "-0,025", "peringatan", "pembulatan komponen"),
        ("73,496", "0,026", "galat", "salah satu angka bukan dari LHE yang sama"),
        ("73,44", "-0,03", "galat", "satu angka berbeda"),
        ("73,37", "-0,1", "galat", "satu angka berbeda"),
        ("65,2", "-8,27", "galat", "salah satu angka bukan dari LHE yang sama"),
        ("", None, "", ""),
    ],
)
def test_mark_and_indicator(stated: str, gap: str | None, severity: str, cause: str) -> None:
    iku = f"AKIP;Nilai AKIP;nilai;naik;;{stated}"
    found = look("K33", evaluated(*MARKS, iku=iku, kode_iku_akip="AKIP"))
    assert [(f.selisih, f.keparahan, f.dugaan) for f in found] == (
        [] if gap is None else [(gap, severity, cause)]
    )
    assert all((f.berkas, f.baris, len(f.sel)) == ("2024/iku.csv", 2, 5) for f in found)


def test_only_the_indicator_of_the_evaluation_is_compared() -> None:
    iku = "LAIN;Indeks;indeks;naik;;8\nAKIP;Nilai AKIP;nilai;naik;;73,37"
    assert places("K33", evaluated(*MARKS, iku=iku, kode_iku_akip="AKIP")) == [(3, "realisasi")]
    assert look("K33", evaluated(*MARKS, iku=iku)) == []


def test_no_comparison_before_all_marks_are_there() -> None:
    iku = "AKIP;Nilai AKIP;nilai;naik;;73,37"
    assert look("K33", evaluated(*MARKS[:3], "25;;", iku=iku, kode_iku_akip="AKIP")) == []


AKIP = "AKIP;Nilai AKIP;nilai;naik;akip_nasional;73"


def letters(*marks: str) -> list[Finding]:
    return look("K34", evaluated(*marks, iku=AKIP, kode_iku_akip="AKIP"))


@pytest.mark.parametrize(
    ("mark", "letter", "severity"),
    [
        ("24", "BB", None),  # 80% exactly
        ("24", "A", "catatan"),
        ("24,1", "A", None),
        ("24,1", "bb", "catatan"),
        ("24,1", "a", None),
        ("30", "A", None),
        ("31", "A", None),  # above its weight: counts as all, the other rule tells
        ("21", "B", None),
        ("15", "B", None),  # in no class
        ("24", "", None),
        ("24", "Baik", "peringatan"),
        ("", "A", None),
        ("", "Baik", "peringatan"),
    ],
)
def test_letters(mark: str, letter: str, severity: str | None) -> None:
    found = letters("30;24;BB", f"30;{mark};{letter}", "15;12;BB")
    assert [(f.baris, f.kolom, f.keparahan) for f in found] == (
        [] if severity is None else [(3, "predikat", severity)]
    )


@pytest.mark.parametrize(
    ("second", "severity"), [("BB", ["peringatan"]), ("A", ["catatan", "catatan"])]
)
def test_the_only_letter_off_is_a_slip(second: str, severity: list[str]) -> None:
    rows = ("30;24;A", f"30;24;{second}", "15;12;BB", "25;20;BB")
    assert [f.keparahan for f in letters(*rows)] == severity


def test_a_mark_above_its_weight_is_the_other_rules_matter() -> None:
    rows = ("20;21;BB", "30;24;BB", "15;12;BB", "25;20;BB")
    assert [f.keparahan for f in letters(*rows)] == ["catatan"]


def test_every_letter_is_read() -> None:
    rows = ("30;24;Baik", "30;15;B", "15;;A", "25;20;A")
    assert [f.baris for f in letters(*rows)] == [2, 5]
    assert [f.baris for f in letters("30;24;", "30;24;A")] == [3]


def test_scale_of_the_letters() -> None:
    named = evaluated("30;24;BB", iku=AKIP, kode_iku_akip="AKIP", skala_capaian="capaian")
    assert akip_scale(named)[0] == "akip_nasional"
    other = evaluated("30;24;BB", iku=AKIP, skala_capaian="capaian")
    assert akip_scale(other) == ("", [])  # knows none of the letters given
    known = evaluated("30;24;BB", "30;24;tinggi", skala_capaian="capaian")
    assert akip_scale(known)[0] == "capaian"
    silent = evaluated("30;24;", skala_capaian="capaian")
    assert akip_scale(silent)[0] == "capaian"
    assert akip_scale(evaluated("30;24;BB")) == ("", [])


def follow_up(*rows: str) -> Results:
    header = "urutan;rekomendasi;rencana_aksi;status"
    return unit(tindak_lanjut="\n".join([header, *rows]))


def test_recommendations_without_a_status() -> None:
    rows = ("1;Ukur;Rapat;Selesai", "2;Latih;Rapat;", "3;Jelaskan;Rapat;Berjalan")
    assert places("K35", follow_up(*rows)) == [(3, "status")]


@pytest.mark.parametrize(
    ("plan", "seen"),
    [
        ("Telah dilakukan rapat", True),
        ("SUDAH dilakukan rapat", True),
        ("Rapat yang telah dilakukan", False),
        ("Telahan bersama", False),
        ("", False),
    ],
)
def test_plans_worded_as_results(plan: str, seen: bool) -> None:
    hasil = follow_up("1;Ukur;Rapat;Selesai", f"2;Latih;{plan};Selesai")
    assert places("K36", hasil) == ([(3, "rencana_aksi")] if seen else [])


SPOILED = {
    "K30": lambda: evaluated("30;21;", "30;29;", "15;51,19;"),
    "K30 lain": lambda: evaluated("3;31;"),
    "K31": lambda: evaluated("30;20;", "30;20;", "25;10;", "25;20;"),
    "K32": lambda: evaluated("25;20;", "30;20;"),
    "K33": lambda: evaluated(*MARKS, iku="AKIP;Nilai AKIP;nilai;naik;;73,37", kode_iku_akip="AKIP"),
    "K33 bulat": lambda: evaluated(
        *MARKS, iku="AKIP;Nilai AKIP;nilai;naik;;73,48", kode_iku_akip="AKIP"
    ),
    "K34": lambda: evaluated("30;23,34;B", "30;24;Baik", iku=AKIP, kode_iku_akip="AKIP"),
    "K35": lambda: follow_up("7;Latih evaluator internal;Rapat;"),
    "K36": lambda: follow_up("1;Ukur;Telah dilakukan pengukuran;", "2;Latih;Sudah dilatih;"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(look(case[:3], SPOILED[case]())) == snapshot
