"""A newcomer's moves, one after another: each lands where it should, and nothing else changes."""

import shutil
import subprocess
import sys

import pytest
from installed import ROOT, WINDOWS, install, small_project
from proyek_kecil import UNIT, hashes

from lkjip_analysis.exchange.carried import BOOK

pytestmark = pytest.mark.lambat

BUILD = ("build", "--tahun", "2024", "--format", "html")
NEW = ("--unit", "Kecamatan Rintisan", "--tahun", "2031", "--renstra", "2030-2034")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    return install(tmp_path_factory.mktemp("pasang"))


@pytest.fixture(scope="module")
def finished(tmp_path_factory, program):
    """A small project whose report has been built once; copied, never worked on."""
    project = small_project(tmp_path_factory.mktemp("asal") / "proyek")
    program.lkjip(*BUILD, cwd=project.folder)
    return project


@pytest.fixture
def project(finished, tmp_path):
    """A copy of it, in a folder with spaces and a bracket."""
    return type(finished)(shutil.copytree(finished.folder, tmp_path / "Laporan Kita (2024)"))


def content(folder):
    """Everything of a project but what a build may leave behind while it works."""
    return {name: mark for name, mark in hashes(folder).items() if not name.startswith("build/")}


def changed(before, after):
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_the_wheel_asks_for_what_is_there(program):
    """Of the libraries it names none is missing or too old; and it is installed, not linked."""
    code = (
        "import importlib.metadata as m; from packaging.requirements import Requirement as R\n"
        "wanted = [R(text) for text in m.requires('lkjip-analysis')]\n"
        "own = [one for one in wanted if not one.marker or one.marker.evaluate({'extra': ''})]\n"
        "print(len(own), [o.name for o in own if not o.specifier.contains(m.version(o.name))])\n"
        "import lkjip_analysis; print(lkjip_analysis.__file__)"
    )
    count, place = program.python("-c", code).splitlines()
    assert int(count.split()[0]) > 10 and count.endswith(" []")
    assert place == str(program.package / "__init__.py")


def test_the_wheel_carries_the_whole_book(program):
    """A file that comes to the root's book has its line in ``pyproject.toml``, too."""

    def book(root):
        found = {path.relative_to(root).as_posix() for name in BOOK for path in root.glob(name)}
        return {name for name in found if (root / name).is_file() and "__pycache__" not in name}

    packed = program.package / "buku"
    assert book(packed) == book(ROOT) and len(book(ROOT)) > 60
    assert hashes(packed / "examples" / "dinas") == hashes(ROOT / "examples" / "dinas")


def test_three_lines_of_python_and_a_frame(program, tmp_path):
    """As ``docs/antarmuka.md`` says, with the wheel alone: no project, a year's data."""
    shutil.copytree(UNIT / "2024", tmp_path / "data" / "2024")
    three = "import lkjip_analysis as lk\nhasil = lk.buka(2024)\nprint(hasil.frame('iku').shape[0])"
    said = program.python("-c", three, cwd=tmp_path)
    assert said.startswith("3\n") and "jadi predikat tidak dibaca" in said
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_copy_works_on_itself(program, project, tmp_path):
    copy = type(project)(shutil.copytree(project.folder, tmp_path / "salinan"))
    original = content(project.folder)
    copy.edit("data/2024/iku.csv", ";84;", ";88;")
    said = program.lkjip(*BUILD, cwd=copy.folder)
    assert said.splitlines()[0].startswith(f"Proyek {copy.folder}: ")
    assert "110,00%" in copy.page() and "110,00%" not in project.page()
    assert content(project.folder) == original


def test_a_renamed_project_works_from_any_of_its_folders(program, project, tmp_path):
    before = content(project.folder)
    moved = type(project)(project.folder.rename(tmp_path / "nama baru"))
    moved.edit("data/2024/iku.csv", ";84;", ";88;")
    program.lkjip(*BUILD, cwd=moved.folder / "data" / "2024")
    assert "110,00%" in moved.page()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["nama baru"]
    differ = changed(before, content(moved.folder))
    assert {name.split("/")[0] for name in differ} == {"data", "output"}
    assert [name for name in differ if name.startswith("data/")] == ["data/2024/iku.csv"]


def test_an_unpacked_project_works(program, project, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "kirim"), "zip", project.folder)
    other = type(project)(tmp_path / "komputer lain" / "proyek")
    shutil.unpack_archive(archive, other.folder)
    before = content(project.folder)
    program.lkjip(*BUILD, cwd=other.folder)
    assert (other.output / "index.html").is_file()
    assert content(project.folder) == before == content(other.folder)


def test_a_second_clone_beside_the_first(program, project, tmp_path):
    """A clone brings no output; what it makes stays in it."""
    clone = type(project)(tmp_path / "klon")
    without = shutil.ignore_patterns("build", "output")
    shutil.copytree(project.folder, clone.folder, ignore=without)
    first = content(project.folder)
    program.lkjip(*BUILD, cwd=clone.folder)
    assert content(clone.folder).keys() == first.keys()
    assert content(project.folder) == first


def test_a_second_unit_leaves_the_first_ones_report(program, project, tmp_path):
    other = shutil.copytree(UNIT, tmp_path / "unit lain")
    identity = other / "2024" / "identitas.csv"
    text = identity.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("nama_unit;"))
    identity.write_text(text.replace(name, "nama_unit;Badan Tetangga"), encoding="utf-8")
    before, data = content(project.folder), hashes(other)
    said = program.lkjip(*BUILD, "--data", other, cwd=project.folder)
    assert "Badan Tetangga" in said.splitlines()[0] and str(other) in said.splitlines()[0]
    after = content(project.folder)
    new = changed(before, after)
    assert not [name for name in new if name in before]
    assert new and all(name.startswith("output/unit lain/2024/") for name in new)
    assert hashes(other) == data


def test_a_project_is_named_from_outside(program, project):
    project.edit("data/2024/iku.csv", ";84;", ";88;")
    program.lkjip(*BUILD, "--proyek", project.folder)
    assert "110,00%" in project.page()
    assert list(program.apart.iterdir()) == []


def test_outside_a_project_nothing_is_made(program):
    said = program.lkjip(*BUILD, code=2)
    assert "bukan proyek laporan" in said and "lkjip init FOLDER" in said
    assert list(program.apart.iterdir()) == []


def test_a_new_unit_from_nothing_to_a_draft(program, tmp_path):
    folder = tmp_path / "Kecamatan Rintisan"
    program.lkjip(
        *("init", folder, "--unit", "Kecamatan Rintisan", "--pemerintah", "Kota Maju"),
        *("--tahun", "2031", "--renstra", "2030-2034"),
    )
    before = content(folder)
    said = program.lkjip("build", "--format", "html", cwd=folder)  # in full: tests/docs
    assert "Kecamatan Rintisan" in said.splitlines()[0]
    assert "DRAF laporan 2031 selesai" in said and "Isian wajib yang belum ada: " in said
    new = changed(before, content(folder))
    assert new and all(name.startswith(("output/2031/", "output/reviu-2031/")) for name in new)
    made = {name.removeprefix("output/2031/") for name in new}
    assert {"index.html", "hasil.json"} <= made
    page = (folder / "output" / "2031" / "03-akuntabilitas-kinerja.html").read_text("utf-8")
    assert "belum tersedia" in page
    said = program.lkjip("check", "--tahun", "2031", cwd=folder, code=1)
    assert "Wajib diisi" in said and "Kesalahan data" not in said


def test_the_example_is_a_final_report(program, tmp_path):
    folder = tmp_path / "contoh"
    program.lkjip("init", folder, "--contoh")
    before = content(folder)
    said = program.lkjip("build", "--tahun", "2024", "--final", cwd=folder)
    assert "Laporan 2024 selesai" in said and "DRAF" not in said
    new = changed(before, content(folder))
    assert all(name.startswith(("output/2024/", "output/reviu-2024/")) for name in new)
    assert "output/2024/lkjip-2024.pdf" in new
    program.lkjip("check", "--tahun", "2024", cwd=folder)
    assert changed(before, content(folder)) == new


def test_notebooks_find_their_project_wherever_they_are_run(program, tmp_path):
    """By papermill from inside another project; in JupyterLab: ``tests/browser``."""
    here, other = tmp_path / "satu", tmp_path / "dua"
    program.lkjip("init", here, "--contoh")
    program.lkjip("init", other, *NEW)
    done = tmp_path / "jadi.ipynb"
    notebook = here / "notebooks" / "capaian.ipynb"
    program.python("-m", "papermill", "--log-output", notebook, done, cwd=other)
    assert "Dinas Perhubungan" in done.read_text("utf-8")


def test_stored_outputs_are_renewed_where_there_are_no_docs(program, project):
    before = content(project.folder)
    said = program.python("-m", "lkjip_analysis.building.refresh", cwd=project.folder)
    assert "capaian.ipynb: " in said
    new = changed(before, content(project.folder))
    assert new == {
        "notebooks/capaian.ipynb",
        "notebooks/perbandingan.ipynb",
        "_variables.yml",
        "data/README.md",
    }


def test_a_later_version_brings_its_chapters(program, tmp_path):
    folder = tmp_path / "proyek"
    program.lkjip("init", folder, *NEW)
    edited, untouched = "report/04-penutup.qmd", "report/01-pendahuluan.qmd"
    with (folder / edited).open("a", encoding="utf-8") as file:
        file.write("\nKalimat unit kami.\n")
    before = content(folder)
    carried = program.package / "buku"
    old = {name: (carried / name).read_bytes() for name in (edited, untouched)}
    try:
        for name, text in old.items():
            (carried / name).write_bytes(text + b"\nVersi berikut.\n")
        said = program.lkjip("init", "--perbarui", cwd=folder / "notebooks")
    finally:
        for name, text in old.items():
            (carried / name).write_bytes(text)
    assert changed(before, content(folder)) == {untouched, f"{edited}.baru", ".lkjip.json"}
    assert f"{edited}.baru" in said
    assert "Kalimat unit kami" in (folder / edited).read_text(encoding="utf-8")


@pytest.mark.skipif(WINDOWS, reason="make dan sh: cara Linux dan macOS")
def test_an_environment_that_came_with_a_copy_is_laid_anew(tmp_path):
    first, copy = tmp_path / "asal kita", tmp_path / "salinan kita"
    (first / "tests").mkdir(parents=True)
    for name in ("Makefile", "tests/buat-venv.sh", "pyproject.toml", "constraints.txt"):
        shutil.copyfile(ROOT / name, first / name)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", first / ".venv"], check=True)
    (first / ".venv" / ".siap").touch()
    shutil.copytree(first, copy, symlinks=True)

    def make(folder, *words):
        done = subprocess.run(
            ["make", *words], cwd=folder, check=True, capture_output=True, text=True
        )
        return done.stdout

    assert "buat-venv.sh" not in make(first, "-n", "report")
    assert "buat-venv.sh" in make(copy, "-n", "report")
    said = make(copy, ".venv/bin/python")
    assert f"tersalin dari {first}/.venv" in said.replace("--without-pip ", "")
    assert not (copy / ".venv" / ".siap").exists()  # so the libraries come anew, too
    assert (first / ".venv" / ".siap").exists()
    assert "buat-venv.sh" not in make(copy, "-n", ".venv/bin/python")
