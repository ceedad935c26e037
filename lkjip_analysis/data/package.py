"""The file of a workbook, before anything in it is parsed: is it one, and is it harmless?

What Excel saves is a zip of XML files. Refused, each with its remedy: what has a password or
another format, what unpacks to far more than it is, macros, links to other workbooks, XML that
declares entities.
"""

from __future__ import annotations

import io
import re
import zipfile

from lkjip_analysis.data.sheet import FileFormError

MAX_UNPACKED, MAX_RATIO, MAX_MEMBERS = 200_000_000, 100, 2_000
"""Bytes that a workbook may unpack to, how often its own size, and its files; usual are 6 to 11
times and 20 files."""

SAVE_AS = "buka di Excel, lalu simpan sebagai 'Excel Workbook (*.xlsx)'"
HARMFUL = {
    "vbaproject": (
        "buku kerja memuat makro",
        "simpan sebagai 'Excel Workbook (*.xlsx)', yang tanpa makro",
    ),
    "externallinks/": (
        "buku kerja memuat tautan ke berkas lain",
        "putuskan di Excel: Data > Edit Links > Break Link, lalu simpan",
    ),
}
"""Parts of a workbook that could bring in or run what is not in its cells."""

_OTHER = {
    "Encrypted".encode("utf-16-le"): (
        "buku kerja berkata sandi, jadi tidak dapat dibaca",
        "buka di Excel, hapus kata sandinya (File > Info > Protect Workbook), lalu simpan",
    ),
    b"": ("isi berkas adalah buku kerja Excel lama (.xls), bukan .xlsx", SAVE_AS),
}
"""What a file in the container of old Excel is, by what stands in it."""


def open_package(raw: bytes) -> zipfile.ZipFile:
    """Open the zip of a workbook that may be parsed; raise ``FileFormError`` for any other."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileFormError(*next(told for sign, told in _OTHER.items() if sign in raw))
    try:
        package = zipfile.ZipFile(io.BytesIO(raw))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError):
        fault = "berkas bukan buku kerja Excel (.xlsx), berkata sandi, atau rusak"
        raise FileFormError(fault, f"{SAVE_AS}, tanpa kata sandi") from None
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_MEMBERS or size > min(MAX_UNPACKED, MAX_RATIO * len(raw)):
        fault = f"isi buku kerja mengembang menjadi {size // 1_000_000} MB, jadi tidak dibuka"
        remedy = "hapus baris dan kolom kosong yang berformat, gambar, dan lembar lain; simpan lagi"
        raise FileFormError(fault, remedy, allowed=f"paling besar {MAX_UNPACKED // 1_000_000} MB")
    names = [part.filename.casefold() for part in parts]
    for sign, told in HARMFUL.items():
        if any(sign in name for name in names):
            raise FileFormError(*told)
    if "xl/workbook.xml" not in names:
        other = "OpenDocument (.ods)" if "content.xml" in names else "lain, bukan .xlsx"
        raise FileFormError(f"isi berkas berformat {other}", SAVE_AS)
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
            _check_xml(package, part)
    return package


def _check_xml(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse XML that declares a document type: entities are declared there, and nothing else."""
    try:
        with package.open(part) as file:
            head = file.read(4096).replace(b"\x00", b"").upper()
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        raise FileFormError("buku kerja rusak atau berkata sandi", SAVE_AS) from None
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise FileFormError("buku kerja memuat deklarasi XML yang tidak aman", SAVE_AS)


def last_row(xml: bytes) -> int | None:
    """Give the last row of a sheet that holds something; formats may reach far below it.

    >>> last_row(b'<row r="2"><c><v>1</v></c></row><row r="1048576" s="1"/>')
    2
    """
    end = max(
        xml.rfind(sign) for sign in (b"<v>", b":v>", b"<v ", b"<f>", b"<f ", b"<is>", b":is>")
    )
    start = max(xml.rfind(sign, 0, max(end, 0)) for sign in (b"<row ", b":row "))
    number = re.match(rb'[^>]*?\sr="(\d+)"', xml[start:end]) if start >= 0 else None
    return int(number[1]) if number else None


def hidden_rows(xml: bytes) -> list[int]:
    """List the rows of a sheet that do not show, because they are hidden or filtered.

    >>> hidden_rows(b'<row r="2"/><row r="3" hidden="1"/><x:row hidden="true" r="7" ht="1">')
    [3, 7]
    """
    rows = re.findall(rb"<(?:\w+:)?row\b[^>]*\bhidden=\"(?:1|true)\"[^>]*>", xml)
    return [int(number[1]) for row in rows if (number := re.search(rb'\br="(\d+)"', row))]


def merged_ranges(xml: bytes) -> list[str]:
    """List the merged ranges of a sheet.

    >>> merged_ranges(b'<mergeCells count="1"><mergeCell ref="B3:B5"/></mergeCells>')
    ['B3:B5']
    """
    found = re.findall(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z]+\d+:[A-Z]+\d+)\"", xml)
    return [ref.decode() for ref in found]
