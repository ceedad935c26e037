"""What the command line accepts: a parser that speaks Indonesian, values, each command's options.

What several commands have is declared once (``TAHUN``, ``DATA``, ...).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

WORDS = {
    "usage: ": "pemakaian: ",
    "positional arguments": "argumen",
    "options": "pilihan",
    "show this help message and exit": "tampilkan bantuan ini",
    "the following arguments are required: %s": "masih perlu diisi: %s",
    "expected one argument": "perlu satu nilai",
    "not allowed with argument %s": "tidak dapat bersama %s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "pilihan %(value)r tidak dikenal (pilih: %(choices)s)"
    ),
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s dapat berarti %(matches)s",
}


MEANT = {
    "check": "cek periksa",
    "build": "bangun buat susun",
    "preview": "lihat pratinjau",
    "new-year": "tahun-baru",
    "results": "hasil angka",
    "diff": "beda banding",
    "--tahun": "--year",
    "--data": "--folder",
    "--output": "--keluaran",
    "--version": "--versi",
}
"""Our words, and those that people type first for them; near ones are found as well."""


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
        ours = [word for word in MEANT if word in words]
        words |= {meant: word for word in ours for meant in MEANT[word].split()}
        near = get_close_matches(wrong, words, n=1)
        hint = f" Maksud Anda '{words[near[0]]}'?" if near and words[near[0]] != wrong else ""
        if not hint and "check" in words:
            hint = " Perintah ditulis paling depan, misalnya: lkjip check --tahun 2024"
        elif not hint and unknown and "--tahun" in words and wrong.isdigit():
            hint = f" Maksud Anda '--tahun {wrong}'?"
        said = message.rstrip(".")
        self.exit(2, f"{self.format_usage()}{self.prog}: salah panggil: {said}.{hint}\n")


def number_type(low: int, high: int, fault: str) -> Callable[[str], int]:
    """Make the reader of an argument that is a whole number in plain digits, within bounds.

    >>> number_type(1, 256, "bukan bilangan 1 sampai 256")("²")
    Traceback (most recent call last):
    argparse.ArgumentTypeError: '²' bukan bilangan 1 sampai 256
    """

    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", text) or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"'{text}' {fault}")
        return int(text)

    return read


tahun_type = number_type(1900, 2199, "bukan tahun empat angka, misalnya 2024")


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


QUESTIONS: dict[str, tuple[str, Callable[[str], object]]] = {
    "unit": ("nama lengkap unit, misalnya Kecamatan Contoh", name_type),
    "pemerintah": ("pemerintah daerah, misalnya Kabupaten Contoh; boleh kosong", str.strip),
    "tahun": ("tahun laporan pertama, misalnya 2025", tahun_type),
    "renstra": ("periode Renstra, misalnya 2025-2029", renstra_type),
}
"""What ``lkjip init`` must know of a unit, given by an option or asked."""


Option = tuple[str, dict[str, Any]]
"""An option's name, and what argparse is told of it."""

Options = Sequence[Option | list[Option]]
"""Options of a command; of those in a list, one at most can be given."""


def option(read: Callable[[str], object], sign: str, name: str, what: str, **more: Any) -> Option:
    """Declare an option with a value, which the help shows as this sign."""
    return name, {"type": read, "metavar": sign, "help": what, **more}


year_option = partial(option, tahun_type, "TAHUN")
folder_option = partial(option, Path, "FOLDER")


def flag(name: str, what: str) -> Option:
    """Declare an option that is there or not."""
    return name, {"action": "store_true", "help": what}


def choice(name: str, what: str, *words: str) -> Option:
    """Declare an option that is one of some words, the first one unless asked."""
    return name, {"choices": words, "default": words[0], "help": what}


def form(*forms: str) -> Option:
    """``--format``: the form of what is printed."""
    return choice("--format", f"bentuk keluaran (bawaan: {forms[0]})", *forms)


def output(default: str) -> Option:
    """``--output``: where the result goes."""
    return folder_option("--output", f"folder hasil (bawaan: {default})")


def declare(parser: argparse._ActionsContainer, options: Options) -> None:
    """Let a parser take these options."""
    for one in options:
        if isinstance(one, list):
            declare(parser.add_mutually_exclusive_group(), one)
        else:
            parser.add_argument(one[0], **one[1])


PROYEK = folder_option(
    *("--proyek", "folder proyek (bawaan: folder ini, atau yang di atasnya)"),
    default=argparse.SUPPRESS,
)
"""The project to work on; every command has it, before its name or after."""

TAHUN = year_option(
    "--tahun", "tahun laporan kinerja, misalnya 2024 (bawaan: tahun terbaru yang ada datanya)"
)
DATA = folder_option("--data", "folder data unit (bawaan: data/)")
BOOK = (
    option(
        *(formats_type, "DAFTAR", "--format", "html,pdf,docx (bawaan: semuanya)"),
        default=("html", "pdf", "docx"),
    ),
    choice(
        "--renderer",
        "mesin penyusun buku (bawaan: auto, yaitu menurut 'renderer' di bawah 'lkjip:' di "
        "_quarto.yml; tanpa itu pandoc)",
        *("auto", "quarto", "pandoc"),
    ),
)
FORCE = flag("--force", "kerjakan semua langkah lagi, juga yang masukannya tidak berubah")
TAKE_OVER = flag(
    "--ambil-alih", "pakai folder hasil itu walau berisi laporan unit, tahun, atau folder data lain"
)
JOBS = number_type(1, 256, "bukan bilangan 1 sampai 256")
PORT = number_type(0, 65535, "bukan port, 0 sampai 65535")
SIDE = {"help": "tahun, folder data satu tahun, atau hasil.json"}

OPTIONS: dict[str, Options] = {
    "init": (
        ("folder", {"type": Path, "nargs": "?", "help": "folder baru (bawaan: folder ini)"}),
        *(
            option(read, "ISI", f"--{name}", what, dest=f"unit_{name}")
            for name, (what, read) in QUESTIONS.items()
        ),
        [
            flag("--contoh", "isi dengan contoh yang lengkap"),
            flag("--perbarui", "bawa bab versi program ini ke proyek yang ada"),
        ],
    ),
    "build": (
        *(TAHUN, DATA, output("output/TAHUN; dengan --data: output/FOLDER/TAHUN"), TAKE_OVER),
        *BOOK,
        flag(
            "--final",
            "tolak bila isian wajib belum lengkap, ada galat atau kalimat yang dibantah angkanya, "
            "atau target tidak tercapai tanpa sebab dan tindakan; temuan yang diakui dengan "
            "kalimat untuk pembaca diterima",
        ),
        flag("--pdf-reviu", "buat juga PDF Berkas Reviu (bawaan: halaman web saja)"),
        FORCE,
        flag("--kernel", "jalankan notebook dalam kernel Jupyter, satu per notebook (lebih lama)"),
        flag("--explain", "jelaskan mengapa tiap langkah dijalankan atau dilewati"),
    ),
    "preview": (
        *(TAHUN, DATA),
        option(
            *(PORT, "N", "--port", "port di komputer ini (bawaan: 8000; 0: yang bebas)"),
            default=8000,
        ),
    ),
    "batch": (
        folder_option("folder", "folder berisi UNIT/TAHUN/"),
        *(TAHUN, output("output/FOLDER-TAHUN"), TAKE_OVER),
        option(JOBS, "N", "--jobs", "banyaknya proses (bawaan: sebanyak inti prosesor)"),
        *(*BOOK, FORCE),
    ),
    "check": (TAHUN, DATA, form("text", "json")),
    "akui": (
        *(TAHUN, DATA),
        option(str, "TANDA", "--temuan", "satu temuan, misalnya K02 (bawaan: semua ditanyakan)"),
        option(str, "ISI", "--alasan", "mengapa temuan itu dapat diterima"),
        option(str, "ISI", "--kalimat", "kalimat untuk pembaca laporan; boleh kosong"),
        option(str, "ISI", "--oleh", "siapa yang mengakui"),
        flag("--seterusnya", "berlaku juga untuk tahun-tahun berikutnya"),
    ),
    "mutakhirkan": (
        DATA,
        flag("--terapkan", "lakukan, tanpa bertanya; bawaannya hanya ditunjukkan"),
    ),
    "new-year": (
        year_option("tahun", "tahun baru, misalnya 2025"),
        year_option("--from", "tahun asal (bawaan: tahun sebelumnya)", dest="asal"),
        DATA,
    ),
    "results": (TAHUN, DATA, form("json", "csv")),
    "diff": (
        ("lama", {"metavar": "LAMA"} | SIDE),
        ("baru", {"metavar": "BARU"} | SIDE),
        *(DATA, form("text", "json", "html")),
    ),
}
"""The options of each command, in the order in which its help lists them."""


def speak_indonesian() -> None:
    """Let argparse say its own words in Indonesian; it looks each of them up by this name."""
    argparse._ = lambda text: WORDS.get(text, text)  # type: ignore[attr-defined]
