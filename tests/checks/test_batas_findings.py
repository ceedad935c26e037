"""Findings as a whole: their order, what is left unacknowledged, and the documents of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from kasus import narasi, unit
from syrupy.assertion import SnapshotAssertion
from unit_kecil import SOURCE

from lkjip_analysis import paths
from lkjip_analysis.checks import Finding, document, run_checks, unresolved
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.data.reading import Cell
from lkjip_analysis.results import Results, load_results

CELL = Cell("2024/program.csv", 3, "pagu", "10")


def test_gravest_first_then_by_rule_and_place() -> None:
    hasil = unit(
        program="kode;induk;tingkat;nama;pagu;realisasi;serapan_dilaporkan"
        "\nP1;;program;Satu;0;;\nP2;;program;Dua;100000;200000;\nP3;;program;Tiga;100000;300000;"
        "\nP4;;program;Empat;95000;90000;94,73",
        narasi=narasi(("solusi", "", "Lorem ipsum."), ("analisis", "", "Todo: TODO.")),
    )
    found = [(f.keparahan, f.id, f.baris) for f in run_checks(hasil)]
    assert [place for place in found if place[1] in ("K03", "K54", "K05", "K11")] == [
        ("galat", "K03", 3),
        ("galat", "K03", 4),
        ("galat", "K54", 2),
        ("galat", "K54", 3),
        ("peringatan", "K05", 2),
        ("catatan", "K11", 5),
    ]
    assert found == sorted(found, key=lambda f: ("galat peringatan catatan".index(f[0]), f[1:]))


def test_what_is_left_unacknowledged() -> None:
    error = Finding("K01", "galat", "Judul", "salah")
    known = Finding(
        "K01", "galat", "Judul", "salah", pengakuan=Acknowledgement("tercetak demikian")
    )
    warning = Finding("K05", "peringatan", "Judul", "nol")
    assert unresolved([known, error, warning]) == [error]
    assert unresolved([known, error, warning], "peringatan") == [warning]


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        (CELL, "2024/program.csv, baris 3, kolom pagu"),
        (Cell("2024/program.csv", 0, "pagu", ""), "2024/program.csv, baris 0, kolom pagu"),
        (Cell("2024/program.csv", 3, "", ""), "2024/program.csv, baris 3"),
    ],
)
def test_place_of_a_finding(cell: Cell, place: str) -> None:
    assert Finding("K01", "galat", "Judul", "salah", (cell, CELL)).tempat == place


def test_a_finding_without_a_place() -> None:
    finding = Finding("K01", "galat", "Judul", "salah")
    assert (finding.berkas, finding.baris, finding.kolom, finding.tempat) == ("", None, "", "")
    record = finding.as_record()
    assert (record["berkas"], record["baris"], record["kolom"], record["sel"]) == ("", None, "", [])


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, SOURCE)


def test_the_document_as_it_is_read(hasil: Results, snapshot: SnapshotAssertion) -> None:
    findings = [
        Finding("K01", "galat", "Jumlah", r"satu *dua* _tiga_ <a> |b| [c] \d", (CELL,), "Rp1"),
        Finding(
            "K01",
            "galat",
            "Jumlah",
            "lagi",
            (CELL,),
            pengakuan=Acknowledgement("tercetak demikian"),
        ),
        Finding("K90", "catatan", "Tanggal", "berbeda"),
    ]
    assert document.findings_document(hasil, findings) == snapshot


def test_both_documents_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "PROJECT", tmp_path)
    monkeypatch.setattr(paths, "RULES", tmp_path / "docs" / "aturan.md")
    monkeypatch.setattr(paths, "DATA", SOURCE)
    monkeypatch.setattr("sys.argv", ["document", "--tahun", "2024"])
    (tmp_path / "docs").mkdir()
    document.main()
    assert capsys.readouterr().out.split() == ["docs/temuan-2024.md", "docs/aturan.md"]
    loaded = load_results(2024, SOURCE)
    written = (tmp_path / "docs" / "temuan-2024.md").read_text(encoding="utf-8")
    assert written == document.findings_document(loaded, run_checks(loaded))
    rules = (tmp_path / "docs" / "aturan.md").read_text(encoding="utf-8")
    assert rules == document.rules_document()
    assert rules.splitlines()[-1].startswith("| K99 | peringatan | Pengakuan tanpa temuan |")
