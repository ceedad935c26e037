"""What an analyst's own cells show in the book, beside what they show where notebooks are opened.

This is an extension of IPython: the notebooks of a build are run with it, by either engine.
Figures of matplotlib become vectors, the same bytes for the same picture; frames and series of
pandas get the form of the report's own tables.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from IPython.core.formatters import BaseFormatter
from traitlets import ObjectName, Unicode

from lkjip_analysis.formatting import MISSING, format_date, format_number
from lkjip_analysis.presentation.own_tables import fenced, own_table
from lkjip_analysis.presentation.shown import BOOK

if TYPE_CHECKING:
    import pandas as pd

SHARP = 216
"""Dots per inch of a figure that somebody wants as pixels."""
YEARS = (1900, 2199)


class BookFormatter(BaseFormatter):
    """Gives the book's form of what a cell shows."""

    format_type = Unicode(BOOK)
    print_method = ObjectName("_repr_lkjip_")
    _return_type = str


def load_ipython_extension(shell: Any) -> None:
    """Let a shell show what the book needs."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    inline = shell.config.InlineBackend
    inline.figure_formats = {"svg"}
    inline.print_figure_kwargs = {"bbox_inches": "tight", "metadata": {"Date": None}}
    inline.rc = {"svg.hashsalt": "lkjip", "figure.dpi": SHARP}
    formatter = BookFormatter(parent=shell.display_formatter)
    shell.display_formatter.formatters[BOOK] = formatter
    formatter.for_type_by_name("pandas", "DataFrame", frame_markdown)
    formatter.for_type_by_name(
        "pandas", "Series", lambda s: frame_markdown(s.to_frame(s.name or ""))
    )


@dataclass(frozen=True)
class FrameColumn:
    """A column of a frame: what heads it, from the top, and its values."""

    heads: tuple[str, ...]
    values: pd.Series[Any]

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers."""
        from pandas.api import types

        return types.is_numeric_dtype(self.values) and not types.is_bool_dtype(self.values)

    @property
    def is_years(self) -> bool:
        """Whether it holds years, which are written without a point."""
        known = self.values.dropna()
        return self.is_number and bool((known.between(*YEARS) & (known % 1 == 0)).all())

    def cells(self) -> list[str]:
        """Write the values; what is missing stays a dash."""
        decimals = self._decimals() if self.is_number else None
        pairs = zip(self.values, self.values.isna(), strict=True)
        return [MISSING if gap else self._shown(value, decimals) for value, gap in pairs]

    def _decimals(self) -> int:
        """Count the decimals as pandas does: those of the value that has most, up to a limit."""
        import pandas as pd

        most, known = pd.get_option("display.precision"), self.values.dropna()
        rounded = known.round(most)
        return next((few for few in range(most) if (known.round(few) == rounded).all()), most)

    def _shown(self, value: Any, decimals: int | None) -> str:
        import pandas as pd

        own = pd.get_option("display.float_format")
        if isinstance(value, bool):
            return "ya" if value else "tidak"
        if isinstance(value, float) and (own or not math.isfinite(value)):
            return str(own(value) if own else value)
        if self.is_years:
            return f"{value:.0f}"
        if decimals is not None or isinstance(value, Decimal | int | float):
            return format_number(Decimal(str(value)), decimals)
        if isinstance(value, pd.Timestamp) and value == value.normalize():
            return format_date(value.date())
        return str(value)


def series_markdown(series: pd.Series[Any]) -> str:
    """Lay a series out as a frame of one column."""
    return frame_markdown(series.to_frame("" if series.name is None else series.name))


def frame_markdown(frame: pd.DataFrame) -> str:
    """Lay a frame out as a table of the report, whole, its numbers in Indonesian.

    An index that only counts the rows is left out.
    """
    import pandas as pd

    columns = list(_columns(frame))
    words = pd.DataFrame({place: column.cells() for place, column in enumerate(columns)})
    heads = [column.heads for column in columns]
    words.columns = pd.MultiIndex.from_tuples(heads) if len(heads[0]) > 1 else [h for (h,) in heads]
    with pd.option_context("display.max_colwidth", None):
        return fenced(own_table(words.to_html(index=False, border=0)))


def _columns(frame: pd.DataFrame) -> Iterator[FrameColumn]:
    import pandas as pd

    index, above = frame.index, ("",) * (frame.columns.nlevels - 1)
    if not (isinstance(index, pd.RangeIndex) and index.start == 0 and index.name is None):
        for level, name in enumerate(index.names):
            values = index.get_level_values(level).to_series()
            yield FrameColumn((*above, "" if name is None else str(name)), values)
    for place, name in enumerate(frame.columns):
        heads = name if isinstance(name, tuple) else (name,)
        yield FrameColumn(tuple(map(str, heads)), frame.iloc[:, place])
