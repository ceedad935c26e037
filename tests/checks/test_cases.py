"""The sentences of ``rules.toml``: every case is told by a rule, with all that it speaks of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import lkjip_analysis.checks
from lkjip_analysis.checks.findings import KEPARAHAN
from lkjip_analysis.checks.rules import DESCRIPTIONS, FORMATS, WORDS

GIVEN = {"dugaan", "saran", "keparahan", "angka", "usul"}


def cases_in(*nodes: ast.AST) -> set[str]:
    """List the cases that are named in pieces of code."""
    return {
        part.value
        for node in nodes
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and str(part.value).partition(".")[0] in DESCRIPTIONS
    }


def calls_in(node: ast.AST, name: str) -> list[ast.Call]:
    every = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    return [call for call in every if getattr(call.func, "id", "") == name]


def calls() -> Iterator[tuple[set[str], set[str], bool]]:
    """Walk over the calls of ``hit``: the cases, the names given, and whether those are all.

    A case that is no constant was assigned in the same function, or given to it.
    """
    for path in sorted(Path(lkjip_analysis.checks.__file__).parent.glob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        for function in module.body:
            if isinstance(function, ast.FunctionDef):
                assigned = [one.value for one in ast.walk(function) if isinstance(one, ast.Assign)]
                for call in calls_in(function, "hit"):
                    cases = cases_in(call.args[0]) or cases_in(
                        *assigned, *calls_in(module, function.name)
                    )
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
