"""Calls of the pandoc program that comes with ``pypandoc-binary``."""

from __future__ import annotations

import functools
import json
import os
import subprocess
from collections.abc import Sequence
from typing import Any

import pypandoc

from lkjip_analysis.building.pandoc.errors import Fault, RendererError

# Quarto reads "markdown"; formulas and raw TeX are not part of what the chapters may use.
READER = "markdown-raw_tex-tex_math_dollars-implicit_figures"


@functools.cache
def pandoc_path() -> str:
    """Path of the pandoc program."""
    return str(pypandoc.get_pandoc_path())


def run_pandoc(arguments: Sequence[str], text: str) -> str:
    """Run pandoc over a text; a warning is an error, since something would be lost."""
    done = subprocess.run(
        [pandoc_path(), "--wrap=none", *arguments],
        input=text.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    complaint = done.stderr.decode(errors="replace").strip()
    if done.returncode or complaint:
        raise RendererError([Fault("pandoc", 0, complaint or f"kode {done.returncode}")])
    return done.stdout.decode()


def read_markdown(text: str) -> list[Any]:
    """Read Quarto markdown into pandoc's blocks."""
    return _blocks(run_pandoc(["-f", READER, "-t", "json"], text))


def read_html(text: str) -> list[Any]:
    """Read HTML into pandoc's blocks."""
    return _blocks(run_pandoc(["-f", "html", "-t", "json"], text))


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
