"""How a figure gets its name: declared once on its entity, it is an attribute and a dotted key.

The declarations stand in ``keys.py``. A misspelt name is an error that offers the nearest one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, overload

from lkjip_analysis.data.dialect import suggest
from lkjip_analysis.exceptions import UnknownAttributeError, UnknownKeyError

T = TypeVar("T")

_BLANK = re.compile(r"<(\w+)>")
_FILLED = {"tahun": r"\d{4}", "nomor": r"\d+"}


def slug(code: object) -> str:
    """Make a code fit for a dotted key.

    >>> slug("P1.K1")
    'P1-K1'
    """
    return str(code).replace(".", "-")


def predikat_of(kunci: str) -> str:
    """Name the predikat that a target or realisation was given as.

    >>> predikat_of("iku.AKIP.target")
    'iku.AKIP.target_predikat'
    """
    return f"{kunci}_predikat"


def lalu_of(kunci: str) -> str:
    """Name the same figure of the year before.

    >>> lalu_of("iku.AKIP.capaian")
    'iku_lalu.AKIP.capaian'
    """
    head, dot, rest = kunci.partition(".")
    return f"{head}_lalu{dot}{rest}"


def unknown(said: str, name: str, names: Iterable[str]) -> str:
    """Say that a name does not exist, and the nearest one that does."""
    hint = suggest(name, list(names))
    return f"{said}; {hint}" if hint else f"{said}."


@dataclass
class Angka:
    """One figure of an entity: what it is and its unit, as ``docs/kunci.md`` prints them.

    ``pola`` is the end of its key; ``lalu`` says that it is computed for the year before too.
    ``sejak`` rises by one with every set of figures that is added to the program, so that what
    the program of an older ``hasil.json`` did not compute can be told from what it had no data for.
    """

    arti: str
    satuan: str = "persen"
    pola: str = ""
    lalu: bool = False
    sejak: int = 1

    def __set_name__(self, owner: type, name: str) -> None:
        self.nama, self.pola = name, self.pola or name

    @overload
    def __get__(self, entity: None, owner: object) -> Self: ...
    @overload
    def __get__(self, entity: Names[T], owner: object) -> T: ...
    def __get__(self, entity: Names[Any] | None, owner: object) -> Any:
        return self if entity is None else entity.at(self)


@dataclass
class Setiap(Angka):
    """Figures of one kind, a blank of whose ``pola`` is filled with a year, a number or a word."""

    pilihan: tuple[str, ...] = ()

    @overload  # type: ignore[override]
    def __get__(self, entity: None, owner: object) -> Self: ...
    @overload
    def __get__(self, entity: Names[T], owner: object) -> Indexed[T]: ...
    def __get__(self, entity: Names[Any] | None, owner: object) -> Any:
        return self if entity is None else Indexed(entity, self)


@dataclass(frozen=True)
class Indexed(Generic[T]):
    """The figures of one kind, by year, number or word: ``iku.riwayat[2023]``."""

    entity: Names[T]
    setiap: Setiap

    def __getitem__(self, which: object) -> T:
        """Give one of them; a word that is no choice is an error."""
        choices = self.setiap.pilihan
        if choices and which not in choices:
            said = f'{self.setiap.arti}: "{which}" tidak ada'
            raise UnknownKeyError(unknown(said, str(which), choices))
        return self.entity.at(self.setiap, which)

    def __iter__(self) -> Iterator[str | int]:
        """Give what they are asked by: ``for tahun in iku.riwayat``, ``2023 in iku.riwayat``."""
        return (int(name) if name.isdigit() else name for name in self._names())

    def __repr__(self) -> str:
        return as_text(self._title(), self._shown())

    def _repr_html_(self) -> str:
        return as_html(self._title(), (), self._shown())

    def _title(self) -> str:
        return f"{self.entity._title()}: {self.setiap.arti}"

    def _names(self) -> Sequence[str]:
        """List the words that stand for the blank in the keys that there are."""
        pola = f"{self.entity._stem}.{self.setiap.pola}"
        before, after = _BLANK.split(pola)[::2]
        keys = [figure.kunci for figure in getattr(self.entity, "figures", ())]
        found = [kunci for kunci in keys if _regex(pola).fullmatch(kunci)]
        return self.setiap.pilihan or [k.removeprefix(before).removesuffix(after) for k in found]

    def _shown(self) -> list[tuple[str, str]]:
        """List all of them that there are, as printed."""
        every = [(name, self[name]) for name in self._names()]
        return [(name, getattr(figure, "sebutan", str(figure))) for name, figure in every]


class Names(Generic[T]):
    """The figures of one entity by attribute: their keys (over ``str``) or themselves.

    ``akar`` begins the keys, with a blank for every code; ``apa`` is what the entity is called.

    >>> class Meja(Names[T]):
    ...     akar, apa = "meja.<kode>", "meja"
    ...     tinggi = Angka("tingginya", "cm", lalu=True)
    >>> Meja(str, "A.1").tinggi, Meja(str, "A.1").lalu.tinggi
    ('meja.A-1.tinggi', 'meja_lalu.A-1.tinggi')
    """

    akar: ClassVar[str]
    apa: ClassVar[str]

    def __init__(self, look: Callable[[str], T], *kode: object) -> None:
        codes = iter(kode)
        self._look, self._year = look, ""
        self._stem = _BLANK.sub(lambda _: slug(next(codes)), self.akar)

    def at(self, angka: Angka, which: object = "") -> T:
        """Look up one of its figures; ``which`` fills the blank of a kind of them."""
        if self._year and not angka.lalu:
            raise AttributeError(angka.nama)  # ``__getattr__`` says it
        pola = _BLANK.sub(str(which), angka.pola) if "<" in angka.pola else angka.pola
        return self._look(f"{self._stem}.{pola}")

    @property
    def lalu(self) -> Self:
        """The same entity a year ago."""
        other = copy(self)
        other._stem, other._year = lalu_of(self._stem), " tahun lalu"
        return other

    def __dir__(self) -> list[str]:
        """List what it has, for completion: its figures (of the year it stands for) and its kin."""
        absent = {n for n, a in declared(type(self)).items() if self._year and not a.lalu}
        absent |= {"akar", "apa", "at"}
        return [n for n in super().__dir__() if not n.startswith("_") and n not in absent]

    def __repr__(self) -> str:
        return as_text(self._title(), self._shown())

    def _repr_html_(self) -> str:
        return as_html(self._title(), (), self._shown())

    def _title(self) -> str:
        return f"{self.apa}{self._year}"

    def _shown(self) -> list[tuple[str, str]]:
        """List its figures that have a value, by attribute, as printed."""
        own = {n: a for n, a in declared(type(self)).items() if type(a) is Angka}
        every = ((n, self.at(a)) for n, a in own.items() if a.lalu or not self._year)
        return [(n, getattr(f, "sebutan", str(f))) for n, f in every if getattr(f, "known", True)]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Refuse a misspelt name."""
            if name.startswith("_"):
                raise AttributeError(name)
            said = f'{self.apa}{self._year} tidak mempunyai "{name}"'
            raise UnknownAttributeError(unknown(said, name, dir(self)))


@dataclass(frozen=True)
class Pattern:
    """A key with blanks, ``iku.<kode>.riwayat.<tahun>``, how it is written in Python, its unit."""

    kunci: str
    atribut: str
    satuan: str
    angka: Angka

    def fits(self, kunci: str) -> bool:
        """Is this a key of the pattern?"""
        return bool(_regex(self.kunci).fullmatch(kunci))


@cache
def _regex(pola: str) -> re.Pattern[str]:
    parts = _BLANK.split(pola)
    blanks = [_FILLED.get(name, r"[^.]+") for name in parts[1::2]]
    return re.compile("".join(map(str.__add__, map(re.escape, parts[::2]), [*blanks, ""])))


def declared(entity: type[Names[Any]]) -> dict[str, Angka]:
    """List the figures of an entity by attribute, those of its bases first."""
    every = (vars(kind) for kind in reversed(entity.__mro__))
    return {n: angka for names in every for n, angka in names.items() if isinstance(angka, Angka)}


def patterns_of(entity: type[Names[Any]]) -> Iterator[Pattern]:
    """List the patterns of an entity's keys, then of those for the year before."""
    words, blanks = _BLANK.sub("", entity.akar).strip(".").split("."), _BLANK.findall(entity.akar)
    owner = words[-1] + (f"[{', '.join(blanks)}]" if blanks else "")
    this = [(entity.akar, owner, angka) for angka in declared(entity).values()]
    last = [(lalu_of(entity.akar), f"{owner}.lalu", angka) for *_, angka in this if angka.lalu]
    for akar, place, angka in this + last:
        pilihan = angka.pilihan if isinstance(angka, Setiap) else ()
        index = f"[{'|'.join(_BLANK.findall(angka.pola))}]" if isinstance(angka, Setiap) else ""
        for word in pilihan or ("",):
            pola, satuan = (_BLANK.sub(word or r"<\1>", p) for p in (angka.pola, angka.satuan))
            name = f"hasil.{place}.{angka.nama}" + (f'["{word}"]' if word else index)
            yield Pattern(f"{akar}.{pola}", name, satuan, angka)


MOST = 8
"""More lines than these are counted, not shown."""


def few(words: Sequence[str]) -> str:
    """List the first words, and how many there are besides.

    >>> few(["P1", "P2"]), few([str(n) for n in range(10)])
    ('P1, P2', '0, 1, 2, 3, 4, 5, 6, 7, … (10)')
    """
    more = [f"… ({len(words)})"] if len(words) > MOST else []
    return ", ".join([*words[:MOST], *more])


def as_text(title: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Write a title and what stands below it.

    >>> print(as_text("IKU AKIP", [("target", "72 nilai"), ("capaian", "102,04%")]))
    IKU AKIP
      target   72 nilai
      capaian  102,04%
    """
    width = max((len(name) for name, _ in pairs[:MOST]), default=0)
    lines = [f"  {name:<{width}}  {value}" for name, value in pairs[:MOST]]
    rest = len(pairs) - len(lines)
    return "\n".join([title, *lines, *([f"  … dan {rest} angka lain"] if rest else [])])


def as_html(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write the table that Jupyter shows; plain structure, so that it reads without styles.

    >>> as_html("A & B", (), [("target", "72")])
    '<table><caption>A &amp; B</caption><tbody><tr><td>target</td><td>72</td></tr></tbody></table>'
    """
    heads = "".join(f"<th>{escape(word)}</th>" for word in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    top = f"<thead><tr>{heads}</tr></thead>" if head else ""
    return f"<table><caption>{escape(title)}</caption>{top}<tbody>{body}</tbody></table>"
