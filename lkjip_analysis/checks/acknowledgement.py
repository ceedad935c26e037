"""Acknowledged findings: known, explained, still shown.

``data/<tahun>/pengakuan.csv`` names a finding by rule and place and gives the reason; a blank
file, row or column stands for any. An acknowledgement that meets no finding is one itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_analysis.checks.findings import Finding
from lkjip_analysis.checks.rows import Row, rows
from lkjip_analysis.data.reading import YearData

UNUSED = "K99"
UNUSED_TITLE = "Pengakuan tanpa temuan"


def apply_acknowledgements(data: YearData, findings: Iterable[Finding]) -> list[Finding]:
    """Mark the acknowledged findings with their reasons; report acknowledgements that meet none."""
    known = rows(data, "pengakuan")
    used: set[int] = set()
    result = []
    for finding in findings:
        matching = [row for row in known if _matches(row, finding)]
        used.update(row.baris for row in matching)
        reasons = dict.fromkeys(_reason(row) for row in matching)
        result.append(replace(finding, diakui="; ".join(reasons)) if matching else finding)
    return result + [_unused(row) for row in known if row.baris not in used]


def _matches(row: Row, finding: Finding) -> bool:
    if row.text("id_temuan").casefold() != finding.id.casefold():
        return False
    file, line, column = row.text("berkas"), row.number("baris"), row.text("kolom")
    return (
        (not file or file in (finding.berkas, finding.berkas.rsplit("/", 1)[-1]))
        and (line is None or line == finding.baris)
        and (not column or column == finding.kolom)
    )


def _reason(row: Row) -> str:
    person = row.text("oleh")
    return row.text("alasan") + (f" ({person})" if person else "")


def _unused(row: Row) -> Finding:
    place = ", ".join(
        part
        for part in (
            row.text("berkas"),
            row.text("baris") and f"baris {row.text('baris')}",
            row.text("kolom") and f"kolom {row.text('kolom')}",
        )
        if part
    )
    return Finding(
        UNUSED,
        "peringatan",
        UNUSED_TITLE,
        f"pengakuan {row.text('id_temuan')}{f' untuk {place}' if place else ''} tidak "
        f"bertemu temuan apa pun",
        row.cells("id_temuan"),
        "",
        "temuannya sudah diperbaiki, atau baris dan kolomnya bergeser",
        "hapus pengakuan ini, atau perbaiki tempatnya",
    )
