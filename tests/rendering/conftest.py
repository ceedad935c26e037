"""A tiny book, rendered once, and a way to write books with a fault."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest_buku import QUARTO

from lkjip_analysis.rendering.render import render

ROOT = Path(__file__).parents[2]
BOOK = Path(__file__).with_name("buku")


def staged(folder: Path) -> Path:
    """Copy the tiny book and the extension, as staging would."""
    shutil.copytree(BOOK, folder)
    extension = folder / "_extensions" / "lkjip"
    ignored = shutil.ignore_patterns("grafik", "node_modules")
    shutil.copytree(ROOT / "_extensions" / "lkjip", extension, ignore=ignored)
    return folder


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The staged tiny book; not to be changed."""
    return staged(tmp_path_factory.mktemp("buku") / "buku")


@pytest.fixture(scope="session")
def rendered(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the tiny book in all formats; not to be changed."""
    output = tmp_path_factory.mktemp("keluaran")
    render(book, output, ["html", "pdf", "docx"])
    return output


@pytest.fixture
def copy_of_book(tmp_path: Path) -> Path:
    """A staged tiny book of one's own."""
    return staged(tmp_path / "buku")


@pytest.fixture
def write_book(tmp_path: Path) -> Callable[..., Path]:
    """Write a book whose only chapter is the given text; cells go into ``sel.ipynb``."""

    def write(chapter: str, cells: list[dict[str, object]] | None = None, **files: str) -> Path:
        folder = tmp_path / "buku-kecil"
        folder.mkdir()
        (folder / "_quarto.yml").write_text(QUARTO, encoding="utf-8")
        (folder / "index.qmd").write_text("# Pengantar {.unnumbered}\n", encoding="utf-8")
        (folder / "bab.qmd").write_text(chapter, encoding="utf-8")
        for name, text in files.items():
            (folder / f"{name}.qmd").write_text(text, encoding="utf-8")
        if cells is not None:
            notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            (folder / "sel.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
        return folder

    return write
