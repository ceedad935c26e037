"""Corrections made in the report's Word file, shown and brought back to ``narasi.csv``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.reading import raise_problems, read_table
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.exceptions import CallError, printable
from lkjip_analysis.exchange.edited_table import Values, plan_edits
from lkjip_analysis.exchange.renewed_data import Renewal
from lkjip_analysis.exchange.word_changes import (
    Added,
    Corrections,
    Outside,
    compare,
    mark_of,
    place,
)
from lkjip_analysis.exchange.word_file import Remark, WordFile, read_word
from lkjip_analysis.presentation.narrative.prose import fill
from lkjip_analysis.rendering.word.stamp import NAMES
from lkjip_analysis.results import Results

AROUND = 45
"""Characters that are shown before and after what was changed."""
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
        changed = [one for one in found.edits if one[2]]
        gone = [one for one in found.edits if not one[2]]
        yield from _listed("Diubah", [_edit_lines(*one) for one in changed])
        yield from _listed("Ditambahkan", [_added_lines(one) for one in found.added])
        yield from _listed("Dihapus", [_edit_lines(*one) for one in gone])
        places = [[f"{place(one)}: {_cut(one.teks)}"] for one in found.moved]
        yield from _listed("Dipindah di dalam bagiannya", places)
        title = "Angka dan isian dari data TIDAK diubah dari Word; ubah selnya bila memang keliru"
        yield from _listed(title, [_outside_lines(one) for one in found.refused])
        title = "Di luar narasi, disusun program, TIDAK dibawa"
        yield from _listed(title, [_outside_lines(one) for one in found.outside])
        comments = [one for one in self.file.remarks if one.kind == "komentar"]
        tracked = [one for one in self.file.remarks if one.kind != "komentar"]
        yield from _listed("Komentar", [self._remark_lines(one) for one in comments])
        how = "diterima (ditolak: --tolak-lacak)" if self.accept else "ditolak"
        title = f"Perubahan terlacak, dibaca sebagai {how}"
        yield from _listed(title, [self._remark_lines(one) for one in tracked])

    def _remark_lines(self, one: Remark) -> list[str]:
        names = [row for row in self.hasil.data[Narasi] if mark_of(row) in one.place.marks]
        where = ", ".join(map(place, names)) or f'di bawah "{one.place.head or "sampul"}"'
        about = f' pada "{_cut(one.place.text)}"' if one.kind == "komentar" else ""
        return [f"{where}, {one.author or 'tanpa nama'}", f"{one.kind}: {one.words}{about}"]

    def plan(self) -> Renewal:
        """Make narasi with the corrections: other rows keep their bytes."""
        data, table = self.hasil.data, self.hasil.data[Narasi]
        plan = plan_edits(data.root, table, self.shown(), *_changes(self.hasil, self.found))
        with tempfile.TemporaryDirectory() as folder:
            for content in plan.after.values():
                copy = Path(folder) / Narasi.file
                copy.write_bytes(content)
                fresh, faults = read_table(copy, Narasi, table.berkas)
                raise_problems(faults)
                for row in fresh:
                    fill(self.hasil, row)  # a name in braces that is nearly a known one is a slip
        return plan


def read_corrections(
    path: Path, original: Path, hasil: Results, *, accept: bool = True
) -> WordImport:
    """Compare a corrected Word file with what it was before, mostly what is made of the data."""
    file, made = read_word(path, accept=accept), read_word(original)
    refuse_strange(path, file.stamp, made.stamp)
    own = {(one.author, one.words) for one in made.remarks}  # a draft says its doubts in comments
    file.remarks = [one for one in file.remarks if (one.author, one.words) not in own]
    return WordImport(hasil, file, compare(made, file, hasil), accept)


def year_of(path: Path) -> int:
    """Give the year of the report that a Word file is of."""
    year = read_word(path).stamp.get(YEAR, "")
    if not year.isdigit():
        raise CallError(
            f"{printable(path.name)} bukan Word laporan yang dibuat program ini, atau dibuat versi "
            "yang belum menandai paragrafnya.\n"
            "  perbaikan : buat laporannya lagi (lkjip build), lalu ulangi koreksinya di Word itu"
        )
    return int(year)


def refuse_strange(path: Path, its: dict[str, str], ours: dict[str, str]) -> None:
    """Refuse a Word file of another unit or year, or one whose texts are no longer the data's."""
    for name, what in ((UNIT, "unit"), (YEAR, "tahun")):
        if its.get(name) != ours.get(name):
            raise CallError(
                f"{printable(path.name)} adalah laporan {what} lain.\n"
                f"  ditemukan : {its.get(name) or 'tidak disebut'}\n"
                f"  diizinkan : {ours.get(name)}\n"
                "  perbaikan : sebut folder data dan tahun laporan itu (--data, --tahun)"
            )
    if its.get(TEXTS) != ours.get(TEXTS):
        raise CallError(
            f"{printable(path.name)} dibuat sebelum data atau program diubah, jadi tidak dapat "
            "dibandingkan dengan laporan sekarang.\n"
            "  perbaikan : sebut Word asalnya, sebelum dikoreksi: --asal BERKAS; atau kembalikan "
            "data seperti ketika Word itu dibuat"
        )


def _changes(
    hasil: Results, found: Corrections
) -> tuple[dict[int, Values], set[int], dict[int, list[Values]]]:
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
    return dict(edits), removed, added


def _new_row(one: Added, urutan: int) -> Values:
    return {
        "bagian": one.row.bagian,
        "urutan": urutan,
        "jenis": one.jenis,
        "tingkat": one.tingkat,
        "kode": one.kode,
        "teks": one.teks,
    }


def _listed(title: str, entries: Sequence[Sequence[str]]) -> Iterator[str]:
    if entries:
        yield f"{title} ({len(entries)}):"
        for first, *others in entries:
            yield f"  {first}"
            yield from (f"    {line}" for line in others)


def _edit_lines(row: Narasi, old: str, teks: str) -> list[str]:
    if not teks:
        return [place(row), f"lama: {_cut(old)}"]
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


def _cut(text: str, most: int = 2 * AROUND) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def differing(old: str, new: str) -> tuple[str, str]:
    """Cut two texts to where they differ, with some words around it.

    >>> differing("a" * 99 + " satu.", "a" * 99 + " dua.")[1][-8:]
    'aaa dua.'
    """
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    first = old.rfind(" ", 0, max(0, start - AROUND)) + 1
    after = old.find(" ", len(old) - end + AROUND) if end > AROUND else -1
    last = 0 if after < 0 else after - len(old)
    cut = (f"{'…' * (first > 0)}{text[first : last or None]}{'…' * (last < 0)}"
           for text in (old, new))  # fmt: skip
    return next(cut), next(cut)
