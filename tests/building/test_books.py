"""Two books from one source: what each is made of, and that neither lies in the other's folder."""

import os
import re
import shutil
import sys

import pytest
import yaml
from proyek_kecil import ROOT, Project, hashes, make_project

from lkjip_analysis.building.books import staged_config
from lkjip_analysis.building.holding import RECORD, read_holding
from lkjip_analysis.building.placing import default_output, review_output, single_file
from lkjip_analysis.building.staging import Words, resolve_chapter

REVIEW = {
    "book": {"title": "Berkas Reviu", "output-file": "reviu", "chapters": ["index.qmd"]},
    "lkjip": {"judul-singkat": "Reviu"},
}
CHECKED = "# Pemeriksaan {#sec-periksa}\n\nMenurut @tbl-iku dan @tbl-skala; lihat @tbl-tahun.\n\n"
CHECKED += (
    "{{< embed ../../notebooks/perbandingan.ipynb#tbl-tahun >}}\n\n{{< var pembuatan.asal >}}\n"
)


def with_review(project: Project) -> Project:
    """Give a small project a second book, which shows a notebook that the first then lacks."""
    folder = project.folder
    text = (folder / "report/01-uji.qmd").read_text(encoding="utf-8")
    text = text.replace("{{< embed ../notebooks/perbandingan.ipynb#tbl-tahun >}}", "")
    (folder / "report/01-uji.qmd").write_text(text, encoding="utf-8")
    index = (folder / "index.qmd").read_text(encoding="utf-8")
    index += '\n::: {.content-visible when-profile="reviu"}\n\nBaca @sec-periksa.\n\n:::\n'
    (folder / "index.qmd").write_text(index, encoding="utf-8")
    (folder / "report/reviu").mkdir()
    (folder / "report/reviu/periksa.qmd").write_text(CHECKED, encoding="utf-8")
    config = yaml.safe_load((folder / "_quarto.yml").read_text(encoding="utf-8"))
    own = {"title", "subtitle", "output-file", "chapters", "appendices"}
    report = {"book": {key: config["book"].pop(key) for key in own & config["book"].keys()}}
    review = {
        **REVIEW,
        "book": {**REVIEW["book"], "chapters": ["index.qmd", "report/reviu/periksa.qmd"]},
    }
    for name, part in (("", config), ("-laporan", report), ("-reviu", review)):
        (folder / f"_quarto{name}.yml").write_text(yaml.safe_dump(part), encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    project = with_review(make_project(tmp_path_factory.mktemp("dua")))
    project.build()
    return project


def names(folder) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_each_lies_in_a_folder_of_its_own(project):
    report, review = project.output, project.folder / "output" / "reviu-2024"
    assert {"index.html", "01-uji.html", "notebooks/capaian.ipynb"} <= names(report)
    assert {"index.html", "periksa.html", "notebooks/perbandingan.ipynb"} <= names(review)
    assert not {"periksa.html", "notebooks/perbandingan.ipynb"} & names(report)
    assert not {"01-uji.html", "notebooks/capaian.ipynb"} & names(review)
    held = [read_holding(folder) for folder in (report, review)]
    assert [one.buku for one in held] == ["laporan", "reviu"] and held[0].data == held[1].data


def test_what_stands_in_the_other_book_is_named_without_a_link(project):
    page = (project.folder / "output/reviu-2024/periksa.html").read_text(encoding="utf-8")
    page = page.replace("\u00a0", " ").replace("&nbsp;", " ")
    assert "Menurut Tabel 1.2 LKjIP dan Tabel 1.1 LKjIP; lihat <a" in page
    assert "01-uji.html" not in page and "lkjip-analysis" in page


def test_a_chapter_is_named_by_its_number_and_reached(project):
    staged = (project.folder / "build/reviu-2024/index.qmd").read_text(encoding="utf-8")
    assert "Baca [Bab I](#sec-periksa)." in staged  # Quarto's pages would print the chapter's title
    page = (project.folder / "output/reviu-2024/index.html").read_text(encoding="utf-8")
    assert re.search(r'Baca <a href="periksa.html(#sec-periksa)?"[^>]*>Bab I</a>', page)


def test_a_staged_book_is_plain(project):
    for name, chapters in (
        ("2024", ["report/01-uji.qmd"]),
        ("reviu-2024", ["report/reviu/periksa.qmd"]),
    ):
        folder = project.folder / "build" / name
        assert [path.name for path in folder.glob("_quarto*")] == ["_quarto.yml"]
        config = yaml.safe_load((folder / "_quarto.yml").read_text(encoding="utf-8"))
        assert config["book"]["chapters"] == ["index.qmd", *chapters]
        assert not {"profile", "pre-render"} & {*config, *config["project"]}
        assert {path.as_posix() for path in folder.glob("report/**/[!_]*.qmd")} == {
            (folder / one).as_posix() for one in chapters
        }


def test_only_what_is_asked_for_is_made_again(project):
    assert project.build() == set()
    project.edit("report/reviu/periksa.qmd", "Menurut", "Lihat")
    kept = (project.output / "index.html").stat().st_mtime_ns
    ran = project.build()
    assert {"reviu susunan buku", "reviu format", "reviu folder hasil"} <= ran
    assert not {"format", "folder hasil", "angka"} & ran
    assert (project.output / "index.html").stat().st_mtime_ns == kept
    said = project.run("build", "--tahun", "2024", "--format", "html", "--pdf-reviu")
    review = project.folder / "output" / "reviu-2024"
    assert (review / "reviu.pdf").read_bytes()[:4] == b"%PDF" and str(review / "reviu.pdf") in said
    assert not list(project.output.glob("*.pdf"))


def test_single_files_are_made_where_they_are_asked_for_and_never_go_stale(project):
    review = project.folder / "output" / "reviu-2024"
    report = project.output / single_file(project.folder / "build" / "2024")
    assert project.build("html", "--satu-berkas") >= {"satu berkas", "reviu satu berkas"}
    assert 'id="hal-01-uji"' in report.read_text(encoding="utf-8")
    assert 'id="hal-periksa"' in (review / "reviu.html").read_text(encoding="utf-8")
    assert project.build("html", "--satu-berkas") == set()

    project.edit("report/01-uji.qmd", "Kalimat", "Ucapan")
    said = project.run("build", "--tahun", "2024", "--format", "pdf")
    assert f"lebih lama daripada data atau program kini: index.html, {report.name}." in said
    assert "Berkas Reviu: Dibuang, sebab kali ini dibuat tanpa --satu-berkas: reviu.html." in said
    said = project.run("build", "--tahun", "2024", "--format", "html")
    assert f"tanpa --satu-berkas: {report.name}." in said
    assert not report.exists() and not (review / "reviu.html").exists()
    project.edit("report/01-uji.qmd", "Ucapan", "Kalimat")
    assert "dibuang" not in project.run("build", "--tahun", "2024", "--format", "html").lower()


def test_neither_book_is_put_in_place_before_both_are_whole(project):
    folders = (project.output, project.folder / "output" / "reviu-2024")
    before = [hashes(folder) for folder in folders]
    project.edit("report/01-uji.qmd", "Kalimat pertama", "Kalimat baru")
    project.edit("report/reviu/periksa.qmd", "@tbl-iku", "@tbl-hilang")
    assert "tbl-hilang" in project.run("build", "--tahun", "2024", "--format", "html", code=1)
    assert [hashes(folder) for folder in folders] == before
    project.edit("report/reviu/periksa.qmd", "@tbl-hilang", "@tbl-iku")
    project.build()
    assert "Kalimat baru" in project.page()


QUARTO = f"""#!{sys.executable}
import sys
from pathlib import Path
if sys.argv[1] == "--version":
    sys.exit(print("1.10.18"))
book = Path(sys.argv[2]) / "_book"
(book / "notebooks" / "gambar").mkdir(parents=True, exist_ok=True)
(book / "notebooks" / "gambar" / "lain.svg").write_text("<svg/>", encoding="utf-8")
(book / "index.html").write_text("<p>isi</p>", encoding="utf-8")
"""
"""A Quarto that lays what it does lay: pictures that stand in texts of notebooks beside these."""


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
def test_what_quarto_lays_beside_the_notebooks_stands_there_with_them(tmp_path, monkeypatch):
    project = make_project(tmp_path / "p")
    program = tmp_path / "bin" / "quarto"
    program.parent.mkdir()
    program.write_text(QUARTO, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    project.run("build", "--tahun", "2024", "--format", "html", "--renderer", "quarto")
    assert {"notebooks/gambar/lain.svg", "notebooks/capaian.ipynb"} <= names(project.output)


def test_a_folder_of_the_other_book_is_not_overwritten(project, tmp_path):
    taken = tmp_path / "reviu-hasil"
    shutil.copytree(project.output, taken)
    output = str(tmp_path / "hasil")
    command = ("build", "--tahun", "2024", "--format", "html", "--output", output)
    said = project.run(*command, code=2)
    assert "reviu-hasil berisi laporan lain" in said
    shutil.rmtree(taken)
    shutil.copytree(project.folder / "output/reviu-2024", tmp_path / "hasil")
    assert "hasil berisi Berkas Reviu lain" in project.run(*command, code=2)
    assert names(tmp_path) >= {f"hasil/{RECORD}"}


def test_a_project_without_the_second_profile_has_one_book(tmp_path):
    project = make_project(tmp_path)
    said = project.run("build", "--tahun", "2024", "--format", "html")
    assert "Berkas Reviu" not in said
    assert [path.name for path in (tmp_path / "output").iterdir()] == ["2024"]


def test_the_chapters_of_an_older_project_stand_in_one_place(tmp_path):
    project = make_project(tmp_path)
    (tmp_path / "_quarto-laporan.yml").write_text(
        "book:\n  chapters: [index.qmd]\n", encoding="utf-8"
    )
    said = project.run("build", "--tahun", "2024", "--format", "html", code=1)
    assert (
        "_quarto.yml: 'chapters'" in said
        and "perbaikan : urutan bab kini ada di _quarto-laporan" in said
    )


def test_the_projects_books():
    """The LKjIP has what a reader is to see, the Berkas Reviu the machine room."""
    books = [staged_config(ROOT, profile)["book"] for profile in ("laporan", "reviu")]
    chapters = [[*book["chapters"], *book["appendices"]] for book in books]
    assert [name for name in chapters[0] if "lampiran" in name] == [
        "report/lampiran-perjanjian-kinerja.qmd",
        "report/lampiran-metode.qmd",
        "report/lampiran-tahun-lalu.qmd",
        "report/lampiran-naskah.qmd",
    ]
    assert {*chapters[0]} & {*chapters[1]} == {"index.qmd", "report/singkatan.qmd"}
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / "report").rglob("[!_]*.qmd")}
    assert {*chapters[0], *chapters[1]} == {"index.qmd", *found}
    titles = {book["title"] for book in books} | {book["output-file"] for book in books}
    assert len(titles) == 4


def test_blocks_of_a_book_may_hold_others():
    flags = {"ada": True, "tiada": False}
    text = (
        '::::: {.content-visible when-profile="reviu"}\nsatu\n'
        ':::: {.content-hidden when-meta="lkjip.ada"}\ndua\n::::\ntiga\n:::::\n'
        ':::: {.content-hidden when-profile="reviu"}\nempat\n::::\nlima'
    )
    said = {
        profile: resolve_chapter(text, Words({}), "x.qmd", flags, profile).split()
        for profile in ("laporan", "reviu")
    }
    assert said == {"laporan": ["empat", "lima"], "reviu": ["satu", "tiga", "lima"]}


def test_a_data_folder_named_like_a_review_gets_another_place(tmp_path):
    data = tmp_path / "reviu-2024"
    assert default_output(2024, data).parent.name != data.name
    assert review_output(tmp_path / "2024") == data
