"""The process of a command: its signals, its output, and what an earlier one left behind."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from contextlib import suppress
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.exceptions import cut


def speak_utf8() -> None:
    """Write UTF-8 to any console; half a letter (of a file's name) is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def own_fault(error: Exception) -> str:
    """Say that the program itself is at fault; what developers need is kept in a file."""
    name = "(tidak dapat ditulis)"
    with suppress(OSError):
        handle, name = tempfile.mkstemp(prefix="lkjip-galat-", suffix=".txt")
        os.write(handle, "".join(traceback.format_exception(error)).encode(errors="replace"))
        os.close(handle)
    return (
        f"Kesalahan di dalam program ini sendiri: {type(error).__name__}: {cut(str(error), 200)}\n"
        f"  perbaikan : laporkan beserta berkas {name}; data dan hasil lama tidak berubah"
    )


def end_output() -> None:
    """Write no more to an output that is closed or full, also not when the process ends."""
    with suppress(OSError, ValueError):  # a test's output is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def put_old_results_back() -> None:
    """Mend what a build that was killed while it replaced its output left behind."""
    from lkjip_analysis.building.moving import put_all_right

    for done in put_all_right() if paths.is_here() else ():
        print(f"Pembuatan sebelumnya terputus; {done}", file=sys.stderr)


def fullest_folder() -> Path:
    """Give the folder that is written to whose disk has the least room left."""
    places = [paths.BUILD, paths.OUTPUT] if paths.is_here() else []
    with suppress(OSError):  # no folder of this kind can be written to, or it is gone
        places += [Path.cwd(), Path(tempfile.gettempdir())]
    places = [place for place in places if place.exists()] or [Path("/")]
    return min(places, key=lambda place: shutil.disk_usage(place).free)


class ToldToStop(KeyboardInterrupt):
    """A signal asked the command to end; a kind of its own, so that the exit code names it.

    Python ends by SIGINT itself where a plain KeyboardInterrupt once passed code run from text.
    """


_tell_dropped = sys.unraisablehook


def _ask_again(lost: sys.UnraisableHookArgs) -> None:
    """Repeat a request to end that fell into code whose exceptions Python drops (a weakref's)."""
    if isinstance(lost.exc_value, ToldToStop):
        threading.Timer(0.02, signal.raise_signal, lost.exc_value.args).start()
    else:
        _tell_dropped(lost)


def stop_when_told() -> None:
    """Have a request to end (from a scheduler, a closed terminal) end a command as Ctrl+C does."""

    def stop(number: int, _: object) -> None:
        raise ToldToStop(number)

    sys.unraisablehook = _ask_again
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and threading.current_thread() is threading.main_thread():
            signal.signal(getattr(signal, name), stop)
