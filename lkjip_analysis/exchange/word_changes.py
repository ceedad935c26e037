"""What a corrected Word file says otherwise than the report: in the unit's own words, and beside.

Rows of narasi are known by their bookmarks. What the program writes (tables, sentences, numbers)
is not taken from Word: it is told with the cells that say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, takewhile

from lkjip_analysis.checks.texts import PLACEHOLDER
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.exchange.lining_up import line_up, matcher, moved, plain
from lkjip_analysis.exchange.retold import TOKEN, retell
from lkjip_analysis.exchange.word_file import Paragraph, WordFile
from lkjip_analysis.presentation.narrative.prose import variables_of
from lkjip_analysis.results import Results

PARTED = "\ue000"
"""Stands between the paragraphs that one was parted into; no text has this character."""
MOST = 3
"""Cells that are named of a figure, and figures of a number."""


@dataclass(frozen=True)
class Added:
    """A new paragraph: the row it stands by, on which side, its kind and its words."""

    row: Narasi
    before: bool
    jenis: str
    tingkat: int | None
    kode: str
    teks: str


@dataclass(frozen=True)
class Outside:
    """What was changed beside the narasi: where, what stood there and stands now, what says it."""

    place: str
    old: str
    new: str
    hint: str


@dataclass
class Corrections:
    """All changes; ``edits`` gives a row's new text (blank: it goes) after the printed old one.

    ``order`` gives the rows of the sections in which some were ``moved``.
    """

    edits: list[tuple[Narasi, str, str]] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    refused: list[Outside] = field(default_factory=list)
    outside: list[Outside] = field(default_factory=list)
    moved: list[Narasi] = field(default_factory=list)
    order: dict[str, list[Narasi]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Is there anything to write?"""
        return bool(self.edits or self.added or self.moved)


def compare(original: WordFile, corrected: WordFile, hasil: Results) -> Corrections:
    """Find what was corrected in a Word file of this report."""
    return _Comparison(original, corrected, hasil).done()


class _Comparison:
    def __init__(self, original: WordFile, corrected: WordFile, hasil: Results) -> None:
        self.hasil, self.found = hasil, Corrections()
        self.rows = {mark_of(row): row for row in hasil.data[Narasi]}
        self.old, self.new = (
            [one for one in file.paragraphs if plain(one.text)] for file in (original, corrected)
        )
        self.pairs = line_up(self.old, self.new)
        self.owner = {j: i for i, j in self.pairs.items()}
        self.kept = {name for i in self.pairs for name in self._names(i)}
        self.alone = {
            name
            for one in self.old
            for name in one.marks
            if name in self.rows and plain(_cut(one, name)) == plain(one.text)
        }
        self.heads = {
            self.new[j].style
            for i, j in self.pairs.items()
            if any(self.rows[name].jenis == "judul" for name in self._names(i))
        }

    def _names(self, i: int) -> list[str]:
        marks = self.old[i].marks
        return sorted((name for name in marks if name in self.rows), key=lambda n: marks[n])

    def done(self) -> Corrections:
        for i, paragraph in enumerate(self.old):
            if self._names(i):
                self._own(i)
            else:
                j = self.pairs.get(i)
                now = "" if j is None else self.new[j].text
                if plain(now) != plain(paragraph.text):
                    self._beside(paragraph.head, paragraph.text, now)
        for j, paragraph in enumerate(self.new):
            if j not in self.owner and not self._parted(j):
                self._add(j, paragraph)
        for i in moved(self.pairs):
            for name in self._names(i):
                self._move(self.rows[name])
        return self.found

    def _move(self, row: Narasi) -> None:
        """Order a section as its paragraphs stand now; where a row left it, only say so."""
        names = [name for j in sorted(self.owner) for name in self._names(self.owner[j])]
        told = [self.rows[name] for name in names if self.rows[name].bagian == row.bagian]
        if told != sorted(told, key=lambda one: one.urutan):
            self.found.order[row.bagian] = told
            self.found.moved.append(row)
        else:
            hint = f"dipindah ke bagian lain; ubah kolom bagian di {row.cell('bagian').tempat}"
            self.found.outside.append(Outside(place(row), row.teks, "", hint))

    def _own(self, i: int) -> None:
        """Compare a paragraph that holds rows of narasi, alone or after a generated sentence."""
        old, names, j = self.old[i], self._names(i), self.pairs.get(i)
        if j is None:
            self.found.edits += [(self.rows[name], _cut(old, name), "") for name in names]
            return
        following = self._following(j, names)
        now = PARTED.join(self.new[at].text for at in (j, *following))
        if plain(now) == plain(old.text):
            return
        if names[0] in self.alone:
            joined = [n for n in self.new[j].marks if n in self.alone and n not in self.kept]
            self._edit(names[0], old.text, now, following, joined)
            return
        places = _Places(old.text, now)
        before = done = 0
        for name in names:
            first, last = old.marks[name]
            start, end = places.start(first), places.end(last)
            if plain(now[done:start]) != plain(gap := old.text[before:first]):
                self._beside(old.head, gap, now[done:start])
            before, done = last, end
            if plain(now[start:end]) != plain(_cut(old, name)):
                self._edit(name, _cut(old, name), now[start:end], following)

    def _edit(
        self, name: str, before: str, now: str, following: Sequence[int], joined: Sequence[str] = ()
    ) -> None:
        """Take a row's new text, of later paragraphs too, and of rows that were joined to it."""
        row = self.rows[name]
        gone = [self.rows[one] for one in joined]
        own = " ".join(one.teks for one in (row, *gone))
        values = {key: self._printed(key) for key in PLACEHOLDER.findall(own)}
        known = {key: value for key, value in values.items() if value is not None}
        printed = PLACEHOLDER.sub(lambda found: known.get(found[1], found[0]), row.teks)
        if plain(printed) != plain(before):
            hint = "narasi atau angka ini sudah lain di data; koreksi ini tidak dibawa"
            self.found.refused.append(Outside(place(row), before, now, hint))
            return
        teks, faults = retell(own, now, known)
        for key, shown in faults:
            self.found.refused.append(Outside(place(row), known[key], shown, self._says(key)))
        first, *others = (part.strip() for part in teks.split(PARTED))
        if plain(first) != plain(row.teks):
            self.found.edits.append((row, before, first))
        for j, part in zip(following, others, strict=False):
            self.found.added.append(self._added(row, self.new[j], part))

    def _printed(self, key: str) -> str | None:
        known = variables_of(self.hasil)
        return known[key] if key in self.hasil.figures or key in known else None

    def _parted(self, j: int) -> str:
        """Name the row of which a paragraph is a later part, after one that is known."""
        i = self._known(range(j - 1, -1, -1))
        names = [] if i is None else self._names(i)
        return next((name for name in self.new[j].marks if name in names), "")

    def _known(self, places: Iterable[int]) -> int | None:
        """Give the paragraph of the original that is the first known at some places."""
        return next((self.owner[at] for at in places if at in self.owner), None)

    def _following(self, j: int, names: Sequence[str]) -> list[int]:
        later = range(j + 1, len(self.new))
        return list(takewhile(lambda at: at not in self.owner and self._parted(at) in names, later))

    def _add(self, j: int, paragraph: Paragraph) -> None:
        """Put a new paragraph beside the row before it, else the one after it."""
        sides = (range(j - 1, -1, -1), False), (range(j + 1, len(self.new)), True)
        near = ((self._known(places), side) for places, side in sides)
        beside = [(names, side) for i, side in near if i is not None and (names := self._names(i))]
        if paragraph.cell or not beside:
            self._beside(paragraph.head, "", paragraph.text)
            return
        names, side = beside[0]
        row = self.rows[names[0 if side else -1]]
        self.found.added.append(self._added(row, paragraph, paragraph.text.strip(), before=side))

    def _added(self, row: Narasi, by: Paragraph, teks: str, before: bool = False) -> Added:
        shared = row.kode and mark_of(row) not in self.alone  # it follows an IKU's sentence
        if shared or by.listed == "":
            jenis = "judul" if by.style in self.heads else "paragraf"
            return Added(row, before, jenis, None, row.kode if shared else "", teks)
        jenis = row.jenis if row.jenis in ("nomor", "huruf", "butir") else by.listed
        return Added(row, before, jenis, by.level, "", teks)

    def _beside(self, head: str, old: str, now: str) -> None:
        """Note a change of what the program writes, with the cells of numbers that were changed."""
        kept = TOKEN.findall(now)
        gone = dict.fromkeys(t for t in TOKEN.findall(old) if t[0].isdigit() and t not in kept)
        keys = [
            key
            for number in gone
            for key, figure in self.hasil.figures.items()
            if figure.known and number in TOKEN.findall(figure.tampil)
        ]
        hint = "; ".join(self._says(key) for key in keys) if 0 < len(keys) <= MOST else ""
        self.found.outside.append(Outside(head, old.strip(), now.strip(), hint))

    def _says(self, key: str) -> str:
        """Say which cells a place or a figure comes from."""
        cells: Sequence[Cell] = ()
        if key in self.hasil.figures:
            cells = self.hasil[key].masukan
        elif key.startswith("identitas."):
            cell = self.hasil.data.fact_cell(key.partition(".")[2])
            cells = (cell,) if cell else ()
        told = [f'{cell.tempat} = "{cell.nilai}"' for cell in cells[:MOST]]
        told += [f"dan {len(cells) - MOST} sel lain"] if len(cells) > MOST else []
        return f"{key}: {', '.join(told)}" if told else key


class _Places:
    """Where places of a text are in its new form."""

    def __init__(self, old: str, new: str) -> None:
        tokens = TOKEN.findall(old), TOKEN.findall(new)
        one, other = (list(accumulate(map(len, side), initial=0)) for side in tokens)
        codes = matcher(*tokens).get_opcodes()
        self.codes = [
            (tag, one[i1], one[i2], other[j1], other[j2]) for tag, i1, i2, j1, j2 in codes
        ]

    def start(self, at: int) -> int:
        """Give the place of a beginning: what was put in there belongs to what follows."""
        tag, i1, i2, j1, j2 = next(code for code in self.codes if code[1] <= at <= code[2])
        return (j2 if at == i2 else j1 + at - i1) if tag == "equal" else j2 if at == i2 > i1 else j1

    def end(self, at: int) -> int:
        """Give the place of an end: what was put in there belongs to what ends."""
        tag, i1, _, j1, j2 = next(code for code in self.codes[::-1] if code[1] <= at <= code[2])
        return j1 + at - i1 if tag == "equal" else j2


def _cut(paragraph: Paragraph, name: str) -> str:
    start, end = paragraph.marks[name]
    return paragraph.text[start:end]


def mark_of(row: Narasi) -> str:
    """Name a row as its bookmark does."""
    return f"{row.bagian}_{int(row.urutan)}"


def place(row: Narasi) -> str:
    """Say where a row stands, in the data and in the report."""
    cell = row.cell("teks")
    chapter = SECTIONS[row.bagian].place
    return f"{cell.tempat.removesuffix(' kolom teks')} ({row.bagian} {int(row.urutan)}, {chapter})"
