"""Words and figures that prose may name: ``{{< var >}}`` in chapters, ``{...}`` in narasi."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.reading import report_day
from lkjip_analysis.formatting import (
    MISSING,
    count_in_words,
    format_date,
    format_number,
    format_rupiah,
)
from lkjip_analysis.results import Results

COUNTS = ("sasaran", "iku", "program", "kegiatan", "subkegiatan")


def make_variables(hasil: Results) -> dict[str, str]:
    """List every variable by its dotted name, as printed text."""
    facts = hasil.data.identitas
    names = {
        "tahun": str(hasil.tahun),
        "tahun_lalu": str(hasil.tahun - 1),
        "dua_tahun_lalu": str(hasil.tahun - 2),
        "tahun_depan": str(hasil.tahun + 1),
        "renstra.periode": "–".join(
            _fact_text(facts[key]) for key in ("renstra_awal", "renstra_akhir")
        ),
        "identitas.nama_pendek": _fact_text(facts["nama_unit_singkat"] or facts["nama_unit"]),
        "laporan.status": "DRAF" if is_draft(hasil) else "FINAL",
        "laporan.tanggal": report_day(hasil.data).isoformat(),
    }
    names |= {f"identitas.{key}": _fact_text(facts[key]) for key in FACTS}
    names |= {
        f"terbilang.{name}": count_in_words(int(hasil[f"jumlah.{name}"].number)) for name in COUNTS
    }
    return names | {figure.kunci: figure.tampil for figure in hasil}


def is_draft(hasil: Results) -> bool:
    """Is anything compulsory still missing?"""
    return any(gap.wajib for gap in list_gaps(hasil.data))


def _fact_text(value: Any) -> str:
    if value is None:
        return MISSING
    if isinstance(value, dt.date):
        return format_date(value)
    if isinstance(value, Decimal):
        return format_rupiah(value) if value > 9999 else format_number(value)
    return str(value)
