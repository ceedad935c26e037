"""``lkjip akui``: lists what nobody has acknowledged yet, asks why it stands, writes it down."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from lkjip_analysis.checks import run_checks
from lkjip_analysis.checks.acknowledgement import UNUSED, as_row
from lkjip_analysis.checks.findings import Acknowledgement, Finding
from lkjip_analysis.data.reading import YearData, raise_problems, read_table
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
    for finding in chosen or found:
        print(f"\n{mark(finding)}: {finding.as_text()}")
        if chosen and (known := _asked(args, asking)):
            _write(year, finding, known)
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
            "  perbaikan : sebut tandanya, satu untuk satu temuan; pengakuan yang ada diubah di "
            f"{Pengakuan.file}"
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


def _write(year: YearData, finding: Finding, known: Acknowledgement) -> None:
    """Add a row to the year's file as it is now, in place of the one that fell for the finding."""
    held, names = year[Pengakuan], Pengakuan.column_names
    fallen = [_texts(row) for row in held if row.line == finding.baris_gugur]
    path = year.root / str(year.tahun) / Pengakuan.file
    if path.exists():
        held, faults = read_table(path, Pengakuan, held.berkas)
        raise_problems(faults)
    kept = [texts for row in held if (texts := _texts(row)) not in fallen]
    write_whole(path, csv_bytes(names, [*kept, as_row(finding, known)], held.delimiter))


def _texts(row: Pengakuan) -> list[str]:
    return [row.cell(name).nilai for name in row.column_names]
