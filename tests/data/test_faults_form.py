"""Files whose form is broken, encodings to quotes: each fault's message, by snapshot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import message_of, put, text_of
from syrupy.assertion import SnapshotAssertion
from unit_kecil import edit

from lkjip_analysis.data.schemas import Sasaran
from lkjip_analysis.data.validation import inspect_year, load_year

IKU = "2024/iku.csv"
SASARAN = "2024/sasaran.csv"


def encode(file: str, encoding: str) -> Callable[[Path], object]:
    return lambda root: put(root, file, text_of(root, file).encode(encoding))


def change(file: str, old: str, new: str) -> Callable[[Path], object]:
    return lambda root: edit(root, file, old, new)


def header(file: str, make: Callable[[str], str]) -> Callable[[Path], object]:
    """Make the fault of a changed first line."""

    def fault(root: Path) -> None:
        first, rest = text_of(root, file).split("\n", 1)
        put(root, file, make(first) + "\n" + rest)

    return fault


def workbook() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    return buffer.getvalue()


def cp1252_with_dash(root: Path) -> None:
    edit(root, "2024/identitas.csv", "Januari-Juni 2024", "Januari – Juni 2024")
    encode("2024/identitas.csv", "cp1252")(root)


def quoted_lines(root: Path) -> None:
    put(root, SASARAN, "\n".join(f'"{line}"' for line in text_of(root, SASARAN).splitlines()))


FAULTS: dict[str, Callable[[Path], object]] = {
    "sasaran-cp1252": cp1252_with_dash,
    "sasaran-utf16": encode(SASARAN, "utf-16"),
    "sasaran-utf16-tanpa-bom": encode(SASARAN, "utf-16-le"),
    "sasaran-xlsx-bernama-csv": lambda root: put(root, SASARAN, workbook()),
    "sasaran-xls-bernama-csv": lambda root: put(root, SASARAN, b"\xd0\xcf\x11\xe0" + bytes(600)),
    "sasaran-pdf-bernama-csv": lambda root: put(root, SASARAN, b"%PDF-1.7\n"),
    "sasaran-html-bernama-csv": lambda root: put(root, SASARAN, "\n<HTML><table><tr><td>S1"),
    "sasaran-bita-nul": lambda root: put(
        root, SASARAN, text_of(root, SASARAN).encode().replace(b"S2", b"S\x002")
    ),
    "sasaran-kosong": lambda root: put(root, SASARAN, b""),
    "sasaran-hanya-spasi": lambda root: put(root, SASARAN, b"\xef\xbb\xbf \r\n\r\n"),
    "sasaran-hanya-pemisah": lambda root: put(root, SASARAN, ";;;\n;;;\n"),
    "sasaran-hanya-sep": lambda root: put(root, SASARAN, "sep=;\n"),
    "kutip-tidak-ditutup": change(SASARAN, "S2;Meningkatkan", 'S2;"Meningkatkan'),
    "kutip-lalu-huruf": change(SASARAN, "S2;Meningkatkan", 'S2;"Meningkat"kan'),
    "sel-lima-megabita": change(SASARAN, "S2;Meningkatkan", "S2;" + "panjang " * 700_000),
    "pemisah-di-dalam-teks": change(
        SASARAN, "Meningkatnya kualitas pelayanan", "Meningkatnya kualitas; mutu; pelayanan"
    ),
    "pemisah-garis-tegak": lambda root: put(
        root, SASARAN, text_of(root, SASARAN).replace(";", "|")
    ),
    "setiap-baris-dalam-kutip": quoted_lines,
    "judul-di-baris-ketiga": header(SASARAN, lambda line: "TABEL SASARAN;;\n;;\n" + line),
    "bukan-judul-sama-sekali": header(SASARAN, lambda line: "S0;Tujuan lama;Sasaran lama"),
    "judul-salah-ketik": header(IKU, lambda line: line.replace(";target;", ";targett;")),
    "judul-dengan-spasi": header(SASARAN, lambda line: line.replace("kode_s", "Kode S")),
    "judul-asing": header(SASARAN, lambda line: line.replace("tujuan", "warna")),
    "judul-ganda": header(SASARAN, lambda line: line + ";Tujuan"),
    "kolom-kurang": lambda root: put(root, SASARAN, "kode_sasaran;sasaran\nS1;a\nS2;b\n"),
    "kolom-lebih-tanpa-judul": lambda root: put(
        root, SASARAN, "kode_sasaran;;tujuan;sasaran\nS1;x;a;b\nS2;;a;b\n"
    ),
    "kolom-sepuluh-ribu": header(
        SASARAN, lambda line: line + "".join(f";kolom{n}" for n in range(10_000))
    ),
    "judul-sangat-panjang": header(SASARAN, lambda line: line + ";" + "x" * 100_000),
    "baris-sangat-panjang": change(SASARAN, "kualitas pelayanan", "a" + ";z" * 50_000),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_message(fault: str, unit_kecil: Path, snapshot: SnapshotAssertion) -> None:
    FAULTS[fault](unit_kecil)
    assert message_of(unit_kecil) == snapshot


HARMLESS: dict[str, Callable[[str], str | bytes]] = {
    "bom": lambda text: "\ufeff" + text,
    "bom-ganda": lambda text: "\ufeff\ufeff" + text,
    "bom-di-tengah": lambda text: text.replace("\n", "\n\ufeff"),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr-saja": lambda text: text.replace("\n", "\r"),
    "tanpa-baris-akhir": lambda text: text.rstrip("\n"),
    "sep": lambda text: "sep=;\n" + text,
    "sep-berkutip": lambda text: '"sep=;"\r\n' + text,
    "baris-kosong-di-depan": lambda text: "\n;;;\n" + text,
    "baris-kosong-di-tengah": lambda text: text.replace("\n", "\n\n;;; ;\n"),
    "kolom-kosong-di-belakang": lambda text: text.replace("\n", ";;;;\n"),
    "baris-kosong-di-belakang": lambda text: text + ";;\n" * 500,
    "nbsp-dan-nol-lebar": lambda text: text.replace(";", "\u00a0;\u200b"),
    "tab": lambda text: text.replace(";", "\t"),
    "judul-huruf-besar": lambda text: text.replace("kode_sasaran", "KODE_SASARAN "),
    "semua-berkutip": lambda text: "".join(
        ";".join(f'"{cell}"' for cell in line.split(";")) + "\n" for line in text.splitlines()
    ),
    "urutan-kolom-lain": lambda text: "".join(
        ";".join(reversed(line.split(";"))) + "\n" for line in text.splitlines()
    ),
}


def values(root: Path) -> list[list[str]]:
    return [[row[name] for name in row.column_names] for row in load_year(2024, root)[Sasaran]]


@pytest.mark.parametrize("form", HARMLESS)
def test_harmless_form_reads_alike(form: str, unit_kecil: Path) -> None:
    plain = values(unit_kecil)
    put(unit_kecil, SASARAN, HARMLESS[form](text_of(unit_kecil, SASARAN)))
    assert values(unit_kecil) == plain


def test_rows_are_counted_as_in_a_spreadsheet(unit_kecil: Path) -> None:
    """A quoted line break starts no row, a blank row counts, Excel hides the line ``sep=``."""
    text = 'sep=;\r\nkode_sasaran;tujuan;sasaran\r\nS1;"baris\r\ndua";a\r\n\r\nS2;b;c\r\n'
    put(unit_kecil, SASARAN, text)
    year = load_year(2024, unit_kecil)
    assert [row.line for row in year[Sasaran]] == [2, 4]
    assert year[Sasaran].rows[0].tujuan == "baris\ndua"
    assert year[Sasaran].rows[1].cell("tujuan").nilai == "b"


def test_control_characters_do_not_reach_the_report(unit_kecil: Path) -> None:
    edit(unit_kecil, SASARAN, "Meningkatkan pelayanan", "Me\x07ning\x0bkat\u202ekan\ufffe \x9b31m")
    tujuan = load_year(2024, unit_kecil)[Sasaran].rows[1].tujuan
    assert tujuan == "Mening\nkatkan 31m"


def test_a_torn_row_is_told_once_and_the_others_are_still_checked(unit_kecil: Path) -> None:
    edit(unit_kecil, IKU, "IKPP;S2;Indeks", "IKPP;S2;Indeks; mutu; dan; Kualitas")
    edit(unit_kecil, IKU, "WAKTU;S2", "WAKTU;S9")
    _, problems = inspect_year(2024, unit_kecil)
    own = [(p.baris, p.kolom) for p in problems if p.berkas == IKU]
    assert own == [(3, "kode_sasaran"), (4, None)]


def test_the_row_of_a_wrong_letter_is_counted_as_in_a_spreadsheet(unit_kecil: Path) -> None:
    text = 'kode_sasaran;tujuan;sasaran\nS1;"dua\nbaris ""penuh""";a\nS2;b – c;d\n'
    put(unit_kecil, SASARAN, text.encode("cp1252"))
    _, problems = inspect_year(2024, unit_kecil)
    assert [(p.baris, p.ditemukan) for p in problems] == [(3, "S2;b – c;d")]
