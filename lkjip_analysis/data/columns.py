"""Building blocks of the data model: a column, a table, and what their cells may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["teks", "kode", "pilihan", "bilangan", "rupiah", "cacah", "tahun", "tanggal"]

KIND_MEANING: dict[str, str] = {
    "teks": "teks bebas",
    "kode": "kode tanpa spasi: huruf a-z, angka, titik, strip, garis bawah",
    "pilihan": "salah satu pilihan yang disebut",
    "bilangan": "bilangan, boleh desimal (73,47 pada berkas titik koma; 73.47 pada berkas koma)",
    "rupiah": "rupiah bulat tanpa desimal (2.487.371.653 atau 2487371653)",
    "cacah": "bilangan bulat, 0 atau lebih",
    "tahun": "tahun empat angka",
    "tanggal": "tanggal: 2025-01-06, 06/01/2025, atau 6 Januari 2025",
}


@dataclass(frozen=True)
class Column:
    """One column of a data file.

    ``required`` says that the column must exist and no cell may be blank;
    a cell of an optional column may be blank, which means "belum tersedia" (never 0).
    ``to_fill`` marks what an analyst fills in anew each year (blank after ``new-year``).
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    to_fill: bool = False
    unit: str = ""
    choices: tuple[str, ...] = ()
    pattern: str = ""  # of choices beyond those
    minimum: float | None = None
    maximum: float | None = None
    refers_to: str = ""  # "tabel.kolom" whose values are allowed
    percent_sign: bool = False  # may cells be written with % ?
    example: str = ""
    bad_example: str = ""


@dataclass(frozen=True)
class Table:
    """One CSV file: what a row is, its columns, and what identifies a row."""

    name: str
    row_is: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    compulsory: bool = True  # must be there (and filled) for a final report
    carried_over: bool = True  # does ``new-year`` copy the rows?
    shared: bool = False  # lies beside the year folders, not in them
    used_in: str = ""

    @property
    def file(self) -> str:
        """File name of the table."""
        return f"{self.name}.csv"

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Find a column by its name."""
        return next(column for column in self.columns if column.name == name)
