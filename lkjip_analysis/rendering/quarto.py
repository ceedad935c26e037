"""Rendering the staged book with Quarto, and failing where Quarto would only warn."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.rendering.programs import refuse_full_disk, run_guarded
from lkjip_analysis.rendering.render import describe
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


def find_quarto() -> tuple[str, tuple[int, ...]] | None:
    """Find a usable ``quarto`` and its version; None where there is none or it is too old."""
    program = shutil.which("quarto")
    if program is None:
        return None
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    match = re.search(r"(\d+)\.(\d+)(?:\.(\d+))?", answer.stdout)
    if answer.returncode or match is None:
        return None
    version = tuple(int(part or 0) for part in match.groups())
    return (program, version) if version[:2] >= MINIMUM else None


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
    found = find_quarto()
    if found is None:
        raise QuartoError(
            f"Quarto {'.'.join(map(str, MINIMUM))} atau lebih baru tidak ditemukan di PATH.\n"
            "  perbaikan : pasang Quarto, atau pakai --renderer pandoc"
        )
    if len(formats) == len(FORMATS):
        calls = [["--to", "all"]]
    else:  # Quarto takes one format of an extension a call
        calls = [["--to", FORMATS[name], "--no-clean"] for name in formats]
    book = describe(folder)  # tells what is wrong by file and line; Quarto would only in part
    with tempfile.TemporaryDirectory(prefix="quarto-", dir=work) as name:
        copy = Path(name) / folder.name
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("_book", ".quarto"))
        for call in calls:
            _run([found[0], "render", str(copy), *call], epoch, Path(name))
        shutil.copytree(copy / "_book", output, dirs_exist_ok=True)
    for word in output.glob("*.docx"):
        polish_docx(word, book, folder)
    mains = {"html": "index.html", "pdf": "*.pdf", "docx": "*.docx"}
    return [next(iter(sorted(output.glob(mains[name])))) for name in formats]


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
