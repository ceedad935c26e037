"""The unit's texts as the rules read them: passages, sentences, the IKU they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from lkjip_analysis.checks.clauses import Claim
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.grammar import read
from lkjip_analysis.checks.lexicon import WORDS, TypedNumber, phrase
from lkjip_analysis.checks.rows import filled, shorten
from lkjip_analysis.checks.rules import Hit
from lkjip_analysis.checks.subjects import subjects_of
from lkjip_analysis.data.columns import Cell, Column, Row
from lkjip_analysis.data.schemas import TABLES, Iku, Narasi
from lkjip_analysis.results import Results, entities

PLACEHOLDER = re.compile(r"\{([a-z_]+(?:\.[\w-]+)*)\}")
GAP = "□"
"""Stands for a filled-in place, so that rules on typed words and numbers pass over it."""

PLAIN_WORDS = frozenset(("persentase", "jumlah", "indeks", "nilai", "kecamatan", "kinerja"))

_COLUMNS = {f"{t.name}.{column.name}": column for t in TABLES.values() for column in t.columns}
TEXT_COLUMNS = tuple(_COLUMNS[name] for name in WORDS["kolom_teks"])

STALE = "sisa teks laporan tahun lalu"
REMEDY = "perbaiki kalimatnya, atau angkanya"

_SENTENCE_END = re.compile(r"(?<=[.;:!?])(?<![A-Z]\.[A-Z]\.)\s+(?=[A-Z(“\"{□])(?!Rp)")
_ABBREVIATION = re.compile(
    r"\b(No|Nomor|Kec|Kab|Drs|Dr|Ir|St|hal|dll|dst|yth|a\.n|u\.p|s\.d)\.\s", re.IGNORECASE
)


@dataclass(frozen=True)
class Passage:
    """One text cell: ``plain`` has its filled-in places blotted out."""

    row: Row
    kolom: Column[str]

    @property
    def text(self) -> str:
        """Give the text as typed."""
        return self.row[self.kolom]

    @property
    def plain(self) -> str:
        """Give the text without what is filled in."""
        return PLACEHOLDER.sub(GAP, self.text)

    @property
    def bagian(self) -> str:
        """Name the section of ``narasi.csv``, or the table."""
        return self.row.bagian if isinstance(self.row, Narasi) else self.row.name

    @property
    def kode(self) -> str:
        """Give the IKU the row is about, blank if none."""
        row = self.row
        return row.kode if isinstance(row, Narasi) else row.kode_iku if isinstance(row, Iku) else ""

    @property
    def cell(self) -> Cell:
        """Point at the text."""
        return self.row.cell(self.kolom)


def passages(hasil: Results, *tables: type[Row]) -> list[Passage]:
    """List the filled text cells, of some tables or of all."""
    chosen = [column for column in TEXT_COLUMNS if not tables or column.table in tables]
    return [Passage(row, column) for row, column in filled(hasil.data, chosen)]


_NOTHING = re.compile(
    r"\W*(?:(?:belum|tidak) (?:ada|diisi|dijelaskan|tersedia)(?: dalam dokumen asal)?|nihil"
    r"|\w{0,2})\W*",
    re.IGNORECASE,
)


def tells(text: str) -> bool:
    """Say whether a text tells anything; one that only fills its cell does not.

    >>> tells("Lelang gagal"), tells("belum dijelaskan."), tells("x"), tells("")
    (True, False, False, False)
    """
    return not _NOTHING.fullmatch(text)


def sentences(text: str) -> list[str]:
    """Split a text into sentences; abbreviations such as ``No.`` do not end one.

    >>> sentences("Sesuai UU No. 23 Tahun 2014. Nilai tercapai.")
    ['Sesuai UU No 23 Tahun 2014.', 'Nilai tercapai.']
    """
    return [part for part in _SENTENCE_END.split(_ABBREVIATION.sub(r"\1 ", text)) if part.strip()]


def named_iku(hasil: Results, text: str) -> list[entities.Iku]:
    """List the IKU a text names, by their code or their name."""
    return [
        iku
        for iku in hasil.iku
        if re.search(rf"\b{re.escape(iku.kode)}\b", text) or iku.nama in text
    ]


@dataclass(frozen=True)
class Sentence:
    """One sentence of a passage, and the IKU it speaks of."""

    hasil: Results
    passage: Passage
    text: str

    @cached_property
    def named(self) -> list[entities.Iku]:
        """The IKU it names."""
        return named_iku(self.hasil, self.text)

    @cached_property
    def meant(self) -> list[entities.Iku]:
        """The IKU it means: those it names, else that of its row.

        The row's own counts only where the sentence speaks of a value, a target or a result, or
        uses the indicator's words: a row on one IKU may also tell of something else.
        """
        if self.named:
            return self.named
        own = self.hasil.iku.get(self.passage.kode)
        if own is None:
            return []
        words = set(re.findall(r"\w{4,}", self.text.casefold()))
        its = set(re.findall(r"\w{5,}", own.nama.casefold())) - PLAIN_WORDS
        speaks = phrase("hasil").search(self.text) or words & its
        opens = (phrase(name, before=r"\W*").match(self.text) for name in ("merujuk", "lanjutan"))
        return [own] if speaks or any(opens) else []

    @property
    def quoted(self) -> str:
        """The sentence between quotation marks, cut short."""
        return quote(self.text)

    def hit(
        self, pesan: str, *cells: Cell, dugaan: str = STALE, saran: str = REMEDY, **more: Any
    ) -> Hit:
        """Make what a rule saw in this sentence: its words, then the cells that deny it."""
        words = f"{pesan}: {self.quoted}"
        return Hit(words, (self.passage.cell, *cells), dugaan=dugaan, saran=saran, **more)


def spoken(hasil: Results, *tables: type[Row]) -> Iterator[Sentence]:
    """Walk over the sentences of some tables, what is filled in blotted out."""
    for passage in passages(hasil, *tables):
        yield from (Sentence(hasil, passage, part) for part in sentences(passage.plain))


@dataclass(frozen=True)
class Told:
    """A claim, and the sentence that makes it."""

    said: Sentence
    claim: Claim


@lru_cache(maxsize=2)
def claims_of(hasil: Results) -> tuple[Told, ...]:
    """List what the report's texts claim; read once for all rules."""
    known, tahun = subjects_of(hasil), hasil.tahun
    years = {"tahun": 0, "tahun_lalu": -1, "dua_tahun_lalu": -2, "tahun_depan": 1}
    written = {name: str(tahun + step) for name, step in years.items()}
    found: list[Told] = []
    for passage in passages(hasil, Narasi, Iku):
        before: list[Subject] = []
        text = PLACEHOLDER.sub(lambda match: written.get(match[1], GAP), passage.text)
        for part in sentences(text):
            said = Sentence(hasil, passage, part)
            about = [known.codes[iku.kode] for iku in said.meant]
            about = about or (before if phrase("merujuk", before=r"\W*").match(part) else [])
            about = about or known.valued(part)
            found += (Told(said, claim) for claim in read(part, known, about))
            before = [known.codes[iku.kode] for iku in said.named] or before
    return tuple(found)


def numbers_told(hasil: Results) -> Iterator[tuple[Sentence, Claim, TypedNumber]]:
    """Walk over the numbers that sentences tell of something."""
    for one in claims_of(hasil):
        if one.claim.number is not None and one.claim.relation == "=":
            yield one.said, one.claim, one.claim.number


def told(hasil: Results, *relations: str) -> Iterator[tuple[Sentence, Claim, Subject]]:
    """Walk over the claims of some relations that have a subject."""
    for one in claims_of(hasil):
        if one.claim.relation in relations and one.claim.subject is not None:
            yield one.said, one.claim, one.claim.subject


def quote(sentence: str) -> str:
    """Quote a sentence, cut short."""
    return f'"{shorten(sentence, 90)}"'
