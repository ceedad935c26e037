"""The data dictionary says what the data model says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lkjip_analysis import paths
from lkjip_analysis.data.dictionary import dictionary_text, write_dictionary
from lkjip_analysis.data.facts import FACTS, SECTIONS
from lkjip_analysis.data.schemas import TABLES


def test_the_committed_dictionary_is_not_stale() -> None:
    assert paths.DICTIONARY.read_text(encoding="utf-8") == dictionary_text(), (
        "run: python -m lkjip_analysis.data.dictionary"
    )


def chapter(name: str) -> str:
    """Text of one file's chapter."""
    found = re.search(
        rf"^### {name}\n(.*?)(?=^### |\Z)", dictionary_text(), re.MULTILINE | re.DOTALL
    )
    assert found
    return found[1]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_file_and_column_is_described(table) -> None:  # type: ignore[no-untyped-def]
    text = chapter(table.name)
    assert ("- Tidak diterbitkan." in text) == (not table.public)
    assert f"Satu baris adalah {table.row_is}." in text
    rows = {
        line.split("|")[1].strip(): line for line in text.splitlines() if line.startswith("| `")
    }
    for column in table.columns:
        cells = [cell.strip() for cell in rows[f"`{column.name}`"].split("|")[1:-1]]
        assert len(cells) == 9
        assert cells[1] == column.kind
        assert (cells[3] == "ya") == column.required
        assert (cells[4] == "ya") == column.to_fill
        assert cells[5] == column.meaning
        assert all(choice in cells[6] for choice in column.choices) or column.name == "bagian"
        assert column.example in cells[7]
        assert column.bad_example in cells[8]


def test_every_fact_and_section_is_listed() -> None:
    facts, sections = chapter("identitas"), chapter("narasi")
    for fact in FACTS.values():
        line = next(line for line in facts.splitlines() if line.startswith(f"| `{fact.name}` |"))
        assert fact.meaning in line
        assert fact.default in line
    for section in SECTIONS.values():
        line = next(
            line for line in sections.splitlines() if line.startswith(f"| `{section.key}` |")
        )
        assert f"| {section.place} |" in line


def test_every_link_leads_to_a_chapter() -> None:
    text = dictionary_text()
    for name in re.findall(r"\]\(#(\w+)\)", text):
        assert f"\n### {name}\n" in text


def test_the_tables_are_whole() -> None:
    """A stray pipe in a text would break a row."""
    width = 0
    for line in dictionary_text().splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        width = width or cells
        assert cells == width, line


def test_it_writes_with_plain_line_ends(tmp_path: Path) -> None:
    write_dictionary(tmp_path / "README.md")
    assert b"\r" not in (tmp_path / "README.md").read_bytes()


def test_it_says_what_is_not_published() -> None:
    assert "- Diterbitkan, kecuali `catatan`." in chapter("iku")
    assert re.search(r"- Diterbitkan, kecuali `nip_kepala`", chapter("identitas"))
    assert "- Diterbitkan.\n" in chapter("sasaran")
