"""Our files as another spreadsheet writes them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from lkjip_analysis.data.dialect import is_blank
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.schemas import TABLES, Pengakuan
from lkjip_analysis.exchange.converted_year import export_year

NUMBERS = ("bilangan", "rupiah", "cacah")


def convert(
    text: str, delimiter: str, newline: str, encoding: str, grouped: bool, name: str
) -> bytes:
    """Write one of our files anew, as another spreadsheet would."""
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    kinds = {column.name: column.kind for column in TABLES[name].columns}
    for row in rows:
        for place, title in enumerate(header):
            kind = FACTS[row[0]].kind if name == "identitas" else kinds[title]
            if title != "kunci" and kind in NUMBERS and not is_blank(row[place]):
                row[place] = rewrite(row[place], delimiter, grouped)
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=newline).writerows([header, *rows])
    return buffer.getvalue().encode(encoding)


def rewrite(ours: str, delimiter: str, grouped: bool) -> str:
    """Write a number of ours as the other dialect has it, a percent sign kept.

    >>> rewrite("1.000,5", ",", True), rewrite("100%", ";", False), rewrite("1.000", ",", False)
    ('1,000.5', '100%', '1000')
    """
    number = ours.removesuffix("%")
    whole, point, rest = number.replace(".", "").replace(",", ".").partition(".")
    english = (f"{int(whole):,}" if grouped else whole) + point + rest + ours[len(number) :]
    return english if delimiter == "," else english.translate(str.maketrans(",.", ".,"))


def save_with_commas(path: Path) -> None:
    """Save a file of ours again as an English spreadsheet does."""
    text = path.read_text(encoding="utf-8-sig")
    path.write_bytes(convert(text, ",", "\n", "utf-8", False, path.stem))


def as_workbook(root: Path, *years: int) -> Path:
    """Turn years of a unit into workbooks in their place."""
    for year in years:
        content, _ = export_year(root, year)
        for path in (root / str(year)).glob("*.csv"):
            if path.name != Pengakuan.file:
                path.unlink()
        (root / str(year) / f"data-{year}.xlsx").write_bytes(content)
    return root
