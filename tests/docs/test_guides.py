"""The guides are true: what they tell to type gives what they show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from guide import BLOCK, Reader
from unit_here import PROJECT
from unit_kecil import copy_unit

from lkjip_analysis import cli, paths

DOCS = PROJECT / "docs"
GUIDES = ("panduan-analis", "panduan-peninjau")
TALKING = [*sorted(DOCS.glob("*.md")), PROJECT / "README.md", PROJECT / "README.id.md"]


@pytest.mark.lambat
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_gives_what_it_shows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_found", {})
    reader = Reader(tmp_path)
    wrong = list(reader.follow(DOCS / f"{name}.md"))
    assert [f"{typed}\n{said}\n-- tertulis:\n{wanted}" for typed, said, wanted in wrong] == []
    assert len(reader.screens) > 2 and "hasil" in reader.names


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_unit(tmp_path).rename(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(
        r"^```python\n(.*?)^```$", (PROJECT / "README.md").read_text("utf-8"), re.M | re.S
    )
    names: dict[str, Any] = {}
    for block in blocks:
        exec(block, names)
    assert names["hasil"].frame("iku").shape[0] == 3


def test_a_fault_in_a_guide_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(
        "```console\n$ lkjip --version\nlkjip 99\n```\n```python\n>>> 1 + 1\n3\n>>> 1 / 0\n```\n"
    )
    assert [wrong[0] for wrong in Reader(tmp_path).follow(page)] == [
        "lkjip --version",
        "1 + 1\n",
        "1 / 0\n",
    ]


def test_only_commands_that_exist_are_named() -> None:
    """A command or an option that is renamed is renamed in every page."""
    helps = commands()
    unknown = []
    for page in TALKING:
        for call in re.findall(r"(?<![\w/])lkjip ([a-z][a-z-]*(?: [^`\n|]*)?)", code(page)):
            name, *words = re.findall(r"(?:--)?[a-z-]+", call)
            options = [word for word in words if word.startswith("--")]
            if name not in helps or [o for o in options if o not in helps[name]]:
                unknown.append((page.name, call))
    assert unknown == []


def commands() -> dict[str, str]:
    """Give the help of each command."""
    parser = cli.make_parser()
    (choices,) = (action.choices for action in parser._actions if action.choices)
    return {name: one.format_help() for name, one in choices.items()}


def code(page: Path) -> str:
    """Give what a page writes as code, a line for each."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*[^\n]*\n(.*?)^```$", text, re.M | re.S)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", BLOCK.sub("", text))])
