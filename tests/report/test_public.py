"""A finished report's folder, unpacked: what of the data is in it, and that nothing else is."""

import json
import re
import zipfile

import pytest
from finished import PRIVATE

from lkjip_analysis.building.holding import RECORD, YEARS, read_holding
from lkjip_analysis.building.inputs import hash_file

NIP = "197001012000032001"


@pytest.fixture(scope="module")
def unpacked(changed_report):
    """Every file of the LKjIP's folder as text; of what is packed, its parts."""
    found = {}
    for path in sorted(changed_report.folder.rglob("*")):
        name = path.relative_to(changed_report.folder).as_posix()
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as parts:
                for part in parts.namelist():
                    found[f"{name}/{part}"] = parts.read(part).decode("utf-8", "replace")
        elif path.is_file():
            found[name] = path.read_bytes().decode("utf-8", "replace")
    return found


def test_no_private_word_is_in_any_file(unpacked):
    assert len(unpacked) > 60
    assert [name for name, text in unpacked.items() if PRIVATE in text] == []
    tables = r"data/(.*/)?(pengakuan|penilaian_mandiri)"
    assert [name for name in unpacked if re.match(tables, name)] == []


def test_the_nip_stands_where_it_is_signed_and_nowhere_else(unpacked):
    for name, text in unpacked.items():
        before = [text[place.start() - 40 : place.start()] for place in re.finditer(NIP, text)]
        assert all(re.search(r"NIP(</abbr>)?\.", one) for one in before), name
        assert not before or not re.match(r"data/|hasil|aset/(jejak|data)", name), name


def test_no_file_is_there_that_is_not_on_the_list(changed_report, unpacked):
    folder = changed_report.folder
    held = read_holding(folder)
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert there - {RECORD, YEARS} == held.berkas.keys()
    assert {name: hash_file(folder / name) for name in held.berkas} == held.berkas
    allowed = (
        r"[\w-]+\.html|(lkjip|ikhtisar|hasil)-2024\.(pdf|docx|xlsx)|hasil\.json|notebooks/\w+\.ipynb"
        r"|aset/((lkjip\.(css|js))|(cari|jejak|data|huruf)\.js|huruf/[\w-]+\.(woff2|txt)|gambar/.+)"
        r"|bagikan/[\w-]+\.(html|png)|gambar/.+|data/(20\d\d/)?\w+\.csv"
    )
    assert [name for name in held.berkas if not re.fullmatch(allowed, name)] == []


def test_every_table_is_offered_and_those_behind_a_figure_can_be_opened(changed_report, unpacked):
    offered = set(
        re.findall(r'href="((?:data/[^"]+|hasil)\.(?:csv|json))"', unpacked["index.html"])
    )
    assert offered == {n for n in unpacked if n.startswith("data/")} | {"hasil.json"}
    assert {"data/2022/iku.csv", "data/2023/program.csv", "data/sarpras.csv"} <= offered
    shown = unpacked["aset/data.js"].removeprefix("window.LKJIP_DATA=").removesuffix(";\n")
    tables = json.loads(shown)
    assert {table["berkas"] for table in tables.values()} <= offered
    for record in json.loads(unpacked["hasil.json"]):
        for cell in record["masukan"]:
            table = tables[cell["berkas"]]
            place = table["kolom"].index(cell["kolom"]) + 1
            (row,) = (row for row in table["baris"] if row[0] == cell["baris"])
            assert row[place] == cell["nilai"], record["kunci"]
    review = changed_report.review[0].parent
    about = (review / "aset" / "jejak.js").read_text(encoding="utf-8").partition("LAPORAN=")[2]
    assert about.startswith('{"judul":"Berkas Reviu LKjIP Dinas Contoh Tahun 2024","tautan":""')
    assert not (review / "data").exists()
    assert (review / "aset" / "data.js").read_text(encoding="utf-8") == unpacked["aset/data.js"]
