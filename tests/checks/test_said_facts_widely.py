"""Sentences on the example's tables in many wordings: ``bagian;kode;text [[false|true]]``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from said import Said, say
from unit_here import DINAS

from lkjip_analysis.checks import Finding
from lkjip_analysis.data.validation import load_year

CHOICE = re.compile(r"\[\[(.*?)\|(.*?)\]\]")
LINES = (Path(__file__).parent / "kalimat-fakta.txt").read_text(encoding="utf-8").splitlines()
TOLD = [(kode, bagian, text) for bagian, kode, text in (line.split(";", 2) for line in LINES)]
FALSE = [(*own, CHOICE.sub(r"\1", text)) for *own, text in TOLD if CHOICE.search(text)]
TRUE = [(*own, CHOICE.sub(r"\2", text)) for *own, text in TOLD]


@pytest.fixture(scope="module")
def found() -> dict[Said, list[Finding]]:
    return say(load_year(2024, DINAS), list(dict.fromkeys([*FALSE, *TRUE])))


def test_most_false_sentences_are_found(found: dict[Said, list[Finding]]) -> None:
    missed = [text for *own, text in FALSE if not found[*own, text]]
    assert len(missed) <= 0.15 * len(FALSE), missed


def test_true_sentences_are_left_alone(found: dict[Said, list[Finding]]) -> None:
    said = {key[2]: [f.as_text() for f in own] for key, own in found.items() if key in TRUE and own}
    assert said == {}
