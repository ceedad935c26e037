"""The files of a unit's data folder: its years, what can be read, what does not belong."""

from __future__ import annotations

import errno
import os
import re
import stat
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.dialect import suggest
from lkjip_analysis.exceptions import CallError, Problem, cut, printable
from lkjip_analysis.formatting import format_number

MAX_BYTES = 20_000_000
CHECKED, IMPORTED, CORRECTED = NOT_READ = (
    "-diperiksa.xlsx",
    "-sudah-diimpor.xlsx",
    "-dengan-koreksi.xlsx",
)
"""End the names of workbooks that are not read: what ``lkjip check`` found, what is files now, and
what an import filled and nobody has put in place yet."""

BOOKS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".txt", ".tsv", ".numbers")
"""Endings under which people keep a table that should have been saved as CSV."""


def logo_folders(root: Path, tahun: int) -> tuple[Path, Path]:
    """Say where the emblem may lie: in the year's folder, or beside it for all years."""
    return root / str(tahun), root


def available_years(root: Path) -> list[int]:
    """List the years that have a data folder; only four plain digits are a year."""
    return sorted(int(name) for name in _folders(root) if is_year(name))


def _folders(root: Path) -> list[str]:
    """Names of the folders in a folder; none where it cannot be looked into."""
    try:
        return [entry.name for entry in os.scandir(root) if entry.is_dir()]
    except OSError:
        return []


def complete_years(root: Path) -> list[int]:
    """List the years that can have a report: those with facts of the unit."""
    return [year for year in available_years(root) if _is_complete(root, year)]


def _is_complete(root: Path, tahun: int) -> bool:
    """Look for the facts of a year: a file, or a sheet of the workbook."""
    if find_file(root / str(tahun), "identitas.csv"):
        return True
    path = find_workbook(root, tahun)
    try:
        with zipfile.ZipFile(path or "") as package:
            return b'"identitas"' in package.read("xl/workbook.xml").lower()
    except (OSError, zipfile.BadZipFile, KeyError, ValueError):
        return path is not None  # one that cannot be read is told by its reader


def workbook_file(tahun: int) -> str:
    """Name the workbook of a year, which lies in its folder."""
    return f"data-{tahun}.xlsx"


def find_workbook(root: Path, tahun: int) -> Path | None:
    """Find the workbook of a year."""
    return find_file(root / str(tahun), workbook_file(tahun))


def newest_year(folder: Path) -> int:
    """Give the newest year with data, of a unit's data folder or of a folder of units."""
    try:
        roots = [folder, *(entry for entry in folder.iterdir() if entry.is_dir())]
    except OSError:
        roots = []
    years = [year for root in roots for year in complete_years(root)]
    years = years or [year for root in roots for year in available_years(root)]
    if not years:
        fault = folder_fault(folder) or "tidak berisi folder tahun"
        raise CallError(
            f"Folder data {fault}: {cut(printable(str(folder)), 200)}\n"
            "  perbaikan : periksa nama foldernya; di dalamnya ada satu folder setiap tahun, "
            "misalnya 2024/"
        )
    return max(years)


def need_folder(folder: Path) -> None:
    """Refuse a data folder that is none."""
    if fault := folder_fault(folder):
        shown = cut(printable(str(folder)), 200)
        raise CallError(f"Folder data {fault}: {shown}\n  perbaikan : periksa --data")


def is_year(name: str) -> bool:
    """Say whether this is the name of a year's folder.

    >>> is_year("2024"), is_year("02024"), is_year("20x4"), is_year("٢٠٢٤")
    (True, False, False, False)
    """
    return re.fullmatch(r"(19|20|21)[0-9]{2}", name) is not None


def almost_years(root: Path) -> list[str]:
    """List folders whose names look like a year but are none, such as ``02024`` or ``2024 ``."""
    others = [name for name in _folders(root) if not (name.startswith(".") or is_year(name))]
    digits = (name for name in others if sum(map(str.isdigit, name)) >= 3)
    return sorted(f'"{printable(name)}"' for name in digits)


def folder_fault(folder: Path) -> str:
    """Say why a folder cannot be looked into; nothing where it can."""
    try:
        with os.scandir(folder) as entries:
            next(entries, None)
        os.stat(f"{folder}/.")  # noqa: PTH116 (a Path drops the dot, which asks for the right to enter)
    except FileNotFoundError:
        return "tidak ada"
    except NotADirectoryError:
        return "ternyata sebuah berkas, bukan folder"
    except PermissionError:
        return "tidak boleh dibaca (izin ditolak)"
    except (OSError, ValueError) as error:
        loop = getattr(error, "errno", None) == errno.ELOOP
        return "adalah tautan yang berputar" if loop else "tidak dapat dibuka"
    return ""


def find_file(folder: Path, name: str) -> Path | None:
    """Find a file by its exact name; also a broken link is something that is there."""
    path = folder / name
    return path if os.path.lexists(path) else None


def read_bytes(path: Path, berkas: str) -> bytes | Problem:
    """Read a whole file, or say why not."""

    def problem(fault: str, remedy: str, allowed: str = "") -> Problem:
        return Problem(berkas, None, None, fault, diizinkan=allowed, saran=remedy)

    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            return problem("ini folder, bukan berkas CSV", "ganti dengan berkas CSV")
        if not stat.S_ISREG(state.st_mode):
            return problem("ini bukan berkas biasa", "ganti dengan berkas CSV")
        if state.st_size > MAX_BYTES:
            size = format_number(Decimal(-(-state.st_size // 100_000)) / 10)
            remedy = "hapus baris dan kolom kosong di Excel, lalu simpan ulang"
            allowed = f"paling besar {MAX_BYTES // 1_000_000} MB"
            return problem(f"berkas terlalu besar ({size} MB)", remedy, allowed)
        return path.read_bytes()
    except PermissionError:
        remedy = "beri izin baca; tutup berkas itu bila sedang dibuka program lain"
        return problem("berkas tidak boleh dibaca (izin ditolak)", remedy)
    except (OSError, RuntimeError) as error:
        if path.is_symlink():
            remedy = "ganti tautan itu dengan berkas CSV-nya"
            return problem("tautan ke berkas lain putus atau berputar", remedy)
        reason = getattr(error, "strerror", None) or str(error)
        remedy = "periksa media penyimpanan, atau salin ulang berkasnya"
        return problem(f"berkas tidak dapat dibaca ({reason})", remedy)


def list_strangers(
    root: Path, tahun: int, tables: Mapping[str, type[Row]], missing: Sequence[str]
) -> list[Problem]:
    """List files of a year that would be overlooked: misnamed, misplaced, or not saved as CSV."""
    ours = {table.file: table for table in tables.values()}
    absent = [tables[name].file for name in missing]
    inside = (_stranger(root, tahun, name, ours, absent) for name in _names(root / str(tahun)))
    fault = "berkas ini harus berada di dalam folder tahun"
    outside = (
        Problem(printable(name), None, None, fault, saran=f"pindahkan ke {tahun}/{name.casefold()}")
        for name in _names(root)
        if (name.casefold() in absent and not ours[name.casefold()].shared)
        or name.casefold() == workbook_file(tahun)
    )
    return [problem for problem in (*inside, *outside) if problem is not None]


def _stranger(
    root: Path, tahun: int, name: str, ours: Mapping[str, type[Row]], absent: Sequence[str]
) -> Problem | None:
    """Say why a file in the year's folder is not read; None where it is, or is no table at all."""
    low = name.casefold()

    def problem(message: str, allowed: str, remedy: str, found: str = name) -> Problem:
        return Problem(f"{tahun}/{printable(name)}", None, None, message, found, allowed, remedy)

    if low in ours and ours[low].shared:
        place = f"{printable(root.name)}/{low}"
        message = "berkas ini dipakai bersama semua tahun"
        return problem(message, "", f"pindahkan ke samping folder tahun: {place}", found="")
    if low in ours:
        if name in ours or low not in absent:  # on Windows and macOS it was found and read
            return None
        message = "nama berkas harus huruf kecil semua"
        return problem(message, low, f"ganti namanya menjadi {low}")
    if low.endswith(".csv"):
        known = sorted(file for file, table in ours.items() if not table.shared and "/" not in file)
        guess = _meant(low, ours, absent) or "pindahkan berkas ini ke luar folder tahun"
        return problem("nama berkas tidak dikenal", ", ".join(known), guess)
    book = workbook_file(tahun)
    if low.endswith(BOOKS) and re.search(r"\bdata\b", low) and not low.endswith(NOT_READ):
        if low == book:
            return None
        message = f"buku kerja tahun ini bernama lain, atau salinannya; yang dibaca hanya {book}"
        if not low.endswith(BOOKS[0]):
            message = f"buku kerja tidak berformat .xlsx; yang dibaca hanya {book}"
        remedy = f"simpan yang benar sebagai {book}, dan pindahkan yang lain ke luar folder tahun"
        return problem(message, book, remedy)
    if low.endswith(BOOKS) and (meant := _book_of(low, absent)):
        message = f"{meant} tidak ada, tetapi ada berkas ini yang bukan CSV"
        remedy = f"buka di Excel, lalu simpan sebagai 'CSV UTF-8' dengan nama {meant}"
        return problem(message, meant, remedy)
    return None


def _names(folder: Path) -> list[str]:
    """Names of the files in a folder, without hidden ones and the locks of office programs."""
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return []
    return sorted(name for name in names if not name.startswith((".", "~$")))


def _meant(name: str, ours: Iterable[str], absent: Sequence[str]) -> str:
    """Guess which missing file a misnamed one was meant to be; none where it is a copy."""
    stem = re.sub(r"(\s*\(\d+\)|\s*-\s*(copy|salinan).*|\.csv)+$", "", name)
    stem = re.sub(r"^(copy of|salinan( dari)?)\s+", "", stem)
    copied = f"{stem}.csv" in ours and f"{stem}.csv" not in absent
    return "" if copied else suggest(f"{stem}.csv", list(absent))


def _book_of(name: str, absent: Sequence[str]) -> str:
    """Name the missing CSV file of which this is the workbook."""
    stem = name.split(".")[0].strip()
    return next((file for file in absent if file == f"{stem}.csv"), "")
