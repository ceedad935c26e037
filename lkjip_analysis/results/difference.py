"""What changed between two sets of results: two years, two data folders, or two ``hasil.json``."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from lkjip_analysis.exceptions import CallError, cut
from lkjip_analysis.formatting import (
    PRINTED,
    format_number,
    format_value,
    is_percent,
    round_half_up,
)
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Entities
from lkjip_analysis.results.figures import Figure
from lkjip_analysis.results.keys import (
    ANGGARAN,
    ENTITIES,
    RATA_RATA,
    angka_of,
    edition_of,
    pattern_of,
    patterns,
    stem_of,
)
from lkjip_analysis.results.names import Setiap, declared, lalu_of

Kind = Literal["berubah", "baru", "baru dihitung", "hilang"]
Record = Mapping[str, Any]
MAX_BYTES = 200_000_000
COMPULSORY = ("kunci", "nilai", "tampil")
FIELDS: dict[str, tuple[tuple[type, ...], str]] = {
    "kunci": ((str,), "teks"),
    "nilai": ((str, int, float, type(None)), "bilangan, teks, atau null"),
    "tampil": ((str,), "teks"),
    "satuan": ((str,), "teks"),
    "masukan": ((list,), "daftar sel"),
}
"""What a figure must be made of to be compared, and how that is said."""


@dataclass(frozen=True)
class Change:
    """One figure that differs: both printed forms, the difference, and its relative size."""

    kunci: str
    jenis: Kind
    satuan: str
    lama: str
    baru: str
    selisih: str = ""
    relatif: float | None = None

    def as_record(self) -> dict[str, object]:
        """Give the change as a plain record, for JSON."""
        return asdict(self)


def read_records(path: Path) -> list[dict[str, Any]]:
    """Read a ``hasil.json``, which somebody may have edited or cut."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError
        records = json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise _no_results(path, f"rusak di baris {error.lineno}, kolom {error.colno}") from None
    except (ValueError, RecursionError):  # other letters, endless numbers, endless nesting
        raise _no_results(path, "isinya bukan teks JSON yang wajar") from None
    if not isinstance(records, list):
        raise _no_results(path, "isinya bukan daftar angka")
    for number, record in enumerate(records, start=1):
        if fault := _record_fault(record):
            raise _no_results(path, f"angka ke-{number} {fault}")
    return records


def _refuse(word: str) -> None:
    raise ValueError(word)


def _no_results(path: Path, fault: str) -> CallError:
    return CallError(
        f"{cut(str(path), 200)} bukan hasil.json yang utuh: {fault}.\n"
        "  perbaikan : pakai hasil.json dari folder hasil, atau buat lagi dengan lkjip build"
    )


def _record_fault(record: object) -> str:
    """Say what a figure lacks; nothing where it is whole."""
    if not isinstance(record, dict):
        return "bukan objek"
    for name, (kinds, said) in FIELDS.items():
        if name in record or name in COMPULSORY:
            value = record.get(name, record)
            if not isinstance(value, kinds) or isinstance(value, bool):
                return f"tidak mempunyai {name} berupa {said}"
    if isinstance(record["nilai"], float) and not math.isfinite(record["nilai"]):
        return "bernilai tak terhingga"
    for cell in record.get("masukan", ()):
        if not (isinstance(cell, dict) and isinstance(cell.get("berkas"), str)):
            return "tidak mempunyai masukan berupa daftar sel"
    return ""


def relative_years(records: Sequence[Record]) -> dict[str, Record]:
    """Index records by key, with years in keys counted from the report's year.

    ``iku.AKIP.perubahan.2024`` of a 2024 report and ``…2025`` of a 2025 report mean the same.
    """
    folders = [cell["berkas"].split("/")[0] for r in records for cell in r.get("masukan", ())]
    years = [int(folder) for folder in folders if re.fullmatch(r"\d{4}", folder)]
    report = max(years, default=0)

    def rename(kunci: str) -> str:
        angka, (head, _, last) = angka_of(kunci), kunci.rpartition(".")
        if angka is None or not angka.pola.split(".")[-1].startswith("<tahun>"):
            return kunci
        gap = int(last[:4]) - report
        return f"{head}.tahun{f'{gap:+d}' if gap else ''}{last[4:]}"

    return {rename(record["kunci"]): record for record in records}


def compare(old: Sequence[Record], new: Sequence[Record]) -> list[Change]:
    """List the figures that differ: changed ones by relative size, then new, then lost ones.

    A figure that the program of the old set did not know is ``baru dihitung``, not ``baru``.
    """
    before, after = relative_years(old), relative_years(new)
    edition = max((edition_of(record["kunci"]) for record in old), default=1)
    changes = [
        _change(key, before.get(key), after.get(key), edition)
        for key in dict.fromkeys([*before, *after])
        if _value(before.get(key)) != _value(after.get(key))
    ]
    return sorted(changes, key=_place)


def _place(change: Change) -> tuple[int, float, str]:
    size = 1e18 if change.relatif is None else change.relatif
    return get_args(Kind).index(change.jenis), -size, change.kunci


def since_last_year(figures: Iterable[Figure]) -> list[Change]:
    """List the figures that differ from those of the year before that a report holds, too."""
    now = {figure.kunci: figure for figure in figures}
    both = [(kunci, then) for kunci in now if (then := now.get(lalu_of(kunci)))]
    old = [then.as_record() | {"kunci": kunci} for kunci, then in both]
    return compare(old, [now[kunci].as_record() for kunci, _ in both])


def _value(record: Record | None) -> object:
    return None if record is None else record["nilai"]


def _change(key: str, old: Record | None, new: Record | None, edition: int) -> Change:
    a, b = _value(old), _value(new)
    known = new if new is not None else old
    assert known is not None
    unit = str(known.get("satuan", ""))
    lama, baru = (str(r["tampil"]) if r is not None else "–" for r in (old, new))
    if a is None or b is None:
        kind: Kind = "baru" if a is None else "hilang"
        if old is None and edition_of(known["kunci"]) > edition:
            kind = "baru dihitung"
        return Change(key, kind, unit, lama, baru)
    if isinstance(a, str) or isinstance(b, str):
        return Change(key, "berubah", unit, lama, baru)
    assert old is not None
    if old.get("satuan") != unit:
        told = f"satuan: {old.get('satuan')} menjadi {unit}"
        return Change(key, "berubah", unit, lama, baru, told)
    x, y = Decimal(str(a)), Decimal(str(b))
    gap = y - x
    points = "poin persentase" if is_percent(unit) else unit
    text = format_value(gap, "rupiah" if unit == "rupiah" else "poin")
    if unit != "rupiah" and not round_half_up(gap, PRINTED):
        text = format_number(gap)
    sign = "+" if gap > 0 else ""
    suffix = "" if unit == "rupiah" else f" {points}"
    relative = min(float(abs(gap / x)), 1e18) if x else None
    return Change(key, "berubah", unit, lama, baru, f"{sign}{text}{suffix}", relative)


@dataclass(frozen=True)
class Label:
    """A figure in words: its subject (``IKU``), entity (code and name), which figure, and when."""

    pokok: str
    kode: str
    nama: str
    angka: str
    lalu: bool

    @property
    def whose(self) -> str:
        """Say which entity it is of: ``IKU Nilai AKIP``."""
        return f"{self.pokok} {self.nama or self.kode}".strip()

    @property
    def which(self) -> str:
        """Say which of its figures it is: ``capaian tahun lalu``; blank where nobody knows."""
        return f"{self.angka}{' tahun lalu' * self.lalu}"

    def __str__(self) -> str:
        """Say all of it: ``IKU Nilai AKIP, capaian``."""
        return f"{self.whose}, {self.which}" if self.angka else self.whose


HEADLINES = (ANGGARAN.pagu, ANGGARAN.realisasi, ANGGARAN.serapan, RATA_RATA.capaian_iku)
HEADLINE = re.compile(r"iku\.[^.]+\.(realisasi|capaian|status)")
SHOWN = 12
"""Figures that a summary names, and how many of them."""

Called = Mapping[str, Sequence[str]]
"""Code and name of an entity, by what the keys of its figures begin with."""


def names_of(hasil: Results) -> dict[str, tuple[str, str]]:
    """Give code and name of each entity of a year."""
    held = (getattr(hasil, n) for n, v in vars(Results).items() if isinstance(v, cached_property))
    every = (one for entities in held if isinstance(entities, Entities) for one in entities)
    return {one._stem: (one.kode, one.nama) for one in every}


def label_of(kunci: str, names: Called) -> Label:
    """Say what a figure is; a key of another program stays as it is.

    >>> str(label_of("iku.AKIP.riwayat.2023", {"iku.AKIP": ("AKIP", "Nilai AKIP")}))
    'IKU Nilai AKIP, realisasi tahun sebelumnya (2023)'
    >>> str(label_of("iku.AKIP.riwayat.tahun-1", {}))  # as two years are compared
    'IKU AKIP, realisasi tahun sebelumnya (tahun-1)'
    >>> str(label_of("anggaran_lalu.serapan", {})), str(label_of("apa.saja", {}))
    ('anggaran, serapan tahun lalu', 'apa.saja')
    """
    year = re.search(r"\btahun(?:[+-]\d+)?\b(?=[^.]*$)", kunci)
    if year:
        kunci = f"{kunci[: year.start()]}2000{kunci[year.end() :]}"
    pattern = pattern_of(kunci)
    if pattern is None:
        return Label(kunci, "", "", "", False)
    owner, lalu = _owners()[pattern.kunci]
    stem = stem_of(kunci)
    said = pattern.angka.arti.split(":")[0]
    if isinstance(pattern.angka, Setiap):
        which = re.search(r"\d+|[^.]+$", kunci.removeprefix(f"{stem}."))
        said += f" ({year[0] if year else which[0]})" if which else ""
    head, dot, code = stem.partition(".")
    kode, nama = names.get(f"{head.removesuffix('_lalu')}{dot}{code}", (code, ""))
    return Label(owner.apa, kode, nama, said, lalu)


@cache
def _owners() -> dict[str, tuple[Any, bool]]:
    """Say whose figure each pattern is, and whether of the year before."""
    roots = [(one, lalu, lalu_of(one.akar) if lalu else one.akar)
             for one in ENTITIES for lalu in (False, True)]  # fmt: skip
    owners: dict[str, tuple[Any, bool]] = {}
    for one, lalu, root in reversed(roots):
        own = [p for p in patterns() if p.angka in declared(one).values()]
        owners |= {p.kunci: (one, lalu) for p in own if p.kunci.startswith(f"{root}.")}
    return owners


def summary_of(changes: Sequence[Change], names: Called) -> Iterator[str]:
    """Say how many figures differ, of what, and which IKU and money differ most."""
    labels = {change.kunci: label_of(change.kunci, names) for change in changes}
    kinds = Counter(change.jenis for change in changes)
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    of = Counter(label.pokok for label in labels.values() if label.angka)
    every = ", ".join(f"{pokok} {count}" for pokok, count in of.most_common())
    yield f"{len(changes)} angka berbeda: {told}" + (f"; menurut pokok: {every}." if every else ".")
    heads = [one for one in changes if one.kunci in HEADLINES or HEADLINE.fullmatch(one.kunci)]
    for one in heads[:SHOWN]:
        gap = f" ({one.selisih})" if one.selisih else ""
        yield f"- {labels[one.kunci]}: {one.lama} menjadi {one.baru}{gap}"
    if len(heads) > SHOWN:
        yield f"- dan {len(heads) - SHOWN} angka utama lain, di bawah"
