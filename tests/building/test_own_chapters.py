"""Chapters of the unit's own, in report/unit/: picked up without a word in _quarto.yml."""

import pytest
import yaml
from proyek_kecil import Project, make_project

OWN = """# Data Dukung {#sec-data-dukung}

Capaian {{< var iku.AKIP.capaian >}}; lihat @tbl-iku.

![Peta wilayah](gambar/peta.svg)

{{< include _catatan.qmd >}}
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M1 1h7"/></svg>'


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    """A small project whose unit has a chapter of its own, with a picture and a text to include."""
    project = make_project(tmp_path_factory.mktemp("proyek"))
    own = project.folder / "report" / "unit"
    (own / "gambar").mkdir(parents=True)
    (own / "data-dukung.qmd").write_text(OWN, encoding="utf-8-sig")
    (own / "_catatan.qmd").write_text("Catatan unit.\n", encoding="utf-8")
    (own / "gambar" / "peta.svg").write_text(PICTURE, encoding="utf-8")
    project.build()
    return project


def staged_book(project: Project) -> dict:
    text = (project.folder / "build" / "2024" / "_quarto.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)["book"]


def test_it_is_the_last_appendix_and_printed_as_any_other(project):
    assert staged_book(project)["appendices"] == ["report/unit/data-dukung.qmd"]
    page = (project.output / "data-dukung.html").read_text(encoding="utf-8")
    for words in ("Lampiran A", "Data Dukung", "Tabel 1.2", "Catatan unit.", "Peta wilayah"):
        assert words in page.replace("&nbsp;", " ").replace("\u00a0", " "), words
    assert "{{<" not in page and 'href="01-uji.html#tbl-iku"' in page


def test_a_correction_shows_in_the_next_build(project):
    project.edit("report/unit/_catatan.qmd", "Catatan unit", "Catatan lain")
    assert "susunan buku" in project.build()
    assert "Catatan lain" in (project.output / "data-dukung.html").read_text(encoding="utf-8")


def test_the_projects_file_may_give_it_another_place(project):
    chapters = "report/01-uji.qmd"
    project.edit(
        "_quarto.yml", f"  - {chapters}", f"  - report/unit/data-dukung.qmd\n  - {chapters}"
    )
    try:
        project.build()
        book = staged_book(project)
        assert book["chapters"][1:] == ["report/unit/data-dukung.qmd", chapters]
        assert book["appendices"] == []
    finally:
        project.edit("_quarto.yml", "  - report/unit/data-dukung.qmd\n", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Tanpa judul.\n", "judul tingkat 1"),
        ("# Judul {#sec-j}\n\nKafé\n".encode("cp1252"), "bukan teks UTF-8"),
        (b"# Judul {#sec-j}\n\n![Peta](p.png){#fig-peta}\n", "baris 3"),
        (b"# Judul {#sec-j}\n\n{{< var tidak.ada >}}\n", '"tidak.ada" tidak dikenal'),
    ],
)
def test_a_malformed_one_is_named(project, content, said):
    faulty = project.folder / "report" / "unit" / "rusak.qmd"
    faulty.write_bytes(content)
    try:
        answer = project.run("build", "--tahun", "2024", "--format", "html", code=1)
    finally:
        faulty.unlink()
    assert "report/unit/rusak.qmd" in answer and said in answer
    assert "Traceback" not in answer
