"""Errors drawn by lot are found, their true twins and harmless edits are not reported.

``benchmarks/galat.py`` measures more seeds and units and writes ``docs/galat.md``; here one lot
each, so that recall does not sink unseen.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from undian import Basis, Kind, basis, draw, found, judge, read_unit
from undian_semua import KINDS
from undian_wajar import EDITS
from unit_bersih import make_unit
from unit_here import DINAS

SEED = 17
EVERY = {"dinas": 3, "buatan": 1}
"""The larger unit, where each costs four times as much, takes every third kind of error."""


@pytest.fixture(scope="module", params=["dinas", "buatan"])
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Basis:
    unit = read_unit(DINAS) if request.param == "dinas" else make_unit(5)
    return basis(request.param, unit, Path(tmp_path_factory.mktemp("undian")))


def kinds_of(base: Basis, begins: str = "") -> list[Kind]:
    """List the kinds of errors that are drawn for a unit."""
    return [kind for kind in KINDS.values() if kind.nama.startswith(begins)][:: EVERY[base.name]]


def test_nothing_is_reported_before(base: Basis) -> None:
    assert base.before == frozenset()


@pytest.mark.parametrize(("begins", "least"), [("kalimat", 0.9), ("tabel", 0.9)])
def test_planted_errors_are_found(base: Basis, begins: str, least: float) -> None:
    kinds = kinds_of(base, begins)
    drawn = {kind.nama: error for kind in kinds if (error := draw(base, kind, SEED))}
    missed = {nama: error.told for nama, error in drawn.items() if not found(base, error)}
    assert len(drawn) > 0.8 * len(kinds)
    assert len(missed) <= (1 - least) * len(drawn), missed


def test_true_sentences_are_left_alone(base: Basis) -> None:
    for kind in kinds_of(base):
        error = draw(base, kind, SEED)
        if error is not None and error.twin is not None:
            verdict = judge(base, error.twin, None)
            said = [(f.id, f.pesan) for f in verdict.findings]
            assert not verdict.refused and not said, (error.twin_told, said)


@pytest.mark.parametrize("nama", EDITS)
def test_harmless_edits_are_left_alone(base: Basis, nama: str) -> None:
    made = EDITS[nama](random.Random(f"{SEED}/{nama}/{base.name}"), base)
    if made is not None:
        verdict = judge(base, made[0], None)
        said = [(f.id, f.pesan) for f in verdict.findings]
        assert not verdict.refused and not said, (made[1], said)
