"""Rules on people, goods and the follow-up: what cannot be, and what denies itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lkjip_analysis.checks.lexicon import phrase, typed_numbers, worded_numbers
from lkjip_analysis.checks.rows import shorten
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.checks.texts import tells
from lkjip_analysis.data.dialect import MONTHS
from lkjip_analysis.data.schemas import Sarpras, Sdm, TindakLanjut
from lkjip_analysis.formatting import format_number, is_percent
from lkjip_analysis.results import Results

SPARE = Decimal("1.5")
"""Staff there up to so many times the staff needed is no slip, unless most other IKU lack staff."""

TENFOLD = 8
"""A need at least so many times what is there, and far from the other rows, has a zero too many."""

SURPLUS = 3
"""Goods there, none of them bought now, up to so many times the standard are no slip."""

MOST = 5
"""Where so many kinds of goods, and most, are half there, a tenth of one is a slip of a zero."""

BOUGHT = ("pengadaan_rkbmd", "pengadaan_periode")
GOODS = ("standar_kebutuhan", "hasil_rekon", *BOUGHT)

MANY, TIMES = Decimal(100), Decimal(50)
"""A number from this on, and so many times its like, is a slip of zeros."""

PART = re.compile(
    r"\b(triwulan|tribulan|tw|semester|caturwulan)\.?\s+([IVX]+|\d+)\b", re.IGNORECASE
)
PARTS = {"semester": 2, "caturwulan": 3}
"""So many of these a year has; of quarters four."""

ORDINALS = ("1", "I", "2", "II", "3", "III", "4", "IV")

DAY = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})(?:\s+(\d{{4}}))?\b", re.IGNORECASE)


@rule("K68", "peringatan", ragu=("ketersediaan", "kebutuhan"))
def k68_pegawai(hasil: Results) -> Iterator[Hit]:
    """Compare the staff there with the staff needed, and look for an IKU without a row."""
    rows = hasil.data[Sdm].rows
    for row in rows:
        columns, dugaan = _staff_fault(row, [one for one in rows if one is not row])
        need, there = row.kebutuhan, row.ketersediaan
        if columns and need is not None and there is not None:
            said: dict[str, Any] = {"row": row, "need": need, "there": there, "beda": there - need}
            yield hit("K68.pegawai", row.cells(*columns), **said, dugaan=dugaan)
    staffed = {row.kode_iku for row in rows}
    for iku in hasil.iku if rows else ():
        if iku.kode not in staffed and not iku.tujuan:
            yield hit("K68.tanpa_baris", (iku.row.cell("kode_iku"),), iku=iku)


def _staff_fault(row: Sdm, others: list[Sdm]) -> tuple[tuple[str, ...], str]:
    """Give the columns at fault, the likelier one first, and the likely cause."""
    need, there = row.kebutuhan, row.ketersediaan
    if need is None or there is None:
        return (), ""
    shares = [o.kebutuhan / o.ketersediaan for o in others if o.kebutuhan and o.ketersediaan]
    short = sum(share > 1 for share in shares) * 2 > len(shares)
    if there > max(need * SPARE, need + 2) or (short and there > need + 2):
        return ("ketersediaan", "kebutuhan"), "keduanya tertukar, atau salah ketik"
    far = all(need > there * share * 2 for share in shares)
    if there and far and need >= TENFOLD * max(there, Decimal(2)):
        return ("kebutuhan", "ketersediaan"), "angka nol terketik lebih"
    return (), ""


@rule("K69", "peringatan", ragu=("hasil_rekon", "pengadaan_rkbmd", "standar_kebutuhan"))
def k69_barang(hasil: Results) -> Iterator[Hit]:
    """Compare what is there and what is bought with the standard, and with what was planned."""
    rows = [row for row in hasil.data[Sarpras] if row.standar_kebutuhan]
    full = [row for row in rows if (row.hasil_rekon or 0) * 2 >= (row.standar_kebutuhan or 0)]
    usual = len(full) >= MOST and len(full) > len(rows) // 2
    for row in hasil.data[Sarpras]:
        needed, there, *more = (row[name] for name in GOODS)
        bought = max((part for part in more if part), default=Decimal(0))
        planned = row.pengadaan_rkbmd or 0
        if needed is None:
            continue
        total = (there or 0) + bought
        if total and (needed >= max(MANY, total * TIMES) or (usual and needed == total * 10)):
            column = "standar_kebutuhan"
        elif planned and (row.pengadaan_periode or 0) > planned:
            column = "pengadaan_periode"
        elif bought > needed or (there or 0) + planned > needed * (1 if planned else SURPLUS):
            column = next((name for name in BOUGHT if (row[name] or 0) > needed), BOUGHT[0])
            column = column if (there or 0) <= needed else "hasil_rekon"
        else:
            continue
        cells = (row.cell(column), *row.cells(*GOODS))
        yield hit("K69", cells, row=row, there=there or Decimal(0), bought=bought)


def status_of(row: TindakLanjut) -> str:
    """Say how far a recommendation is followed, by the words its status begins with."""
    status = row.status.casefold()
    if re.match(r"\W*belum\b", status):
        return "belum selesai"
    if re.match(r"\W*(?:baru |selesai )?(?:sebagian|(?:masih |dalam )?proses|berjalan)\b", status):
        return "selesai sebagian"
    return "selesai" if _done(row) else ""


def _done(row: TindakLanjut) -> bool:
    return bool(phrase("rampung", before=r"\W*(?:(?:sudah|telah) )?").match(row.status))


@rule("K38", "peringatan")
def k38_tindak_lanjut(hasil: Results) -> Iterator[Hit]:
    """Compare status with evidence and text, the time with the calendar, targets with others."""
    rows = hasil.data[TindakLanjut].rows
    targets = sorted(row.target for row in rows if row.target and not is_percent(row.satuan))
    usual = targets[len(targets) // 2] if len(targets) > 2 else MANY / 5
    for row in rows:
        for columns, fault in _follow_up_faults(row, usual, hasil.tahun):
            yield hit("K38", row.cells(*columns), row=row, fault=fault)


def _follow_up_faults(
    row: TindakLanjut, usual: Decimal, tahun: int
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Walk over what is wrong with a recommendation: the columns, and the words."""
    target, said = row.target, f"target {format_number(row.target)} {row.satuan}"
    if fault := _status_fault(row):
        yield ("status", "bukti"), f"berstatus '{shorten(row.status, 30)}' {fault}"
    if (whole := _whole_of(row)) not in (None, target):
        yield ("target", "status"), f"{said}, statusnya menyebut {format_number(whole)}"
    if fault := _no_such_time(row.waktu, tahun):
        yield ("waktu",), f"waktu '{shorten(row.waktu, 40)}', {fault}"
    odd = not is_percent(row.satuan) and (target or 0) >= max(MANY, usual * TIMES)
    if target is not None and (odd or target <= 0):
        yield ("target", "satuan"), f"{said}, {'terlalu banyak' if odd else 'belum diisi'}"


def _status_fault(row: TindakLanjut) -> str:
    """Say what a status and its evidence have against each other; a proposal is no proof."""
    proposal = phrase("usulan").search(row.bukti)
    denied = phrase("belum_rampung").search(f"{row.status}; {row.bukti}")
    asked = f"{row.rekomendasi} {row.rencana_aksi} {row.satuan}".casefold()
    begun = tells(row.bukti) and not proposal
    if _done(row):
        if denied:
            return f"tetapi teksnya '{denied[0]}'"
        if not tells(row.bukti):
            return "tanpa bukti"
        begun = proposal is not None and proposal[0].casefold() not in asked
    elif not phrase("belum_mulai", before=r"\W*").match(row.status):
        return ""
    return f"dengan bukti '{shorten(row.bukti, 40)}'" if begun else ""


def _whole_of(row: TindakLanjut) -> Decimal | None:
    """Read what the status says the whole is: ``tiga dari empat rapat``."""
    noun = re.compile(rf"{re.escape(row.satuan.split(' ')[0] or '?')}\b", re.IGNORECASE)
    for part in row.status.split("dari ")[1:] if row.target is not None else ():
        for said in (*typed_numbers(part), *worded_numbers(part, noun)):
            if said.mulai == 0 and noun.match(part[said.akhir :].lstrip()):
                return said.nilai
    return None


def _no_such_time(text: str, tahun: int) -> str:
    """Name what no calendar has: a fifth quarter, the 31st of February.

    >>> _no_such_time("Triwulan V 2024", 2024), _no_such_time("Triwulan IV 2024", 2024)
    ('satu tahun hanya memuat 4 triwulan', '')
    >>> _no_such_time("31 Februari 2024", 2024)
    '31 Februari tidak ada'
    """
    for kind, written in PART.findall(text):
        most = PARTS.get(kind.casefold(), 4)
        if written.upper() not in ORDINALS[: most * 2]:
            return f"satu tahun hanya memuat {most} {kind.casefold()}"
    if century := re.search(r"(?<![\d./-])(?!20)\d{4}(?![\d./-])", text):
        return f"tahun {century[0]}"
    for day, month, year in DAY.findall(text):
        try:
            dt.date(int(year or tahun), MONTHS.index(month.casefold()) + 1, int(day))
        except ValueError:
            return f"{day} {month} tidak ada"
    return ""
