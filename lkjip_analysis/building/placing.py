"""Where finished files go: one format taken from what was rendered, the whole moved into place."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from lkjip_analysis.building.yaml_text import read_yaml
from lkjip_analysis.exceptions import LkjipError


def main_files(book: Path, formats: Sequence[str]) -> dict[str, str]:
    """Name the file to open of each format."""
    config = read_yaml((book / "_quarto.yml").read_text(encoding="utf-8"))
    stem = config["book"]["output-file"]
    return {form: "index.html" if form == "html" else f"{stem}.{form}" for form in formats}


def remove_others(folder: Path, keep: set[str]) -> None:
    """Remove executed notebooks that are not kept."""
    for path in folder.glob("*.ipynb"):
        if path.name not in keep:
            path.unlink()


def divide(rendered: Path, folder: Path, form: str, main: str) -> None:
    """Take one format's files out of what was rendered together; the pages come last."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in sorted(rendered.iterdir()):
        printed = path.suffix in (".pdf", ".docx")
        if path.name == main or (form == "html" and not printed):
            path.rename(folder / path.name)


def replace_output(fresh: Path, output: Path) -> None:
    """Put the complete result in place of the old one; on failure the old one is put back."""
    old = output.with_name(f".{output.name}-lama")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if output.exists():
            output.rename(old)
        fresh.rename(output)
    except OSError as error:
        if old.exists() and not output.exists():
            with suppress(OSError):
                old.rename(output)
        raise LkjipError(
            f"Folder hasil {output} tidak dapat diganti ({error.strerror}).\n"
            "  perbaikan : tutup berkas laporan yang terbuka (Word, PDF, Explorer), lalu ulangi"
        ) from None
    fresh.mkdir()  # its parent is a temporary folder that expects it
    shutil.rmtree(old, ignore_errors=True)
