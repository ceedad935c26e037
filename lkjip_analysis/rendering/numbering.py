"""Numbers of chapters, sections, tables and figures in reading order, and what a reference says.

The one place of these rules: ``labels`` counts a book by its lines before it is rendered,
``structure`` counts pandoc's tree.
"""

from __future__ import annotations

from lkjip_analysis.rendering.model import ChapterKind, FloatKind

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
CHAPTERS = {"bab": "Bab", "lampiran": "Lampiran"}


def roman(number: int) -> str:
    """Write a chapter's number in Roman numerals.

    >>> roman(4)
    'IV'
    """
    result = ""
    for value, letters in ROMAN:
        while number >= value:
            result += letters
            number -= value
    return result


class Numbers:
    """Counts through a book: open each chapter, then ask for each head and float in order.

    >>> numbers = Numbers()
    >>> numbers.open("bab")
    >>> numbers.head(1), numbers.head(2), numbers.float("tbl"), numbers.head(3)
    ('I', '1.1', '1.1', '1.1.1')
    """

    def __init__(self) -> None:
        self.chapters: dict[ChapterKind, int] = {"depan": 0, "bab": 0, "lampiran": 0}

    def open(self, kind: ChapterKind) -> None:
        """Begin a chapter."""
        self.kind = kind
        self.prefix = ""
        self.sections = [0] * 5
        self.floats: dict[FloatKind, int] = {"tbl": 0, "fig": 0}

    def head(self, level: int) -> str:
        """Count a head: ``I``, ``1.1``, ``A``, ``A.1``; front matter has no numbers."""
        if self.kind == "depan":
            return ""
        if level == 1:
            self.chapters[self.kind] += 1
            count = self.chapters[self.kind]
            appendix = self.kind == "lampiran"
            self.prefix = chr(ord("A") + count - 1) if appendix else str(count)
            self.sections = [0] * 5
            return self.prefix if appendix else roman(count)
        self.sections[level - 2] += 1
        self.sections[level - 1 :] = [0] * (6 - level)
        return ".".join([self.prefix, *map(str, self.sections[: level - 1])])

    def float(self, kind: FloatKind) -> str:
        """Count a table or figure: ``3.1``, ``A.1``, in the front matter ``1``."""
        self.floats[kind] += 1
        return f"{self.prefix}.{self.floats[kind]}".removeprefix(".")

    def words(self, level: int, number: str, title: str) -> str:
        """Say what a reference to a head reads: ``Bab III``, ``Bagian 3.1``, else its title."""
        if not number:
            return f"“{title}”"
        return f"{CHAPTERS[self.kind] if level == 1 else 'Bagian'} {number}"
