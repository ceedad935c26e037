"""The same data gives the same figures in whichever dialect it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from spreadsheets import convert
from unit_kecil import SOURCE, copy_unit

from lkjip_analysis.results import load_results


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
    root = copy_unit(tmp_path)
    for path in root.rglob("*.csv"):
        text = path.read_bytes().decode("utf-8-sig")
        path.write_bytes(convert(text, delimiter, newline, encoding, grouped, path.stem))
    ours, theirs = load_results(2024, SOURCE), load_results(2024, root)
    assert {f.kunci: (f.nilai, f.tampil) for f in theirs} == {
        f.kunci: (f.nilai, f.tampil) for f in ours
    }
    rows = {f.kunci: [(c.berkas, c.baris, c.kolom) for c in f.masukan] for f in theirs}
    assert rows == {f.kunci: [(c.berkas, c.baris, c.kolom) for c in f.masukan] for f in ours}
