"""The annexes of the office: what the chapters include, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lkjip_analysis.presentation.output import escape_markdown
from lkjip_analysis.rendering.pages import WIDE

FOLDER = "lampiran"
AGREEMENT = "perjanjian_kinerja"
BREAK = "{{< pagebreak >}}"


def annex_parts(listed: Sequence[Mapping[str, Any]], pages: Sequence[str]) -> dict[str, str]:
    """Write the parts that chapters include: the signed agreement, and all other documents.

    Parameters
    ----------
    listed
        ``judul`` and ``jenis`` of each document, in order.
    pages
        Names of the pictures; those of the first document begin with ``01-``.
    """
    own: dict[bool, list[str]] = {True: [], False: []}
    for number, one in enumerate(listed, start=1):
        signed = one["jenis"] == AGREEMENT
        own[signed] += [BREAK] * (signed or bool(own[signed]))
        own[signed] += _pages(number, one["judul"], pages)
    parts = {"perjanjian": own[True], "pendukung": own[False]}
    return {name: "\n\n".join([*lines, ""]) for name, lines in parts.items()}


def _pages(number: int, judul: str, pages: Sequence[str]) -> Iterator[str]:
    head = f"## {escape_markdown(judul)} {{#sec-naskah-{number}}}"
    mine = [name for name in pages if name.startswith(f"{number:02d}-")]
    for page, name in enumerate(mine, start=1):
        said = judul + f", halaman {page} dari {len(mine)}" * (len(mine) > 1)
        alt = said.replace("\\", "").replace('"', "”")
        picture = f'::: {{.halaman-naskah}}\n![](/{FOLDER}/{name}){{fig-alt="{alt}"}}\n:::'
        both = "\n\n".join([head, picture] if page == 1 else [picture])
        yield f"::::: {{.landscape}}\n\n{both}\n\n:::::" if WIDE in name else both
