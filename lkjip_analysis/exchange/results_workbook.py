"""All figures of a year as a workbook: a sheet a subject, a row a figure, numbers as numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.exchange.looks import Book, put
from lkjip_analysis.results.difference import Called, Label, label_of, names_of

TOLD = beside(__file__)
COLUMNS: dict[str, tuple[int, str]] = TOLD["columns"]
"""Heads of a sheet, their widths, and what stands below them."""

MOST = 6
"""Source cells that a row names; of more the rest is counted."""
FORMATS = {"rupiah": "#,##0", "persen": "#,##0.00", "poin": "#,##0.00"}
OTHER = "#,##0.##########"


def results_workbook(
    records: Iterable[Mapping[str, Any]],
    names: Called,
    unit: str,
    tahun: int,
    day: dt.date,
) -> bytes:
    """Write the records of ``hasil.json``; the same ones give the same bytes.

    Parameters
    ----------
    records, names
        The figures, and the names of their entities (``labels.names_of``).
    unit, tahun, day
        Whose they are, of which year, and the report's own date.
    """
    book = Book(TOLD["title"].format(unit=unit, tahun=tahun), unit, day)
    rows: dict[str, list[tuple[Label, Mapping[str, Any]]]] = {}
    for record in records:
        label = label_of(record["kunci"], names)
        rows.setdefault(label.pokok, []).append((label, record))
    doubted = sum(bool(record["diragukan"]) for told in rows.values() for _, record in told)
    known = {"unit": unit, "tahun": tahun, "all": sum(map(len, rows.values())), "doubted": doubted}
    about = {name: text.format_map(known) for name, text in TOLD["about"].items()}
    guide = book.sheet("Keterangan", 16, 70)
    about |= {head: meaning for head, (_, meaning) in COLUMNS.items()}
    for number, (head, said) in enumerate(about.items()):
        book.row(guide, number, [head])
        guide.write_string(number, 1, said)
    for pokok, figures in rows.items():
        _sheet(book, f"{pokok[0].upper()}{pokok[1:]}"[:31], figures, tahun)
    return book.bytes()


def _sheet(
    book: Book, title: str, figures: Sequence[tuple[Label, Mapping[str, Any]]], tahun: int
) -> None:
    sheet = book.sheet(title, *(width for width, _ in COLUMNS.values()))
    book.row(sheet, 0, COLUMNS)
    for number, (label, record) in enumerate(figures, 1):
        form = book.look("figure", FORMATS.get(record["satuan"], OTHER))
        for at, (head, value) in enumerate(_cells(label, record, tahun).items()):
            put(sheet, number, at, value, form if head == "Nilai" else None)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(figures), len(COLUMNS) - 1)
    sheet.repeat_rows(0)


def write_results(tahun: int, data: Path) -> bytes:
    """Compute the figures of a year, with what is doubted, and write their workbook."""
    from lkjip_analysis.data.reading import report_day
    from lkjip_analysis.face.opening import buka

    hasil = buka(tahun, data)
    unit = hasil.data.identitas.nama_unit
    day = report_day(hasil.data)
    return results_workbook(hasil.as_records(), names_of(hasil), unit, tahun, day)


def _cells(label: Label, record: Mapping[str, Any], tahun: int) -> dict[str, Any]:
    value = record["nilai"]
    sources = ["{berkas} baris {baris} {kolom} = {nilai}".format(**c) for c in record["masukan"]]
    rest = [f"dan {len(sources) - MOST} sel lain"] if len(sources) > MOST else []
    return {
        "Kode": label.kode,
        "Nama": label.nama,
        "Angka": label.angka,
        "Tahun": tahun - label.lalu,
        "Nilai": None if isinstance(value, str) else value,
        "Kata": value if isinstance(value, str) else "",
        "Satuan": record["satuan"],
        "Rumus": record["rumus"],
        "Sumber": "; ".join(sources[:MOST] + rest),
        "Catatan": record["alasan"],
        "Diragukan": record["diragukan"],
        "Kunci": record["kunci"],
    }
