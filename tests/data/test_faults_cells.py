"""Cells that cannot be read as meant: each fault's message, by snapshot."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from faults import as_comma_file, message_of, put_cell
from syrupy.assertion import SnapshotAssertion
from unit_kecil import set_cell

from lkjip_analysis.data.dialect import CellError, clean, is_blank, parse_date
from lkjip_analysis.data.numbers import parse_number
from lkjip_analysis.data.schemas import Iku
from lkjip_analysis.data.validation import inspect_year, load_year

IKU = "2024/iku.csv"
PROGRAM = "2024/program.csv"
IDENTITAS = "2024/identitas.csv"


def realisasi(value: str) -> Callable[[Path], object]:
    return put_cell(IKU, 2, "realisasi", value)


def pagu(value: str) -> Callable[[Path], object]:
    return put_cell(PROGRAM, 4, "pagu", value)


def penutup(value: str) -> Callable[[Path], object]:
    return put_cell(IDENTITAS, 16, "nilai", value)


def in_comma_file(file: str, baris: int, kolom: str, value: str) -> Callable[[Path], object]:
    def fault(root: Path) -> None:
        set_cell(root, file, baris, kolom, value)
        as_comma_file(root, file)

    return fault


FAULTS: dict[str, Callable[[Path], object]] = {
    # numbers
    "iku-predikat-dan-angka": realisasi("BB (72)"),
    "iku-angka-dan-satuan": realisasi("84 poin"),
    "iku-desimal-titik-di-berkas-titik-koma": realisasi("73.47"),
    "iku-desimal-koma-di-berkas-koma": in_comma_file(IKU, 2, "realisasi", "73,47"),
    "iku-ribuan-titik-di-berkas-koma": in_comma_file(IKU, 2, "realisasi", "1.234,5"),
    "iku-notasi-ilmiah": realisasi("8,4E+01"),
    "iku-1e999": realisasi("1e999"),
    "iku-infinity": realisasi("Infinity"),
    "iku-nan": realisasi("NaN"),
    "iku-titik-di-belakang": realisasi("1.234."),
    "iku-koma-di-depan": realisasi(",5"),
    "iku-ribuan-tidak-tiga-tiga": realisasi("1.23.4567"),
    "iku-kurung-negatif": realisasi("(84)"),
    "iku-kurang-di-belakang": realisasi("84-"),
    "iku-persen": realisasi("84%"),
    "iku-rupiah": realisasi("Rp84"),
    "iku-rentang": realisasi("80 - 84"),
    "iku-pembanding": realisasi("> 84"),
    "iku-petik": realisasi("'84"),
    "iku-spasi-ribuan": realisasi("1 234"),
    "iku-angka-arab": realisasi("٨٤"),
    "iku-angka-lebar-penuh": realisasi("８４"),
    "iku-tulisan": realisasi("belum ada"),
    "iku-terlalu-panjang": realisasi("9" * 40),
    "iku-desimal-terlalu-panjang": realisasi("0," + "1" * 40),
    "iku-teks-sangat-panjang": realisasi("panjang " * 10_000),
    "rumus": realisasi("=SUM(B2:B9)"),
    "rumus-perintah": put_cell(IKU, 2, "catatan", "=cmd|' /C calc'!A0"),
    "rumus-perintah-plus": put_cell(IKU, 2, "catatan", "+cmd|' /C calc'!A0"),
    "rumus-keong": put_cell(IKU, 2, "catatan", "@SUM(1+1)*cmd|' /C calc'!A0"),
    "rumus-lebar-penuh": put_cell(IKU, 2, "catatan", "＝1+1"),
    "galat-ref": realisasi("#REF!"),
    "galat-div": realisasi("#DIV/0!"),
    "galat-bahasa-lain": realisasi("#NAMA?"),
    "galat-kolom-sempit": realisasi("########"),
    "huruf-rusak": put_cell(IKU, 2, "catatan", "Januari â€“ Juni"),
    "huruf-hilang": put_cell(IKU, 2, "catatan", "Januari \ufffd Juni"),
    "huruf-tak-tercetak": put_cell(IKU, 2, "catatan", "Nilai 中文 tahun ini"),
    "huruf-lebar": put_cell(IKU, 2, "catatan", "nama＠unit"),
    "huruf-jawa-di-fakta": put_cell(IDENTITAS, 2, "nilai", "Dinas ꦲꦏ"),
    "huruf-tak-tercetak-di-pilihan": put_cell(IKU, 2, "polaritas", "上"),
    "teks-terlalu-panjang": put_cell(IKU, 2, "catatan", "kata " * 2_001),
    # money and counts
    "pagu-desimal": pagu("600.000.000,50"),
    "pagu-negatif": pagu("-600.000.000"),
    "pagu-negatif-unicode": pagu("−5"),
    "pagu-juta": pagu("600 juta"),
    "pagu-miliar": pagu("Rp1,5 M"),
    "pagu-notasi-ilmiah": pagu("6E+08"),
    "cacah-desimal": put_cell("2024/sdm.csv", 2, "kebutuhan", "10,5"),
    "cacah-negatif": put_cell("2024/sdm.csv", 2, "kebutuhan", "-1"),
    "skor-di-luar-batas": put_cell("2024/ipp.csv", 2, "skor", "6"),
    "unsur-di-luar-batas": put_cell("2024/skm.csv", 2, "nilai_rata_rata", "0,9"),
    # words
    "iku-tanpa-satuan": put_cell(IKU, 2, "satuan", ""),
    "iku-satuan-strip": put_cell(IKU, 2, "satuan", "-"),
    "polaritas-salah-ketik": put_cell(IKU, 2, "polaritas", "naikk"),
    "polaritas-asing": put_cell(IKU, 2, "polaritas", "tetap"),
    "bagian-salah-ketik": put_cell("2024/narasi.csv", 2, "bagian", "katapengantar"),
    "kode-berspasi": put_cell("2024/sasaran.csv", 3, "kode_sasaran", "S 2"),
    "kode-bertanda": put_cell(PROGRAM, 5, "kode", "P1/K1/S2"),
    "kode-tanggal-dari-excel": put_cell(PROGRAM, 5, "kode", "01/01/2002"),
    "kode-terlalu-panjang": put_cell(PROGRAM, 5, "kode", "P" * 70),
    # facts
    "tahun-bukan-tahun": put_cell(IDENTITAS, 17, "nilai", "24"),
    "tahun-beribuan": put_cell(IDENTITAS, 17, "nilai", "2.024"),
    "tanggal-tidak-ada": penutup("31/02/2025"),
    "tanggal-bulan-13": penutup("1/13/2025"),
    "tanggal-bulan-salah-ketik": penutup("16 Januri 2025"),
    "tanggal-bulan-inggris": penutup("16 May 2025"),
    "tanggal-angka-seri": penutup("45673"),
    "tanggal-tahun-dua-angka": penutup("16/01/25"),
    "tanggal-tanpa-hari": penutup("Januari 2025"),
    "tanggal-tahun-nol": penutup("0001-01-01"),
    "nip-notasi-ilmiah": put_cell(IDENTITAS, 10, "nilai", "1,97001E+17"),
    "nip-dibulatkan": put_cell(IDENTITAS, 10, "nilai", "197001012000032000"),
    "nip-kurang-angka": put_cell(IDENTITAS, 10, "nilai", "19700101 200003 2"),
    "logo-di-luar": put_cell(IDENTITAS, 13, "nilai", "../../rahasia.png"),
    "logo-bukan-gambar": put_cell(IDENTITAS, 13, "nilai", "lambang.docx"),
    "logo-tidak-ada": put_cell(IDENTITAS, 13, "nilai", "lambang.png"),
    "rumus-turun-asing": put_cell(IDENTITAS, 34, "nilai", "R/T"),
    "total-dpa-negatif": put_cell(IDENTITAS, 25, "nilai", "-1"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_message(fault: str, unit_kecil: Path, snapshot: SnapshotAssertion) -> None:
    FAULTS[fault](unit_kecil)
    assert message_of(unit_kecil) == snapshot


def test_all_at_once(unit_kecil: Path, snapshot: SnapshotAssertion) -> None:
    """Ten faults in six files are told together, each once."""
    for fault in (
        put_cell(IKU, 2, "satuan", ""),
        put_cell(IKU, 3, "target", "20 menit"),
        put_cell(IKU, 4, "kode_sasaran", "S3"),
        put_cell("2023/iku.csv", 2, "realisasi", "BB"),
        put_cell(PROGRAM, 4, "pagu", "Rp 1,5 M"),
        put_cell(PROGRAM, 8, "induk", "P9"),
        put_cell("2024/indikator_program.csv", 3, "urutan", "satu"),
        put_cell(IDENTITAS, 2, "kunci", "nama unit"),
        penutup("31/02/2025"),
        put_cell("skala_predikat.csv", 3, "batas_atas", "79"),
    ):
        fault(unit_kecil)
    assert message_of(unit_kecil) == snapshot


def test_more_than_fifty_are_cut(unit_kecil: Path) -> None:
    path = unit_kecil / "2024/sarpras.csv"
    head = path.read_text().splitlines()[0]
    path.write_text("\n".join([head, *(f"{n};Kursi;x;0;1;0" for n in range(1, 81))]))
    message = message_of(unit_kecil)
    assert message.startswith("Ditemukan 80 masalah pada data:")
    assert message.endswith("... dan 30 masalah lain.")
    assert message.count("bukan bilangan") == 50


def test_record_of_a_fault_is_short_and_plain(unit_kecil: Path) -> None:
    realisasi("\x1b[31m" + "panjang " * 10_000)(unit_kecil)
    _, problems = inspect_year(2024, unit_kecil)
    record = problems[0].as_record()
    assert record["baris"] == 2
    assert record["kolom"] == "realisasi"
    assert len(str(record)) < 2000
    assert "\x1b" not in str(record)


@pytest.mark.parametrize(
    ("text", "delimiter", "value"),
    [
        ("1.234", ";", "1234"),
        ("1.234", ",", "1.234"),
        ("1,234", ";", "1.234"),
        ("1,234", ",", "1234"),
        ("1.234", "\t", "1234"),
        ("2.487.371.653", ";", "2487371653"),
        ("+5", ";", "5"),
        ("−5,5", ";", "-5.5"),
        ("-0", ";", "0"),
        ("007", ";", "7"),
    ],
)
def test_the_delimiter_decides(text: str, delimiter: str, value: str) -> None:
    assert parse_number(text, delimiter) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Rp2.487.371.653", ";"),
        ("Rp. 2.487.371.653,-", ";"),
        ("rp 2.487.371.653,00", ";"),
        ("2487371653", ";"),
        ("Rp 2,487,371,653.00", ","),
    ],
)
def test_rupiah_as_offices_write_it(text: str, delimiter: str) -> None:
    assert parse_number(text, delimiter, rupiah=True) == 2_487_371_653


@pytest.mark.parametrize(
    "text",
    ["6 Januari 2025", "06/01/2025", "6-1-2025", "6.1.2025", "2025-01-06", "2025-01-06 00:00:00",
     "6 jan 2025", "06-Jan-2025"],
)  # fmt: skip
def test_dates_as_offices_write_them(text: str) -> None:
    assert parse_date(text).isoformat() == "2025-01-06"


@pytest.mark.parametrize(
    "text", ["", " ", "-", "–", "—", "N/A", "n/a", "NA", "#N/A", "\u00a0", "\u200b"]
)
def test_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "--", "nihil", "tidak ada", "0,00"])
def test_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_zero_means_zero_and_blank_means_unknown(unit_kecil: Path) -> None:
    realisasi("0")(unit_kecil)
    put_cell(IKU, 3, "realisasi", "N/A")(unit_kecil)
    rows = load_year(2024, unit_kecil)[Iku].rows
    assert [row.realisasi for row in rows[:2]] == [0, None]


def test_clean_keeps_letters() -> None:
    assert clean(" Aisyiyah\u00a0é ﷽ ½ “kutip” – ") == "Aisyiyah é ﷽ ½ “kutip” –"


@pytest.mark.parametrize(
    "text", ["- Rapat (lanjutan)", "+62 321 123", "-5 derajat", "a=b", "#1", "50%"]
)
def test_plain_texts_are_no_formulas(text: str, unit_kecil: Path) -> None:
    set_cell(unit_kecil, IKU, 2, "catatan", text)
    assert load_year(2024, unit_kecil)[Iku].rows[0].catatan == text


def test_letters_are_composed() -> None:
    """An accent typed on another system is the same letter, so that codes and names match."""
    assert clean("Cafe\u0301") == "Caf\u00e9"


def test_zero_has_no_sign() -> None:
    assert not parse_number("-0", ";").is_signed()


def test_a_number_never_reads_as_something_else() -> None:
    for text in (
        "0.500",
        "012.345",
        ".123",
        "1234.567",
        "1.2345",
        "1e5",
        "0x10",
        "1_000",
        "¹",
        "½",
        "五",
        "1.000,000.0",
        "--5",
        "5 5",
        "1,2,3",
    ):
        with pytest.raises(CellError):
            parse_number(text, ";")
