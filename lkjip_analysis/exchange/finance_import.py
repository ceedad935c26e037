"""Realisation (or pagu) of the finance system, laid beside ``program.csv`` and brought into it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from rapidfuzz import fuzz

from lkjip_analysis.beside import beside
from lkjip_analysis.data.offices import plain_office
from lkjip_analysis.data.reading import TableData
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import CallError, cut, printable
from lkjip_analysis.exchange.edited_table import Changes, plan_edits
from lkjip_analysis.exchange.finance_file import (
    Code,
    FinanceFile,
    Item,
    read_code,
    read_finance,
    same_code,
)
from lkjip_analysis.exchange.proposal import Proposal, listed
from lkjip_analysis.formatting import format_number, format_rupiah

TOLD: dict[str, str] = beside(__file__)
MOST, LONG = 20, 90
"""So many units or items are named in a list; so long may a name be."""


@dataclass
class Change:
    """A row of ``program.csv``, what the file says of it, and what stands there now."""

    row: Program
    item: Item
    nilai: Decimal
    menurut: str
    lama: Decimal | None


@dataclass
class FinanceImport:
    """What a file brings: which rows it means, what is left over on both sides."""

    file: FinanceFile
    table: TableData[Program]
    root: Path
    unit: str
    changes: list[Change] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    silent: list[Program] = field(default_factory=list)
    overwrite: bool = False

    @property
    def clashes(self) -> list[Change]:
        """Cells that hold another value already."""
        return [one for one in self.changes if one.lama not in (None, one.nilai)]

    def shown(self) -> Iterator[str]:
        """Tell how the file was understood, and what it would change, cell by cell."""
        file = self.file
        yield f"Dibaca: lembar {file.lembar}, judul kolom di baris {file.baris_judul}"
        heads = ", ".join(f"{what} = {head}" for what, head in file.judul.items())
        yield f"  kolom: {heads}"
        skipped = f", {_count(file.dilewati)} baris subtotal dilewati" if file.dilewati else ""
        yield f"  {_count(file.dibaca)} baris dibaca{skipped}; jumlah {format_rupiah(file.jumlah)}"
        if file.total is not None:
            same = "sama" if file.total == file.jumlah else "BERBEDA"
            yield f"  jumlah menurut berkas itu sendiri {format_rupiah(file.total)}: {same}"
        yield f"Unit: {self.unit}"
        matched = sum((one.item.jumlah for one in self.changes), Decimal(0))
        yield f"  {len(self.changes)} subkegiatan cocok, jumlah {format_rupiah(matched)}"
        sp2d = [value for (unit, _), value in file.sp2d.items() if self.unit in unit]
        if sp2d:
            told = format_rupiah(sum(sp2d, Decimal(0)))
            yield f"  Nilai SP2D, setiap nomor sekali: {told} ({len(sp2d)} SP2D)"
        back = sum((one.item.setoran for one in self.changes), Decimal(0))
        if back:
            yield f"  Nilai Setoran (uang yang dikembalikan): {format_rupiah(back)}"
        yield from listed(TOLD["left"], map(self._left_over, self.left), MOST)
        silent = (f"{one.kode} {cut(one.nama, LONG)}" for one in self.silent)
        yield from listed(TOLD["silent"], silent, MOST)
        fresh = [self._change(one) for one in self.changes if one.lama is None]
        yield from listed(TOLD["fresh"], fresh)
        clashing = TOLD["overwritten" if self.overwrite else "clashing"]
        yield from listed(clashing, map(self._change, self.clashes))

    def _change(self, one: Change) -> list[str]:
        values = [value for value in (one.lama, one.nilai) if value is not None]
        by = f" [{one.menurut}]" if one.menurut else ""
        told = " menjadi ".join(map(format_rupiah, values))
        place = one.row.cell(self.file.kolom).tempat
        return [f"{place}: {told}", f"{one.item.kode} {cut(one.item.nama, LONG)}{by}"]

    def _left_over(self, item: Item) -> str:
        """Name an item that no row has; a row whose name is nearly the same may be meant."""
        alike = ((fuzz.ratio(_plain(one.nama), _plain(item.nama)), one.kode) for one in self.silent)
        best = max(alike, default=(0.0, ""))
        meant = f" (mungkin {best[1]}; isi kode_nomenklatur)" if best[0] >= NEARLY else ""
        return f"{item.kode} {cut(item.nama, LONG)}: {format_rupiah(item.jumlah)}{meant}"

    def plan(self) -> Proposal:
        """Make ``program.csv`` with the values."""
        edits: dict[int, dict[str, object]] = {}
        for one in self.changes:
            if one.lama is None or (self.overwrite and one.lama != one.nilai):
                edits[one.row.line] = {self.file.kolom: one.nilai}
                if not one.row.kode_nomenklatur and one.menurut == TOLD["by_name"]:
                    edits[one.row.line]["kode_nomenklatur"] = one.item.kode
        return plan_edits(self.root, self.table, self.shown(), Changes(edits))


NEARLY = 85.0
"""So alike, in percent, are names that may be one."""


def read_realisation(
    path: Path,
    root: Path,
    tahun: int,
    *,
    skpd: str | None = None,
    setoran: str | None = None,
    overwrite: bool = False,
) -> FinanceImport:
    """Lay a file of the finance system beside the data of a year.

    Parameters
    ----------
    path, root, tahun
        The file, the unit's data and the year.
    skpd
        Name of the unit in the file, where it is called otherwise there.
    setoran
        What becomes of money that was paid back: ``kurangi`` takes it off, ``biarkan`` does not.
    overwrite
        Cells that hold another value may get the file's.
    """
    file = read_finance(path)
    if file.tahun and tahun not in file.tahun:
        its = ", ".join(map(str, sorted(file.tahun)))
        raise CallError(TOLD["year"].format(name=printable(path.name), its=its, tahun=tahun))
    year = load_year(tahun, root)
    called = skpd or year.identitas.nama_unit
    unit = _choose(file, called, explicit=skpd is not None)
    items: dict[Code, Item] = {}
    for names, sums in file.items.items():
        for code, item in sums.items() if unit in names else ():
            held = items.setdefault(code, Item(item.kode, item.nama))
            held.jumlah, held.setoran = held.jumlah + item.jumlah, held.setoran + item.setoran
    found = FinanceImport(file, year[Program], root, unit, overwrite=overwrite)
    if any(item.setoran for item in items.values()) and setoran is None:
        back = sum((item.setoran for item in items.values()), Decimal(0))
        raise CallError(TOLD["paid_back"].format(back=format_rupiah(back)))
    _match(found, items, net=setoran == "kurangi")
    return found


def _choose(file: FinanceFile, called: str, *, explicit: bool) -> str:
    """Find the name of the unit in the file; a file of one unit needs none."""
    if not file.items:
        raise CallError(TOLD["empty"].format(sheet=file.lembar))
    names = [name for names in file.items for name in dict.fromkeys(names) if name]
    for read in (_plain, plain_office):
        same = {name for name in names if read(name) == read(called)}
        if len(same) == 1:
            return same.pop()
    if len(file.items) == 1 and not explicit:
        return names[0] if names else ""
    shown = "; ".join(list(dict.fromkeys(names))[:MOST])
    raise CallError(TOLD["units"].format(count=len(file.items), called=called, shown=shown))


def _match(found: FinanceImport, items: Mapping[Code, Item], *, net: bool) -> None:
    """Pair rows and items by code, part by part; those without a code by their one equal name."""
    rows = [row for row in found.table if row.tingkat == "subkegiatan"]
    left = dict(items)
    for row in rows:
        own = read_code(row.kode_nomenklatur or row.kode)
        codes = [code for code in left if own is not None and same_code(own, code)]
        by = ""
        if own is None:
            codes = [code for code in left if _plain(left[code].nama) == _plain(row.nama)]
            twins = [one for one in rows if _plain(one.nama) == _plain(row.nama)]
            codes, by = codes if len(codes) == len(twins) == 1 else [], TOLD["by_name"]
        if not codes:
            found.silent.append(row)
            continue
        item = left.pop(codes[0])
        if not by and item.nama and _plain(item.nama) != _plain(row.nama):
            by = TOLD["other_name"].format(name=row.nama)
        value = (item.jumlah - item.setoran * net).quantize(Decimal(1), ROUND_HALF_UP)
        found.changes.append(Change(row, item, value, by, row[found.file.kolom]))
    found.left = list(left.values())


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _count(number: int) -> str:
    return format_number(Decimal(number), 0)
