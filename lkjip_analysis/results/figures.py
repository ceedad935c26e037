"""A figure and its history: value, unit, printed form, formula, and the cells it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, NoReturn

from lkjip_analysis.data.columns import Cell, Column, Row
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.exceptions import NoNumberError, NotComputableError, WrongTypeError
from lkjip_analysis.formatting import format_value, is_percent
from lkjip_analysis.measures.formula import DATA, Formula, Value, given_in, same
from lkjip_analysis.measures.ratings import SKOR
from lkjip_analysis.results.names import as_html

GIVEN = DATA.kata
ABSENT = Formula("", "", same, satuan="")
"""In place of the formula of a figure that is declared, but not among those of this year."""
SCORES = (SKOR.satuan, "predikat", "opini")
"""Units of numbers that may be the score of a predikat."""
RAGU = "‡"
"""What stands at a figure that a finding doubts (``Figure.diragukan``)."""
UNLIKE = "skor predikat dan angka bersatuan {} tidak dapat dibandingkan"


@dataclass(frozen=True)
class Figure:
    """One published figure.

    ``kunci`` is its stable dotted key, ``nilai`` the unrounded value (``None``: not available,
    and ``alasan`` says why), ``formula`` what computed it and says its words and unit,
    ``masukan`` the cells of the data files it rests on, ``dari`` the figures the formula takes,
    ``catatan`` what its words add to the formula's, ``diragukan`` what speaks against the value,
    said to readers (blank: nothing does, or nobody has asked: see ``checks.doubts``).
    """

    kunci: str
    nilai: Value
    formula: Formula
    masukan: tuple[Cell, ...] = ()
    dari: tuple[str, ...] = ()
    alasan: str = ""
    catatan: str = ""
    diragukan: str = ""

    @property
    def rumus(self) -> str:
        """The formula in words."""
        return self.formula.kata + self.catatan

    @property
    def satuan(self) -> str:
        """Its unit."""
        return self.formula.satuan

    @cached_property
    def tampil(self) -> str:
        """The value as printed; a given one with the decimals it was given with."""
        return format_value(self.nilai, self.satuan, given=self.formula.nama == DATA.nama)

    @property
    def sebutan(self) -> str:
        """The value as printed, with its unit where the print does not show it, and its mark."""
        shown = self.decimal is None or self.satuan == "rupiah" or is_percent(self.satuan)
        words = self.tampil if shown else f"{self.tampil} {self.satuan}"
        return words + RAGU * bool(self.diragukan)

    @property
    def given(self) -> bool:
        """Does it stand in a data file, or would it, were its cell filled?"""
        return self.formula.nama == DATA.nama and bool(self.masukan)

    @property
    def known(self) -> bool:
        """Is there a value?"""
        return self.nilai is not None

    @property
    def number(self) -> Decimal:
        """The value as a number; only ask a figure that is known to hold one."""
        assert isinstance(self.nilai, Decimal), self.kunci
        return self.nilai

    @property
    def decimal(self) -> Decimal | None:
        """The value, where it is a number that is known."""
        return self.nilai if isinstance(self.nilai, Decimal) else None

    def beside(self, other: Figure) -> bool:
        """May both be compared as numbers? The score of a predikat and a measured value may not."""
        units = self.satuan.casefold(), other.satuan.casefold()
        return SKOR.satuan not in units or all(unit in SCORES for unit in units)

    def __float__(self) -> float:
        """Give the number; a figure without one says why it has none."""
        if self.decimal is None:
            why = self.alasan or f'nilainya "{self.nilai}", bukan bilangan'
            raise NoNumberError(f"{self.kunci}: {why}")
        return float(self.decimal)

    def _refuse(self, other: object) -> NoReturn:
        """Say how one computes with a figure; ``lk.capaian`` and its kind take it as it is."""
        raise WrongTypeError(
            f"{self.kunci} adalah angka beserta asalnya; untuk hitungan dan perbandingan ambil "
            "bilangannya: float(...), atau .nilai yang tepat"
        )

    if not TYPE_CHECKING:
        __lt__ = __le__ = __gt__ = __ge__ = _refuse
        __add__ = __radd__ = __sub__ = __rsub__ = _refuse
        __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse

    def __repr__(self) -> str:
        cells = "; ".join(f"{c.berkas} baris {c.baris} {c.kolom}" for c in self.masukan[:2])
        more = f"; … ({len(self.masukan)} sel)" if len(self.masukan) > 2 else ""
        why = self.alasan or f"{self.rumus}: {cells}{more}"
        doubt = f" diragukan: {self.diragukan}" if self.diragukan else ""
        return f"{self.kunci} = {self.sebutan} ({why}){doubt}"

    def _repr_html_(self) -> str:
        cells = [(f"{c.berkas} baris {c.baris}, {c.kolom}", c.nilai) for c in self.masukan]
        names = ("nilai", "rumus", "alasan", "diragukan")
        told = zip(names, (self.sebutan, self.rumus, self.alasan, self.diragukan), strict=True)
        return as_html(self.kunci, (), [*(pair for pair in told if pair[1]), *cells])

    def as_record(self) -> dict[str, Any]:
        """Give the record of ``hasil.json``: numbers unrounded, whole ones as integers."""
        names = ("kunci", "nilai", "satuan", "tampil", "rumus", "masukan", "dari", "alasan",
                 "diragukan")  # fmt: skip
        record = {name: getattr(self, name) for name in names}
        record["masukan"] = [cell.as_published() for cell in self.masukan]
        if isinstance(self.nilai, Decimal):
            whole = self.nilai == self.nilai.to_integral_value()
            record["nilai"] = int(self.nilai) if whole else float(self.nilai)
        return record


class Figures(dict[str, Figure]):
    """All figures of a year by key; there are a thousand, so they are counted, not shown."""

    def __repr__(self) -> str:
        return f'{len(self)} angka; hasil["KUNCI"] memberi satu, hasil.frame("angka") semuanya'


@dataclass
class Ledger:
    """Where figures are entered, each once, while a year's results are computed.

    They are entered and looked up by the keys of ``keys.py``.
    """

    data: YearData
    figures: Figures = field(default_factory=Figures)

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

    def given(self, kunci: str, row: Row, kolom: Column[Any], satuan: str) -> Figure:
        """Enter a value that stands in a row of a data file."""
        cell, value, reason = row.cell(kolom), row[kolom], ""
        if value == kolom.blank:
            value = None
            reason = f"belum tersedia: {cell.tempat}"
        return self.enter(Figure(kunci, value, given_in(satuan), (cell,), alasan=reason))

    def fact(self, kunci: str, key: str, satuan: str) -> Figure:
        """Enter a number that stands in ``identitas.csv``."""
        value = self.data.identitas[key]
        cell = self.data.fact_cell(key)
        lacking = f"belum tersedia: {key} di {self.data.tahun}/identitas.csv"
        reason = "" if value is not None else lacking
        cells = (cell,) if cell else ()
        return self.enter(Figure(kunci, value, given_in(satuan), cells, alasan=reason))

    def lacking(self, kunci: str, formula: Formula, reason: str, *cells: Cell) -> Figure:
        """Enter a figure that is not available, with the reason."""
        return self.enter(Figure(kunci, None, formula, cells, alasan=reason))

    def computed(self, kunci: str, formula: Formula, *inputs: Figure) -> Figure:
        """Enter a formula of some inputs; unknown or impossible ones leave a reason."""
        missing = [figure for figure in inputs if not figure.known]
        if missing:
            return self._derived(kunci, formula, inputs, missing[0].alasan)
        return self._derived(kunci, formula, inputs)

    def compared(self, kunci: str, formula: Formula, one: Figure, other: Figure) -> Figure:
        """Enter what sets one figure beside another, where both are of a kind."""
        if one.known and other.known and not one.beside(other):
            unit = next(f.satuan for f in (one, other) if f.satuan != SKOR.satuan)
            return self._derived(kunci, formula, (one, other), UNLIKE.format(unit))
        return self.computed(kunci, formula, one, other)

    def over_known(self, kunci: str, formula: Formula, inputs: Sequence[Figure]) -> Figure:
        """Enter a formula over those inputs that are known (means, totals of what there is)."""
        known = [figure for figure in inputs if figure.known]
        left_out = len(inputs) - len(known)
        note = ""
        if left_out and known:
            note = f"; {left_out} dari {len(inputs)} belum tersedia dan tidak ikut dihitung"
        return self._derived(kunci, formula, known, note=note)

    def counted(self, kunci: str, formula: Formula, rows: Sequence[Sequence[Cell]]) -> Figure:
        """Enter a count of what stands in some cells each, with the cells."""
        return self.enter(Figure(kunci, formula(*rows), formula, tuple(chain(*rows))))

    def _derived(
        self,
        kunci: str,
        formula: Formula,
        inputs: Sequence[Figure],
        reason: str = "",
        note: str = "",
    ) -> Figure:
        value: Value = None
        if not reason:
            try:
                value = formula(*(figure.nilai for figure in inputs))
            except NotComputableError as error:
                reason = str(error)
        if len(inputs) == 1:
            cells = inputs[0].masukan
        else:
            cells = tuple(dict.fromkeys(cell for figure in inputs for cell in figure.masukan))
        keys = tuple(figure.kunci for figure in inputs)
        return self.enter(Figure(kunci, value, formula, cells, keys, reason, note))
