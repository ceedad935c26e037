"""Figures against values worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from lkjip_analysis.results import Figure


def assert_golden(figure: Figure, value: Fraction | int | str | None, tampil: str) -> None:
    """Compare a figure with its exact value and with what must be printed."""
    if isinstance(value, Fraction | int):
        assert abs(Fraction(figure.number) - value) <= abs(value) * Fraction(1, 10**25), (
            f"{figure.number} is not {float(value)}"
        )
    else:
        assert figure.nilai == value
    assert figure.tampil == tampil
    assert (figure.nilai is None) == bool(figure.alasan), "a dash has a reason, a value has none"
