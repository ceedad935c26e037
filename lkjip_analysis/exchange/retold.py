"""A corrected text as it stands in narasi: with ``{…}`` where its number or name stayed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from lkjip_analysis.checks.texts import PLACEHOLDER
from lkjip_analysis.exchange.lining_up import matcher, plain

TOKEN = re.compile(r"\d[\d.,]*\d%?|\d%?|[^\W\d_]+|\s+|.", re.DOTALL)
_UNSEEN = re.compile("[‡\u00ad\u200b\ufeff]")
MISSPELT = 80.0
"""So alike, in percent, is a name to what it was mended to."""

Faults = list[tuple[str, str]]


def retell(teks: str, corrected: str, values: Mapping[str, str]) -> tuple[str, Faults]:
    """Write a corrected text with the places that stayed, and the characters it had.

    Quotes and blanks that a word processor changes by itself stay as they were typed. What is
    filled in and was changed stays a place; it comes back with what was written over it.

    Parameters
    ----------
    teks
        The text as it stands in narasi.
    corrected
        What became of its printed form.
    values
        What is printed for each place, by its name.

    >>> retell("Capaian {x} “baik”.", 'Capaian IKU 95% itu "baik".', {"x": "95%"})
    ('Capaian IKU {x} itu “baik”.', [])
    >>> retell("Capaian {x}.", "Capaian 96%.", {"x": "95%"})
    ('Capaian {x}.', [('x', '96%')])
    >>> retell("Di {u} capaian {x}.", "Capaian 95% baik.", {"x": "95%", "u": "Kecamatan Contoh"})
    ('Capaian {x} baik.', [])
    """
    old, places = _tokens(teks, values)
    new = TOKEN.findall(_UNSEEN.sub("", corrected))
    match = _matched(old, new)
    told = list(new)
    for i, j in match.items():
        told[j] = old[i]
    faults: Faults = []
    lost: list[str] = []
    for name, start, end in places:
        inside = [match[i] for i in range(start, end) if i in match]
        if len(inside) == end - start and inside[-1] - inside[0] == end - start - 1:
            written: Sequence[int] = inside
        else:
            first = max((match[i] for i in match if i < start), default=-1) + 1
            last = min((match[i] for i in match if i >= end), default=len(new))
            written = _written_over(values[name], new, range(first, last))
            if written:
                faults.append((name, "".join(new[j] for j in written)))
            else:
                lost.append(name)
        for j in {*inside, *written}:
            told[j] = ""
        if written:
            told[written[0]] = f"{{{name}}}"
    for name in lost:  # it may stand elsewhere now
        _put_back(name, values[name], new, told, set(match.values()))
    return "".join(told).strip(), faults


def _tokens(teks: str, values: Mapping[str, str]) -> tuple[list[str], list[tuple[str, int, int]]]:
    """Part a text as it is printed into tokens; say where the places begin and end."""
    tokens: list[str] = []
    places: list[tuple[str, int, int]] = []
    at = 0
    for found in PLACEHOLDER.finditer(teks):
        if found[1] in values:
            tokens += TOKEN.findall(teks[at : found.start()])
            start, at = len(tokens), found.end()
            tokens += TOKEN.findall(values[found[1]])
            places.append((found[1], start, len(tokens)))
    return tokens + TOKEN.findall(teks[at:]), places


def _matched(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    blocks = matcher(old, new).get_matching_blocks()
    return {i + n: j + n for i, j, size in blocks for n in range(size)}


def _written_over(value: str, new: Sequence[str], between: range) -> Sequence[int]:
    """Find what was written over a place: another number, or nearly the same name."""
    if re.search(r"\d", value):
        return [j for j in between if new[j][0].isdigit()][:1]
    words = "".join(new[j] for j in between)
    return between if fuzz.ratio(plain(words), plain(value)) >= MISSPELT else ()


def _put_back(name: str, value: str, new: Sequence[str], told: list[str], known: set[int]) -> None:
    words = [plain(token) for token in TOKEN.findall(value)]
    for start in range(len(new) - len(words) + 1):
        here = range(start, start + len(words))
        if not known & set(here) and [plain(new[j]) for j in here] == words:
            for j in here:
                told[j] = ""
            told[start] = f"{{{name}}}"
            return
