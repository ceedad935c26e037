"""What is worked on; and ``lkjip`` alone: what is filled in, what is missing, what comes next.

It looks at the files only (no frames, no figures), so that it answers at once; ``lkjip check``
says everything, exactly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from lkjip_analysis import __version__, paths
from lkjip_analysis.building.holding import read_holding, seen_from
from lkjip_analysis.building.request import RESULTS_FILE
from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.content import ANNEXES
from lkjip_analysis.data.dialect import is_blank
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.files import available_years, complete_years, read_bytes
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.sheet import FileFormError, Sheet, decode, parse_sheet
from lkjip_analysis.exceptions import Problem, cut, printable
from lkjip_analysis.exchange.carried import read_record

MEASURED = ("target", "realisasi", "pagu", "teks")
"""Columns without which a year says nothing; each may be blank in some rows, not in all."""


def overview(data: Path) -> list[str]:
    """Say in a few lines which years are filled, what is missing, and what to type."""
    years, full = available_years(data), complete_years(data)
    where = printable(str(data))
    if not full:
        held = f"hanya riwayat tahun {_listed(years)}" if years else "belum ada folder tahun"
        lines = [f"Data: {where} ({held}).", "Isi dahulu identitas.csv satu tahun; lihat README."]
        return [*lines, *_commands([("lkjip --help", "semua perintah")])]
    tahun, option = full[-1], paths.same_place(data)
    names = read_facts(data / str(tahun))
    lacking = list(_lacking(data, tahun))
    report = _report(data, tahun)
    lines = [
        f"{cut(names.get('nama_unit') or 'Unit tanpa nama', 100)}: {where}",
        f"Tahun dengan data: {_listed(full)}"
        + (f"; riwayat: {_listed(rest)}" if (rest := sorted({*years} - {*full})) else ""),
        f"Laporan {tahun}: {report or 'sesuai data terakhir'}.",
        f"Data {tahun}: " + ("tidak ada berkas wajib yang kosong." if not lacking else "kurang"),
        *(f"  - {line}" for line in lacking),
    ]
    draft = "; bertanda DRAF selama belum lengkap" if lacking else ""
    steps = [
        ("check", "daftar yang belum diisi dan yang perlu diperbaiki", True),
        ("preview", "lihat hasilnya selagi mengisi", lacking),
        ("build", f"buat laporannya{draft}", report),
        (f"new-year {tahun + 1}", "siapkan tahun berikutnya", not (lacking or report)),
    ]
    return [*lines, *_commands([(f"lkjip {step}{option}", why) for step, why, apt in steps if apt])]


def say_project(data: Path, tahun: int) -> None:
    """Say what is worked on: project, unit and data."""
    if not (data / str(tahun)).is_dir():
        return  # what follows says so
    unit = read_facts(data / str(tahun)).get("nama_unit", "unit belum bernama")
    print(f"Proyek {paths.PROJECT}: {unit}, data {data / str(tahun)}", flush=True)
    versi, _ = read_record(paths.PROJECT)
    if versi not in ("", __version__):
        print(
            f"Catatan: bab proyek ini dari versi {versi}, programnya versi {__version__}; "
            "perbarui dengan: lkjip init --perbarui",
            file=sys.stderr,
        )
    running, own = Path(__file__).resolve().parent, paths.PROJECT / "lkjip_analysis"
    installed = paths.PROJECT / ".venv"
    copied = installed.is_dir() and installed.resolve() != Path(sys.prefix).resolve()
    if copied or (own.is_dir() and own.resolve() != running):
        print(
            f"Catatan: yang berjalan adalah program di {running}, bukan di folder ini; bila folder "
            "ini salinan, hapus .venv di sini lalu pasang lagi programnya.",
            file=sys.stderr,
        )


def _commands(steps: list[tuple[str, str]]) -> Iterator[str]:
    width = max(len(step) for step, _ in steps)
    yield "Langkah berikutnya:"
    yield from (f"  {step:{width}}   {why}" for step, why in steps)


def _listed(years: list[int]) -> str:
    return ", ".join(map(str, years))


def _read(path: Path, table: type[Row]) -> Sheet | str:
    """Read a file, or say why that is not possible."""
    raw = read_bytes(path, path.name)
    if isinstance(raw, Problem):
        return raw.pesan
    try:
        return parse_sheet(decode(raw), table.column_names)
    except FileFormError as error:
        return error.message


def read_facts(folder: Path) -> dict[str, str]:
    """Give the facts of ``identitas.csv`` as they stand there."""
    sheet = _read(folder / TABLES["identitas"].file, TABLES["identitas"])
    if isinstance(sheet, str):
        return {}
    head = [name.casefold() for name in sheet.header]
    records = (dict(zip(head, row, strict=False)) for _, row in sheet.rows)
    values = {record.get("kunci", ""): record.get("nilai", "") for record in records}
    return {key: value for key, value in values.items() if key and not is_blank(value)}


def _lacking(data: Path, tahun: int) -> Iterator[str]:
    """Name the compulsory files and columns of a year that hold nothing yet."""
    folder = data / str(tahun)
    for table in TABLES.values():
        path = data / table.file if table.shared else folder / table.file
        if not table.compulsory:
            continue
        if not path.exists():
            yield f"{table.file} belum ada"
            continue
        sheet = _read(path, table)
        if isinstance(sheet, str):
            yield f"{table.file} belum dapat dibaca: {cut(sheet, 120)}"
        elif not sheet.rows:
            yield f"{table.file} belum berisi baris"
        else:
            head = [name.casefold() for name in sheet.header]
            places = {name: head.index(name) for name in MEASURED if name in head}
            blank = [
                name
                for name, place in places.items()
                if all(is_blank(row[place]) for _, row in sheet.rows)
            ]
            if blank:
                yield f"{table.file}: kolom {', '.join(blank)} belum diisi"
    known = read_facts(folder)
    facts = [key for key, fact in FACTS.items() if fact.required and key not in known]
    if facts:
        yield f"identitas.csv: {', '.join(facts)} belum diisi"


def _report(data: Path, tahun: int) -> str:
    """Say what is to be said of the year's report; nothing where it is as new as the data."""
    places = [paths.OUTPUT / str(tahun), *sorted(paths.OUTPUT.glob(f"*/{tahun}"))]
    held = {place: read_holding(place) for place in places if (place / RESULTS_FILE).exists()}
    ours = {place: of for place, of in held.items() if of and of.data == seen_from(place, data)}
    if not ours:
        return "belum dibuat"
    if any(len({*of.dibuat_dari.values()}) > 1 for of in ours.values()):
        return "PDF, Word, atau halaman webnya lebih tua daripada yang lain"
    made = max((place / RESULTS_FILE).stat().st_mtime for place in ours)
    files = [*data.glob("*.csv"), *(data / str(tahun)).glob("*.csv")]
    files += (data / str(tahun) / ANNEXES).glob("*")
    newer = any(path.stat().st_mtime > made for path in files if path.exists())
    return "lebih tua daripada datanya" if newer else ""
