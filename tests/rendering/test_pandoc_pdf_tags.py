"""The PDF for a screen reader and for the archive: its tags, names and fonts, as ISO asks for them.

Typst refuses to write a file that breaks PDF/A-2b or PDF/UA-1; these tests look at what it wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest


@pytest.fixture(scope="module")
def reader(rendered: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(rendered / "lkjip-2024.pdf")


@pytest.fixture(scope="module")
def elements(reader: pypdf.PdfReader) -> list[tuple[str, Any, tuple[str, ...]]]:
    """Every element of the structure tree: its kind, itself, the kinds around it."""

    def walk(node: Any, around: tuple[str, ...]) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
        node = node.get_object()
        if isinstance(node, list):
            for item in node:
                yield from walk(item, around)
        elif isinstance(node, dict) and "/S" in node:
            yield node["/S"], node, around
            if "/K" in node:
                yield from walk(node["/K"], (*around, node["/S"]))

    root = reader.trailer["/Root"]["/StructTreeRoot"]
    return list(walk(root["/K"], ()))


def test_the_catalogue_says_what_the_file_is(reader: pypdf.PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "id-ID"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"][0].get_object()["/S"] == "/GTS_PDFA1"
    assert "/Encrypt" not in reader.trailer


def test_the_metadata_claims_both_standards_and_the_title(reader: pypdf.PdfReader) -> None:
    xmp = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode("utf-8")
    for words in ("<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<"):
        assert words in xmp
    assert reader.metadata is not None
    assert f">{reader.metadata.title}<" in xmp


def test_every_figure_has_an_alternative_text(elements: list[Any]) -> None:
    found = [str(node.get("/Alt", "")) for kind, node, _ in elements if kind == "/Figure"]
    assert found and all(text.strip() for text in found)


def test_tables_have_heads_with_a_scope(elements: list[Any]) -> None:
    heads = [node for kind, node, _ in elements if kind == "/TH"]
    assert heads
    for node in heads:
        attributes = [item.get_object() for item in node["/A"]]
        assert any(item.get("/Scope") == "/Column" for item in attributes)
    assert all("/Table" in around for kind, _, around in elements if kind in ("/TH", "/TD"))


def test_numbered_tables_and_figures_have_captions_and_no_table_is_in_another(
    elements: list[Any],
) -> None:
    kinds = [kind for kind, _, _ in elements]
    assert kinds.count("/Caption") == 4  # three numbered tables and one figure
    assert not any(kind == "/Table" and "/Table" in around for kind, _, around in elements)


def test_heads_skip_no_level(elements: list[Any]) -> None:
    levels = [int(kind[2:]) for kind, _, _ in elements if re.fullmatch(r"/H\d", kind)]
    assert levels and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_bookmarks_are_the_heads(reader: pypdf.PdfReader, elements: list[Any]) -> None:
    def flat(items: list[Any], level: int = 1) -> Iterator[int]:
        for item in items:
            if isinstance(item, list):
                yield from flat(item, level + 1)
            else:
                yield level

    heads = [int(kind[2:]) for kind, _, _ in elements if re.fullmatch(r"/H\d", kind)]
    assert list(flat(reader.outline)) == heads


def test_all_fonts_are_embedded(reader: pypdf.PdfReader) -> None:
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            fonts[str(font["/BaseFont"])] = inner["/FontDescriptor"].get_object()
    assert fonts
    for name, descriptor in fonts.items():
        assert {"/FontFile2", "/FontFile3"} & set(descriptor), name
