"""Many units at once: faults stay with their unit, a second run resumes, the roll-up adds up."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from lxml import html
from proyek_kecil import UNIT, hashes, make_project

from lkjip_analysis.exceptions import CallError
from lkjip_analysis.terminal import console, print_units
from lkjip_analysis.units.batch import Unit, list_units, told_apart
from lkjip_analysis.units.rollup import as_csv, cards, histogram, rank, totals

NAMES = ("alfa", "beta <b>", "cacat", "delta")


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """A project and four units; the third one's data are wrong, the scales lie beside them."""
    root = tmp_path_factory.mktemp("kabupaten")
    project = make_project(root / "p")
    folder = root / "unit"
    for number, name in enumerate(NAMES):
        shutil.copytree(UNIT, folder / name)
        edit(folder / name / "2024" / "identitas.csv", "Dinas Contoh", f"Dinas {name}")
        edit(
            folder / name / "2024" / "iku.csv",
            ";84;",
            ";tujuh;" if name == "cacat" else f";{80 + number};",
        )
        (folder / name / "skala_predikat.csv").unlink()
    shutil.copyfile(UNIT / "skala_predikat.csv", folder / "skala_predikat.csv")
    return project, folder, root / "hasil"


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(batch, code=1):
    project, folder, output = batch
    return project.run(
        *("batch", str(folder), "--tahun", "2024", "--output", str(output)),
        *("--format", "html", "--renderer", "pandoc", "--jobs", "2"),
        code=code,
    )


def test_one_fault_does_not_stop_the_others(batch):
    said = run(batch)
    output = batch[2]
    assert "cacat:" in said and "2024/iku.csv" in said and "realisasi" in said
    records = {u["unit"]: u for u in json.loads((output / "ringkasan.json").read_text())["unit"]}
    assert {name: records[name]["status"] for name in NAMES} == dict.fromkeys(NAMES, "selesai") | {
        "cacat": "gagal"
    }
    for name in NAMES:
        assert (output / name / "index.html").exists() == (name != "cacat")
    assert records["delta"]["capaian"] > records["alfa"]["capaian"] > 0
    page = html.fromstring((output / "index.html").read_text(encoding="utf-8"))
    links = [a.get("href") for a in page.xpath("//table[@id='tabel-peringkat']//a")]
    assert links == ["delta/index.html", "beta%20%3Cb%3E/index.html", "alfa/index.html"]
    assert len(page.xpath("//table[@id='tabel-peringkat']/tbody/tr")) == 4
    assert "Dinas beta <b>" in page.text_content()
    assert "Unit yang belum berhasil" in page.text_content()
    text = (output / "ringkasan.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert [row["unit"] for row in rows] == ["delta", "beta <b>", "alfa", "cacat"]
    assert "," in rows[0]["capaian"] and rows[3]["pesan"].startswith("Ditemukan 1 masalah")


def test_it_resumes_where_it_stopped(batch):
    _, folder, output = batch
    before = hashes(output)
    edit(folder / "cacat" / "2024" / "iku.csv", ";tujuh;", ";77;")
    said = run(batch, code=0)
    assert said.count("tidak berubah") == 3 and said.count(" ya ") == 1
    after = hashes(output)
    for name, mark in before.items():
        if name.split("/")[0] in ("alfa", "beta <b>", "delta"):
            assert after[name] == mark, name
    assert (output / "cacat" / "index.html").exists()
    assert "sec-gagal" not in (output / "index.html").read_text(encoding="utf-8")
    run(batch, code=0)
    assert hashes(output) == after, "nothing changed: same roll-up"


UNITS = (
    Unit("a", "selesai", "A", "Kab", 90.5, 80.0, 200.0, 160.0, 1, 0),
    Unit("b", "draf", "B", "Kab", 101.125, 90.0, 100.0, 90.0, 0, 3),
    Unit("c", "gagal", pesan="=rusak\nsekali"),
)


def test_figures_of_the_rollup():
    assert [unit.unit for unit in rank(UNITS)] == ["b", "a", "c"]
    sums = totals(UNITS)
    assert (sums["pagu"], sums["realisasi"]) == (300.0, 250.0)
    assert sums["serapan"] == pytest.approx(250 / 3)
    assert (sums["unit"], sums["selesai"], sums["draf"], sums["gagal"]) == (3, 1, 1, 1)
    assert totals(UNITS[2:])["serapan"] is None
    lines = as_csv(UNITS).decode("utf-8-sig").splitlines()
    assert lines[2].startswith("b;draf;B;Kab;101,13;90;100;90;0;3")
    assert lines[3].endswith(";'=rusak sekali")
    drawn = histogram("Serapan", [1.0, 2.0, None, 2.0])
    assert "3 unit: terendah 1,00%, tertinggi 2,00%, rata-rata 1,67%" in drawn
    assert "belum tersedia" in histogram("Serapan", [None])
    drawn = histogram("Capaian", [99.24, 100.0, 103.9, 105.74])
    assert ">99%</text>" in drawn and ">106%</text>" in drawn and "Setiap batang 1%." in drawn
    assert drawn.count("<rect") == 7


def test_rollup_at_a_glance():
    shown = [card.text_content() for card in html.fromstring(cards(UNITS)).xpath("//a")]
    assert shown == [
        "Laporan selesai1 dari 3 unit1 draf; 1 gagal",
        "Rata-rata capaian IKU semua unit95,81%terendah 90,50%, tertinggi 101,13%",
        "Serapan anggaran semua unit83,33%Rp250 dari pagu Rp300",
        "Temuan belum diakui1pada 1 unit",
        "Isian yang belum ada3pada 1 unit",
    ]
    assert "–" in cards(UNITS[2:])


def test_folders_without_units(tmp_path):
    with pytest.raises(CallError, match="Folder unit tidak ada"):
        list_units(tmp_path / "x", 2024)
    with pytest.raises(CallError, match="Tidak ada unit dengan data tahun 2024"):
        list_units(tmp_path, 2024)


def test_steps_that_a_workflow_calls_one_by_one(batch):
    """One unit by itself, then the roll-up of what was printed."""
    project, folder, output = batch
    status = output.parent / "alfa.json"
    said = module(project, "batch", str(folder), "alfa", "2024", str(output), "html", "pandoc")
    assert json.loads(said)["status"] == "selesai"
    status.write_text(said, encoding="utf-8")
    module(project, "rollup", str(folder), "2024", str(output), str(status))
    assert len(json.loads((output / "ringkasan.json").read_text())["unit"]) == 1


def module(project, name, *arguments):
    """Run a module of the project's package."""
    done = subprocess.run(
        [sys.executable, "-m", f"lkjip_analysis.units.{name}", *arguments],
        env={**os.environ, "PYTHONPATH": str(project.folder)},
        cwd=project.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_units_of_one_name_are_told_apart():
    units = [Unit("a", "selesai", "Dinas"), Unit("b", "draf", "Dinas"), Unit("c", "gagal")]
    assert told_apart(units) == {"a": "Dinas (a)", "b": "Dinas (b)", "c": "c"}


def test_a_piped_table_folds_no_name(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "40")
    name = "Dinas Kependudukan, Pencatatan Sipil, dan Pemberdayaan Masyarakat Desa"
    print_units(console(), [Unit("a", "selesai", name)])
    assert any(name in line and "selesai" in line for line in capsys.readouterr().out.splitlines())


def test_a_card_leads_to_its_section_also_without_a_value() -> None:
    links = re.findall(r'href="#sec-(\w+)"', cards([]))
    assert links == ["peringkat", "sebaran", "sebaran", "peringkat", "peringkat"]
