"""From a file's bytes to records of text: encodings, delimiters, quotes, ragged rows.

The rows are counted as a spreadsheet counts them: a line break inside a quoted cell starts no new
row, blank rows count, and a ``sep=;`` line (which Excel hides) does not.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lkjip_analysis.data.dialect import CellError, clean, clean_lines
from lkjip_analysis.exceptions import Problem

SAVE_AGAIN = "simpan ulang dari Excel sebagai 'CSV UTF-8 (Comma delimited)'"
EMPTY = "berkas kosong", "isi baris judul kolom dan datanya, atau hapus berkas ini"
DELIMITERS = {";": "titik koma (;)", ",": "koma (,)", "\t": "tab"}

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NO_TEXT = {
    b"PK\x03\x04": "isi berkas adalah buku kerja Excel, bukan CSV",
    b"\xd0\xcf\x11\xe0": "isi berkas adalah buku kerja Excel, bukan CSV",
    b"%PDF": "isi berkas adalah dokumen PDF, bukan CSV",
    b"{\\rtf": "isi berkas adalah dokumen RTF, bukan CSV",
    b"\x1f\x8b": "isi berkas adalah arsip terkompresi, bukan CSV",
}
_WEB = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta")


class FileFormError(ValueError):
    """A whole file cannot be read: why, where, what was found and is allowed, and what to do."""

    def __init__(
        self, message: str, remedy: str, row: int | None = None, found: str = "", allowed: str = ""
    ) -> None:
        super().__init__(message)
        self.message, self.remedy, self.row = message, remedy, row
        self.found, self.allowed = found, allowed

    def of(self, berkas: str) -> Problem:
        """Say it of a file."""
        return Problem(berkas, self.row, None, self.message, self.found, self.allowed, self.remedy)


@dataclass(frozen=True)
class RowFault:
    """A record that does not fit under the header."""

    baris: int
    message: str
    found: str
    remedy: str


@dataclass(frozen=True)
class Sheet:
    """A file's records as text; ``rows`` pairs each record with its spreadsheet row number.

    ``letters`` and ``wrong`` are a workbook's: what a cell holds there may be no text of its kind.
    """

    delimiter: str
    header: tuple[str, ...]
    header_row: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    faults: tuple[RowFault, ...] = ()
    letters: tuple[str, ...] = ()  # of a workbook's columns
    wrong: Mapping[tuple[int, int], CellError] = field(default_factory=dict)  # by row and place


def decode(raw: bytes) -> str:
    """Decode a file's bytes: UTF-8 with or without BOM."""
    if not raw.strip():
        raise FileFormError(*EMPTY)
    for magic, message in _NO_TEXT.items():
        if raw.startswith(magic):
            remedy = "buka tabelnya di Excel, lalu simpan sebagai 'CSV UTF-8 (Comma delimited)'"
            raise FileFormError(message, remedy)
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower().startswith(_WEB):
        remedy = f"buka di Excel, lalu {SAVE_AGAIN.replace(' dari Excel', '')}"
        raise FileFormError("isi berkas adalah halaman web (HTML/XML), bukan CSV", remedy)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[1:200:2].count(0) > len(raw[1:200:2]) / 2:
        fault = "berkas tersimpan sebagai teks Unicode (UTF-16), bukan UTF-8"
        raise FileFormError(fault, SAVE_AGAIN)
    if b"\x00" in raw:
        row = _row_at(raw[: raw.index(b"\x00")])
        raise FileFormError("berkas berisi bita kosong (NUL), mungkin rusak", SAVE_AGAIN, row)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].replace(b"\r", b"\n").rpartition(b"\n")[2][-40:]
        around = line + raw[error.start : error.start + 20]
        found = clean(_LINE_BREAK.split(around.decode("cp1252", "replace"))[0])
        fault, row = "huruf tersimpan bukan sebagai UTF-8", _row_at(raw[: error.start])
        raise FileFormError(fault, SAVE_AGAIN, row, found) from None
    return text.replace("\ufeff", "")


def _row_at(before: bytes) -> int:
    """Row number at the end of what stands before: breaks inside quotes start no row."""
    quoted, row = False, 1
    for match in re.finditer(rb'"|\r\n|\r|\n', before):
        if match[0] == b'"':
            quoted = not quoted
        elif not quoted:
            row += 1
    return row


def parse_sheet(text: str, known_columns: tuple[str, ...]) -> Sheet:
    r"""Split a file into header and records, finding the delimiter by the header.

    >>> parse_sheet("kunci;nilai\r\nnama_unit;Dinas\r\n", ("kunci", "nilai")).rows
    ((2, ('nama_unit', 'Dinas')),)
    """
    stated, text = take_separator_line(text)
    if not text.strip():
        raise FileFormError(*EMPTY)
    delimiter = stated or _find_delimiter(text, known_columns)
    records = [(number, record) for number, record in _records(text, delimiter) if any(record)]
    if not records:
        raise FileFormError(*EMPTY)
    (header_row, header), *body = records
    check_head(header, header_row, body, known_columns, delimiter)
    width = max(i + 1 for i, name in enumerate(header) if name)
    rows: list[tuple[int, tuple[str, ...]]] = []
    faults: list[RowFault] = []
    for number, record in body:
        if any(record[width:]):
            faults.append(_ragged(number, record, width, delimiter))
        rows.append((number, tuple((record + [""] * (width - len(record)))[:width])))
    return Sheet(delimiter, tuple(header[:width]), header_row, tuple(rows), tuple(faults))


def _ragged(number: int, record: list[str], width: int, delimiter: str) -> RowFault:
    used = max(i + 1 for i, cell in enumerate(record) if cell)
    fault = f"baris berisi {used:_} sel, padahal judul kolom hanya {width}".replace("_", ".")
    remedy = (
        f"apit teks yang memuat tanda {DELIMITERS[delimiter]} dengan tanda kutip ganda, "
        "atau hapus sel yang berlebih"
    )
    return RowFault(number, fault, delimiter.join(record[:used]), remedy)


def take_separator_line(text: str) -> tuple[str, str]:
    """Take off a first line ``sep=;`` as Excel writes it, and give the delimiter it states."""
    parts = _LINE_BREAK.split(text, maxsplit=1)
    match = re.fullmatch(r'\s*"?sep=(.?)"?[;,\t ]*', parts[0], re.IGNORECASE)
    if match is None:
        return "", text
    return match[1] if match[1] in DELIMITERS else "", parts[1] if len(parts) > 1 else ""


def _records(text: str, delimiter: str) -> Iterable[tuple[int, list[str]]]:
    # a long cell is told with its column, when it is read
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _quote_fault(str(error), number) from None
        yield number, [clean_lines(cell) for cell in record]


def _quote_fault(reason: str, row: int) -> FileFormError:
    """Say in Indonesian what the csv reader found broken in the record that starts at ``row``."""
    told = "ada huruf sesudah tanda kutip ganda penutup, atau tanda kutip baris ini tidak lengkap"
    if "end of data" in reason:
        told = "tanda kutip ganda dibuka tetapi tidak ditutup; sisa berkas terbaca sebagai satu sel"
    remedy = "periksa tanda kutip ganda pada baris ini (di dalam teks ditulis dua kali)"
    return FileFormError(told, f"{remedy}; atau {SAVE_AGAIN}", row)


def _find_delimiter(text: str, known_columns: tuple[str, ...]) -> str:
    head = next((line for line in _LINE_BREAK.split(text[:1_000_000]) if line.strip(' \t;,"')), "")

    def known(delimiter: str) -> tuple[int, int]:
        names = [clean(name.strip(' "')).casefold() for name in head.split(delimiter)]
        return sum(name in known_columns for name in names), len(names)

    return max(DELIMITERS, key=known)


def check_head(
    header: list[str],
    row: int,
    body: list[tuple[int, list[str]]],
    known_columns: tuple[str, ...],
    delimiter: str,
) -> None:
    """Refuse a first row that is no header at all, and say what it looks like."""
    if any(name.casefold() in known_columns for name in header):
        return
    found = delimiter.join(header)
    filled = [name.casefold() for name in header if name]
    fault, remedy = "baris pertama bukan judul kolom berkas ini", "tulis judul kolomnya"
    if len(filled) == 1 and len(set(re.split(r"[;,\t|]", filled[0])) & set(known_columns)) > 1:
        if "|" in filled[0]:
            fault, remedy = "pemisah kolom tidak dikenal", f"pakai {_choices()}; {SAVE_AGAIN}"
        else:
            fault = "setiap baris diapit tanda kutip ganda, sehingga terbaca sebagai satu sel"
            remedy = f"buang tanda kutip di awal dan akhir setiap baris, atau {SAVE_AGAIN}"
    for number, record in body[:20]:
        if sum(cell.casefold() in known_columns for cell in record) > 1:
            fault = f"judul kolom tidak berada di baris pertama, tetapi di baris {number}"
            remedy = f"hapus semua baris di atas baris {number}"
    raise FileFormError(fault, remedy, row, found, ", ".join(known_columns))


def _choices() -> str:
    return " atau ".join(name for delimiter, name in DELIMITERS.items() if delimiter != "\t")
