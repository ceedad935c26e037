"""Doubts stand where the number stands: from a finding to the figures it makes doubtful.

A finding, open or acknowledged, doubts the cells its rule declares and the figures it names. From
a cell the doubt goes to what is computed of it on the same entity (the capaian of a doubted
realisasi), and from all to what rests on doubted figures alone (the mean of a sasaran's only IKU)
and to what is computed of sums with one part as that part's own is (the serapan of a sasaran
with one programme).
It ends where sound figures take part: a mean or total over many is no worse than its other parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from lkjip_analysis.checks import FOUND, run_checks
from lkjip_analysis.checks.findings import Finding
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.figures import Figures
from lkjip_analysis.results.keys import stem_of

R = TypeVar("R", bound=Results)


def with_doubts(hasil: R) -> R:
    """Let every figure know the doubt about it; the values stay, the findings are remembered."""
    found, said = run_checks(hasil), dict[str, list[str]]()
    for finding in found:
        for kunci in doubted_by(finding, hasil):
            said.setdefault(kunci, []).append(finding.kalimat)
    figures = Figures(hasil.figures)
    for kunci, sentences in said.items():
        figures[kunci] = replace(hasil[kunci], diragukan=" ".join(dict.fromkeys(sentences)))
    marked = replace(hasil, figures=figures)
    vars(marked)[FOUND] = found
    return marked


def doubted_by(finding: Finding, figures: Iterable[Figure]) -> Iterator[str]:
    """List the keys of the figures that a finding makes doubtful.

    ``figures`` stand in the order they were computed in.
    """
    if not finding.doubts:
        return
    cells, named, doubted = set(finding.ragu), set(finding.angka), set[str]()
    twins: dict[str, str] = {}
    for figure in figures:
        parts = doubted.intersection(figure.dari)
        twins[figure.kunci] = _twin(figure, twins)
        if figure.known and (
            figure.kunci in named
            or (figure.given and not cells.isdisjoint(figure.masukan))
            or (parts and parts.issuperset(figure.dari))
            or _of_one(figure.kunci, parts - named)
            or twins[figure.kunci] in doubted
        ):
            doubted.add(figure.kunci)
            yield figure.kunci


def _twin(figure: Figure, twins: Mapping[str, str]) -> str:
    """Name the figure that a sum of one part is, or that its twins give; blank: none.

    The pagu of a sasaran's only programme, then its serapan, computed of that pagu alike.
    """
    what = figure.kunci.rpartition(".")[2]
    if len(figure.dari) == 1 and figure.dari[0].endswith(f".{what}"):
        return figure.dari[0]
    owners = {stem_of(twins.get(part, "")) for part in figure.dari}
    return f"{owners.pop()}.{what}" if len(owners) == 1 else ""


def _of_one(kunci: str, parts: set[str]) -> bool:
    """Say whether one of the parts is of the same entity, or of a component of it."""
    return any(f"{stem_of(part)}.".startswith(f"{stem_of(kunci)}.") for part in parts)
