"""Nothing is done twice, nothing is ever stale, the same data give the same bytes."""

import os
import shutil
import subprocess
import sys
import time

import pytest
from proyek_kecil import hashes, make_project

from lkjip_analysis import paths
from lkjip_analysis.building.cache import Memory, only_one, stored_pictures
from lkjip_analysis.exceptions import LkjipError

NOTEBOOKS = {"notebook capaian.ipynb", "notebook perbandingan.ipynb"}
RENDERING = {"susunan buku", "format html", "folder hasil"}
ALL = {"angka", *NOTEBOOKS, *RENDERING}

BUILD = ("build", "--tahun", "2024", "--renderer", "pandoc")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Built once as web pages; each test changes one thing more."""
    project = make_project(tmp_path_factory.mktemp("proyek") / "p")
    assert project.build() == ALL
    return project


def test_nothing_changed(project):
    before = hashes(project.output)
    times = [path.stat().st_mtime_ns for path in project.output.rglob("*")]
    for path in project.data.rglob("*.csv"):
        path.touch()  # time stamps do not count
    (project.data / "2024" / "CATATAN.md").write_text("catatan", encoding="utf-8")
    project.build()
    (project.data / "2024" / "CATATAN.md").write_text("catatan lain", encoding="utf-8")
    assert project.build() == set()
    assert hashes(project.output) == before
    assert [path.stat().st_mtime_ns for path in project.output.rglob("*")] == times


@pytest.mark.parametrize(
    ("file", "old", "new", "shown", "steps"),
    [
        ("data/2024/iku.csv", ";84;", ";88;", "110,00%", ALL),
        ("data/skala_predikat.csv", "Sangat Memuaskan", "Luar Biasa", "Luar Biasa",
         ALL - {"notebook perbandingan.ipynb"}),
        ("data/2023/iku.csv", "78,5", "77,25", "77,25", ALL - {"notebook capaian.ipynb"}),
        ("report/01-uji.qmd", "Kalimat pertama", "Kalimat kedua", "Kalimat kedua", RENDERING),
        ("notebooks/capaian.ipynb", "Judul tbl-iku", "Judul lain", "Judul lain",
         {"notebook capaian.ipynb", *RENDERING}),
        ("lkjip_analysis/presentation/output.py", 'class="tabel-wadah"', 'class="tabel-wadah uji"',
         'class="tabel-wadah uji"', ALL),
        ("_extensions/lkjip/html/halaman.html.jinja", "<body", "<!-- uji --><body",
         "<!-- uji --><body", RENDERING),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" in value and "<" not in value else "",
)  # fmt: skip
def test_each_kind_of_input(project, file, old, new, shown, steps):
    assert shown not in project.page()
    project.edit(file, old, new)
    assert project.build() == steps
    assert shown in project.page()


def test_a_module_without_effect_on_words_stops_there(project):
    """A step that comes to the same result makes nothing after it stale."""
    project.edit("lkjip_analysis/formatting.py", '"""', '"""(Diubah.) ')
    assert project.build() == {"angka", *NOTEBOOKS, "susunan buku", "format html"}


def test_styles_and_the_look_of_other_formats(project):
    project.edit("_extensions/lkjip/html/isi.css", "{", "{ --uji: 1;")
    assert project.build() == RENDERING
    assert any("--uji: 1" in p.read_text(encoding="utf-8") for p in project.output.rglob("*.css"))
    project.edit("_extensions/lkjip/typst/page.typ", "\n", "\n// uji\n")
    assert project.build() == {"susunan buku"}


def test_the_emblem(project):
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<path d="M0 0h9v9z" fill="{}"/></svg>'
    )
    emblem = project.data / "lambang.svg"
    emblem.write_text(svg.format("red"), encoding="utf-8")
    project.edit("data/2024/identitas.csv", "logo;", "logo;lambang.svg")
    project.build()
    assert any('"red"' in p.read_text(encoding="utf-8") for p in project.output.rglob("*.svg"))
    emblem.write_text(svg.format("blue"), encoding="utf-8")
    assert project.build() == RENDERING
    assert any('"blue"' in p.read_text(encoding="utf-8") for p in project.output.rglob("*.svg"))


def test_formats_are_kept_one_by_one(project):
    assert ".pdf" not in project.page()
    assert project.build("html,pdf") == {
        "susunan buku",
        "format html",
        "format pdf",
        "folder hasil",
    }
    assert "lkjip-2024.pdf" in project.page()
    assert (project.output / "lkjip-2024.pdf").read_bytes()[:4] == b"%PDF"
    project.edit("_extensions/lkjip/html/isi.css", "{", "{ --uji2: 1;")
    assert project.build("html,pdf") == RENDERING
    assert "lkjip-2024.pdf" in project.page(), "pages made alone still offer the other files"
    project.edit("_extensions/lkjip/typst/page.typ", "\n", "\n// uji lagi\n#let tak-dipakai = 1\n")
    assert project.build("html,pdf") - {"folder hasil"} == {"susunan buku", "format pdf"}
    assert project.build() == {"susunan buku", "format html", "folder hasil"}
    assert not (project.output / "lkjip-2024.pdf").exists()


def test_spoiled_results_are_made_anew(project):
    good = hashes(project.output)
    (project.output / "01-uji.html").write_text("diubah tangan", encoding="utf-8")
    assert project.build() == {"folder hasil"}
    next((project.folder / "build").rglob("capaian.ipynb")).write_text("{}", encoding="utf-8")
    project.build()
    for path in (project.folder / "build" / ".simpanan").rglob("ingatan.json"):
        path.write_text("rusak", encoding="utf-8")
    assert project.build() == ALL
    assert project.build("html", "--force") == ALL
    assert hashes(project.output) == good
    shutil.rmtree(project.output)
    assert project.build() == {"folder hasil"}
    assert hashes(project.output) == good


def test_faults_are_told_again_and_harm_nothing(project):
    before = hashes(project.output)
    project.edit("data/2024/iku.csv", ";88;", ";delapan;")
    for _ in range(2):
        assert "kolom realisasi" in project.run(*BUILD, code=1)
    project.edit("data/2024/iku.csv", ";delapan;", ";88;")
    project.edit("report/01-uji.qmd", "#tbl-skala", "#tbl-tidak-ada")
    for _ in range(2):
        assert "tbl-tidak-ada" in project.run(*BUILD, "--format", "html", code=1)
    assert hashes(project.output) == before
    project.edit("report/01-uji.qmd", "#tbl-tidak-ada", "#tbl-skala")
    project.build()
    assert hashes(project.output) == before


def test_two_builds_at_once(project):
    """Another year may be built meanwhile; the same one is refused with a clear message."""
    shutil.copytree(project.data / "2024", project.data / "2025")
    first = project.start(*BUILD, "--format", "html", "--force")
    other = project.start(
        *BUILD[:2], "2025", *BUILD[3:], "--format", "html", "--output", "output/lain"
    )
    lock = project.folder / "build" / ".simpanan" / "2024" / "notebook"
    until = time.monotonic() + 60
    while (lock / "capaian.ipynb").exists() and time.monotonic() < until:
        time.sleep(0.01)
    said = project.run(*BUILD, "--format", "html", code=1)
    assert "sedang dibuat oleh proses lain" in said and "tunggu sampai selesai" in said
    assert [first.wait(), other.wait()] == [0, 0], first.stderr.read() + other.stderr.read()
    for process in (first, other):
        process.communicate()
    assert "Tahun 2025." in (project.folder / "output/lain/index.html").read_text(encoding="utf-8")
    assert "Tahun 2024." in (project.output / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(project.data / "2025")


def test_same_bytes_in_other_folders(tmp_path):
    """Project, data, output and time differ; every file of the report is the same."""
    found = []
    for number, place in enumerate(("satu", "tempat lain/dua")):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        project = make_project(tmp_path / place)
        data = tmp_path / f"data {number}"
        project.data.rename(data)
        output = tmp_path / f"hasil-{number}"
        project.build("html,pdf,docx", "--data", str(data), "--output", str(output))
        found.append(hashes(output))
        for path in output.rglob("*"):
            if path.is_file():
                assert str(tmp_path).encode() not in path.read_bytes(), path.name
    assert found[0] == found[1]
    assert {"index.html", "lkjip-2024.pdf", "lkjip-2024.docx", "hasil.json"} <= set(found[0])
    assert "notebooks/capaian.ipynb" in found[0]


def test_nothing_heavy_is_imported_to_see_that_nothing_changed(project):
    project.build()
    heavy = ("pandas", "papermill", "IPython", "matplotlib", "jinja2", "typst", "pypandoc")
    call = [*BUILD, "--format", "html"]
    code = (
        "import sys, lkjip_analysis.cli\n"
        f"lkjip_analysis.cli.main({call})\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project.folder,
        env={**os.environ, "PYTHONPATH": str(project.folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_why_a_step_runs(tmp_path):
    memory = Memory(tmp_path / "ingatan.json")
    inputs = {"data": {"a.csv": "1", "b.csv": "2"}}
    assert memory.reason("x", inputs, tmp_path) == "belum pernah dijalankan"
    memory.record("x", inputs, {})
    memory.save()
    memory = Memory(tmp_path / "ingatan.json")
    assert memory.reason("x", inputs, tmp_path) is None
    changed = {"data": {"a.csv": "9", "c.csv": "3"}, "bab": {"i.qmd": "1"}}
    assert memory.reason("x", changed, tmp_path) == (
        "berubah: bab i.qmd (baru), data a.csv, data c.csv (baru), data b.csv (tidak ada lagi)"
    )
    assert memory.notes[0].as_text() == ("x: dilewati, masukan dan hasilnya tidak berubah")
    assert Memory(tmp_path / "ingatan.json", force=True).reason("x", inputs, tmp_path)


def test_one_lock_one_holder(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    with (
        only_one("a", "sedang dipakai"),
        only_one("b", "lain"),
        pytest.raises(LkjipError, match="sedang dipakai"),
        only_one("a", "sedang dipakai"),
    ):
        raise AssertionError("two holders")
    with only_one("a", "sedang dipakai"):
        pass


def test_pictures_are_drawn_once(tmp_path, monkeypatch):
    from lkjip_analysis.rendering import pictures

    asked = []
    monkeypatch.setattr(pictures, "rasterise", lambda svg: asked.append(svg) or svg.encode())
    for wanted in (["a", "b", "a"], ["b"], ["a"]):
        with stored_pictures(tmp_path / "gambar") as draw:
            assert [draw(svg) for svg in wanted] == [svg.encode() for svg in wanted]
    assert asked == ["a", "b", "a"], "what a build does not ask for is forgotten"
