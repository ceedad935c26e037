"""The process that stays: it answers each order, survives faults, and goes with the program."""

import io
import json
import sys

import pytest
from proyek_kecil import make_project

from lkjip_analysis import paths
from lkjip_analysis.building import inputs, warm
from lkjip_analysis.building.request import Request
from lkjip_analysis.exceptions import LkjipError


@pytest.fixture
def orders(monkeypatch, tmp_path):
    """Answers to so many orders, each built by the function given for it."""

    def give(*builders):
        request = Request(2024, tmp_path, tmp_path / "hasil", ("html",), "pandoc")
        order = {name: warm._plain(value) for name, value in vars(request).items()}
        monkeypatch.setattr(sys, "stdin", io.StringIO((json.dumps(order) + "\n") * len(builders)))
        monkeypatch.setattr(sys, "stdout", io.StringIO())
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        answers, waiting = sys.stdout, iter(builders)

        def build(found):
            assert found == request
            next(waiting)()

        warm.answer_orders(build)
        return [json.loads(line)["galat"] for line in answers.getvalue().splitlines()]

    return give


def fail(error):
    raise error


def test_every_order_has_its_answer(orders):
    assert orders(
        lambda: print("yang dicetak bukan jawaban"),
        lambda: fail(LkjipError("kolom realisasi salah")),
        lambda: fail(PermissionError(13, "Permission denied", "output")),
        lambda: fail(KeyError("x")),
        lambda: None,
    ) == [
        "",
        "kolom realisasi salah",
        "Berkas atau folder tidak dapat dipakai: output (Permission denied)",
        "Kesalahan program: KeyError: 'x'",
        "",
    ]


def test_one_process_until_the_program_changes(tmp_path, monkeypatch):
    project = make_project(tmp_path / "p")
    monkeypatch.setattr(paths, "PROJECT", project.folder)
    monkeypatch.setattr(inputs, "PACKAGE", project.folder / "lkjip_analysis")
    request = Request(2024, project.data, project.output, ("html",), "pandoc")
    process = warm.WarmProcess()
    try:
        assert process.build(request) == ""
        first = process._process
        project.edit("data/2024/iku.csv", ";84;", ";88;")
        assert process.build(request) == ""
        assert "110,00%" in project.page() and process._process is first
        project.edit("data/2024/iku.csv", ";88;", ";banyak;")
        assert "kolom realisasi" in process.build(request)
        project.edit("data/2024/iku.csv", ";banyak;", ";88;")
        old, new = 'class="tabel-wadah"', 'class="tabel-wadah uji"'
        project.edit("lkjip_analysis/presentation/output.py", old, new)
        assert process.build(request) == ""
        assert new in project.page() and process._process is not first
        process._process.kill()
        process._process.wait()
        assert process.build(request) == "", "a dead process is replaced"
    finally:
        process.stop()
    assert process._process is None
