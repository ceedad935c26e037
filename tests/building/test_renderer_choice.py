"""Which renderer makes the book: the call's, else the project's, never what happens to be there."""

import os
import stat

import pytest

from lkjip_analysis import paths
from lkjip_analysis.building.build import choose_renderer
from lkjip_analysis.exceptions import CallError


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of no choice, on a machine that has Quarto first on its PATH."""
    program = tmp_path / "bin" / "quarto"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 1.10.18\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "bin" / "quarto.bat").write_text("@echo 1.10.18\n", encoding="utf-8")
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(paths, "PROJECT", tmp_path)
    (tmp_path / "_quarto.yml").write_text("lkjip:\n  draf: false\n", encoding="utf-8")
    return tmp_path


def test_an_installed_quarto_is_not_taken_unasked(project):
    assert choose_renderer("auto") == "pandoc"
    assert choose_renderer("quarto") == "quarto"


def test_the_project_may_choose_and_the_call_overrules_it(project):
    (project / "_quarto.yml").write_text("lkjip:\n  renderer: quarto\n", encoding="utf-8")
    assert choose_renderer("auto") == "quarto"
    assert choose_renderer("pandoc") == "pandoc"


def test_an_unknown_choice_names_its_place(project):
    (project / "_quarto.yml").write_text("lkjip:\n  renderer: latex\n", encoding="utf-8")
    with pytest.raises(CallError, match=r"_quarto\.yml.*'latex'[\s\S]*quarto atau pandoc"):
        choose_renderer("auto")


def test_a_quarto_that_is_asked_for_must_be_there(project, monkeypatch):
    monkeypatch.setenv("PATH", str(project))
    (project / "_quarto.yml").write_text("lkjip:\n  renderer: quarto\n", encoding="utf-8")
    with pytest.raises(CallError, match="tidak ditemukan di PATH"):
        choose_renderer("auto")
