"""Every library a person may be told to install has its version in constraints.txt."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from unit_here import PROJECT

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
GROUPS = {"": PYPROJECT["dependencies"], **PYPROJECT["optional-dependencies"]}
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


def plain(name: str) -> str:
    """Write a distribution's name as PEP 503 does."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    lines = (PROJECT / "constraints.txt").read_text(encoding="utf-8").split()
    return {plain(name): version for name, version in (line.split("==") for line in lines)}


def needed(requirement: Requirement, seen: set[str], system: dict[str, str]) -> Iterator[str]:
    """Name a library and all that it needs on a system, as far as one can see from here."""
    name = plain(requirement.name)
    if name in seen:
        return
    seen.add(name)
    yield name
    try:
        wanted = requires(name) or []
    except PackageNotFoundError:
        return
    for inner in map(Requirement, wanted):
        extras = requirement.extras or {""}
        if inner.marker is None or any(
            inner.marker.evaluate({**system, "extra": extra}) for extra in extras
        ):
            yield from needed(inner, seen, system)


def test_conda_and_make_install_the_same_for_the_tests() -> None:
    conda, make = (
        re.findall(r'--editable "?\.\[(test\b[^]]*)\]', (PROJECT / name).read_text("utf-8"))
        for name in ("environment.yml", "Makefile")
    )
    assert conda == make != []


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("group", GROUPS)
def test_an_extra_is_pinned_with_all_it_needs(group: str, system: str) -> None:
    seen: set[str] = set()
    wanted = map(Requirement, GROUPS[group])
    found = {name for one in wanted for name in needed(one, seen, SYSTEMS[system])}
    assert found - pins().keys() == set()


@pytest.mark.parametrize("text", [text for group in GROUPS.values() for text in group])
def test_a_pin_is_a_version_that_is_asked_for(text: str) -> None:
    requirement = Requirement(text)
    assert requirement.specifier.contains(pins()[plain(requirement.name)])
