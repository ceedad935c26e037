"""The unit's own years as workbooks: every byte comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis import paths
from lkjip_analysis.data.schemas import Pengakuan
from lkjip_analysis.exchange.workbook_year import export_year, plan_import


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_the_files_come_back_byte_by_byte(tmp_path: Path, year: int) -> None:
    book = tmp_path / f"data-{year}.xlsx"
    book.write_bytes(export_year(paths.DATA, year)[0])
    made = plan_import(book, tmp_path, None).after
    held = {
        f"{year}/{path.name}": path.read_bytes()
        for path in (paths.DATA / str(year)).glob("*.csv")
        if path.name != Pengakuan.file
    }
    assert made == held
