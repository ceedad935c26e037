"""The table under each chart: there for every chart, with its figures, and right without data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lkjip_analysis.paths import PROJECT
from lkjip_analysis.presentation import chart_data, charts
from lkjip_analysis.results import load_results

CHAPTER = PROJECT / "report" / "03-akuntabilitas-kinerja.qmd"


def cells(markdown: str) -> list[list[str]]:
    body = markdown.split("<tbody>")[1]
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", body, re.DOTALL)
    return [
        [
            re.sub(r"<[^>]+>", "", cell).strip()
            for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
        ]
        for row in rows
    ]


@pytest.mark.parametrize("name", charts.__all__)
def test_every_chart_has_its_data_behind_it(name: str, unit_kecil: Path) -> None:
    label = name.replace("_", "-")
    text = CHAPTER.read_text(encoding="utf-8")
    assert re.search(
        rf"#fig-{label} >}}}}\s+::: .*html.*\s+{{{{< embed .*#data-{label} >}}}}", text
    )
    shown = getattr(chart_data, name)(load_results(2024, unit_kecil)).markdown
    assert f'id="tabel-data-{label}"' in shown
    assert "data-kunci=" in shown


def test_rows_are_those_of_the_chart(unit_kecil: Path) -> None:
    hasil = load_results(2024, unit_kecil)
    assert cells(chart_data.capaian_iku(hasil).markdown)[0][1:] == [
        "80",
        "84",
        "105,00%",
        "▲\u00a0melampaui",
    ]
    (first, *_) = cells(chart_data.serapan_program(hasil).markdown)
    assert first[1:] == ["Rp800.000.000", "Rp760.000.000", "95,00%"]
    assert all(len(row) == 6 for row in cells(chart_data.tren_iku(hasil).markdown))


@pytest.mark.parametrize("file", ["sdm", "sarpras"])
def test_without_data_the_table_has_one_row_of_dashes(unit_kecil: Path, file: str) -> None:
    (unit_kecil / "2024" / f"{file}.csv").unlink()
    shown = getattr(chart_data, f"ketersediaan_{file}")(load_results(2024, unit_kecil))
    (row,) = cells(shown.markdown)
    assert set(row) == {"–"}
