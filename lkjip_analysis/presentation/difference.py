"""A page that shows what changed between two sets of results; self-contained, no scripts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from jinja2 import Template

from lkjip_analysis.results.difference import Called, Change, label_of, summary_of

PAGE = Path(__file__).with_suffix(".html")
"""The template of the page."""


def difference_page(changes: Sequence[Change], lama: str, baru: str, names: Called) -> str:
    """Write the page; ``names`` are those of the figures' entities, as far as they are known."""
    template = Template(PAGE.read_text(encoding="utf-8"), autoescape=True)
    said = {"summary": list(summary_of(changes, names))}
    label = partial(label_of, names=names)
    return template.render(changes=changes, lama=lama, baru=baru, label=label, **said) + "\n"
