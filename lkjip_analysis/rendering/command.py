"""Calls of the pandoc program that comes with ``pypandoc-binary``."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
from collections.abc import Sequence
from typing import Any

import pypandoc

from lkjip_analysis.rendering.errors import Fault, RendererError
from lkjip_analysis.rendering.programs import refuse_full_disk

# Quarto reads "markdown"; formulas and raw TeX are not part of what the chapters may use.
# An "@tbl-x." that opens a line is a reference here, not an example list.
READER = "markdown-raw_tex-tex_math_dollars-implicit_figures-example_lists"


@functools.cache
def pandoc_path() -> str:
    """Path of the pandoc program."""
    return str(pypandoc.get_pandoc_path())


def run_pandoc(arguments: Sequence[str], text: str, ignored: str = r"(?!)") -> str:
    """Run pandoc over a text; a warning is an error, since something would be lost.

    Warnings that match ``ignored`` are left out (reported better elsewhere).
    """
    done = subprocess.run(
        [pandoc_path(), "--wrap=none", *arguments],
        input=text.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    said = done.stderr.decode(errors="replace").splitlines()
    complaint = "\n".join(line for line in said if not re.search(ignored, line)).strip()
    refuse_full_disk(complaint)
    if done.returncode or complaint:
        raise RendererError([Fault("pandoc", 0, complaint or f"kode {done.returncode}")])
    return done.stdout.decode()


def read_markdown(text: str, *, faulty: bool) -> list[Any]:
    """Read Quarto markdown into pandoc's blocks; of a faulty text no warning is wanted."""
    ignored = "" if faulty else "Duplicate identifier"
    return _blocks(run_pandoc(["-f", READER, "-t", "json"], text, ignored))


def document(blocks: list[Any], meta: dict[str, Any] | None = None) -> str:
    """Write blocks as the JSON text that pandoc reads."""
    return json.dumps(
        {"pandoc-api-version": API_VERSION, "meta": meta or {}, "blocks": blocks},
        ensure_ascii=False,
    )


API_VERSION = [1, 23, 1]


def _blocks(text: str) -> list[Any]:
    blocks: list[Any] = json.loads(text)["blocks"]
    return blocks
