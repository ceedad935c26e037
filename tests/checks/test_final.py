"""What keeps a report from being final, and what lifts it: the gate of ``build --final``."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from planted_errors import KINDS
from planting import ACTIONS, IKU, ITEMS, NARASI, set_at
from spoiled import CleanUnit, read_clean, reread
from unit_bersih import Unit, make_unit, write_unit

from lkjip_analysis import paths
from lkjip_analysis.building.build import Report
from lkjip_analysis.building.figures import YearWords, refuse_unfinished, unfinished
from lkjip_analysis.building.staging import Words
from lkjip_analysis.checks import RULES, Finding
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.cli import main
from lkjip_analysis.data.facts import FACTS, SECTIONS
from lkjip_analysis.data.gaps import Gap, list_gaps
from lkjip_analysis.data.validation import check_year
from lkjip_analysis.exceptions import LkjipError


@pytest.fixture(scope="module")
def clean() -> CleanUnit:
    return read_clean(make_unit(7))


def gate(clean: CleanUnit, unit: Unit) -> list[str]:
    """Say what keeps a changed copy of the clean unit from a final report."""
    changed = [file for file in unit if unit[file] != clean.unit.get(file)]
    with tempfile.TemporaryDirectory() as folder:
        data, _ = reread(clean.data, unit, changed, Path(folder))
    if faults := check_year(data):
        return [fault.as_text() for fault in faults]  # no report at all, draft or final
    return unfinished(list_gaps(data), clean.findings(unit)[0])


def test_a_clean_unit_is_final(clean: CleanUnit) -> None:
    assert gate(clean, clean.unit) == []


def required() -> Iterator[tuple[str, str, str, str]]:
    """Name each required cell: file, the column and value that find its row, its column."""
    for key, fact in FACTS.items():
        if fact.required:
            yield "2024/identitas.csv", "kunci", key, "nilai"
    for key, section in SECTIONS.items():
        if section.compulsory:
            yield NARASI, "bagian", key, "teks"
    yield from ((IKU, "kode_iku", "AKIP", c) for c in ("target", "target_akhir_renstra"))
    yield IKU, "kode_iku", "TUNGGU", "realisasi"
    yield from ((ITEMS, "kode", "P1", c) for c in ("target", "realisasi"))
    yield "2024/program.csv", "tingkat", "subkegiatan", "realisasi"
    yield "2024/evaluasi.csv", "urutan", "1", "nilai"
    yield "2024/tindak_lanjut.csv", "urutan", "1", "status"


@pytest.mark.parametrize("cell", list(required()), ids=lambda cell: "-".join(cell[-2:]))
def test_each_required_cell_emptied_is_quoted(
    clean: CleanUnit, cell: tuple[str, str, str, str]
) -> None:
    file, column, value, emptied = cell
    unit = deepcopy(clean.unit)
    for row in unit[file]:
        if row[column] == value:
            row[emptied] = ""
            if emptied == "target":
                row["target_predikat"] = ""  # either of them says what was aimed at
    told = gate(clean, unit)
    assert any(file in text and (value in text or emptied in text) for text in told), told


def denied() -> list[str]:
    return [rule.id for rule in RULES if rule.menahan and rule.id not in ("K77", "K84")]


@pytest.mark.parametrize("code", [*denied(), "K71", "K72", "K74"])
def test_a_sentence_that_the_numbers_deny_is_quoted(clean: CleanUnit, code: str) -> None:
    kinds = [kind for kind in KINDS if code in kind.aturan]
    for draw in range(20):
        unit = deepcopy(clean.unit)
        if kinds[0].plant(random.Random(f"final {draw}"), unit) is not None:
            break
    assert any(text.startswith(f"[{code} ") and NARASI in text for text in gate(clean, unit))


def missed(clean: CleanUnit) -> Unit:
    """Give the unit with an indicator of P1 that falls short, its cause told, not what is done."""
    unit = deepcopy(clean.unit)
    index = next(i for i, row in enumerate(unit[ITEMS]) if row["kode"] == "P1")
    set_at(unit, ITEMS, index, "realisasi", "50")
    unit[ACTIONS] = [row for row in unit[ACTIONS] if row["kode"] != "P1"]
    return unit


def test_what_was_missed_needs_its_action(clean: CleanUnit) -> None:
    unit = missed(clean)
    (told,) = gate(clean, unit)
    assert told.startswith("[K84 peringatan] 2024/indikator_program.csv")
    assert "langkah" in told
    unit[ACTIONS] = clean.unit[ACTIONS]
    assert gate(clean, unit) == []


@pytest.mark.parametrize("filler", ["belum ada", "Nihil.", "x", "Tidak ada"])
def test_a_cell_that_is_only_filled_is_no_action(clean: CleanUnit, filler: str) -> None:
    unit = missed(clean)
    row = dict.fromkeys(clean.unit[ACTIONS][0], "")
    unit[ACTIONS].append({**row, "kode": "P1", "indikator": "1", "urutan": "1", "tindakan": filler})
    (told,) = gate(clean, unit)
    assert told.startswith("[K84 peringatan]")


@pytest.mark.parametrize(
    ("sentence", "final"), [("Dokumen asal diam.", True), ("", False), (".", False)]
)
def test_an_acknowledgement_satisfies_it_with_a_sentence_only(
    clean: CleanUnit, sentence: str, final: bool
) -> None:
    (finding,) = clean.findings(missed(clean))[0]
    known = replace(finding, pengakuan=Acknowledgement("tidak ada", "", "2024", sentence))
    held = unfinished([], [known])
    assert (held == []) is final
    assert all(
        text.endswith("kalimat_pembaca pengakuannya di pengakuan.csv belum ditulis")
        for text in held
    )


def test_warnings_of_other_rules_and_notes_do_not_hold_a_report() -> None:
    def found(code: str, severity: str) -> Finding:
        return Finding(code, severity, "Judul", "pesan")  # type: ignore[arg-type]

    free = [found("K22", "peringatan"), found("K90", "catatan"), found("K75", "catatan")]
    assert unfinished([], free) == []
    held = [found("K01", "galat"), found("K75", "peringatan")]
    assert unfinished([], held) == [f.as_text() for f in held]


@pytest.mark.parametrize(
    ("berkas", "said"),
    [("2025/data-2025.xlsx lembar iku", "lembar narasi"), ("2025/iku.csv", "narasi.csv")],
)
def test_what_holds_a_workbook_is_named_by_its_sheet(berkas: str, said: str) -> None:
    gap = Gap(berkas, 3, "realisasi", "belum dijelaskan di narasi.csv", wajib=True)
    (text,) = unfinished([gap], [])
    assert f"belum dijelaskan di {said} (wajib)" in text


def test_the_refusal_quotes_everything() -> None:
    year = YearWords(
        Words({}), {}, "", "", [], {}, 0, ["iku.csv: kosong", "[K01 galat] salah\n  x"], [], {}
    )
    with pytest.raises(LkjipError) as refused:
        refuse_unfinished(year)
    assert refused.value.exit_code == 1
    assert str(refused.value).startswith("Laporan final belum dapat dibuat: 2 hal")
    assert "  - iku.csv: kosong\n  - [K01 galat] salah\n" in str(refused.value)
    refuse_unfinished(replace(year, unfinished=[]))


def test_a_build_counts_its_findings() -> None:
    counted = {"galat": 3, "peringatan": 5, "catatan": 12}
    report = Report(Path(), (), "pandoc", (), findings=counted, acknowledged=4)
    assert report.counts == "3 galat, 5 peringatan, 12 catatan; 4 lainnya diakui"


def test_build_final_refuses_and_replaces_nothing(
    clean: CleanUnit,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    root, output = write_unit(missed(clean), tmp_path / "data"), tmp_path / "hasil"
    output.mkdir()
    for name in ("index.html", "hasil.json"):
        (output / name).write_text("laporan lama", encoding="utf-8")
    call = ["build", "--final", "--tahun", "2024", "--data", str(root), "--output", str(output)]
    assert main([*call, "--format", "html", "--ambil-alih"]) == 1
    said = capsys.readouterr().err
    assert "Laporan final belum dapat dibuat: 1 hal" in said
    assert "[K84 peringatan] 2024/indikator_program.csv" in said
    held = {path.name: path.read_text(encoding="utf-8") for path in output.iterdir()}
    assert held == dict.fromkeys(("index.html", "hasil.json"), "laporan lama")
