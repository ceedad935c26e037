"""What the commands print: progress, gaps, findings; colours only where a terminal wants them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, groupby
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TimeElapsedColumn
from rich.table import Table

from lkjip_analysis.exceptions import Problem, place_of, printable

if TYPE_CHECKING:
    from lkjip_analysis.data.gaps import Gap
    from lkjip_analysis.results.difference import Called, Change
    from lkjip_analysis.units.batch import Unit


def console(stderr: bool = False) -> Console:
    """Make a console; rich itself honours NO_COLOR."""
    return Console(stderr=stderr)


@contextmanager
def show_progress(title: str, steps: int) -> Iterator[Callable[[str], None]]:
    """Show a progress bar; the yielded function names the step that begins."""
    out = console(stderr=True)
    if not out.is_terminal:
        yield lambda step: out.print(f"- {step}", highlight=False, soft_wrap=True)
        return
    columns = "[bold]{task.description}", BarColumn(), "{task.fields[step]}", TimeElapsedColumn()
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task(title, total=steps, step="")
        done = count()
        yield lambda step: bar.update(task, completed=next(done), step=step)


def print_notes(out: Console, notes: Sequence[str]) -> None:
    """Print lines as they are."""
    for note in notes:
        out.print(note, highlight=False, markup=False, soft_wrap=True)


def print_gaps(out: Console, gaps: Sequence[Gap], say: Callable[[str], str] = str) -> None:
    """List what is missing, file by file, the compulsory things first; ``say`` has the words."""
    from lkjip_analysis.data.gaps import group_gaps

    for wajib, title in ((True, "Wajib diisi"), (False, "Boleh kosong, tetapi sebaiknya diisi")):
        chosen = [gap for gap in gaps if gap.wajib == wajib]
        if not chosen:
            continue
        out.print(f"[bold]{title} ({len(chosen)}):[/bold]")
        for berkas, group in groupby(group_gaps(chosen), key=lambda gap: gap.berkas):
            out.print(f"  {berkas}", style="cyan", highlight=False)
            for gap in group:
                place = place_of(gap.berkas, gap.baris, gap.kolom).removeprefix(gap.berkas)
                said = ": ".join(filter(None, (place.removeprefix(", "), gap.apa)))
                out.print(f"    {say(said)}", highlight=False, markup=False, soft_wrap=True)


def print_problems(out: Console, problems: Sequence[Problem]) -> None:
    """List faults that keep the data from being read."""
    out.print(f"[bold red]Kesalahan data ({len(problems)}):[/bold red]")
    print_notes(out, [indent(problem.as_text(), "  ") for problem in problems])


def print_changes(changes: Sequence[Change], lama: str, baru: str, names: Called) -> None:
    """Print what differs: in one sentence, then the figures of each entity below its name."""
    from lkjip_analysis.results.difference import label_of, summary_of

    out = console()
    if not changes:
        out.print(f"Tidak ada angka yang berbeda antara {lama} dan {baru}.")
        return
    print_notes(out, [*summary_of(changes, names), ""])
    table = Table(box=None, pad_edge=False)
    table.add_column("angka", max_width=70)
    for head in (lama, baru, "selisih"):
        table.add_column(head, justify="right", overflow="fold", max_width=28)
    groups: dict[str, list[tuple[str, Change]]] = {}
    for change in changes:
        label = label_of(change.kunci, names)
        groups.setdefault(label.whose, []).append((label.which, change))
    for whose, told in groups.items():
        table.add_row(f"[bold]{escape(printable(whose))}[/bold]")
        for which, change in told:
            style = {"berubah": "", "hilang": "red"}.get(change.jenis, "green")
            cells = change.lama, change.baru, change.selisih or change.jenis
            row = f"  {which or change.kunci}", *cells
            table.add_row(*(escape(printable(text)) for text in row), style=style)
    out.width = 200  # no figure is torn apart, however narrow the terminal
    out.print(table)


def print_units(out: Console, units: Sequence[Unit]) -> None:
    """Print how each unit of a batch turned out, and the faults of those that failed."""
    from decimal import Decimal

    from lkjip_analysis.formatting import format_percent
    from lkjip_analysis.units.batch import told_apart

    names = told_apart(units)
    table = Table("Unit", "Status", "Capaian IKU", "Serapan", "Temuan", "Celah", "Dikerjakan")
    for unit in units:
        shares = (
            format_percent(None if value is None else Decimal(str(value)))
            for value in (unit.capaian, unit.serapan)
        )
        counts = ("–" if count is None else str(count) for count in (unit.temuan, unit.celah))
        done = "ya" if unit.dikerjakan else "tidak berubah"
        table.add_row(escape(names[unit.unit]), unit.status, *shares, *counts, done)
    if not out.is_terminal:  # a file has no edge
        out.width = 400
    out.print(table)
    print_notes(out, [f"{unit.unit}: {unit.catatan}" for unit in units if unit.catatan])
    for unit in units:
        if unit.pesan:
            said = f"[bold red]{escape(unit.unit)}:[/bold red] {escape(unit.pesan)}"
            out.print(said, soft_wrap=True)


COLOURS = {"galat": "red", "peringatan": "yellow", "catatan": "blue"}


def report_check(tahun: int, data: Path, form: str) -> int:
    """Check a year's data and print the outcome; 1 where something must be mended."""
    from lkjip_analysis.checks import run_checks, unresolved
    from lkjip_analysis.data.files import find_workbook
    from lkjip_analysis.data.gaps import has_compulsory_gap, list_gaps
    from lkjip_analysis.data.validation import inspect_year
    from lkjip_analysis.data.workbook import in_sheets
    from lkjip_analysis.exchange.checked_workbook import write_checked
    from lkjip_analysis.results import compute_results

    year, problems = inspect_year(tahun, data)
    gaps = [] if problems else list_gaps(year)
    findings = [] if problems else run_checks(compute_results(year))
    path = find_workbook(year.root, tahun)
    copied = write_checked(path, year, problems, gaps, findings) if path else ""
    bad = bool(problems) or has_compulsory_gap(gaps) or bool(unresolved(findings))
    if form == "json":
        record = {
            "tahun": tahun,
            "masalah": [problem.as_record() for problem in problems],
            "celah": [gap.as_record() for gap in gaps],
            "temuan": [finding.as_record() for finding in findings],
        }
        print(json.dumps(record, ensure_ascii=False, indent=1, default=str))
        return int(bad)
    out, say = console(), in_sheets if path else str
    if problems:
        print_problems(out, problems)
    print_gaps(out, gaps, say)
    for severity, colour in COLOURS.items():
        chosen = [finding for finding in findings if finding.keparahan == severity]
        if chosen:
            new = sum(not finding.diakui for finding in chosen)
            title = f"{severity.capitalize()} ({len(chosen)}, belum diakui {new}):"
            out.print(title, style=f"bold {colour}", highlight=False)
            print_notes(out, [indent(say(finding.as_text()), "  ") for finding in chosen])
    print_notes(out, [note for note in (*year.catatan, copied) if note])
    poor, sound = "Data perlu diperbaiki atau dilengkapi", "Tidak ada kesalahan yang belum diakui"
    out.print(f"[bold]{poor if bad else sound}.[/bold]")
    return int(bad)
