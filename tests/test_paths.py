"""The project is found from where one stands, never from where the package is installed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from unit_here import PROJECT
from unit_kecil import SOURCE

from lkjip_analysis import paths
from lkjip_analysis.exceptions import CallError


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project in a folder with spaces; nothing found yet, and nothing named."""
    for name in paths.PLACES:  # set aside what other tests have put there
        monkeypatch.delitem(vars(paths), name, raising=False)
    monkeypatch.setattr(paths, "_found", {})
    monkeypatch.delenv(paths.PROJECT_VARIABLE, raising=False)
    folder = tmp_path / "Laporan Kinerja (salinan)"
    (folder / "notebooks" / "dalam").mkdir(parents=True)
    (folder / "_quarto.yml").write_text("lang: id\nlkjip:\n  draf: false\n", encoding="utf-8")
    return folder


def test_found_from_the_current_folder_upward(project, monkeypatch):
    monkeypatch.chdir(project / "notebooks" / "dalam")
    assert project == paths.PROJECT
    assert project / "data" == paths.data_folder()
    monkeypatch.chdir("/")
    assert project == paths.PROJECT  # a process stays with its project


def test_other_books_and_staged_books_are_passed_over(project, monkeypatch):
    other = project / "bahan"
    staged = project / "build" / "2024"
    for folder, text in ((other, "project:\n  type: book\n"), (staged, "lkjip:\n  draf: true\n")):
        folder.mkdir(parents=True)
        (folder / "_quarto.yml").write_text(text, encoding="utf-8")
    (staged / paths.STAGED).write_text("[]", encoding="utf-8")
    for folder in (other, staged):
        monkeypatch.chdir(folder)
        paths.use()
        assert project == paths.PROJECT


def test_a_named_project_goes_before_the_current_folder(project, tmp_path, monkeypatch):
    monkeypatch.setenv(paths.PROJECT_VARIABLE, "")  # put back afterwards
    monkeypatch.chdir(tmp_path)
    paths.use(Path("Laporan Kinerja (salinan)"))
    assert project == paths.PROJECT
    assert os.environ[paths.PROJECT_VARIABLE] == str(project)  # for the processes it starts


def test_outside_a_project_the_message_names_init(project, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert not paths.is_here()
    with pytest.raises(CallError, match=r"bukan proyek laporan(.|\n)*lkjip init FOLDER"):
        _ = paths.DATA
    monkeypatch.setenv(paths.PROJECT_VARIABLE, str(tmp_path))
    with pytest.raises(CallError, match=r"--proyek(.|\n)*lkjip init FOLDER"):
        _ = paths.DATA


def test_commands_outside_a_project(tmp_path):
    """What needs no project works anywhere; the rest says what to do and leaves with 2."""

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "lkjip_analysis", *map(str, words)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    build = run("build", "--tahun", 2024)
    assert build.returncode == 2 and "lkjip init FOLDER" in build.stderr
    assert "Traceback" not in build.stderr
    results = run("results", "--tahun", 2024, "--data", SOURCE)
    assert results.returncode == 0 and "iku." in results.stdout
    assert list(tmp_path.iterdir()) == []
