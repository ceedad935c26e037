"""The commit a report was made from: the project's own, and whether all that decides is in it."""

import shutil
import subprocess

import pytest
from proyek_kecil import hashes, make_project

from lkjip_analysis import __version__, paths
from lkjip_analysis.building.commit import CHANGED, commit_of, program_and_commit
from lkjip_analysis.building.holding import RECORD, read_holding

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git tidak ada")


def git(folder, *words):
    who = ("-c", "user.name=Penyusun", "-c", "user.email=penyusun@contoh.id")
    done = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with data, committed."""
    folder = tmp_path / "proyek kantor"
    (folder / "data" / "2024").mkdir(parents=True)
    (folder / "report").mkdir()
    for name in ("_quarto.yml", "report/01.qmd", "data/2024/iku.csv", "catatan.txt"):
        (folder / name).write_text("isi\n", encoding="utf-8")
    monkeypatch.setattr(paths, "PROJECT", folder)
    git(folder, "init", "--quiet")
    return folder


def commit(folder) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Data")
    return git(folder, "rev-parse", "HEAD")


def test_what_is_committed_is_named(project):
    head = commit(project)
    assert commit_of(project / "data") == head


@pytest.mark.parametrize("name", ["report/01.qmd", "data/2024/iku.csv", "data/2024/baru.csv"])
def test_a_change_of_what_decides_is_said(project, name):
    head = commit(project)
    (project / name).write_text("lain\n", encoding="utf-8")
    assert commit_of(project / "data") == f"{head} {CHANGED}"


@pytest.mark.parametrize("name", ["catatan.txt", "output.txt"])
def test_a_change_of_anything_else_counts_for_nothing(project, name):
    head = commit(project)
    (project / name).write_text("lain\n", encoding="utf-8")
    assert commit_of(project / "data") == head


def test_data_elsewhere_are_not_the_projects(project, tmp_path):
    head = commit(project)
    (project / "data/2024/iku.csv").write_text("lain\n", encoding="utf-8")
    assert commit_of(tmp_path / "unit") == head


def test_a_project_without_git_or_commit_names_none(project):
    assert commit_of(project / "data") == ""
    shutil.rmtree(project / ".git")
    assert commit_of(project / "data") == ""


def test_another_repository_around_a_copy_is_not_its_own(project, monkeypatch):
    commit(project)
    copy = project / "salinan"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".git"))
    monkeypatch.setattr(paths, "PROJECT", copy)
    assert commit_of(copy / "data") == ""


def test_a_git_that_cannot_run_names_none(project, monkeypatch):
    commit(project)
    monkeypatch.setenv("PATH", "")
    assert commit_of(project / "data") == ""
    assert program_and_commit(project / "data") == f"lkjip-analysis {__version__}"


def test_the_output_says_which_commit_made_it(tmp_path):
    """A new commit is noted without anything else being done again; the report stays the same."""
    built = make_project(tmp_path / "proyek")
    (built.folder / ".gitignore").write_text("build/\noutput/\n__pycache__/\n", encoding="utf-8")
    git(built.folder, "init", "--quiet")
    first = commit(built.folder)
    built.build()
    before = hashes(built.output)
    assert read_holding(built.output).asal.endswith(f"komit {first}")
    (built.folder / "CATATAN.md").write_text("lain", encoding="utf-8")
    second = commit(built.folder)
    assert built.build() == {"folder hasil"}
    assert read_holding(built.output).asal.endswith(f"komit {second}")
    assert {name for name, mark in hashes(built.output).items() if before[name] != mark} == {RECORD}
    assert built.build() == set()
