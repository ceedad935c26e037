"""The caption of the cell that runs, as a person reads it in a notebook: with year and unit.

It stands once, in the cell's ``tbl-cap`` or ``fig-cap``; the book takes it from there.
"""

from __future__ import annotations

import sys
from html import escape
from typing import Any

from lkjip_analysis.presentation.shown import bundle
from lkjip_analysis.presentation.variables import VAR, make_variables
from lkjip_analysis.results import Results


def running_caption() -> str:
    """Give the caption of the running cell; blank outside a notebook, or without a caption."""
    if "IPython" not in sys.modules:
        return ""
    from IPython import get_ipython

    shell = get_ipython()
    return caption_of(shell.user_ns) if shell and "In" in shell.user_ns else ""


def caption_of(names: dict[str, Any]) -> str:
    """Give the caption of the last cell (``In``) in a notebook's names, its variables resolved."""
    from lkjip_analysis.rendering.notebooks import cell_options

    options = cell_options(names["In"][-1])
    caption = str(options.get("tbl-cap") or options.get("fig-cap") or "")
    opened = (v for n, v in names.items() if isinstance(v, Results) and not n.startswith("_"))
    hasil = next(opened, None)
    if hasil is None:
        return "" if VAR.search(caption) else caption
    words = make_variables(hasil)
    return VAR.sub(lambda match: words.get(match[1], match[1]), caption)


def show_caption() -> None:
    """Show the running cell's caption as an output of its own, which the book leaves out."""
    caption = running_caption()
    if caption:
        from IPython.display import publish_display_data

        publish_display_data(bundle("", f"<p><strong>{escape(caption)}</strong></p>"))
