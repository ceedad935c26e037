"""Finished reports to look at: each built once a session."""

import pytest
from finished import LITERAL, build_report, copy_data, edit

from lkjip_analysis import paths


@pytest.fixture(scope="session")
def report_2024(tmp_path_factory):
    """The default unit's report of 2024, in all formats."""
    folder = tmp_path_factory.mktemp("laporan")
    return build_report(folder, 2024, paths.DATA)


@pytest.fixture(scope="session")
def changed_report(tmp_path_factory):
    """The report of 2024 with one realisation changed and literal marks in texts of every kind."""
    folder = tmp_path_factory.mktemp("diubah")
    data = copy_data(folder / "data")
    year = data / "2024"
    edit(year / "iku.csv", ";73,47;", ";70,47;")
    quoted = '"' + LITERAL.replace('"', '""') + '"'
    edit(year / "sarpras.csv", "Pompa Air", quoted)
    edit(
        year / "narasi.csv", "Akhir kata, semoga", LITERAL.replace('"', "”") + " Akhir kata, semoga"
    )
    edit(year / "struktur.csv", "Seksi Sosial Budaya", quoted)
    edit(year / "identitas.csv", "nama_kepala;HERU CAHYONO, S.Sos., M.Si", "nama_kepala;" + quoted)
    return build_report(folder, 2024, data)


@pytest.fixture(scope="session")
def dinas_report(tmp_path_factory):
    """The invented second unit's report."""
    return build_report(
        tmp_path_factory.mktemp("dinas"), 2024, paths.PROJECT / "examples" / "dinas"
    )


@pytest.fixture(scope="session")
def draft_2025(tmp_path_factory):
    """A fresh year of the default unit: nothing filled in yet."""
    from lkjip_analysis.exchange.new_year import create_year

    folder = tmp_path_factory.mktemp("draf")
    data = copy_data(folder / "data")
    create_year(data, 2025, 2024)
    return build_report(folder, 2025, data)
