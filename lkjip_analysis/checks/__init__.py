"""Nothing wrong gets printed: consistency rules over a year's results.

``run_checks`` runs every rule and marks what the unit has acknowledged. Each rule lives in the
module of its subject; ``RULES`` is the list of all of them, in the order of their IDs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from types import ModuleType

from lkjip_analysis.checks import (
    amounts,
    claims,
    composites,
    dates,
    evaluation,
    explanations,
    links,
    names,
    percentages,
    plausibility,
    quoted_facts,
    resources,
    scales,
    structure,
    targets,
    typed_money,
    typed_numbers,
    wholes,
    wording,
)
from lkjip_analysis.checks.acknowledgement import UNUSED, apply_acknowledgements
from lkjip_analysis.checks.findings import KEPARAHAN, Finding, Keparahan, spread
from lkjip_analysis.checks.folding import folded
from lkjip_analysis.checks.rules import Hit, Rule
from lkjip_analysis.checks.texts import tells
from lkjip_analysis.results import Results

__all__ = [
    "KEPARAHAN", "RULES", "Finding", "Hit", "Keparahan", "Rule", "keeping_from_final",
    "run_checks", "spread", "unresolved",
]  # fmt: skip

# fmt: off
SUBJECTS: tuple[ModuleType, ...] = (
    amounts, percentages, links, evaluation, targets, scales, names, wording, plausibility,
    composites, claims, wholes, quoted_facts, resources, typed_numbers, typed_money,
    explanations, structure, dates,
)
# fmt: on


def _rules_of(*subjects: ModuleType) -> list[Rule]:
    every = (held for subject in subjects for held in vars(subject).values())
    return sorted((held for held in every if isinstance(held, Rule)), key=lambda rule: rule.id)


RULES = tuple(_rules_of(*SUBJECTS))
MONEY = frozenset(_rules_of(amounts, percentages))
"""Rules that a repair must not give anything new to find."""

FOUND = "_temuan"
"""Where a year's results remember their findings, which are asked for again and again."""


def run_checks(hasil: Results) -> list[Finding]:
    """Run every rule over a year's results, once.

    Returns
    -------
    list of Finding
        Gravest first, then by rule and place; each with its ``pengakuan``, where it has one, and
        with what follows from it folded in.
    """
    if FOUND not in vars(hasil):
        found = _look(hasil, RULES)
        vars(hasil)[FOUND] = sorted(folded(hasil, found, _look_again), key=_order)
    return list(vars(hasil)[FOUND])


def _look(hasil: Results, rules: Iterable[Rule]) -> list[Finding]:
    found = dict.fromkeys(finding for check in rules for finding in check(hasil))
    return apply_acknowledgements(hasil, found)


def _look_again(hasil: Results, ids: Collection[str]) -> list[Finding]:
    """Run the rules that had found something, and all that are about money."""
    rules = [rule for rule in RULES if rule.id in ids or rule in MONEY]
    known = {rule.id for rule in rules}
    return [one for one in _look(hasil, rules) if one.id != UNUSED or one.sel[0].nilai in known]


def unresolved(findings: list[Finding], keparahan: Keparahan = "galat") -> list[Finding]:
    """List the findings of one severity that nobody has acknowledged."""
    return [f for f in findings if f.keparahan == keparahan and f.pengakuan is None]


def keeping_from_final(findings: Sequence[Finding]) -> list[Finding]:
    """List what keeps a report from being final.

    Every error, and the warnings of rules that are ``menahan``, unless an acknowledgement tells
    the reader of it.
    """
    holding = {("peringatan", rule.id) for rule in RULES if rule.menahan}
    holding |= {("galat", rule.id) for rule in RULES}
    untold = [f for f in findings if not (f.pengakuan and tells(f.pengakuan.kalimat_pembaca))]
    return [f for f in untold if any((one.keparahan, one.id) in holding for one in spread([f]))]


def _order(finding: Finding) -> tuple[int, str, str, int]:
    return KEPARAHAN.index(finding.keparahan), finding.id, finding.berkas, finding.baris or 0
