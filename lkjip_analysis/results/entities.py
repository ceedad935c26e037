"""The entities of a year by their codes, in file order: their figures, their row, their kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from lkjip_analysis.data import schemas
from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.exceptions import UnknownAttributeError, UnknownKeyError
from lkjip_analysis.formatting import MISSING
from lkjip_analysis.results import keys
from lkjip_analysis.results.figures import Figure
from lkjip_analysis.results.names import Names, as_html, few, predikat_of, unknown
from lkjip_analysis.results.trends import Trend, trend, unlike

if TYPE_CHECKING:
    from lkjip_analysis.results import Results


R = TypeVar("R", bound=Row)
COLUMNS = 5
"""So many figures of each entity stand side by side in Jupyter; all of them are in its frame."""


class Entity(Names[Figure], Generic[R]):
    """A row of a data file with its figures.

    ``row`` is that row (``iku.row.satuan``), ``kode`` its code or codes, ``data`` the year it
    stands in.
    """

    tabel: ClassVar[type[Row]]
    row: R

    def __init__(self, hasil: Results, data: YearData, row: Row) -> None:
        codes = [str(row[name]) for name in self.tabel.key]
        super().__init__(hasil.look_up, *codes)
        self._hasil, self.data = hasil, data
        self.row, self.kode = row, ".".join(codes)  # type: ignore[assignment]
        if data is not hasil.data:
            vars(self).update(vars(self.lalu))

    @property
    def nama(self) -> str:
        """Its name in the data."""
        return self.row.called

    @property
    def kunci(self) -> str:
        """What the keys of its figures begin with."""
        return self._stem

    @property
    def figures(self) -> list[Figure]:
        """All its figures that the year has."""
        near = self._hasil.begun.get(tuple(self.kunci.split(".")[:2]), ())
        return [f for f in near if f.kunci.startswith(f"{self.kunci}.")]

    def _title(self) -> str:
        return f"{super()._title()} {self.kode}: {self.nama}".removesuffix(": ")

    def predikat_of(self, figure: Figure) -> Figure:
        """Give the predikat that a target or realisation was given as."""
        return self._look(predikat_of(figure.kunci))


E_co = TypeVar("E_co", bound=Entity[Any], covariant=True)


class Entities(Generic[E_co]):
    """The rows of a data file as entities: by code, or one after the other in file order."""

    def __init__(self, kind: type[E_co], found: Iterable[E_co]) -> None:
        self.kind, self._apa = kind, kind.apa
        self._by_code = {one.kode: one for one in found}
        self._kin: dict[str, dict[object, list[E_co]]] = {}

    def __getitem__(self, kode: object) -> E_co:
        """Find an entity by its code (``"P1"``) or codes (``"P1", 1``)."""
        code = _joined(kode)
        if code not in self._by_code:
            said = f'{self._apa} "{code}" tidak ada'
            raise UnknownKeyError(unknown(said, code, self._by_code))
        return self._by_code[code]

    def __contains__(self, kode: object) -> bool:
        return _joined(kode) in self._by_code or any(kode is one for one in self)

    def __iter__(self) -> Iterator[E_co]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def __repr__(self) -> str:
        return f"{len(self)} {self._apa}: {few(list(self._by_code))}"

    def _repr_html_(self) -> str:
        shown = [(one, dict(one._shown())) for one in self]
        names = list(dict.fromkeys(name for _, figures in shown for name in figures))
        first = names[:COLUMNS]
        title = f"{len(self)} {self._apa}"
        title += f", {len(first)} dari {len(names)} angkanya" if names[COLUMNS:] else ""
        rows = [(one.kode, one.nama, *(f.get(n, MISSING) for n in first)) for one, f in shown]
        return as_html(title, ("kode", "nama", *first), rows)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._by_code)

    def get(self, kode: object) -> E_co | None:
        """Find an entity that may not be in the data."""
        return self._by_code.get(_joined(kode))

    def where(self, kolom: str, value: object) -> list[E_co]:
        """List those whose row has a value in a column."""
        if kolom not in self._kin:
            self._kin[kolom] = {}
            for one in self:
                self._kin[kolom].setdefault(one.row[kolom], []).append(one)
        return list(self._kin[kolom].get(value, ()))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Refuse what is asked of all of them, and say how one is asked for."""
            if name.startswith("_"):
                raise AttributeError(name)
            kode = name if name in self else next(iter(self._by_code), "KODE")
            raise UnknownAttributeError(
                f'{self._apa} diminta dengan kodenya dalam kurung siku, misalnya ["{kode}"], '
                f'bukan dengan ".{name}"'
            )


def _joined(kode: object) -> str:
    """Write a code, or several of one entity, as it is kept."""
    return ".".join(map(str, kode)) if isinstance(kode, tuple) else str(kode)


def every(kind: type[E_co], *, lalu: bool = False) -> cached_property[Entities[E_co]]:
    """Make the attribute of ``Results`` that holds all of a kind (``lalu``: those a year ago)."""

    def collect(hasil: Results) -> Entities[E_co]:
        data = hasil.data.history.get(hasil.tahun - 1) if lalu else hasil.data
        if data is None:
            return Entities(kind, ())
        return Entities(kind, [kind(hasil, data, row) for row in data[kind.tabel]])

    return cached_property(collect)


N = TypeVar("N", bound=Names[Figure])


def only(kind: type[N]) -> cached_property[N]:
    """Make the attribute of ``Results`` that holds the only entity of a kind."""
    return cached_property(lambda hasil: kind(hasil.look_up))


class Iku(Entity[schemas.Iku], keys.Iku[Figure]):
    """An Indikator Kinerja Utama."""

    tabel = schemas.Iku

    @property
    def missed(self) -> bool:
        """Did it fall short of its target?"""
        return self.status.nilai == "tidak_mencapai"

    @property
    def tindakan(self) -> list[schemas.SebabTindakan]:
        """What the unit says of its causes, and does about it."""
        return [row for row in self.data[schemas.SebabTindakan]
                if row.kode == self.kode and row.indikator is None]  # fmt: skip

    @property
    def tujuan(self) -> str:
        """The tujuan it measures, as some do; blank where it measures a sasaran."""
        goals, code = self.data[schemas.Sasaran], self.row.kode_sasaran
        return next((goal.tujuan for goal in goals if goal.kode_tujuan == code), "")

    @property
    def pendahulu(self) -> Iku | None:
        """The same IKU a year ago; None where code, name or unit are others."""
        old = self._hasil.iku_lalu.get(self.kode)
        return old if old and not unlike(self, old.row) else None

    @property
    def tren(self) -> Trend:
        """What it reached over all years."""
        return trend(self, self.riwayat.__getitem__)

    @property
    def sebelumnya(self) -> Figure | None:
        """The realisation of the year before; None where this year's is not like it."""
        before = self.riwayat[self._hasil.tahun - 1]
        both = before.known and self.realisasi.known and self.realisasi.beside(before)
        return before if both else None

    @property
    def sasaran(self) -> str:
        """What it measures, a sasaran or ``Tujuan: …``; its code where the data have no such."""
        goal = self._hasil.sasaran.get(self.row.kode_sasaran)
        aim = f"Tujuan: {self.tujuan}" if self.tujuan else self.row.kode_sasaran
        return goal.nama if goal else aim

    def given(self, figure: Figure) -> bool:
        """Is there a value, or at least a predikat?"""
        return figure.known or self.predikat_of(figure).known

    @property
    def begins(self) -> bool:
        """Is it the first of its sasaran, in the order of the file?"""
        every = list(self._hasil.iku)
        before = every[: every.index(self)]
        return not before or before[-1].row.kode_sasaran != self.row.kode_sasaran

    @property
    def komponen(self) -> list[Komponen]:
        """The components of a composite IKU."""
        return self._hasil.komponen.where("kode_iku", self.kode)


class Komponen(Entity[schemas.KomponenIku], keys.Komponen[Figure]):
    """A component of a composite IKU."""

    tabel = schemas.KomponenIku


class Sasaran(Entity[schemas.Sasaran], keys.Sasaran[Figure]):
    """A sasaran strategis."""

    tabel = schemas.Sasaran

    @property
    def iku(self) -> list[Iku]:
        """The IKU that measure it."""
        return [iku for iku in self._hasil.iku if iku.row.kode_sasaran == self.kode]

    @property
    def iku_tujuan(self) -> list[Iku]:
        """The IKU that measure its tujuan; of several sasaran of one tujuan, at the first."""
        code = self.row.kode_tujuan
        first = next(goal for goal in self._hasil.sasaran if goal.row.kode_tujuan == code)
        return [iku for iku in self._hasil.iku if first is self and iku.row.kode_sasaran == code]

    @property
    def program(self) -> list[Program]:
        """The programmes linked to it."""
        programmes = self._hasil.at_level("program")
        return [item for item in programmes if item.row.kode_sasaran == self.kode]


class Program(Entity[schemas.Program], keys.Program[Figure]):
    """A programme, kegiatan or subkegiatan."""

    tabel = schemas.Program

    @property
    def indikator(self) -> list[Indikator]:
        """Its indicators."""
        hasil = self._hasil
        source = hasil.indikator if self.data is hasil.data else hasil.indikator_lalu
        return source.where("kode", self.kode)


class Renstra(Program):
    """A programme, kegiatan or subkegiatan as the Renstra has it."""

    tabel = schemas.Renstra  # type: ignore[assignment]


class Indikator(Entity[schemas.IndikatorProgram], keys.Indikator[Figure]):
    """An indicator of a programme, kegiatan or subkegiatan."""

    tabel = schemas.IndikatorProgram

    @property
    def missed(self) -> bool:
        """Did it fall short of its target?"""
        return self.status.nilai == "tidak_mencapai"

    @property
    def tindakan(self) -> list[schemas.SebabTindakan]:
        """What the unit says of its causes, and does about it."""
        own = self.row.kode, self.row.urutan
        return [row for row in self.data[schemas.SebabTindakan]
                if (row.kode, 1 if row.indikator is None else row.indikator) == own]  # fmt: skip

    @property
    def pendahulu(self) -> Indikator | None:
        """The same indicator a year ago; None where code, name or unit are others."""
        old = self._hasil.indikator_lalu.get(self.kode)
        return old if old and not unlike(self, old.row) else None

    @property
    def tren(self) -> Trend:
        """What it reached over all years."""
        old = self._hasil.indikator_lalu.get(self.kode)
        known = {self._hasil.tahun - 1: old.realisasi} if old else {}
        return trend(self, lambda year: known.get(year) or self.riwayat[year])

    @property
    def sebelumnya(self) -> Figure | None:
        """The realisation of the year before; None where either year's is not known."""
        old = self.pendahulu
        return old.realisasi if old and old.realisasi.known and self.realisasi.known else None


class Sdm(Entity[schemas.Sdm], keys.Sdm[Figure]):
    """The staff for an IKU."""

    tabel = schemas.Sdm

    @property
    def nama(self) -> str:
        """Name of the IKU; its code where the data have no such IKU."""
        iku = self._hasil.iku.get(self.kode)
        return iku.nama if iku else self.kode


class Sarpras(Entity[schemas.Sarpras], keys.Sarpras[Figure]):
    """A kind of facilities."""

    tabel = schemas.Sarpras


class Evaluasi(Entity[schemas.Evaluasi], keys.Evaluasi[Figure]):
    """A component of the evaluation of the SAKIP."""

    tabel = schemas.Evaluasi
