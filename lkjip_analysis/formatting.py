"""Numbers and dates in Indonesian. The only place that turns a number into text.

Rounding happens here and nowhere else: half up, two decimals for percentages.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

LOCALE = "id_ID"
PRINTED = 2
"""Decimals of a computed number as printed; classes and rules read it so too."""
MISSING = "–"
ABBREVIATIONS = {"akip", "ikm", "iku", "ipp", "lhe", "sakip", "skm"}
YEARS = re.compile(r"(?<![\w-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w-])")

_ROOM = Context(prec=60)


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Round as the reports do: halves go away from zero.

    >>> round_half_up(Decimal("103.875"), 2)
    Decimal('103.88')
    """
    digits = value.adjusted() + decimals + 2
    room = _ROOM if digits <= _ROOM.prec else Context(prec=digits)
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, room)
    return rounded if rounded else abs(rounded)  # no "-0,00"


@cache
def _signs() -> dict[int, str]:
    """Tell which signs Indonesian writes for the English ones, from CLDR."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return str.maketrans({",": get_group_symbol(LOCALE), ".": get_decimal_symbol(LOCALE)})


def _write(value: Decimal) -> str:
    return f"{value:,f}".translate(_signs())


def format_number(value: Decimal | None, decimals: int | None = None) -> str:
    """Write a number; without ``decimals`` as many (at most four) as it has.

    A tiny number keeps its first two digits that are not zero: never a silent 0.

    >>> format_number(Decimal("1234567.89"))
    '1.234.567,89'
    >>> format_number(Decimal("7.70"), 2), format_number(Decimal("7.70")), format_number(None)
    ('7,70', '7,7', '–')
    >>> format_number(Decimal("0.00001234"))
    '0,000012'
    """
    if value is None:
        return MISSING
    if decimals is not None:
        return _write(round_half_up(value, decimals))
    places = 4 if abs(value) >= Decimal("0.00005") or not value else 1 - value.adjusted()
    text = _write(round_half_up(value, places))
    return text.rstrip("0").removesuffix(",") if "," in text else text


def format_percent(value: Decimal | None, decimals: int | None = PRINTED) -> str:
    """Write a percentage that is already in percent.

    >>> format_percent(Decimal("103.875"))
    '103,88%'
    """
    return MISSING if value is None else f"{format_number(value, decimals)}%"


def format_rupiah(value: Decimal | None) -> str:
    """Write an amount of money in whole rupiah.

    >>> format_rupiah(Decimal(2575209979)), format_rupiah(Decimal(-5))
    ('Rp2.575.209.979', '-Rp5')
    """
    if value is None:
        return MISSING
    whole = round_half_up(value, 0)
    return f"{'-' if whole < 0 else ''}Rp{format_number(abs(whole), 0)}"


def is_percent(satuan: str) -> bool:
    """Say whether a unit is a percentage, however it is written.

    >>> is_percent("Persen"), is_percent("%"), is_percent("poin persen")
    (True, True, False)
    """
    return satuan.casefold() in ("persen", "%", "persentase")


def format_value(value: Decimal | str | None, satuan: str, *, given: bool = False) -> str:
    """Write a figure by its unit; a given one with the decimals it was given with.

    >>> format_value(Decimal("97.5"), "persen"), format_value(Decimal("100"), "persen", given=True)
    ('97,50%', '100%')
    >>> format_value(Decimal("8.14"), "indeks", given=True), format_value(Decimal("4.617"), "poin")
    ('8,14', '4,62')
    """
    if value is None:
        return MISSING
    if isinstance(value, str):
        return value
    if satuan == "rupiah":
        return format_rupiah(value)
    if is_percent(satuan):
        return format_percent(value, None if given else PRINTED)
    if given or value == value.to_integral_value():
        return format_number(value)
    return format_number(value, PRINTED)


def format_with_unit(value: Decimal | None, satuan: str) -> str:
    """Write a given value with its unit, as targets are written: ``3 dokumen``, ``100%``.

    >>> format_with_unit(Decimal(3), "dokumen"), format_with_unit(Decimal("73.47"), "nilai")
    ('3 dokumen', '73,47')
    """
    text = format_value(value, satuan, given=True)
    unitless = value is None or satuan in ("rupiah", "nilai", "indeks", "")
    return text if unitless or is_percent(satuan) else f"{text} {satuan}"


def format_date(day: dt.date | None) -> str:
    """Write a date: ``6 Januari 2025``."""
    from babel.dates import format_date as babel_date

    return MISSING if day is None else babel_date(day, "d MMMM yyyy", locale=LOCALE)


@cache
def number_word(count: int) -> str:
    """Write a whole number in words: ``dua``."""
    from num2words import num2words

    return str(num2words(count, lang="id"))


def count_in_words(count: int) -> str:
    """Write a count by EYD V, in letters where it is one word: ``dua``, ``12``."""
    return counts_in_words([count])[0]


def counts_in_words(counts: Sequence[int]) -> list[str]:
    """Write counts that stand together by EYD V: all in letters, or all in digits.

    >>> counts_in_words([2, 11]), counts_in_words([2, 12])
    (['dua', 'sebelas'], ['2', '12'])
    """
    words = [number_word(count) for count in counts]
    if any(" " in word for word in words):
        return [format_number(Decimal(count), 0) for count in counts]
    return words


def all_of(count: int, noun: str) -> str:
    """Name all of so many, as a sentence begins.

    >>> all_of(1, "IKU"), all_of(2, "IKU"), all_of(40, "IKU")
    ('Satu-satunya IKU', 'Kedua IKU', 'Seluruh IKU yang berjumlah 40')
    """
    if count == 1:
        return f"Satu-satunya {noun}"
    written = count_in_words(count)
    if written[0].isdigit():
        return f"Seluruh {noun} yang berjumlah {written}"
    return f"Ke{written} {noun}"


def name_scale(code: object) -> str:
    """Name a rating scale by the words of its code; its abbreviations are capitals.

    >>> name_scale("akip_lokal"), name_scale("dukungan_program")
    ('AKIP lokal', 'dukungan program')
    """
    words = str(code).replace("_", " ").split()
    return " ".join(word.upper() if word in ABBREVIATIONS else word for word in words)


def dash_years(text: str) -> str:
    """Write the dash of a range of years as one, whoever typed it.

    >>> dash_years("Renstra 2024-2026, Nomor 12-2024, 3-2022-2024")
    'Renstra 2024–2026, Nomor 12-2024, 3-2022-2024'
    """
    return YEARS.sub("\\1–\\2", text)


def join_words(words: Sequence[str]) -> str:
    """Join with commas and a final ``dan``; ``serta`` where one of them has its own ``dan``.

    >>> join_words(["a", "b", "c"]), join_words(["a", "b"]), join_words(["a dan b", "c"])
    ('a, b, dan c', 'a dan b', 'a dan b serta c')
    """
    link = "serta" if len(words) > 1 and any(" dan " in word for word in words) else "dan"
    if len(words) <= 2:
        return f" {link} ".join(words)
    return ", ".join(words[:-1]) + f", {link} {words[-1]}"
