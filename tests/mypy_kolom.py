"""For mypy: a column that a row is asked for by its name must be one of that row's.

``row.target`` is checked anyway; this does the same for ``row.cell("target")`` and its kin.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy.plugin import MethodContext, Plugin
from mypy.types import Instance, LiteralType, Type, get_proper_type

RECORD = "lkjip_analysis.data.columns.Record"
ANY = (RECORD, "lkjip_analysis.data.columns.Row")
ASKED = {"__getitem__", "has", "cell", "cells"}


def check(context: MethodContext) -> Type:
    """Say which of the names is no column."""
    row = get_proper_type(context.type)
    if isinstance(row, Instance) and row.type.has_base(RECORD) and row.type.fullname not in ANY:
        for argument in (one for group in context.arg_types for one in group):
            given = get_proper_type(argument)
            known = given.last_known_value if isinstance(given, Instance) else given
            name = known.value if isinstance(known, LiteralType) else None
            if isinstance(name, str) and name not in row.type.names:
                context.api.fail(f"{row.type.name} has no column {name}", context.context)
    return context.default_return_type


class Columns(Plugin):
    """Hooks the check to the methods that take names of columns."""

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """Give the check for the methods of rows."""
        ours = fullname.startswith("lkjip_analysis.data.")
        return check if ours and fullname.rpartition(".")[2] in ASKED else None


def plugin(version: str) -> type[Plugin]:
    """Give mypy the plugin."""
    return Columns
