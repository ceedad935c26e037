"""A figure and its history: value, unit, printed form, formula, and the cells it came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from lkjip_analysis.data.reading import Cell, YearData
from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.formatting import format_value

Value = Decimal | str | None

GIVEN = "dari data"


@dataclass(frozen=True)
class Figure:
    """One published figure.

    ``kunci`` is its stable dotted key, ``nilai`` the unrounded value (``None``: not available,
    and ``alasan`` says why), ``tampil`` as printed, ``rumus`` the formula in words, ``masukan``
    the cells of the data files it rests on, ``dari`` the figures the formula takes.
    """

    kunci: str
    nilai: Value
    satuan: str
    tampil: str
    rumus: str
    masukan: tuple[Cell, ...]
    dari: tuple[str, ...] = ()
    alasan: str = ""

    @property
    def known(self) -> bool:
        """Is there a value?"""
        return self.nilai is not None

    @property
    def number(self) -> Decimal:
        """The value as a number; only ask a figure that is known to hold one."""
        assert isinstance(self.nilai, Decimal), self.kunci
        return self.nilai

    def as_record(self) -> dict[str, Any]:
        """Give the record of ``hasil.json``: numbers unrounded, whole ones as integers."""
        record = vars(self) | {"masukan": [vars(cell).copy() for cell in self.masukan]}
        if isinstance(self.nilai, Decimal):
            whole = self.nilai == self.nilai.to_integral_value()
            record["nilai"] = int(self.nilai) if whole else float(self.nilai)
        return record


def slug(code: object) -> str:
    """Make a code fit for a dotted key.

    >>> slug("P1.K1")
    'P1-K1'
    """
    return str(code).replace(".", "-")


@dataclass
class Ledger:
    """Where figures are entered, each once, while a year's results are computed."""

    data: YearData
    figures: dict[str, Figure] = field(default_factory=dict)

    def __getitem__(self, kunci: str) -> Figure:
        """Look up an entered figure."""
        return self.figures[kunci]

    def __contains__(self, kunci: str) -> bool:
        """Has this figure been entered?"""
        return kunci in self.figures

    def enter(self, figure: Figure) -> Figure:
        """Enter a figure; a key is entered once."""
        assert figure.kunci not in self.figures, f"figure entered twice: {figure.kunci}"
        self.figures[figure.kunci] = figure
        return figure

    def given(self, kunci: str, table: str, baris: int, kolom: str, satuan: str,
              data: YearData | None = None) -> Figure:  # fmt: skip
        """Enter a value that stands in a data file (of this year, or of ``data``)."""
        source = data or self.data
        value = source.tables[table].value(baris, kolom)
        cell = source.cell(table, baris, kolom)
        reason = (
            ""
            if value is not None
            else f"belum tersedia: {cell.berkas} baris {cell.baris} kolom {kolom}"
        )
        tampil = format_value(value, satuan, given=True)
        return self.enter(Figure(kunci, value, satuan, tampil, GIVEN, (cell,), alasan=reason))

    def fact(self, kunci: str, key: str, satuan: str) -> Figure:
        """Enter a number that stands in ``identitas.csv``."""
        value = self.data.identitas[key]
        cell = self.data.fact_cell(key)
        reason = (
            "" if value is not None else f"belum tersedia: {key} di {self.data.tahun}/identitas.csv"
        )
        tampil = format_value(value, satuan, given=True)
        return self.enter(
            Figure(kunci, value, satuan, tampil, GIVEN, (cell,) if cell else (), alasan=reason)
        )

    def computed(self, kunci: str, satuan: str, rumus: str, inputs: Sequence[Figure],
                 formula: Callable[..., Value]) -> Figure:  # fmt: skip
        """Enter ``formula(*values of inputs)``; unknown or impossible inputs leave a reason."""
        missing = [figure for figure in inputs if not figure.known]
        value: Value = None
        reason = missing[0].alasan if missing else ""
        if not missing:
            try:
                value = formula(*(figure.nilai for figure in inputs))
            except NotComputableError as error:
                reason = str(error)
        return self._derived(kunci, value, satuan, rumus, inputs, reason)

    def over_known(self, kunci: str, satuan: str, rumus: str, inputs: Sequence[Figure],
                   formula: Callable[[list[Decimal]], Value]) -> Figure:  # fmt: skip
        """Enter a formula over those inputs that are known (means, totals of what there is)."""
        known = [figure for figure in inputs if figure.known]
        value: Value = None
        reason = ""
        try:
            value = formula([figure.number for figure in known])
        except NotComputableError as error:
            reason = str(error)
        left_out = len(inputs) - len(known)
        if left_out and known:
            rumus += f"; {left_out} dari {len(inputs)} belum tersedia dan tidak ikut dihitung"
        return self._derived(kunci, value, satuan, rumus, known, reason)

    def counted(
        self, kunci: str, count: int, satuan: str, rumus: str, cells: Sequence[Cell]
    ) -> Figure:
        """Enter a count of rows, with the cells that were counted."""
        number = Decimal(count)
        return self.enter(
            Figure(kunci, number, satuan, format_value(number, satuan), rumus, tuple(cells))
        )

    def _derived(self, kunci: str, value: Value, satuan: str, rumus: str, inputs: Sequence[Figure],
                 reason: str) -> Figure:  # fmt: skip
        if len(inputs) == 1:
            cells = inputs[0].masukan
        else:
            cells = tuple(dict.fromkeys(cell for figure in inputs for cell in figure.masukan))
        keys = tuple(figure.kunci for figure in inputs)
        return self.enter(
            Figure(kunci, value, satuan, format_value(value, satuan), rumus, cells, keys, reason)
        )
