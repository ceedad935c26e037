"""The preview server as a browser meets it: pages, reloads, faults, foreign names."""

import json
import re
import signal
import socket
import struct
import threading
import time
import urllib.error
import urllib.request

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proyek_kecil import hashes, make_project

from lkjip_analysis import paths
from lkjip_analysis.building import preview


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A project with its preview running."""
    project = make_project(tmp_path_factory.mktemp("pratinjau") / "p")
    # A runner in the background ignores Ctrl+C, and what it starts would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = project.start("preview", "--tahun", "2024", "--port", "0")
    try:
        said = next(line for line in process.stdout if "http" in line)
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)[0]
        assert next_build(address, 0) == 1
        yield project, address
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert "Pratinjau selesai." in out and process.returncode == 0, err
    assert err == "", "nothing of tabs that closed or requests that were odd"


def get(address, **headers):
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.read().decode()


def next_build(address, number):
    until = time.monotonic() + 120
    while time.monotonic() < until:
        now = json.loads(get(f"{address}.pratinjau?{number}"))["nomor"]
        if now != number:
            return now
    raise AssertionError("tidak ada pembuatan baru")


def test_pages_reload_and_faults(served):
    project, address = served
    page = get(address + "01-uji.html")
    assert "Kalimat pertama" in page and ".pratinjau" in page and 'role="alert"' not in page
    assert get(address).count("<html") == 1
    project.edit("report/01-uji.qmd", "Kalimat pertama", "Kalimat kedua")
    assert next_build(address, 1) == 2
    assert "Kalimat kedua" in get(address + "01-uji.html")
    project.edit("data/2024/iku.csv", ";84;", ";<b>;")
    assert next_build(address, 2) == 3
    page = get(address + "01-uji.html")
    assert "Kalimat kedua" in page, "the last good page stays"
    assert 'role="alert"' in page and "kolom realisasi" in page and "&lt;b&gt;" in page
    project.edit("data/2024/iku.csv", ";<b>;", ";88;")
    assert next_build(address, 3) == 4
    page = get(address + "01-uji.html")
    assert "110,00%" in page and 'role="alert"' not in page
    for name in hashes(project.folder / "build" / ".pratinjau"):
        if name.endswith(".html"):
            text = (project.folder / "build" / ".pratinjau" / name).read_text(encoding="utf-8")
            assert ".pratinjau" not in text, "nothing of the server in the output"
    assert not project.output.exists()


def test_other_files_and_foreign_names(served):
    _, address = served
    assert "{" in get(address + "aset/lkjip.css")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(address + "../../report/01-uji.qmd")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(address + "tidak-ada.html")
    with pytest.raises(urllib.error.HTTPError, match="403"):
        get(address, Host="jahat.example:80")


def answer(address, sent):
    """Send bytes as they are; give what comes back until the server has done."""
    host, port = re.search(r"//(.*):(\d+)/", address).groups()
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(65536), b""))


def ask(address, start, host="127.0.0.1", **headers):
    lines = [start, f"Host: {host}", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    return answer(address, "\r\n".join([*lines, "", ""]).encode("latin-1"))


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_only_the_pages_themselves_may_ask(served, method):
    """Another site, another port of this machine, a borrowed name: none gets a byte of a page."""
    _, address = served

    def code(path="/", **headers):
        said = ask(address, f"{method} {path} HTTP/1.1", **headers)
        assert b"Sasaran" not in said or said.startswith(b"HTTP/1.0 200")
        assert method == "GET" or said.endswith(b"\r\n\r\n"), "HEAD has no body"
        return int(said.split()[1])

    for host in ("jahat.example", "127.0.0.1.jahat.example", "127.0.0.1:80@jahat.example", ""):
        assert code(host=host) in (400, 403), host
    assert code(host="localhost:8000") == code(host="127.0.0.1:8000") == 200
    for path in ("/", "/aset/lkjip.css", "/hasil.json", "/.pratinjau?0"):
        for site in ("cross-site", "same-site", "apa saja"):
            assert code(path, Sec_Fetch_Site=site) == 403, (path, site)
        for site in ("same-origin", "none"):
            assert code(path, Sec_Fetch_Site=site) == 200, (path, site)
    for target, allowed in (("document", 200), ("iframe", 403), ("script", 403), ("empty", 403)):
        assert code(Sec_Fetch_Site="cross-site", Sec_Fetch_Dest=target) == allowed, target
    assert b"Cross-Origin-Resource-Policy: same-origin" in ask(address, "GET /hasil.json HTTP/1.1")


def test_no_folder_is_listed(served):
    _, address = served
    for path in ("/aset/", "/aset", "/notebooks/", "/notebooks", "/aset/huruf/", "//", "/./aset"):
        said = ask(address, f"GET {path} HTTP/1.1")
        assert b"lkjip.css" not in said.partition(b"</head>")[2] or path == "//"
        assert b"Directory listing" not in said and b".ipynb</a>" not in said
        assert int(said.split()[1]) == (200 if path == "//" else 404), path


ODD = [
    b"\r\n\r\n",
    b"\x00\xff\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET /\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/x\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /%0d%0aX:%20y HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"APA / HTTP/1.1\r\nHost: localhost\r\n\r\n",
]


@pytest.mark.parametrize("sent", ODD, ids=range(len(ODD)))
def test_odd_requests_get_a_400(served, sent):
    assert answer(served[1], sent).startswith(b"HTTP/1.0 400 "), sent


WORDS = st.sampled_from(
    [b"GET", b"HEAD", b" ", b"/", b"/.pratinjau?", b"HTTP/1.1", b"\r\n", b"Host: localhost",
     b"Sec-Fetch-Site: none", b"%", b"..", b"\xb2", b"99999999999", b"Range: bytes=1-", b":"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS | st.binary(max_size=12), max_size=12).map(b"".join))
def test_no_bytes_disturb_it(served, sent):
    """An answer is whole or refuses; what disturbs the server is seen at its end (``served``)."""
    said = answer(served[1], sent + b"\r\n\r\n")
    assert re.match(rb"HTTP/1\.0 (200|4\d\d|505) ", said), (sent, said[:80])


def test_a_tab_that_closes_while_it_waits(served):
    """The server notices when it answers: nothing is printed (see ``served``)."""
    project, address = served
    host, port = re.search(r"//(.*):(\d+)/", address).groups()
    now = json.loads(get(f"{address}.pratinjau?x"))["nomor"]
    for _ in range(3):
        line = socket.create_connection((host, int(port)))
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.sendall(f"GET /.pratinjau?{now} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.2)
        line.close()
    project.edit("report/01-uji.qmd", "Kalimat", "Kalimat pendek:")
    assert next_build(address, now) == now + 1
    assert "Kalimat pendek" in get(address + "01-uji.html")


def test_units_whose_folders_have_one_name(tmp_path, monkeypatch):
    """Two previews of folders with one name, and of one unit's years, do not share their pages."""
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    stop, seen = threading.Event(), []

    class Stopped:
        def build(self, request, program):
            seen.append(request)
            stop.set()

        def stop(self):
            pass

    monkeypatch.setattr(preview, "Builder", Stopped)
    for tahun, data in ((2024, "satu/unit"), (2024, "dua/unit"), (2025, "satu/unit")):
        (tmp_path / data).mkdir(parents=True, exist_ok=True)
        stop.clear()
        preview.preview(tahun, tmp_path / data, 0, seen.append, pause=0, stop=stop)
    places = [request.output for request in seen if not isinstance(request, str)]
    assert len(set(places)) == 3
    assert all(tmp_path / "build" in place.parents for place in places)
