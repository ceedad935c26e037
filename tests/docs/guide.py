"""Guides that are true: what a page of ``docs/`` tells to type is typed, its answer compared.

Blocks of a page run from top to bottom in one folder. ``console``: lines after ``$`` are typed
(``lkjip`` and ``cd``), the rest is what the screen says, ``...`` for what is left out. ``python``:
a doctest. ``text FILE``: the file's whole content; ``diff FILE``: lines of it that change.
``excel SHEET``: rows to type under the headings of a sheet of the newest workbook, ``|`` between
cells; a row whose first cell stands there already is changed. Blocks of other kinds (``sh``,
``bat``) are for other systems and are not run.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from unit_here import PROJECT

BLOCK = re.compile(r"^```(console|python|text|excel|diff)(?: +(\S+))?\n(.*?)^```$", re.M | re.S)
LOOSE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass
class Reader:
    """Someone who does what a page says; ``folder`` is where she stands."""

    folder: Path
    screens: dict[str, str] = field(default_factory=dict)
    """What each command said."""
    names: dict[str, Any] = field(default_factory=dict)

    def follow(self, page: Path) -> Iterator[tuple[str, str, str]]:
        """Do all blocks; give what was typed, said and wanted where these differ."""
        for kind, file, content in BLOCK.findall(page.read_text(encoding="utf-8")):
            match kind:
                case "console":
                    yield from self.type(content)
                case "python":
                    yield from self.ask(content, page.name)
                case "text" if file:
                    (self.folder / file).write_text(content, encoding="utf-8")
                case "excel":
                    self.fill_in(file, content)
                case "diff":
                    self.change(self.folder / file, content)

    def type(self, content: str) -> Iterator[tuple[str, str, str]]:
        """Type the commands of a block, one after another."""
        for typed, wanted in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", content, re.M):
            name, *words = shlex.split(typed)
            if name == "cd":
                self.folder = (self.folder / words[0]).resolve()
                continue
            assert name == "lkjip", typed
            said = self.screens[typed] = self.run(words)
            wanted = re.sub(
                r"^\.\.\.\n", "...", wanted, flags=re.M
            )  # also where nothing is left out
            if wanted and not doctest.OutputChecker().check_output(wanted, said, LOOSE):
                yield typed, said, wanted

    def run(self, words: list[str]) -> str:
        """Run ``lkjip``; give what it says but for its progress."""
        without = ("LKJIP_DATA", "LKJIP_PROYEK")
        done = subprocess.run(
            [sys.executable, "-m", "lkjip_analysis", *words],
            cwd=self.folder,
            env={**{k: v for k, v in os.environ.items() if k not in without}}
            | {"PYTHONPATH": str(PROJECT), "COLUMNS": "120", "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode < 2 and "Traceback" not in done.stderr, done.stderr
        return done.stdout

    def ask(self, content: str, name: str) -> Iterator[tuple[str, str, str]]:
        """Run a block of Python as a doctest, in her folder."""
        wrong: list[tuple[str, str, str]] = []

        class Runner(doctest.DocTestRunner):
            def report_failure(self, out: Any, test: Any, example: Any, got: str) -> None:
                wrong.append((example.source, got, example.want))

            def report_unexpected_exception(
                self, out: Any, test: Any, example: Any, exc_info: Any
            ) -> None:
                wrong.append((example.source, repr(exc_info[1]), example.want))

        test = doctest.DocTestParser().get_doctest(content, self.names, name, name, 0)
        test.globs = self.names  # kept for the next block
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            Runner().run(test, clear_globs=False)
        finally:
            os.chdir(before)
        yield from wrong

    def fill_in(self, title: str, content: str) -> None:
        """Type rows into a sheet, as Excel would keep them: numbers as numbers."""
        books = (self.folder / "data").glob("*/data-[0-9][0-9][0-9][0-9].xlsx")
        path = max(books, key=lambda path: path.name)
        book = openpyxl.load_workbook(path)
        sheet = book[title]
        places = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1]}
        head, *rows = ([part.strip() for part in line.split("|")] for line in content.splitlines())
        first = places[head[0]]
        for row in rows:
            held = (n for n in range(2, sheet.max_row + 2) if sheet.cell(n, first).value == row[0])
            free = (n for n in range(2, sheet.max_row + 2) if sheet.cell(n, first).value is None)
            line = next(held, None) or next(free)
            for name, text in zip(head, row, strict=True):
                number = re.fullmatch(r"[0-9.]+(?:,[0-9]+)?", text) and name not in (
                    "kode",
                    "induk",
                )
                value = float(text.replace(".", "").replace(",", ".")) if number else text or None
                sheet.cell(line, places[name]).value = value
        book.save(path)

    def change(self, path: Path, content: str) -> None:
        """Replace the lines after ``-`` by those after ``+``."""
        old, new = (
            "".join(f"{line[1:]}\n" for line in content.splitlines() if line[0] == sign)
            for sign in "-+"
        )
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old)
        path.write_text(text.replace(old, new), encoding="utf-8")
