"""Processes that build on order: they survive faults, are replaced when they die, end with us."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from pebble import ProcessExpired
from proyek_kecil import MARKED, MARKING, ROOT, make_project

from lkjip_analysis import paths
from lkjip_analysis.building import build, preview
from lkjip_analysis.building.pool import build_processes
from lkjip_analysis.building.remember import InputsChangedError
from lkjip_analysis.building.request import Request
from lkjip_analysis.exceptions import LkjipError

ASKING = """
import time
from lkjip_analysis.building.pool import build_processes
if __name__ == "__main__":
    pool = build_processes(2)
    orders = [pool.schedule(time.sleep, args=[600]) for _ in range(3)]
    print("begun", flush=True)
    orders[0].result()
"""


LOADED = "[name for name in __import__('sys').modules if name.startswith('rfc3987_syntax')]"
"""Asks for a library of JupyterLab that takes as long to load as all else a build loads."""


def test_one_that_dies_fails_only_its_own_order():
    pool = build_processes(1)
    try:
        assert pool.schedule(eval, args=[LOADED]).result() == []
        first = pool.schedule(os.getpid).result()
        assert first == pool.schedule(os.getpid).result() != os.getpid()
        with pytest.raises(ProcessExpired):
            pool.schedule(os._exit, args=[3]).result()
        assert pool.schedule(os.getpid).result() not in (first, os.getpid())
    finally:
        pool.stop()
        pool.join()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_they_end_with_the_one_that_asks(tmp_path):
    script = tmp_path / "asking.py"
    script.write_text(ASKING, encoding="utf-8")
    asking = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert asking.stdout.readline() == b"begun\n"
    children = []
    until = time.monotonic() + 30
    while len(children) < 2 and time.monotonic() < until:
        children = psutil.Process(asking.pid).children(recursive=True)
        time.sleep(0.05)
    time.sleep(3)  # both at their order
    asking.send_signal(signal.SIGKILL)
    asking.communicate()
    assert psutil.wait_procs(children, timeout=10)[1] == []


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (None, ""),
        (InputsChangedError("berubah"), None),
        (LkjipError("kolom realisasi salah"), "kolom realisasi salah"),
        (
            PermissionError(13, "Permission denied", "output"),
            "Berkas atau folder tidak dapat dipakai: output (izin ditolak)\n"
            "  perbaikan : beri izin baca dan tulis; tutup berkas itu di program lain",
        ),
        (KeyError("x"), "Kesalahan program: KeyError: 'x'"),
    ],
)
def test_whatever_goes_wrong_is_told(tmp_path, monkeypatch, error, fault):
    request = Request(2024, tmp_path, tmp_path / "hasil", ("html",), "pandoc")

    def stand_in(found):
        assert found == request
        if error:
            raise error

    monkeypatch.setattr(build, "build", stand_in)
    assert preview.build_and_tell(request) == fault


def test_the_preview_keeps_its_process_until_the_program_changes(tmp_path, monkeypatch):
    project = make_project(tmp_path / "p")
    monkeypatch.setenv("PYTHONPATH", str(project.folder))
    monkeypatch.setattr(sys, "path", [str(project.folder), *sys.path])
    monkeypatch.setenv(paths.PROJECT_VARIABLE, str(project.folder))
    request = Request(2024, project.data, project.output, ("html",), "pandoc")
    builder = preview.Builder()
    try:
        assert builder.build(request, {"a": "1"}) == ""
        first = builder.pool
        project.edit("data/2024/iku.csv", ";84;", ";88;")
        assert builder.build(request, {"a": "1"}) == ""
        assert "110,00%" in project.page() and builder.pool is first
        project.edit("data/2024/iku.csv", ";88;", ";banyak;")
        assert "kolom realisasi" in builder.build(request, {"a": "1"})
        project.edit("data/2024/iku.csv", ";banyak;", ";88;")
        new = 'class="tabel-wadah uji"'
        project.edit(MARKING, MARKED, new)
        assert builder.build(request, {"a": "2"}) == ""
        assert new in project.page() and builder.pool is not first
    finally:
        builder.stop()
