"""All figures of a year as a workbook: a sheet a subject, a row a figure, numbers as numbers."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lkjip_analysis.results.labels import Called, Label, label_of, names_of

COLUMNS = {
    "Kode": (14, "kode barisnya di data"),
    "Nama": (60, "apa yang diukur"),
    "Angka": (34, "yang mana dari angka-angkanya"),
    "Tahun": (7, "tahun angkanya"),
    "Nilai": (20, "bilangannya, tanpa dibulatkan; kosong: belum tersedia"),
    "Kata": (16, "nilainya, bila kata"),
    "Satuan": (18, "satuan nilainya; persen: 97,81 berarti 97,81%"),
    "Rumus": (40, "bagaimana dihitung; dari data: tertulis di sel sumbernya"),
    "Sumber": (52, "sel data asalnya"),
    "Catatan": (34, "mengapa nilainya tidak ada"),
    "Diragukan": (40, "yang bertentangan dengan angka itu"),
    "Kunci": (34, "nama tetapnya di hasil.json"),
}
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
    import xlsxwriter

    rows: dict[str, list[tuple[Label, Mapping[str, Any]]]] = {}
    for record in records:
        label = label_of(record["kunci"], names)
        rows.setdefault(label.pokok, []).append((label, record))
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties(
            {"title": f"Angka LKjIP {unit} {tahun}", "author": unit,
             "created": dt.datetime.combine(day, dt.time())}
        )  # fmt: skip
        bold = book.add_format({"bold": True, "bg_color": "#EDEDED"})
        numbers = {
            form: book.add_format({"num_format": form}) for form in (*FORMATS.values(), OTHER)
        }
        guide = book.add_worksheet("Keterangan")
        guide.set_column(0, 0, 16)
        guide.set_column(1, 1, 70)
        guide.fit_to_pages(1, 0)
        doubted = sum(bool(record["diragukan"]) for told in rows.values() for _, record in told)
        about = {
            "Angka LKjIP": f"{unit}, tahun {tahun}",
            "Isi": f"{sum(map(len, rows.values()))} angka; {doubted} diragukan",
            **{head: meaning for head, (_, meaning) in COLUMNS.items()},
        }
        for number, (head, said) in enumerate(about.items()):
            guide.write_string(number, 0, head, bold)
            guide.write_string(number, 1, said)
        for pokok, told in rows.items():
            sheet = book.add_worksheet(f"{pokok[0].upper()}{pokok[1:]}"[:31])
            for at, (head, (width, _)) in enumerate(COLUMNS.items()):
                sheet.write_string(0, at, head, bold)
                sheet.set_column(at, at, width)
            for number, (label, record) in enumerate(told, 1):
                texts = _cells(label, record, tahun)
                for at, head in enumerate(COLUMNS):
                    value = texts[head]
                    if isinstance(value, int | float):
                        form = FORMATS.get(record["satuan"], OTHER) if head == "Nilai" else ""
                        sheet.write_number(number, at, value, numbers.get(form))
                    elif value:
                        sheet.write_string(number, at, value)
            sheet.freeze_panes(1, 2)
            sheet.autofilter(0, 0, len(told), len(COLUMNS) - 1)
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
    return buffer.getvalue()


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
