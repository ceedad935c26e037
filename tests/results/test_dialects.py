"""The data of 2024 gives the same figures in whichever dialect it is saved."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from lkjip_analysis.data.dialect import is_blank
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.paths import DATA
from lkjip_analysis.results import load_results

ENGLISH = str.maketrans({",": ".", ".": ""})


def convert(
    text: str, delimiter: str, newline: str, encoding: str, grouped: bool, name: str
) -> bytes:
    """Write one of our files anew, as another spreadsheet would."""
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    kinds = {column.name: column.kind for column in TABLES[name].columns}
    numeric = [kinds[title] in ("bilangan", "rupiah", "cacah") for title in rows[0]]
    for row in rows[1:]:
        for place, is_number in enumerate(numeric):
            if is_number and not is_blank(row[place]):
                english = row[place].translate(ENGLISH)
                if grouped:
                    whole, point, rest = english.partition(".")
                    english = f"{int(whole):,}{point}{rest}"
                swapped = english.translate(str.maketrans(",.", ".,"))
                row[place] = english if delimiter == "," else swapped
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return buffer.getvalue().encode(encoding)


@pytest.mark.parametrize(
    ("delimiter", "newline", "encoding", "grouped"),
    [
        (",", "\r\n", "utf-8-sig", False),
        (",", "\n", "utf-8", True),
        (";", "\r\n", "utf-8", True),
        ("\t", "\r", "utf-8-sig", True),
    ],
)
def test_same_figures(
    tmp_path: Path, delimiter: str, newline: str, encoding: str, grouped: bool
) -> None:
    root = shutil.copytree(DATA, tmp_path / "data")
    for path in root.rglob("*.csv"):
        text = path.read_bytes().decode("utf-8-sig")
        path.write_bytes(convert(text, delimiter, newline, encoding, grouped, path.stem))
    ours, theirs = load_results(2024), load_results(2024, root)
    assert {f.kunci: (f.nilai, f.tampil) for f in theirs} == {
        f.kunci: (f.nilai, f.tampil) for f in ours
    }
    rows = {f.kunci: [(c.berkas, c.baris, c.kolom) for c in f.masukan] for f in theirs}
    assert rows == {f.kunci: [(c.berkas, c.baris, c.kolom) for c in f.masukan] for f in ours}
