"""Labelled cells of executed notebooks and their stored outputs; nothing is run here."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis.exceptions import cut
from lkjip_analysis.rendering.yaml_text import read_yaml

OPTION = re.compile(r"^#\|\s?(.*)$")


@dataclass(frozen=True)
class Cell:
    """A labelled cell: its options and its one stored output.

    ``svg``, ``html``, ``markdown`` and ``plain`` are texts, ``png`` is bytes; what the output
    lacks is empty. ``outputs`` counts the outputs, ``noise`` names what should not be there.
    """

    label: str
    caption: str
    alt: str
    html: str = ""
    markdown: str = ""
    plain: str = ""
    svg: str = ""
    png: bytes = b""
    outputs: int = 0
    noise: str = ""


def read_notebook(path: Path) -> dict[str, list[Cell]]:
    """Read the labelled cells of a notebook, by label (a list, so that doubles show).

    Raises ``ValueError`` when the file is no notebook.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or "cells" not in data:
        raise ValueError("tidak berisi sel")
    cells: dict[str, list[Cell]] = {}
    for raw in data["cells"]:
        if raw.get("cell_type") != "code":
            continue
        cell = _read_cell(raw)
        if cell is not None:
            cells.setdefault(cell.label, []).append(cell)
    return cells


def _read_cell(raw: dict[str, Any]) -> Cell | None:
    """Read one code cell, or nothing when it has no label."""
    options = cell_options(_text(raw.get("source", "")))
    label = str(options.get("label") or "")
    if not label:
        return None
    rich: list[dict[str, Any]] = []
    noise = ""
    for output in raw.get("outputs", []):
        if output["output_type"] in ("display_data", "execute_result"):
            rich.append(output.get("data", {}))
        elif output["output_type"] == "error":
            noise = f"galat {output.get('ename', '')}"
        else:
            printed = cut(_text(output.get("text", "")), 120)
            noise = noise or f"teks tercetak (stdout/stderr: {printed})"
    data = rich[0] if rich else {}
    caption = options.get("tbl-cap") or options.get("fig-cap") or ""
    return Cell(
        label=label,
        caption=str(caption),
        alt=str(options.get("fig-alt") or ""),
        html=_text(data.get("text/html", "")),
        markdown=_text(data.get("text/markdown", "")),
        plain=_text(data.get("text/plain", "")),
        svg=_text(data.get("image/svg+xml", "")),
        png=base64.b64decode(_text(data.get("image/png", ""))),
        outputs=len(rich),
        noise=noise,
    )


def cell_options(source: str) -> dict[str, Any]:
    """Read the ``#| key: value`` lines that open a cell."""
    lines = []
    for line in source.splitlines():
        match = OPTION.match(line)
        if not match:
            break
        lines.append(match.group(1))
    options = read_yaml("\n".join(lines), "opsi sel") if lines else None
    return options if isinstance(options, dict) else {}


def _text(value: str | list[str]) -> str:
    """Join the notebook format's lists of lines."""
    return value if isinstance(value, str) else "".join(value)
