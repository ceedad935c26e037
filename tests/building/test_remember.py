"""Nothing is done twice, nothing is ever stale, the same data give the same bytes."""

import os
import shutil
import subprocess
import sys
import time

import pytest
from proyek_kecil import MARKED, MARKING, hashes, make_project

from lkjip_analysis import paths
from lkjip_analysis.building.alone import only_one
from lkjip_analysis.building.holding import RECORD
from lkjip_analysis.building.remember import InputsChangedError, Store
from lkjip_analysis.exceptions import LkjipError

NOTEBOOKS = {"notebook capaian", "notebook perbandingan"}
RENDERING = {"susunan buku", "format", "folder hasil"}
ALL = {"angka", *NOTEBOOKS, *RENDERING}
EVERY = {*ALL, "naskah lampiran"}
"""The office's documents are drawn anew by another program, not for other figures."""

BUILD = ("build", "--tahun", "2024", "--renderer", "pandoc")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Built once as web pages; each test changes one thing more."""
    project = make_project(tmp_path_factory.mktemp("proyek") / "p")
    assert project.build() == EVERY
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
        ("data/skala_predikat.csv", "Sangat Memuaskan", "Luar Biasa", "Luar Biasa", ALL),
        ("data/2023/iku.csv", "78,5", "77,25", "77,25", ALL),
        ("report/01-uji.qmd", "Kalimat pertama", "Kalimat kedua", "Kalimat kedua", RENDERING),
        ("notebooks/capaian.ipynb", "Judul tbl-iku", "Judul lain", "Judul lain",
         {"notebook capaian", *RENDERING}),
        (MARKING, MARKED, 'class="tabel-wadah uji"', 'class="tabel-wadah uji"', EVERY),
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
    assert project.build() == EVERY - {"folder hasil"}


def test_styles_and_the_look_of_other_formats(project):
    project.edit("_extensions/lkjip/html/isi.css", "{", "{ --uji: 1;")
    assert project.build() == RENDERING
    assert any("--uji: 1" in p.read_text(encoding="utf-8") for p in project.output.rglob("*.css"))
    project.edit("_extensions/lkjip/typst/page.typ", "\n", "\n// uji\n")
    assert project.build() == {"susunan buku", "format"}, "the web pages come out the same"


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


def test_the_formats_are_those_asked_for(project):
    assert ".pdf" not in project.page()
    assert project.build("html,pdf") == RENDERING
    assert "lkjip-2024.pdf" in project.page()
    assert (project.output / "lkjip-2024.pdf").read_bytes()[:4] == b"%PDF"
    assert project.build("html,pdf") == set()
    kept = (project.output / "lkjip-2024.pdf").read_bytes()
    said = project.run(*BUILD, "--format", "html")
    assert (project.output / "lkjip-2024.pdf").read_bytes() == kept and "Tidak ikut" not in said
    project.edit("report/01-uji.qmd", "Kalimat", "Kalimat lain:")
    for _ in range(2):
        said = project.run(*BUILD, "--format", "html")
        assert "lebih lama daripada data atau program kini: lkjip-2024.pdf." in said
    assert "Tidak ikut" not in project.run(*BUILD, "--format", "html,pdf")
    assert (project.output / "lkjip-2024.pdf").read_bytes() != kept
    (project.output / "lkjip-2024.pdf").unlink()
    project.build()


def test_spoiled_results_are_made_anew(project):
    good = hashes(project.output)
    (project.output / "01-uji.html").write_text("diubah tangan", encoding="utf-8")
    assert project.build() == {"folder hasil"}
    kept = project.output / "01-uji-suntingan.html"
    assert kept.read_text(encoding="utf-8") == "diubah tangan"
    kept.unlink()
    next((project.folder / "build").rglob("capaian.ipynb")).write_text("{}", encoding="utf-8")
    project.build()
    for path in (project.folder / "build" / ".simpanan").rglob("catatan/*.json"):
        path.write_text("rusak", encoding="utf-8")
    assert project.build() == EVERY
    assert project.build("html", "--force") == EVERY
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
    until = time.monotonic() + 60
    while not (project.store / "kerja").exists() and time.monotonic() < until:
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
        assert found[-1].pop(RECORD)  # it names the data folder
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


def made_by(store, name, reads, text):
    """Have a step that writes one file; say what it wrote, or None where it was kept."""
    wrote = []

    def make(folder):
        (folder / "hasil.txt").write_text(text)
        wrote.append(text)

    place = store.step(name, lambda: reads, make)
    assert (place / "hasil.txt").exists()
    return wrote


def test_why_a_step_runs(tmp_path):
    reads = {"data": {"a.csv": "1", "b.csv": "2"}}
    with Store(tmp_path) as store:
        assert made_by(store, "x", reads, "satu") == ["satu"]
        assert made_by(store, "x", reads, "dua") == []
        changed = {"data": {"a.csv": "9", "c.csv": "3"}, "bab": {"i.qmd": "1"}}
        assert made_by(store, "x", changed, "tiga") == ["tiga"]
        (tmp_path / "x" / "hasil.txt").write_text("disunting")
        assert made_by(store, "x", changed, "empat") == ["empat"]
    with Store(tmp_path, force=True) as store:
        made_by(store, "x", changed, "lima")
    first = [note.as_text() for note in store.notes]
    assert first == ["x: dijalankan, diminta dengan --force"]


def test_what_is_said_of_a_step(tmp_path):
    with Store(tmp_path) as store:
        made_by(store, "x", {"data": {"a.csv": "1", "b.csv": "2"}}, "satu")
        made_by(store, "x", {"data": {"a.csv": "9", "c.csv": "3"}}, "dua")
        made_by(store, "x", {"data": {"a.csv": "9", "c.csv": "3"}}, "dua")
        (tmp_path / "x" / "hasil.txt").unlink()
        made_by(store, "x", {"data": {"a.csv": "9", "c.csv": "3"}}, "dua")
    assert [note.as_text() for note in store.notes] == [
        "x: dijalankan, belum pernah dijalankan",
        "x: dijalankan, berubah: data a.csv, data c.csv (baru), data b.csv (tidak ada lagi)",
        "x: dilewati, masukan dan hasilnya tidak berubah",
        "x: dijalankan, hasilnya hilang atau diubah: hasil.txt",
    ]


def test_files_that_change_meanwhile_leave_the_kept_result(tmp_path):
    states = iter(["1", "2", "2"])
    with Store(tmp_path) as store:
        made_by(store, "x", {"data": {"a.csv": "0"}}, "lama")

        def make(folder):
            (folder / "hasil.txt").write_text("campuran")

        with pytest.raises(InputsChangedError, match="berubah selama laporan dibuat"):
            store.step("x", lambda: {"data": {"a.csv": next(states)}}, make)
    assert (tmp_path / "x" / "hasil.txt").read_text() == "lama"
    assert not store.work.exists()


def test_what_an_older_program_left_is_cleared_away(tmp_path):
    (tmp_path / "notebook" / ".kerja").mkdir(parents=True)
    (tmp_path / "notebook" / ".kerja" / "anggaran.diambil").touch()
    with Store(tmp_path) as store:
        made_by(store, "notebook anggaran", {"data": {"a.csv": "0"}}, "baru")
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        "anggaran", "catatan", "hasil.txt", "notebook", "notebook anggaran.json"
    ]  # fmt: skip
    with Store(tmp_path) as store:
        assert made_by(store, "notebook anggaran", {"data": {"a.csv": "0"}}, "baru") == []


def test_a_step_that_fails_leaves_the_kept_result(tmp_path):
    def fail(folder):
        (folder / "hasil.txt").write_text("separuh")
        raise LkjipError("gagal")

    with Store(tmp_path) as store:
        made_by(store, "x", {"data": {"a.csv": "0"}}, "lama")
    with pytest.raises(LkjipError, match="gagal"), Store(tmp_path) as store:
        store.step("x", lambda: {"data": {"a.csv": "1"}}, fail)
    assert (tmp_path / "x" / "hasil.txt").read_text() == "lama"
    with Store(tmp_path) as store:
        assert made_by(store, "x", {"data": {"a.csv": "0"}}, "baru") == []


def test_a_new_year_made_meanwhile_cancels_nothing(project):
    running = project.start(*BUILD, "--format", "html", "--force")
    until = time.monotonic() + 60
    while not (project.store / "kerja").exists() and time.monotonic() < until:
        time.sleep(0.01)
    shutil.copytree(project.data / "2024", project.data / "2026")
    out, err = running.communicate()
    assert running.returncode == 0, out + err
    assert project.build() == set(), "another year's folder is nothing that this report reads"
    shutil.rmtree(project.data / "2026")


def test_one_holder_at_a_time(tmp_path, monkeypatch):
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
