"""What the annex "Jejak perhitungan" says on paper about the figures it does not print."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from lkjip_analysis.formatting import format_number
from lkjip_analysis.presentation.narrative.prose import EMPTY
from lkjip_analysis.presentation.output import TextOutput
from lkjip_analysis.presentation.tables.trace import LEFT_OUT, list_traced
from lkjip_analysis.results import Results


def jejak(hasil: Results) -> TextOutput:
    """Count the figures printed and left out, and say where the latter can be worked out."""
    counts = Counter(kind for _, kind in list_traced(hasil))
    printed = counts.pop("", 0)
    if not counts:
        return TextOutput(EMPTY)
    lines = [
        f"- {_count(counts[kind])} {what}: {where}"
        for kind, (what, where) in LEFT_OUT.items()
        if kind in counts
    ]
    opening = (
        f"Di atas kertas dicetak {_count(printed)} angka. {_count(counts.total())} angka lain "
        "beserta rumus dan sel asalnya dimuat di lampiran ini pada halaman web dan di berkas "
        "hasil\\.json:"
    )
    return TextOutput(f"{opening}\n\n{f';{chr(10)}'.join(lines)}.")


def _count(number: int) -> str:
    return format_number(Decimal(number), 0)
