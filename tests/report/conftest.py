"""Finished reports to look at, each built once: of a unit of real size, of a small one changed."""

from __future__ import annotations

import pytest
from finished import LITERAL, PRIVATE, build_report, copy_data, edit
from unit_here import DINAS
from unit_kecil import SOURCE


@pytest.fixture(scope="session")
def root():
    """Where the unit's data lie."""
    return DINAS


@pytest.fixture(scope="session")
def report(root, tmp_path_factory):
    """The invented unit's report in all formats."""
    return build_report(tmp_path_factory.mktemp("dinas"), 2024, root)


@pytest.fixture(scope="session")
def changed_report(tmp_path_factory):
    """The tiny unit's report, one realisation changed and literal marks in texts of every kind.

    Where the unit alone may read stands ``PRIVATE``.
    """
    folder = tmp_path_factory.mktemp("diubah")
    data = copy_data(folder / "data", SOURCE)
    year = data / "2024"
    edit(year / "iku.csv", "80;A;84;", "80;A;78;")
    edit(year / "iku.csv", "LHE Nomor 700/1/2024;", f"LHE Nomor 700/1/2024;{PRIVATE}")
    edit(year / "program.csv", "Tertibnya keuangan;;;;", f"Tertibnya keuangan;;;;{PRIVATE}")
    edit(year / "penilaian_mandiri.csv", "Notula rapat", PRIVATE)
    edit(year / "pengakuan.csv", "Contoh pengakuan", PRIVATE)
    quoted = '"' + LITERAL.replace('"', '""') + '"'
    edit(year / "sarpras.csv", "Komputer", quoted)
    edit(
        year / "narasi.csv",
        "kesimpulan;1;paragraf;;;Contoh teks",
        f"kesimpulan;1;paragraf;;;{LITERAL.replace(chr(34), '”')} Contoh teks",
    )
    edit(year / "struktur.csv", ";Sekretariat;", f";{quoted};")
    edit(year / "identitas.csv", "nama_kepala;SITI AMINAH, S.Sos.", "nama_kepala;" + quoted)
    return build_report(folder, 2024, data)


@pytest.fixture(scope="session")
def draft(tmp_path_factory):
    """A fresh year of the tiny unit: nothing filled in yet."""
    from lkjip_analysis.exchange.new_year import create_year

    folder = tmp_path_factory.mktemp("draf")
    data = copy_data(folder / "data", SOURCE)
    for tahun, old, new in (  # figures that stand nowhere else
        (2024, "A;84;", "A;83,47;"),
        (2024, "20;;15;", "20;;15,25;"),
        (2022, "78;;77;", "78;;76,03;"),
    ):
        edit(data / str(tahun) / "iku.csv", old, new)
    create_year(data, 2025, 2024)
    return build_report(folder, 2025, data)
