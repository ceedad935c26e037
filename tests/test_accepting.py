"""``lkjip akui``: what is open is listed, one finding at a time is acknowledged."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from unit_kecil import set_cell

from lkjip_analysis import accepting
from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.cli import main
from lkjip_analysis.results import load_results

KEPT = ["K99", "P1", "program P1 pagu = 1", "Contoh pengakuan", "Penyusun", "2024", ""]
"""The acknowledgement that the small unit has already; it meets no finding."""


@pytest.fixture
def root(unit_kecil: Path) -> Path:
    """Give the small unit with an index and two scores out of their limits."""
    set_cell(unit_kecil, "2024/evaluasi.csv", 2, "bobot", "31")
    return unit_kecil


def open_ones(root: Path) -> list[Finding]:
    findings = run_checks(load_results(2024, root))
    return [f for f in findings if f.pengakuan is None and f.id != "K99"]


def rows(root: Path) -> list[list[str]]:
    with (root / "2024" / "pengakuan.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def akui(root: Path, *words: str) -> int:
    return main(["akui", "--tahun", "2024", "--data", str(root), *words])


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Answer at a terminal with these words, in turn."""
    answers: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda prompt: answers.pop(0))
    yield answers
    assert answers == []


def test_without_a_terminal_it_lists(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = open_ones(root)
    assert len(found) > 1
    assert akui(root) == 0
    said = capsys.readouterr().out
    assert f"{len(found)} temuan 2024 belum diakui." in said
    for finding in found:
        assert f"{accepting.mark(finding)}: {finding.as_text()}" in said
    assert rows(root) == [KEPT]


def test_a_script_acknowledges_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, *others = open_ones(root)
    words = "--alasan", "Tercetak  demikian", "--kalimat", "Dokumen asal begitu.", "--oleh", "Camat"
    assert akui(root, "--temuan", accepting.mark(one).lower(), *words, "--seterusnya") == 0
    values = "\n".join(one.nilai)
    told = ["Tercetak demikian", "Camat", "seterusnya", "Dokumen asal begitu."]
    assert rows(root) == [KEPT, [one.id, one.entitas, values, *told]]
    assert open_ones(root) == others
    assert "ditulis di 2024/pengakuan.csv" in capsys.readouterr().out


def test_one_that_stands_is_changed_in_its_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = accepting.mark(open_ones(root)[0])
    assert akui(root, "--temuan", name, "--alasan", "Begitu") == 0
    assert akui(root, "--temuan", name, "--alasan", "Begitu", "--kalimat", "Dokumen diam.") == 2
    assert "pengakuan yang ada diubah di pengakuan.csv" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_made(root: Path) -> None:
    (root / "2024" / "pengakuan.csv").unlink()
    one, *others = open_ones(root)
    assert akui(root, "--temuan", accepting.mark(one), "--alasan", "Begitu") == 0
    assert rows(root)[0][3:] == ["Begitu", "", "2024", ""] and open_ones(root) == others


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--temuan", "K", "--alasan", "semua"], "menunjuk beberapa temuan"),
        (["--temuan", "K02", "--alasan", "begitu"], "bukan temuan yang belum diakui"),
        (["--temuan", "K3"], "tambahkan --alasan"),
        (["--alasan", "semua"], "tambahkan --temuan"),
    ],
)
def test_refused(
    root: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    if words == ["--temuan", "K3"]:
        words = ["--temuan", accepting.mark(open_ones(root)[0])]
    assert akui(root, *words) == 2
    assert said in capsys.readouterr().err
    assert rows(root) == [KEPT]


def test_at_a_terminal_each_is_asked(root: Path, typed: list[str]) -> None:
    one, two, *others = open_ones(root)
    typed += ["Lihat DPA", "Kalimat.", "Camat", "ya", "Lihat LHE", "", "", "bukan", "tidak"]
    typed += ["" for _ in others]  # no reason: passed over
    assert akui(root) == 0
    assert [row[:2] + row[3:] for row in rows(root)[1:]] == [
        [one.id, one.entitas, "Lihat DPA", "Camat", "2024", "Kalimat."],
        [two.id, two.entitas, "Lihat LHE", "", "seterusnya", ""],
    ]
    assert open_ones(root) == others


def test_what_came_into_the_file_meanwhile_is_kept(root: Path, typed: list[str]) -> None:
    one, *_ = open_ones(root)
    path = root / "2024" / "pengakuan.csv"

    def meanwhile(prompt: str) -> str:
        row = "K98;P2;program P2 pagu = 2;Ditambahkan;Camat;2024;\n"
        if "K98" not in path.read_text(encoding="utf-8"):
            path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
        return "ya" if "saja" in prompt else "Begitu"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builtins.input", meanwhile)
        assert akui(root, "--temuan", accepting.mark(one)) == 0
    assert [row[0] for row in rows(root)] == ["K99", "K98", one.id]


def test_one_that_fell_is_replaced(root: Path) -> None:
    one, *_ = open_ones(root)
    assert akui(root, "--temuan", accepting.mark(one), "--alasan", "Pertama") == 0
    cell = one.sel[0]
    set_cell(root, cell.berkas, cell.baris, cell.kolom, "32")
    fallen = next(f for f in open_ones(root) if f.id == one.id)
    assert "nilai berubah dari 31 menjadi 32" in fallen.gugur
    assert akui(root, "--temuan", accepting.mark(fallen), "--alasan", "Kedua") == 0
    assert [row[3] for row in rows(root)] == ["Contoh pengakuan", "Kedua"]
    assert fallen.id not in {f.id for f in open_ones(root)}
