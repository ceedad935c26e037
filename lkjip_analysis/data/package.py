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
from typing import Any

from lkjip_analysis.beside import beside
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


TOLD: dict[str, Any] = beside(__file__)
WORKBOOK, WORD = (Kind(**TOLD["kinds"][name]) for name in ("workbook", "word"))
SAVE_AS = WORKBOOK.save_as
HARMFUL: dict[str, str] = {"vbaproject": "macros", "externallinks/": "links"}
"""Parts of a file that could bring in or run what is not in it, and the fault they are."""


def _fault(name: str, kind: Kind, **values: object) -> FileFormError:
    """Give a fault of a file with its remedy, and what is allowed where that is told."""
    told = {"name": kind.name, "ending": kind.ending, "save_as": kind.save_as} | values
    fault, remedy, *allowed = (text.format_map(told) for text in TOLD["faults"][name])
    return FileFormError(fault, remedy, allowed="".join(allowed))


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
        raise refused(name, error) from None


def refused(name: str, error: FileFormError) -> CallError:
    """Refuse a file that somebody named, for what is wrong with it."""
    return CallError(f"{name}: {error.message}.\n  perbaikan : {error.remedy}")


def open_package(raw: bytes, kind: Kind = WORKBOOK) -> zipfile.ZipFile:
    """Open the zip of a file that may be parsed; raise ``FileFormError`` for any other."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        locked = "Encrypted".encode("utf-16-le") in raw
        raise _fault("locked" if locked else "old", kind)
    try:
        package = zipfile.ZipFile(io.BytesIO(raw))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise _fault("no_zip", kind) from None
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_MEMBERS or size > min(MAX_UNPACKED, MAX_RATIO * len(raw)):
        most = MAX_UNPACKED // 1_000_000
        raise _fault("swollen", kind, size=size // 1_000_000, most=most)
    names = [part.filename.casefold() for part in parts]
    for sign, fault in HARMFUL.items():
        if any(sign in name for name in names):
            raise _fault(fault, kind)
    if kind.main not in names:
        other = "OpenDocument" if "content.xml" in names else f"lain, bukan {kind.ending}"
        raise _fault("other", kind, other=other)
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
        raise _fault("broken", kind) from None
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise _fault("unsafe", kind)


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
