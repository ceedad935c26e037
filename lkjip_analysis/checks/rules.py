"""A rule, and what people read of what it saw: sentences of ``rules.toml``, filled in.

A rule is a small function over one year's results that yields hits; ``rule`` gives it an ID,
a severity, a title, the reason why it exists, and an example, all shown to the analyst. A hit
names the case (``K92.sesudah``) and gives what its sentences speak of; how numbers, names and
days are written stands in the sentence: ``{row:nama} {beda:rupiah} {hari:tanggal}``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from string import Formatter
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.checks.findings import UNIT, Finding, Keparahan
from lkjip_analysis.checks.findings import Repair as Repair
from lkjip_analysis.checks.rows import name_of, shorten
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.formatting import format_date, format_number, format_percent, format_rupiah
from lkjip_analysis.results import Figure, Results

DESCRIPTIONS: dict[str, dict[str, Any]] = beside(__file__)
"""What people read of each rule, by ID."""

WORDS = ("pesan", "selisih", "dugaan", "saran", "pembaca")
"""What a case says; a blank one is that of its rule."""

FORMATS: dict[str, Callable[..., object]] = {
    "angka": format_number,
    "rupiah": format_rupiah,
    "persen": format_percent,
    "persennya": partial(format_percent, decimals=None),
    "tanggal": format_date,
    "nama": name_of,
    "singkat": shorten,
    "banyak": len,
}
"""How a value is written; a number behind the name is the format's own: ``angka 2``."""


class Sentence(Formatter):
    """Fills sentences as ``str.format`` does, with the formats of this report."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write a value.

        >>> from decimal import Decimal
        >>> seen = {"teks": "Meningkatnya mutu", "n": Decimal(2)}
        >>> Sentence().format("{teks:singkat 12}, {n:angka 1}", **seen)
        'Meningkatnya …, 2,0'
        """
        name, *more = format_spec.split()[:2] or [""]
        return str(FORMATS[name](value, *map(int, more)) if name else value)


def hit(
    kasus: str,
    sel: tuple[Cell, ...],
    *,
    dugaan: str = "",
    saran: str = "",
    keparahan: Keparahan | None = None,
    angka: tuple[Figure, ...] = (),
    usul: tuple[Repair, ...] = (),
    **isi: object,
) -> Hit:
    """Make the hit of a case: the ID of its rule, and its own name where the rule has several.

    ``dugaan`` and ``saran`` stand for those of the case where they are not blank, ``keparahan``
    for its own; ``isi`` is what the sentences speak of.
    """
    rule, _, name = kasus.partition(".")
    case = DESCRIPTIONS[rule] | (DESCRIPTIONS[rule][name] if name else {})
    given = {"dugaan": dugaan, "saran": saran}
    said = {key: given.get(key) or Sentence().format(case.get(key, ""), **isi) for key in WORDS}
    grave = keparahan or case.get("keparahan")
    return Hit(**said, sel=sel, keparahan=grave, angka=angka, usul=usul)


@dataclass(frozen=True)
class Hit:
    """What a rule saw; the rule adds its ID, title and severity.

    ``angka`` are figures that it doubts, ``pembaca`` its words for readers where ``pesan`` is not
    fit for them, ``usul`` values of cells that would mend it.
    """

    pesan: str
    sel: tuple[Cell, ...] = ()
    selisih: str = ""
    dugaan: str = ""
    saran: str = ""
    keparahan: Keparahan | None = None  # where this hit is graver or lighter than its rule
    angka: tuple[Figure, ...] = ()
    pembaca: str = ""
    usul: tuple[Repair, ...] = ()


ELSE_OF_RULE = ("keparahan", "dugaan", "saran")
"""What a hit that names none of its own has of its rule."""


@dataclass(frozen=True)
class Rule:
    """One rule: its ID, usual severity, title, why it exists, an example, and the function.

    ``dugaan`` and ``saran`` are the cause and the remedy of a hit that names none of its own.
    One that is ``seunit`` gathers what it sees all over the unit in a finding. ``ragu`` names
    the columns whose cells a finding of it doubts (``angka``: figures that the hit names); none:
    it doubts no value. A warning of one that is ``menahan`` keeps a report from being final.
    """

    id: str
    keparahan: Keparahan
    judul: str
    alasan: str
    contoh: str
    look: Callable[[Results], Iterator[Hit]]
    seunit: bool = False
    ragu: tuple[str, ...] = ()
    menahan: bool = False
    dugaan: str = ""
    saran: str = ""

    def __call__(self, hasil: Results) -> Iterator[Finding]:
        """Run the rule."""
        of_whom = UNIT if self.seunit else ""
        for hit in self.look(hasil):
            own: dict[str, Any] = {
                name: vars(hit)[name] or vars(self)[name] for name in ELSE_OF_RULE
            }
            own["ragu"] = tuple(cell for cell in hit.sel if cell.kolom in self.ragu)
            own["angka"] = tuple(figure.kunci for figure in hit.angka)
            said = vars(hit) | own
            yield Finding(id=self.id, judul=self.judul, entitas=of_whom, **said)


def rule(
    id: str,
    keparahan: Keparahan,
    *,
    seunit: bool = False,
    ragu: tuple[str, ...] = (),
    menahan: bool = False,
) -> Callable[[Callable[[Results], Iterator[Hit]]], Rule]:
    """Make a function a rule; ``rules.toml`` has its title, why it exists, and an example.

    Parameters
    ----------
    id
        Stable ID such as ``K01``; acknowledgements refer to it.
    keparahan
        Usual severity.
    seunit
        Whether a finding gathers rows of the whole unit, rather than being about one.
    ragu
        Columns whose values its findings doubt: a contradiction, an impossible or implausible
        value; ``angka`` where the hits name the figures, as a wrong total whose parts may be
        right. Blank for style, a missing text, a decision of people.
    menahan
        Whether a warning keeps a report from being final, as every error does: the numbers deny
        a sentence, or what was missed is not explained.
    """

    def make(look: Callable[[Results], Iterator[Hit]]) -> Rule:
        told = DESCRIPTIONS[id]
        words = told["judul"], told["alasan"], told["contoh"]
        more = told.get("dugaan", ""), told.get("saran", "")
        return Rule(id, keparahan, *words, look, seunit, ragu, menahan, *more)

    return make
