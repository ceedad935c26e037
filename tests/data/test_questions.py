"""The questions that people may answer: as many as the forms have, each by its number."""

from __future__ import annotations

from collections import Counter

import pytest
from faults import put
from unit_kecil import copy_unit

from lkjip_analysis.data.schema_judgement import QUESTION_IDS
from lkjip_analysis.data.schemas import PenilaianMandiri
from lkjip_analysis.data.validation import load_year


@pytest.mark.parametrize(
    ("group", "first", "last"),
    [
        ("R", 22, 24),  # what the regulation asks and no data can answer
        ("REV-I", 1, 6),  # form of the reviewer, PermenPANRB 53/2014: I format
        ("REV-II", 1, 7),  # II mechanism
        ("REV-III", 1, 10),  # III substance
        ("LKE-3a", 1, 6),  # evaluation sheet, PermenPANRB 88/2021: reporting, existence
        ("LKE-3b", 1, 9),  # quality
        ("LKE-3c", 1, 7),  # use
    ],
)
def test_each_form_has_its_questions(group: str, first: int, last: int) -> None:
    own = [code for code in QUESTION_IDS if code.rstrip("0123456789") == group]
    assert own == [f"{group}{number}" for number in range(first, last + 1)]


def test_no_question_stands_twice() -> None:
    assert [code for code, count in Counter(QUESTION_IDS).items() if count > 1] == []
    assert len(QUESTION_IDS) == 3 + 23 + 22


@pytest.mark.parametrize("answer", ["ya", "sebagian", "tidak"])
def test_each_answer_is_read(tmp_path, answer: str) -> None:  # type: ignore[no-untyped-def]
    root = copy_unit(tmp_path)
    put(root, "2024/penilaian_mandiri.csv", f"id;jawaban;bukti\nREV-III10;{answer};Notula\n")
    rows = load_year(2024, root)[PenilaianMandiri]
    assert [row.jawaban for row in rows] == [answer]
