"""Trace data of the pages: where each figure comes from, as a script that loads from disk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.model import Chapter

FIELDS = ("nilai", "satuan", "tampil", "rumus", "alasan", "diragukan", "masukan")
MOST = 30
"""Cells a card lists; a sum over thousands says how many more there are."""

ANCHOR = re.compile(r'\bid="((jejak-|sec-iku-|indikator\.)[^"]+)"')
"""Of the trace of a figure, the sheet of an IKU, the row of another indicator."""


def as_script_value(value: Any) -> str:
    """Write JSON that may stand in a script: compact, no line separators of JavaScript, no tag."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def trace_anchor(kunci: str) -> str:
    """Anchor of a figure in the annex of traces.

    >>> trace_anchor("iku.AKIP.capaian")
    'jejak-iku-AKIP-capaian'
    """
    return "jejak-" + kunci.replace(".", "-")


def trace_links(chapters: Sequence[Chapter]) -> dict[str, str]:
    """Anchors of traces and indicators that the book has, with the address of their page."""
    return {
        name: f"{chapter.file}#{name}"
        for chapter in chapters
        for name, _ in ANCHOR.findall(chapter.body_html)
    }


def trace_script(
    records: Iterable[Mapping[str, Any]],
    links: Mapping[str, str],
    names: Mapping[str, str] | None = None,
) -> str:
    """Write the records of ``hasil.json`` as ``window.LKJIP_JEJAK``, keyed by ``kunci``."""
    trace = {}
    for record in records:
        entry = {name: record[name] for name in FIELDS if record.get(name) not in (None, "", [])}
        if (left := len(record.get("masukan") or ()) - MOST) > 0:
            entry |= {"masukan": record["masukan"][:MOST], "sisa": left}
        if link := links.get(trace_anchor(record["kunci"])):
            entry["tautan"] = link
        if name := (names or {}).get(record["kunci"]):
            entry["nama"] = name
        trace[record["kunci"]] = entry
    return f"window.LKJIP_JEJAK={as_script_value(trace)};\n"


def write_trace(folder: Path, links: Mapping[str, str], assets: Path) -> bool:
    """Write ``jejak.js`` from ``hasil.json``; without that file nothing, and say so.

    ``sumber.json`` adds what each figure is called, what is to be said of the report when one is
    quoted, and the tables around the cells. Those are a script of their own, ``data.js``, which is
    loaded when somebody opens a cell.
    """
    results, sources = folder / "hasil.json", folder / "sumber.json"
    if not results.is_file():
        return False
    about = json.loads(sources.read_text(encoding="utf-8")) if sources.is_file() else {}
    names, tables = about.pop("nama", {}), about.pop("tabel", {})
    script = trace_script(json.loads(results.read_text(encoding="utf-8")), links, names)
    if about:
        own = {name: link for name, link in links.items() if not name.startswith("jejak-")}
        about |= {"tabel": [*tables], "jangkar": own}
        script += f"window.LKJIP_LAPORAN={as_script_value(about)};\n"
        _write(assets / "data.js", f"window.LKJIP_DATA={as_script_value(tables)};\n")
    _write(assets / "jejak.js", script)
    return True


def _write(path: Path, script: str) -> None:
    path.write_text(script, encoding="utf-8", newline="\n")


def stage_trace(folder: Path) -> Path | None:
    """Write ``aset/jejak.js`` and ``aset/data.js`` into a staged book for Quarto.

    Quarto copies them when ``_quarto.yml`` names them under ``project: resources``; the format's
    Lua filter tells the pages of the first.
    """
    assets = folder / "aset"
    assets.mkdir(parents=True, exist_ok=True)
    return assets / "jejak.js" if write_trace(folder, {}, assets) else None
