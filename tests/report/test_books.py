"""The Berkas Reviu of a finished report, and what a published LKjIP takes along: nothing of it."""

import io
import re
import subprocess
import tarfile

import pytest
import yaml
from finished import html_text, texts
from lxml import html
from unit_here import PROJECT

HELD = {
    "formulir": [
        *("REV-I1", "REV-II7", "REV-III10", "belum dijawab penyusun"),
        "Organisasi, aspek strategis, dan isu strategis diuraikan (3 dari 3 bagian ada",
        "Apakah dokumen bukti setiap realisasi ada dan dapat diperiksa.",
        *("☐ Ya ☐ Tidak", "Tanda tangan"),
    ],
    "perkiraan-mandiri": ["R01", "R25", "LKE-3b1", "3.c Pemanfaatan", "bukan nilai evaluator"],
    "temuan": ["K03", "Diakui: "],
    "kelengkapan": ["Yang Belum Tersedia", "Program yang Belum Ditautkan ke Sasaran"],
    "jejak": ["iku.KORBAN.capaian", "2024/iku.csv:2"],
    "asal-data": ["SHA-256", "lkjip-analysis", "2024/iku.csv"],
}
"""What each chapter of the Berkas Reviu of the invented unit says, among other things."""

MACHINE_ROOM = ("REV-I1", "LKE-3b", "SHA-256", "Perkiraan Mandiri", "Temuan Pemeriksaan")


@pytest.fixture(scope="module")
def review(report):
    return report.folder.with_name(f"reviu-{report.folder.name}")


def words_of(page) -> str:
    return html.fromstring(page.read_text(encoding="utf-8")).find(".//main").text_content()


@pytest.mark.parametrize("chapter", HELD)
def test_the_review_file_holds_it(review, chapter):
    said = re.sub(r"\s+", " ", words_of(review / f"{chapter}.html")).replace("\u200b", "")
    assert [one for one in HELD[chapter] if one not in said] == []


def test_the_report_holds_none_of_it(report):
    for form, said in texts(report).items():
        assert [one for one in MACHINE_ROOM if one in said] == [], form
    assert "Perkiraan Mandiri" in html_text(report.review[0].parent)


def test_no_link_of_either_book_dangles(report, review):
    for folder in (report.folder, review):
        pages = {
            page.name: html.fromstring(page.read_text("utf-8")) for page in folder.glob("*.html")
        }
        assert len(pages) > 6
        ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
        lost = [
            f"{name}: {link}"
            for name, page in pages.items()
            for link in page.xpath("//main//a/@href")
            if not re.match(r"https?:|mailto:|data:|tel:", link)
            for file, _, place in [link.partition("#")]
            if not (folder / (file or name)).exists()
            or (place and place not in ids.get(file or name, ()))
        ]
        assert lost == []


def step_of_the_workflow(name: str) -> tuple[str, str]:
    """Give what a step of the publishing workflow runs, and the folder that it uploads."""
    text = (PROJECT / ".github/workflows/halaman.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["build"]["steps"]
    (run,) = [one["run"] for one in steps if one.get("name") == name]
    (path,) = [one["with"]["path"] for one in steps if "upload-pages" in one.get("uses", "")]
    return run, path


def test_what_the_workflow_uploads_is_the_report_alone(report, review, tmp_path):
    (tmp_path / "halaman").symlink_to(report.folder)
    (tmp_path / "reviu-halaman").symlink_to(review)
    run, path = step_of_the_workflow("What is for publication")
    subprocess.run(["bash", "-euc", run], cwd=tmp_path, check=True)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:  # as the action packs it
        archive.add(tmp_path / path, ".", filter=lambda entry: entry)
    packed.seek(0)
    with tarfile.open(fileobj=packed) as archive:
        archive.extractall(tmp_path / "terbit-lain", filter="data")
    found = {
        one.relative_to(tmp_path / "terbit-lain").as_posix(): one
        for one in (tmp_path / "terbit-lain").rglob("*")
        if one.is_file()
    }
    assert {"index.html", "lkjip-2024.pdf", "lkjip-2024.docx", "hasil.json"} <= found.keys()
    assert {
        name for name in found if re.search(r"reviu|jejak\.html|temuan|ipynb|tentang", name)
    } == set()
    assert not {page.name for page in review.glob("*.html")} & found.keys() - {
        *("index.html", "daftar-tabel-gambar.html", "singkatan.html"),
    }
    for name, file in found.items():
        if file.suffix in (".html", ".js"):
            said = file.read_text(encoding="utf-8")
            assert [one for one in MACHINE_ROOM if one in said] == [], name


def test_each_book_lists_the_abbreviations_that_it_uses(report, review):
    listed = {}
    for folder in (report.folder, review):
        page = html.fromstring((folder / "singkatan.html").read_text(encoding="utf-8"))
        listed[folder] = page.xpath("//main//tbody/tr/td[1]/text()")
        pages = [path for path in folder.glob("*.html") if path.name != "singkatan.html"]
        words = set(re.findall(r"\w+", " ".join(map(words_of, pages))))
        assert set(listed[folder]) <= words and "IKU" in listed[folder]
    assert "LKE" in listed[review] and "LKE" not in listed[report.folder]
