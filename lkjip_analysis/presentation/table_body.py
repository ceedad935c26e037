"""The written cells of a table, put in a column at a time: pandas takes single cells far slower."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from great_tables._gt_data import Body, FormatInfo, FormatterSkipElement


class ColumnBody(Body):
    """great-tables' body of a table, with its cells as great-tables writes them."""

    def render_formats(
        self, data_tbl: Any, formats: Sequence[FormatInfo], context: Any
    ) -> set[tuple[str, int]]:
        """Write the cells; give those that were written, by column and row."""
        columns: dict[str, tuple[list[Any], list[Any]]] = {}
        done = set[tuple[str, int]]()
        for one in formats:
            write: Any = getattr(one.func, context, one.func.default)
            for column, row in one.cells.resolve():
                if column not in columns:
                    columns[column] = data_tbl[column].tolist(), self.body[column].tolist()
                held, shown = columns[column]
                cell = write(held[row])
                if not isinstance(cell, FormatterSkipElement):
                    shown[row] = cell
                    done.add((column, row))
        for column, (_, shown) in columns.items():
            self.body[column] = pd.Series(shown, dtype="object")
        return done
