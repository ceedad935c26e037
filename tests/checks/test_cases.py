"""The sentences of ``rules.toml``: every case is told by a rule, with all that it speaks of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import lkjip_analysis.checks
from lkjip_analysis.checks.cases import FORMATS, WORDS
from lkjip_analysis.checks.findings import DESCRIPTIONS, KEPARAHAN

GIVEN = {"dugaan", "saran", "keparahan", "angka", "usul"}


def calls() -> Iterator[tuple[set[str], set[str], bool]]:
    """Walk over the calls of ``hit``: the cases, the names given, and whether those are all."""
    for path in sorted(Path(lkjip_analysis.checks.__file__).parent.glob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef) or function.name == "hit":
                continue
            assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
            texts = {
                node.value
                for assign in assigned
                for node in ast.walk(assign.value)
                if isinstance(node, ast.Constant) and str(node.value)[:3] in DESCRIPTIONS
            }
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "hit":
                    first = call.args[0]
                    cases = {first.value} if isinstance(first, ast.Constant) else texts
                    names = {word.arg for word in call.keywords if word.arg}
                    yield cases, names - GIVEN, all(word.arg for word in call.keywords)


def sentences(case: str) -> dict[str, str]:
    rule, _, name = case.partition(".")
    said = DESCRIPTIONS[rule] | (DESCRIPTIONS[rule][name] if name else {})
    return {word: said[word] for word in WORDS if word in said}


def fields(case: str) -> list[tuple[str, str]]:
    """List what the sentences of a case speak of, and how it is written."""
    return [
        (name.split(".")[0].split("[")[0], spec or "")
        for text in sentences(case).values()
        for _, name, spec, _ in Formatter().parse(text)
        if name is not None
    ]


def test_cases_are_told_with_all_they_speak_of() -> None:
    seen = set[str]()
    for cases, given, complete in calls():
        assert cases
        for case in cases:
            assert "pesan" in sentences(case), case
            spoken = {name for name, _ in fields(case)}
            assert given <= spoken or len(cases) > 1, (case, given - spoken)
            assert spoken <= given or not complete, (case, spoken - given)
        seen |= cases
    cases = {
        f"{rule}.{name}"
        for rule, told in DESCRIPTIONS.items()
        for name, value in told.items()
        if isinstance(value, dict)
    }
    assert {case for case in seen if "." in case} == cases


def test_cases_are_written_with_known_formats() -> None:
    for rule, told in DESCRIPTIONS.items():
        for case in (
            rule,
            *(f"{rule}.{n}" for n, value in told.items() if isinstance(value, dict)),
        ):
            assert {spec.split(" ")[0] for _, spec in fields(case)} - {""} <= FORMATS.keys(), case
        known = {"judul", "alasan", "contoh", "keparahan", *WORDS}
        for value in (told, *(value for value in told.values() if isinstance(value, dict))):
            assert {n for n in value if not isinstance(value[n], dict)} <= known, rule
            assert value.get("keparahan", "galat") in KEPARAHAN
