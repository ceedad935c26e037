"""The preview server as a browser meets it: pages, reloads, faults, foreign names."""

import json
import re
import signal
import time
import urllib.error
import urllib.request

import pytest
from proyek_kecil import hashes, make_project


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
