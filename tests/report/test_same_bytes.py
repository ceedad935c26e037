"""The same data give the same bytes: anywhere, for anyone, at any time."""

import datetime as dt
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from finished import pdf_text
from proyek_kecil import copy_program, hashes
from pypdf import PdfReader

from lkjip_analysis import paths
from lkjip_analysis.building.holding import RECORD
from lkjip_analysis.formatting import format_date

CONFIGS = ("_quarto.yml", "_quarto-laporan.yml", "_quarto-reviu.yml")
COPIED = (*CONFIGS, "index.qmd", "report", "notebooks", "_extensions")
USER = "orang-lain"


def elsewhere(folder: Path, data: Path) -> dict[str, str]:
    """Copy the project, and give the surroundings of somebody else on another machine."""
    project = folder / "proyek orang lain"
    project.mkdir()
    shutil.copytree(data, project / "data")
    for name in COPIED:
        source = paths.PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, project / name)
    copy_program(project / "lkjip_analysis")
    for name in ("rumah", "sementara"):
        (folder / name).mkdir()
    return os.environ | {
        "HOME": str(folder / "rumah"),
        "TMPDIR": str(folder / "sementara"),
        "USER": USER,
        "LOGNAME": USER,
        "TZ": "Pacific/Kiritimati",  # mostly another day than here
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONHASHSEED": "4711",
        "PYTHONPATH": str(project),
        "COLUMNS": "40",
    }


def test_same_bytes_for_somebody_else_later(report, root, tmp_path):
    """Folder, user, home, time, time zone, locale and hash seed differ; no file does."""
    output = tmp_path / "hasil orang lain"
    command = [sys.executable, "-m", "lkjip_analysis", "build", "--tahun", "2024"]
    done = subprocess.run(
        [
            *command,
            "--proyek",
            "proyek orang lain",
            "--renderer",
            "pandoc",
            "--output",
            str(output),
        ],
        cwd=tmp_path,
        env=elsewhere(tmp_path, root),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    mine, theirs = hashes(report.folder), hashes(output)
    assert mine.pop(RECORD) and theirs.pop(RECORD)  # it says where the data lie
    assert {name for name in mine if theirs.get(name) != mine[name]} == set()
    assert theirs.keys() == mine.keys()
    assert {"index.html", "lkjip-2024.pdf", "lkjip-2024.docx", "hasil.json"} <= mine.keys()


def test_nothing_says_when_or_where_it_was_made(report):
    """Days cannot be waited for, so the day and the place of the build are looked for instead."""
    day = dt.datetime.now(dt.UTC).date()
    days = [day + dt.timedelta(days=step) for step in (-1, 0, 1)]
    shown = (
        *(d.isoformat() for d in days),
        *map(format_date, days),
        *(f"{d:%Y%m%d}" for d in days),
    )
    traces = (*shown, str(paths.PROJECT), str(report.folder))
    for place, text in _texts(report.folder):
        if place == RECORD:  # it says where the data lie, as seen from the folder
            continue
        assert not [trace for trace in traces if trace in text], place


def _texts(folder: Path):
    """Give all that is written in a report's files, packed parts unpacked."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".json", ".js", ".css", ".ipynb", ".svg"):
            yield path.name, path.read_text(encoding="utf-8")
        elif path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                for name in package.namelist():
                    yield name, package.read(name).decode("utf-8", errors="ignore")
        elif path.suffix == ".pdf":
            facts = PdfReader(path)
            yield path.name, pdf_text(path) + str(facts.metadata) + str(facts.xmp_metadata)
            yield path.name, path.read_bytes().decode("latin-1")
