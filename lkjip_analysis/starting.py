"""``lkjip init``: asks what must be known of the unit, and says what to do next."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_analysis import paths
from lkjip_analysis.arguments import QUESTIONS
from lkjip_analysis.exceptions import CallError

if TYPE_CHECKING:
    from lkjip_analysis.exchange.new_project import NewUnit


def init(args: argparse.Namespace) -> None:
    """Lay down a project."""
    from lkjip_analysis.exchange.new_project import create_project, refuse_filled

    folder = paths.resolved(args.folder or Path.cwd())
    refuse_filled(folder)
    given = [f"--{name}" for name in QUESTIONS if getattr(args, f"unit_{name}") is not None]
    if args.contoh and given:
        raise CallError(
            f"--contoh berisi unit contoh, jadi {', '.join(given)} tidak dapat dipakai.\n"
            "  perbaikan : untuk unit Anda sendiri, hapus --contoh"
        )
    book = paths.resolved(args.dari) if args.dari else None
    unit = None if args.contoh or book else _unit(args)
    tahun = create_project(folder, unit, xlsx=args.xlsx, filled=book)
    name = unit.nama if unit else f"dari {book.name}" if book else "contoh"
    print(
        f"Proyek {name} siap di {folder}\n"
        f"Petunjuk: {folder / 'BACA-SAYA.md'}\n"
        f'Langkah berikut:\n  cd "{folder}"\n'
        f"  lkjip check --tahun {tahun}   menyebut yang perlu diisi\n"
        f"  lkjip build --tahun {tahun}   membuat laporan; bertanda DRAF selama belum lengkap"
    )


def _unit(args: argparse.Namespace) -> NewUnit:
    from lkjip_analysis.exchange.new_project import NewUnit

    known = {name: getattr(args, f"unit_{name}") for name in QUESTIONS}
    missing = [name for name in known if known[name] is None and name != "pemerintah"]
    if missing and not sys.stdin.isatty():
        raise CallError(
            f"Masih perlu diisi: --{', --'.join(missing)} (tidak ada terminal untuk bertanya).\n"
            '  perbaikan : lkjip init FOLDER --unit "Kecamatan Contoh" --pemerintah '
            '"Kabupaten Contoh" --tahun 2025 --renstra 2025-2029; '
            "contoh yang sudah terisi: lkjip init FOLDER --contoh"
        )
    for name in QUESTIONS if missing else ():
        if known[name] is None:
            known[name] = ask(*QUESTIONS[name])
    first, last = known["renstra"]
    if not first <= known["tahun"] <= last:
        raise CallError(
            f"Tahun {known['tahun']} di luar periode Renstra {first}-{last}.\n"
            "  perbaikan : perbaiki --tahun atau --renstra"
        )
    return NewUnit(known["unit"], known["pemerintah"] or "", known["tahun"], known["renstra"])


def ask(what: str, read: Callable[[str], object]) -> object:
    """Ask at the terminal until the answer can be read."""
    while True:
        try:
            return read(input(f"{what[0].upper()}{what[1:]}: ").strip())
        except argparse.ArgumentTypeError as error:
            print(f"  {error}")
        except EOFError:
            raise CallError("Dihentikan; tidak ada yang dibuat.") from None


def yes_or_no(text: str) -> bool:
    """Read a yes or a no."""
    if text.casefold() not in ("ya", "y", "tidak", "t"):
        raise argparse.ArgumentTypeError("jawab ya atau tidak")
    return text.casefold().startswith("y")


def update(folder: Path | None) -> None:
    """Bring a later version's book into a project."""
    from lkjip_analysis.exchange.updated_project import plan_update

    if folder is not None:
        paths.use(folder)
    print(f"Proyek {paths.PROJECT}:")
    plan = plan_update(paths.PROJECT)
    plan.apply()
    for line in plan.shown():
        print(f"  {line}")
