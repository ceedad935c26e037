"""Processes that stay: they answer each order, survive faults, and go with the program."""

import json
import os
import sys
from dataclasses import asdict

import pytest
from proyek_kecil import make_project

from lkjip_analysis import paths
from lkjip_analysis.building import build, inputs, warm
from lkjip_analysis.building.request import Request
from lkjip_analysis.building.standing import Standing
from lkjip_analysis.exceptions import LkjipError

ECHO = """
import os, sys
from lkjip_analysis.building.standing import answer
waited = []
def carry_out(order):
    print("what is printed is no answer")
    if order == "die":
        os._exit(3)
    return {"heard": order, "by": os.getpid(), "waited": len(waited)}
if __name__ == "__main__":
    answer(carry_out, between=lambda: waited.append(1))
"""


def test_every_order_has_its_answer_and_a_dead_process_is_replaced(tmp_path, monkeypatch):
    (tmp_path / "gema.py").write_text(ECHO, encoding="utf-8")
    search = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    monkeypatch.setenv("PYTHONPATH", search)
    standing = Standing("gema")
    try:
        one, two = standing.ask(["a", 1]), standing.ask("é")
        assert (one["heard"], two["heard"]) == (["a", 1], "é")
        assert one["by"] == two["by"] != os.getpid()
        assert (one["waited"], two["waited"]) == (0, 1)
        assert standing.ask("die") is None
        assert standing.ask("again")["by"] != one["by"]
        standing.process.kill()
        standing.process.wait()
        assert standing.ask("once more")["heard"] == "once more"
    finally:
        standing.stop()
    assert standing.process is None


def test_a_process_that_cannot_start_gives_no_answer(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert Standing("gema").ask(1) is None


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (None, ""),
        (LkjipError("kolom realisasi salah"), "kolom realisasi salah"),
        (
            PermissionError(13, "Permission denied", "output"),
            "Berkas atau folder tidak dapat dipakai: output (Permission denied)",
        ),
        (KeyError("x"), "Kesalahan program: KeyError: 'x'"),
    ],
)
def test_whatever_goes_wrong_is_told(tmp_path, monkeypatch, error, fault):
    request = Request(2024, tmp_path, tmp_path / "hasil", ("html",), "pandoc")
    order = json.loads(json.dumps(asdict(request), default=str))

    def stand_in(found):
        assert found == request
        if error:
            raise error

    monkeypatch.setattr(build, "build", stand_in)
    assert warm.build_on_order(order) == fault


def test_one_process_until_the_program_changes(tmp_path, monkeypatch):
    project = make_project(tmp_path / "p")
    monkeypatch.setattr(paths, "PROJECT", project.folder)
    monkeypatch.setattr(inputs, "PACKAGE", project.folder / "lkjip_analysis")
    request = Request(2024, project.data, project.output, ("html",), "pandoc")
    builder = warm.WarmBuilder()
    try:
        assert builder.build(request) == ""
        first = builder.standing.process
        project.edit("data/2024/iku.csv", ";84;", ";88;")
        assert builder.build(request) == ""
        assert "110,00%" in project.page() and builder.standing.process is first
        project.edit("data/2024/iku.csv", ";88;", ";banyak;")
        assert "kolom realisasi" in builder.build(request)
        project.edit("data/2024/iku.csv", ";banyak;", ";88;")
        old, new = 'class="tabel-wadah"', 'class="tabel-wadah uji"'
        project.edit("lkjip_analysis/presentation/output.py", old, new)
        assert builder.build(request) == ""
        assert new in project.page() and builder.standing.process is not first
    finally:
        builder.stop()
