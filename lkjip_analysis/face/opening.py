"""Open a year: the hall of figures, with frames, as an analyst asks for it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_analysis.checks import FOUND, run_checks
from lkjip_analysis.checks.doubts import with_doubts
from lkjip_analysis.data.files import newest_year
from lkjip_analysis.data.reading import YearData, raise_problems
from lkjip_analysis.data.rewriting import rewrite
from lkjip_analysis.data.scales import NO_SCALE
from lkjip_analysis.data.validation import check_year, inspect_year
from lkjip_analysis.exceptions import CallError, DataError, Problem, WrongTypeError, cut
from lkjip_analysis.face.frames import frame_of
from lkjip_analysis.paths import data_folder, resolved
from lkjip_analysis.results import Results, compute_results, load_results
from lkjip_analysis.results.figures import Figure
from lkjip_analysis.results.names import few

if TYPE_CHECKING:
    import pandas as pd

REMEDY = '\n  perbaikan : sebut folder datanya, misalnya lk.buka(2024, data="FOLDER")'


class Hasil(Results):
    """All figures of one unit and year (hasil), and their frames.

    ``hasil.iku["AKIP"].capaian`` is a ``Figure``: value, unit, formula, cells; ``float(...)``.
    """

    @classmethod
    def of(cls, hasil: Results) -> Hasil:
        """Give the results of a year with the doubts about them."""
        return with_doubts(cls(hasil.data, hasil.figures))

    def frame(self, pokok: str) -> pd.DataFrame:
        """Give a tidy frame of a subject (pokok), a row each; see ``frames.frame_of``.

        >>> frame = buka("examples/dinas/2024").frame("iku")
        >>> frame.loc[frame.kode_iku == "KORBAN", ["target", "realisasi", "capaian"]]
           target  realisasi  capaian
        0     9.0        7.2    125.0
        >>> frame.attrs["satuan"]["capaian"]
        'persen'
        """
        return frame_of(self, pokok)

    def andai(self, nilai: Mapping[str, object]) -> Hasil:
        """Suppose (andai) other values where the data give them, and compute every figure anew.

        Parameters
        ----------
        nilai
            By key, ``{"iku.AKIP.realisasi": 75}``; ``None`` means not available.

        Raises
        ------
        CallError
            A figure that is not given in a cell; what it is computed from is named.
        DataError
            A value that the data may not hold there.

        >>> hasil = buka("examples/dinas/2024")
        >>> hasil.andai({"iku.KORBAN.realisasi": 9}).iku["KORBAN"].capaian.sebutan
        '100,00%'
        """
        data = self.data
        if not isinstance(nilai, Mapping):
            raise WrongTypeError(
                f'andai: kunci dan nilainya ({{"iku.AKIP.realisasi": 75}}), bukan {shortly(nilai)}'
            )
        for kunci, value in nilai.items():
            figure = self[kunci]
            value = value.nilai if isinstance(value, Figure) else value
            if not figure.given:
                below = dict.fromkeys(self._given(figure))
                parts = f"; ubah isiannya: {few(list(below))}" if below else ""
                why = figure.alasan or figure.rumus
                raise CallError(f"{kunci} bukan angka yang diisi di berkas data ({why}){parts}")
            data = rewrite(data, figure.masukan[0], value)
        faults = _but_scales(data, check_year(data))
        for year, past in data.history.items():
            own = _but_scales(past, check_year(past))
            faults += [fault for fault in own if fault.berkas.startswith(f"{year}/")]
        raise_problems(faults)
        supposed = Hasil(data, compute_results(data).figures)
        if not nilai:  # the same cells give the same findings
            vars(supposed)[FOUND] = run_checks(self)
        return with_doubts(supposed)

    def _given(self, figure: Figure) -> Iterator[str]:
        """Name the figures of the data that one rests on in the end, each with its cell."""
        for one in map(self.__getitem__, figure.dari):
            if one.given:
                cell = one.masukan[0]
                yield f"{one.kunci} ({cell.tempat})"
            else:
                yield from self._given(one)


def buka(tahun: int | str | Path | None = None, data: str | Path | None = None) -> Hasil:
    """Open (buka) the data of a year and compute every figure.

    Parameters
    ----------
    tahun
        The report's year (``2024``), or the folder of the year (``"data/2024"``), or the folder
        of the unit (``"data"``: its newest year). Blank: the newest year of ``data``.
    data
        The unit's folder; blank means ``$LKJIP_DATA``, or the ``data/`` of the project that the
        current folder lies in, or, outside a project, that of the current folder itself.

    Raises
    ------
    DataError
        The data have faults; all of them are told, with file, row and column. Only the file of
        the scales may be missing: then a warning says that no predikat is known.
    CallError
        There is no such year or project.

    >>> hasil = buka("examples/dinas/2024")
    >>> hasil.iku["KORBAN"].capaian.sebutan, float(hasil.iku["KORBAN"].capaian)
    ('125,00%', 125.0)
    """
    year, root = place_of(tahun, data)
    with asked_in_python():
        with suppress(DataError):
            hasil = load_results(year, root, Hasil.of)
            assert isinstance(hasil, Hasil)
            return hasil
        return measured(year, root)


def place_of(tahun: int | str | Path | None, data: str | Path | None = None) -> tuple[int, Path]:
    """Find the year and the unit's folder that ``buka`` is asked for."""
    if isinstance(tahun, bool) or not isinstance(tahun, Integral | str | Path | None):
        raise WrongTypeError(
            f'buka: tahun (2024) atau folder ("data/2024") yang diminta, bukan {shortly(tahun)}'
        )
    if isinstance(tahun, str | Path) and not str(tahun).isdecimal():
        folder = resolved(tahun)
        if not folder.exists():
            told = f"bukan tahun (misalnya 2024) dan bukan folder yang ada: {folder}"
            raise CallError(f'buka: "{tahun}" {told}')
        named = re.fullmatch(r"[0-9]{4}", folder.name)
        tahun, data = (int(named[0]), folder.parent) if named else (None, folder)
    with asked_in_python():
        root = data_beside(data)
        return int(str(tahun)) if tahun is not None else newest_year(root), root


def measured(tahun: int, root: Path, *, whole: bool = True) -> Hasil:
    """Measure a year; where only the file of the scales is not there, its predikat are not known.

    Without ``whole``, the year may be one that only gives history.
    """
    data, problems = inspect_year(tahun, root, whole=whole)
    raise_problems(_but_scales(data, problems))
    if problems:
        told = "skala_predikat.csv tidak ada, jadi predikat tidak dibaca; salin berkas itu ke"
        warnings.warn(f"{told} {root}", stacklevel=3)
    return Hasil.of(compute_results(data))


def _but_scales(data: YearData, problems: list[Problem]) -> list[Problem]:
    lost = "skala_predikat" in data.missing
    return [one for one in problems if not (lost and one.pesan == NO_SCALE)]


@contextmanager
def asked_in_python() -> Iterator[None]:
    """Say of data that are not found what to write in Python, not on the command line."""
    try:
        yield
    except CallError as error:
        said, advised, _ = str(error).partition("\n  perbaikan")
        raise CallError(f"{said}{REMEDY}" if advised else said) from None


def data_beside(folder: str | Path | None) -> Path:
    """Find a unit's data; to look at them takes no project, only a ``data/`` where one stands."""
    if not isinstance(folder, str | Path | None):
        raise WrongTypeError(f'folder data ("data") yang diminta, bukan {shortly(folder)}')
    try:
        return data_folder(folder)
    except CallError:
        if not folder and (beside := Path.cwd() / "data").is_dir():
            return beside
        raise


def shortly(value: object) -> str:
    """Show what was given in place of something else, on one line."""
    return f"{type(value).__name__} {cut(repr(value), 60)}"


def opened(asked: Results | int | str | Path | None) -> Results:
    """Give a hasil as it is, and open what ``buka`` takes."""
    return asked if isinstance(asked, Results) else buka(asked)
