"""Programs that work for minutes, run so that they end with this process, however it ends.

A killed process cannot end what it started. So such a program is started by a guard, which is this
file itself: its standard input closes when the process that waits for it is gone, and then it ends
the program with all that the program started. This works alike everywhere.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress

import psutil


def run_guarded(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a program to its end; give its exit code and what it said."""
    guard = [sys.executable, "-P", __file__]  # -P: no module beside this file stands for another
    with subprocess.Popen(
        [*guard, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdin is not None
        lifeline, process.stdin = process.stdin, None  # ``communicate`` would close it
        try:
            out, said = process.communicate()
        finally:
            lifeline.close()
    return subprocess.CompletedProcess(command, process.returncode, out, said)


def refuse_full_disk(said: str) -> None:
    """Tell a full disk as the system does, where a program only said it in its own words."""
    if os.strerror(errno.ENOSPC) in said:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def main() -> int:
    """Be the guard: start the program, and end it when nobody waits for it any more."""
    program = psutil.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)

    def end_with_parent() -> None:
        os.read(0, 1)  # nothing is ever sent: it returns when the other end is gone
        for process in [*program.children(recursive=True), program]:
            with suppress(psutil.NoSuchProcess):  # it has just ended by itself
                process.kill()

    threading.Thread(target=end_with_parent, daemon=True).start()
    return int(program.wait())


if __name__ == "__main__":
    sys.exit(main())
