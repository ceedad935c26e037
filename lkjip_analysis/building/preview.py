"""Looking at the report while writing it: serve the pages, rebuild on change, reload the browser.

A process beside the server stays and rebuilds, so that a change shows soon; a changed program gets
a new one. A failed build leaves the last good pages, with the fault on top.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from lkjip_analysis import paths
from lkjip_analysis.building.inputs import Groups, Marks, watched
from lkjip_analysis.building.pool import build_processes
from lkjip_analysis.building.request import Request
from lkjip_analysis.building.serving import Server, State
from lkjip_analysis.exceptions import CallError, LkjipError, file_fault

STOPPED = "Pembuatan berhenti mendadak; jalankan lkjip build untuk melihat sebabnya."


def build_and_tell(request: Request) -> str | None:
    """Build; give the fault, blank where all went well, none where files changed meanwhile."""
    from lkjip_analysis.building.build import build
    from lkjip_analysis.building.remember import InputsChangedError

    try:
        build(request)
    except InputsChangedError:
        return None  # the next build is about to begin
    except LkjipError as error:
        return str(error)
    except OSError as error:
        return file_fault(error)
    except Exception as error:
        return f"Kesalahan program: {type(error).__name__}: {error}"
    return ""


class Builder:
    """Builds in a process that stays, and is replaced when the program has changed."""

    def __init__(self) -> None:
        self.pool: ProcessPool | None = None
        self._program: Marks = {}

    def build(self, request: Request, program: Marks) -> str | None:
        """Build; give the fault as ``build_and_tell`` does.

        Parameters
        ----------
        program
            Hashes of the package's files as they are now.
        """
        if self.pool is None or program != self._program:
            self.stop()
            self.pool, self._program = build_processes(1), program
        try:
            fault: str | None = self.pool.schedule(build_and_tell, args=[request]).result()
        except ProcessExpired:
            return STOPPED
        return fault

    def stop(self) -> None:
        """End the process, if there is one."""
        if self.pool is not None:
            self.pool.stop()
            self.pool.join()


def preview(
    tahun: int,
    data: Path,
    port: int,
    tell: Callable[[str], None],
    *,
    pause: float = 0.5,
    stop: threading.Event | None = None,
) -> None:
    """Serve, watch and rebuild until stopped.

    Parameters
    ----------
    port
        Port to serve on; 0 takes a free one.
    tell
        Says what happens, in the terminal.
    pause
        Seconds between two looks at the files; they are compared by content.
    """
    request = Request(tahun, data, Path(), ("html",), "pandoc", take_over=True)
    output = paths.BUILD / ".pratinjau" / request.unit / str(tahun)
    request = replace(request, output=output)
    state = State()
    output.mkdir(parents=True, exist_ok=True)
    try:
        server = Server(port, output, state)
    except OSError as error:
        raise CallError(
            f"Port {port} tidak dapat dipakai ({error.strerror}).\n"
            "  perbaikan : pilih port lain dengan --port"
        ) from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tell(f"Pratinjau di http://127.0.0.1:{server.server_port}/ (berhenti: Ctrl+C)")
    seen: Groups = {}
    builder = Builder()
    try:
        while not (stop and stop.is_set()):
            now = watched(tahun, data)
            if now != seen:
                seen = now
                began = time.monotonic()
                fault = builder.build(request, now["program"])
                if fault is not None:
                    state.tell(fault)
                    took = f"{time.monotonic() - began:.1f}".replace(".", ",")
                    tell(fault or f"Halaman diperbarui ({took} detik)")
            time.sleep(pause)
    finally:
        builder.stop()
        server.shutdown()
        server.server_close()
