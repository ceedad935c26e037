"""The caption of the cell that runs, as a person reads it in a notebook: with year and unit.

It stands once, in the cell's ``tbl-cap`` or ``fig-cap``; the book takes it from there.
"""

from __future__ import annotations

import linecache
import sys
from html import escape
from typing import Any

from lkjip_analysis.presentation.shown import bundle
from lkjip_analysis.presentation.variables import VAR, make_variables
from lkjip_analysis.results import Results


def running_caption() -> str:
    """Give the caption of the running cell; blank outside a notebook, or without a caption.

    The cell is found as the outermost code that runs on the notebook's own names: its history
    does not hold it everywhere.
    """
    from lkjip_analysis.rendering.notebooks import cell_options

    names, source = _running_cell()
    options = cell_options(source)
    caption = str(options.get("tbl-cap") or options.get("fig-cap") or "")
    opened = (v for n, v in names.items() if isinstance(v, Results) and not n.startswith("_"))
    hasil = next(opened, None)
    if hasil is None:
        return "" if VAR.search(caption) else caption
    words = make_variables(hasil)
    return VAR.sub(lambda match: words.get(match[1], match[1]), caption)


def _running_cell() -> tuple[dict[str, Any], str]:
    """Give a notebook's names and the text of its running cell; blank where there is none."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    frame = sys._getframe() if shell else None
    source = ""
    while shell and frame:
        if frame.f_globals is shell.user_ns:
            source = "".join(linecache.getlines(frame.f_code.co_filename))
        frame = frame.f_back
    return (shell.user_ns if shell else {}), source


def show_caption() -> None:
    """Show the running cell's caption as an output of its own, which the book leaves out."""
    caption = running_caption()
    if caption:
        from IPython.display import publish_display_data

        publish_display_data(bundle("", f"<p><strong>{escape(caption)}</strong></p>"))
