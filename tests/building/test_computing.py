"""A change reaches every notebook that reads it, and no other; what is kept is never stale."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lkjip_analysis import paths
from lkjip_analysis.building import inputs
from lkjip_analysis.building.cache import Memory
from lkjip_analysis.building.computing import compute
from lkjip_analysis.building.request import Request
from lkjip_analysis.data.fingerprint import ALL, FACTS, FIGURES, FILES, PRESENT
from lkjip_analysis.data.reading import read_year
from lkjip_analysis.results import load_results
from lkjip_analysis.results.reads import MANY, Reads, marks_of, watch

UNIT = Path(__file__).parents[1] / "data" / "unit-kecil"


def reads_while(action, folder=UNIT, tahun=2024):
    with watch(folder, tahun) as reads:
        action()
    return reads.shortened()


def test_each_figure_file_fact_and_section_is_noted():
    def action():
        hasil = load_results(2024, UNIT)
        hasil["iku.AKIP.capaian"]
        hasil.get("tidak.ada")
        assert "anggaran.pagu" in hasil.figures
        hasil.data.has("sdm")
        hasil.data.identitas["nama_unit"]
        hasil.data.section("isu_strategis")
        hasil.data.berkas("renstra")
        hasil.data.history[2023]["iku"]

    assert reads_while(action) == {
        FIGURES: {"iku.AKIP.capaian", "tidak.ada", "anggaran.pagu"},
        FILES: {"2024/sdm.csv", "2024/narasi.csv bagian isu_strategis", "2023/iku.csv", PRESENT},
        FACTS: {"2024 nama_unit"},
    }


@pytest.mark.parametrize(
    "walk",
    [
        lambda hasil: list(hasil),
        lambda hasil: len(hasil.figures),
        lambda hasil: dict(hasil.figures),
        lambda hasil: hasil.as_records(),
    ],
)
def test_who_walks_over_the_figures_reads_all(walk):
    assert reads_while(lambda: walk(load_results(2024, UNIT)))[FIGURES] == {ALL}


@pytest.mark.parametrize(
    "action",
    [
        lambda: (UNIT / "2024" / "iku.csv").read_bytes(),
        lambda: list((UNIT / "2024").iterdir()),
        lambda: read_year(UNIT, 2024),
        lambda: subprocess.run([sys.executable, "-c", "pass"], check=True),
        lambda: load_results(2024, paths.DATA),
    ],
    ids=["file", "folder", "own reader", "program", "other unit"],
)
def test_what_cannot_be_followed_counts_as_reading_all(action):
    assert ALL in reads_while(action)[FILES]


def test_another_year_counts_as_reading_all():
    assert ALL in reads_while(lambda: load_results(2024, UNIT), tahun=2025)[FILES]


def test_reading_elsewhere_is_no_reading_of_the_data(tmp_path):
    (tmp_path / "lain.csv").write_text("a", encoding="utf-8")
    names = reads_while((tmp_path / "lain.csv").read_text)
    assert names == {FIGURES: set(), FILES: {PRESENT}, FACTS: set()}


def test_very_many_names_are_one():
    reads = Reads(UNIT, 2024)
    for number in range(MANY + 1):
        reads.note(FIGURES, str(number))
    assert reads.shortened()[FIGURES] == {ALL}


def test_marks_tell_what_changed(tmp_path):
    unit = tmp_path / "unit"
    shutil.copytree(UNIT, unit)
    before = marks_of(load_results(2024, unit))
    narasi = unit / "2024" / "narasi.csv"
    lines = narasi.read_text(encoding="utf-8-sig").splitlines()
    section = lines[1].split(";")[0]
    narasi.write_text("\n".join([lines[0], lines[1] + " lagi", *lines[2:]]), encoding="utf-8")
    after = marks_of(load_results(2024, unit))
    changed = {
        (kind, name)
        for kind in before
        for name in before[kind]
        if before[kind][name] != after[kind].get(name)
    }
    assert changed == {
        (FILES, "2024/narasi.csv"),
        (FILES, f"2024/narasi.csv bagian {section}"),
    }


EDITS = (
    ("2024/sarpras.csv", "Printer", "Pencetak"),
    ("2024/narasi.csv", "pelayanan", "layanan"),
    ("2023/program.csv", "Terlaksananya", "Terwujudnya"),
    ("2024/iku.csv", ";73,47;", ";73,48;"),
    ("2024/identitas.csv", "Sumobito", "Sumobitu"),
)


def test_kept_notebooks_equal_fresh_ones(tmp_path, monkeypatch):
    """Five changes one after another; in the end nothing is other than in a build from nothing."""
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    data = tmp_path / "data"
    shutil.copytree(paths.DATA, data)

    def executed(folder, force=False):
        request = Request(2024, folder, tmp_path / "keluaran", processes=1)
        memory = Memory(request.store / "ingatan.json", force=force)
        compute(request, inputs.read_inputs(2024, folder), memory, lambda step: None)
        memory.save()
        steps = {note.step for note in memory.notes if note.reason}
        found = (request.store / "notebook").glob("*.ipynb")
        return steps, {path.name: path.read_bytes() for path in found}

    everything, made = executed(data)
    ran = []
    for file, old, new in EDITS:
        path = data / file
        text = path.read_text(encoding="utf-8")
        assert old in text, file
        path.write_text(text.replace(old, new), encoding="utf-8")
        steps, kept = executed(data)
        ran.append(len(steps))
        assert kept != made
        made = kept
    assert executed(data, force=True) == (everything, made)
    assert ran[0] < 6, "an entry of sarpras.csv is read by few notebooks"
    assert not executed(data)[0]
