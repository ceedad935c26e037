"""A build that is ended at any moment hurts no later one: nothing waits, nothing is lost."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from proyek_kecil import hashes, make_project

BUILD = ("build", "--tahun", "2024", "--renderer", "pandoc", "--format", "html,pdf")
GONE_WITHIN = 5.0
"""Seconds in which what a killed build had started is gone, on a busy machine."""

KILLED_BETWEEN_RENAMES = f"""
import os
from pathlib import Path
from lkjip_analysis.cli import main
rename = Path.rename
def rename_or_die(path, target):
    if path.name == ".2024-baru":
        os._exit(9)
    return rename(path, target)
Path.rename = rename_or_die
main({list(BUILD)})
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = make_project(tmp_path_factory.mktemp("henti") / "p")
    project.run(*BUILD)
    return project


@pytest.fixture
def good(project):
    """The complete old output."""
    return hashes(project.output)


def processes_of(project):
    """Processes that work in the project."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.cwd() == str(project.folder) or str(project.folder) in process.cmdline():
                found.append(process.pid)
        except psutil.Error:
            continue
    return found


def wait_for(happened, seconds=60.0):
    until = time.monotonic() + seconds
    while not happened() and time.monotonic() < until:
        time.sleep(0.005)


def litter(project):
    """What no finished build leaves: working folders, unfinished outputs, notes."""
    left = [path.name for path in project.store.iterdir() if path.name == "kerja"]
    left += [path.name for path in project.output.parent.iterdir() if path.name != "2024"]
    return left + [path.name for path in (project.folder / "build" / ".pindah").iterdir()]


def has_written(project, name, began):
    """Whether this build has made the figures, or the book."""
    return (project.store / "catatan" / f"{name}.json").stat().st_mtime > began


MOMENTS = {
    "figures": lambda project, began: (project.store / "kerja").exists(),
    "notebooks": lambda project, began: has_written(project, "angka", began),
    "rendering": lambda project, began: has_written(project, "susunan buku", began),
}


WAYS = [
    ("SIGTERM", False),
    ("SIGTERM", True),
    ("SIGHUP", False),
    ("SIGKILL", False),
    ("SIGKILL", True),
]
"""How a build is ended: the signal, and whether its whole group gets it."""


@pytest.mark.parametrize(("sign", "group"), WAYS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_after_a_killed_one(project, good, moment, sign, group):
    began = time.time()
    running = project.start(*BUILD, "--force", group=True)
    wait_for(lambda: MOMENTS[moment](project, began))
    number = getattr(signal, sign)
    (os.killpg if group else os.kill)(running.pid, number)
    out, err = running.communicate()
    assert running.returncode == (-9 if sign == "SIGKILL" else 128 + number), out + err
    assert ("Dihentikan. Hasil lama tidak berubah." in err) == (sign != "SIGKILL")
    assert hashes(project.output) == good
    wait_for(lambda: not processes_of(project), GONE_WITHIN)
    assert processes_of(project) == []
    if sign != "SIGKILL":
        assert litter(project) == []
    project.run(*BUILD)
    assert hashes(project.output) == good
    assert litter(project) == []


@pytest.mark.parametrize(
    "next_command", [("--help",), ("check", "--tahun", "2024"), (*BUILD, "--force")]
)
def test_killed_between_the_two_renames(project, good, next_command):
    """The next command of any kind puts the old result back, and says so."""
    running = project.start(code=KILLED_BETWEEN_RENAMES.replace("'pandoc'", "'pandoc', '--force'"))
    running.communicate()
    assert running.returncode == 9
    assert not project.output.exists()
    next_one = project.start(*next_command)
    _, err = next_one.communicate()
    assert f"hasil lama dikembalikan: {project.output}" in err
    assert hashes(project.output) == good
    assert [name for name in litter(project) if name != "kerja"] == []


def test_an_output_anywhere_is_put_back_though_the_notes_are_gone(project, good, tmp_path):
    output = tmp_path / "di tempat lain" / "2024"
    project.run(*BUILD, "--output", str(output))
    kept = hashes(output)
    running = project.start(
        code=KILLED_BETWEEN_RENAMES.replace(
            "'pandoc'", f"'pandoc', '--force', '--output', '{output}'"
        )
    )
    running.communicate()
    assert not output.exists()
    for note in (project.folder / "build" / ".pindah").iterdir():
        note.unlink()
    (project.data / "2024" / "iku.csv").rename(project.data / "2024" / "iku.bak")
    project.run(*BUILD, "--output", str(output), code=1)
    (project.data / "2024" / "iku.bak").rename(project.data / "2024" / "iku.csv")
    assert hashes(output) == kept
    assert [path.name for path in output.parent.iterdir()] == ["2024"]


DROPPED = """
import os, signal, time, weakref
from lkjip_analysis import process

class Thing: pass

process.stop_when_told()
thing = Thing()
gone = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGTERM))
try:
    del thing
    time.sleep(5)
except process.ToldToStop as told:
    print("berhenti", *told.args)
"""


def test_a_request_to_end_is_heard_where_python_drops_exceptions():
    done = subprocess.run([sys.executable, "-c", DROPPED], capture_output=True, text=True)
    assert done.stdout == f"berhenti {int(signal.SIGTERM)}\n" and done.stderr == ""
