"""``lkjip init``: asks what must be known of the unit, and says what to do next."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lkjip_analysis import __version__, paths
from lkjip_analysis.arguments import name_type, renstra_type, tahun_type
from lkjip_analysis.exceptions import CallError

if TYPE_CHECKING:
    from lkjip_analysis.exchange.new_project import NewUnit

Value = TypeVar("Value")


def init(args: argparse.Namespace) -> int:
    """Lay down a project, or bring a later version's book into one."""
    if args.perbarui:
        return _update(args.folder)
    from lkjip_analysis.exchange.new_project import create_project, refuse_filled

    folder = (args.folder or Path.cwd()).expanduser().resolve()
    refuse_filled(folder)
    unit = None if args.contoh else _unit(args)
    tahun = create_project(folder, unit)
    print(
        f"Proyek {unit.nama if unit else 'contoh'} siap di {folder}\n"
        f"Petunjuk: {folder / 'BACA-SAYA.md'}\n"
        f'Langkah berikut:\n  cd "{folder}"\n'
        f"  lkjip check --tahun {tahun}   menyebut yang perlu diisi\n"
        f"  lkjip build --tahun {tahun}   membuat laporan; bertanda DRAF selama belum lengkap"
    )
    return 0


def _unit(args: argparse.Namespace) -> NewUnit:
    from lkjip_analysis.exchange.new_project import NewUnit

    wanted = {"--unit": args.unit, "--tahun": args.pertama, "--renstra": args.renstra}
    missing = [name for name, value in wanted.items() if value is None]
    if missing and not sys.stdin.isatty():
        raise CallError(
            f"Masih perlu diisi: {', '.join(missing)} (tidak ada terminal untuk bertanya).\n"
            '  perbaikan : lkjip init FOLDER --unit "Kecamatan Contoh" --pemerintah '
            '"Kabupaten Contoh" --tahun 2025 --renstra 2025-2029; '
            "contoh yang sudah terisi: lkjip init FOLDER --contoh"
        )
    nama = args.unit or _ask("Nama lengkap unit, misalnya Kecamatan Contoh", name_type)
    region = args.pemerintah
    if region is None and missing:
        region = _ask("Pemerintah daerah, misalnya Kabupaten Contoh (boleh kosong)", str.strip)
    tahun = args.pertama or _ask("Tahun laporan, misalnya 2025", tahun_type)
    renstra = args.renstra or _ask("Periode Renstra, misalnya 2025-2029", renstra_type)
    return NewUnit(nama, region or "", tahun, renstra)


def _ask(question: str, read: Callable[[str], Value]) -> Value:
    """Ask at the terminal until the answer can be read."""
    while True:
        try:
            return read(input(f"{question}: ").strip())
        except argparse.ArgumentTypeError as error:
            print(f"  {error}")
        except EOFError:
            raise CallError("Dihentikan; tidak ada yang dibuat.") from None


def _update(folder: Path | None) -> int:
    from lkjip_analysis.exchange.updated_project import update_project

    if folder is not None:
        paths.use(folder)
    done = update_project(paths.PROJECT)
    print(f"Proyek {paths.PROJECT}: bab versi {done.versi or '?'} menjadi versi {__version__}")
    lists = {
        "diganti": done.diganti,
        "di sampingnya": done.di_samping,
        "tidak dipakai lagi (dibiarkan)": done.tidak_dipakai,
    }
    for what, names in lists.items():
        for name in names:
            print(f"  {what}: {name}")
    if done.di_samping:
        print(
            "Berkas yang Anda sunting tidak diubah; bandingkan dengan yang berakhiran .baru di "
            "sampingnya, pindahkan yang diperlukan, lalu hapus berkas .baru itu."
        )
    elif not done.diganti:
        print("Tidak ada yang perlu diganti.")
    return 0
