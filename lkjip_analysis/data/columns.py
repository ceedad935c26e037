"""Building blocks of the data model: a row class declares the columns of its file and their types.

A column is written once, as an attribute of its row class. The class gives it with what there is
to say about it (``Iku.target.meaning``), a row gives its value (``row.target``, a ``Decimal`` or
``None``): reading, checking, the data dictionary and the type checker all go by that one line.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar, Generic, Literal, NoReturn, Self, TypeVar, overload

from lkjip_analysis.exceptions import address, cut
from lkjip_analysis.formatting import format_number

Kind = Literal["teks", "kode", "pilihan", "bilangan", "rupiah", "cacah", "tahun", "tanggal"]
T = TypeVar("T")


@dataclass(frozen=True)
class Cell:
    """One cell of a data file, as it stands there."""

    berkas: str
    baris: int
    kolom: str
    nilai: str

    @property
    def tempat(self) -> str:
        """Where it is: ``2024/iku.csv baris 2 kolom target``; in a workbook by its address."""
        cell = address(self.berkas, self.baris, self.kolom)
        place = f"sel {cell}" if cell else f"baris {self.baris}"
        return f"{self.berkas} {place} kolom {self.kolom}"

    def as_record(self) -> dict[str, object]:
        """Give the cell as a plain record; one of a workbook has its address in ``sel``."""
        cell = address(self.berkas, self.baris, self.kolom)
        return {**vars(self), "berkas": str(self.berkas)} | ({"sel": cell} if cell else {})

    def as_published(self) -> dict[str, object]:
        """Give the record that readers get."""
        return self.as_record()


class HiddenCell(Cell):
    """A cell that is not public: readers get only where it is."""

    def as_published(self) -> dict[str, object]:
        """Give the record without what the cell holds."""
        return self.as_record() | {"nilai": None, "publik": False}


@dataclass(frozen=True, eq=False)
class Column(Generic[T]):
    """One column of a data file; ``T`` is what a row holds in it.

    ``required`` says that the column must exist and no cell may be blank;
    a cell of an optional column may be blank, which means "belum tersedia" (never 0). What names
    a row, or tells it from others in words, always is; only a number among keys may be blank.
    ``to_fill`` marks what an analyst fills in anew each year (blank after ``new-year``).
    What is not ``public`` (a NIP, what is nowhere printed) stays in the unit's own files.
    """

    kind: Kind
    meaning: str
    _: KW_ONLY
    key: bool = False  # does it, with the other keys, identify a row?
    naming: bool = False  # does it say what a row is called?
    required: bool = False
    to_fill: bool = False
    public: bool = True
    unit: str = ""
    choices: tuple[str, ...] = ()
    pattern: str = ""  # of choices beyond those
    minimum: float | None = None
    maximum: float | None = None
    refers_to: str = ""  # "tabel.kolom" (or "tabel.kolom|kolom") whose values are allowed
    percent_sign: bool = False  # may cells be written with % ?
    example: str = ""
    bad_example: str = ""
    default: str = ""  # used, and named in the report's methods, where the file is silent
    name: str = ""  # of the attribute it is
    table: type[Row] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Require what rows are known by."""
        known_by = self.naming or (self.key and self.blank is not None)
        vars(self).update(required=self.required or known_by)

    def __set_name__(self, owner: type[Any], name: str) -> None:
        """Take the name of the attribute, and keep the table it belongs to."""
        vars(self).update(name=name, table=owner)

    @overload
    def __get__(self, row: None, owner: type) -> Column[T]: ...
    @overload
    def __get__(self, row: Record, owner: type) -> T: ...
    def __get__(self, row: Record | None, owner: type) -> Column[T] | T:
        """Give the column itself to its class; a row finds its value before it asks here."""
        if row is not None:
            raise AttributeError(self.name)
        return self

    @property
    def blank(self) -> str | None:
        """What a row holds where the cell is blank: no text, or no number."""
        return "" if self.kind in ("teks", "kode", "pilihan") else None


def limits_of(column: Column[Any]) -> str:
    """Say between what limits a column's numbers lie; blank where it has none."""
    low, high = (
        None if limit is None else format_number(Decimal(str(limit)))
        for limit in (column.minimum, column.maximum)
    )
    if low and high:
        return f"{low} sampai {high}"
    return f"paling kecil {low}" if low else f"paling besar {high}" if high else ""


text = partial(Column[str], "teks")
code = partial(Column[str], "kode")
choice = partial(Column[str], "pilihan")
number = partial(Column[Decimal | None], "bilangan")
amount = partial(Column[Decimal | None], "rupiah")
rupiah = partial(amount, unit="rupiah", minimum=0, to_fill=True)
year = partial(Column[int | None], "tahun")
day = partial(Column[dt.date | None], "tanggal")
count = partial(Column[Decimal | None], "cacah")
factor = partial(Column[Decimal], "bilangan", required=True)
ordinal = partial(Column[Decimal], "cacah", required=True, maximum=9999, example="1")


class Record:
    """Values by column; every column is an attribute. Read, never changed."""

    columns: ClassVar[tuple[Column[Any], ...]]
    column_names: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls) -> None:
        """List the columns."""
        cls.columns = tuple(held for held in vars(cls).values() if isinstance(held, Column))
        cls.column_names = tuple(column.name for column in cls.columns)

    def __init__(self, values: Mapping[str, Any]) -> None:
        vars(self).update(values)

    def __repr__(self) -> str:
        filled = (f"{name}={vars(self)[name]}" for name in self.column_names if self.has(name))
        return cut("; ".join(filled), 200)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: data are read, never changed."""
        raise AttributeError(f"{type(self).__name__}.{name} is read only")

    @overload
    def __getitem__(self, kolom: Column[T]) -> T: ...
    @overload
    def __getitem__(self, kolom: str) -> Any: ...
    def __getitem__(self, kolom: Column[Any] | str) -> Any:
        """Value of a column that a loop goes over."""
        return vars(self)[self._name(kolom)]

    def has(self, kolom: Column[Any] | str) -> bool:
        """Is there anything in a column?"""
        return self[kolom] not in (None, "")

    def having(self, **values: object) -> Self:
        """Give the row with other values, at the same cells."""
        other = copy.copy(self)
        vars(other).update({self._name(name): value for name, value in values.items()})
        return other

    def _name(self, kolom: Column[Any] | str) -> str:
        name = kolom if isinstance(kolom, str) else kolom.name
        if name not in self.column_names:
            raise KeyError(f"{type(self).__name__} has no column {name}")
        return name


class Row(Record):
    """One row of a data file. A subclass is the declaration of the file.

    ``line`` counts as a spreadsheet does: the header is 1. Text that is not there is blank, a
    number that is not there ``None``. Only rows that have not been checked lack what is required.

    >>> class KotakSaran(Row, row_is="satu kotak"):
    ...     kode = code("kode kotak", key=True, required=True)
    ...     isi = count("banyaknya surat")
    >>> KotakSaran.file, KotakSaran.key, KotakSaran.isi.meaning
    ('kotak_saran.csv', ('kode',), 'banyaknya surat')
    >>> KotakSaran("kotak_saran.csv", 2, {"kode": "K1", "isi": None}, {"isi": "-"}).cell("isi")
    Cell(berkas='kotak_saran.csv', baris=2, kolom='isi', nilai='-')
    """

    name: ClassVar[str]
    file: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    row_is: ClassVar[str]
    compulsory: ClassVar[bool]  # must be there (and filled) for a final report
    carried_over: ClassVar[bool]  # does ``new-year`` copy the rows?
    shared: ClassVar[bool]  # lies beside the year folders, not in them
    public: ClassVar[bool]  # may readers of the report see its rows?
    used_in: ClassVar[str]
    line: int

    def __init_subclass__(
        cls,
        *,
        row_is: str,
        used_in: str = "",
        compulsory: bool = True,
        carried_over: bool = True,
        shared: bool = False,
        public: bool = True,
        folder: str = "",
    ) -> None:
        """Name the file after the class; it may lie in a ``folder`` of its own with others."""
        super().__init_subclass__()
        cls.name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        cls.file = f"{folder}{cls.name}.csv"
        cls.key = tuple(column.name for column in cls.columns if column.key)
        cls.row_is, cls.used_in, cls.shared = row_is, used_in, shared
        cls.compulsory, cls.carried_over, cls.public = compulsory, carried_over, public

    def __init__(
        self, berkas: str, line: int, values: Mapping[str, Any], texts: Mapping[str, str]
    ) -> None:
        super().__init__(values)
        vars(self).update(line=line, _berkas=berkas, _texts=texts)

    def __repr__(self) -> str:
        return f"{vars(self)['_berkas']} baris {self.line}: {super().__repr__()}"

    def cell(self, kolom: Column[Any] | str) -> Cell:
        """Point at a cell."""
        held, name = vars(self), self._name(kolom)
        kind = Cell if self.shows(name) else HiddenCell
        return kind(held["_berkas"], self.line, name, held["_texts"].get(name, ""))

    def shows(self, kolom: str) -> bool:
        """May readers see what stands in a column of this row?"""
        return self.public and getattr(type(self), kolom).public

    def rewritten(self, kolom: Column[Any], value: object, text: str) -> Self:
        """Give the row with another value, and another text in its cell."""
        other = self.having(**{kolom.name: value})
        vars(other).update(_texts={**vars(self)["_texts"], kolom.name: text})
        return other

    @property
    def called(self) -> str:
        """What the row is called, by its naming column; blank where it has none."""
        return next((self[column] for column in self.columns if column.naming), "")

    def cells(self, *kolom: Column[Any] | str) -> tuple[Cell, ...]:
        """Point at several cells of the row."""
        return tuple(self.cell(name) for name in kolom)
