"""What an analyst's own cells show in the book, beside what they show where notebooks are opened.

This is an extension of IPython: the notebooks of a build are run with it, by either engine.
Figures of matplotlib become vectors, the same bytes for the same picture; frames and series of
pandas get the form of the report's own tables.
"""

from __future__ import annotations

import math
import os
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkjip_analysis.formatting import MISSING, format_date, format_number
from lkjip_analysis.presentation.own_tables import own_table
from lkjip_analysis.presentation.shown import BOOK
from lkjip_analysis.rendering.fences import fenced

if TYPE_CHECKING:
    import pandas as pd

SHARP = 216
"""Dots per inch of a figure that somebody wants as pixels."""
YEARS = (1900, 2199)


def load_ipython_extension(shell: Any) -> None:
    """Let a shell show what the book needs."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    inline = shell.config.InlineBackend
    inline.figure_formats = {"svg"}
    unsaid = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    inline.print_figure_kwargs = {"bbox_inches": "tight", "metadata": unsaid}
    inline.rc = {"svg.hashsalt": "lkjip", "figure.dpi": SHARP}

    def bundle(shown: Any) -> dict[str, str]:
        if "#| label:" not in shell.user_ns["In"][-1]:
            return {}  # however long it is, nobody prints it
        name = getattr(shown, "name", None)
        return {BOOK: frame_markdown(shown.to_frame(name or "") if shown.ndim == 1 else shown)}

    for kind in ("DataFrame", "Series"):
        shell.display_formatter.mimebundle_formatter.for_type_by_name("pandas", kind, bundle)


def frame_markdown(frame: pd.DataFrame) -> str:
    """Lay a frame out as a table of the report, whole, its numbers in Indonesian.

    An index that only counts the rows is left out.
    """
    import pandas as pd

    index = frame.index
    if not (isinstance(index, pd.RangeIndex) and index.start == 0 and index.name is None):
        names = ["" if name is None else str(name) for name in index.names]
        frame = frame.rename_axis(index=names).reset_index(allow_duplicates=True)
    columns = {place: _cells(frame.iloc[:, place]) for place in range(frame.shape[1])}
    words = pd.DataFrame(columns).set_axis(frame.columns, axis="columns")
    with pd.option_context("display.max_colwidth", None):
        return fenced(own_table(words.to_html(index=False, border=0)))


def _cells(values: pd.Series[Any]) -> list[str]:
    """Write the values of a column, with pandas' decimals; what is missing becomes a dash."""
    import pandas as pd
    from pandas.api import types

    own, most = pd.get_option("display.float_format"), pd.get_option("display.precision")
    known = values.dropna()
    decimals = None
    if numbers := types.is_numeric_dtype(values) and not types.is_bool_dtype(values):
        rounded = known.round(most)
        decimals = next((few for few in range(most) if (known.round(few) == rounded).all()), most)
    years = numbers and decimals == 0 and known.between(*YEARS).all()

    def shown(value: Any) -> str:
        if isinstance(value, bool):
            return "ya" if value else "tidak"
        if own and isinstance(value, float):
            return str(own(value))
        if isinstance(value, pd.Timestamp) and value == value.normalize():
            return format_date(value.date())
        if years or not (numbers or isinstance(value, Decimal)) or not math.isfinite(value):
            return f"{value:.0f}" if years else str(value)
        return format_number(Decimal(str(value)), decimals)

    return [
        MISSING if types.is_scalar(value) and pd.isna(value) else shown(value) for value in values
    ]
