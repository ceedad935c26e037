"""Serving the pages of a preview on this machine: to the browser in front of it and to no one else.

What makes the browser reload, and the fault of a build that failed, are added while serving and
never written into the output.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

EVENTS = "/.pratinjau"
WAIT = 20.0
"""Seconds a browser waits for news before it asks again."""

HOST = re.compile(r"(127\.0\.0\.1|localhost)(:\d{1,5})?")
SCRIPT = Path(__file__).with_name("pratinjau.js")
FAULT, EMPTY = (
    Path(__file__).with_name(name).read_text(encoding="utf-8").rstrip()
    for name in ("galat.html", "kosong.html")
)


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

    raw_requestline: bytes
    default_request_version = "HTTP/1.0"
    error_message_format = '<!DOCTYPE html><html lang="id"><title>%(code)d</title>Tidak dilayani.'

    def __init__(self, *arguments: Any, state: State, **options: Any) -> None:
        self.state = state
        super().__init__(*arguments, **options)

    def parse_request(self) -> bool:
        """Refuse what is no plain request from this machine's own pages, whatever its method."""
        if not super().parse_request():
            if not self.raw_requestline.strip():
                self.send_error(400)
            return False
        code = self._refusal()
        if code:
            self.send_error(code)
        return not code

    def _refusal(self) -> int:
        hosts = self.headers.get_all("Host") or []
        readable = unquote(self.path).isprintable() and self.path.startswith("/")
        if self.command not in ("GET", "HEAD") or len(hosts) != 1 or not readable:
            return 400
        site = self.headers.get("Sec-Fetch-Site", "none")
        opened = self.headers.get("Sec-Fetch-Dest") == "document"  # by a link, not to be read
        foreign = site not in ("same-origin", "none") and not opened
        return 403 if foreign or not HOST.fullmatch(hosts[0]) else 0

    def do_GET(self) -> None:
        """Answer."""
        try:
            self._answer()
        except ConnectionError:  # the browser has gone
            self.close_connection = True
        except (ValueError, OSError):  # no name that a file could have
            self.send_error(400)

    do_HEAD = do_GET

    def _answer(self) -> None:
        path, _, query = self.path.partition("?")
        if path == EVENTS:
            known = int(query) if re.fullmatch("[0-9]{1,9}", query) else -1
            self._send(json.dumps({"nomor": self.state.wait(known)}).encode(), "application/json")
            return
        page = Path(self.translate_path(path))
        page = page / "index.html" if page.is_dir() else page
        if page.suffix == ".html" and (page.is_file() or path == "/"):
            text = page.read_text(encoding="utf-8") if page.is_file() else EMPTY
            self._send(self._alive(text).encode(), "text/html; charset=utf-8")
        elif not page.is_file():
            self.send_error(404)
        elif self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Let nothing be kept by the browser, or be read by other sites."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Keep the terminal for what matters."""

    def _alive(self, text: str) -> str:
        fault = FAULT.format(text=escape(self.state.fault)) if self.state.fault else ""
        call = f'({self.state.number}, "{EVENTS}")'
        more = f"{fault}<script>{SCRIPT.read_text(encoding='utf-8').rstrip()}{call}</script>"
        head, mark, tail = text.rpartition("</body>")
        return head + more + mark + tail if mark else text + more

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Serves on this machine only, each request by a thread of its own."""

    daemon_threads = True

    def __init__(self, port: int, folder: Path, state: State) -> None:
        super().__init__(("127.0.0.1", port), partial(Handler, directory=str(folder), state=state))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser went away in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)
