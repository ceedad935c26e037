"""What is laid down for another unit holds no name and no sentence of the unit in ``data/``."""

import csv
import re

import pytest
from unit_here import DATA

from lkjip_analysis.exchange.new_project import NewUnit, create_project

SHARED = re.compile(
    "PermenPANRB|^Penyediaan (Gaji dan Tunjangan ASN|Jasa Pelayanan Umum Kantor)$"
    "|^Kelompok Jabatan Fungsional$"
)
"""What all units have alike: national rules, and the national nomenclature."""

NAMES = {"nama_unit", "nama_kepala", "nip_kepala", "jabatan_kepala", "pemerintah_daerah"}
NAMES |= {"nama_unit_singkat", "kepala_daerah", "tempat", "nomor_lhe", "dasar_organisasi"}


def own_words() -> set[str]:
    """Names of the unit and its people, and every longer cell of its data."""
    words = {"Sumobito", "Jombang"}
    for path in DATA.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in list(csv.reader(file, delimiter=";"))[1:]:
                words |= {cell for cell in row if len(cell) > 25 and not SHARED.search(cell)}
                if path.name == "identitas.csv" and row[0] in NAMES and row[1]:
                    words.add(row[1])
    return words


@pytest.mark.parametrize("contoh", [False, True])
def test_nothing_of_this_unit_is_in_a_new_project(tmp_path, contoh):
    folder = tmp_path / "proyek"
    unit = None if contoh else NewUnit("Kecamatan Rintisan", "Kabupaten Lain", 2031, (2030, 2034))
    create_project(folder, unit)
    words = {word.casefold() for word in own_words()}
    assert len(words) > 300
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", errors="ignore").casefold()
            found += [f"{path.name}: {word}" for word in words if word in text]
    assert found == []
