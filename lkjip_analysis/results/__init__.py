"""The hall: one year's data in, every figure out, with formula, unit and source cells."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sized
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_analysis.data.content import digest, hash_data
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import UnknownAttributeError, UnknownKeyError
from lkjip_analysis.paths import data_folder
from lkjip_analysis.results import entities, keys
from lkjip_analysis.results.entities import every, only
from lkjip_analysis.results.figures import ABSENT, Figure, Ledger
from lkjip_analysis.results.goals import enter_goals
from lkjip_analysis.results.indicators import enter_indicators
from lkjip_analysis.results.last_year import enter_last_year
from lkjip_analysis.results.names import as_html, as_text, unknown
from lkjip_analysis.results.programmes import enter_programmes
from lkjip_analysis.results.resources import enter_evaluation, enter_facilities, enter_people

__all__ = ["Figure", "Results", "compute_results", "load_results"]


@dataclass(frozen=True, eq=False)
class Results:
    """All figures of one unit and year, by entity and by key, beside the data they rest on.

    ``hasil.iku["AKIP"].capaian`` and ``hasil["iku.AKIP.capaian"]`` are the same ``Figure``. A
    misspelt name raises and names the nearest.
    """

    data: YearData
    figures: Mapping[str, Figure]

    iku = every(entities.Iku)
    iku_lalu = every(entities.Iku, lalu=True)
    komponen = every(entities.Komponen)
    sasaran = every(entities.Sasaran)
    program = every(entities.Program)
    program_lalu = every(entities.Program, lalu=True)
    renstra = every(entities.Renstra)
    indikator = every(entities.Indikator)
    indikator_lalu = every(entities.Indikator, lalu=True)
    sdm = every(entities.Sdm)
    sarpras = every(entities.Sarpras)
    evaluasi = every(entities.Evaluasi)
    anggaran = only(keys.Anggaran[Figure])
    tanpa_sasaran = only(keys.TanpaSasaran[Figure])
    rata_rata = only(keys.RataRata[Figure])
    jumlah = only(keys.Jumlah[Figure])
    gabungan = only(keys.Gabungan[Figure])
    terendah = only(keys.Terendah[Figure])
    perubahan = only(keys.Perubahan[Figure])

    @cached_property
    def begun(self) -> Mapping[tuple[str, ...], list[Figure]]:
        """The figures by the two words that their keys begin with."""
        found: dict[tuple[str, ...], list[Figure]] = {}
        for figure in self:
            found.setdefault(tuple(figure.kunci.split(".", 2)[:2]), []).append(figure)
        return found

    @property
    def akip(self) -> entities.Iku | None:
        """The IKU that is the evaluation's own mark, where the unit has one among its IKU."""
        return self.iku.get(self.data.identitas.kode_iku_akip)

    @property
    def belum_tercapai(self) -> list[entities.Iku | entities.Indikator]:
        """List what fell short of its target: IKU, then the indicators of programmes."""
        items = [one for item in self.at_level("program") for one in item.indikator]
        return [one for one in (*self.iku, *items) if one.missed]

    def at_level(self, tingkat: str) -> list[entities.Program]:
        """List the programmes, the kegiatan or the subkegiatan."""
        return [item for item in self.program if item.row.tingkat == tingkat]

    def __getitem__(self, kunci: str) -> Figure:
        """Look up a figure by its key in ``hasil.json``."""
        if kunci not in self.figures:
            raise UnknownKeyError(unknown(f'Angka "{kunci}" tidak ada', str(kunci), self.figures))
        return self.figures[kunci]

    def __contains__(self, kunci: object) -> bool:
        """Is there a figure of this key?  A figure is asked for by its own."""
        if isinstance(kunci, Figure):
            return self.figures.get(kunci.kunci) == kunci
        return kunci in self.figures

    def __iter__(self) -> Iterator[Figure]:
        """Walk over all figures."""
        return iter(self.figures.values())

    def look_up(self, kunci: str) -> Figure:
        """Look up a declared figure; one that the year has not got has no value and no formula."""
        return self.figures.get(kunci) or Figure(kunci, None, ABSENT, alasan="belum tersedia")

    def get(self, kunci: str) -> Figure | None:
        """Look up a figure that this year may not have; a key of none at all is an error."""
        head, code = (*kunci.split("."), "")[:2]
        kin, pattern = f"{head.removesuffix('_lalu')}.{code}.", keys.pattern_of(kunci)
        if pattern and ("<" not in pattern.kunci or any(k.startswith(kin) for k in self.figures)):
            return self.figures.get(kunci)
        return self[kunci]

    @property
    def tahun(self) -> int:
        """The report's year."""
        return self.data.tahun

    def __repr__(self) -> str:
        return as_text(self._title(), self._headlines())

    def _repr_html_(self) -> str:
        return as_html(self._title(), (), self._headlines()) + self.iku._repr_html_()

    def _ipython_key_completions_(self) -> list[str]:
        return list(self.figures)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Refuse a misspelt name."""
            if name.startswith("_"):
                raise AttributeError(name)
            raise UnknownAttributeError(unknown(f'hasil tidak mempunyai "{name}"', name, dir(self)))

    def _title(self) -> str:
        return f"{self.data.identitas.nama_unit or self.data.root.name} {self.tahun}"

    def _headlines(self) -> list[tuple[str, str]]:
        """List what the year holds, and the figures that stand for all of it."""
        held: list[Sized] = [self.sasaran, self.iku, self.program, self.indikator, self.figures]
        words = "sasaran", "IKU", "program dan di bawahnya", "indikatornya", "angka"
        figures = self.rata_rata.capaian_iku, self.anggaran.pagu, self.anggaran.serapan
        told = [("isi", ", ".join(f"{len(h)} {w}" for h, w in zip(held, words, strict=True)))]
        return told + [(figure.kunci, figure.sebutan) for figure in figures]

    def as_records(self, *, whole: bool = True) -> list[dict[str, object]]:
        """List the records of ``hasil.json``.

        Of a year that only gives history (not ``whole``), those that rest on anything: a file that
        is not there counts as none, not as 0.
        """
        return [figure.as_record() for figure in self if whole or figure.masukan or figure.dari]


def compute_results(data: YearData) -> Results:
    """Compute every figure of a year."""
    book = Ledger(data)
    enter_indicators(book)
    enter_programmes(book)
    enter_last_year(book)
    enter_goals(book)
    enter_people(book)
    enter_facilities(book)
    enter_evaluation(book)
    return Results(data, book.figures)


_last: dict[str, bytes] = {}
"""The results of the last data loaded, by the data's content; stored, so nobody can alter them."""


def _as_they_are(hasil: Results) -> Results:
    return hasil


def load_results(
    tahun: int,
    data: str | Path | None = None,
    then: Callable[[Results], Results] = _as_they_are,
) -> Results:
    """Load a year's data, check it, and compute every figure.

    Notebooks of one build ask for the same again and again: as long as the files' content is
    unchanged they get a fresh copy of what was computed first.

    Parameters
    ----------
    tahun
        The report's year.
    data
        Folder of the unit's data; blank means ``$LKJIP_DATA`` or the project's ``data/``.
    then
        What becomes of the results before they are remembered.
    """
    try:
        folder = data_folder(data or None)
    except (OSError, RuntimeError, ValueError):
        return then(compute_results(load_year(tahun, data or None)))  # says what is wrong with it
    mark = digest([tahun, str(folder), hash_data(folder, tahun), then.__qualname__])
    if mark in _last:
        results: Results = pickle.loads(_last[mark])
        return results
    hasil = then(compute_results(load_year(tahun, folder)))
    _last.clear()
    _last[mark] = pickle.dumps(hasil, pickle.HIGHEST_PROTOCOL)
    return hasil
