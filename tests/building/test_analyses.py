"""The notebooks as analyses: they run for any unit, and say something else of other data."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from unit_kecil import copy_unit, edit, set_cell

from lkjip_analysis import paths
from lkjip_analysis.building.engine import fresh_shell, run_cell
from lkjip_analysis.building.notebooks import list_notebooks, load_libraries
from lkjip_analysis.exchange.new_project import NewUnit, create_project

EVERY = [path.stem for path in list_notebooks(paths.NOTEBOOKS)]
LABEL = re.compile(r"(?m)^#\| label: (\S+)")


def run(name: str, data: Path, *, labelled: bool = True) -> dict[str, str]:
    """Run a notebook's cells on some data; what each shows, by its label or number."""
    from nbformat.v4 import new_code_cell

    load_libraries()
    notebook = json.loads((paths.NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    shown = {}
    with fresh_shell() as shell:
        for number, raw in enumerate(notebook["cells"]):
            source = "".join(raw["source"])
            label = LABEL.search(source)
            if raw["cell_type"] != "code" or (label and not labelled):
                continue
            if "parameters" in raw["metadata"].get("tags", ()):
                source += f"\ntahun, data = 2024, {str(data)!r}"
            cell = new_code_cell(source)
            assert run_cell(shell, cell) is None, (name, source, cell.outputs)
            shown[label[1] if label else str(number)] = json.dumps(cell.outputs, sort_keys=True)
    return shown


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A unit that has just been made: files with heads only."""
    folder = tmp_path_factory.mktemp("baru") / "proyek"
    create_project(folder, NewUnit("Kecamatan Rintisan", "Kota Maju", 2024, (2024, 2028)))
    return folder / "data"


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A unit of predikat, a cap, other formulas, no past, blanks and zeros."""
    root = copy_unit(tmp_path_factory.mktemp("ganjil"))
    for kolom in ("skala", "target", "realisasi", "target_akhir_renstra"):
        set_cell(root, "2024/iku.csv", 2, kolom, "")
    for kolom in ("target_predikat", "realisasi_predikat"):
        set_cell(root, "2024/iku.csv", 2, kolom, "WTP")
    edit(root, "2024/identitas.csv", "kode_iku_akip;AKIP", "kode_iku_akip;")
    edit(root, "2024/identitas.csv", "tanpa_batas", "0_100")
    edit(root, "2024/identitas.csv", "rumus_turun;(2T-R)/T", "rumus_turun;T/R")
    edit(root, "2024/identitas.csv", "selisih_poin", "sisa_anggaran")
    for year in ("2022", "2023"):
        for path in (root / year).iterdir():
            path.unlink()
        (root / year).rmdir()
    set_cell(root, "2024/iku.csv", 3, "realisasi", "")
    set_cell(root, "2024/program.csv", 4, "realisasi", "")
    set_cell(root, "2024/program.csv", 8, "pagu", "0")
    set_cell(root, "2024/program.csv", 8, "realisasi", "0")
    set_cell(root, "2024/sdm.csv", 2, "kebutuhan", "0")
    set_cell(root, "2024/evaluasi.csv", 3, "nilai", "")
    return root


@pytest.mark.parametrize("name", EVERY)
def test_no_unit_stops_it(name: str, blank: Path, odd: Path) -> None:
    for data in (blank, odd):
        told = run(name, data, labelled=False)
        assert "tidak terhitung dari tabel" not in "".join(told.values())


IKU, MONEY = ("2024/iku.csv", 2, "realisasi", "76"), ("2024/program.csv", 4, "realisasi", "599")
CHANGES = {
    "anggaran": (MONEY, ["tbl-kinerja-anggaran-program", "fig-serapan-program"]),
    "capaian": (IKU, ["tbl-capaian-iku", "fig-capaian-iku"]),
    "efisiensi": (MONEY, ["tbl-efisiensi-anggaran"]),
    "jelajah": (("2024/indikator_program.csv", 7, "realisasi", "70"), []),
    "jejak": (MONEY, ["tbl-jejak"]),
    "lampiran": (("2024/program.csv", 4, "pagu", "700"), ["tbl-lampiran-perjanjian-program"]),
    "pemeriksaan": (IKU, ["tbl-temuan"]),
    "pendahuluan": (("2024/evaluasi.csv", 2, "nilai", "20"), ["tbl-evaluasi"]),
    "perbandingan": (IKU, ["tbl-perbandingan-tahun", "fig-tren-iku"]),
    "perencanaan": (("2024/program.csv", 4, "pagu", "700"), ["tbl-perjanjian-program"]),
    "program": (("2024/indikator_program.csv", 2, "realisasi", "90"), ["tbl-capaian-program"]),
    "ringkasan": (IKU, ["kartu-kinerja", "ikhtisar"]),
    "tindak_lanjut": (IKU, ["kalimat-kesimpulan"]),
}
"""A cell that each notebook shows, and the labelled cells that show it."""


@pytest.mark.parametrize("name", EVERY)
def test_one_cell_changes_what_it_says(name: str, tmp_path: Path) -> None:
    """The frame, the check beside the published figures, tables, charts, and the conclusion."""
    change, labels = CHANGES[name]
    root = copy_unit(tmp_path)
    before = run(name, root)
    set_cell(root, *change)
    after = run(name, root)
    changed = {cell for cell, shown in before.items() if after[cell] != shown}
    numbers = [cell for cell, shown in before.items() if cell.isdigit() and shown != "[]"]
    frame, check, *_, conclusion = numbers[name == "ringkasan" :]
    if name == "jelajah":  # its subjects are several
        frame, check = numbers[3:5]
    assert {frame, check, conclusion, *labels} <= changed
