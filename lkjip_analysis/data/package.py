"""The file of an office program, before anything in it is parsed: is it one, and is it harmless?

What Excel and Word save is a zip of XML files. Refused, each with its remedy: what has a password
or another format, what unpacks to far more than it is, macros, links to other workbooks, XML that
declares entities.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.data.files import read_bytes
from lkjip_analysis.data.sheet import FileFormError
from lkjip_analysis.exceptions import CallError, DataError, Problem, printable

MAX_UNPACKED, MAX_RATIO, MAX_MEMBERS = 200_000_000, 100, 2_000
"""Bytes that a file may unpack to, how often its own size, and its members; usual are 6 to 11
times and 20 members."""


@dataclass(frozen=True)
class Kind:
    """What a file should be: its name in words, the member it must have, its ending, its remedy."""

    name: str
    main: str
    ending: str
    save_as: str


SAVE_AS = "buka di Excel, lalu simpan sebagai 'Excel Workbook (*.xlsx)'"
WORKBOOK = Kind("buku kerja Excel", "xl/workbook.xml", ".xlsx", SAVE_AS)
WORD = Kind(
    "berkas Word",
    "word/document.xml",
    ".docx",
    "buka di Word, lalu simpan sebagai 'Word Document (*.docx)'",
)
HARMFUL = {
    "vbaproject": ("{} memuat makro", "{}, yang tanpa makro"),
    "externallinks/": (
        "{} memuat tautan ke berkas lain",
        "putuskan di Excel: Data > Edit Links > Break Link, lalu simpan",
    ),
}
"""Parts of a file that could bring in or run what is not in it."""

_OTHER = {
    "Encrypted".encode("utf-16-le"): (
        "{} berkata sandi, jadi tidak dapat dibaca",
        "hapus kata sandinya (File > Info > Protect), lalu simpan",
    ),
    b"": ("isi berkas adalah {} bentuk lama, bukan {}", "{}"),
}
"""What a file in the container of old Office is, by what stands in it."""


def read_package(path: Path, kind: Kind) -> tuple[bytes, zipfile.ZipFile]:
    """Read a file that somebody names; raise for any that may not be parsed."""
    name = printable(path.name)
    path.stat()  # one that is not there is told as every such file
    raw = read_bytes(path, name)
    if isinstance(raw, Problem):
        raise DataError([raw])
    try:
        return raw, open_package(raw, kind)
    except FileFormError as error:
        raise CallError(f"{name}: {error.message}.\n  perbaikan : {error.remedy}") from None


def open_package(raw: bytes, kind: Kind = WORKBOOK) -> zipfile.ZipFile:
    """Open the zip of a file that may be parsed; raise ``FileFormError`` for any other."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        fault, remedy = next(told for sign, told in _OTHER.items() if sign in raw)
        raise FileFormError(fault.format(kind.name, kind.ending), remedy.format(kind.save_as))
    try:
        package = zipfile.ZipFile(io.BytesIO(raw))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        fault = f"berkas bukan {kind.name} ({kind.ending}), berkata sandi, atau rusak"
        raise FileFormError(fault, f"{kind.save_as}, tanpa kata sandi") from None
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_MEMBERS or size > min(MAX_UNPACKED, MAX_RATIO * len(raw)):
        fault = f"isi {kind.name} mengembang menjadi {size // 1_000_000} MB, jadi tidak dibuka"
        remedy = "hapus baris dan kolom kosong yang berformat, gambar, dan lembar lain; simpan lagi"
        raise FileFormError(fault, remedy, allowed=f"paling besar {MAX_UNPACKED // 1_000_000} MB")
    names = [part.filename.casefold() for part in parts]
    for sign, (fault, remedy) in HARMFUL.items():
        if any(sign in name for name in names):
            raise FileFormError(fault.format(kind.name), remedy.format(kind.save_as))
    if kind.main not in names:
        other = "OpenDocument" if "content.xml" in names else f"lain, bukan {kind.ending}"
        raise FileFormError(f"isi berkas berformat {other}", kind.save_as)
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
            _check_xml(package, part, kind)
    return package


def _check_xml(package: zipfile.ZipFile, part: zipfile.ZipInfo, kind: Kind) -> None:
    """Refuse XML that declares a document type: entities are declared there, and nothing else."""
    try:
        with package.open(part) as file:
            head = file.read(4096).replace(b"\x00", b"").upper()
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        raise FileFormError(f"{kind.name} rusak atau berkata sandi", kind.save_as) from None
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise FileFormError(f"{kind.name} memuat deklarasi XML yang tidak aman", kind.save_as)


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


def hidden_lines(xml: bytes, tag: str) -> list[int]:
    """List the rows (``row``) or columns (``col``) of a sheet that are hidden or filtered away.

    >>> hidden_lines(b'<row r="2"/><row r="3" hidden="1"/><x:row hidden="true" r="7">', "row")
    [3, 7]
    """
    number = rb'\b(?:r|min)="(\d+)"'
    found = re.findall(rb"<(?:\w+:)?%b\b[^>]*\bhidden=\"(?:1|true)\"[^>]*>" % tag.encode(), xml)
    return [int(place[1]) for one in found if (place := re.search(number, one))]


def merged_ranges(xml: bytes) -> list[str]:
    """List the merged ranges of a sheet.

    >>> merged_ranges(b'<mergeCells count="1"><mergeCell ref="B3:B5"/></mergeCells>')
    ['B3:B5']
    """
    found = re.findall(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z]+\d+:[A-Z]+\d+)\"", xml)
    return [ref.decode() for ref in found]
