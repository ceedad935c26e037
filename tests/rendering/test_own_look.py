"""A row that an analyst colours by a condition on its numbers is so in HTML, PDF and Word."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from conftest_buku import cell
from lxml import html
from own_look import COLOUR, FILL, in_pdf, in_word
from unit_here import DINAS

from lkjip_analysis import paths
from lkjip_analysis.presentation import tables
from lkjip_analysis.rendering.render import render
from lkjip_analysis.rendering.table_widths import with_widths
from lkjip_analysis.results import load_results


def test_a_row_chosen_by_its_number(write_book: Callable[..., Path], tmp_path: Path) -> None:
    from great_tables import loc, style

    table = tables.capaian_iku(load_results(2024, DINAS))
    missed = table.frame[table.frame["capaian"] < 100]
    assert 0 < len(missed) < len(table.frame) and table.frame["capaian"].dtype == "float64"
    look = [style.fill("#FFE0E0"), style.text(color="#C00000", weight="bold", style="italic")]
    red = table.styled(lambda gt: gt.tab_style(look, loc.body(rows=lambda d: d["capaian"] < 100)))
    chapter = "# Bab {#sec-bab}\n\n{{< embed sel.ipynb#tbl-iku >}}\n"
    shown = cell("tbl-iku", {"text/html": with_widths(red.markup, turned=False)}, caption="Capaian")
    book = write_book(chapter, [shown])
    shutil.copytree(paths.EXTENSION, book / "_extensions" / "lkjip")
    render(book, tmp_path / "hasil")
    page = html.parse(str(tmp_path / "hasil" / "bab.html"))
    filled = page.xpath(f"//tbody/tr/td[contains(@style, '{FILL}')]")
    words = [" ".join(td.text_content().split()) for td in filled]
    assert len({td.getparent() for td in filled}) == len(missed)
    assert set(missed["indikator_kinerja"]) < set(words)
    assert in_pdf(tmp_path / "hasil" / "laporan.pdf") == {FILL, COLOUR}
    printed = in_word(tmp_path / "hasil" / "laporan.docx")
    assert {(" ".join(text.split()), *looks) for text, *looks in printed if text} == {
        (text, COLOUR[1:].upper(), True, True) for text in words if text
    }
