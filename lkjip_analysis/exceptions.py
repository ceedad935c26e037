"""What can go wrong, said so that an analyst can mend it.

Every text here is shown to people, in Indonesian, without a traceback.
"""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace


class LkjipError(Exception):
    """A fault the user can mend; ``str(error)`` is the message to show."""

    exit_code = 1

    def _render_traceback_(self) -> list[str]:
        """Let Jupyter show the message alone."""
        return [str(self)]


class CallError(LkjipError):
    """The command was called wrongly (unknown year, unknown format, ...)."""

    exit_code = 2


class UnknownKeyError(LkjipError, KeyError):
    """A code or key that nothing has; the text offers the nearest one."""

    __str__ = Exception.__str__


class UnknownAttributeError(LkjipError, AttributeError):
    """A name of a figure that an entity has not got; the text offers the nearest one."""


class NoNumberError(LkjipError, ValueError):
    """A figure without a value, or with one in words, was asked for as a number."""


class WrongTypeError(LkjipError, TypeError):
    """A value of a kind that nothing can be computed of; the text says what is wanted."""


class NotComputableError(Exception):
    """A formula has no answer for these inputs; the text is the reason printed beside "–"."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class SheetName(str):
    """A sheet of a workbook, as messages name it; ``letters`` says where each column stands."""

    letters: Mapping[str, str]

    def __new__(cls, name: str, letters: Mapping[str, str] | None = None) -> SheetName:
        """Name a sheet."""
        self = super().__new__(cls, name)
        self.letters = letters or {}
        return self


def address(berkas: str, baris: int | None, kolom: str | None) -> str:
    """Give the address of a workbook's cell, blank for any other place.

    >>> address(SheetName("2025/data-2025.xlsx lembar iku", {"target": "H"}), 7, "target")
    'H7'
    """
    letter = getattr(berkas, "letters", {}).get(kolom)
    return f"{letter}{baris}" if letter and baris is not None else ""


def place_of(berkas: str, baris: int | None, kolom: str | None) -> str:
    """Name a place of the data, as in ``2024/iku.csv, baris 2, kolom target``.

    >>> place_of(SheetName("2025/data-2025.xlsx lembar iku", {"target": "H"}), 7, "target")
    '2025/data-2025.xlsx lembar iku, sel H7 (target)'
    """
    if cell := address(berkas, baris, kolom):
        return f"{printable(berkas)}, sel {cell} ({kolom})"
    row = f"baris {baris}" if baris is not None else ""
    column = f"kolom {cut(kolom, 60)}" if kolom else ""
    return ", ".join(filter(None, (printable(berkas), row, column)))


@dataclass(frozen=True)
class Problem:
    """One fault in a data file: where, what was found, what is allowed, what to do.

    ``baris`` counts as a spreadsheet does: the header is row 1. ``None`` means the whole file.
    """

    berkas: str
    baris: int | None
    kolom: str | None
    pesan: str
    ditemukan: str = ""
    diizinkan: str = ""
    saran: str = ""

    def as_text(self) -> str:
        """Say the fault in a few lines."""
        place = place_of(self.berkas, self.baris, self.kolom)
        lines = [f"{place}: {cut(self.pesan, 300)}"]
        if self.ditemukan:
            lines.append(f"  ditemukan : {shorten(self.ditemukan)}")
        if self.diizinkan:
            lines.append(f"  diizinkan : {cut(self.diizinkan, 900)}")
        if self.saran:
            lines.append(f"  perbaikan : {cut(self.saran, 300)}")
        return "\n".join(lines)

    def as_record(self) -> dict[str, object]:
        """Give the fault as a plain record, for JSON, with what was found cut where it is long."""
        kolom = None if self.kolom is None else cut(self.kolom, 60)
        found = cut(self.ditemukan, 500)
        record = asdict(replace(self, berkas=printable(self.berkas), kolom=kolom, ditemukan=found))
        cell = address(self.berkas, self.baris, self.kolom)
        return record | ({"sel": cell} if cell else {})


class DataError(LkjipError):
    """The data files hold one or more faults; all of them are listed at once."""

    MAX_SHOWN = 50

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """List the faults, the first fifty in full."""
        count = len(self.problems)
        shown = [problem.as_text() for problem in self.problems[: self.MAX_SHOWN]]
        if count > self.MAX_SHOWN:
            shown.append(f"... dan {count - self.MAX_SHOWN} masalah lain.")
        return "\n".join([f"Ditemukan {count} masalah pada data:", *shown])


def printable(text: str) -> str:
    r"""Replace what a terminal or a file name cannot show: control characters, half characters.

    >>> printable("iku\x1b[31m.csv")
    'iku�[31m.csv'
    """
    if text.isprintable():
        return text
    hidden = ("Cc", "Cf", "Cs", "Cn", "Co")
    return "".join("�" if unicodedata.category(sign) in hidden else sign for sign in text)


def cut(text: str, length: int) -> str:
    """Put a text on one line, cut where it is long."""
    flat = printable(" ".join(text[: 4 * length].split()))
    return flat if len(flat) <= length and len(text) <= 4 * length else flat[: length - 1] + "…"


def shorten(text: str, length: int = 120) -> str:
    """Quote a found text on one line, cut where it is long.

    >>> shorten("BB (72)")
    '"BB (72)"'
    """
    return f'"{cut(text, length)}"'


REFUSALS = {
    "ENOSPC": ("ruang penyimpanan penuh", "kosongkan ruang penyimpanan, lalu ulangi"),
    "EDQUOT": ("jatah ruang penyimpanan habis", "kosongkan ruang penyimpanan, lalu ulangi"),
    "EFBIG": ("berkasnya terlalu besar", "kosongkan ruang penyimpanan, lalu ulangi"),
    "EACCES": ("izin ditolak", "beri izin baca dan tulis; tutup berkas itu di program lain"),
    "EPERM": ("izin ditolak", "beri izin baca dan tulis; tutup berkas itu di program lain"),
    "EROFS": ("hanya dapat dibaca", "salin foldernya ke tempat yang dapat ditulisi"),
    "EIO": ("media penyimpanan rusak", "periksa media penyimpanan, atau pindahkan foldernya"),
    "ENAMETOOLONG": ("namanya terlalu panjang", "pakai nama folder yang lebih pendek"),
    "ENOENT": ("tidak ada", "periksa namanya"),
    "ENOTDIR": ("ada berkas di tempat sebuah folder", "periksa namanya"),
    "EISDIR": ("ini folder, bukan berkas", "periksa namanya"),
    "EEXIST": ("sudah ada", "pindahkan atau ganti namanya, lalu ulangi"),
    "EMFILE": ("terlalu banyak berkas terbuka", "tutup program lain, lalu ulangi"),
    "ELOOP": ("tautan yang berputar", "ganti tautan itu dengan foldernya"),
}
"""Why the system refuses a file or folder, by its code: the reason, and what to do."""


def file_fault(error: OSError, place: object = "") -> str:
    """Say which file or folder the system refused, why, and what to do.

    Parameters
    ----------
    place
        Where it was about to write, told where the system names no file (a full disk).

    >>> print(file_fault(PermissionError(13, "Permission denied", "output")))
    Berkas atau folder tidak dapat dipakai: output (izin ditolak)
      perbaikan : beri izin baca dan tulis; tutup berkas itu di program lain
    """
    number, name = error.errno, error.filename or place
    if error.args and isinstance(error.args[0], list):  # of many files copied, see shutil.Error
        _, name, why = error.args[0][0]
        told = re.match(r"\[Errno ([0-9]+)\]", str(why))
        number = int(told[1]) if told else None
    code = errno.errorcode.get(number or 0, "")
    reason, remedy = REFUSALS.get(code, (cut(error.strerror or "", 100), "periksa, lalu ulangi"))
    name = cut(str(name), 200)
    return f"Berkas atau folder tidak dapat dipakai: {name} ({reason})\n  perbaikan : {remedy}"
