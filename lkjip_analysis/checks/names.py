"""Rules on names: one item, one name, in the Renstra, this year, last year and the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from heapq import nlargest
from typing import Generic, TypeVar

from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.rows import shorten
from lkjip_analysis.checks.texts import quote, spoken
from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.schemas import Iku, Narasi, Program, Renstra, Sasaran
from lkjip_analysis.results import Results

R = TypeVar("R", bound=Row)
ALIKE = 0.85
"""Names at least this alike (0 to 1) are meant to be the same."""

QUOTED_GOAL = re.compile(r"\bsasaran\b[^.:;]*?[“\"]", re.IGNORECASE)
QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
ELSE_QUOTED = re.compile(r"\b(?:tema|visi|misi|slogan|moto|motto|inovasi)\b", re.IGNORECASE)


def normalise(name: str) -> str:
    """Bring a name to what matters: words in lower case, blanks and signs alike.

    >>> normalise("Pemeliharaan/ Rehabilitasi  Gedung Kantor.")
    'pemeliharaan rehabilitasi gedung kantor'
    """
    return " ".join(re.findall(r"\w+", name.casefold()))


def likeness(one: str, other: str) -> float:
    """Measure how alike two normalised names are, 0 to 1; cheap bounds first."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


class NameIndex(Generic[R]):
    """Finds the names most like a given one by their rarer words, without comparing all pairs."""

    def __init__(self, items: Iterable[tuple[str, R]]) -> None:
        self.rows: dict[str, R] = {}
        for name, row in items:
            self.rows.setdefault(name, row)
        self.words: dict[str, list[str]] = {}
        for name in self.rows:
            for word in set(name.split()):
                self.words.setdefault(word, []).append(name)

    def nearest(self, name: str, limit: int = 3) -> tuple[float, R] | None:
        """Give the likeness and row of the most alike name, or None."""
        known = sorted((word for word in set(name.split()) if word in self.words), key=self._spread)
        weights: dict[str, float] = {}
        for word in known[:4]:
            for other in self.words[word][:200]:
                weights[other] = weights.get(other, 0) + 1 / len(self.words[word])
        likely = nlargest(limit, weights, key=weights.__getitem__)
        best = max(((likeness(name, other), other) for other in likely), default=None)
        return None if best is None or best[0] < ALIKE else (best[0], self.rows[best[1]])

    def _spread(self, word: str) -> tuple[int, str]:
        return len(self.words[word]), word


@rule(
    "K50",
    "peringatan",
    "Nama yang sama ditulis berbeda",
    "Program, kegiatan, dan subkegiatan harus bernama sama di Renstra, DPA, dan laporan "
    "tahun lalu agar dapat dilacak.",
    "'Koordinasi Ketentraman' di Renstra, 'Koordinasi Ketenteraman' di program.csv.",
)
def k50_nama_berbeda(hasil: Results) -> Iterator[Hit]:
    """Compare the names of items with the Renstra's and with last year's."""
    own = hasil.data[Program]
    exact = {(row.tingkat, normalise(row.nama)) for row in own}
    for level in dict.fromkeys(row.tingkat for row in own):
        index = NameIndex((normalise(row.nama), row) for row in own if row.tingkat == level)
        for planned in hasil.data[Renstra]:
            name = normalise(planned.nama)
            if planned.tingkat != level or (level, name) in exact:
                continue
            found = index.nearest(name)
            if found is not None:
                yield _name_hit(found[1], planned, "Renstra")
    for row in own:
        before = hasil.program_lalu.get(row.kode)
        old = before.row if before else row
        one, other = normalise(row.nama), normalise(old.nama)
        if one == other:
            continue
        if likeness(one, other) >= ALIKE:
            yield _name_hit(row, old, f"tahun {hasil.tahun - 1}")
        else:
            yield Hit(
                f"kode {row.kode} bernama '{shorten(row.nama)}', "
                f"tahun {hasil.tahun - 1} '{shorten(old.nama)}'",
                (row.cell("nama"), old.cell("nama")),
                dugaan="kode dipakai lagi untuk item lain",
                saran="beri kode baru, atau samakan namanya",
            )


def _name_hit(row: Program, other: Program | Renstra, where: str) -> Hit:
    one, two = row.nama.split(), other.nama.split()
    changes = [
        f"'{' '.join(one[a:b])}' di sini, '{' '.join(two[c:d])}' di sana"
        if tag == "replace"
        else f"kata '{' '.join(one[a:b])}' hanya di sini"
        if tag == "delete"
        else f"kata '{' '.join(two[c:d])}' hanya di sana"
        for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    return Hit(
        f"nama {row.kode} berbeda dengan {where} ({other.kode}): {'; '.join(changes[:4])}",
        (row.cell("nama"), other.cell("nama")),
        dugaan="ejaan atau kata yang berbeda untuk item yang sama",
        saran="samakan dengan nomenklatur pada DPA",
    )


@rule(
    "K56",
    "peringatan",
    "Sasaran yang dikutip tidak sama dengan sasaran mana pun",
    "Bunyi sasaran di dalam kalimat harus sama dengan Perjanjian Kinerja; kutipan yang lain "
    "biasanya milik Renstra lama.",
    "Sasaran “Meningkatnya kualitas layanan kecamatan”, padahal “Meningkatnya Kualitas Layanan "
    "Publik”.",
)
def k56_sasaran_dikutip(hasil: Results) -> Iterator[Hit]:
    """Compare what sentences quote as a sasaran with the names that the report prints."""
    facts = hasil.data.identitas
    names = [
        *(row[kolom] for row in hasil.data[Sasaran] for kolom in ("sasaran", "tujuan")),
        *(row.indikator for row in hasil.data[Iku]),
        *(row[kolom] for row in hasil.data[Program] for kolom in ("nama", "sasaran")),
        facts.tujuan_renstra,
        facts.tema_pembangunan,
    ]
    known = {normalise(name): name for name in names if name}
    for said in spoken(hasil, Narasi):
        goal = QUOTED_GOAL.search(said.text)
        if goal is None or ELSE_QUOTED.search(said.text):
            continue
        for match in QUOTED.finditer(said.text, goal.end() - 1):
            name = normalise(match[1])
            if len(name.split()) < 3 or name in known:
                continue
            near = get_close_matches(name, list(known), n=1, cutoff=0.5)
            yield Hit(
                f"sasaran yang dikutip tidak ada di sasaran.csv: {quote(match[1])}",
                (said.passage.cell,),
                dugaan=f"maksudnya “{known[near[0]]}”" if near else "sasaran Renstra lama",
                saran="samakan dengan Perjanjian Kinerja",
            )
