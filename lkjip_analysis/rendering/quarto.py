"""Rendering the staged book with Quarto, and failing where Quarto would only warn."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lkjip_analysis.exceptions import CallError, LkjipError
from lkjip_analysis.rendering.apart import write_apart
from lkjip_analysis.rendering.programs import refuse_full_disk, run_guarded
from lkjip_analysis.rendering.render import read_book
from lkjip_analysis.rendering.web.sharing import write_shared
from lkjip_analysis.rendering.word.polish import polish_docx

MINIMUM = (1, 9)
FORMATS = {"html": "lkjip-html", "pdf": "lkjip-typst", "docx": "lkjip-docx"}
FATAL = re.compile(
    r"(Unable to resolve|Unknown var|Unable to find|WARNING.*(crossref|citeproc))", re.IGNORECASE
)
STACK = re.compile(r"\s+at ")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


class QuartoError(LkjipError):
    """Quarto failed, or warned of something that would leave a fault in the report."""


def find_quarto() -> str:
    """Find a usable ``quarto``; raises where there is none or it is too old."""
    program = shutil.which("quarto")
    if program:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        match = re.search(r"(\d+)\.(\d+)", answer.stdout)
        if not answer.returncode and match and tuple(map(int, match.groups())) >= MINIMUM:
            return program
    raise CallError(
        f"Quarto {'.'.join(map(str, MINIMUM))} atau lebih baru tidak ditemukan di PATH.\n"
        "  perbaikan : pasang Quarto, atau pakai --renderer pandoc"
    )


def render_with_quarto(
    folder: Path, output: Path, formats: Sequence[str], work: Path, epoch: int
) -> list[Path]:
    """Render the staged book; give the main file of each format.

    Parameters
    ----------
    folder
        The staged book; nothing is written into it.
    work
        Where Quarto may work on a copy of it.
    epoch
        The document's own date as seconds since 1970, so that no clock enters the outputs.
    """
    program = find_quarto()
    if len(formats) == len(FORMATS):
        calls = [["--to", "all"]]
    else:  # Quarto takes one format of an extension a call
        calls = [["--to", FORMATS[name], "--no-clean"] for name in formats]
    source = read_book(folder)  # tells what is wrong by file and line; Quarto would only in part
    book = source.book()
    with tempfile.TemporaryDirectory(prefix="quarto-", dir=work) as name:
        copy = Path(name) / folder.name
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("_book", ".quarto"))
        for call in calls:
            _run([program, "render", str(copy), *call], epoch, Path(name))
        shutil.copytree(copy / "_book", output, dirs_exist_ok=True)
        if "html" in formats:
            write_shared(book, folder, output, {})
        if "pdf" in formats:  # a page of its own would take Quarto another book
            about = source.manuscript, source.project
            write_apart(source.trees, *about, Path(name), output)
    files = [f"{book.output_file}.{name}" if name != "html" else "index.html" for name in formats]
    if "docx" in formats:
        polish_docx(output / f"{book.output_file}.docx", book, folder)
    return [output / name for name in files]


def _run(command: list[str], epoch: int, work: Path) -> None:
    """Run Quarto; an error, or a warning that leaves a fault in the report, raises."""
    own = {"SOURCE_DATE_EPOCH": str(epoch), **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(work))}
    answer = run_guarded(command, os.environ | own)
    log = ANSI.sub("", (answer.stderr + answer.stdout).decode(errors="replace"))
    faults = [line.strip() for line in log.splitlines() if FATAL.search(line)]
    if answer.returncode or faults:
        said = [line for line in log.splitlines() if line.strip() and not STACK.match(line)]
        refuse_full_disk(log)
        lines = faults or said[-15:]
        raise QuartoError("Quarto gagal merender buku:\n  " + "\n  ".join(lines))
