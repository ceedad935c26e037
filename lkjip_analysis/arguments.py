"""What the command line accepts: a parser that speaks Indonesian, values, each command's options.

Options that several commands have are declared once (``add_year``, ``add_data``, ...).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

WORDS = {
    "usage: ": "pemakaian: ",
    "positional arguments": "argumen",
    "options": "pilihan",
    "show this help message and exit": "tampilkan bantuan ini",
    "the following arguments are required: %s": "masih perlu diisi: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "expected one argument": "perlu satu nilai",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "pilihan %(value)r tidak dikenal (pilih: %(choices)s)"
    ),
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "bukan %(type)s: %(value)r",
    "%(prog)s: error: %(message)s\n": "%(prog)s: salah panggil: %(message)s\n",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s dapat berarti %(matches)s",
}


MEANT = {
    "cek": "check",
    "periksa": "check",
    "bangun": "build",
    "buat": "build",
    "susun": "build",
    "lihat": "preview",
    "pratinjau": "preview",
    "tahun-baru": "new-year",
    "hasil": "results",
    "angka": "results",
    "beda": "diff",
    "banding": "diff",
    "--year": "--tahun",
    "--folder": "--data",
    "--keluaran": "--output",
    "--versi": "--version",
}
"""Words that people type first, and ours for them; near ones are found as well."""


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Indonesian and offers the nearest word."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """Read the options; one that is unknown is a fault of the command it was given to."""
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"tidak dikenal: {' '.join(unknown)}", unknown[0].partition("=")[0])
        return known, unknown

    def error(self, message: str, wrong: str = "") -> NoReturn:
        """Say what is wrong with the call, offer the word nearest to ``wrong``, leave with 2."""
        unknown = bool(wrong)
        wrong = (wrong or (message.split("'")[1] if "'" in message else "")).casefold()
        words = {
            str(word): str(word)
            for action in self._actions
            for word in (*action.option_strings, *(action.choices or ()))
        }
        words |= {word: ours for word, ours in MEANT.items() if ours in words}
        near = get_close_matches(wrong, words, n=1)
        hint = f" Maksud Anda '{words[near[0]]}'?" if near and words[near[0]] != wrong else ""
        if not hint and "check" in words:
            hint = " Perintah ditulis paling depan, misalnya: lkjip check --tahun 2024"
        elif not hint and unknown and "--tahun" in words and wrong.isdigit():
            hint = f" Maksud Anda '--tahun {wrong}'?"
        said = message.rstrip(".")
        self.exit(2, f"{self.format_usage()}{self.prog}: salah panggil: {said}.{hint}\n")


def is_number(text: str, low: int, high: int) -> bool:
    """Whether a text is a whole number in plain digits, within bounds.

    >>> is_number("2024", 1900, 2199), is_number("²", 1, 256)
    (True, False)
    """
    return re.fullmatch(r"[0-9]{1,6}", text) is not None and low <= int(text) <= high


def tahun_type(text: str) -> int:
    """Read a year argument."""
    if not is_number(text, 1900, 2199):
        raise argparse.ArgumentTypeError(f"'{text}' bukan tahun empat angka, misalnya 2024")
    return int(text)


def renstra_type(text: str) -> tuple[int, int]:
    """Read a Renstra period.

    >>> renstra_type("2025-2029"), renstra_type("2025 – 2029")
    ((2025, 2029), (2025, 2029))
    """
    years = [part.strip() for part in text.replace("–", "-").split("-")]
    if len(years) != 2 or tahun_type(years[0]) > tahun_type(years[1]):
        raise argparse.ArgumentTypeError(f"'{text}' bukan periode, misalnya 2025-2029")
    return tahun_type(years[0]), tahun_type(years[1])


def name_type(text: str) -> str:
    """Read a name that must not be blank."""
    if not text.strip():
        raise argparse.ArgumentTypeError("nama tidak boleh kosong")
    return " ".join(text.split())


def formats_type(text: str) -> tuple[str, ...]:
    """Read a list of formats."""
    from lkjip_analysis.building.request import FORMATS

    names = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        near = get_close_matches(unknown[0], FORMATS, n=1) if unknown else []
        hint = f" Maksud Anda '{near[0]}'?" if near else ""
        raise argparse.ArgumentTypeError(
            f"format '{text}' tidak dikenal (pilih: {', '.join(FORMATS)}).{hint}"
        )
    return tuple(name for name in FORMATS if name in names)


def jobs_type(text: str) -> int:
    """Read a number of processes."""
    if not is_number(text, 1, 256):
        raise argparse.ArgumentTypeError(f"'{text}' bukan bilangan 1 sampai 256")
    return int(text)


def port_type(text: str) -> int:
    """Read a port."""
    if not is_number(text, 0, 65535):
        raise argparse.ArgumentTypeError(f"'{text}' bukan port, 0 sampai 65535")
    return int(text)


def add_year(parser: Parser) -> None:
    """``--tahun``: the year of the report; without one it is the newest year with data."""
    parser.add_argument(
        "--tahun",
        type=tahun_type,
        metavar="TAHUN",
        help="tahun laporan kinerja, misalnya 2024 (bawaan: tahun terbaru yang ada datanya)",
    )


def add_project(parser: Parser) -> None:
    """``--proyek``: the project to work on; every command has it, before its name or after."""
    parser.add_argument(
        "--proyek",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="FOLDER",
        help="folder proyek (bawaan: folder ini, atau yang di atasnya)",
    )


def add_data(parser: Parser) -> None:
    """``--data``: the folder of a unit's data."""
    parser.add_argument(
        "--data", type=Path, metavar="FOLDER", help="folder data unit (bawaan: data/)"
    )


def add_output(parser: Parser, default: str) -> None:
    """``--output``: where the result goes."""
    parser.add_argument(
        "--output", type=Path, metavar="FOLDER", help=f"folder hasil (bawaan: {default})"
    )


def add_take_over(parser: Parser) -> None:
    """``--ambil-alih``: let an output folder pass to another unit."""
    parser.add_argument(
        "--ambil-alih",
        action="store_true",
        help="pakai folder hasil itu walau berisi laporan unit, tahun, atau folder data lain",
    )


def add_formats(parser: Parser) -> None:
    """``--format``: the forms of the book."""
    parser.add_argument(
        "--format",
        type=formats_type,
        default=("html", "pdf", "docx"),
        metavar="DAFTAR",
        help="html,pdf,docx (bawaan: semuanya)",
    )


def add_form(parser: Parser, *forms: str) -> None:
    """``--format``: the form of what is printed, the first one unless asked."""
    parser.add_argument(
        "--format", choices=forms, default=forms[0], help=f"bentuk keluaran (bawaan: {forms[0]})"
    )


def add_renderer(parser: Parser) -> None:
    """``--renderer``: what makes the book."""
    parser.add_argument(
        "--renderer",
        choices=("auto", "quarto", "pandoc"),
        default="auto",
        help="mesin penyusun buku (bawaan: auto, yaitu menurut 'renderer' di bawah 'lkjip:' di "
        "_quarto.yml; tanpa itu pandoc)",
    )


def add_force(parser: Parser) -> None:
    """``--force``: do everything again."""
    parser.add_argument(
        "--force",
        action="store_true",
        help="kerjakan semua langkah lagi, juga yang masukannya tidak berubah",
    )


def build_options(sub: Parser) -> None:
    """Options of ``lkjip build``."""
    add_year(sub)
    add_data(sub)
    add_output(sub, "output/TAHUN; dengan --data: output/FOLDER/TAHUN")
    add_take_over(sub)
    add_formats(sub)
    add_renderer(sub)
    sub.add_argument(
        "--final", action="store_true", help="tolak membuat laporan bila isian wajib belum lengkap"
    )
    add_force(sub)
    sub.add_argument(
        "--explain",
        action="store_true",
        help="jelaskan mengapa tiap langkah dijalankan atau dilewati",
    )


QUESTIONS: dict[str, tuple[str, Callable[[str], object]]] = {
    "unit": ("nama lengkap unit, misalnya Kecamatan Contoh", name_type),
    "pemerintah": ("pemerintah daerah, misalnya Kabupaten Contoh; boleh kosong", str.strip),
    "tahun": ("tahun laporan pertama, misalnya 2025", tahun_type),
    "renstra": ("periode Renstra, misalnya 2025-2029", renstra_type),
}
"""What ``lkjip init`` must know of a unit, given by an option or asked."""


def init_options(sub: Parser) -> None:
    """Options of ``lkjip init``."""
    sub.add_argument("folder", type=Path, nargs="?", help="folder baru (bawaan: folder ini)")
    for name, (what, read) in QUESTIONS.items():
        sub.add_argument(f"--{name}", dest=f"unit_{name}", type=read, metavar="ISI", help=what)
    either = sub.add_mutually_exclusive_group()
    either.add_argument("--contoh", action="store_true", help="isi dengan contoh yang lengkap")
    either.add_argument(
        "--perbarui", action="store_true", help="bawa bab versi program ini ke proyek yang ada"
    )


def preview_options(sub: Parser) -> None:
    """Options of ``lkjip preview``."""
    add_year(sub)
    add_data(sub)
    sub.add_argument(
        "--port",
        type=port_type,
        default=8000,
        metavar="N",
        help="port di komputer ini (bawaan: 8000; 0: yang bebas)",
    )


def batch_options(sub: Parser) -> None:
    """Options of ``lkjip batch``."""
    sub.add_argument("folder", type=Path, metavar="FOLDER", help="folder berisi UNIT/TAHUN/")
    add_year(sub)
    add_output(sub, "output/FOLDER-TAHUN")
    add_take_over(sub)
    sub.add_argument(
        "--jobs",
        type=jobs_type,
        metavar="N",
        help="banyaknya proses (bawaan: sebanyak inti prosesor)",
    )
    add_formats(sub)
    add_renderer(sub)
    add_force(sub)


def check_options(sub: Parser) -> None:
    """Options of ``lkjip check``."""
    add_year(sub)
    add_data(sub)
    add_form(sub, "text", "json")


def new_year_options(sub: Parser) -> None:
    """Options of ``lkjip new-year``."""
    sub.add_argument("tahun", type=tahun_type, metavar="TAHUN", help="tahun baru, misalnya 2025")
    sub.add_argument(
        "--from",
        dest="asal",
        type=tahun_type,
        metavar="TAHUN",
        help="tahun asal (bawaan: tahun sebelumnya)",
    )
    add_data(sub)


def results_options(sub: Parser) -> None:
    """Options of ``lkjip results``."""
    add_year(sub)
    add_data(sub)
    add_form(sub, "json", "csv")


def diff_options(sub: Parser) -> None:
    """Options of ``lkjip diff``."""
    for side in ("lama", "baru"):
        sub.add_argument(
            side, metavar=side.upper(), help="tahun, folder data satu tahun, atau hasil.json"
        )
    add_data(sub)
    add_form(sub, "text", "json", "html")


def speak_indonesian() -> None:
    """Let argparse say its own words in Indonesian; it looks each of them up by this name."""
    argparse._ = lambda text: WORDS.get(text, text)  # type: ignore[attr-defined]
