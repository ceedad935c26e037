"""A project of a unit's own, laid down from nothing: the book, and data empty but for their heads.

What the unit's name tells is filled in (a kecamatan is led by its camat); everything else is blank,
which means "belum tersedia", so that the first report is a draft that says what is missing.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis import __version__
from lkjip_analysis.beside import beside
from lkjip_analysis.data import skema
from lkjip_analysis.data.dictionary import dictionary_text
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.files import is_year, workbook_file
from lkjip_analysis.data.offices import head_of, kind_of
from lkjip_analysis.data.reading import raise_problems
from lkjip_analysis.data.schemas import APART, TABLES
from lkjip_analysis.data.validation import inspect_year
from lkjip_analysis.data.workbook import read_workbook
from lkjip_analysis.data.writing import csv_bytes, write_files
from lkjip_analysis.exceptions import CallError, DataError
from lkjip_analysis.exchange.carried import RECORD, book_files, example_files, mark, read_record
from lkjip_analysis.exchange.converted_year import export_year
from lkjip_analysis.exchange.new_year import blank_sections
from lkjip_analysis.paths import CONFIG

START = Path(__file__).parent / "awal"
"""For new projects only: scales that hold everywhere, a first guide."""

REFUSED: dict[str, str] = beside(__file__)["refused"]
"""Why no project is made, and what to do."""

IGNORED = "build/\noutput/\n.venv/\n.ipynb_checkpoints/\n~$*\n"

Files = dict[str, bytes]


@dataclass(frozen=True)
class NewUnit:
    """What must be known of a unit: its name, the region's (may be blank), year and Renstra."""

    nama: str
    pemerintah: str
    tahun: int
    renstra: tuple[int, int]


def create_project(
    folder: Path, unit: NewUnit | None, *, xlsx: bool = False, filled: Path | None = None
) -> int:
    """Lay down a project in an empty or new folder; without a unit, the filled example.

    Parameters
    ----------
    xlsx
        Whether the data are a workbook instead of CSV files.
    filled
        A workbook that someone filled in: it becomes the data, and says whose they are.

    Returns
    -------
    int
        The default year of the project.
    """
    data = example_files() if unit is None else _blank_data(unit)
    name = unit.nama if unit else "Contoh (unit rekaan)"
    if filled:
        data, name = _data_of(filled)
    elif xlsx:
        data = _as_workbook(data)
    data[skema.FILE] = skema.CONTENT
    tahun = _newest(data)
    book = book_files(tahun)
    files = book | {f"data/{name}": content for name, content in data.items()}
    files["data/README.md"] = dictionary_text().encode()
    files["BACA-SAYA.md"] = _guide(name, tahun)
    files[".gitignore"] = IGNORED.encode()
    files[RECORD] = record({name: mark(name, content) for name, content in book.items()})
    _lay_down(folder, files)
    return tahun


def record(marks: Mapping[str, str]) -> bytes:
    """Write down the version and the hashes of the book's files."""
    text = json.dumps({"versi": __version__, "berkas": marks}, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def refuse_filled(folder: Path) -> None:
    """Refuse a folder that holds anything but hidden things, such as ``.venv`` or ``.git``."""
    inside = folder.iterdir() if folder.is_dir() else [folder] if folder.exists() else []
    names = sorted(path.name for path in inside)
    own = (".gitignore", RECORD)
    held = [n for n in names if n in own or not (n.startswith(".") or n == "desktop.ini")]
    if held:
        shown = ", ".join(held[:5]) + (", ..." if len(held) > 5 else "")
        half = read_record(folder)[1] and not (folder / CONFIG).exists()
        raise CallError(REFUSED["half" if half else "filled"].format(folder=folder, shown=shown))


def _lay_down(folder: Path, files: Files) -> None:
    """Write everything beside its place, then move it there; what makes it a project comes last.

    What a killed init leaves does not count as a project, and the next one says what it is.
    """
    refuse_filled(folder)
    workshop = folder / f".baru-{os.getpid()}"
    try:
        write_files(workshop, files)
        for path in sorted(workshop.iterdir(), key=_last_what_makes_it_one):
            path.rename(folder / path.name)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _last_what_makes_it_one(path: Path) -> tuple[bool, bool, str]:
    return path.name == CONFIG, path.name != RECORD, path.name


def _blank_data(unit: NewUnit) -> Files:
    files = {"skala_predikat.csv": (START / "skala_predikat.csv").read_bytes()}
    filled = {"identitas": _facts(unit), "narasi": blank_sections()}
    for table in TABLES.values():
        if not table.shared:
            names = table.column_names
            rows = [[row[name] for name in names] for row in filled.get(table.name, ())]
            files[f"{unit.tahun}/{table.file}"] = csv_bytes(names, rows)
    return files


def _newest(files: Files) -> int:
    """Give the newest year that has a folder."""
    return max(int(year) for name in files if is_year(year := name.partition("/")[0]))


def _as_workbook(files: Files) -> Files:
    """Turn the newest year's tables into its workbook."""
    tahun = _newest(files)
    with tempfile.TemporaryDirectory() as folder:
        content, _ = export_year(write_files(Path(folder), files), tahun)
    apart = {f"{tahun}/{table.file}" for table in APART}
    kept = {n: c for n, c in files.items() if not n.startswith(f"{tahun}/") or n in apart}
    return {**kept, f"{tahun}/{workbook_file(tahun)}": content}


def _data_of(book: Path) -> tuple[Files, str]:
    """Give the data folder that a filled workbook makes, and the unit's name; faults are told."""
    read = read_workbook(book, book.name)
    if read.fault:
        raise DataError([read.fault])
    if read.tahun is None:
        raise CallError(REFUSED["no_year"].format(name=book.name))
    files = {
        "skala_predikat.csv": (START / "skala_predikat.csv").read_bytes(),
        f"{read.tahun}/{workbook_file(read.tahun)}": book.read_bytes(),
    }
    with tempfile.TemporaryDirectory() as folder:
        year, problems = inspect_year(read.tahun, write_files(Path(folder), files))
    raise_problems(problems)
    return files, year.identitas.nama_unit


def _facts(unit: NewUnit) -> Iterator[dict[str, str]]:
    kind = (word if word.isupper() else word.lower() for word in kind_of(unit.nama).split())
    known = {
        "nama_unit": unit.nama,
        "jenis_unit": " ".join(kind),
        "jabatan_kepala": head_of(unit.nama),
        "pemerintah_daerah": unit.pemerintah,
        "kepala_daerah": head_of(unit.pemerintah),
        "renstra_awal": str(unit.renstra[0]),
        "renstra_akhir": str(unit.renstra[1]),
    }
    return ({"kunci": key, "nilai": known.get(key, "")} for key in FACTS)


def _guide(nama: str, tahun: int) -> bytes:
    text = (START / "BACA-SAYA.md").read_text(encoding="utf-8")
    return text.replace("{nama}", nama).replace("{tahun}", str(tahun)).encode()
