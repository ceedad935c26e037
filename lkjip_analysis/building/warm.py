"""A process that stays: it builds again and again, its libraries imported once.

A build started as a command spends a third of its time on imports. The preview keeps one such
process and starts another when the program has changed. Orders and answers are one
line of JSON each, on standard input and output; what else is printed goes to standard error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from typing import IO, Any

from lkjip_analysis import paths
from lkjip_analysis.building import inputs
from lkjip_analysis.building.request import Request
from lkjip_analysis.exceptions import LkjipError, file_fault

STOPPED = "Pembuatan berhenti tanpa pesan; jalankan lkjip build untuk melihat sebabnya."


class WarmProcess:
    """Builds on order in a process of its own."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._program: dict[str, str] = {}

    def build(self, request: Request) -> str:
        """Build; give the fault, blank where all went well."""
        program = inputs.hash_tree(inputs.PACKAGE)
        if self._process is None or self._process.poll() is not None or program != self._program:
            self.stop()
            self._program, self._process = program, _start()
        order = {name: _plain(value) for name, value in asdict(request).items()}
        with suppress(OSError):
            _write(self._process.stdin, order)
        answer = self._process.stdout.readline() if self._process.stdout else ""
        fault: str = json.loads(answer)["galat"] if answer else STOPPED
        return fault

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _start() -> subprocess.Popen[str]:
    search = os.pathsep.join(filter(None, [str(paths.PROJECT), os.environ.get("PYTHONPATH", "")]))
    return subprocess.Popen(
        [sys.executable, "-m", "lkjip_analysis.building.warm"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=paths.PROJECT,
        env={**os.environ, "PYTHONPATH": search, "PYTHONUTF8": "1"},
    )


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Path) else value


def _write(stream: IO[str] | None, value: object) -> None:
    assert stream is not None
    stream.write(json.dumps(value) + "\n")
    stream.flush()


def as_request(order: dict[str, Any]) -> Request:
    """Read an order back into a request."""
    known = {field.name: order[field.name] for field in fields(Request)}
    known |= {name: Path(order[name]) for name in ("data", "output")}
    return Request(**known | {"formats": tuple(order["formats"])})


def answer_orders(build: Callable[[Request], object]) -> None:
    """Build on every order until nobody sends any more."""
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        fault = ""
        try:
            build(as_request(json.loads(line)))
        except LkjipError as error:
            fault = str(error)
        except OSError as error:
            fault = file_fault(error)
        except Exception as error:  # the process must live on; the preview shows what happened
            fault = f"Kesalahan program: {type(error).__name__}: {error}"
        _write(answers, {"galat": fault})


if __name__ == "__main__":
    from lkjip_analysis.building.build import build as build_report

    answer_orders(build_report)
