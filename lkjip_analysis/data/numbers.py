"""Numbers as Indonesian Excel writes them, and what is wrong with those that are none.

The delimiter decides how numbers read, so ``1.234`` is never guessed:
``;`` (and tab) means decimal comma and dots between thousands, ``,`` means decimal point.
"""

from __future__ import annotations

import re
from decimal import Decimal

from lkjip_analysis.beside import beside
from lkjip_analysis.data.dialect import CellError

WHOLE_DIGITS, DECIMAL_DIGITS = 18, 20
"""Most digits a number may have: enough for any budget, few enough to compute with exactly."""

_GROUPED_DOT = re.compile(r"[-+]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_GROUPED_COMMA = re.compile(r"[-+]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_MANY_DOTS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_MANY_COMMAS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
"""More than one sign between thousands can be no decimal sign, whatever the delimiter."""

_RUPIAH = re.compile(r"(-?)\s*rp\.?\s*", re.IGNORECASE)


FORMS: list[dict[str, str]] = beside(__file__)["form"]
"""Forms of texts that are no number: what is wrong, and what to do."""


def parse_number(
    text: str, delimiter: str, *, percent_sign: bool = False, rupiah: bool = False
) -> Decimal:
    """Read a number as the file's dialect writes it.

    >>> parse_number("2.487.371.653", ";"), parse_number("73,47", ";"), parse_number("73.47", ",")
    (Decimal('2487371653'), Decimal('73.47'), Decimal('73.47'))
    >>> parse_number("Rp. 2.487.371.653,-", ";", rupiah=True)
    Decimal('2487371653')
    """
    comma = delimiter != ","
    allowed = _allowed(comma, rupiah)
    body = text.replace("\u2212", "-")
    if rupiah:
        body = _RUPIAH.sub(r"\1", body, count=1) if _RUPIAH.match(body) else body
        body = re.sub(r"(?<=[0-9])[.,]-$", "", body)
    if body.endswith("%"):
        if not percent_sign:
            remedy = "tulis angkanya saja; satuan ada di kolom satuan"
            raise CellError("tanda % tidak dipakai di kolom ini", allowed, remedy)
        body = body[:-1]
    body = body.strip()
    comma = comma != bool((_MANY_COMMAS if comma else _MANY_DOTS).fullmatch(body))
    if not (_GROUPED_DOT if comma else _GROUPED_COMMA).fullmatch(body):
        raise CellError(*_number_fault(body, comma, allowed))
    number = _to_decimal(body, comma)
    number = number or abs(number)  # no "-0"
    exponent = number.as_tuple().exponent
    fine = isinstance(exponent, int) and exponent < -DECIMAL_DIGITS
    if fine or number.adjusted() >= WHOLE_DIGITS:
        most = f"paling banyak {WHOLE_DIGITS} angka, dan {DECIMAL_DIGITS} di belakang tanda desimal"
        raise CellError("bilangan terlalu panjang", most, "periksa angkanya pada dokumen sumber")
    if rupiah and number != number.to_integral_value():
        small = number < 10_000  # "3,5": of millions, rather than of rupiah
        remedy = "bila dalam juta atau miliar, tulis dalam rupiah penuh" if small else ""
        raise CellError("rupiah harus bulat", allowed, remedy or "bulatkan ke rupiah penuh")
    return number.quantize(Decimal(1)) if rupiah else number


def parse_count(text: str, delimiter: str) -> Decimal:
    """Read a whole number, 0 or more.

    >>> parse_count("1.250", ";")
    Decimal('1250')
    """
    allowed = "bilangan bulat, 0 atau lebih, misalnya 3"
    try:
        number = parse_number(text, delimiter)
    except CellError as error:
        raise CellError(error.message, allowed, error.remedy) from None
    if number < 0:
        raise CellError("jumlah tidak boleh negatif", allowed, "tulis ulang angkanya")
    if number != number.to_integral_value():
        raise CellError("harus bilangan bulat, tanpa desimal", allowed, "tulis ulang angkanya")
    return number.quantize(Decimal(1))


def _allowed(comma: bool, rupiah: bool) -> str:
    if rupiah:
        grouped = "2.487.371.653 atau 2487371653" if comma else "2487371653 atau 2,487,371,653"
        return f"rupiah bulat seperti {grouped}"
    return "bilangan seperti " + ("73,47 atau 2.487.371.653" if comma else "73.47 atau 2487371653")


def _to_decimal(body: str, comma: bool) -> Decimal:
    return Decimal(body.replace(".", "").replace(",", ".") if comma else body.replace(",", ""))


def _number_fault(body: str, comma: bool, allowed: str) -> tuple[str, str, str]:
    """Say what is wrong with a number, as exactly as can be told."""
    told = (_odd_digits, _odd_form, _odd_separator, _mixed) if len(body) <= 200 else ()
    faults = filter(None, (odd(body, comma) for odd in told))
    unknown = "bukan bilangan", "tulis angkanya saja, atau kosongkan bila belum tersedia"
    fault, remedy = next(faults, unknown)
    return fault, allowed, remedy


def _odd_digits(body: str, comma: bool) -> tuple[str, str] | None:
    if any(sign.isdigit() and not sign.isascii() for sign in body):
        remedy = "ketik ulang angkanya dengan papan ketik biasa"
        return "angka ditulis dengan huruf yang bukan 0-9", remedy
    return None


def _odd_form(body: str, comma: bool) -> tuple[str, str] | None:
    """Find the form of ``numbers.toml`` that a text has."""
    for form in FORMS:
        if match := re.fullmatch(form["pattern"], body, re.IGNORECASE | re.DOTALL):
            number = next(filter(None, match.groups()), "").replace(" ", "")
            return form["fault"], form["remedy"].replace("{}", number)
    return None


def _odd_separator(body: str, comma: bool) -> tuple[str, str] | None:
    if not re.fullmatch(r"[-+]?[0-9.,]+", body):
        return None
    decimal = "koma" if comma else "titik"
    delimiter = "titik koma (;)" if comma else "koma (,)"
    remedy = f"pada berkas ini tanda desimal adalah {decimal}"
    if (_GROUPED_COMMA if comma else _GROUPED_DOT).fullmatch(body):
        meant = f"{_to_decimal(body, not comma):f}"
        remedy += f": tulis {meant.replace('.', ',') if comma else meant}"
    return f"tanda desimal atau ribuan tidak sesuai dengan berkas berpemisah {delimiter}", remedy


def _mixed(body: str, comma: bool) -> tuple[str, str] | None:
    numbers = re.findall(r"[-+]?[0-9][0-9.,]*", body)
    if len(numbers) == 1:
        number = numbers[0].rstrip(".,")
        rest = body.replace(numbers[0], " ", 1).strip(" ()[].,:;")
        other, sign = (".", ",") if comma else (",", ".")
        if re.fullmatch(rf"[-+]?[0-9]+\{other}[0-9]{{1,2}}", number):
            number = number.replace(other, sign)
        if rest.casefold() in ("rp", "idr"):
            return "tanda mata uang tidak dipakai di kolom ini", f"tulis {number} saja"
        remedy = f'tulis {number} saja; "{rest}" ditulis di kolom lain'
        return "angka dan teks tercampur dalam satu sel", remedy
    return None
