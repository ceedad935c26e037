"""The workbook in other hands: the rules of the format, and LibreOffice in two languages."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from programs import find_program
from unit_kecil import copy_unit

from lkjip_analysis.data.reading import read_year
from lkjip_analysis.data.schemas import IndikatorProgram
from lkjip_analysis.exceptions import address
from lkjip_analysis.exchange.filled_copy import fill_cells
from lkjip_analysis.exchange.new_year import create_year
from lkjip_analysis.terminal import report_check

LANGUAGE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item
 oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"
><value>{}</value></prop></item></oor:items>"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new year's workbook, with some cells typed in."""
    root = copy_unit(tmp_path_factory.mktemp("kantor"))
    create_year(root, 2025, xlsx=True)
    path = root / "2025" / "data-2025.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["indikator_program"]
    at = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1]}
    sheet.cell(2, at["realisasi"], 0.9781).number_format = "0.00%"
    sheet.cell(3, at["realisasi"], 1234.5).number_format = "#,##0.00"
    facts = {row[0].value: row for row in book["identitas"].iter_rows()}
    head = [str(cell.value).rstrip(" *") for cell in book["identitas"][1]]
    facts["tanggal_penutup"][head.index("nilai")].value = dt.datetime(2026, 1, 6)
    facts["tanggal_penutup"][head.index("nilai")].number_format = "dd/mm/yyyy"
    facts["nip_kepala"][head.index("nilai")].value = "198001012005011001"
    book.save(path)
    return root


@pytest.mark.lambat
def test_saved_by_libreoffice_it_reads_the_same(filled: Path, tmp_path: Path) -> None:
    """In Indonesian, where a decimal is a comma on the screen; in English a point stands for it."""
    office = find_program("localc")
    profile = tmp_path / "profil"
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(LANGUAGE.format("id-ID"), encoding="utf-8")
    root = Path(shutil.copytree(filled, tmp_path / "unit"))
    path = root / "2025" / "data-2025.xlsx"
    before, faults = read_year(root, 2025)
    assert faults == []
    subprocess.run(
        [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx",
         "--outdir", str(tmp_path / "keluar"), str(path)],
        check=True, capture_output=True, timeout=120, text=True,
    )  # fmt: skip
    saved = tmp_path / "keluar" / path.name
    table = before[IndikatorProgram]
    place = address(table.berkas, table.rows[1].line, "realisasi")
    raw = saved.read_bytes()
    filled_in = fill_cells(raw, "indikator_program", {place: Decimal("55.5")})
    path.write_bytes(filled_in)
    assert read_year(root, 2025)[0][IndikatorProgram].rows[1].realisasi == Decimal("55.5")
    path.write_bytes(raw)
    after, faults = read_year(root, 2025)
    assert faults == [] and after.catatan == before.catatan
    for name, data in before.tables.items():
        rows = [[row.cell(column).nilai for column in data.header] for row in data]
        back = after.tables[name]
        assert [[row.cell(column).nilai for column in data.header] for row in back] == rows, name
    values = [row.realisasi for row in after[IndikatorProgram]][:2]
    assert values == [Decimal("97.81"), Decimal("1234.5")]
    assert after.identitas.tanggal_penutup == dt.date(2026, 1, 6)
    assert after.identitas.nip_kepala == "198001012005011001"
    sheet = openpyxl.load_workbook(path)["iku"]
    assert sheet.protection.sheet and sheet.data_validations.dataValidation, "guards stay"


@pytest.mark.lambat
def test_the_files_keep_the_rules_of_the_format(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    root = copy_unit(tmp_path)
    create_year(root, 2025, xlsx=True)
    report_check(2025, root, "text")
    raw = (root / "2025" / "data-2025.xlsx").read_bytes()
    copy = fill_cells(raw, "narasi", {"G2": " = 5 < 6", "G400": "baru", "B400": 3})
    (root / "2025" / "data-2025-dengan-koreksi.xlsx").write_bytes(copy)
    for name in (f"data-2025{end}.xlsx" for end in ("", "-diperiksa", "-dengan-koreksi")):
        errors = audit.OpenXmlValidator().validate(root / "2025" / name).errors
        assert [f"{e.part_uri} {e.path}: {e.description}" for e in errors] == [], name
