"""Corrections made in the report's Word file, shown and brought back to ``narasi.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.beside import beside
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.exceptions import CallError, cut, printable
from lkjip_analysis.exchange.edited_table import Changes, Values, plan_edits
from lkjip_analysis.exchange.proposal import Proposal, listed
from lkjip_analysis.exchange.word_changes import (
    Added,
    Corrections,
    Outside,
    compare,
    mark_of,
    place,
)
from lkjip_analysis.exchange.word_file import BESIDE, COMMENT, TRACKED, Remark, WordFile, read_word
from lkjip_analysis.presentation.narrative.prose import fill
from lkjip_analysis.rendering.word.stamp import NAMES
from lkjip_analysis.results import Results

TOLD = beside(__file__)
AROUND = 45
"""Characters that are shown before and after what was changed."""
LONG = 2 * AROUND
UNIT, YEAR, TEXTS = NAMES


@dataclass(frozen=True)
class WordImport:
    """What a corrected Word file brings, to be shown and then written."""

    hasil: Results
    file: WordFile
    found: Corrections
    accept: bool

    def shown(self) -> Iterator[str]:
        """Tell all of it, line by line."""
        found = self.found
        remarks = self.file.remarks
        entries = {
            "changed": [_edit_lines(*one) for one in found.edits if one[2]],
            "added": [_added_lines(one) for one in found.added],
            "gone": [_edit_lines(*one) for one in found.edits if not one[2]],
            "moved": [[f"{place(one)}: {cut(one.teks, LONG)}"] for one in found.moved],
            "refused": [_outside_lines(one) for one in found.refused],
            "outside": [_outside_lines(one) for one in found.outside],
        }
        tracked = "accepted" if self.accept else "rejected"
        for one in remarks:
            titles = {COMMENT: "comments"} | dict.fromkeys(TRACKED.values(), tracked)
            entries.setdefault(titles.get(one.kind, "beside"), []).append(self._remark_lines(one))
        for name, told in entries.items():
            yield from listed(TOLD["titles"][name], told)

    def _remark_lines(self, one: Remark) -> list[str]:
        names = [row for row in self.hasil.data[Narasi] if mark_of(row) in one.place.marks]
        where = ", ".join(map(place, names)) or f'di bawah "{one.place.head or "sampul"}"'
        if one.kind in BESIDE.values():
            return [f"{one.kind}: {cut(one.words, LONG)}"]
        about = f' pada "{cut(one.place.text, LONG)}"' if one.kind == COMMENT else ""
        return [f"{where}, {one.author or 'tanpa nama'}", f"{one.kind}: {one.words}{about}"]

    def plan(self) -> Proposal:
        """Make narasi with the corrections: other rows keep their bytes."""
        told = [(row, teks) for row, _, teks in self.found.edits]
        for row, teks in (*told, *((one.row, one.teks) for one in self.found.added)):
            fill(self.hasil, row.having(teks=teks))  # a name in braces that is nearly a known one
        data, changes = self.hasil.data, _changes(self.hasil, self.found)
        return plan_edits(data.root, data[Narasi], self.shown(), changes)


def read_corrections(
    path: Path, original: Path, hasil: Results, *, accept: bool = True
) -> WordImport:
    """Compare a corrected Word file with what it was before, mostly what is made of the data."""
    file, made = read_word(path, accept=accept), read_word(original)
    refuse_strange(path, file.stamp, made.stamp)
    own = {_said(one) for one in made.remarks}  # a draft says its doubts in comments
    file.remarks = [one for one in file.remarks if _said(one) not in own]
    return WordImport(hasil, file, compare(made, file, hasil), accept)


def _said(one: Remark) -> tuple[str, str]:
    """Give what is compared of a remark: pages have other numbers in another program."""
    return one.author, re.sub(r"[\d\s]+", "", one.words)


def year_of(path: Path) -> int:
    """Give the year of the report that a Word file is of."""
    year = read_word(path).stamp.get(YEAR, "")
    if not year.isdigit():
        raise CallError(TOLD["refused"]["strange"].format(name=printable(path.name)))
    return int(year)


def refuse_strange(path: Path, its: dict[str, str], ours: dict[str, str]) -> None:
    """Refuse a Word file of another unit or year, or one whose texts are no longer the data's."""
    words, called = TOLD["refused"], printable(path.name)
    for name, what in ((UNIT, "unit"), (YEAR, "tahun")):
        if (held := its.get(name)) != (wanted := ours.get(name)):
            found = held or "tidak disebut"
            raise CallError(
                words["other"].format(name=called, what=what, found=found, allowed=wanted)
            )
    if its.get(TEXTS) != ours.get(TEXTS):
        raise CallError(words["older"].format(name=called))


def _changes(hasil: Results, found: Corrections) -> Changes:
    """Give the cells, the rows that go, and the rows that come, with the order they follow in."""
    removed = {row.line for row, _, teks in found.edits if not teks}
    edits: dict[int, dict[str, object]] = {
        row.line: {"teks": teks} for row, _, teks in found.edits if teks
    }
    added: dict[int, list[Values]] = {}
    touched = {*found.order, *(one.row.bagian for one in found.added)}
    for bagian in (one for one in SECTIONS if one in touched):
        last = 0
        rows = [row for row in hasil.data[Narasi] if row.bagian == bagian]
        if bagian in found.order:  # those without words stand last
            told = found.order[bagian]
            rows = told + [row for row in rows if row not in told]
        for row in rows:
            near = [one for one in found.added if one.row is row]
            for one in (one for one in near if one.before):
                last += 1
                added.setdefault(row.line - 1, []).append(_new_row(one, last))
            if row.line not in removed:
                kept = row.urutan > last and bagian not in found.order
                last = int(row.urutan) if kept else last + 1
                if row.urutan != last:
                    edits.setdefault(row.line, {})["urutan"] = last
            for one in (one for one in near if not one.before):
                last += 1
                added.setdefault(row.line, []).append(_new_row(one, last))
    return Changes(edits, removed, added)


def _new_row(one: Added, urutan: int) -> Values:
    own = {"jenis": one.jenis, "tingkat": one.tingkat, "kode": one.kode, "teks": one.teks}
    return {"bagian": one.row.bagian, "urutan": urutan, **own}


def _edit_lines(row: Narasi, old: str, teks: str) -> list[str]:
    if not teks:
        return [place(row), f"lama: {cut(old, LONG)}"]
    before, after = differing(row.teks, teks)
    return [place(row), f"lama: {before}", f"baru: {after}"]


def _added_lines(one: Added) -> list[str]:
    side = "sebelum" if one.before else "sesudah"
    return [f"{side} {place(one.row)}: {one.jenis}", f"baru: {one.teks}"]


def _outside_lines(one: Outside) -> list[str]:
    lines = [one.place or "halaman depan"]
    old, new = differing(one.old, one.new)
    lines += [f"lama: {old}"] * bool(one.old) + [f"baru: {new}"] * bool(one.new)
    return lines + [f"sel : {one.hint}"] * bool(one.hint)


def differing(old: str, new: str) -> tuple[str, str]:
    """Cut two texts to where they differ, with some words around it.

    >>> differing("a" * 99 + " satu.", "a" * 99 + " dua.")[1][-8:]
    'aaa dua.'
    """
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    first = old.rfind(" ", 0, max(0, start - AROUND)) + 1
    rest = old.find(" ", len(old) - end + AROUND) if end > AROUND else -1
    last = 0 if rest < 0 else rest - len(old)
    before, after = (
        f"{'…' * (first > 0)}{text[first : last or None]}{'…' * (last < 0)}" for text in (old, new)
    )
    return before, after
