"""All chapters as one markdown text: includes opened, embeds filled in, odd things reported.

pandoc then reads the whole book in one go. Each chapter is a div of class ``lkjip-bab``; each
embedded table or figure is a div of class ``lkjip-float`` that holds its caption (a div of class
``lkjip-keterangan``) and, for a table, the raw HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lkjip_analysis.rendering.errors import Faults, Place, did_you_mean
from lkjip_analysis.rendering.fences import CLOSING, Fence, check_fence, fenced, read_opening
from lkjip_analysis.rendering.notebooks import Cell, read_notebook
from lkjip_analysis.rendering.project import ChapterFile, Project

SHORTCODE = re.compile(r"^(\s*)\{\{<\s*([\w-]+)\s*(.*?)\s*>\}\}\s*$")
CODE_FENCE = re.compile(r"^\s*(`{3,}|~{3,})\s*(.*)$")
FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
SHORTCODES = ("embed", "include", "pagebreak")
RAW_FORMATS = ("{=typst}", "{=html}", "{=openxml}")
NUMBERED = re.compile(r"\{[^}]*#((?:tbl|fig)-[\w-]+)")
FENCE = ":" * 24


@dataclass
class Manuscript:
    """The book as one markdown text, with what the text alone no longer tells.

    ``cells`` are the embedded cells by label; ``lines`` are the source lines of each chapter with
    their places, to find where a fault is. ``failed`` are labels whose embed was reported: a
    reference to them is no second fault. ``turned`` are labels embedded on landscape pages.
    """

    markdown: str = ""
    cells: dict[str, Cell] = field(default_factory=dict)
    embedded: dict[str, Place] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    turned: set[str] = field(default_factory=set)
    lines: list[list[tuple[str, Place]]] = field(default_factory=list)

    def find(self, chapter: int, needle: str, *, last: bool = False) -> Place:
        """Find the first (or last) line of a chapter that matches a regular expression."""
        pattern = re.compile(needle)
        lines = self.lines[chapter]
        for text, place in reversed(lines) if last else lines:
            if pattern.search(text):
                return place
        return Place(lines[0][1].file if lines else "")

    def find_anywhere(self, needle: str) -> Place | None:
        """Find the first line of the book, or the first embedded cell, that matches."""
        pattern = re.compile(needle)
        for lines in self.lines:
            for text, place in lines:
                if pattern.search(text):
                    return place
        for label, cell in self.cells.items():
            if any(pattern.search(text) for text in (cell.markdown, cell.caption, cell.html)):
                return self.embedded[label]
        return None


def assemble(project: Project, faults: Faults) -> Manuscript:
    """Read every chapter and notebook of the book."""
    manuscript = Manuscript()
    notebooks = Notebooks(project.folder, faults)
    parts = []
    for number, chapter in enumerate(project.chapters):
        reader = ChapterReader(project.folder, chapter, number, manuscript, notebooks, faults)
        body = "\n".join(reader.read())
        parts.append(f"{FENCE} {{.lkjip-bab}}\n\n{body}\n\n{FENCE}\n")
    manuscript.markdown = "\n".join(parts)
    return manuscript


@dataclass
class Notebooks:
    """The notebooks met so far, each read once."""

    folder: Path
    faults: Faults
    read: dict[Path, dict[str, list[Cell]] | None] = field(default_factory=dict)

    def cell(self, path: Path, name: str, label: str, place: Place) -> Cell | None:
        """Find a labelled cell; a missing notebook or label is reported."""
        if path not in self.read:
            self.read[path] = None
            if not path.is_file():
                known = sorted(p.name for p in path.parent.glob("*.ipynb"))
                hint = did_you_mean(path.name, known, listed=False)
                self.faults.add(place, f'notebook "{name}" tidak ada.{hint}')
            else:
                try:
                    self.read[path] = read_notebook(path)
                except (ValueError, KeyError) as error:
                    self.faults.add(place, f'"{name}" bukan notebook yang sah ({error}).')
        cells = self.read[path]
        if cells is None:
            return None
        if label not in cells:
            hint = did_you_mean(label, sorted(cells))
            self.faults.add(place, f'label "{label}" tidak ada di "{name}".{hint}')
            return None
        found = cells[label]
        if len(found) > 1:
            self.faults.add(place, f'label "{label}" ada {len(found)} kali di "{name}".')
        return found[0]


@dataclass
class ChapterReader:
    """Reads one chapter, line by line."""

    folder: Path
    chapter: ChapterFile
    number: int
    manuscript: Manuscript
    notebooks: Notebooks
    faults: Faults
    divs: list[tuple[Place, Fence]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines: list[tuple[str, Place]] = []
        self.manuscript.lines.append(self.lines)

    def read(self) -> Iterator[str]:
        """Give the chapter's markdown lines."""
        return self._read_file(self.chapter.source, ())

    def _read_file(self, source: str, parents: tuple[str, ...]) -> Iterator[str]:
        """Read one file, opening its includes."""
        path = self.folder / source
        text = _without_comments(path.read_text(encoding="utf-8-sig"))
        code = ""
        outer = len(self.divs)
        for number, line in enumerate(text.splitlines(), start=1):
            place = Place(source, number)
            self.lines.append((line, place))
            fence = CODE_FENCE.match(line)
            if code:
                if fence and not fence.group(2) and fence.group(1).startswith(code):
                    code = ""
                yield line
            elif fence and not (fence.group(1)[0] == "`" and "`" in fence.group(2)):
                code = fence.group(1)
                code_line = number
                self._check_code(fence.group(2), place)
                yield line
            elif number == 1 and line.strip() == "---":
                self._fault(place, "kepala YAML dalam bab tidak didukung; pakai # Judul.")
                return
            elif shortcode := SHORTCODE.match(line):
                yield from self._shortcode(shortcode, place, (*parents, source))
            else:
                self._check_divs(line, place, outer)
                if "{{<" in line:
                    self._leftover(line, place)
                if numbered := NUMBERED.search(line):  # Quarto would number it
                    self._fault(place, f'"{numbered[1]}": hanya keluaran notebook yang bernomor.')
                yield FOOTNOTE.sub(rf"[^b{self.number}-\1]", line)
        if code:
            self._fault(Place(source, code_line), "blok kode tidak ditutup.")
        for opened, _ in self.divs[outer:]:
            self._fault(opened, "blok ::: tidak ditutup.")
        del self.divs[outer:]

    def _shortcode(
        self, shortcode: re.Match[str], place: Place, parents: tuple[str, ...]
    ) -> Iterator[str]:
        """Carry out a shortcode that stands on its own line."""
        indent, name, argument = shortcode.groups()
        if name == "pagebreak" and not argument:
            yield from ("", f"{indent}::: {{.lkjip-halaman-baru}}", f"{indent}:::", "")
        elif name == "include":
            yield from self._include(indent, argument, place, parents)
        elif name == "embed":
            yield ""
            for line in self._embed(argument, place):
                yield indent + line if line else line
            yield ""
        else:
            self._leftover(f"{{{{< {name} {argument} >}}}}", place)

    def _include(
        self, indent: str, argument: str, place: Place, parents: tuple[str, ...]
    ) -> Iterator[str]:
        """Open an included file, found from the file that names it."""
        base = Path(parents[-1]).parent
        target = argument[1:] if argument.startswith("/") else (base / argument).as_posix()
        if target in parents:
            self._fault(place, f'"{argument}" menyertakan dirinya sendiri.')
        elif not (self.folder / target).is_file():
            known = sorted(p.name for p in (self.folder / target).parent.glob("*"))
            hint = did_you_mean(Path(target).name, known, listed=False)
            self._fault(place, f'berkas "{argument}" tidak ada.{hint}')
        else:
            yield ""
            for line in self._read_file(target, parents):
                yield indent + line if line else line
            yield ""

    def _embed(self, argument: str, place: Place) -> list[str]:
        """Give the markdown of a notebook cell's stored output."""
        name, _, label = argument.partition("#")
        if not label or " " in argument:
            self._fault(place, f'embed "{argument}" harus berbentuk notebook.ipynb#label.')
            return []
        base = Path() if name.startswith("/") else Path(self.chapter.source).parent
        path = (self.folder / base / name.lstrip("/")).resolve()
        cell = self.notebooks.cell(path, name, label, place)
        if cell is None:
            self.manuscript.failed.add(label)
            return []
        if label in self.manuscript.embedded:
            first = self.manuscript.embedded[label]
            self._fault(
                place, f'label "{label}" sudah dipakai di {first.file}, baris {first.line}.'
            )
            return []
        self.manuscript.embedded[label] = place
        self.manuscript.cells[label] = cell
        if any("landscape" in fence.classes for _, fence in self.divs):
            self.manuscript.turned.add(label)
        problem = _output_problem(cell)
        if problem:
            self._fault(place, f'sel "{label}" di "{name}" {problem}')
            self.manuscript.failed.add(label)
            return []
        if label.startswith(("tbl-", "fig-")):
            return _float_lines(cell)
        markdown = cell.markdown
        if not markdown.startswith("```{=html}"):  # there it would be text
            markdown = FOOTNOTE.sub(rf"[^{label}-\1]", markdown)
        if not markdown:
            markdown = fenced(cell.html) if cell.html else _escaped(cell.plain)
        if "{{<" in markdown:
            self._fault(place, f'keluaran sel "{label}" memuat shortcode {{{{< ... >}}}}.')
        return markdown.splitlines()

    def _check_code(self, info: str, place: Place) -> None:
        """Report code that would have to run, and raw formats nobody reads."""
        if info.startswith("{=") and info not in RAW_FORMATS:
            self._fault(place, f"blok mentah {info} tidak didukung.")
        elif info.startswith("{") and not info.startswith(("{=", "{.")):
            self._fault(place, f"blok kode {info} tidak dijalankan; pakai embed dari notebook.")

    def _check_divs(self, line: str, place: Place, outer: int) -> None:
        """Keep account of open divs, of which ``outer`` are not this file's."""
        if CLOSING.match(line):
            if len(self.divs) > outer:
                self.divs.pop()
            else:
                self._fault(place, "penutup ::: tanpa pembuka.")
        elif fence := read_opening(line):
            self.divs.append((place, fence))
            check_fence(fence, place, self.faults)
        elif line.lstrip().startswith(":::"):
            self._fault(place, f'pembuka blok tidak terbaca: "{line.strip()}".')

    def _leftover(self, line: str, place: Place) -> None:
        """Report a shortcode that is unknown, or not alone on its line."""
        name = line.partition("{{<")[2].split(maxsplit=1)[0]
        if name in SHORTCODES:
            message = f'shortcode "{name}" harus sendirian pada barisnya.'
        elif name == "var":
            message = f'"{line.strip()}" belum terisi; jalankan lewat "lkjip build".'
        else:
            message = f'shortcode "{name}" tidak didukung.{did_you_mean(name, SHORTCODES)}'
        self._fault(place, message)

    def _fault(self, place: Place, message: str) -> None:
        self.faults.add(place, message)


def _float_lines(cell: Cell) -> list[str]:
    """Give the div of a table or figure: caption, then the table's HTML."""
    fence = FENCE[:12]
    lines = [f"{fence} {{#{cell.label} .lkjip-float}}", f"{fence} {{.lkjip-keterangan}}"]
    lines += [cell.caption, fence]
    if cell.label.startswith("tbl-"):
        lines += [fenced(cell.html)] if cell.html else cell.markdown.splitlines()
    return ["", *"\n\n".join(lines).splitlines(), "", fence, ""]


def _escaped(text: str) -> str:
    """Escape plain text so that markdown leaves it as it is."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!<>|$@^~&\"':=])", r"\\\1", text)


WEB_ONLY = "<IPython.core.display."
"""Begins the words of what only a browser shows: HTML, LaTeX, JavaScript."""


def _output_problem(cell: Cell) -> str:
    """Say what is wrong with a cell's stored output, or nothing."""
    if cell.noise:
        return f"berisi {cell.noise}; hanya satu keluaran yang boleh. Pindahkan ke sel tanpa label."
    if cell.outputs == 0:
        return "tidak punya keluaran; jalankan notebooknya, dan akhiri sel dengan isinya."
    if cell.outputs > 1:
        return f"punya {cell.outputs} keluaran; hanya satu yang boleh. Bagi menjadi beberapa sel."
    if cell.label.startswith("tbl-") and not (cell.html or cell.markdown):
        return "bukan tabel (text/html tidak ada)."
    if cell.label.startswith("fig-") and not (cell.svg or cell.png):
        return "bukan gambar (image/svg+xml dan image/png tidak ada)."
    if cell.label.startswith(("tbl-", "fig-")) and not cell.caption:
        return "tidak punya judul (tbl-cap atau fig-cap)."
    web = cell.html if "<table" not in cell.html else ""
    if not (cell.markdown or cell.svg or cell.png) and (web or cell.plain.startswith(WEB_ONLY)):
        return "hanya terbaca di halaman web; pakai Markdown(...), sebuah tabel, atau gambar."
    if not (cell.markdown or cell.html or cell.plain or cell.svg or cell.png):
        return "tidak punya keluaran yang dikenal."
    if not cell.label.startswith(("tbl-", "fig-")) and (cell.svg or cell.png):
        return 'berisi gambar; labelnya harus diawali "fig-".'
    return ""


def _without_comments(text: str) -> str:
    """Drop HTML comments outside code, keeping the number of lines."""
    parts = re.split(r"(?ms)(^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\2[`~]*[ \t]*$)", text)
    # re.split gives text, fenced block, its fence, text, ...
    kept = []
    for index in range(0, len(parts), 3):
        kept.append(re.sub(r"(?s)<!--.*?-->", lambda m: "\n" * m.group().count("\n"), parts[index]))
        if index + 1 < len(parts):
            kept.append(parts[index + 1])
    return "".join(kept)
