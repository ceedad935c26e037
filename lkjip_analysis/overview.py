"""What is worked on; and ``lkjip`` alone: what is filled in, what is missing, what comes next.

It looks at the files only (no frames, no figures), so that it answers at once; ``lkjip check``
says everything, exactly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from lkjip_analysis import __version__, paths
from lkjip_analysis.building.holding import read_holding, seen_from
from lkjip_analysis.building.request import RESULTS_FILE
from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.content import digest, hash_data
from lkjip_analysis.data.dialect import is_blank
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.files import available_years, complete_years, find_workbook, read_bytes
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.sheet import FileFormError, Sheet, decode, parse_sheet
from lkjip_analysis.data.workbook import in_sheets, open_workbook
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
    sheets = _sheets(data, tahun)
    names, say = _facts(sheets), in_sheets if find_workbook(data, tahun) else str
    lacking = [say(line) for line in _lacking(sheets)]
    report = _report(data, tahun)
    lines = [
        f"{cut(names.get('nama_unit') or 'Unit tanpa nama', 100)}: {where}",
        f"Tahun dengan data: {_listed(full)}"
        + (f"; riwayat: {_listed(rest)}" if (rest := sorted({*years} - {*full})) else ""),
        f"Laporan {tahun}: {report or 'sesuai data terakhir'}.",
        f"Data {tahun}: " + ("tidak ada tabel wajib yang kosong." if not lacking else "kurang"),
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
    unit = read_facts(data, tahun).get("nama_unit", "unit belum bernama")
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


def _sheets(data: Path, tahun: int) -> dict[str, Sheet | str]:
    """Read the tables of a year, from files or its workbook; what cannot be read says why."""
    book = open_workbook(data, tahun)
    found: dict[str, Sheet | str] = {}
    for name, table in TABLES.items():
        path = data / table.file if table.shared else data / str(tahun) / table.file
        held = book.sheets.get(name) if book else None
        if path.exists():
            found[name] = _read(path, table)
        elif held is not None:
            found[name] = held.message if isinstance(held, FileFormError) else held
        elif book and book.fault and not table.shared:
            found[name] = book.fault.pesan
    return found


def read_facts(data: Path, tahun: int) -> dict[str, str]:
    """Give the facts of a year as they stand in its data."""
    return _facts(_sheets(data, tahun))


def _facts(sheets: Mapping[str, Sheet | str]) -> dict[str, str]:
    sheet = sheets.get("identitas", "")
    if isinstance(sheet, str):
        return {}
    head = [name.casefold() for name in sheet.header]
    records = (dict(zip(head, row, strict=False)) for _, row in sheet.rows)
    values = {record.get("kunci", ""): record.get("nilai", "") for record in records}
    return {key: value for key, value in values.items() if key and not is_blank(value)}


def _lacking(sheets: Mapping[str, Sheet | str]) -> Iterator[str]:
    """Name the compulsory files and columns of a year that hold nothing yet."""
    for table in TABLES.values():
        sheet = sheets.get(table.name)
        if not table.compulsory:
            continue
        if sheet is None:
            yield f"{table.file} belum ada"
        elif isinstance(sheet, str):
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
    known = _facts(sheets)
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
    now = digest(hash_data(data, tahun))
    return "" if any(of.sidik_data == now for of in ours.values()) else "datanya berubah sesudahnya"
