"""A room's tests, run again and again: the libraries are loaded once, each run is a fork.

The package itself is never loaded here, so that every run reads it as it stands then.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import coverage
import pytest

HEAVY = ("pandas", "babel.dates", "hypothesis", "syrupy", "openpyxl", "rich",
         "xlsxwriter", "num2words", "yaml")  # fmt: skip
TIMING = ("tests/results/test_speed.py", "tests/checks/test_speed_of_checks.py")
"""Left out: a clock tells of the machine's load, not of a change."""
LOADED = "-Wignore::pytest.PytestAssertRewriteWarning"  # plugins are loaded before, all the same
UNNOTICED, NOTICED, BROKEN = 0, 1, 70


class Lines:
    """Notes which test reaches which line, and how long it takes."""

    def __init__(self, tree: Path, source: str) -> None:
        where = [f"{tree / source}/*" if (tree / source).is_dir() else str(tree / source)]
        self.tree = tree
        self.coverage = coverage.Coverage(data_file=None, include=where, config_file=False)
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        """Put what a test reaches under its name."""
        self.coverage.switch_context(item.nodeid)
        began = time.perf_counter()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.perf_counter() - began

    def found(self) -> dict[str, Any]:
        """Give the seconds by test, and the tests by file and line."""
        data = self.coverage.get_data()
        reached = {
            Path(file).relative_to(self.tree).as_posix(): {
                line: [name for name in names if name]
                for line, names in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        return {"seconds": self.seconds, "reached": reached}


class Order:
    """Runs the tests that reach a line first, quick ones before slow ones, file by file."""

    def __init__(self, near: set[str], seconds: dict[str, float]) -> None:
        self.near, self.seconds, self.failed = near, seconds, ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Sort."""
        near_files = {name.split("::")[0] for name in self.near}
        sizes: dict[str, float] = {}
        for name, taken in self.seconds.items():
            sizes[name.split("::")[0]] = sizes.get(name.split("::")[0], 0) + taken

        def place(item: pytest.Item) -> tuple[bool, float, str, bool, float]:
            file = item.nodeid.split("::")[0]
            slow = self.seconds.get(item.nodeid, 0)
            return (file not in near_files, sizes.get(file, 0), file, item.nodeid not in self.near,
                    slow)  # fmt: skip

        items.sort(key=place)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the name of the one that failed."""
        if report.failed:
            self.failed = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep the name of a module that cannot be loaded."""
        if report.failed:
            self.failed = report.nodeid or "impor"


class Room:
    """The tests of a room, what they reach, and the longest a run may take."""

    def __init__(self, tree: Path, tests: list[str], source: str) -> None:
        self.tree, self.source = tree, source
        self.arguments = [
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            f"--ignore={TIMING}",
            LOADED,
            *tests,
        ]
        self.note = tree.parent / "laporan.json"

    def __enter__(self) -> Self:
        """Run the tests as they are; they have to pass."""
        for name in HEAVY:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
        began = time.perf_counter()
        if self._run(self._measure, 3600) != UNNOTICED:
            raise SystemExit(f"Uji {self.source} gagal tanpa perubahan apa pun:\n{self._said()}")
        self.limit = 60 + 5 * (time.perf_counter() - began)
        found = json.loads(self.note.read_text(encoding="utf-8"))
        self.seconds: dict[str, float] = found["seconds"]
        self.reached: dict[str, dict[str, list[str]]] = found["reached"]
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing to close."""

    def noticed_by(self, path: str, line: int) -> str:
        """Run the tests on the tree as it stands now; name the first that fails, or the clock."""
        lines = {int(number): tests for number, tests in self.reached.get(path, {}).items()}
        before = [number for number in lines if number <= line]
        near = set(lines[max(before)]) if before else set()
        code = self._run(lambda: self._try(near), self.limit)
        if code == NOTICED:
            return str(json.loads(self.note.read_text(encoding="utf-8")) or "pytest")
        if code == BROKEN:
            raise SystemExit(self._said())
        return "" if code == UNNOTICED else "waktu habis"

    def _said(self) -> str:
        return (self.tree.parent / "kata.txt").read_text(encoding="utf-8")[-3000:]

    def _measure(self) -> int:
        lines = Lines(self.tree, self.source)
        lines.coverage.start()
        code = pytest.main(self.arguments, plugins=[lines])
        lines.coverage.stop()
        self.note.write_text(json.dumps(lines.found()), encoding="utf-8")
        return int(code != pytest.ExitCode.OK)

    def _try(self, near: set[str]) -> int:
        sys.dont_write_bytecode = True
        order = Order(near, self.seconds)
        code = pytest.main(self.arguments, plugins=[order])
        self.note.write_text(json.dumps(order.failed), encoding="utf-8")
        return UNNOTICED if code == pytest.ExitCode.OK else NOTICED

    def _run(self, work: Callable[[], int], seconds: float) -> int:
        """Do some work in a fork that finds the tree as a test run does; -1 where time is up."""
        child = os.fork()
        if not child:
            os.setsid()
            try:
                self._settle()
                os._exit(work())
            except BaseException:
                traceback.print_exc()
            os._exit(BROKEN)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.05)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return -1

    def _settle(self) -> None:
        os.chdir(self.tree)
        sys.path[:] = [str(self.tree), *(p for p in sys.path if p != str(Path(__file__).parent))]
        os.environ |= {"PYTHONPATH": str(self.tree), "MPLBACKEND": "agg", "NO_COLOR": "1"}
        said = os.open(self.tree.parent / "kata.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        from hypothesis import settings

        settings.register_profile("mutasi", deadline=None, derandomize=True, database=None)
        settings.load_profile("mutasi")
