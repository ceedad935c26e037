"""What is known of all that sentences speak of: the figures that answer for an attribute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import add, attrgetter, sub
from types import SimpleNamespace
from typing import Any

from lkjip_analysis.checks.lexicon import LEXICON
from lkjip_analysis.data.schemas import Ipp, Skm
from lkjip_analysis.results import Figure, Results

OF_ITS_OWN = 10
"""A name of a survey's element of so many letters is not the beginning of another's."""

FACTS = LEXICON["fakta"]
"""Which figures answer for an attribute, by what the subject is; any of them may be meant."""


@dataclass(frozen=True, eq=False)
class Subject:
    """Something that sentences speak of: what it is, its entity, and its level if it has one."""

    jenis: str
    entity: Any
    nama: str
    tingkat: str = ""

    @property
    def polaritas(self) -> str:
        """Say whether more or less of it is better."""
        return getattr(getattr(self.entity, "row", None), "polaritas", "naik")

    @property
    def satuan(self) -> str:
        """Its unit, as the data have it."""
        own = "unit" if self.jenis == "sarpras" else ""
        return getattr(getattr(self.entity, "row", None), "satuan", own)

    def facts(self, hasil: Results, attribute: str, tahun: int) -> list[Figure]:
        """List the known figures that an attribute can mean in a year."""
        if self.jenis == "iku" and attribute in FACTS["sdm"]:
            own = self.own_facts(hasil, attribute, tahun)
            return own + Subject("sdm", hasil, "pegawai").facts(hasil, attribute, tahun)
        if self.jenis == "iku" and attribute == "efisiensi":  # told of it, known of its sasaran
            goal = hasil.sasaran.get(self.entity.row.kode_sasaran)
            its = Subject("sasaran", goal, self.nama)
            return its.facts(hasil, attribute, tahun) if goal else []
        if self.jenis == "unsur":
            told = tahun == hasil.tahun and attribute in ("realisasi", "nilai")
            return self.entity.figures if told and self.entity.figures[0].known else []
        named = FACTS[self.jenis].get(attribute, [])
        if tahun == hasil.tahun or attribute == "target_akhir":
            found = [_worked_out(self.entity, hasil, name) for name in named]
        elif self.jenis == "iku" and attribute in ("realisasi", "nilai"):
            found = [self.entity.riwayat[tahun]]
        elif tahun == hasil.tahun - 1:
            last, kind = getattr(self.entity, "lalu", None), type(self.entity)
            kept = [name for name in named if getattr(getattr(kind, name, None), "lalu", False)]
            found = [getattr(last, name) for name in kept]
        else:
            found = []
        return [figure for figure in found if figure.decimal is not None]

    def own_facts(self, hasil: Results, attribute: str, tahun: int) -> list[Figure]:
        """List those that are its alone: of an IKU's staff, not all staff together."""
        if self.jenis == "iku" and attribute in FACTS["sdm"]:
            staff = Subject("pegawai", hasil.sdm.get(self.entity.kode), self.nama)
            return staff.facts(hasil, attribute, tahun) if staff.entity else []
        return self.facts(hasil, attribute, tahun)


SIGNS = {"+": add, "-": sub, "/": lambda part, whole: part / whole * 100}


def _worked_out(entity: Any, hasil: Results, terms: str) -> Figure:
    """Give a figure, or several worked out: ``"kebutuhan - tersedia"``, ``"silpa / pagu"`` in %.

    A name with a dot is the whole unit's: ``"pagu / anggaran.pagu"``.
    """
    first, *more = terms.split(" ")
    total: Figure = attrgetter(first)(hasil if "." in first else entity)
    for sign, name in zip(more[::2], more[1::2], strict=True):
        part: Figure = attrgetter(name)(hasil if "." in name else entity)
        if total.decimal is None or part.decimal is None or (sign == "/" and not part.number):
            return replace(total, nilai=None)
        value, cells = SIGNS[sign](total.number, part.number), (*total.masukan, *part.masukan)
        formula = replace(total.formula, satuan="persen") if sign == "/" else total.formula
        kunci = f"{total.kunci} {sign} {part.kunci}"
        total = replace(total, kunci=kunci, nilai=value, masukan=cells, formula=formula)
    return total


def every_subject(hasil: Results) -> Iterator[Subject]:
    """Walk over all that a year's sentences can speak of."""
    for kind in ("iku", "sasaran", "program", "komponen", "evaluasi", "indikator", "sarpras"):
        for one in getattr(hasil, kind):
            yield Subject(kind, one, one.nama, one.row.tingkat if kind == "program" else "")
    yield from _elements(hasil)


def _elements(hasil: Results) -> Iterator[Subject]:
    """Walk over the elements of the survey (SKM), and over the aspects of the IPP, weighed."""
    for part in hasil.komponen:
        aspects: dict[str, list[tuple[Ipp, Figure]]] = {}
        for row in hasil.data[Skm] if part.row.sumber == "skm" else ():
            if len(row.unsur) >= OF_ITS_OWN:
                yield _element(part.unsur[row.urutan], row, row.unsur, "unsur")
        for number, item in enumerate(hasil.data[Ipp] if part.row.sumber == "ipp" else (), 1):
            aspects.setdefault(item.aspek, []).append((item, part.butir[number]))
        for name, items in aspects.items():
            if all(item.bobot is not None and figure.known for item, figure in items):
                value = sum((i.bobot * f.number for i, f in items if i.bobot), Decimal(0))
                cells = tuple(cell for _, figure in items for cell in figure.masukan)
                mark = replace(items[0][1], nilai=value, kunci=f"ipp.{name}", masukan=cells)
                yield _element(mark, items[0][0], name, "aspek")


def _element(mark: Figure, row: Skm | Ipp, name: str, level: str) -> Subject:
    """Make a subject of a mark; one of the survey (1 to 4) is told on a scale of 100 as well."""
    figures = [mark]
    if level == "unsur" and mark.decimal is not None:
        figures.append(replace(mark, nilai=mark.number * 25))
    return Subject("unsur", SimpleNamespace(figures=figures, row=row), name, level)
