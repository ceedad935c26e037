"""The tiny unit with years before those that it has: gaps, an IKU renamed, one in another unit."""

from __future__ import annotations

import shutil
from pathlib import Path

from unit_kecil import edit, set_cell


def add_years(root: Path) -> Path:
    """Add 2018, 2020 and 2021: no 2019, AKIP renamed in 2018, WAKTU in hours up to 2020."""
    for tahun, akip in ((2018, "60"), (2020, "70"), (2021, "72,5")):
        (root / str(tahun)).mkdir()
        for file in ("iku.csv", "indikator_program.csv"):
            shutil.copyfile(root / "2023" / file, root / str(tahun) / file)
        set_cell(root, f"{tahun}/iku.csv", 2, "realisasi", akip)
        if tahun < 2021:
            set_cell(root, f"{tahun}/iku.csv", 3, "satuan", "jam")
    edit(root, "2018/iku.csv", "Nilai AKIP", "Skor akuntabilitas")
    return root
