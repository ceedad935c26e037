"""What the printed report has letters for: our short cut says what Typst says."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis import paths
from lkjip_analysis.data import letters
from lkjip_analysis.data.letters import COMMON, _missing, unprintable
from lkjip_analysis.data.validation import load_year


def test_what_passes_unasked_is_printed_indeed() -> None:
    assert _missing(" ".join(sorted(COMMON))) == ""
    assert _missing("中") == "中", "the question can be answered with no"


@pytest.mark.parametrize("text", ["±5 ≥ α", "Rp1.000 – “baik” ✓ 🙂", "é e\u0301 ẓ", "بسم الله"])
def test_what_a_font_of_the_report_has(text: str) -> None:
    assert unprintable(text) == ""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Laporan 中文", "中"),
        ("ꦲꦤꦕ", "ꦲ"),
        ('"ไทย"', "ไ"),
        ("a\U000f0000b", "\U000f0000"),
        ("ｌebar", "ｌ"),
        ("𝐁old", "𝐁"),
    ],
)
def test_what_no_font_has(text: str, first: str) -> None:
    assert unprintable(text).startswith(first)


def test_common_letters_do_not_start_typst(
    unit_kecil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "_missing", lambda words: pytest.fail(f"asked: {words}"))
    load_year(2024, unit_kecil)


def test_outside_a_project_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "is_here", lambda: False)
    assert unprintable("中文") == ""
