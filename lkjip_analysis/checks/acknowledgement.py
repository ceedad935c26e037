"""Acknowledged findings: known, explained, still shown.

``data/<tahun>/pengakuan.csv`` names a finding by rule and place and gives the reason; a blank
file, row or column stands for any. An acknowledgement that meets no finding is one itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_analysis.checks.findings import Finding
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Pengakuan

UNUSED = "K99"
UNUSED_TITLE = "Pengakuan tanpa temuan"


def apply_acknowledgements(data: YearData, findings: Iterable[Finding]) -> list[Finding]:
    """Mark the acknowledged findings with their reasons; report acknowledgements that meet none."""
    known = data[Pengakuan]
    used: set[int] = set()
    result = []
    for finding in findings:
        matching = [row for row in known if _matches(row, finding)]
        used.update(row.line for row in matching)
        reasons = dict.fromkeys(_reason(row) for row in matching)
        result.append(replace(finding, diakui="; ".join(reasons)) if matching else finding)
    return result + [_unused(row) for row in known if row.line not in used]


def _matches(row: Pengakuan, finding: Finding) -> bool:
    if row.id_temuan.casefold() != finding.id.casefold():
        return False
    file, line, column = row.berkas, row.baris, row.kolom
    return (
        (not file or file in (finding.berkas, finding.berkas.rsplit("/", 1)[-1]))
        and (line is None or line == finding.baris)
        and (not column or column == finding.kolom)
    )


def _reason(row: Pengakuan) -> str:
    person = row.oleh
    return row.alasan + (f" ({person})" if person else "")


def _unused(row: Pengakuan) -> Finding:
    place = ", ".join(
        part
        for part in (
            row.berkas,
            f"baris {row.baris}" if row.baris is not None else "",
            f"kolom {row.kolom}" if row.kolom else "",
        )
        if part
    )
    return Finding(
        UNUSED,
        "peringatan",
        UNUSED_TITLE,
        f"pengakuan {row.id_temuan}{f' untuk {place}' if place else ''} tidak "
        f"bertemu temuan apa pun",
        row.cells("id_temuan"),
        "",
        "temuannya sudah diperbaiki, atau baris dan kolomnya bergeser",
        "hapus pengakuan ini, atau perbaiki tempatnya",
    )
