"""A process that stays and answers: one line of JSON in, one line of JSON out.

It is started like a command of its own, with nothing forked or inherited, so it works alike
everywhere. What it prints besides is no answer and goes to standard error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any

from lkjip_analysis import paths


def start(module: str) -> subprocess.Popen[bytes]:
    """Start a module of this package in a process of its own; talk to it by its pipes."""
    search = [str(paths.PROJECT), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=paths.PROJECT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, search))},
    )


class Standing:
    """A process that answers orders, one after another; it is started anew if it dies.

    Parameters
    ----------
    module
        The module it runs; that one calls ``answer``.
    """

    def __init__(self, module: str) -> None:
        self.module = module
        self.process: subprocess.Popen[bytes] | None = None

    def ask(self, order: Any) -> Any:
        """Have an order carried out; None where the process died of it."""
        if self.process is None or self.process.poll() is not None:
            self.stop()
            self.process = start(self.module)
        assert self.process.stdin is not None and self.process.stdout is not None
        try:
            self.process.stdin.write(json.dumps(order).encode() + b"\n")
            self.process.stdin.flush()
            return json.loads(self.process.stdout.readline())
        except (OSError, ValueError):
            self.stop()
            return None

    def stop(self) -> None:
        """End the process, if there is one."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


def answer(
    carry_out: Callable[[Any], Any],
    orders: Iterable[Any] | None = None,
    *,
    between: Callable[[], object] = lambda: None,
) -> None:
    """Be such a process: carry out every order until nobody sends any more.

    Parameters
    ----------
    orders
        Orders known beforehand, instead of those on standard input.
    between
        What to do after each answer, while nobody waits.
    """
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    for order in map(json.loads, sys.stdin.buffer) if orders is None else orders:
        out.write(json.dumps(carry_out(order)).encode() + b"\n")
        out.flush()
        between()
