"""Open a year: the hall of figures, with frames, as an analyst asks for it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_analysis.data.files import newest_year
from lkjip_analysis.exceptions import WrongTypeError
from lkjip_analysis.face.frames import frame_of
from lkjip_analysis.paths import data_folder, resolved
from lkjip_analysis.results import Results, load_results

if TYPE_CHECKING:
    import pandas as pd


class Hasil(Results):
    """All figures of one unit and year (hasil), and their frames.

    ``hasil.iku["AKIP"].capaian`` is a ``Figure``: value, unit, formula, cells; ``float(...)``.
    """

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


def buka(tahun: int | str | Path | None = None, data: str | Path | None = None) -> Hasil:
    """Open (buka) the data of a year and compute every figure.

    Parameters
    ----------
    tahun
        The report's year (``2024``), or the folder of the year (``"data/2024"``), or the folder
        of the unit (``"data"``: its newest year). Blank: the newest year of ``data``.
    data
        The unit's folder; blank means ``$LKJIP_DATA``, or the ``data/`` of the project that the
        current folder lies in.

    Raises
    ------
    DataError
        The data have faults; all of them are told, with file, row and column.
    CallError
        There is no such year or project.

    >>> hasil = buka("examples/dinas/2024")
    >>> hasil.iku["KORBAN"].capaian.sebutan, float(hasil.iku["KORBAN"].capaian)
    ('125,00%', 125.0)
    """
    if isinstance(tahun, bool) or not isinstance(tahun, int | str | Path | None):
        raise WrongTypeError(
            f'buka: tahun (2024) atau folder ("data/2024") yang diminta, bukan {tahun!r}'
        )
    if isinstance(tahun, str | Path) and not str(tahun).isdecimal():
        folder = resolved(tahun)
        named = re.fullmatch(r"[0-9]{4}", folder.name)
        tahun, data = (int(named[0]), folder.parent) if named else (None, folder)
    year = int(str(tahun)) if tahun is not None else newest_year(data_folder(data))
    hasil = load_results(year, data)
    return Hasil(hasil.data, hasil.figures)
