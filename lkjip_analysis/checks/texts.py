"""The unit's texts as the rules read them: passages, sentences, the IKU they speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from lkjip_analysis.checks.rows import filled, shorten
from lkjip_analysis.data.columns import Cell, Column, Row
from lkjip_analysis.data.schemas import Evaluasi, Iku, Narasi, ProsesBisnis, Struktur, TindakLanjut
from lkjip_analysis.results import Results

PLACEHOLDER = re.compile(r"\{([a-z_]+(?:\.[\w-]+)*)\}")
GAP = "□"
"""Stands for a filled-in place, so that rules on typed words and numbers pass over it."""

RESULT_WORDS = re.compile(
    r"\b(nilai|(?:pen)?capaian|(?:te)?realisasi\w*|indikator|IKU|indeks|(?:di)?target\w*|tercapai"
    r"|predikat|skor|hasil)\b",
    re.IGNORECASE,
)
SUBJECTLESS = re.compile(
    r"\W*(?:hal ini|dibanding\w*|mengalami|selalu|terjadi|dari tahun|pada tahun|kenaikan|penurunan"
    r"|peningkatan)\b",
    re.IGNORECASE,
)
PLAIN_WORDS = frozenset(("persentase", "jumlah", "indeks", "nilai", "kecamatan", "kinerja"))

TEXT_COLUMNS = (
    Narasi.teks,
    TindakLanjut.rekomendasi,
    TindakLanjut.rencana_aksi,
    TindakLanjut.waktu,
    TindakLanjut.status,
    TindakLanjut.bukti,
    Evaluasi.kesimpulan,
    Evaluasi.catatan,
    Struktur.uraian,
    ProsesBisnis.uraian,
    Iku.bukti,
    Iku.catatan_nasional,
    Iku.sumber_nasional,
)

_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z(“\"{□])")
_ABBREVIATION = re.compile(
    r"\b(No|Nomor|Kec|Kab|Drs|Dr|Ir|St|hal|dll|dst|yth|a\.n|u\.p|s\.d)\.\s", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?<![\w.,/-])(Rp\.?\s?)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(\s?%|\s?persen)?(?![\w/])(?!,\d)(?!\.\d)"
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


def sentences(text: str) -> list[str]:
    """Split a text into sentences; abbreviations such as ``No.`` do not end one.

    >>> sentences("Sesuai UU No. 23 Tahun 2014. Nilai tercapai.")
    ['Sesuai UU No 23 Tahun 2014.', 'Nilai tercapai.']
    """
    return [part for part in _SENTENCE_END.split(_ABBREVIATION.sub(r"\1 ", text)) if part.strip()]


@dataclass(frozen=True)
class TypedNumber:
    """A number typed in a text: its value, its writing, and where its sentence has it."""

    nilai: Decimal
    tulisan: str
    rupiah: bool
    persen: bool
    mulai: int

    @property
    def decimals(self) -> int:
        """Count the decimals it is written with."""
        return max(-int(self.nilai.as_tuple().exponent), 0)


def typed_numbers(sentence: str) -> list[TypedNumber]:
    """List the numbers of a sentence, Indonesian style.

    >>> [str(n.nilai) for n in typed_numbers("tercapai 73,37 dari Rp1.250.000 (97,42%), lihat 1.3")]
    ['73.37', '1250000', '97.42']
    """
    found = []
    for match in _NUMBER.finditer(sentence):
        text = match[2].replace(".", "") + (match[3] or "").replace(",", ".")
        found.append(
            TypedNumber(
                Decimal(text), match[0].strip(), bool(match[1]), bool(match[4]), match.start()
            )
        )
    return found


def named_iku(hasil: Results, sentence: str) -> list[Iku]:
    """List the IKU a sentence names, by their code or their name."""
    return [
        row
        for row in hasil.data[Iku]
        if re.search(rf"\b{re.escape(row.kode_iku)}\b", sentence) or row.indikator in sentence
    ]


def meant_iku(hasil: Results, sentence: str, passage: Passage) -> list[Iku]:
    """List the IKU a sentence means: those it names, else that of its row.

    The row's own counts only where the sentence speaks of a value, a target or a result, or uses
    the indicator's words: a row on one IKU may also tell of something else.
    """
    named = named_iku(hasil, sentence)
    if named:
        return named
    own = [row for row in hasil.data[Iku] if row.kode_iku == passage.kode]
    words = set(re.findall(r"\w{4,}", sentence.casefold()))
    return [
        row
        for row in own
        if RESULT_WORDS.search(sentence)
        or SUBJECTLESS.match(sentence)
        or words & set(re.findall(r"\w{5,}", row.indikator.casefold())) - PLAIN_WORDS
    ]


def quote(sentence: str) -> str:
    """Quote a sentence, cut short."""
    return f'"{shorten(sentence, 90)}"'


def mentions_word(text: str, *words: str) -> bool:
    """Say whether one of the words (regular expressions) stands in the text, in any case."""
    return any(re.search(rf"\b(?:{word})\b", text, re.IGNORECASE) for word in words)
