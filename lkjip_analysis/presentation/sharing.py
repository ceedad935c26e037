"""A picture card of each indicator, to be shared: its name, target, realisasi, capaian, status.

Of the IKU and the indicators of the highest level of the programmes; drawn only where the unit says
where its report is published. Beside the pictures ``kartu.json`` tells what each shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.presentation.cell import STATUS, UNJUDGED
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.canvas import Canvas, block_height, shrink, wrap
from lkjip_analysis.results.figures import RAGU
from lkjip_analysis.results.keys import Iku, Indikator

WIDTH, HEIGHT, DPI = 600, 315, 144  # points: 1,200 by 630 pixels, as messengers show them
EDGE = 34.0
LISTING = "kartu.json"
IKU, ITEMS = tuple(kind.akar.partition("<")[0] for kind in (Iku, Indikator))
"""What the keys of both kinds begin with."""
PARTS = ("target", "realisasi", "capaian")
WRITTEN = ("persen", "rupiah")
"""Units that are written in the number."""

Record = Mapping[str, Any]


def draw_cards(
    records: Iterable[Record], names: Mapping[str, Sequence[str]], title: str, folder: Path
) -> None:
    """Draw the cards into ``folder``, and one of the report itself (``laporan.png``).

    Parameters
    ----------
    records
        The figures, as ``hasil.json`` holds them.
    names
        Code and name of each entity by the root of its keys: ``iku.AKIP``.
    title
        What report it is: unit and year.
    """
    figures = {record["kunci"]: record for record in records}
    folder.mkdir(parents=True, exist_ok=True)
    told = []
    with style.look():
        _save(_title_card(title), folder / "laporan.png")
        for root in _indicators(names):
            if f"{root}.status" not in figures:
                continue
            name = names[root][1]
            own = {part: figures.get(f"{root}.{part}", {}) for part in (*PARTS, "status")}
            said = {part: _shown(own[part]) for part in PARTS}
            status = STATUS.get(str(own["status"].get("nilai")), UNJUDGED)
            file = "".join(c if c.isalnum() else "-" for c in root).lower()
            _save(_card(title, name, said, status), folder / f"{file}.png")
            words = ", ".join(f"{part} {' '.join(said[part])}".strip() for part in PARTS)
            told.append({"kunci": root, "nama": name, "berkas": file,
                         "kalimat": f"{words[0].upper()}{words[1:]}: {status[2:]}."})  # fmt: skip
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / LISTING).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _indicators(names: Mapping[str, Sequence[str]]) -> list[str]:
    """List the IKU, then the indicators of the highest level.

    >>> _indicators({"iku.A": (), "sasaran.S1": (), "indikator.P1.1": (), "indikator.P1-K1.1": ()})
    ['iku.A', 'indikator.P1.1']
    """
    below = [root for root in names if root.startswith(ITEMS)]
    highest = min((root.count("-") for root in below), default=0)
    first = [root for root in names if root.startswith(IKU)]
    return first + [root for root in below if root.count("-") == highest]


def _shown(figure: Record) -> tuple[str, str]:
    """Write a figure, with the mark of a doubt, and its unit where the print does not show it."""
    shown = str(figure.get("tampil") or "–") + RAGU * bool(figure.get("diragukan"))
    unit = str(figure.get("satuan") or "")
    return shown, unit if figure.get("nilai") is not None and unit not in WRITTEN else ""


def _head(canvas: Canvas, title: str) -> None:
    canvas.bar((0, 0), WIDTH, 9, fill=style.ACCENT, gid="pita")
    size = shrink(title, WIDTH - 2 * EDGE, 15)
    canvas.text(EDGE, 42, title, size, color=style.ACCENT, bold=True)


def _title_card(title: str) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.bar((0, 0), WIDTH, 9, fill=style.ACCENT, gid="pita")
    lines = wrap(title, WIDTH - 2 * EDGE, 36, bold=True)[:4]
    canvas.lines(EDGE, (HEIGHT - block_height(lines, 36)) / 2, lines, 36, bold=True)
    canvas.text(EDGE, HEIGHT - EDGE, "Laporan Kinerja Instansi Pemerintah", 15, color=style.MUTED)
    return canvas


def _card(title: str, name: str, said: Mapping[str, tuple[str, str]], status: str) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT)
    _head(canvas, title)
    room = WIDTH - 2 * EDGE
    size = next(s for s in (27, 23, 19, 16, 13) if s == 13 or len(wrap(name, room, s, True)) <= 3)
    canvas.lines(EDGE, 62, wrap(name, room, size, bold=True)[:5], size, bold=True)
    for place, part in enumerate(PARTS):
        left, column = EDGE + place * room / 3, room / 3 - 14
        canvas.rule([(left, 182), (left + column, 182)], color=style.STRONG_LINE, width=1)
        canvas.text(left, 206, part.capitalize(), 15, color=style.MUTED)
        shown, unit = said[part]
        canvas.text(left, 236, shown, shrink(shown, column, 30, bold=True, least=9), bold=True)
        canvas.lines(left, 243, wrap(unit, column, 12)[:2], 12, color=style.MUTED)
    missed = status == STATUS["tidak_mencapai"]
    color = style.WARN if missed else style.ACCENT
    canvas.text(EDGE, HEIGHT - EDGE + 6, status, 19, bold=True, color=color)
    return canvas


def _save(canvas: Canvas, path: Path) -> None:
    canvas.figure.savefig(path, dpi=DPI, metadata={"Software": None})
