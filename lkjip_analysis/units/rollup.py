"""The roll-up of a batch: all units ranked, spread of the figures, totals, links to the reports."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from decimal import Decimal
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lkjip_analysis import paths
from lkjip_analysis.building.alone import writing_to
from lkjip_analysis.building.placing import Placed, put
from lkjip_analysis.data.writing import csv_bytes
from lkjip_analysis.formatting import MISSING, format_number, format_percent, format_rupiah
from lkjip_analysis.presentation.cell import Cell, bilangan
from lkjip_analysis.presentation.layout import Row, left, right
from lkjip_analysis.presentation.narrative.cards import cards_markup
from lkjip_analysis.presentation.output import make_table
from lkjip_analysis.rendering.model import Book, Chapter, Heading
from lkjip_analysis.rendering.table_widths import with_widths
from lkjip_analysis.rendering.web.writer import write_pages
from lkjip_analysis.units.batch import PASSING, Batch, Unit, told_apart

FILES = ("ringkasan.csv", "ringkasan.json")
STATUS = {"selesai": "Selesai", "draf": "Draf", "gagal": "Gagal"}
CLASSES = 10


def write_rollup(units: Sequence[Unit], batch: Batch) -> Placed:
    """Put ``index.html``, ``ringkasan.csv`` and ``ringkasan.json`` beside the units' reports."""
    with writing_to(batch.output):
        return put(batch.output, batch.holding, partial(_write, units, batch.tahun), whole=False)


def _write(units: Sequence[Unit], tahun: int, output: Path) -> None:
    ranked = rank(units)
    kept = [{k: v for k, v in asdict(unit).items() if k not in PASSING} for unit in ranked]
    record = {"tahun": tahun, "jumlah": totals(units), "unit": kept}
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    (output / "ringkasan.json").write_text(text, encoding="utf-8", newline="\n")
    (output / "ringkasan.csv").write_bytes(as_csv(ranked))
    government = next((unit.pemerintah for unit in units if unit.pemerintah), "")
    heads = tuple(
        Heading(2 if number else 1, id_, "", title, title)
        for number, (id_, title) in enumerate(SECTIONS.items())
        if id_ != "sec-gagal" or any(unit.status == "gagal" for unit in units)
    )
    title = SECTIONS["rekapitulasi"]
    body = page_body(ranked, tahun)
    chapter = Chapter("", "index.html", "depan", "", "", title, title, body, heads)
    book = Book(
        title="Rekapitulasi Laporan Kinerja",
        subtitle=f"Tahun {tahun}",
        author=f"Pemerintah {government}".strip(),
        date="",
        output_file="",
        lkjip={"instansi": f"Pemerintah {government}".strip(), "tahun": tahun},
        chapters=(chapter,),
    )
    write_pages(book, paths.PROJECT, output, FILES)


SECTIONS = {
    "rekapitulasi": "Rekapitulasi",
    "sec-sebaran": "Sebaran",
    "sec-peringkat": "Peringkat unit",
    "sec-gagal": "Unit yang belum berhasil",
}


def rank(units: Sequence[Unit]) -> list[Unit]:
    """Order by mean capaian of the IKU, best first; units without one come last, by name."""
    return sorted(units, key=lambda u: (u.capaian is None, -(u.capaian or 0.0), u.unit))


def totals(units: Sequence[Unit]) -> dict[str, float | int | None]:
    """Add up the batch: units by status, money, and serapan of the whole."""
    pagu = sum(_known(units, "pagu"), Decimal(0))
    realisasi = sum(_known(units, "realisasi"), Decimal(0))
    counts = {status: sum(unit.status == status for unit in units) for status in STATUS}
    return {
        "unit": len(units),
        **counts,
        "pagu": float(pagu),
        "realisasi": float(realisasi),
        "serapan": float(realisasi / pagu * 100) if pagu else None,
        "temuan": int(sum(_known(units, "temuan"))),
        "celah": int(sum(_known(units, "celah"))),
    }


def _known(units: Sequence[Unit], name: str) -> list[Decimal]:
    values = (getattr(unit, name) for unit in units)
    return [Decimal(str(value)) for value in values if value is not None]


def as_csv(units: Sequence[Unit]) -> bytes:
    """Write the units as Indonesian Excel reads CSV: semicolons, decimal commas."""
    names = [field.name for field in fields(Unit) if field.name not in PASSING]
    rows = ([_cell(getattr(unit, name)) for name in names] for unit in units)
    return csv_bytes(names, rows)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return format_number(Decimal(str(value)), 0 if value == int(value) else 2).replace(".", "")
    return "" if value is None else " ".join(str(value).split())


def page_body(ranked: Sequence[Unit], tahun: int) -> str:
    """Write the page's content."""
    failed = [unit for unit in ranked if unit.status == "gagal"]
    means = histogram("Rata-rata capaian IKU", [u.capaian for u in ranked])
    return _filled(
        "rollup.html.jinja",
        titles=SECTIONS,
        tahun=tahun,
        cards=cards(ranked),
        spreads=[means, histogram("Serapan anggaran", [u.serapan for u in ranked])],
        ranking=ranking(ranked),
        failed=[(escape(unit.unit), escape(unit.pesan)) for unit in failed],
    )


def _filled(template: str, **words: object) -> str:
    """Fill a template that lies beside this module."""
    folder = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=folder, undefined=StrictUndefined, trim_blocks=True)
    return environment.get_template(template).render(words).rstrip("\n")


def cards(units: Sequence[Unit]) -> str:
    """Show the batch at a glance; each card leads to where its units stand."""
    sums = totals(units)
    means = [unit.capaian for unit in units if unit.capaian is not None]
    mean = sum(means) / len(means) if means else None
    spread = f"terendah {_percent(min(means))}, tertinggi {_percent(max(means))}" if means else ""
    rest = [f"{sums[status]} {STATUS[status].lower()}" for status in ("draf", "gagal")]
    money = f"{_rupiah(sums['realisasi'])} dari pagu {_rupiah(sums['pagu'])}"
    done = f"{sums['selesai']} dari {sums['unit']} unit"
    ranks, spreads = "#sec-peringkat", "#sec-sebaran"
    shown = (
        (ranks, "Laporan selesai", done, "; ".join(rest)),
        (spreads, "Rata-rata capaian IKU semua unit", _percent(mean), spread),
        (spreads, "Serapan anggaran semua unit", _percent(sums["serapan"]), money),
        (ranks, "Temuan belum diakui", str(sums["temuan"]), _held_by(units, "temuan")),
        (ranks, "Isian yang belum ada", str(sums["celah"]), _held_by(units, "celah")),
    )
    return cards_markup((*card, "") for card in shown)


def _held_by(units: Sequence[Unit], name: str) -> str:
    return f"pada {sum(bool(getattr(unit, name)) for unit in units)} unit"


def _percent(value: float | int | None) -> str:
    return format_percent(None if value is None else Decimal(str(value)))


def _rupiah(value: float | int | None) -> str:
    return format_rupiah(None if value is None else Decimal(str(value)))


COLUMNS = (
    *right("No."), *left("Unit", "Status"),
    *right("Capaian IKU", "Serapan", "Pagu", "Realisasi", "Temuan", "Belum diisi"),
)  # fmt: skip


def ranking(ranked: Sequence[Unit]) -> str:
    """Write the table of all units, each with the way to its report."""
    names = told_apart(ranked)
    rows = []
    for place, unit in enumerate(ranked, 1):
        told = [_link(names[unit.unit], unit), STATUS[unit.status]]
        shares = [_number(value, "persen", _percent) for value in (unit.capaian, unit.serapan)]
        money = [_number(value, "rupiah", _rupiah) for value in (unit.pagu, unit.realisasi)]
        counts = [_number(value) for value in (unit.temuan, unit.celah)]
        rows.append(Row([bilangan(place), *told, *shares, *money, *counts]))
    return with_widths(make_table("peringkat", COLUMNS, rows).markup, turned=False)


def _number(value: float | None, satuan: str = "", write: Callable[[float], str] = str) -> Cell:
    return MISSING if value is None else bilangan(Decimal(str(value)), write(value), satuan)


def _link(name: str, unit: Unit) -> str:
    name = escape(name)
    if unit.status == "gagal":
        return name
    return f'<a href="{quote(unit.unit)}/index.html">{name}</a>'


def histogram(title: str, values: Sequence[float | None]) -> str:
    """Draw how the units spread over classes of equal width, with the counts in words."""
    known = [value for value in values if value is not None]
    if not known:
        return f"<p>{title}: belum tersedia.</p>"
    low, high = min(known), max(known)
    start, step = classes(low, high)
    counts = [0] * CLASSES
    for value in known:
        counts[min(int((value - start) / step), CLASSES - 1)] += 1
    while not counts[-1]:
        counts.pop()
    mean = sum(known) / len(known)
    said = (
        f"{title} {len(known)} unit: terendah {_percent(low)}, tertinggi {_percent(high)}, "
        f"rata-rata {_percent(mean)}. Setiap batang {_round(step)}."
    )
    ends = {"start": _round(start), "end": _round(start + step * len(counts))}
    return _filled("histogram.html.jinja", counts=counts, said=said, **ends)


def classes(low: float, high: float) -> tuple[float, float]:
    """Choose where the classes begin and how wide they are: round numbers that people can read.

    >>> classes(99.24, 105.74), classes(80, 80), classes(0, 431.5)
    ((99.0, 1.0), (80.0, 0.1), (0.0, 50.0))
    """
    widths = (part * 10**power for power in range(-1, 12) for part in (1, 2, 5))
    for step in widths:
        start = math.floor(low / step) * step
        if high < start + step * CLASSES:
            return float(start), float(step)
    raise ValueError(f"{high} is no percentage")


def _round(value: float) -> str:
    return format_percent(Decimal(str(round(value, 1))), 0 if value == int(value) else 1)


def main() -> None:
    """Write the roll-up of units built one by one.

    ``python -m lkjip_analysis.units.rollup FOLDER TAHUN HASIL STATUS.json...``: the status files
    hold what ``units.batch`` printed for each unit.
    """
    folder, tahun, output, *files = sys.argv[1:]
    units = [Unit(**json.loads(Path(name).read_text(encoding="utf-8"))) for name in files]
    batch = Batch(Path(folder).resolve(), int(tahun), Path(output).resolve())
    print(*write_rollup(units, batch).notes(), batch.output / "index.html", sep="\n")


if __name__ == "__main__":
    main()
