"""Fenced divs as the chapters may write them, checked line by line; and raw blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lkjip_analysis.rendering.errors import Faults, Place, did_you_mean

OPENING = re.compile(r"^\s*:{3,}\s*(\{.*\}|[^\s{}:]+)\s*:*\s*$")
CLOSING = re.compile(r"^\s*:{3,}\s*$")
KEY_VALUE = re.compile(r"""([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s}]+)""")
CLASS = re.compile(r"\.([\w:-]+)")

CALLOUTS = ("callout-note", "callout-tip", "callout-warning", "callout-important")
FORMATS = ("html", "typst", "docx")
CONDITIONS = ("content-visible", "content-hidden")
CALLOUT_OPTIONS = ("title", "collapse", "icon", "appearance")


@dataclass(frozen=True)
class Fence:
    """The opening line of a div."""

    classes: tuple[str, ...]
    options: dict[str, str]


def read_opening(line: str) -> Fence | None:
    """Read an opening fence, or nothing when the line is none.

    >>> read_opening('::: {.content-visible when-format="html"}').options
    {'when-format': 'html'}
    """
    match = OPENING.match(line)
    if not match:
        return None
    text = match.group(1)
    if not text.startswith("{"):
        return Fence((text,), {})
    options = {key: value.strip("\"'") for key, value in KEY_VALUE.findall(text)}
    return Fence(tuple(CLASS.findall(KEY_VALUE.sub("", text))), options)


def check_fence(fence: Fence, place: Place, faults: Faults) -> None:
    """Report what a div asks for and the renderer does not know."""
    allowed: tuple[str, ...] = ()
    for name in fence.classes:
        if name.startswith("callout-"):
            allowed = CALLOUT_OPTIONS
            if name not in CALLOUTS:
                hint = did_you_mean(name, CALLOUTS)
                faults.add(place, f'kotak ".{name}" tidak didukung.{hint}')
        elif name in CONDITIONS:
            allowed = ("when-format",)
            wanted = fence.options.get("when-format", "")
            if wanted not in FORMATS:
                faults.add(
                    place,
                    f'".{name}" perlu when-format="html", "typst", atau "docx";'
                    f' ditemukan "{wanted}".',
                )
        elif name.startswith("content-"):
            hint = did_you_mean(name, CONDITIONS)
            faults.add(place, f'blok ".{name}" tidak didukung.{hint}')
    for key in fence.options:
        if key not in allowed:
            names = " ".join(f".{name}" for name in fence.classes) or "tanpa kelas"
            faults.add(place, f'opsi blok "{key}" ({names}) tidak didukung.')


def fenced(content: str, kind: str = "{=html}") -> str:
    """Put content into a block whose fence is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall(r"`+", content)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{kind}\n{content}\n{ticks}"
