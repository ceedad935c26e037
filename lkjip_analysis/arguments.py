"""What the command line accepts: a parser that speaks Indonesian, values, each command's options.

``arguments.toml`` declares them: what several commands have, once.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from lkjip_analysis.beside import beside

TOLD: dict[str, Any] = beside(__file__)
"""What the command line says and accepts; ``commands`` are in the order of the help."""


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
        ours = [word for word in TOLD["meant"] if word in words]
        words |= {meant: word for word in ours for meant in TOLD["meant"][word].split()}
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


READERS: dict[str, Callable[[str], object]] = {
    "tahun": tahun_type,
    "renstra": renstra_type,
    "nama": name_type,
    "isi": str.strip,
    "teks": str,
    "folder": Path,
    "format": formats_type,
    "jumlah": number_type(1, 256, "bukan bilangan 1 sampai 256"),
    "port": number_type(0, 65535, "bukan port, 0 sampai 65535"),
}
"""What reads the value of an option, by its ``type``."""

QUESTIONS = {
    option["dest"].removeprefix("unit_"): (option["help"], READERS[option["type"]])
    for option in TOLD["options"].values()
    if option.get("dest", "").startswith("unit_")
}
"""What ``lkjip init`` must know of a unit, given by an option or asked."""


def declare(parser: argparse._ActionsContainer, options: Sequence[str | list[str]]) -> None:
    """Let a parser take these options; of those in a list, one at most can be given."""
    for one in options:
        if isinstance(one, list):
            declare(parser.add_mutually_exclusive_group(), one)
            continue
        told = dict(TOLD["options"][one])
        if "type" in told:
            told["type"] = READERS[told["type"]]
        parser.add_argument(told.pop("name"), **told)


def declare_project(parser: argparse.ArgumentParser) -> None:
    """Let a parser take the project to work on; every command has it, before its name or after."""
    what = "folder proyek (bawaan: folder ini, atau yang di atasnya)"
    unsaid = argparse.SUPPRESS
    parser.add_argument("--proyek", type=Path, metavar="FOLDER", help=what, default=unsaid)


def speak_indonesian() -> None:
    """Let argparse say its own words in Indonesian; it looks each of them up by this name."""
    words = TOLD["words"]
    argparse._ = lambda text: words.get(text, text)  # type: ignore[attr-defined]
