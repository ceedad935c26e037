"""What we write reads back as it was meant, here and in a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from unit_kecil import SOURCE

from lkjip_analysis.data.dialect import is_blank
from lkjip_analysis.data.numbers import parse_number
from lkjip_analysis.data.reading import read_table
from lkjip_analysis.data.schemas import TABLES, Sasaran
from lkjip_analysis.data.writing import (
    cell_text,
    csv_bytes,
    figures_as_csv,
    guard_formula,
    write_csv,
    write_whole,
)
from lkjip_analysis.results import load_results

FILES = sorted(SOURCE.rglob("*.csv"))


def test_the_form_of_our_files() -> None:
    rows = [
        ("a;b", Decimal("73.47"), None),
        ('kata "kutip"', dt.date(2025, 1, 6), Decimal(2487371653)),
    ]
    assert csv_bytes(("teks", "x", "y"), rows) == (
        b'\xef\xbb\xbfteks;x;y\n"a;b";73,47;\n"kata ""kutip""";2025-01-06;2487371653\n'
    )
    assert (
        csv_bytes(("teks", "x"), [("a;b", Decimal("73.47"))], ",")
        == b"\xef\xbb\xbfteks,x\na;b,73.47\n"
    )


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+62 812 pesan", "-rapat", "@nama", "\tx", "=cmd|' /C calc'!A0", "-1+2", *"＝＋－＠"],
)
def test_a_text_that_would_run_is_guarded(text: str) -> None:
    assert guard_formula(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-5", "+5,2", "-12.5%", "rapat - lanjutan", "", "'Aisyiyah", "2 - 3"]
)
def test_other_texts_stay(text: str) -> None:
    assert guard_formula(text) == text


def test_the_guard_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "sasaran.csv"
    write_csv(path, Sasaran.column_names, [("S1", "-tujuan", "@sasaran")])
    data, problems = read_table(path, Sasaran, "sasaran.csv")
    assert problems == []
    (row,) = data
    assert (row.kode_sasaran, row.tujuan, row.sasaran) == ("S1", "-tujuan", "@sasaran")
    assert row.cell("tujuan").nilai == "'-tujuan"


PRINTABLE = st.sampled_from([*map(chr, range(32, 127)), *"é×÷–“”½"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    text=st.text(PRINTABLE, min_size=1)
    .map(str.strip)
    .filter(lambda text: text and not is_blank(text))
)
@example(text="-a")
@example(text='="a;b"')
def test_any_text_reads_back(tmp_path: Path, text: str) -> None:
    assume(not text.startswith("'"))  # the reader takes its own guard away
    assume(not text.startswith("#"))  # error values of spreadsheets are refused
    path = tmp_path / "sasaran.csv"
    write_csv(path, Sasaran.column_names, [("S1", text, "akhir")])
    data, problems = read_table(path, Sasaran, "sasaran.csv")
    assert problems == []
    assert [row.tujuan for row in data] == [text]


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12
    )
)
@pytest.mark.parametrize("delimiter", [";", ","])
def test_any_number_reads_back(delimiter: str, number: Decimal) -> None:
    assert parse_number(cell_text(number, delimiter), delimiter) == number


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_file_of_ours_is_written_again_to_the_byte(
    path: Path, delimiter: str, tmp_path: Path
) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream, delimiter=";")
    ours = tmp_path / path.name
    ours.write_bytes(csv_bytes(header, rows, delimiter))
    read = read_table(ours, TABLES[path.stem], path.name)[0]  # other faults are not asked for
    again = [[row.cell(name).nilai for name in read.header] for row in read]
    assert csv_bytes(read.header, again, read.delimiter) == ours.read_bytes()
    if delimiter == ";":
        assert ours.read_bytes() == b"\xef\xbb\xbf" + path.read_bytes()


def test_figures_for_a_spreadsheet() -> None:
    cell = {"berkas": "2024/iku.csv", "baris": 2, "kolom": "target", "nilai": "72"}
    other = cell | {"kolom": "realisasi", "nilai": "73,47"}
    given = {"kunci": "a", "satuan": "persen", "rumus": "r ÷ t", "dari": ("t", "r")}
    known = given | {"nilai": 102.0416, "tampil": "102,04%", "masukan": (cell, other), "alasan": ""}
    known |= {"diragukan": "t tidak mungkin."}
    blank = given | {"nilai": None, "tampil": "–", "masukan": (), "dari": (), "alasan": "belum ada"}
    blank |= {"diragukan": ""}
    assert figures_as_csv([known, blank]) == (
        "\ufeffkunci;nilai;satuan;tampil;rumus;masukan;dari;alasan;diragukan\n"
        'a;102,0416;persen;102,04%;r ÷ t;"2024/iku.csv baris 2 kolom target = 72\n'
        '2024/iku.csv baris 2 kolom realisasi = 73,47";"t\nr";;t tidak mungkin.\n'
        "a;;persen;–;r ÷ t;;;belum ada;\n"
    )


def test_every_figure_of_a_year_has_its_row() -> None:
    records = load_results(2024, SOURCE).as_records()
    rows = list(
        csv.DictReader(io.StringIO(figures_as_csv(records).lstrip("\ufeff")), delimiter=";")
    )
    assert [row["kunci"] for row in rows] == [record["kunci"] for record in records]
    assert not [row for row in rows if row["nilai"].startswith(("=", "@", "+"))]
    money = next(row for row in rows if row["kunci"] == "anggaran.pagu")
    assert money["nilai"] == "1000000000"


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_an_interruption_leaves_the_file_whole(tmp_path, monkeypatch, step):
    path = tmp_path / "capaian.ipynb"
    path.write_text("lama", encoding="utf-8")

    def interrupted(self, *_, **__):
        with self.open("wb") as file:
            file.write(b"setengah")
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"baru")
    assert path.read_text(encoding="utf-8") == "lama"
    assert list(tmp_path.iterdir()) == [path]
