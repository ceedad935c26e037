"""Fixed words of the report, and small decisions every writer shares."""

from __future__ import annotations

from typing import Any

from lkjip_analysis.rendering.tree import Node, attributes, classes, text

CALLOUT_TITLES = {
    "callout-note": "Catatan",
    "callout-tip": "Kiat",
    "callout-warning": "Peringatan",
    "callout-important": "Penting",
}


def callout_title(node: Node) -> tuple[list[Any], list[Any]]:
    """Give the title and the rest of a callout.

    The title is its first head, else its ``title`` option, else the usual word.
    """
    blocks = node["c"][1]
    if blocks and blocks[0]["t"] == "Header":
        return list(blocks[0]["c"][2]), blocks[1:]
    words = attributes(node)[2].get("title")
    if not words:
        words = next(CALLOUT_TITLES[name] for name in classes(node) if name in CALLOUT_TITLES)
    return [text(words)], blocks


def is_shown(node: Node, format_: str) -> bool:
    """Whether a div with a condition is for this format."""
    _, names, options = attributes(node)
    wanted = options.get("when-format")
    if "content-visible" in names:
        return wanted == format_
    if "content-hidden" in names:
        return wanted != format_
    return True
