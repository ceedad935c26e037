"""Looking at the report while writing it: serve the pages, rebuild on change, reload the browser.

The server answers on this machine only. A process beside it stays and rebuilds, so that a change
shows soon; a changed program gets a new one. A failed build leaves the last good pages, with the
fault on top.
What makes the browser reload is added while serving and never written into the output.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from lkjip_analysis import paths
from lkjip_analysis.building.inputs import Groups, Marks, watched
from lkjip_analysis.building.pool import build_processes
from lkjip_analysis.building.request import Request
from lkjip_analysis.exceptions import CallError, LkjipError, file_fault

EVENTS = "/.pratinjau"
WAIT = 20.0
"""Seconds a browser waits for news before it asks again."""

SCRIPT = """<script>(function baca(n) {{
  fetch("{events}?" + n, {{cache: "no-store"}}).then(r => r.json())
    .then(s => s.nomor === n ? baca(n) : location.reload())
    .catch(() => setTimeout(() => baca(n), 1000));
}})({number})</script>"""
FAULT = (
    '<div role="alert" tabindex="0" aria-label="Galat penyusunan" '
    'style="position:sticky;top:0;z-index:99;padding:1em;max-height:50vh;'
    "overflow:auto;background:#7d1c0c;color:#fff;font:14px/1.4 monospace;"
    'white-space:pre-wrap">{text}</div>'
)
EMPTY = (
    '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>Pratinjau</title></head>'
    "<body><main><h1>Pratinjau</h1><p>Laporan belum dapat disusun. Halaman ini memuat ulang "
    "sendiri setelah datanya diperbaiki.</p></main></body></html>"
)


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


class State:
    """The last build: its number, and its fault if it failed."""

    def __init__(self) -> None:
        self.number = 0
        self.fault = ""
        self.news = threading.Condition()

    def tell(self, fault: str) -> None:
        """Announce a finished build."""
        with self.news:
            self.number += 1
            self.fault = fault
            self.news.notify_all()

    def wait(self, known: int, seconds: float = WAIT) -> int:
        """Wait until there is another build than the known one, or the time is over."""
        with self.news:
            self.news.wait_for(lambda: self.number != known, seconds)
            return self.number


class Handler(SimpleHTTPRequestHandler):
    """Serve the pages; HTML gets the reload script and the fault, if there is one."""

    def __init__(self, *arguments: Any, state: State, **options: Any) -> None:
        self.state = state
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer."""
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host not in ("127.0.0.1", "localhost"):  # a foreign page under a borrowed name
            self.send_error(403)
            return
        path, _, query = self.path.partition("?")
        if path == EVENTS:
            number = self.state.wait(int(query) if query.isdigit() else -1)
            self._send(json.dumps({"nomor": number}).encode(), "application/json")
            return
        page = Path(self.translate_path(path))
        page = page / "index.html" if page.is_dir() else page
        if page.suffix == ".html" and (page.is_file() or path == "/"):
            text = page.read_text(encoding="utf-8") if page.is_file() else EMPTY
            self._send(self._alive(text).encode(), "text/html; charset=utf-8")
            return
        super().do_GET()

    def end_headers(self) -> None:
        """Let nothing be kept by the browser."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Keep the terminal for what matters."""

    def _alive(self, text: str) -> str:
        fault = FAULT.format(text=escape(self.state.fault)) if self.state.fault else ""
        more = fault + SCRIPT.format(events=EVENTS, number=self.state.number)
        head, mark, tail = text.rpartition("</body>")
        return head + more + mark + tail if mark else text + more

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


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
    output = paths.BUILD / ".pratinjau" / f"{data.name}-{tahun}"
    state = State()
    output.mkdir(parents=True, exist_ok=True)
    try:
        server = ThreadingHTTPServer(
            ("127.0.0.1", port), partial(Handler, directory=str(output), state=state)
        )
    except OSError as error:
        raise CallError(
            f"Port {port} tidak dapat dipakai ({error.strerror}).\n"
            "  perbaikan : pilih port lain dengan --port"
        ) from None
    server.daemon_threads = True
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
                request = Request(tahun, data, output, ("html",), "pandoc")
                fault = builder.build(request, now["program"])
                if fault is not None:
                    state.tell(fault)
                    tell(fault or f"Halaman diperbarui ({time.monotonic() - began:.1f} detik)")
            time.sleep(pause)
    finally:
        builder.stop()
        server.shutdown()
        server.server_close()
