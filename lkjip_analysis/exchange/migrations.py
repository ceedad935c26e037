"""The ways from older forms of a data folder to today's: one function for each change.

A migration works on a copy of the folder, leaves alone what has the new form already, and says
what cannot be brought along. All run in the order of the list; one that needs today's form to
read the data (acknowledgements are bound to values) stands last. A new one raises
``data.skema.SKEMA``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path

from lkjip_analysis.checks import run_checks
from lkjip_analysis.checks.acknowledgement import as_row
from lkjip_analysis.checks.findings import Acknowledgement, Finding, spread
from lkjip_analysis.data.columns import Row, code, count, text
from lkjip_analysis.data.files import available_years, complete_years
from lkjip_analysis.data.reading import raise_problems, read_table
from lkjip_analysis.data.schemas import IndikatorProgram, Pengakuan, Program, Sasaran
from lkjip_analysis.data.sheet import decode
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.data.writing import write_csv
from lkjip_analysis.results import compute_results


class ByPlace(Row, row_is="temuan di suatu tempat yang diakui"):
    """``pengakuan.csv`` when it named findings by their place; a blank stood for any."""

    id_temuan = code("", required=True)
    berkas = text("")
    baris = count("")
    kolom = text("")
    alasan = text("")
    oleh = text("")

    def meets(self, finding: Finding) -> bool:
        """Whether it was given for the place of a finding."""
        return (
            self.id_temuan.casefold() == finding.id.casefold()
            and self.berkas in ("", finding.berkas, finding.berkas.rsplit("/", 1)[-1])
            and self.baris in (None, finding.baris)
            and self.kolom in ("", finding.kolom)
        )


def bind_acknowledgements(root: Path) -> Iterator[str]:
    """Make of each acknowledgement of a place one for every finding there, with its values."""
    names, old = Pengakuan.column_names, {}
    for year in available_years(root):
        path = root / str(year) / Pengakuan.file
        if path.exists():
            table, faults = read_table(path, ByPlace, f"{year}/{Pengakuan.file}")
            if not table.readable or ByPlace.id_temuan.name in table.header:
                raise_problems(faults)
                old[year] = table
                write_csv(path, names, (), table.delimiter)  # so that the year can be read
    for year, table in old.items():
        sound = table and year in complete_years(root)
        findings = list(spread(run_checks(compute_results(load_year(year, root))))) if sound else []
        known = {f: [row for row in table if row.meets(f)] for f in findings}
        bound = [as_row(f, _joined(own, year)) for f, own in known.items() if own]
        write_csv(root / str(year) / Pengakuan.file, names, bound, table.delimiter)
        for row in table:
            if not any(row in own for own in known.values()):
                place = ", ".join(filter(None, (row.cell(name).nilai for name in row.column_names)))
                yield f"{table.berkas}: tidak bertemu temuan apa pun, jadi tidak ikut: {place}"


def _joined(rows: list[ByPlace], year: int) -> Acknowledgement:
    """Give one acknowledgement of several: all reasons, all persons."""
    alasan, oleh = (
        "; ".join(dict.fromkeys(row[column] for row in rows if row.has(column)))
        for column in (ByPlace.alasan, ByPlace.oleh)
    )
    return Acknowledgement(alasan, oleh, str(year))


ADDED: dict[type[Row], tuple[str, ...]] = {
    Sasaran: ("kode_tujuan",),
    IndikatorProgram: ("skala", "target_predikat", "realisasi_predikat"),
    Program: ("kode_nomenklatur",),
}
"""Columns since skema 3: a tujuan that an IKU measures, indicators of programmes with predikat;
since skema 4: the official code of a programme, kegiatan or subkegiatan."""


def add_columns(root: Path) -> Iterable[str]:
    """Give the files the columns that are new, blank, behind their own; no cell is touched."""
    for year, (table, names) in product(available_years(root), ADDED.items()):
        path = root / str(year) / table.file
        data, _ = read_table(path, table, table.file)
        lacking = [name for name in names if name not in data.header]
        if not data.readable or not lacking:
            continue  # what cannot be read is told by whoever reads it
        text = io.StringIO(decode(path.read_bytes()), newline="")
        records, known = list(csv.reader(text, delimiter=data.delimiter)), {*table.column_names}
        head = next(row for row in records if known & {name.strip().casefold() for name in row})
        width = len(head)
        for row in records:
            row += [""] * (width - len(row))
            row[width:width] = lacking if row is head else [""] * len(lacking)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=data.delimiter, lineterminator="\n").writerows(records)
    return ()


MIGRATIONS: tuple[Callable[[Path], Iterable[str]], ...] = (add_columns, bind_acknowledgements)
"""Every change of the data model since the first, in the order in which they run."""
