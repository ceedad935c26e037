"""Sentences on the example's tables in many wordings: ``bagian;kode;text [[false|true]]``."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import Said, say, told_in
from unit_here import DINAS

from lkjip_analysis.checks import Finding
from lkjip_analysis.data.validation import load_year

HERE = Path(__file__).parent
FALSE, TRUE = told_in(HERE / "kalimat-fakta.txt", HERE / "kalimat-lain.txt")


@pytest.fixture(scope="module")
def found() -> dict[Said, list[Finding]]:
    return say(load_year(2024, DINAS), list(dict.fromkeys([*FALSE, *TRUE])))


def test_most_false_sentences_are_found(found: dict[Said, list[Finding]]) -> None:
    missed = [text for *own, text in FALSE if not found[*own, text]]
    assert len(missed) <= 0.07 * len(FALSE), missed


def test_true_sentences_are_left_alone(found: dict[Said, list[Finding]]) -> None:
    said = {key[2]: [f.as_text() for f in own] for key, own in found.items() if key in TRUE and own}
    assert said == {}
