"""Links of the project's Markdown files: those that lead nowhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r"(?<!\\)\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """Name the heads of a page as the hosts of repositories do."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def relative_links(page: Path) -> list[str]:
    """List the targets on this machine that a page names, code left out."""
    found = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    return [target for target in found if not re.match(r"[a-z]+:", target)]


def dead_links(page: Path, free: tuple[Path, ...] = ()) -> list[str]:
    """List the relative links of a page whose file or head is not there.

    Parameters
    ----------
    free
        Folders in which any target will do.
    """
    dead = []
    for target in relative_links(page):
        name, _, head = target.partition("#")
        place = (page.parent / unquote(name)).resolve() if name else page
        if any(folder in place.parents for folder in free):
            continue
        lost = head and place.suffix == ".md" and head not in anchors(place)
        if not place.exists() or lost:
            dead.append(target)
    return dead
