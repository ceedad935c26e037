"""How Indonesian Excel writes CSV: encodings, delimiters, numbers, dates.

The delimiter decides how numbers read, so ``1.234`` is never guessed:
``;`` (and tab) means decimal comma and dots between thousands, ``,`` means decimal point.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from dataclasses import dataclass
from decimal import Decimal

BLANKS = frozenset({"", "-", "–", "—", "n/a", "na", "#n/a"})
EXCEL_ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!")
SPACES = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u200b": "", "\ufeff": "", "\t": " "}
)
MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli",
    "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip

_GUARDED = re.compile(r"'[=+\-@]")
_GROUPED_DOT = re.compile(r"[-+]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?")
_GROUPED_COMMA = re.compile(r"[-+]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?")


class CellError(ValueError):
    """A cell cannot be read as meant: what is allowed, and what to do."""

    def __init__(self, message: str, allowed: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.allowed, self.remedy = message, allowed, remedy


class FileFormError(ValueError):
    """A whole file cannot be read: why, and what to do."""

    def __init__(self, message: str, remedy: str, row: int | None = None) -> None:
        super().__init__(message)
        self.message, self.remedy, self.row = message, remedy, row


@dataclass(frozen=True)
class Sheet:
    """A file's records as text; ``rows`` pairs each record with its spreadsheet row number."""

    delimiter: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def clean(text: str) -> str:
    """Strip a cell and turn exotic blanks into plain ones."""
    return text.translate(SPACES).strip()


def is_blank(text: str) -> bool:
    """Does the cell mean "belum tersedia"?

    >>> is_blank("N/A"), is_blank(" - "), is_blank("0")
    (True, True, False)
    """
    return clean(text).casefold() in BLANKS


def decode(raw: bytes) -> str:
    """Decode a file's bytes: UTF-8 with or without BOM."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileFormError(
            "berkas tersimpan sebagai teks Unicode (UTF-16)",
            "simpan ulang dari Excel sebagai 'CSV UTF-8 (Comma delimited)'",
        )
    if raw.startswith(b"PK\x03\x04") or raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileFormError(
            "isi berkas adalah buku kerja Excel, bukan CSV",
            "buka di Excel lalu simpan sebagai 'CSV UTF-8 (Comma delimited)'",
        )
    if b"\x00" in raw:
        raise FileFormError("berkas berisi bita kosong (NUL), bukan teks", "simpan ulang sebagai CSV UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise FileFormError(
            "pengodean huruf tidak terbaca sebagai UTF-8",
            "simpan ulang dari Excel sebagai 'CSV UTF-8 (Comma delimited)'",
            row,
        ) from None


def parse_sheet(text: str, known_columns: tuple[str, ...]) -> Sheet:
    """Split a file into header and records, finding the delimiter by the header."""
    first, newline, rest = text.partition("\n")
    skipped = 0
    if first.strip().casefold().startswith("sep=") and newline:
        text, skipped = rest, 1
    if not text.strip():
        raise FileFormError("berkas kosong", "isi baris judul kolom dan datanya, atau hapus berkas ini")
    delimiter = _find_delimiter(text, known_columns)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[tuple[int, list[str]]] = []
    try:
        for number, record in enumerate(reader, start=1 + skipped):
            records.append((number, [clean_lines(cell) for cell in record]))
    except csv.Error as error:
        raise FileFormError(
            f"tanda kutip atau baris rusak ({error})",
            "periksa tanda kutip ganda pada baris ini; simpan ulang dari Excel",
            len(records) + 1 + skipped,
        ) from None
    while records and not any(records[0][1]):
        records.pop(0)
    header = records[0][1]
    body = [(number, record) for number, record in records[1:] if any(record)]
    width = max([i + 1 for i, name in enumerate(header) if name], default=0)
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, record in body:
        if any(record[width:]):
            raise FileFormError(
                f"baris berisi {len(record)} sel, padahal judul kolom hanya {width}",
                f"teks yang memuat tanda {delimiter!r} harus diapit tanda kutip ganda",
                number,
            )
        rows.append((number, tuple((record + [""] * width)[:width])))
    return Sheet(delimiter, tuple(name.casefold() for name in header[:width]), tuple(rows))


def clean_lines(text: str) -> str:
    """Clean each line of a cell, keeping line breaks inside it."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def _find_delimiter(text: str, known_columns: tuple[str, ...]) -> str:
    head = text.lstrip("\r\n").split("\n", 1)[0]
    def known(delimiter: str) -> tuple[int, int]:
        names = [clean(name).strip('"').casefold() for name in head.split(delimiter)]
        return sum(name in known_columns for name in names), len(names)
    return max((";", ",", "\t"), key=known)


def check_formula(text: str) -> None:
    """Refuse formulas and Excel's error values, in any column."""
    if text.startswith("="):
        raise CellError(
            "sel berisi rumus Excel", "nilai jadi, bukan rumus", "salin lalu tempel sebagai nilai (Paste Values)"
        )
    if text.upper() in EXCEL_ERRORS:
        raise CellError("sel berisi galat rumus Excel", "nilai jadi", "perbaiki rumusnya di Excel, lalu simpan nilainya")


def parse_text(text: str) -> str:
    """Read a text; an apostrophe that guards it from running as a formula is no part of it.

    >>> parse_text("'-5 derajat"), parse_text("'Aisyiyah")
    ('-5 derajat', "'Aisyiyah")
    """
    return text[1:] if _GUARDED.match(text) else text


def parse_number(text: str, delimiter: str, *, percent_sign: bool = False, rupiah: bool = False) -> Decimal:
    """Read a number as the file's dialect writes it.

    >>> parse_number("2.487.371.653", ";"), parse_number("73,47", ";"), parse_number("73.47", ",")
    (Decimal('2487371653'), Decimal('73.47'), Decimal('73.47'))
    """
    comma = delimiter != ","
    example = "73,47 atau 2.487.371.653" if comma else "73.47 atau 2487371653"
    allowed = f"bilangan seperti {example}"
    body = text.replace("−", "-")
    if rupiah:
        body = re.sub(r"^(-?)\s*rp\.?\s*", r"\1", body, flags=re.IGNORECASE)
    if body.endswith("%"):
        if not percent_sign:
            raise CellError("tanda % tidak dipakai di kolom ini", allowed, "tulis angkanya saja; satuan ada di kolom satuan")
        body = body[:-1]
    body = body.strip()
    pattern = _GROUPED_DOT if comma else _GROUPED_COMMA
    if pattern.fullmatch(body):
        plain = body.replace(".", "").replace(",", ".") if comma else body.replace(",", "")
        number = Decimal(plain)
        if rupiah and number != number.to_integral_value():
            raise CellError("rupiah harus bulat", "rupiah tanpa desimal", "hapus angka di belakang koma")
        return number.quantize(Decimal(1)) if rupiah else number
    raise CellError(*_number_fault(body, comma, allowed))


def _number_fault(body: str, comma: bool, allowed: str) -> tuple[str, str, str]:
    other = _GROUPED_COMMA if comma else _GROUPED_DOT
    if re.fullmatch(r"[-+]?\d+([.,]\d+)?e[-+]?\d+", body, re.IGNORECASE):
        return (
            "bilangan tersimpan dalam notasi ilmiah, angkanya mungkin sudah hilang", allowed,
            "atur format sel menjadi Angka tanpa desimal, ketik ulang, lalu simpan",
        )  # fmt: skip
    if other.fullmatch(body) or re.fullmatch(r"[-+]?[\d.,]+", body):
        delimiter = "titik koma (;)" if comma else "koma (,)"
        decimal = "koma" if comma else "titik"
        return (
            f"tanda desimal atau ribuan tidak sesuai dengan berkas berpemisah {delimiter}", allowed,
            f"pada berkas ini desimal memakai {decimal}; tulis ulang angkanya",
        )  # fmt: skip
    match = re.fullmatch(r"([-+]?[\d.,]+)\s*(\D+)", body)
    if match:
        return "angka dan satuan tercampur dalam satu sel", allowed, f"tulis {match[1]} saja; '{match[2].strip()}' ada di kolom lain"
    return "bukan bilangan", allowed, "tulis angkanya saja, atau kosongkan bila belum tersedia"


def parse_date(text: str) -> dt.date:
    """Read a date: ISO, day/month/year, or with the month's Indonesian name.

    >>> parse_date("6 Januari 2025") == parse_date("06/01/2025") == parse_date("2025-01-06")
    True
    """
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    parts = match.groups() if match else None
    if parts is None and (match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)):
        parts = (match[3], match[2], match[1])
    if parts is None and (match := re.fullmatch(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})", text)):
        name = match[2].casefold()
        if name in MONTHS:
            parts = (match[3], str(MONTHS.index(name) + 1), match[1])
    if parts is not None:
        try:
            return dt.date(int(parts[0]), int(parts[1]), int(parts[2]))
        except ValueError:
            pass
    raise CellError("bukan tanggal", "2025-01-06, 06/01/2025 (hari/bulan/tahun), atau 6 Januari 2025", "tulis ulang tanggalnya")


def parse_year(text: str) -> int:
    """Read a year of four digits."""
    if re.fullmatch(r"(19|20|21)\d{2}", text):
        return int(text)
    raise CellError("bukan tahun", "empat angka, misalnya 2025", "tulis ulang tahunnya")
