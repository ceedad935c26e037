"""The form of a file: what it is if it is no CSV, and where its head, rows and quotes are."""

from __future__ import annotations

import pytest

from lkjip_analysis.data.sheet import SAVE_AGAIN, FileFormError, Sheet, decode, parse_sheet

KNOWN = ("kode", "nama", "pagu")
BUKA = "buka tabelnya di Excel, lalu simpan sebagai 'CSV UTF-8 (Comma delimited)'"
EMPTY = ("berkas kosong", "isi baris judul kolom dan datanya, atau hapus berkas ini", None)


def refused(raw: bytes | str) -> tuple[str, str, int | None]:
    """Give the fault, the remedy and the row with which a file is refused."""
    with pytest.raises(FileFormError) as caught:
        parse_sheet(decode(raw) if isinstance(raw, bytes) else raw, KNOWN)
    return caught.value.message, caught.value.remedy, caught.value.row


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"PK\x03\x04...", "buku kerja Excel"),
        (b"\xd0\xcf\x11\xe0...", "buku kerja Excel"),
        (b"%PDF-1.7", "dokumen PDF"),
        (b"{\\rtf1", "dokumen RTF"),
        (b"\x1f\x8b\x08", "arsip terkompresi"),
    ],
)
def test_another_kind_of_file(raw: bytes, what: str) -> None:
    assert refused(raw) == (f"isi berkas adalah {what}, bukan CSV", BUKA, None)


@pytest.mark.parametrize(
    "raw",
    [b"<!DOCTYPE html>", b"\xef\xbb\xbf\r\n\t <html>", b"<TABLE>", b"<?xml version", b"<meta x>"],
)
def test_a_web_page(raw: bytes) -> None:
    assert refused(raw) == (
        "isi berkas adalah halaman web (HTML/XML), bukan CSV",
        "buka di Excel, lalu simpan ulang sebagai 'CSV UTF-8 (Comma delimited)'",
        None,
    )


def test_a_less_than_sign_is_no_web_page() -> None:
    assert parse_sheet(decode(b"kode;nama\nA;<b>\n"), KNOWN).rows == ((2, ("A", "<b>")),)


@pytest.mark.parametrize(
    "raw",
    ["kode;nama\nA;b\n".encode("utf-16"), "kode;nama\nA;b\n".encode("utf-16-le"),
     b"\xfe\xff" + "kode;nama\n".encode("utf-16-be"), b"\xff\xfe"],
)  # fmt: skip
def test_utf_16(raw: bytes) -> None:
    assert refused(raw) == (
        "berkas tersimpan sebagai teks Unicode (UTF-16), bukan UTF-8",
        SAVE_AGAIN,
        None,
    )


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"sep=;\n", b"sep=;\n \n", b";;\n;;\n"])
def test_nothing_in_it(raw: bytes) -> None:
    assert refused(raw) == EMPTY


def test_the_row_of_a_broken_byte() -> None:
    """Counted as a spreadsheet counts: a break within quotes starts no row."""
    text = b'kode;nama\r\nA;"satu\r\ndua"\rB;ra\x00pat\n'
    assert refused(text) == (
        "berkas berisi bita kosong (NUL), mungkin rusak",
        SAVE_AGAIN,
        3,
    )
    with pytest.raises(FileFormError) as caught:
        decode(text.replace(b"\x00", b"\x96"))
    assert (caught.value.message, caught.value.row) == ("huruf tersimpan bukan sebagai UTF-8", 3)
    assert caught.value.found == "B;ra–pat"


def test_what_is_around_a_broken_letter_is_short() -> None:
    raw = b"kode;nama\n" + b"x" * 60 + b"\x96" + b"y" * 60 + b"\n"
    with pytest.raises(FileFormError) as caught:
        decode(raw)
    assert caught.value.found == "x" * 40 + "–" + "y" * 19


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("kode;nama\nA;b\n", ";"),
        ("kode,nama\nA,b\n", ","),
        ("kode\tnama\nA\tb\n", "\t"),
        ("sep=,\nkode,nama\nA,b\n", ","),
        ('"sep=;";\r\nkode;nama\r\nA;b\r\n', ";"),
        ("SEP=\t\nkode\tnama\nA\tb\n", "\t"),
        ("sep=|\nkode;nama\nA;b\n", ";"),  # no delimiter of ours: by the head
        ('\n;;\n"KODE";" Nama "\nA;b\n', ";"),
    ],
)
def test_the_delimiter_is_found_by_the_head(text: str, delimiter: str) -> None:
    sheet = parse_sheet(text, KNOWN)
    assert sheet.delimiter == delimiter
    assert [name.casefold() for name in sheet.header] == ["kode", "nama"]
    assert [record for _, record in sheet.rows] == [("A", "b")]


def test_commas_in_a_head_do_not_outvote_known_names() -> None:
    assert parse_sheet("kode;nama;a,b,c,d\n1;2;3\n", KNOWN).delimiter == ";"


def test_rows_keep_their_numbers() -> None:
    assert parse_sheet(';;\nkode;nama;\nA;"x\ny";\n;;\nB\n', KNOWN) == Sheet(
        ";", ("kode", "nama"), 2, ((3, ("A", "x\ny")), (5, ("B", "")))
    )


def test_cells_beyond_the_head() -> None:
    sheet = parse_sheet("kode;nama\nA;b;;\nB;c;d;e;\n", KNOWN)
    (fault,) = sheet.faults
    assert (fault.baris, fault.found) == (3, "B;c;d;e")
    assert fault.message == "baris berisi 4 sel, padahal judul kolom hanya 2"
    assert fault.remedy == (
        "apit teks yang memuat tanda titik koma (;) dengan tanda kutip ganda, "
        "atau hapus sel yang berlebih"
    )
    assert sheet.rows == ((2, ("A", "b")), (3, ("B", "c")))


def test_a_head_without_a_name_at_its_end_is_as_wide_as_its_names() -> None:
    assert parse_sheet("kode;;nama;;\nA;x;b;;\n", KNOWN).header == ("kode", "", "nama")


KUTIP = "periksa tanda kutip ganda pada baris ini (di dalam teks ditulis dua kali); atau "


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('kode;nama\nA;"b\n', "tanda kutip ganda dibuka tetapi tidak ditutup; sisa berkas terbaca "
         "sebagai satu sel"),
        ('kode;nama\nA;"b"c\n', "ada huruf sesudah tanda kutip ganda penutup, atau tanda kutip "
         "baris ini tidak lengkap"),
    ],
    ids=["dibuka", "huruf"],
)  # fmt: skip
def test_quotes(text: str, fault: str) -> None:
    assert refused(text) == (fault, KUTIP + SAVE_AGAIN, 2)


@pytest.mark.parametrize(
    ("text", "fault", "remedy"),
    [
        ("satu;dua\n1;2\n", "baris pertama bukan judul kolom berkas ini", "tulis judul kolomnya"),
        ("LAPORAN\n;\nkode;nama\n", "judul kolom tidak berada di baris pertama, tetapi di baris 3",
         "hapus semua baris di atas baris 3"),
        ("kode|nama\n1|2\n", "pemisah kolom tidak dikenal",
         f"pakai titik koma (;) atau koma (,); {SAVE_AGAIN}"),
        ('"kode;nama"\n"1;2"\n', "setiap baris diapit tanda kutip ganda, sehingga terbaca sebagai "
         "satu sel", f"buang tanda kutip di awal dan akhir setiap baris, atau {SAVE_AGAIN}"),
        ("kode/nama\n1/2\n", "baris pertama bukan judul kolom berkas ini", "tulis judul kolomnya"),
        ("kode|lain\n1|2\n", "baris pertama bukan judul kolom berkas ini", "tulis judul kolomnya"),
        ("x;y\nkode;1\n", "baris pertama bukan judul kolom berkas ini", "tulis judul kolomnya"),
    ],
)  # fmt: skip
def test_no_head(text: str, fault: str, remedy: str) -> None:
    """One known word alone makes no head: it may be a value."""
    assert refused(text) == (fault, remedy, 1)
    with pytest.raises(FileFormError) as caught:
        parse_sheet(text, KNOWN)
    assert caught.value.allowed == "kode, nama, pagu"
    assert caught.value.found == text.split("\n")[0].strip('"')


def test_one_known_name_is_a_head() -> None:
    assert parse_sheet("kode;apa\n1;2\n", KNOWN).header == ("kode", "apa")


def test_the_head_is_looked_for_in_twenty_rows() -> None:
    above = "x;y\n" * 20
    assert refused(above + "kode;nama\n")[0].endswith("di baris 21")
    assert refused("x;y\n" + above + "kode;nama\n")[0] == (
        "baris pertama bukan judul kolom berkas ini"
    )
