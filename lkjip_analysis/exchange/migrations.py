"""The ways from older forms of a data folder to today's: one function for each change.

A migration works on a copy of the folder, leaves alone what has the new form already, and says
what cannot be brought along. All run in the order of the list; one that needs today's form to
read the data (acknowledgements are bound to values) stands last. A new one raises
``data.skema.SKEMA``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lkjip_analysis.checks import Acknowledgement, Finding, run_checks
from lkjip_analysis.checks.acknowledgement import as_row
from lkjip_analysis.data.files import available_years, complete_years, read_bytes
from lkjip_analysis.data.schemas import Pengakuan
from lkjip_analysis.data.sheet import FileFormError, decode, parse_sheet
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.data.writing import write_csv
from lkjip_analysis.exceptions import CallError, Problem
from lkjip_analysis.results import compute_results

BY_PLACE = ("id_temuan", "berkas", "baris", "kolom", "alasan", "oleh")
"""Columns of ``pengakuan.csv`` when it named findings by their place."""


def bind_acknowledgements(root: Path) -> Iterator[str]:
    """Make of each acknowledgement of a place one for every finding there, with its values."""
    old = {year: read_old(root, year) for year in available_years(root)}
    for year, (_, delimiter) in old.items():
        if delimiter:
            path = root / str(year) / Pengakuan.file
            write_csv(path, Pengakuan.column_names, (), delimiter)
    for year, (rows, delimiter) in old.items():
        if not rows:
            continue
        complete = year in complete_years(root)
        findings = run_checks(compute_results(load_year(year, root))) if complete else []
        known = {f: [row for row in rows if _meets(row, f)] for f in findings}
        bound = [as_row(f, _joined(own, year)) for f, own in known.items() if own]
        write_csv(root / str(year) / Pengakuan.file, Pengakuan.column_names, bound, delimiter)
        for row in rows:
            if not any(row in own for own in known.values()):
                place = ", ".join(filter(None, (row[name] for name in BY_PLACE[:4])))
                yield (
                    f"{year}/{Pengakuan.file}: pengakuan {place} tidak bertemu temuan apa pun "
                    f"dan tidak ikut (alasannya: {row['alasan']})"
                )


def read_old(root: Path, year: int) -> tuple[list[dict[str, str]], str]:
    """Read acknowledgements of places, and the file's delimiter; nothing where there are none."""
    path = root / str(year) / Pengakuan.file
    if not path.exists():
        return [], ""
    berkas = f"{year}/{Pengakuan.file}"
    raw = read_bytes(path, berkas)
    try:
        if isinstance(raw, Problem):
            raise CallError(raw.as_text())
        sheet = parse_sheet(decode(raw), BY_PLACE)
    except FileFormError as error:
        raise CallError(
            Problem(berkas, error.row, None, error.message, saran=error.remedy).as_text()
        ) from None
    header = [name.casefold() for name in sheet.header]
    if "id_temuan" not in header:
        return [], ""
    blank = dict.fromkeys(BY_PLACE, "")
    return [
        blank | dict(zip(header, cells, strict=True)) for _, cells in sheet.rows
    ], sheet.delimiter


def _meets(row: dict[str, str], finding: Finding) -> bool:
    file, line, column = row["berkas"], row["baris"], row["kolom"]
    return (
        row["id_temuan"].casefold() == finding.id.casefold()
        and (not file or file in (finding.berkas, finding.berkas.rsplit("/", 1)[-1]))
        and (not line or line == str(finding.baris))
        and (not column or column == finding.kolom)
    )


def _joined(rows: list[dict[str, str]], year: int) -> Acknowledgement:
    """Give one acknowledgement of several: all reasons, all persons."""
    alasan, oleh = (
        "; ".join(dict.fromkeys(row[name] for row in rows if row[name])) for name in BY_PLACE[4:]
    )
    return Acknowledgement(alasan, oleh, str(year))


MIGRATIONS: tuple[Callable[[Path], Iterator[str]], ...] = (bind_acknowledgements,)
"""Every change of the data model since the first, in the order in which they run."""
