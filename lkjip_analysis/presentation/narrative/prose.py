"""The unit's own text: rows of ``narasi.csv`` as markdown, with ``{...}`` filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from lkjip_analysis.checks.texts import PLACEHOLDER
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.exceptions import DataError, Problem
from lkjip_analysis.formatting import (
    all_of,
    count_in_words,
    counts_in_words,
    is_percent,
    join_words,
)
from lkjip_analysis.presentation.output import TextOutput, angka_md, escape_markdown
from lkjip_analysis.presentation.plain import data_name
from lkjip_analysis.presentation.tables.goals import ALL_IKU, FEW
from lkjip_analysis.presentation.variables import make_variables
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku
from lkjip_analysis.results.keys import meant_key

EMPTY = "<!-- kosong -->"
LIST_ITEM = re.compile(r" *(-|\w+\.) {1,3}")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


variables_of = lru_cache(maxsize=4)(make_variables)


def fill(hasil: Results, row: Narasi) -> str:
    """Escape a row's text for markdown and fill in its ``{kunci}`` places.

    A name that is nearly a known one is a slip and raises; other braces are just text.
    """
    parts: list[str] = []
    text, end = row.teks, 0
    for match in PLACEHOLDER.finditer(text):
        filled = _lookup(hasil, match[1], row)
        if filled is not None:
            parts += [_escaped(text[end : match.start()]), filled]
            end = match.end()
    return "".join([*parts, _escaped(text[end:])])


def marked(hasil: Results, row: Narasi) -> str:
    """Fill a row's text and say whose it is: in Word the words carry a bookmark of that name."""
    return f'[{fill(hasil, row)}]{{.narasi baris="{row.bagian}_{int(row.urutan)}"}}'


def _escaped(text: str) -> str:
    """Escape a piece of a text, and keep the blanks at both ends that escaping trims."""
    if not text.strip():
        return " " if text else ""
    before, after = (" " if end.isspace() else "" for end in (text[0], text[-1]))
    return f"{before}{escape_markdown(text)}{after}"


def _lookup(hasil: Results, name: str, row: Narasi) -> str | None:
    if name in hasil.figures:
        return angka_md(hasil[name])
    variables = variables_of(hasil)
    if name in variables:
        return escape_markdown(variables[name])
    if meant := meant_key(name, variables):
        cell, fault = row.cell("teks"), "kunci di dalam kurung kurawal tidak dikenal"
        allowed = "tahun, identitas.…, atau kunci hasil"
        place = (cell.berkas, cell.baris, cell.kolom)
        raise DataError([Problem(*place, fault, f"{{{name}}}", allowed, meant)])
    return None


def bagian(
    hasil: Results,
    name: str,
    *,
    letak: Literal["semua", "awal", "akhir"] = "semua",
    ditanya: bool = False,
) -> TextOutput:
    """Print a section of ``narasi.csv``.

    Parameters
    ----------
    name
        The section (``bagian``).
    letak
        ``awal``: only what stands before the first row about an IKU (``kode``), ``akhir``: only
        what stands after it without a code; coded rows are printed beside that IKU's sentence.
    ditanya
        Say of a blank section that it is not there yet, though it is not compulsory.
    """
    rows = section_rows(hasil, name)
    coded = [index for index, row in enumerate(rows) if row.kode]
    first = coded[0] if coded else len(rows)
    if letak == "awal":
        rows = rows[:first]
    elif letak == "akhir":
        rows = [row for row in rows[first:] if not row.kode]
    if rows:
        return TextOutput(as_markdown(hasil, rows))
    if (ditanya or SECTIONS[name].compulsory) and letak != "akhir":
        what = SECTIONS[name].meaning
        return TextOutput(
            f"*{escape_markdown(what[0].upper() + what[1:])}: belum tersedia "
            f"(isi bagian {name.replace('_', ' ')} pada data narasi tahun {hasil.tahun}).*"
        )
    return TextOutput(EMPTY)


def section_rows(hasil: Results, name: str, kode: str = "") -> list[Narasi]:
    """List the filled rows of a section in their order."""
    assert name in SECTIONS, name
    rows = [row for row in hasil.data[Narasi] if row.bagian == name and row.teks]
    return sorted((row for row in rows if not kode or row.kode == kode), key=lambda row: row.urutan)


def as_markdown(hasil: Results, rows: Sequence[Narasi]) -> str:
    """Write paragraphs, small headings and nested lists."""
    blocks: list[str] = []
    counters: dict[int, int] = {}
    joined = ""
    for row in rows:
        words, level = marked(hasil, row), int(row.tingkat or 1)
        if row.jenis == "paragraf":
            inside = level > 1 and counters
            blocks.append("    " * (level - 1) + words if inside else words)
            counters = counters if inside else {}
        elif row.jenis == "judul":
            counters = {}
            blocks.append(f"**{words}**")
        else:
            counters = {depth: n for depth, n in counters.items() if depth <= level}
            counters[level] = counters.get(level, 0) + 1
            depth = len([d for d in counters if d < level])
            blocks.append("    " * depth + list_mark(row.jenis, counters[level]) + words)
    for before, after in zip(["", *blocks], blocks, strict=False):
        tight = LIST_ITEM.match(before) and LIST_ITEM.match(after)
        joined += ("\n" if tight else "\n\n" if joined else "") + after
    return joined


def list_mark(jenis: str, number: int) -> str:
    """Write the mark of a list item, four characters wide.

    >>> list_mark("nomor", 2), list_mark("huruf", 3), list_mark("butir", 1)
    ('2.  ', 'c.  ', '-   ')
    """
    if jenis == "butir":
        return "-   "
    mark = LETTERS[number - 1] if jenis == "huruf" and number <= len(LETTERS) else str(number)
    return f"{mark}.".ljust(4)


def numbered(items: Sequence[str], jenis: str = "nomor") -> str:
    """Write a list, numbered or (``huruf``) lettered; a single item is no list."""
    if len(items) == 1:
        return items[0]
    return "\n".join(f"{list_mark(jenis, n)}{item}" for n, item in enumerate(items, 1))


def iku_by_iku(
    hasil: Results,
    name: str,
    say: Callable[[Iku], str],
    told: Callable[[Iku], bool],
    every: Sequence[Iku] | None = None,
) -> str:
    """List a sentence on each IKU, followed by the unit's own words on it in a section.

    Parameters
    ----------
    say
        Write what follows the IKU's name; what is the same of several is said once.
    told
        Of many sentences only those on these are told, and the unit's own; a table has all.
    every
        The IKU to tell of; default: all.
    """
    every = list(hasil.iku) if every is None else every
    own = {iku.kode: detail(hasil, name, iku.kode) for iku in every}
    alike: dict[str, list[Iku]] = {}
    for iku in every:
        alike.setdefault(say(iku) + own[iku.kode], []).append(iku)
    chosen = {said: those for said, those in alike.items()
              if len(alike) <= ALL_IKU or any(told(iku) or own[iku.kode] for iku in those)
             }  # fmt: skip
    items = [f"{named_of(those, len(hasil.iku))}{said}" for said, those in chosen.items()]
    rest = len(every) - sum(map(len, chosen.values()))
    others = f"Sebanyak {count_in_words(rest)} IKU lain hanya disajikan pada tabel."
    return "\n\n".join([numbered(items), *[others] * bool(items and rest)])


def named_of(chosen: Sequence[Iku], total: int) -> str:
    """Name few IKU, as a sentence begins; of many only say how many, of all that they are all."""
    if len(chosen) == total > 1:
        return all_of(total, "IKU")
    names = [escape_markdown(iku.nama) for iku in chosen]
    many = len(names) > FEW
    return f"Sebanyak {count_in_words(len(names))} IKU" if many else join_words(names)


def lacking(hasil: Results, what: str, file: str) -> str:
    """Say that something is not in the data yet, and which data lack it."""
    return f"*{what}: belum tersedia (lengkapi {data_name(f'{hasil.tahun}/{file}')}).*"


def detail(hasil: Results, name: str, kode: str) -> str:
    """Give the unit's own words on an IKU, to follow a generated sentence; may be blank."""
    return "".join(f" {marked(hasil, row)}" for row in section_rows(hasil, name, kode))


def fact(hasil: Results, key: str) -> str:
    """Write a fact of ``identitas.csv``, escaped."""
    return escape_markdown(variables_of(hasil)[f"identitas.{key}"])


def renstra_period(hasil: Results) -> str:
    """Write the period of the Renstra: ``2024-2026``."""
    return escape_markdown(variables_of(hasil)["renstra.periode"])


def so_many(counts: Mapping[str, Figure]) -> list[str]:
    """Write counts that stand together, without those of none: ``6 program``, ``12 kegiatan``."""
    some = {what: count for what, count in counts.items() if count.number}
    written = counts_in_words([int(count.number) for count in some.values()])
    pairs = zip(written, some.items(), strict=True)
    return [f"{angka_md(count, words)} {what}" for words, (what, count) in pairs]


def shown(figure: Figure, unit: str = "") -> str:
    """Write a figure, with its unit where it counts something."""
    return with_unit(angka_md(figure), unit) if figure.known else angka_md(figure)


def with_meaning(predikat: Figure, word: Figure) -> str:
    """Write a predikat with what it means, where that is another word."""
    same = str(predikat.nilai).casefold() == str(word.nilai).casefold()
    return shown(predikat) if same or not word.known else f"{shown(predikat)} ({shown(word)})"


def with_unit(written: str, unit: str) -> str:
    """Put the unit behind a written figure, where it counts something."""
    unitless = is_percent(unit) or unit in ("", "rupiah", "nilai", "indeks")
    return written if unitless else f"{written} {escape_markdown(unit)}"
