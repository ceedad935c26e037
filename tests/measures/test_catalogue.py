"""A formula is one object: what the ledger computes with is what annex, card and docs print."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from table_grid import Grid
from unit_kecil import SOURCE

from lkjip_analysis import paths
from lkjip_analysis.measures import catalogue, resources
from lkjip_analysis.measures.formula import DATA, WORDS, Formula
from lkjip_analysis.presentation import tables
from lkjip_analysis.rendering.web.trace import trace_script
from lkjip_analysis.results import Results, load_results
from lkjip_analysis.results.figures import Ledger

UNITS = {"kecil": SOURCE, "dinas": paths.PROJECT / "examples" / "dinas"}


@pytest.fixture(scope="module", params=UNITS)
def hasil(request: pytest.FixtureRequest) -> Results:
    return load_results(2024, UNITS[request.param])


def per_head(amount: Decimal, staff: Decimal) -> Decimal:
    return amount / staff


def test_a_formula_written_in_one_place_is_found_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """920 million spent, 4 + 6 people."""
    words = "realisasi anggaran ÷ pegawai tersedia"
    added = Formula(
        "Belanja per pegawai", words, per_head, "contoh", "rupiah", "Ada pegawai.",
        operan=("realisasi anggaran", "pegawai tersedia"),
    )  # fmt: skip
    monkeypatch.setattr(resources, "BELANJA", added, raising=False)
    before = load_results(2024, SOURCE)
    book = Ledger(before.data, dict(before.figures))
    inputs = before["anggaran.realisasi"], before["jumlah.tersedia_sdm"]
    figure = book.computed("contoh.belanja", resources.BELANJA, *inputs)  # type: ignore[attr-defined]
    assert (figure.nilai, figure.satuan, figure.rumus) == (92_000_000, "rupiah", words)
    after = Results(before.data, book.figures)
    rows = {row[0]: row[1:] for row in Grid(tables.metode(after)).rows()}
    assert rows["Belanja per pegawai"] == [
        f"{words}Ada pegawai.", "rupiah", "contoh", "Rp920.000.000 ÷ 10 = Rp92.000.000",
    ]  # fmt: skip
    annex = {row[0]: row[1:] for row in Grid(tables.jejak(after)).rows()}
    assert annex["contoh.belanja"][:2] == ["Rp92.000.000", words]
    script = trace_script(after.as_records(), {})
    card = json.loads(script.removeprefix("window.LKJIP_JEJAK=").removesuffix(";\n"))
    assert card["contoh.belanja"]["rumus"] == words
    line = f"| Belanja per pegawai | {words} | rupiah | Ada pegawai. | contoh |"
    document = catalogue.formulas_document().splitlines()
    assert document.index(line) > document.index("## Sumber daya")


def test_the_document_of_formulas_is_up_to_date() -> None:
    text = paths.FORMULAS.read_text(encoding="utf-8")
    assert text == catalogue.formulas_document(), "python -m lkjip_analysis.measures.catalogue"


def test_every_formula_says_what_it_is() -> None:
    every = [f for subject in catalogue.SUBJECTS.values() for f in catalogue.list_formulas(subject)]
    assert len({formula.nama for formula in every}) == len(every)
    for formula in every:
        assert formula.nama and formula.kata and formula.satuan and formula.sumber
        assert "{" not in formula.umum + formula.kata
        assert all(formula.fill(word) in formula.kata for word in formula.operan), formula.nama


def test_all_words_are_those_of_a_formula() -> None:
    """A name that no module asks for would be printed nowhere."""
    assert WORDS.keys() - {"sumber"} - catalogue.catalogue().keys() == set()


def test_the_glossary_names_formulas_that_there_are() -> None:
    lines = Path(paths.PROJECT / "docs" / "glosarium.md").read_text(encoding="utf-8").splitlines()
    cells = [line.split("|")[3].strip() for line in lines if line.startswith("| ")][1:]
    named = {name for cell in cells if cell for name in cell.split("; ")}
    assert len(named) > 20
    assert named - catalogue.catalogue().keys() == set()


def test_every_computed_figure_has_a_formula_of_the_catalogue(hasil: Results) -> None:
    known = catalogue.catalogue()
    strange = [f.kunci for f in hasil if f.formula.nama not in {DATA.nama, *known}]
    assert strange == []


def test_the_annex_has_a_row_for_every_kind_and_an_example(hasil: Results) -> None:
    rows = Grid(tables.metode(hasil)).rows()
    names = [row[0] for row in rows]
    used = {f.formula.nama for f in hasil if f.known and f.rumus != "dari data"}
    assert sorted(names) == sorted(used)
    assert all(row[4] not in ("", "–") for row in rows)
