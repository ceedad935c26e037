"""``lkjip akui``: lists what nobody has acknowledged yet, asks why it stands, writes it down."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from lkjip_analysis.checks import Acknowledgement, Finding, run_checks
from lkjip_analysis.checks.acknowledgement import UNUSED, as_row
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schema_judgement import FOR_GOOD
from lkjip_analysis.data.schemas import Pengakuan
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.data.writing import csv_bytes, write_whole
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.results import compute_results
from lkjip_analysis.starting import ask, yes_or_no


def accept(args: argparse.Namespace, data: Path) -> None:
    """List the open findings, or acknowledge the one that is named, or ask for each."""
    year = load_year(args.tahun, data)
    found = open_findings(year)
    asking = sys.stdin.isatty()
    if args.temuan:
        chosen = [choose(args.temuan, found)]
        if not (args.alasan or "").strip() and not asking:
            raise CallError("Alasannya belum disebut.\n  perbaikan : tambahkan --alasan")
    elif args.alasan:
        raise CallError(
            "Satu alasan untuk satu temuan, dan temuannya belum disebut.\n"
            "  perbaikan : tambahkan --temuan TANDA; tandanya ditunjukkan oleh lkjip akui"
        )
    else:
        chosen = found if asking else []
        print(f"{len(found)} temuan {args.tahun} belum diakui.")
    done: list[tuple[Finding, Acknowledgement]] = []
    for finding in chosen or found:
        print(f"\n{mark(finding)}: {finding.as_text()}")
        if chosen and (known := _asked(args, asking)):
            done.append((finding, known))
            _write(year, done)
            print(f"  ditulis di {args.tahun}/{Pengakuan.file}")
    if found and not chosen:
        print("\nMengakui satu: lkjip akui --temuan TANDA --alasan ... [--kalimat ...]")


def open_findings(year: YearData) -> list[Finding]:
    """List the findings that nobody has acknowledged."""
    findings = run_checks(compute_results(year))
    return [f for f in findings if f.pengakuan is None and f.id != UNUSED]


def mark(finding: Finding) -> str:
    """Name a finding by its rule and, cut short, the hash of what it is about."""
    about = "\n".join((finding.entitas, *sorted(finding.nilai)))
    return f"{finding.id}-{hashlib.sha256(about.encode()).hexdigest()[:6]}"


def choose(name: str, found: list[Finding]) -> Finding:
    """Find the one finding whose mark starts so; no name stands for several."""
    fit = [f for f in found if mark(f).casefold().startswith(name.casefold())]
    if len(fit) != 1:
        listed = ", ".join(map(mark, fit or found)) or "tidak ada"
        raise CallError(
            f"'{name}' {'menunjuk beberapa temuan' if fit else 'bukan temuan yang belum diakui'}.\n"
            f"  temuan    : {listed}\n"
            "  perbaikan : sebut tandanya; satu pengakuan untuk satu temuan"
        )
    return fit[0]


def _asked(args: argparse.Namespace, asking: bool) -> Acknowledgement | None:
    """Take reason, sentence and the rest from the options, else ask; None without a reason."""
    told = vars(args)

    def get(name: str, what: str) -> str:
        if told[name] is None and asking and not args.alasan:
            return str(ask(what, str))
        return " ".join((told[name] or "").split())

    alasan = get("alasan", "alasan (kosong: lewati)")
    if not alasan:
        return None
    kalimat = get("kalimat", "kalimat untuk pembaca laporan (boleh kosong)")
    oleh = get("oleh", "diakui oleh (boleh kosong)")
    year = str(args.tahun)
    lasting = args.seterusnya or (
        asking and not args.alasan and ask(f"untuk {year} saja? (ya/tidak)", yes_or_no) is False
    )
    return Acknowledgement(alasan, oleh, FOR_GOOD if lasting else year, kalimat)


def _write(year: YearData, done: list[tuple[Finding, Acknowledgement]]) -> None:
    """Add acknowledgements to the year's file, in place of those that fell for their findings."""
    held, fallen = year[Pengakuan], {finding.baris_gugur for finding, _ in done}
    names = Pengakuan.column_names
    kept = [[row.cell(name).nilai for name in names] for row in held if row.line not in fallen]
    rows = [*kept, *(as_row(finding, known) for finding, known in done)]
    path = year.root / str(year.tahun) / Pengakuan.file
    write_whole(path, csv_bytes(names, rows, held.delimiter))
