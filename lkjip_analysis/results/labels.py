"""What a figure is called in words: of which subject, of which entity, and which of its figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lkjip_analysis.results import Results
from lkjip_analysis.results.difference import Change
from lkjip_analysis.results.entities import Entities
from lkjip_analysis.results.keys import ANGGARAN, ENTITIES, RATA_RATA, pattern_of, stem_of
from lkjip_analysis.results.names import Setiap, declared, lalu_of


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
    owner, lalu = next(
        (entity, lalu)
        for entity in ENTITIES
        for lalu in (False, True)
        if pattern.angka in declared(entity).values()
        and pattern.kunci.startswith(f"{lalu_of(entity.akar) if lalu else entity.akar}.")
    )
    stem = stem_of(kunci)
    said = pattern.angka.arti.split(":")[0]
    if isinstance(pattern.angka, Setiap):
        which = re.search(r"\d+|[^.]+$", kunci.removeprefix(f"{stem}."))
        said += f" ({year[0] if year else which[0]})" if which else ""
    head, dot, code = stem.partition(".")
    kode, nama = names.get(f"{head.removesuffix('_lalu')}{dot}{code}", (code, ""))
    return Label(owner.apa, kode, nama, said, lalu)


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
