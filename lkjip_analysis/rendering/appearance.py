"""The look on paper that ``lkjip:`` in ``_quarto.yml`` sets: paper, margins, font, signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PAPERS = {"A4": (21.0, 29.7), "F4": (21.5, 33.0)}
"""Width and height in centimetres."""
MARGINS = {"kiri": 3.5, "kanan": 2.5, "atas": 2.5, "bawah": 2.2}
LEAST, MOST, BESIDE = 1.0, 5.0, 7.0
"""Centimetres: of a margin, and of those beside the text together, lest tables do not fit."""
FONT = "Source Serif 4"
SIGNED = ("basah", "elektronik")


@dataclass(frozen=True)
class Appearance:
    """Paper, margins (centimetres, by side) and typeface."""

    paper: tuple[float, float]
    margins: Mapping[str, float]
    font: str


def appearance(lkjip: Mapping[str, Any]) -> Appearance:
    """Read the settings, which ``complaints`` found sound."""
    margins = MARGINS | {side: float(cm) for side, cm in (lkjip.get("tepi") or {}).items()}
    paper = PAPERS[str(lkjip.get("kertas") or "A4")]
    return Appearance(paper, margins, str(lkjip.get("huruf") or FONT))


def complaints(lkjip: Mapping[str, Any], fonts: Path) -> Iterator[str]:
    """Say which settings are none that can be printed, and what can.

    >>> list(complaints({"kertas": "A5"}, Path()))
    ['"lkjip: kertas" berisi "A5"; pilih A4 atau F4.']
    """
    for key, allowed in {"kertas": tuple(PAPERS), "tanda-tangan": SIGNED}.items():
        if (value := lkjip.get(key) or allowed[0]) not in allowed:
            yield f'"lkjip: {key}" berisi "{value}"; pilih {" atau ".join(allowed)}.'
    margins = lkjip.get("tepi") or {}
    if not isinstance(margins, dict) or (set(margins) - set(MARGINS)):
        yield f'"lkjip: tepi" berisi {", ".join(MARGINS)}, masing-masing sentimeter, misalnya 2.5.'
        return
    plain = {side: cm for side, cm in margins.items() if type(cm) in (int, float)}
    wrong = [f"{side} {cm}" for side, cm in margins.items()
             if side not in plain or not LEAST <= plain[side] <= MOST]  # fmt: skip
    if wrong:
        told = f"{LEAST:g} sampai {MOST:g} sentimeter, ditulis dengan titik (2.5)"
        yield f'"lkjip: tepi" tidak dapat dipakai: {", ".join(wrong)}; tulis {told}.'
    elif (beside := sum((MARGINS | margins)[side] for side in ("kiri", "kanan"))) > BESIDE:
        yield f'"lkjip: tepi" kiri dan kanan berjumlah {beside:g} cm; paling banyak {BESIDE:g} cm.'
    if (font := str(lkjip.get("huruf") or FONT)) != FONT:
        from typst import Fonts

        known = Fonts(include_system_fonts=False, font_paths=[str(fonts)]).families()
        if font not in known:
            yield (
                f'"lkjip: huruf" berisi "{font}", yang tidak ada; salin berkas .ttf-nya ke '
                "_extensions/lkjip/fonts/, atau hapus baris itu."
            )
