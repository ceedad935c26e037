"""``lkjip impor``: shows what a file brings and what it would change; writes only where told to."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_analysis import paths
from lkjip_analysis.exceptions import CallError, printable
from lkjip_analysis.starting import ask, yes_or_no
from lkjip_analysis.terminal import console, print_notes, show_progress

if TYPE_CHECKING:
    from lkjip_analysis.exchange.proposal import Proposal


def bring(args: argparse.Namespace) -> int:
    """Show what a file brings, and write it with ``--terapkan``; 1 where something is refused."""
    kind, *rest = args.sumber
    if kind in BRINGS and len(rest) == 1:
        return BRINGS[kind](args, paths.resolved(rest[0]))
    if rest:
        raise CallError(
            f"impor: terlalu banyak berkas: {printable(' '.join(args.sumber))}\n"
            f"  perbaikan : satu berkas saja, didahului {' atau '.join(BRINGS)}, kecuali buku kerja"
        )
    return bring_workbook(args, paths.resolved(kind))


def bring_workbook(args: argparse.Namespace, path: Path) -> int:
    """Bring the tables of a workbook to the files of its year."""
    from lkjip_analysis.exchange.converted_year import plan_import, set_aside

    data = paths.data_folder(args.data)
    plan = plan_import(path, data, args.tahun_buku)
    same = "Isinya sama dengan berkas CSV; tidak ada yang diubah."
    if carry_out(plan, args, _again(args, data), same) and (moved := set_aside(path, data)):
        print(f"Buku kerjanya kini bernama {moved.name}; yang dibaca adalah berkas CSV.")
    return 0


def carry_out(plan: Proposal, args: argparse.Namespace, again: str, nothing: str) -> bool:
    """Show what changes in the data (else say ``nothing``), and do it where that is wanted."""
    if not plan.after:
        print_notes(console(), [*plan.catatan, nothing])
        return False
    print_notes(console(), list(plan.shown()))
    if not args.terapkan and sys.stdin.isatty():
        args.terapkan = ask("terapkan perubahan di atas? (ya/tidak)", yes_or_no)
    if not args.terapkan:
        print(f"Belum ada yang diubah. Terapkan dengan: {again}")
        return False
    kept = plan.apply()
    if plan.sesudah:
        print(plan.sesudah.strip())
        return True
    where = f" Berkas lamanya disimpan di {kept}" if kept else ""
    print(f"{len(plan.after)} berkas di {plan.root} ditulis.{where}")
    return True


def bring_word(args: argparse.Namespace, path: Path) -> int:
    """Bring the corrections that were made in the report's Word file back to narasi."""
    from lkjip_analysis.building.build import make_word
    from lkjip_analysis.building.notebooks import embedded_notebooks
    from lkjip_analysis.building.placing import default_output
    from lkjip_analysis.building.request import Request
    from lkjip_analysis.exchange.word_import import read_corrections, year_of
    from lkjip_analysis.face.opening import buka

    data, tahun, original = paths.data_folder(args.data), args.tahun_buku, args.word_asal
    tahun = tahun or year_of(path)
    if original is None:
        request = Request(tahun, data, default_output(tahun, data), take_over=True)
        with show_progress(f"LKjIP {tahun}", len(embedded_notebooks()) + 3) as step:
            original = make_word(request, step)
    read = read_corrections(path, original, buka(tahun, data), accept=not args.tolak_lacak)
    plan = read.plan()
    done = carry_out(plan, args, _again(args, data), "Tidak ada yang dapat dibawa ke narasi.")
    if done and not plan.sesudah:  # a copy of a workbook has to be put in place before
        print(f"Buat laporannya lagi: lkjip build --tahun {tahun}{paths.same_place(data)}")
    return int(bool(read.found.refused or read.found.outside))


def bring_realisation(args: argparse.Namespace, path: Path) -> int:
    """Bring what the finance system says was spent, or may be spent, to ``program.csv``."""
    from lkjip_analysis.data.files import newest_year
    from lkjip_analysis.exchange.finance_import import read_realisation

    data = paths.data_folder(args.data)
    tahun = args.tahun_buku or newest_year(data)
    how = {"skpd": args.skpd, "setoran": args.setoran, "overwrite": args.timpa}
    read = read_realisation(path, data, tahun, **how)
    plan = read.plan()
    carry_out(plan, args, _again(args, data), "Tidak ada sel yang perlu diisi.")
    return int(bool(read.left or (read.clashes and not args.timpa)))


def _again(args: argparse.Namespace, data: Path) -> str:
    given = {"--skpd": args.skpd, "--setoran": args.setoran, "--tahun": args.tahun_buku}
    own = "".join(f' {name} "{value}"' for name, value in given.items() if value)
    own += " --timpa" * args.timpa + " --tolak-lacak" * args.tolak_lacak
    files = " ".join(f'"{one}"' if " " in one else one for one in args.sumber)
    return f"lkjip impor {files} --terapkan{own}{paths.same_place(data)}"


BRINGS = {"word": bring_word, "realisasi": bring_realisation}
