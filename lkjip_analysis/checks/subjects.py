"""What sentences speak of: the entities of a year, found in a text by their names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, takewhile
from typing import Any

from rapidfuzz import fuzz

from lkjip_analysis.checks.facts import Subject, every_subject
from lkjip_analysis.checks.lexicon import LEXICON, WORDS, Token, phrase, typed_numbers
from lkjip_analysis.data import offices
from lkjip_analysis.data.schemas import LEVELS, Narasi, SkalaPredikat
from lkjip_analysis.results import Results

WORD = re.compile(r"\w+")
MISSPELT = 92
"""Likeness (0 to 100) from which on a name in a text is an entity's, one letter wrong."""
MEASURED_BY = {"iku", "indikator", "angka", "nilai", "indeks", "tingkat", "skor", "predikat"}
AKIP_GRADES = {"AA", "A", "BB", "B", "CC", "C", "D"}
MEASURES = ("nilai", "indeks")
ALONE = {"program": 4, "indikator": 3, "sarpras": 2, "unsur": 99}
"""A name of so many words needs no "program" or "kegiatan" before it."""

SPENDING = ("anggaran", "belanja", "biaya", "pagu", "realisasi", "serapan")
"""Words before the name of a programme or activity, however short it is."""

THINGS = {*LEXICON["frasa"]["barang"], "unit", "buah"}
"""Words that tell of goods, so that one word names them."""

SHORT_OF_LEVEL = frozenset((*LEVELS, "komponen", "indikator"))

PLAIN = {word for word in LEXICON["kata"]["lain"] if word.isalpha()}
PLAIN |= {*LEXICON["kosakata"]["kata_umum"], *MEASURED_BY}
"""Words that a text on anything else has as well."""

DEED = re.compile(r"pe\w{4,}an")
"""A programme's deed, that a report leaves out: "penyediaan" gaji dan tunjangan."""

COUNT = re.compile("jumlah")

Words = tuple[str, ...]

REGIONS = ("Pemerintah", "Pemkab", "Pemkot", *offices.REGIONS)
UNIT = re.compile(
    r"(?:\b(?P<akip>S?AKIP)\s+)?\b(?:Pemerintah\s+)?"
    rf"(?<!Sub )(?P<jenis>{'|'.join((*offices.UNITS, *REGIONS))})\s+"
    r"(?P<nama>[A-Z]\w+)"
    r"|\b(?i:kecamatan|dinas|badan|kabupaten|unit|daerah) (?P<lain>tetangga|lain(?:nya)?)\b"
    r"|\bS?AKIP (?P<atas>(?:tingkat )?(?:kabupaten|kota|provinsi|pemerintah daerah)\b)(?!/)"
)
"""A unit or a region by its name."""


GRADED = re.compile(r"\bpredikat|kategori", re.IGNORECASE)


class Subjects:
    """The subjects of a year, found in a text by their codes and names."""

    def __init__(self, hasil: Results) -> None:
        self.hasil = hasil
        self.budget = Subject("anggaran", hasil.anggaran, "anggaran")
        self.staff = Subject("sdm", hasil, "pegawai")
        self.goods = Subject("barang", hasil, "barang")
        self.all = list(every_subject(hasil))
        self.alike = defaultdict[tuple[str, str], list[Subject]](list)
        for subject in self.all:
            self.alike[subject.jenis, subject.tingkat].append(subject)
        self.grades = _grades(hasil)
        units = {s.satuan for s in self.all} | {*WORDS["satuan"], *WORDS["satuan_umum"]} - {""}
        self.units = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(units)))})\b", re.IGNORECASE)
        self.codes = {s.entity.kode: s for s in self.all if s.jenis == "iku"}
        self.codes |= {s.nama: s for s in self.all if s.jenis == "komponen" and s.nama.isupper()}
        self.codes |= {"SAKIP": self.codes["AKIP"]} if "AKIP" in self.codes else {}
        self.by_word: dict[str, list[tuple[tuple[str, ...], Subject]]] = {}
        for subject in self.all:
            for alias in _aliases(subject, hasil):
                self.by_word.setdefault(alias[0], []).append((alias, subject))
        for known in self.by_word.values():
            known.sort(key=lambda pair: -len(pair[0]))
        self.longest = max((len(known[0][0]) for known in self.by_word.values()), default=0)
        self.nicknames: dict[str, list[tuple[Words, Subject, bool]]] = {}
        for alias, subject, alone in _nicknames(self.all, hasil):
            self.nicknames.setdefault(alias[0], []).insert(0, (alias, subject, alone))

    def classes(self, text: str) -> list[re.Match[str]]:
        """List the classes a text tells; behind a bare "dari" or "menjadi" where it is of them."""
        found = self.grades.finditer(text)
        return [m for m in found if m.start() < m.start(1) or GRADED.search(text, 0, m.start())]

    def kin(self, subject: Subject) -> list[Subject]:
        """List the subjects of the same kind and level."""
        return list(self.alike[subject.jenis, subject.tingkat])

    def find(self, text: str, about: Sequence[Subject] = ()) -> list[Token]:
        """List the subjects a text names, the longest name at each place.

        "Indikator ini" and kin name the only one the text is ``about``.
        """
        words = [(m[0].casefold(), m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
        found: list[Token] = []
        at = 0
        while at < len(words):
            length, subject = self._at(words, at, about)
            if subject is None and len(about) == 1 and _points_back(words, at):
                subject = about[0]
            if subject is not None:
                last = self._per(text, subject, words[at + length - 1][2])
                found.append(Token("subjek", subject, words[at][1], last))
                length += sum(1 for word in words[at + length :] if word[2] <= last)
            at += length
        return found

    def valued(self, text: str) -> list[Subject]:
        """Name the IKU whose value a text tells to the last decimal, or that of the grade."""
        plain = [n for n in typed_numbers(text) if not (n.persen or n.rupiah)]
        told = {n.nilai for n in plain if n.decimals > 0}
        every = self.alike["iku", ""]
        own = [s for s in every if s.entity.realisasi.decimal in told]
        if len(own) == 1 and phrase("hasil").search(text):
            return own
        graded = phrase("tentang_akip").search(text) and {*self.grades.findall(text)} & AKIP_GRADES
        return [s for s in every if graded and s.entity is self.hasil.akip]

    def _per(self, text: str, subject: Subject, end: int) -> int:
        """Give where a name ends with what it is counted for: "per 100.000 penduduk"."""
        _, per, base = subject.satuan.partition(" per ")
        behind = re.compile(rf"\s*per {re.escape(base)}\b", re.IGNORECASE).match(text, end)
        return behind.end() if per and behind else end

    def others(self, text: str) -> Iterator[re.Match[str]]:
        """Find the names of other units and regions; the region's own behind "AKIP" is one."""
        facts = self.hasil.data.identitas
        own = f"{facts.nama_unit} {facts.nama_unit_singkat} {facts.pemerintah_daerah}".casefold()
        for match in UNIT.finditer(text):
            above = match["akip"] and match["jenis"] in REGIONS
            if above or match["atas"] or match["lain"] or match["nama"].casefold() not in own:
                yield match

    def _at(
        self, words: list[tuple[str, int, int, str]], at: int, about: Sequence[Subject] = ()
    ) -> tuple[int, Subject | None]:
        """Find the subject that begins at a word: how many words it has, and which it is."""
        code = self.codes.get(words[at][3])
        before = words[at - 1][0] if at else ""
        known = self.by_word.get(words[at][0], ())
        ahead = tuple(word[0] for word in words[at : at + self.longest]) if known else ()
        for alias, subject in known:
            said = ahead[: len(alias)]
            if said != alias and not (2 < len(alias) == len(said) and _misspelt(said, alias)):
                continue
            long = len(alias) >= ALONE.get(subject.jenis, 1) - (alias[0] in MEASURES)
            long |= subject.jenis == "program" and before in SPENDING and len(alias) > 1
            long |= subject.jenis == "sarpras" and not THINGS.isdisjoint(w[0] for w in words)
            levelled = subject.tingkat == before or (
                subject.jenis == "unsur" and subject.tingkat in {word[0] for word in words}
            )
            if long or levelled:
                return len(alias), self._only(alias, before)
        if code or (short := self._short(words, at, before)):
            return 1, code or short
        return self._nicknamed(words, at, before, about)

    def _nicknamed(
        self, words: list[tuple[str, int, int, str]], at: int, before: str, about: Sequence[Subject]
    ) -> tuple[int, Subject | None]:
        """Find the IKU that is called by something else than its whole name."""
        for alias, subject, alone in self.nicknames.get(words[at][0], ()):
            said = tuple(word[0] for word in words[at : at + len(alias)])
            called = before in ("iku", "indikator") or (len(alias) > 1 and subject in about)
            if said == alias and (called if alone else before not in COUNTED_BY):
                return len(alias), subject
        return 1, None

    def _only(self, alias: tuple[str, ...], before: str) -> Subject | None:
        """Choose the one of a name, by the level before it where several have it; else nobody."""
        own = [s for a, s in self.by_word[alias[0]] if a == alias]
        levelled = [s for s in own if before in (s.tingkat, *_KINDS.get(s.jenis, ()))]
        fits = levelled if len(levelled) == 1 else own
        return fits[0] if len(fits) == 1 else None

    def _short(self, words: list[tuple[str, int, int, str]], at: int, level: str) -> Subject | None:
        """Find the one programme or component whose name begins with the words after its level."""
        money = level in SPENDING
        if not (money or level in SHORT_OF_LEVEL):
            return None
        said = [word[0] for word in words[at : at + 12]]
        fits = [
            (shared(alias, said), subject)
            for alias, subject in self.by_word.get(words[at][0], ())
            if level in (subject.tingkat, *_KINDS.get(subject.jenis, ()))
            or (money and subject.jenis == "program")
        ]
        most = max((n for n, _ in fits), default=0)
        best = {id(s): s for n, s in fits if n == most}
        alone = len(fits) == 1 and not words[min(at + most, len(words) - 1)][3][:1].isupper()
        enough = most >= (3 if money else 1 if level == "komponen" or alone else 2)
        return next(iter(best.values())) if enough and len(best) == 1 else None


_KINDS = {"evaluasi": ("komponen",), "indikator": ("indikator",), "iku": ("indikator",)}


COUNTED_BY = ("jumlah", "banyaknya", "kasus", "korban")
"""Behind these a word tells of something counted, not of the indicator."""

POINTED_AT = MEASURED_BY | {"capaian", "realisasi", "target"}


def _points_back(words: list[tuple[str, int, int, str]], at: int) -> bool:
    """Say whether a word is the "ini" of "indikator ini", or of "nilai evaluasi tersebut"."""
    if words[at][0] not in ("ini", "tersebut", "itu"):
        return False
    return any(word[0] in POINTED_AT for word in words[max(0, at - 2) : at])


def _nicknames(known: Sequence[Subject], hasil: Results) -> Iterator[tuple[Words, Subject, bool]]:
    """List what else an IKU is called: how its name begins, a word only it has.

    ``True``: only behind "indikator", or, of more words, in a text about it.
    """
    names = {one: tuple(WORD.findall(one.nama.casefold())) for one in known}
    often = Counter(run for words in names.values() for run in _runs(words))
    for one, words in names.items():
        if one.jenis != "iku":
            continue
        starts = (0, 2 if words[0] == "rata" else 1 if words[0] in MEASURED_BY else 0)
        for start, end in combinations(range(len(words) + 1), 2):
            run = words[start:end]
            own = run != words and len(run[-1]) > 3 and often[run] == 1
            if own and len(run) == 1 and run[0] not in PLAIN:
                yield run, one, True
            elif own and len(run) > 1 and start in starts:
                yield run, one, bool(PLAIN & set(run[1:2]))
        yield from (((word,), one, False) for word in _learnt(hasil, one.entity))


def _runs(words: Words) -> set[Words]:
    return {words[i:j] for i, j in combinations(range(len(words) + 1), 2)}


def _learnt(hasil: Results, iku: Any) -> set[str]:
    """List words of an IKU's sasaran that two of its own texts say, and nobody else's."""
    rows = [row for row in hasil.data[Narasi] if row.kode]
    goal = next((one.nama for one in hasil.sasaran if one.kode == iku.row.kode_sasaran), "")
    words = {w for w in WORD.findall(goal.casefold()) if len(w) > 6} - PLAIN
    said = {w: [row.kode for row in rows if w in row.teks.casefold()] for w in words}
    return {w for w, codes in said.items() if len(codes) > 1 and set(codes) == {iku.kode}}


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the words, or the letters, that two begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _misspelt(said: tuple[str, ...], alias: tuple[str, ...]) -> bool:
    """Say whether words are a name with a letter wrong; no other word stands in its end."""
    alike = fuzz.ratio(" ".join(said), " ".join(alias), score_cutoff=MISSPELT)
    return bool(alike) and fuzz.ratio(said[-1], alias[-1]) > 50


def _grades(hasil: Results) -> re.Pattern[str]:
    """Compile the names of classes, and what they mean, that stand behind "predikat" or a value."""
    rows = hasil.data[SkalaPredikat]
    names = {name for row in rows for name in (row.kategori, row.interpretasi) if name}
    words = "|".join(map(re.escape, sorted(names | AKIP_GRADES, key=len, reverse=True)))
    own = {*WORD.findall(" ".join(one.nama for one in hasil.iku))} | {
        hasil.data.identitas.jenis_unit
    }
    between = "|".join((*map(re.escape, sorted(own)), *LEXICON["frasa"]["sebelum_predikat"]))
    joins = rf"(?i:[^\w.;]*\b(?:{between})\b)*"
    told = rf"\b(?i:(?:ber)?(?:predikat(?:nya)?|kategori)|mutu pelayanan){joins}[\s:]*[\"“(]*"
    moved = r"(?<=\bdari )|(?<=\bmenjadi )"
    return re.compile(rf"(?:{told}|\d\s*\(\s*|{moved})({words})(?![\w-])")


def _aliases(subject: Subject, hasil: Results) -> Iterator[tuple[str, ...]]:
    """List the words a subject is called by: its name, and that without brackets and the unit."""
    facts = hasil.data.identitas
    name = subject.nama.casefold()
    short = re.sub(r"\([^)]*\)", " ", name)
    for unit in (facts.nama_unit, facts.nama_unit_singkat):
        short = short.replace(unit.casefold(), " ") if unit else short
    deed, _, rest = short.partition(" ")
    leaves = {"program": DEED, "indikator": COUNT}.get(subject.jenis)
    short_of_deed = [rest] if leaves and leaves.fullmatch(deed) and rest[:4] != "dan " else []
    surveyed = (
        WORDS["survei"].get(subject.entity.row.sumber, []) if subject.jenis == "komponen" else []
    )
    for text in dict.fromkeys((name, short, *short_of_deed, *surveyed)):
        words = tuple(WORD.findall(text))
        if words:
            yield words
        if words and subject.jenis == "sarpras":
            yield from _joined(words)


def _joined(words: Words) -> Iterator[Words]:
    """List how the name of goods is written otherwise: "A.C. Split" AC split, "Lap Top" laptop."""
    letters = len([*takewhile(lambda word: len(word) == 1, words)])
    head = "".join(words[:letters])
    if letters > 1:
        yield (head, *(word for word in words[letters:] if word != "unit"))
    if len(words) == 2 and max(map(len, words)) < 5:
        yield ("".join(words),)


@lru_cache(maxsize=2)
def subjects_of(hasil: Results) -> Subjects:
    """Give the subjects of a year; made once for all rules."""
    return Subjects(hasil)
