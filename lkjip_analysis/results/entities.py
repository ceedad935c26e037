"""The entities of a year by their codes, in file order: their figures, their row, their kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.exceptions import UnknownKeyError
from lkjip_analysis.results import keys
from lkjip_analysis.results.figures import Figure
from lkjip_analysis.results.names import Names, predikat_of, unknown

if TYPE_CHECKING:
    from lkjip_analysis.results import Results


class Entity(Names[Figure]):
    """A row of a data file with its figures.

    ``kode`` is its code (or codes), ``baris`` its row number, ``row`` its cells by column, ``data``
    the year it stands in.
    """

    tabel: ClassVar[str]
    kolom: ClassVar[tuple[str, ...]]
    sebutan: ClassVar[str]

    def __init__(self, hasil: Results, data: YearData, baris: int, row: dict[str, object]) -> None:
        codes = [str(row[name]) for name in self.kolom]
        super().__init__(hasil.look_up, *codes)
        self._hasil, self.data, self.baris, self.row = hasil, data, baris, row
        self.kode = ".".join(codes)
        if data is not hasil.data:
            self._stem = self.lalu._stem

    @property
    def nama(self) -> str:
        """Its name in the data."""
        return str(self.row[self.sebutan] or "")

    @property
    def kunci(self) -> str:
        """What the keys of its figures begin with."""
        return self._stem

    def predikat_of(self, figure: Figure) -> Figure:
        """Give the predikat that a target or realisation was given as."""
        return self._look(predikat_of(figure.kunci))


E_co = TypeVar("E_co", bound=Entity, covariant=True)


class Entities(Generic[E_co]):
    """The rows of a data file as entities: by code, or one after the other in file order."""

    def __init__(self, apa: str, found: Iterable[E_co]) -> None:
        self._apa, self._by_code = apa, {one.kode: one for one in found}

    def __getitem__(self, kode: object) -> E_co:
        """Find an entity by its code (``"P1"``) or codes (``"P1", 1``)."""
        code = ".".join(map(str, kode)) if isinstance(kode, tuple) else str(kode)
        if code not in self._by_code:
            said = f'{self._apa} "{code}" tidak ada'
            raise UnknownKeyError(unknown(said, code, self._by_code))
        return self._by_code[code]

    def __contains__(self, kode: object) -> bool:
        return str(kode) in self._by_code

    def __iter__(self) -> Iterator[E_co]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, kode: object) -> E_co | None:
        """Find an entity that may not be in the data."""
        return self._by_code.get(str(kode))

    def where(self, kolom: str, value: object) -> list[E_co]:
        """List those whose cell in a column holds a value."""
        return [one for one in self if one.row[kolom] == value]


def every(kind: type[E_co], *, lalu: bool = False) -> cached_property[Entities[E_co]]:
    """Make the attribute of ``Results`` that holds all of a kind (``lalu``: those a year ago)."""

    def collect(hasil: Results) -> Entities[E_co]:
        data = hasil.data.history.get(hasil.tahun - 1) if lalu else hasil.data
        if data is None:
            return Entities(kind.apa, ())
        return Entities(
            kind.apa, [kind(hasil, data, b, row) for b, row in frame_rows(data[kind.tabel])]
        )

    return cached_property(collect)


N = TypeVar("N", bound=Names[Figure])


def only(kind: type[N]) -> cached_property[N]:
    """Make the attribute of ``Results`` that holds the only entity of a kind."""
    return cached_property(lambda hasil: kind(hasil.look_up))


class Iku(Entity, keys.Iku[Figure]):
    """An Indikator Kinerja Utama."""

    tabel, kolom, sebutan = "iku", ("kode_iku",), "indikator"

    @property
    def sasaran(self) -> str:
        """Name of the sasaran it measures; its code where the data have no such sasaran."""
        goal = self._hasil.sasaran.get(self.row["kode_sasaran"])
        return goal.nama if goal else str(self.row["kode_sasaran"])

    @property
    def begins(self) -> bool:
        """Is it the first of its sasaran, in the order of the file?"""
        every = list(self._hasil.iku)
        code, place = self.row["kode_sasaran"], every.index(self)
        return place == 0 or every[place - 1].row["kode_sasaran"] != code

    @property
    def komponen(self) -> list[Komponen]:
        """The components of a composite IKU."""
        return self._hasil.komponen.where("kode_iku", self.row["kode_iku"])


class Komponen(Entity, keys.Komponen[Figure]):
    """A component of a composite IKU."""

    tabel, kolom, sebutan = "komponen_iku", ("kode_iku", "komponen"), "komponen"


class Sasaran(Entity, keys.Sasaran[Figure]):
    """A sasaran strategis."""

    tabel, kolom, sebutan = "sasaran", ("kode_sasaran",), "sasaran"

    @property
    def iku(self) -> list[Iku]:
        """The IKU that measure it."""
        return self._hasil.iku.where("kode_sasaran", self.row["kode_sasaran"])


class Program(Entity, keys.Program[Figure]):
    """A programme, kegiatan or subkegiatan."""

    tabel, kolom, sebutan = "program", ("kode",), "nama"

    @property
    def tingkat(self) -> str:
        """Its level."""
        return str(self.row["tingkat"])

    @property
    def indikator(self) -> list[Indikator]:
        """Its indicators."""
        hasil = self._hasil
        source = hasil.indikator if self.data is hasil.data else hasil.indikator_lalu
        return source.where("kode", self.row["kode"])


class Renstra(Program):
    """A programme, kegiatan or subkegiatan as the Renstra has it."""

    tabel = "renstra"


class Indikator(Entity, keys.Indikator[Figure]):
    """An indicator of a programme, kegiatan or subkegiatan."""

    tabel, kolom, sebutan = "indikator_program", ("kode", "urutan"), "indikator"


class Sdm(Entity, keys.Sdm[Figure]):
    """The staff for an IKU."""

    tabel, kolom = "sdm", ("kode_iku",)

    @property
    def nama(self) -> str:
        """Name of the IKU; its code where the data have no such IKU."""
        iku = self._hasil.iku.get(self.kode)
        return iku.nama if iku else self.kode


class Sarpras(Entity, keys.Sarpras[Figure]):
    """A kind of facilities."""

    tabel, kolom, sebutan = "sarpras", ("urutan",), "uraian"


class Evaluasi(Entity, keys.Evaluasi[Figure]):
    """A component of the evaluation of the SAKIP."""

    tabel, kolom, sebutan = "evaluasi", ("urutan",), "komponen"
