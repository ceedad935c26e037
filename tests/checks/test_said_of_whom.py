"""Who is spoken of, comparisons, differences: ``kalimat-siapa.txt``, a sentence a line.

``section;IKU of the row;text``; where it has ``[[false|true]]`` it is a false sentence and its
true twin, else a true one in the manner of reports (several years, plans, quarters, parts of
wholes, other units), which no rule may mind.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from said import say
from unit_kecil import copy_unit

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import load_year

CHOICE = re.compile(r"\[\[(.*?)\|(.*?)\]\]")
FILE = Path(__file__).parent / "kalimat-siapa.txt"
LINES = [line.split(";", 2) for line in FILE.read_text(encoding="utf-8").splitlines()]
FALSE = [line for line in LINES if CHOICE.search(line[2])]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> YearData:
    return load_year(2024, copy_unit(tmp_path_factory.mktemp("unit")))


def told(year: YearData, lines: list[list[str]], side: int) -> dict[str, list[str]]:
    said = [(kode, bagian, CHOICE.sub(rf"\{side}", text)) for bagian, kode, text in lines]
    return {key[2]: [f.as_text() for f in own] for key, own in say(year, said).items()}


def test_false_sentences_are_found(year: YearData) -> None:
    assert len(FALSE) > 15
    assert [text for text, own in told(year, FALSE, 1).items() if not own] == []


def test_true_sentences_are_left_alone(year: YearData) -> None:
    assert {text: own for text, own in told(year, LINES, 2).items() if own} == {}
