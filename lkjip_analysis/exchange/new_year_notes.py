"""What was decided in making a new year, told to the analyst, so that it can be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lkjip_analysis.beside import beside
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Lampiran, Narasi, SebabTindakan

NOTES: dict[str, str] = beside(__file__)["notes"]

MOVED_FACTS = ("sarpras_tahun_rekon", "sarpras_periode_pengadaan", "sarpras_tahun_rkbmd")
"""Facts whose years move on with the report's year."""


@dataclass(frozen=True)
class Period:
    """The Renstra period of the new year, and whether it is another one than the source's."""

    awal: int
    akhir: int
    baru: bool

    @classmethod
    def of(cls, old: YearData, tahun: int) -> Period:
        """Move the source's period by its own length until it holds the new year."""
        awal, akhir = old.identitas.renstra_awal, old.identitas.renstra_akhir
        assert awal is not None and akhir is not None, "no year is sound without them"
        length = akhir - awal + 1
        steps = (tahun - awal) // length
        return cls(awal + steps * length, akhir + steps * length, steps != 0)


def notes_of(old: YearData, tahun: int, period: Period) -> Iterator[str]:
    """Say what was decided, and which texts are last year's."""
    years = {"tahun": tahun, "asal": old.tahun, "by": tahun - old.tahun}
    moved = [key for key in MOVED_FACTS if old.identitas.has(key)]
    kept = [row for row in old[Narasi] if row.teks and not SECTIONS[row.bagian].each_year]
    told = years | {
        "skipped": " sampai ".join(dict.fromkeys((str(old.tahun + 1), str(tahun - 1)))),
        "awal": period.awal,
        "akhir": period.akhir,
        "moved": ", ".join(moved),
        "count": len(kept),
        "kept": ", ".join(dict.fromkeys(row.bagian for row in kept)),
        "causes": SebabTindakan.file,
        "annexes": Lampiran.file,
    }
    holds = {
        "skipped": tahun - old.tahun > 1,
        "period": period.baru,
        "last": not period.baru and tahun == period.akhir,
        "causes": True,
        "annexes": True,
        "moved": bool(moved),
        "kept": bool(kept),
    }
    yield from (NOTES[name].format_map(told) for name, held in holds.items() if held)
    for file, count in _stale_texts(old):
        yield NOTES["stale"].format(**years, file=file, count=count)


def _stale_texts(old: YearData) -> Iterator[tuple[str, int]]:
    """Count in each file the texts carried over that name the source year, not ``{tahun}``."""
    year = re.compile(rf"\b{old.tahun}\b")
    for name, data in old.tables.items():
        table = data.table
        if table.shared or not table.carried_over or name in ("identitas", "pengakuan"):
            continue
        texts = (c for c in table.columns if c.kind == "teks")
        kept = [c.name for c in texts if not c.to_fill or name == "narasi"]
        count = 0
        for row in data:
            lasting = name != "narasi" or not SECTIONS[row.bagian].each_year
            count += lasting and any(year.search(row[kolom]) for kolom in kept)
        if count:
            yield table.file, count
