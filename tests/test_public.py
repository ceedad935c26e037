"""The project's furniture: one version, files of the form their readers expect, no dead link."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from links import dead_links
from programs import find_program
from unit_here import DATA, PROJECT

from lkjip_analysis import __version__

NOT_OURS = {".venv", "build", "output", ".git", ".hypothesis", ".pytest_cache", ".ruff_cache"}
PAGES = sorted(
    page
    for page in PROJECT.rglob("*.md")
    if NOT_OURS.isdisjoint(page.relative_to(PROJECT).parts) and DATA not in page.parents
)
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
FORMS = {
    "vendor.citation-file-format": ["CITATION.cff"],
    "vendor.github-workflows": WORKFLOWS,
    "vendor.github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"],
    "vendor.github-issue-forms": sorted((PROJECT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml")),
}


def read(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def test_one_version() -> None:
    """Package (and so the report's annex), citation and newest entry of the changes agree."""
    citation = yaml.safe_load(read("CITATION.cff"))
    released = re.findall(r"^## \[(\d\S*)\] - (\S+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert released[0] == (__version__, str(citation["date-released"]))
    assert citation["version"] == __version__
    built = tomllib.loads(read("pyproject.toml"))["tool"]["hatch"]["version"]
    assert built == {"path": "lkjip_analysis/__init__.py"}


def test_changes_to_come_stand_before_the_versions() -> None:
    heads = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert heads[0] == "[Belum dirilis]"
    numbers = [tuple(map(int, re.findall(r"\d+", head)[:3])) for head in heads[1:]]
    assert numbers == sorted(set(numbers), reverse=True)


@pytest.mark.parametrize("schema", FORMS)
def test_form(schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run(
        [*command, *map(str, FORMS[schema])],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_workflows_pass_their_linter() -> None:
    """Pinned actions, no credentials left, no permission that is not needed."""
    zizmor = find_program(str(Path(sys.executable).with_name("zizmor")), "zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", str(PROJECT / ".github")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_page_publishes_only_what_is_complete_and_meant_for_readers() -> None:
    """A draft, notebooks and what the program keeps for itself stay behind."""
    text = read(".github/workflows/halaman.yml")
    assert "--final" in text and "path: terbit" in text
    (copied,) = re.findall(r"cp -r (.+) terbit/", text)
    assert "notebooks" not in copied and "halaman/." not in copied
    assert "run: make docs DOKUMENTASI=terbit/dokumentasi" in text
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    (sphinx,) = re.findall(r"-m sphinx (.+) docs", makefile)
    assert " -d build/" in sphinx, "what Sphinx remembers would be published, too"


def test_a_tool_that_is_missing_fails_in_ci_and_is_skipped_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="soffice tidak ada"):
        find_program("soffice")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="soffice tidak ada"):
        find_program("soffice")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """What lies in ``data/`` is another's in a fork; ``tests/laporan`` looks at it."""
    assert dead_links(page, free=(DATA,)) == []


def test_every_assumption_has_an_owner_and_a_risk() -> None:
    numbered, _, owned = read("docs/asumsi.md").partition("## Pemilik dan risiko")
    rows = re.findall(r"^\| (\d+) \| (\w+) \| (rendah|sedang|tinggi): \S", owned, re.MULTILINE)
    assert [row[0] for row in rows] == re.findall(r"^(\d+)\. ", numbered, re.MULTILINE)
    assert {row[1] for row in rows} <= {"penyusun", "pengelola", "evaluator"}


def test_every_clause_of_rap_is_answered_with_what_can_be_opened() -> None:
    levels, _, _ = read("docs/rap.md").partition("## Asumsi")
    rows = re.findall(r"^\| (?!tuntutan|-)([^|]+) \| ([^|]+) \| (.+) \|$", levels, re.MULTILINE)
    assert len(rows) == 5 + 9 + 4
    assert {state for _, state, _ in rows} <= {"terpenuhi", "sebagian", "belum"}
    assert [clause for clause, _, evidence in rows if "](" not in evidence] == []


def test_no_module_needs_what_only_some_systems_have() -> None:
    """Windows must be able to import everything; what measures or signals asks when it runs."""
    only = {"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"}
    for path in (p for name in ("lkjip_analysis", "benchmarks", "tests") for p in sources(name)):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = [alias.name for alias in getattr(node, "names", ()) if alias.name]
            assert not only & {*names, getattr(node, "module", "")}, path


def sources(folder: str) -> list[Path]:
    return sorted((PROJECT / folder).rglob("*.py"))
