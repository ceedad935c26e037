"""An acknowledgement holds for exactly what it was given for; where it falls, it says why."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy

import pytest
from spoiled import CleanUnit, read_clean
from unit_bersih import Record, Unit, make_unit

from lkjip_analysis.checks import Finding, acknowledgement, unresolved
from lkjip_analysis.checks.acknowledgement import as_row
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.data.schemas import Pengakuan

FACTS, PROGRAM, FILE = "2024/identitas.csv", "2024/program.csv", "2024/pengakuan.csv"
GIVEN = Acknowledgement("tercetak demikian", "Kasubbag", "2024", "Dokumen asal memuat dua jumlah.")


@pytest.fixture(scope="module")
def clean() -> CleanUnit:
    return read_clean(make_unit(11))


def fact(unit: Unit, key: str) -> Record:
    return next(row for row in unit[FACTS] if row["kunci"] == key)


@pytest.fixture
def spoiled(clean: CleanUnit) -> Unit:
    """Take one rupiah off the control total."""
    unit = deepcopy(clean.unit)
    total = fact(unit, "total_pagu_dpa")
    total["nilai"] = str(int(total["nilai"].replace(".", "")) - 1)
    return unit


def accept(clean: CleanUnit, unit: Unit, known: Acknowledgement = GIVEN) -> Unit:
    """Acknowledge every finding of a unit."""
    rows = [as_row(finding, known) for finding in clean.findings(unit)[0]]
    unit[FILE] = [dict(zip(Pengakuan.column_names, row, strict=True)) for row in rows]
    return unit


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(f.id, f.diakui, f.gugur) for f in findings]


def test_nothing_acknowledged(clean: CleanUnit, spoiled: Unit) -> None:
    (finding,) = findings = clean.findings(spoiled)[0]
    assert told(findings) == [("K02", "", "")] and finding.selisih == "Rp1"
    assert unresolved(findings) == findings
    assert finding.entitas == "total_pagu_dpa"
    total = fact(spoiled, "total_pagu_dpa")["nilai"]
    assert finding.nilai[0] == f"identitas total_pagu_dpa = {total}"
    assert [line.split(" = ")[0] for line in finding.nilai[1:]] == [
        f"program {row['kode']} pagu" for row in spoiled[PROGRAM] if row["tingkat"] == "program"
    ]


def test_acknowledged(clean: CleanUnit, spoiled: Unit) -> None:
    (finding,) = findings = clean.findings(accept(clean, spoiled))[0]
    assert finding.pengakuan == GIVEN
    assert told(findings) == [("K02", "tercetak demikian (Kasubbag)", "")]
    assert unresolved(findings) == []
    assert "diakui    : tercetak demikian (Kasubbag)" in finding.as_text()
    assert finding.as_record()["diakui"] == "tercetak demikian (Kasubbag)"


def shuffle(unit: Unit) -> None:
    for file in (FACTS, PROGRAM, FILE):
        random.Random(3).shuffle(unit[file])


def write_otherwise(unit: Unit) -> None:
    total = fact(unit, "total_pagu_dpa")
    total["nilai"] = f"{int(total['nilai']):,}".replace(",", ".")
    unit[FILE][0]["aturan"] = "k02"
    unit[FILE][0]["nilai"] = "\n".join(reversed(unit[FILE][0]["nilai"].split("\n")))


def write_its_numbers_otherwise(unit: Unit) -> None:
    """As a person retypes them: dots between thousands, a nought behind the comma."""
    row = unit[FILE][0]
    typed = re.sub(r"\d{6,}", lambda m: f"{int(m[0]):,}".replace(",", ".") + ",0", row["nilai"])
    assert typed != row["nilai"]
    row["nilai"] = typed


def change_elsewhere(unit: Unit) -> None:
    fact(unit, "tempat")["nilai"] = "Lain"


@pytest.mark.parametrize(
    "edit", [shuffle, write_otherwise, write_its_numbers_otherwise, change_elsewhere]
)
def test_it_holds(clean: CleanUnit, spoiled: Unit, edit: Callable[[Unit], None]) -> None:
    edit(accept(clean, spoiled))
    assert told(clean.findings(spoiled)[0]) == [("K02", "tercetak demikian (Kasubbag)", "")]


def test_it_falls_with_its_value(clean: CleanUnit, spoiled: Unit) -> None:
    total = fact(accept(clean, spoiled), "total_pagu_dpa")
    old, total["nilai"] = total["nilai"], "2000000000"
    (finding,) = findings = clean.findings(spoiled)[0]
    why = f"nilai berubah dari {old} menjadi 2000000000 (identitas total_pagu_dpa)"
    assert told(findings) == [("K02", "", why)]
    assert f"gugur     : {why}" in finding.as_text()
    assert unresolved(findings) == findings


def test_it_falls_with_a_value_that_is_computed(clean: CleanUnit) -> None:
    """The blank amount of a parent is the sum of its children: theirs changed, its changed."""
    unit = deepcopy(clean.unit)
    parents = {row["induk"] for row in unit[PROGRAM]}
    leaf = next(r for r in unit[PROGRAM] if r["kode"] not in parents and r["realisasi"])
    top = leaf["kode"].split(".")[0]
    programme = next(row for row in unit[PROGRAM] if row["kode"] == top)
    for row in unit[PROGRAM]:
        row["realisasi"] = "" if row["kode"] in parents else row["realisasi"]
    programme["serapan_dilaporkan"] = "12,34"
    accept(clean, unit)
    assert all(f.pengakuan for f in clean.findings(unit)[0])
    spent = int(leaf["realisasi"].replace(".", ""))
    leaf["realisasi"] = str(spent - 1000)
    k10 = next(f for f in clean.findings(unit)[0] if f.id == "K10")
    assert k10.pengakuan is None
    assert f"(program {top} realisasi)" in k10.gugur


def test_rows_that_came_or_went_are_told(clean: CleanUnit, spoiled: Unit) -> None:
    accept(clean, spoiled)
    lines = spoiled[FILE][0]["nilai"].split("\n")
    spoiled[FILE][0]["nilai"] = "\n".join([*lines[:-1], "program P9 pagu = 5"])
    (finding,) = clean.findings(spoiled)[0]
    place, _, value = lines[-1].partition(" = ")
    assert finding.gugur == (
        f"nilai berubah dari tidak ada menjadi {value} ({place}); "
        "nilai berubah dari 5 menjadi tidak ada (program P9 pagu)"
    )


@pytest.mark.parametrize(
    ("berlaku", "why"),
    [
        ("2024", ""),
        ("seterusnya", ""),
        ("Seterusnya", ""),
        ("2023", "pengakuannya hanya untuk tahun 2023"),
    ],
)
def test_for_a_year_or_for_good(clean: CleanUnit, spoiled: Unit, berlaku: str, why: str) -> None:
    accept(clean, spoiled)[FILE][0]["berlaku"] = berlaku
    (finding,) = clean.findings(spoiled)[0]
    assert (finding.gugur, finding.pengakuan is None) == (why, bool(why))


@pytest.mark.parametrize(
    "other", [{"aturan": "K01"}, {"entitas": "P1", "nilai": "program P1 pagu = 1"}]
)
def test_an_acknowledgement_that_meets_nothing(
    clean: CleanUnit, spoiled: Unit, other: dict[str, str]
) -> None:
    accept(clean, spoiled)[FILE][0].update(other)
    findings = clean.findings(spoiled)[0]
    assert [(f.id, f.keparahan, f.diakui, f.gugur) for f in findings] == [
        ("K02", "galat", "", ""),
        ("K99", "peringatan", "", ""),
    ]
    code, entity = (spoiled[FILE][0][name] for name in ("aturan", "entitas"))
    assert findings[1].pesan == f"pengakuan {code} untuk {entity} tidak bertemu temuan apa pun"
    assert findings[1].tempat == f"{FILE}, baris 2, kolom aturan"


@pytest.mark.parametrize(("berlaku", "left"), [("2024", False), ("seterusnya", True)])
def test_one_for_good_may_wait_for_the_data_of_a_new_year(
    clean: CleanUnit, spoiled: Unit, berlaku: str, left: bool
) -> None:
    accept(clean, spoiled)[FILE][0].update(aturan="K01", berlaku=berlaku)
    saran = next(f.saran for f in clean.findings(spoiled)[0] if f.id == "K99")
    assert saran.startswith("hapus pengakuan ini") and ("sudah lengkap" in saran) is left


def test_each_of_several_findings_of_a_rule_keeps_its_own(clean: CleanUnit) -> None:
    """Two words spelt in two ways: both are findings of the unit, told apart by their cells."""
    unit = deepcopy(clean.unit)
    for n, word in ((0, "efektivitas perizinan"), (1, "efektifitas"), (2, "perijinan")):
        unit[PROGRAM][n]["sasaran"] = f"Meningkatnya {word} urusan nomor {n}"
    accept(clean, unit)
    ours = [f for f in clean.findings(unit)[0] if f.id == "K51"]
    assert [(f.entitas, bool(f.pengakuan)) for f in ours] == [("unit", True)] * len(ours)
    assert len(ours) == 2
    unit[PROGRAM][1]["sasaran"] = "Meningkatnya efektifitas urusan lain"
    fallen = [f for f in clean.findings(unit)[0] if f.id in ("K51", "K99") and not f.pengakuan]
    assert [(f.id, "urusan lain" in f.gugur) for f in fallen] == [("K51", True)]


def test_many_cells_are_told_by_one_hash_in_any_order(
    clean: CleanUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acknowledgement, "MANY", 20)
    file = "2024/indikator_program.csv"
    unit = deepcopy(clean.unit)
    for row in unit[file]:
        row["realisasi"] = row["target"]
    accept(clean, unit)
    assert len(unit[file]) > 20
    random.Random(1).shuffle(unit[file])
    (finding,) = (f for f in clean.findings(unit)[0] if f.id == "K64")
    assert finding.pengakuan and finding.entitas == "unit" and len(finding.nilai) == 1
    unit[file][0]["target"] = unit[file][0]["realisasi"] = "1"
    (finding,) = (f for f in clean.findings(unit)[0] if f.id == "K64")
    assert finding.gugur.startswith("nilai berubah dari")


def test_two_findings_of_one_cell_are_acknowledged_apart(clean: CleanUnit) -> None:
    unit = deepcopy(clean.unit)
    text = "Pada tahun 2019 kegiatan selesai. Pada tahun 2018 kegiatan selesai."
    row = {"bagian": "solusi", "urutan": "90", "jenis": "paragraf", "teks": text}
    unit["2024/narasi.csv"].append({**dict.fromkeys(unit["2024/narasi.csv"][0], ""), **row})
    accept(clean, unit)
    unit[FILE] = [row for row in unit[FILE] if "2019" not in row["nilai"].split("temuan")[-1]]
    years = [(f.pesan[:10], bool(f.pengakuan)) for f in clean.findings(unit)[0] if f.id == "K70"]
    assert years == [("tahun 2019", False), ("tahun 2018", True)]


def test_a_paragraph_is_known_by_its_text_not_by_its_number(clean: CleanUnit) -> None:
    unit = deepcopy(clean.unit)
    text = (
        "Dinas melayani warga dengan sepenuh hati di semua loket, setiap hari kerja, tanpa biaya."
    )
    blank = dict.fromkeys(unit["2024/narasi.csv"][0], "")
    told = [
        {**blank, "bagian": "solusi", "urutan": str(n), "jenis": "paragraf", "teks": text}
        for n in (80, 81)
    ]
    unit["2024/narasi.csv"] += told
    accept(clean, unit)
    for row in told:
        row["urutan"] = str(int(row["urutan"]) + 5)
    assert {bool(f.pengakuan) for f in clean.findings(unit)[0] if f.id == "K53"} == {True}
    unit["2024/narasi.csv"].append({**told[0], "urutan": "90"})
    (more,) = (f for f in clean.findings(unit)[0] if f.id == "K53")
    assert more.gugur.startswith("nilai berubah dari tidak ada menjadi Dinas melayani warga")
