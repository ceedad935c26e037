"""The Word file keeps to the schema of Office, for Word mends or refuses one that does not."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from lkjip_analysis.rendering.render import render

openxml_audit = pytest.importorskip("openxml_audit")
REFERENCE = Path(__file__).parents[2] / "_extensions" / "lkjip" / "docx" / "reference.docx"


def faults_of(path: Path) -> list[str]:
    """Give what the rules of the Open XML SDK find wrong."""
    found = openxml_audit.OpenXmlValidator().validate(path).errors
    return [f"{fault.part_uri} {fault.path}: {fault.description}" for fault in found]


def with_part(path: Path, name: str, change: Callable[[str], str], target: Path) -> Path:
    """Copy a package with one part changed."""
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w") as copy:
        for part in package.namelist():
            data = package.read(part)
            if part == name:
                changed = change(data.decode())
                assert changed != data.decode()
                data = changed.encode()
            copy.writestr(part, data)
    return target


def test_the_file_has_no_fault(rendered: Path) -> None:
    assert faults_of(rendered / "lkjip-2024.docx") == []


def test_a_draft_with_everything_has_no_fault(
    write_book: Callable[..., Path], tmp_path: Path
) -> None:
    chapter = (
        "# Bab {#sec-bab}\n\nKalimat[^1] dengan **tebal** dan [tautan](https://contoh.id).\n\n"
        "[^1]: Catatan kaki.\n\n**Judul kecil**\n\nIsi:\n\n1. satu\n    a. dua\n\n"
        "::: {.landscape}\nMendatar.\n:::\n\n::: {.callout-note}\nKotak.\n:::\n\n"
        "```\nkode\n```\n\n> Kutipan\n\n::: {.tanda-tangan}\nTempat\n\nNama\n:::\n"
    )
    folder = write_book(chapter)
    settings = folder / "_quarto.yml"
    text = settings.read_text(encoding="utf-8").replace(
        "instansi: Unit", "instansi: Unit, draf: true"
    )
    settings.write_text(text, encoding="utf-8")
    shutil.copytree(REFERENCE.parents[1], folder / "_extensions" / "lkjip")
    (path,) = render(folder, tmp_path / "keluaran", ["docx"])
    assert faults_of(path) == []


BROKEN = {
    "word/settings.xml": (r"(<w:updateFields[^>]*>)(.*)(</w:settings>)", r"\2\1\3"),
    "word/document.xml": (r"(<w:pStyle [^>]*>)(<w:keepNext/>)", r"\2\1"),
    "word/styles.xml": (r"(<w:keepNext ?/>)(<w:spacing [^>]*>)", r"\2\1"),
    "word/footer1.xml": (r'w:val="Footer"', 'w:val="TidakAda"'),
}
"""A fault for each part: what is put in place of what."""


def test_a_fault_is_found_in_each_part(rendered: Path, tmp_path: Path) -> None:
    broken = rendered / "lkjip-2024.docx"
    for number, (part, (found, put)) in enumerate(BROKEN.items()):
        change = partial(re.sub, found, put, count=1)
        broken = with_part(broken, part, change, tmp_path / f"rusak-{number}.docx")
    assert {fault.split()[0].lstrip("/") for fault in faults_of(broken)} == set(BROKEN)


def test_names_and_numbers_are_given_once(rendered: Path) -> None:
    body = docx.Document(str(rendered / "lkjip-2024.docx")).element.body
    marks = list(body.iter(qn("w:bookmarkStart")))
    pictures = [picture.get("id") for picture in body.iter(qn("wp:docPr"))]
    for found in (
        [mark.get(qn("w:id")) for mark in marks],
        [mark.get(qn("w:name")).lower() for mark in marks],
        pictures,
    ):
        assert found
        assert len(found) == len(set(found))
    ends = sorted(end.get(qn("w:id")) for end in body.iter(qn("w:bookmarkEnd")))
    assert ends == sorted(mark.get(qn("w:id")) for mark in marks)


def test_word_opens_it_in_its_own_mode_and_updates_the_fields(rendered: Path) -> None:
    settings = docx.Document(str(rendered / "lkjip-2024.docx")).settings.element
    (mode,) = settings.iter(qn("w:compatSetting"))
    assert (mode.get(qn("w:name")), mode.get(qn("w:val"))) == ("compatibilityMode", "15")
    assert settings.find(qn("w:updateFields")).get(qn("w:val")) == "true"
    assert settings.find(qn("w:embedTrueTypeFonts")) is not None
    assert settings.find(qn("w:saveSubsetFonts")) is None
