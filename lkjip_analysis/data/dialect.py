"""How Indonesian Excel writes cells: blanks, texts, codes, dates, and what is wrong with others."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from difflib import get_close_matches

from lkjip_analysis.data.letters import unprintable
from lkjip_analysis.exceptions import Problem

BLANKS = frozenset({"", "-", "–", "—", "n/a", "na", "#n/a"})
MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli",
    "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
SHORT_MONTHS = {"agt": 8, "ags": 8, "agu": 8, "nop": 11} | {
    name[:3]: n for n, name in enumerate(MONTHS, 1)
}
DATES = "2025-01-06, 06/01/2025 (hari/bulan/tahun), atau 6 Januari 2025"

MAX_LETTERS = 10_000
"""Most letters of a cell. A PDF holds no string over 32,767 bytes (two a letter, where one is not
Latin), and headings, captions and text alternatives of pictures are such strings."""

_INVISIBLE = {0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}
_MARKS = {0xFEFF, 0xFFFE, 0xFFFF}
_SPACES = str.maketrans(
    dict.fromkeys([0x09, 0xA0, 0x2007, 0x202F, *range(0x2000, 0x200B), 0x3000], " ")
    | dict.fromkeys([*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0), *_INVISIBLE, *_MARKS], "")
)
_FORMULA = re.compile(r"[=＝]|[-+@][\w.]+\(|[-+@].*\|.*!", re.DOTALL)
_EXCEL_FAULT = re.compile(r"#[A-Z/0_]+[!?]|#{2,}")
_BROKEN = re.compile(
    "â€|Ã[\x80-\xbf©®°±²³´µ¶·¸¹º»¼½¾¿¡¢£¤¥¦§¨ª«¬¯‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—™š›œžŸ]|Â[ °±²³´·»½¿«§©®]"
)
_GUARDED = re.compile(r"'[=+\-@]")


class CellError(ValueError):
    """A cell cannot be read as meant: what is allowed, and what to do."""

    def __init__(self, message: str, allowed: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.allowed, self.remedy = message, allowed, remedy

    def at(self, berkas: str, baris: int, kolom: str, nilai: str) -> Problem:
        """Say it of a cell."""
        return Problem(berkas, baris, kolom, self.message, nilai, self.allowed, self.remedy)


def clean(text: str) -> str:
    r"""Strip a cell, turn exotic blanks into plain ones, drop what cannot be seen.

    >>> clean(" 3\u00a0unit\u200b ")
    '3 unit'
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return unicodedata.normalize("NFC", text.translate(_SPACES)).strip()


def clean_lines(text: str) -> str:
    """Clean each line of a cell, keeping line breaks inside it."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def is_blank(text: str) -> bool:
    """Say whether the cell means "belum tersedia".

    >>> is_blank("N/A"), is_blank(" - "), is_blank("0")
    (True, True, False)
    """
    return is_dash(clean(text))


def is_dash(cleaned: str) -> bool:
    """Say whether a cleaned cell is blank, a dash, or ``N/A``."""
    return len(cleaned) <= 4 and cleaned.casefold() in BLANKS


def suggest(found: str, allowed: list[str]) -> str:
    """Offer the nearest allowed word.

    >>> suggest("targett", ["target", "realisasi"]), suggest("x", ["target"])
    ('maksud Anda "target"?', '')
    """
    if len(found) > 80:
        return ""
    plain = {re.sub(r"[\s_-]+", "_", word.casefold()): word for word in reversed(allowed)}
    match = get_close_matches(re.sub(r"[\s_-]+", "_", found.casefold()), plain, n=1, cutoff=0.6)
    return f'maksud Anda "{plain[match[0]]}"?' if match else ""


def check_text(text: str) -> None:
    """Refuse formulas, Excel's error values and broken letters, in any column."""
    if text.startswith(("=", "＝", "+", "-", "@")) and _FORMULA.match(text):
        raise CellError(
            "sel berisi rumus Excel", "nilai jadi, bukan rumus",
            "salin lalu tempel sebagai nilai (Paste Values); "
            "bila ini teks biasa, beri tanda petik tunggal di depannya",
        )  # fmt: skip
    if text.startswith("#") and _EXCEL_FAULT.fullmatch(text.upper()):
        remedy = "perbaiki rumus atau lebar kolomnya di Excel, lalu simpan nilainya"
        raise CellError("sel berisi galat Excel, bukan nilai", "nilai jadi", remedy)
    if not text.isascii() and (meant := _mend_letters(text)):
        remedy = f"tulis ulang; mungkin maksudnya: {meant}"
        raise CellError("huruf rusak karena salah pengodean", "huruf yang terbaca", remedy)


def _mend_letters(text: str) -> str:
    """Give what broken letters (``â€“``, ``�``) stood for, or nothing where the text is whole."""
    if "\ufffd" in text:
        return text.replace("\ufffd", "?")[:80]
    if _BROKEN.search(text) is None:
        return ""
    return text.encode("cp1252", "replace").decode("utf-8", "replace").replace("\ufffd", "?")[:80]


def parse_text(text: str) -> str:
    """Read a text that can be printed; an apostrophe that guards it from running is no part of it.

    >>> parse_text("'-5 derajat"), parse_text("'Aisyiyah")
    ('-5 derajat', "'Aisyiyah")
    """
    if len(text) > MAX_LETTERS:
        raise CellError(
            f"teks terlalu panjang ({len(text):_} huruf)".replace("_", "."),
            f"paling banyak {MAX_LETTERS:_} huruf dalam satu sel".replace("_", "."),
            "pendekkan teks di kolom ini atau bagi menjadi beberapa baris; bila baris lain ikut "
            "terbaca di sini, tutup tanda kutip gandanya",
        )
    if letters := unprintable(text):
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in letters[:3])
        plain = unicodedata.normalize("NFKC", letters)
        raise CellError(
            f"huruf cetak laporan tidak memiliki '{letters[:3]}' ({codes})",
            "huruf Latin, angka, dan tanda baca yang lazim",
            f"ketik '{plain}' dengan papan ketik biasa"
            if plain.isascii()
            else f"hapus '{letters[:3]}', atau tulis istilahnya dengan huruf Latin",
        )
    return text[1:] if _GUARDED.match(text) else text


def parse_code(text: str) -> str:
    """Read a code: it becomes part of keys and addresses, so only plain signs.

    >>> parse_code("P1.K1.S2")
    'P1.K1.S2'
    """
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}", text):
        return text
    allowed = (
        "huruf a-z, angka, titik, strip, dan garis bawah, diawali huruf atau angka, "
        "paling panjang 60 (misalnya P1.K1)"
    )
    if any(character.isspace() for character in text):
        raise CellError("kode tidak boleh berisi spasi", allowed, "hapus spasinya")
    if len(text) > 60:
        raise CellError("kode terlalu panjang", allowed, "pendekkan kodenya")
    raise CellError("kode berisi tanda yang tidak boleh", allowed, "tulis ulang kodenya")


def parse_date(text: str) -> dt.date:
    """Read a date: ISO, day/month/year, or with the month's Indonesian name.

    >>> parse_date("6 Januari 2025") == parse_date("06/01/2025") == parse_date("2025-01-06")
    True
    """
    body = re.sub(r"[T ]00:00(:00(\.0+)?)?$", "", text)
    remedy = "tulis ulang tanggalnya"
    parts: tuple[str, ...] | None = None
    if match := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", body):
        parts = match.groups()
    elif match := re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", body):
        parts = (match[3], match[2], match[1])
    elif match := re.fullmatch(r"([0-9]{1,2})[ -]([A-Za-z]+)\.?[ -]([0-9]{4})", body):
        name = match[2].casefold()
        month = MONTHS.index(name) + 1 if name in MONTHS else SHORT_MONTHS.get(name)
        if month is None:
            guess = suggest(name, [month_name.capitalize() for month_name in MONTHS])
            raise CellError("nama bulan tidak dikenal", DATES, guess or remedy)
        parts = (match[3], str(month), match[1])
    elif re.fullmatch(r"[2-7][0-9]{4}", body):
        remedy = "atur format sel menjadi Tanggal, lalu simpan ulang"
        raise CellError("tanggal tersimpan sebagai angka seri Excel", DATES, remedy)
    elif re.fullmatch(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}", body):
        raise CellError("tahun pada tanggal harus empat angka", DATES, remedy)
    if parts is None:
        raise CellError("bukan tanggal", DATES, remedy)
    year, month_number, day = (int(part) for part in parts)
    parse_year(parts[0])
    if month_number > 12 >= day:
        raise CellError(f"tidak ada bulan ke-{month_number}", DATES, "urutannya hari, bulan, tahun")
    try:
        return dt.date(year, month_number, day)
    except ValueError:
        raise CellError("tanggal itu tidak ada di kalender", DATES, remedy) from None


def parse_year(text: str) -> int:
    """Read a year of four digits, 1900 to 2199."""
    if re.fullmatch(r"(19|20|21)[0-9]{2}", text):
        return int(text)
    raise CellError("bukan tahun", "empat angka, misalnya 2025", "tulis ulang tahunnya")
