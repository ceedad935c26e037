"""Tables saved from the page as CSV, read as an analyst reads them: what the figures say."""

import json

import pandas as pd
import pytest

LEVELS = {"program": "P", "kegiatan": "K", "subkegiatan": "S"}


@pytest.fixture(scope="module")
def saved(report, browser):
    """Save a table of the chapter on performance; give the file's name and its rows."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((report.folder / "03-akuntabilitas-kinerja.html").as_uri())
    page.wait_for_selector("html[data-siap]", state="attached")

    def save(label):
        with page.expect_download() as waiting:
            page.locator(f"#{label} .unduh-csv").click()
        file = waiting.value
        return file.suggested_filename, pd.read_csv(file.path(), sep=";", decimal=",")

    yield save
    page.close()


@pytest.fixture(scope="module")
def figures(report):
    records = json.loads((report.folder / "hasil.json").read_text(encoding="utf-8"))
    return {record["kunci"]: record for record in records}


def same(shown, unit, figure):
    """Whether a cell is the figure: rounded as printed, in its unit."""
    if figure["nilai"] is None:
        return pd.isna(shown)
    return shown == pytest.approx(float(figure["nilai"]), abs=0.0051) and unit == figure["satuan"]


def test_indicators_are_the_figures(saved, figures):
    name, table = saved("tbl-capaian-iku")
    assert name.endswith("-2024-tbl-capaian-iku.csv") and name[0].isalpha()
    assert set(table.Tahun) == {2024}
    rows = table[table.Tingkat == "iku"]
    assert len(rows) == sum(
        kunci.startswith("iku.") and kunci.endswith(".capaian") for kunci in figures
    )
    for _, row in rows.iterrows():
        for column in ("Target", "Realisasi", "Capaian"):
            figure = figures[f"iku.{row.Kode}.{column.lower()}"]
            assert same(row[column], row[f"{column} – satuan"], figure), figure["kunci"]


def test_money_of_every_level_is_the_figures(saved, figures):
    _, table = saved("tbl-program-pendukung")
    rows = table[table["Realisasi Anggaran"].notna() & (table.Tingkat != "jumlah")]
    assert set(rows.Tingkat) == set(LEVELS)
    for _, row in rows.iterrows():
        figure = figures[f"program.{row.Kode.replace('.', '-')}.realisasi"]
        assert same(row["Realisasi Anggaran"], row["Realisasi Anggaran – satuan"], figure)
