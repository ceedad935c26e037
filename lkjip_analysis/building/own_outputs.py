"""What the cells of an executed notebook show, in the one form that both renderers read.

A cell of the report shows one thing, in the book's form. An analyst's own cell shows what any
kernel sends: a picture beside the name of its axes, a table as HTML, printed lines. What cannot be
brought into one output stays as it is; the renderers tell where it is and what is wrong with it.
Warnings of libraries stay in the notebook that goes out with the report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lkjip_analysis.building.notebooks import as_text
from lkjip_analysis.presentation.output import escape_markdown
from lkjip_analysis.presentation.own_tables import own_table
from lkjip_analysis.presentation.shown import BOOK
from lkjip_analysis.rendering.fences import fenced

PICTURES = ("image/svg+xml", "image/png")
RULE = "*{stroke-linejoin"
"""Begins the rule of matplotlib's pictures that would hold for every element of a page."""

Output = dict[str, Any]


def settled(outputs: Sequence[Output], label: str) -> list[Output]:
    """Give a cell's outputs as the book has them: one, where they can be."""
    shown = [output for output in outputs if output.get("name") != "stderr"]
    outputs = [output for output in shown if output.get("data", {}).get(BOOK) != ""]
    if label.startswith("fig-"):
        return _pictures(outputs)
    made = [_markdown(output) for output in outputs]
    if not made or None in made or (label.startswith("tbl-") and len(made) > 1):
        return list(outputs)
    data = {"text/markdown": "\n\n".join(filter(None, made))}
    return [{"output_type": "display_data", "metadata": {}, "data": data}]


def _pictures(outputs: Sequence[Output]) -> list[Output]:
    """Keep a cell's pictures, each once, without the words that libraries give back with them."""
    pictures: dict[str, Output] = {}
    rest = []
    for output in outputs:
        data = output.get("data", {})
        shown = next((as_text(data[kind]) for kind in PICTURES if kind in data), "")
        if shown:
            if "image/svg+xml" in data:
                data["image/svg+xml"] = shown.replace(RULE, f"[id$=figure_1] {RULE}")
            pictures.setdefault(shown, output)
        elif output["output_type"] != "execute_result" or set(data) != {"text/plain"}:
            rest.append(output)
    return [*rest, *pictures.values()] if pictures else list(outputs)


def _markdown(output: Mapping[str, Any]) -> str | None:
    """Write an output in Quarto's markdown; ``None`` of what has no such form."""
    if output["output_type"] == "stream" and output["name"] == "stdout":
        return fenced(as_text(output["text"]).rstrip("\n"), "")
    data = {kind: as_text(text) for kind, text in output.get("data", {}).items()}
    if BOOK in data or "text/markdown" in data:
        return data.get(BOOK, data.get("text/markdown", ""))
    if "<table" in data.get("text/html", ""):
        return fenced(own_table(data["text/html"]))
    plain = data.get("text/plain", "")
    if set(data) != {"text/plain"}:
        return None
    return fenced(plain, "") if "\n" in plain else escape_markdown(plain)
