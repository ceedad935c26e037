"""One cell at a time: what it is read as, or what the analyst is told to do about it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from lkjip_analysis.data.dialect import (
    CellError,
    check_text,
    clean,
    clean_lines,
    is_blank,
    parse_code,
    parse_date,
    parse_text,
    parse_year,
    suggest,
)
from lkjip_analysis.data.numbers import parse_count, parse_number


def told(read, *values: object, **more: object) -> tuple[str, str]:  # type: ignore[no-untyped-def]
    """Give the fault and the remedy with which a cell is refused."""
    with pytest.raises(CellError) as caught:
        read(*values, **more)
    assert caught.value.allowed
    return caught.value.message, caught.value.remedy


ANGKA_SAJA = "tulis angkanya saja, atau kosongkan bila belum tersedia"
SATU = "tulis satu angka saja"
NUMBERS = [
    ("84 poin", "angka dan teks tercampur dalam satu sel",
     'tulis 84 saja; "poin" ditulis di kolom lain'),
    ("BB (72,5)", "angka dan teks tercampur dalam satu sel",
     'tulis 72,5 saja; "BB" ditulis di kolom lain'),
    ("85.5 poin", "angka dan teks tercampur dalam satu sel",
     'tulis 85,5 saja; "poin" ditulis di kolom lain'),
    ("nilai 72.", "angka dan teks tercampur dalam satu sel",
     'tulis 72 saja; "nilai" ditulis di kolom lain'),
    ("IDR 5", "tanda mata uang tidak dipakai di kolom ini", "tulis 5 saja"),
    ("Rp. 5", "tanda mata uang tidak dipakai di kolom ini", "tulis 5 saja"),
    ("12 ribu", "angka disingkat dengan kata",
     "tulis angkanya lengkap tanpa kata, misalnya 600000000"),
    ("1,5 jt", "angka disingkat dengan kata",
     "tulis angkanya lengkap tanpa kata, misalnya 600000000"),
    ("2 T", "angka disingkat dengan kata",
     "tulis angkanya lengkap tanpa kata, misalnya 600000000"),
    ("2 miliar rupiah", "angka disingkat dengan kata",
     "tulis angkanya lengkap tanpa kata, misalnya 600000000"),
    ("≥ 80", "ada tanda pembanding di depan angka",
     "tulis satu angka saja; penjelasannya di kolom lain"),
    ("~80", "ada tanda pembanding di depan angka",
     "tulis satu angka saja; penjelasannya di kolom lain"),
    ("80-84", "bukan satu bilangan, melainkan rentang atau pecahan", SATU),
    ("80 s.d. 84", "bukan satu bilangan, melainkan rentang atau pecahan", SATU),
    ("80 sampai 84", "bukan satu bilangan, melainkan rentang atau pecahan", SATU),
    ("3/4", "bukan satu bilangan, melainkan rentang atau pecahan", SATU),
    ("3 dari 4", "bukan satu bilangan, melainkan rentang atau pecahan", SATU),
    ("10:30", "bukan satu bilangan, melainkan rentang atau pecahan", SATU),
    ("80% - 84", "bukan satu bilangan, melainkan rentang atau pecahan", SATU),
    ("(1.234,5)", "bilangan negatif ditulis dalam kurung", "tulis -1.234,5"),
    ("84-", "tanda kurang tidak terbaca", "tulis -84"),
    ("–84", "tanda kurang tidak terbaca", "tulis -84"),
    ("’84", "ada tanda petik di depan angka", "tulis 84 tanpa tanda petik"),
    ("'-8,4", "ada tanda petik di depan angka", "tulis -8,4 tanpa tanda petik"),
    ("1 234 567", "ada spasi di dalam angka", "tulis 1234567"),
    ("1.234 567", "ada spasi di dalam angka", "tulis 1.234567"),
    (",5", "titik atau koma berada di awal atau akhir angka",
     "lengkapi atau hapus angka desimalnya"),
    ("-.5", "titik atau koma berada di awal atau akhir angka",
     "lengkapi atau hapus angka desimalnya"),
    ("5,", "titik atau koma berada di awal atau akhir angka",
     "lengkapi atau hapus angka desimalnya"),
    ("1,2E3", "bilangan tersimpan dalam notasi ilmiah, sebagian angkanya mungkin sudah hilang",
     "atur format sel menjadi Angka, ketik ulang dari dokumen sumber, lalu simpan"),
    ("-1e-5", "bilangan tersimpan dalam notasi ilmiah, sebagian angkanya mungkin sudah hilang",
     "atur format sel menjadi Angka, ketik ulang dari dokumen sumber, lalu simpan"),
    ("８４", "angka ditulis dengan huruf yang bukan 0-9",
     "ketik ulang angkanya dengan papan ketik biasa"),
    ("tinggi", "bukan bilangan", ANGKA_SAJA),
    ("1 dan 2", "bukan bilangan", ANGKA_SAJA),
    ("9" * 201 + "x", "bukan bilangan", ANGKA_SAJA),
    ("84%", "tanda % tidak dipakai di kolom ini",
     "tulis angkanya saja; satuan ada di kolom satuan"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fault", "remedy"), NUMBERS, ids=[text[:12] for text, _, _ in NUMBERS]
)
def test_no_number(text: str, fault: str, remedy: str) -> None:
    assert told(parse_number, text, ";") == (fault, remedy)


@pytest.mark.parametrize(
    ("text", "delimiter", "remedy"),
    [
        ("73.47", ";", "pada berkas ini tanda desimal adalah koma: tulis 73,47"),
        ("1,234.5", ";", "pada berkas ini tanda desimal adalah koma: tulis 1234,5"),
        ("73,47", ",", "pada berkas ini tanda desimal adalah titik: tulis 73.47"),
        ("1.234.567,5", ",", "pada berkas ini tanda desimal adalah titik: tulis 1234567.5"),
        ("1.23.4567", ";", "pada berkas ini tanda desimal adalah koma"),  # nothing to offer
        ("1.23.4567", ",", "pada berkas ini tanda desimal adalah titik"),
    ],
)
def test_the_signs_of_the_other_dialect(text: str, delimiter: str, remedy: str) -> None:
    fault = "tanda desimal atau ribuan tidak sesuai dengan berkas berpemisah "
    shown = "titik koma (;)" if delimiter == ";" else "koma (,)"
    assert told(parse_number, text, delimiter) == (fault + shown, remedy)


@pytest.mark.parametrize(
    ("delimiter", "rupiah", "allowed"),
    [
        (";", False, "bilangan seperti 73,47 atau 2.487.371.653"),
        ("\t", False, "bilangan seperti 73,47 atau 2.487.371.653"),
        (",", False, "bilangan seperti 73.47 atau 2487371653"),
        (";", True, "rupiah bulat seperti 2.487.371.653 atau 2487371653"),
        (",", True, "rupiah bulat seperti 2487371653 atau 2,487,371,653"),
    ],
)
def test_allowed_numbers_are_shown_in_the_dialect(
    delimiter: str, rupiah: bool, allowed: str
) -> None:
    with pytest.raises(CellError) as caught:
        parse_number("belum", delimiter, rupiah=rupiah)
    assert caught.value.allowed == allowed


def test_a_number_may_have_eighteen_digits_and_twenty_decimals() -> None:
    assert parse_number("9" * 18, ";") == Decimal("9" * 18)
    assert parse_number("0," + "1" * 20, ";") == Decimal("0." + "1" * 20)
    too_long = ("bilangan terlalu panjang", "periksa angkanya pada dokumen sumber")
    assert told(parse_number, "1" * 19, ";") == too_long
    assert told(parse_number, "0," + "1" * 21, ";") == too_long
    with pytest.raises(CellError) as caught:
        parse_number("1" * 19, ";")
    assert caught.value.allowed == ("paling banyak 18 angka, dan 20 di belakang tanda desimal")


@pytest.mark.parametrize("text", ["5", "5%", "5 %", "+5", "05", "5,0"])
def test_a_percentage_with_or_without_its_sign(text: str) -> None:
    assert parse_number(text, ";", percent_sign=True) == 5


@pytest.mark.parametrize(
    ("text", "value"),
    [("Rp5", 5), ("rp. 5,-", 5), ("Rp 5.000.-", 5000), ("-Rp5", -5), ("- rp 5", -5), ("5,00", 5)],
)
def test_rupiah(text: str, value: int) -> None:
    number = parse_number(text, ";", rupiah=True)
    assert number == value
    assert number.as_tuple().exponent == 0


def test_two_amounts_are_not_one() -> None:
    assert told(parse_number, "Rp5Rp6", ";", rupiah=True)[0] == "bukan bilangan"


def test_rupiah_is_whole() -> None:
    assert told(parse_number, "5,5", ";", rupiah=True) == (
        "rupiah harus bulat",
        "bila dalam juta atau miliar, tulis dalam rupiah penuh",
    )
    assert told(parse_number, "55.000,5", ";", rupiah=True)[1] == "bulatkan ke rupiah penuh"


def test_two_signs_between_thousands_are_no_decimal_sign() -> None:
    money = Decimal(7_206_500_000)
    assert parse_number("7.206.500.000", ",", rupiah=True) == money
    assert parse_number("7,206,500,000", ";", rupiah=True) == money
    assert parse_number("7.206", ",") == Decimal("7.206")  # one may be a decimal point


@pytest.mark.parametrize(
    ("text", "fault", "remedy"),
    [
        ("-1", "jumlah tidak boleh negatif", "tulis ulang angkanya"),
        ("1,5", "harus bilangan bulat, tanpa desimal", "tulis ulang angkanya"),
        ("satu", "bukan bilangan", ANGKA_SAJA),
    ],
)
def test_no_count(text: str, fault: str, remedy: str) -> None:
    assert told(parse_count, text, ";") == (fault, remedy)
    with pytest.raises(CellError) as caught:
        parse_count(text, ";")
    assert caught.value.allowed == "bilangan bulat, 0 atau lebih, misalnya 3"


def test_counts() -> None:
    assert parse_count("0", ";") == 0
    assert str(parse_count("3,0", ";")) == "3"
    assert parse_count("1,250", ",") == 1250


KODE = (
    "huruf a-z, angka, titik, strip, dan garis bawah, diawali huruf atau angka, "
    "paling panjang 60 (misalnya P1.K1)"
)


@pytest.mark.parametrize(
    ("text", "fault", "remedy"),
    [
        ("P 1", "kode tidak boleh berisi spasi", "hapus spasinya"),
        ("P" * 61, "kode terlalu panjang", "pendekkan kodenya"),
        ("P/1", "kode berisi tanda yang tidak boleh", "tulis ulang kodenya"),
        (".P1", "kode berisi tanda yang tidak boleh", "tulis ulang kodenya"),
        ("é1", "kode berisi tanda yang tidak boleh", "tulis ulang kodenya"),
        ("/" * 60, "kode berisi tanda yang tidak boleh", "tulis ulang kodenya"),
    ],
)
def test_no_code(text: str, fault: str, remedy: str) -> None:
    assert told(parse_code, text) == (fault, remedy)
    with pytest.raises(CellError) as caught:
        parse_code(text)
    assert caught.value.allowed == KODE


@pytest.mark.parametrize("text", ["a", "P1.K1-S_1", "P" * 60, "1.01.01"])
def test_codes(text: str) -> None:
    assert parse_code(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "＝1+1", "+SUM(1)", "-SUM(1)", "@SUM(1)", "-cmd|' /C calc'!A0", "+a|b!c", "@x|y!z",
        "=", "-a.b(",
    ],
)  # fmt: skip
def test_formulas_are_refused(text: str) -> None:
    assert told(check_text, text) == (
        "sel berisi rumus Excel",
        "salin lalu tempel sebagai nilai (Paste Values); "
        "bila ini teks biasa, beri tanda petik tunggal di depannya",
    )


@pytest.mark.parametrize("text", ["#REF!", "#N/A!", "#DIV/0!", "#NAME?", "##", "#value!"])
def test_faults_of_excel_are_refused(text: str) -> None:
    assert told(check_text, text) == (
        "sel berisi galat Excel, bukan nilai",
        "perbaiki rumus atau lebar kolomnya di Excel, lalu simpan nilainya",
    )


@pytest.mark.parametrize(
    "text",
    ["#", "#1", "# catatan", "- (satu)", "+62 (321)", "@dinas.contoh", "a=b", "-5", "Â", "Ã©"[0]],
)
def test_plain_texts_pass(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Januari â€“ Juni", "Januari – Juni"),
        ("CafÃ©", "Café"),
        ("5Â°", "5°"),
        ("Januari \ufffd Juni", "Januari ? Juni"),
        ("\ufffd" + "x" * 100, "?" + "x" * 79),
        ("â€“" + "x" * 100, "–" + "x" * 79),
    ],
)
def test_broken_letters_are_mended_for_show(text: str, meant: str) -> None:
    assert told(check_text, text) == (
        "huruf rusak karena salah pengodean",
        f"tulis ulang; mungkin maksudnya: {meant}",
    )


@pytest.mark.parametrize("sign", "\t\xa0\u2007\u202f\u2000\u2009\u200a\u3000")
def test_exotic_blanks_are_blanks(sign: str) -> None:
    assert clean(f"3{sign}unit") == "3 unit"
    assert is_blank(sign)


@pytest.mark.parametrize(
    "sign",
    "\x00\x08\x0e\x1f\x7f\x80\x9f\xad\u200b\u200f\u202a\u202e\u2060\u206f\ufeff\ufffe\uffff",
)
def test_what_cannot_be_seen_is_dropped(sign: str) -> None:
    assert clean(f"P{sign}1") == "P1"


def test_dashes_and_letters_stay() -> None:
    assert clean("2024\u20132026") == "2024\u20132026"
    assert clean("\u2010\u2027\u203b\u205f\u2070") == "\u2010\u2027\u203b\u205f\u2070"
    assert clean(" ~ ") == "~"


def test_lines_of_a_cell_stay_lines() -> None:
    assert clean_lines(" satu \r\n\xa0dua\u200b\n\ntiga ") == "satu\ndua\n\ntiga"
    assert clean_lines("  satu dua ") == "satu dua"
    assert clean_lines("é\n") == "é"


def test_a_guarded_text_loses_its_apostrophe() -> None:
    for sign in "=+-@":
        assert parse_text(f"'{sign}5 derajat") == f"{sign}5 derajat"
    assert parse_text("'5'") == "'5'"
    assert parse_text("x'-5") == "x'-5"


@pytest.mark.parametrize(
    ("found", "allowed", "guess"),
    [
        ("Kode Sasaran", ["kode_sasaran"], 'maksud Anda "kode_sasaran"?'),
        ("kode-sasaran", ["kode_sasaran"], 'maksud Anda "kode_sasaran"?'),
        ("REALISASI", ["target", "realisasi"], 'maksud Anda "realisasi"?'),
        ("pagu_", ["pagu", "nama"], 'maksud Anda "pagu"?'),
        ("xyz", ["pagu"], ""),
        ("", ["pagu"], ""),
        ("pagu", [], ""),
        ("a" * 80, ["a" * 78], f'maksud Anda "{"a" * 78}"?'),
        ("a" * 81, ["a" * 78], ""),  # no name is that long
    ],
)
def test_a_guess_at_what_was_meant(found: str, allowed: list[str], guess: str) -> None:
    assert suggest(found, allowed) == guess


def test_the_first_of_two_alike_is_meant() -> None:
    assert suggest("kode sasaran", ["kode_sasaran", "Kode-Sasaran"]) == (
        'maksud Anda "kode_sasaran"?'
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-2-29", (2024, 2, 29)),
        ("1/2/2024", (2024, 2, 1)),
        ("31.12.2024", (2024, 12, 31)),
        ("31-12-2024", (2024, 12, 31)),
        ("17 Agustus 2024", (2024, 8, 17)),
        ("17 agt. 2024", (2024, 8, 17)),
        ("17-Ags-2024", (2024, 8, 17)),
        ("17 agu 2024", (2024, 8, 17)),
        ("1 nop 2024", (2024, 11, 1)),
        ("1 nov 2024", (2024, 11, 1)),
        ("1 Desember 2199", (2199, 12, 1)),
        ("2024-01-06T00:00:00", (2024, 1, 6)),
        ("2024-01-06 00:00", (2024, 1, 6)),
        ("2024-01-06 00:00:00.000", (2024, 1, 6)),
    ],
)
def test_dates(text: str, day: tuple[int, int, int]) -> None:
    assert parse_date(text) == dt.date(*day)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_by_its_name(month: int) -> None:
    names = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
             "September", "Oktober", "November", "Desember")  # fmt: skip
    name = names[month - 1]
    assert parse_date(f"3 {name} 2024") == parse_date(f"3 {name[:3]} 2024")
    assert parse_date(f"3 {name.upper()} 2024") == dt.date(2024, month, 3)


ULANG = "tulis ulang tanggalnya"
DATES = [
    ("31/02/2025", "tanggal itu tidak ada di kalender", ULANG),
    ("0/1/2025", "tanggal itu tidak ada di kalender", ULANG),
    ("1/13/2025", "tidak ada bulan ke-13", "urutannya hari, bulan, tahun"),
    ("12/13/2025", "tidak ada bulan ke-13", "urutannya hari, bulan, tahun"),
    ("13/13/2025", "tanggal itu tidak ada di kalender", ULANG),
    ("2025-00-01", "tanggal itu tidak ada di kalender", ULANG),
    ("16 Januri 2025", "nama bulan tidak dikenal", 'maksud Anda "Januari"?'),
    ("16 xyz 2025", "nama bulan tidak dikenal", ULANG),
    ("45673", "tanggal tersimpan sebagai angka seri Excel",
     "atur format sel menjadi Tanggal, lalu simpan ulang"),
    ("16/01/25", "tahun pada tanggal harus empat angka", ULANG),
    ("Januari 2025", "bukan tanggal", ULANG),
    ("15673", "bukan tanggal", ULANG),  # 1942: nobody's date
    ("1/2/1824", "bukan tahun", "tulis ulang tahunnya"),
    ("2025-01-06 12:00", "bukan tanggal", ULANG),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fault", "remedy"), DATES, ids=[text for text, _, _ in DATES])
def test_no_date(text: str, fault: str, remedy: str) -> None:
    assert told(parse_date, text) == (fault, remedy)


def test_allowed_dates_are_shown() -> None:
    with pytest.raises(CellError) as caught:
        parse_date("besok")
    assert caught.value.allowed == (
        "2025-01-06, 06/01/2025 (hari/bulan/tahun), atau 6 Januari 2025"
    )


@pytest.mark.parametrize("text", ["1900", "1999", "2024", "2199"])
def test_years(text: str) -> None:
    assert parse_year(text) == int(text)


@pytest.mark.parametrize("text", ["1899", "2200", "24", "20245", "2.024", "２０２４"])
def test_no_years(text: str) -> None:
    assert told(parse_year, text) == ("bukan tahun", "tulis ulang tahunnya")
    with pytest.raises(CellError) as caught:
        parse_year(text)
    assert caught.value.allowed == "empat angka, misalnya 2025"
