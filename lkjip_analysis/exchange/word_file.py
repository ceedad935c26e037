"""A Word file of the report as others give it back: its paragraphs, and what was noted in them.

Read are words, not looks: runs that a spell check split are one text again. Text that Word works
out itself (numbers, lists of contents) and hidden text is left out. Tracked changes are read as
accepted, or as rejected where that is asked.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lkjip_analysis.data.package import WORD, read_package
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.rendering.word.names import style_of, w
from lkjip_analysis.rendering.word.stamp import CUSTOM, MARK, read_stamp

SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
SKIPPED = {"Fallback", "instrText", "sectPr", "fldSimple", "rPr", "pPr"}
COMMENT, BOX = "komentar", "kotak teks"
BESIDE = {"header": "kepala halaman", "footer": "kaki halaman", "footnotes": "catatan kaki",
          "endnotes": "catatan akhir"}  # fmt: skip
"""Parts of a file that stand beside its text; what is new there is told."""
TRACKED = {"ins": "disisipkan", "moveTo": "disisipkan", "del": "dihapus", "moveFrom": "dihapus"}
LISTED = {"bullet": "butir", "lowerLetter": "huruf", "upperLetter": "huruf"}
Formats = dict[tuple[str, str], str]
"""Kinds of lists, by the number of the list and the level."""
Comments = dict[str, tuple[str, str]]
"""Author and words of each comment."""
HEAD = re.compile(r"(Heading|Judul)\w*\d")


@dataclass
class Paragraph:
    """One paragraph; ``marks`` are where in its words the bookmarks of narasi lie.

    ``listed`` is the kind of list it is an item of, ``head`` the heading it stands under.
    """

    text: str = ""
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)
    style: str = ""
    listed: str = ""
    level: int = 1
    head: str = ""
    cell: bool = False


@dataclass(frozen=True)
class Remark:
    """A comment, a tracked change, or words beside the text: what, by whom, its words, where."""

    kind: str
    author: str
    words: str
    place: Paragraph


@dataclass
class WordFile:
    """What is read of a Word file."""

    stamp: dict[str, str]
    paragraphs: list[Paragraph]
    remarks: list[Remark]


def read_word(path: Path, *, accept: bool = True) -> WordFile:
    """Read a Word file; tracked changes count as accepted, or as rejected."""
    with read_package(path, WORD)[1] as package:
        held = set(package.namelist())
        formats = _list_formats(package) if "word/numbering.xml" in held else {}
        comments = _comments(package) if "word/comments.xml" in held else {}
        reader = _Reader(formats, comments, accept)
        reader.walk(_part(package, "word/document.xml"))
        for name in sorted(held):
            if kind := BESIDE.get(Path(name).stem.rstrip("0123456789")):
                beside = _Reader(formats, comments, accept)
                beside.walk(_part(package, name))
                told = (one.text.strip() for one in beside.paragraphs)
                reader.remarks += [Remark(kind, "", words, Paragraph()) for words in told if words]
        stamp = read_stamp(_part(package, CUSTOM)) if CUSTOM in held else {}
    return WordFile(stamp, reader.paragraphs, reader.remarks)


def _part(package: zipfile.ZipFile, name: str) -> Any:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(package.read(name))
    except (DefusedXmlException, ParseError) as error:
        raise CallError(
            f"Bagian {name} di dalam berkas Word itu rusak.\n"
            "  perbaikan : buka di Word, simpan lagi dengan nama lain, lalu ulangi"
        ) from error


def _list_formats(package: zipfile.ZipFile) -> Formats:
    """Give the kind of list by the number of the list and the level."""
    root = _part(package, "word/numbering.xml")
    levels = {
        (abstract.get(w("abstractNumId")), level.get(w("ilvl"))): level.find(w("numFmt"))
        for abstract in root.iter(w("abstractNum"))
        for level in abstract.iter(w("lvl"))
    }
    formats: Formats = {}
    for number in root.iter(w("num")):
        link = number.find(w("abstractNumId"))
        for (abstract_id, level), kind in levels.items():
            if link is not None and kind is not None and link.get(w("val")) == abstract_id:
                formats[number.get(w("numId")), level] = LISTED.get(kind.get(w("val")), "nomor")
    return formats


def _comments(package: zipfile.ZipFile) -> Comments:
    """Give author and words of each comment."""
    return {
        one.get(w("id")): (one.get(w("author"), ""), _words(one))
        for one in _part(package, "word/comments.xml").iter(w("comment"))
    }


def _words(element: Any) -> str:
    held = (node.text or "" for node in element.iter() if node.tag in (w("t"), w("delText")))
    return " ".join("".join(held).split())


class _Reader:
    """Walks through a document once."""

    def __init__(self, formats: Formats, comments: Comments, accept: bool) -> None:
        self.formats, self.comments = formats, comments
        self.dropped = {"del", "moveFrom"} if accept else {"ins", "moveTo"}
        self.paragraphs: list[Paragraph] = []
        self.remarks: list[Remark] = []
        self.open: dict[str, str] = {}
        self.fields: list[bool] = []  # of each open field, whether its code is over
        self.head = ""
        self.joins = False
        self.cells = 0

    def walk(self, element: Any) -> None:
        """Read what is in an element, in order."""
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in SKIPPED or (name == "r" and _hidden(element)):
            return
        if name == "p":
            self._paragraph(element)
        elif name == "txbxContent" and self.paragraphs:
            self.remarks.append(Remark(BOX, "", _words(element), self.paragraphs[-1]))
        elif name in TRACKED and self.paragraphs:
            self._tracked(element, name)
        elif name == "bookmarkStart" and element.get(w("name"), "").startswith(MARK):
            self.open[element.get(w("id"))] = element.get(w("name")).removeprefix(MARK)
            self._say("")
        elif name == "bookmarkEnd":
            self.open.pop(element.get(w("id")), None)
        elif name == "fldChar":
            self._field(element.get(w("fldCharType")))
        elif name == "commentReference" and element.get(w("id")) in self.comments:
            comment = self.comments[element.get(w("id"))]
            self.remarks.append(Remark(COMMENT, *comment, self.paragraphs[-1]))
        elif name in ("t", "delText") or name in SIGNS:
            self._say(SIGNS.get(name, element.text or ""))
        else:
            self.cells += name == "tc"
            for child in element:
                self.walk(child)
            self.cells -= name == "tc"

    def _paragraph(self, element: Any) -> None:
        if not self.joins:
            style, number = style_of(element), element.find(f"{w('pPr')}/{w('numPr')}")
            one = Paragraph(style=style, head=self.head, cell=self.cells > 0)
            if number is not None:
                ids = [number.find(w(name)) for name in ("numId", "ilvl")]
                given = ["0" if one is None else one.get(w("val"), "0") for one in ids]
                one.listed = self.formats.get((given[0], given[1]), "")
                one.level = int(given[1]) + 1
            self.paragraphs.append(one)
        for child in element:
            self.walk(child)
        ended = element.find(f"{w('pPr')}/{w('rPr')}")
        marks = () if ended is None else (ended.find(w(kind)) for kind in self.dropped)
        self.joins = any(mark is not None for mark in marks)
        if HEAD.match(self.paragraphs[-1].style):
            self.head = self.paragraphs[-1].text

    def _tracked(self, element: Any, name: str) -> None:
        """Note a tracked change, and read it or not; pieces by one person are one change."""
        words, author, place = _words(element), element.get(w("author"), ""), self.paragraphs[-1]
        new = Remark(TRACKED[name], author, words, place)
        last = self.remarks[-1] if self.remarks else None
        if words and last and replace(last, words=words) == new:
            self.remarks[-1] = replace(last, words=f"{last.words} {words}")
        elif words:
            self.remarks.append(new)
        for child in element if name not in self.dropped else ():
            self.walk(child)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()

    def _say(self, words: str) -> None:
        """Add words to the paragraph, and to the bookmarks that are open."""
        if self.fields or not self.paragraphs:
            return
        last = self.paragraphs[-1]
        start, last.text = len(last.text), last.text + words
        for name in self.open.values():
            last.marks[name] = (last.marks.get(name, (start, 0))[0], len(last.text))


def _hidden(run: Any) -> bool:
    return run.find(f"{w('rPr')}/{w('vanish')}") is not None
