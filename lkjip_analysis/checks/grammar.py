"""Sentences become claims: who, what of it, when, how it stands to what.

A claim is read from the words around one *relation* (a comparison, a course, a target reached, an
extreme) or one *number*. Its subject is the group named last before it in the clause, else the
clause's only one, else that of the clause before, else what the paragraph is about. Where a word
for something else stands between, or a word is in no table of the lexicon, nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.checks import labels
from lkjip_analysis.checks.clauses import NOUN, Claim, Clause, clauses, number_of, who
from lkjip_analysis.checks.counting import counts_in
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import LEXICON, Token, phrase, says
from lkjip_analysis.checks.subjects import Subjects

SPENT = ("terserap penuh", "terserap sebagian", "tidak terserap")
TURNED = {">": "<", "<": ">"}
"""How one stands to another whose year is later."""


def read(text: str, known: Subjects, about: Sequence[Subject] = ()) -> Iterator[Claim]:
    """Walk over the claims of a sentence."""
    for clause in clauses(text, known, about):
        yield from _comparisons(clause)
        yield from _courses(clause)
        yield from _reached(clause)
        yield from _extremes(clause)
        for token in clause.of("hubungan", *SPENT):
            yield from _each(clause, token, str(token.arti), "serapan")
        for token in clause.of("hubungan", "selesai", "selesai sebagian"):
            yield clause.claim(token, str(token.arti), None, "rekomendasi")
        yield from _numbers(clause)
        yield from _grades(clause)
        yield from counts_in(clause)


def _each(
    clause: Clause, token: Token, relation: str, attribute: str, **more: object
) -> Iterator[Claim]:
    """Make the claim of every subject a word is said of; of nobody in particular, if of none."""
    subjects: list[Subject | None] = [*clause.subjects_at(token.mulai)]
    if more.get("other") == "kebutuhan" and not subjects:
        subjects = [*_staffed(clause, token)]
    ahead, named = clause.ahead(token.mulai), clause.of("subjek") or clause.of("asing")
    parted = says(ahead, "bagian_uang") or any(s.jenis == "program" for s in subjects if s)
    if phrase("uang_unit", after=OF_THE_UNIT).search(ahead) and not (parted or named):
        subjects = [clause.budget]
    hinted = [clause.hinted] if not subjects and relation not in SPENT else []
    for subject in subjects or hinted or [None]:
        yield clause.claim(token, relation, subject, attribute, **more)


def _attribute_before(clause: Clause, place: int, default: str) -> str:
    named = [t for t in clause.of("sifat", end=place) if t.arti not in ("mencapai", "sebesar")]
    return str(named[-1].arti) if named else default


def _reference_after(clause: Clause, token: Token) -> Token | None:
    """Find what a comparison is made with: the first such word after it, before the next."""
    following = clause.of("hubungan", start=token.akhir)
    end = min([token.akhir + labels.NEAR, *(t.mulai for t in following if t.arti != "tercapai")])
    found = clause.of("tahun", start=token.akhir, end=end)
    named = labels.REFERENCES if found else (*labels.REFERENCES, "pagu", "kebutuhan")
    found += clause.of("sifat", *named, start=token.akhir, end=end + 30)
    found = [t for t in found if t.mulai <= end]
    whole = phrase("keseluruhan").search(clause.text, token.akhir, end)
    if whole:
        found = [Token("subjek", clause.budget, whole.start(), whole.end())]
    rivals = clause.of("subjek", start=token.akhir, end=end + 60)
    found += [t for t in rivals if phrase("sejak").search(clause.text[token.akhir : t.mulai])]
    if found:
        return min(found, key=lambda t: t.mulai)
    earlier = clause.of("sifat", *labels.REFERENCES, end=token.mulai)
    earlier += clause.of("tahun", end=token.mulai)
    if clause.text[token.mulai : token.akhir].casefold() in ("unggul", "tertinggal"):
        return earlier[0] if earlier else None  # "rata-rata nasional 73,1, dinas unggul 1 poin"
    against = phrase("menurut", after=r"(?: dengan)?\s*(?:tahun\s*)?$")
    return next((t for t in earlier if against.search(clause.ahead(t.mulai))), None)


def _comparisons(clause: Clause) -> Iterator[Claim]:
    """Read "di atas rata-rata nasional", "melebihi target", "lebih rendah dari tahun lalu"."""
    for token in clause.of("hubungan", *labels.COMPARED, "tercapai"):
        other = _reference_after(clause, token)
        nouns = [t for t in clause.of("hubungan", *labels.COURSES, end=token.mulai)]
        if nouns and NOUN.match(clause.text, nouns[-1].mulai):
            continue  # "kenaikan ini lebih besar daripada tahun 2023"
        aimed = other is not None and str(other.arti).startswith("target")
        if other is None or (aimed and token.arti in ("melebihi", "tercapai")):
            continue  # told of the target: a success, or none
        if token.arti == "tercapai" and other.arti not in ("nasional", "kebutuhan"):
            continue
        reached = token.arti == "tercapai" and other.arti == "nasional"
        relation = "sampai" if reached else str(token.arti)
        year, rival = other.means("tahun"), other.means("subjek")
        own = [int(str(t.arti)) for t in clause.of("tahun", end=token.mulai) if t is not other]
        span = (int(str(other.arti)), own[-1] if own else clause.tahun) if year else (0, 0)
        if year and span[0] >= span[1]:  # "2022 was more than 2023": less it became
            span, relation = (span[1], span[0]), TURNED.get(relation, "")
        with_what = other.jenis if year or rival else str(other.arti)
        versus = who(other) if rival else None
        attribute = _attribute_before(clause, token.mulai, "realisasi")
        more = {"other": with_what, "versus": versus, "span": span}
        yield from _each(clause, token, relation, attribute, **more)


def _courses(clause: Clause) -> Iterator[Claim]:
    """Read "naik dari 71,13 pada 2023", "selalu mengalami kenaikan"."""
    steady = bool(phrase("selalu").search(clause.text, clause.mulai))
    for token in clause.of("hubungan", *labels.COURSES):
        aside = phrase("bukan_arah", after=r"\s*$").search(clause.ahead(token.mulai))
        named = clause.of("subjek") or clause.hinted
        if not aside and (named or not _of_another(clause, token)):
            attribute = _attribute_before(clause, token.mulai, "realisasi")
            span = _span(clause, token, steady)
            yield from _each(clause, token, str(token.arti), attribute, span=span, steady=steady)


def _of_another(clause: Clause, token: Token) -> bool:
    """Say whether an unknown word is what a course is told of: "petugas berkurang"."""
    word = re.search(r"[\w-]+(?=\W*$)", clause.text[clause.mulai : token.mulai])
    place = clause.mulai + word.start() if word else 0
    known = any(t.mulai <= place < t.akhir for t in clause.tokens)
    return bool(word and not known and not phrase("sebelum_arah").fullmatch(word[0]))


def _span(clause: Clause, token: Token, steady: bool) -> tuple[int, int]:
    """Name the first and the last year of a course."""
    others = [t for t in clause.of("hubungan", *labels.COURSES) if t is not token]
    low = max((t.akhir for t in others if t.akhir <= token.mulai), default=0)
    high = min((t.mulai for t in others if t.mulai >= token.akhir), default=1 << 30)
    beside = [y for y in clause.of("tahun", start=token.akhir) if clause.joins(token.akhir, y)]
    if beside:
        year = int(str(beside[0].arti))
        return year - 1, year
    spans = clause.of("rentang", start=low, end=high)
    if spans:
        near = min(spans, key=lambda t: abs(t.mulai - token.mulai))
        assert isinstance(near.arti, tuple)
        return near.arti
    years = clause.of("tahun", start=low, end=high)
    told = sorted({int(str(y.arti)) for y in years})
    if len(told) > 1:
        return told[0], told[-1]
    if not told:
        return clause.tahun - (2 if steady else 1), clause.tahun
    since = phrase("sejak", after=r"(?:[^,;]|,\d){0,40}$").search(clause.ahead(years[0].mulai))
    return (told[0], clause.tahun) if since and told[0] < clause.tahun else (told[0] - 1, told[0])


def _reached(clause: Clause) -> Iterator[Claim]:
    """Read "telah tercapai", "belum mencapai target", "target tercapai", "melebihi target"."""
    if clause.of("sifat", "nasional") or "provinsi" in clause.text:
        return
    aim = "target_akhir" if clause.of("sifat", "target_akhir") else "target"
    below = clause.of("benda", "program", "kegiatan", "subkegiatan")
    for token in clause.of("hubungan", "tercapai", "melebihi", "meleset"):
        relation = _success(clause, token)
        told_of = clause.of("sifat", *labels.AIMS, start=token.akhir, end=token.akhir + 45)
        ahead = clause.of("tahun", end=token.mulai)
        year = clause.year_at(token.mulai, told_of[0].akhir if told_of else token.akhir)
        year = int(str(ahead[-1].arti)) if ahead and not told_of else year
        more = {"other": aim, "tahun": year}
        for claim in _each(clause, token, relation, "realisasi", **more) if relation else ():
            if not (below and claim.subject and claim.subject.jenis == "iku"):
                yield claim


OF_THE_UNIT = rf"(?:nya)?(?:\s+(?:{'|'.join(LEXICON['frasa']['seunit'])}))*\s*,?\s*$"
"""What may stand between money and its course where it is the whole unit's."""

PASSIVE = ("tercapai", "terpenuhi", "terlampaui", "dipenuhi")
ENDS_THERE = re.compile(r"\W*(?:$|[.,;]|dengan|pada|sesuai|untuk|karena|oleh|yang|secara)")


def _success(clause: Clause, token: Token) -> str:
    """Name what a word claims of a target: passed, reached, missed; blank: nothing."""
    place, end = token.mulai, token.akhir
    numbers = clause.of("angka", start=end, end=end + 25)
    aims = clause.of("sifat", *labels.AIMS, start=end, end=end + 45)
    aims = [a for a in aims if not numbers or a.mulai < numbers[0].mulai]
    if token.arti == "melebihi":
        return "melebihi" if aims else ""
    if token.arti == "meleset":
        return "" if clause.denied_at(place) else "belum"
    if re.search(r"\blagi\b", clause.ahead(place)):
        return ""  # "0,5 poin lagi target tercapai"
    denied = clause.denied_at(place)
    aimed = clause.of("sifat", *labels.AIMS, end=place)
    stated = bool(
        aimed
        or re.search(r"\bIKU\s+$", clause.ahead(place))
        or phrase("sudah").search(clause.ahead(place, 30))
    )
    passive = clause.text[place:end].casefold() in PASSIVE
    told = (passive and (denied or stated)) or (denied and ENDS_THERE.match(clause.text[end:]))
    return ("belum" if denied else "tercapai") if aims or (told and not numbers) else ""


def _extremes(clause: Clause) -> Iterator[Claim]:
    """Read "serapan terendah terdapat pada program …", "komponen … dengan nilai terendah"."""
    for token in clause.of("hubungan", "terbesar", "terkecil"):
        around = clause.text[max(0, token.mulai - 25) : token.akhir + 10]
        if "salah satu" in clause.ahead(token.mulai).casefold() or says(around, "bukan_puncak"):
            continue
        after, ahead = clause.of("subjek", start=token.akhir), clause.of("subjek", end=token.mulai)
        rivals = after and phrase("di_antara", before=r"\s*").match(clause.text[token.akhir :])
        behind = clause.of("sifat", start=token.akhir, end=token.akhir + 20)
        attribute = _attribute_before(clause, token.mulai, str(behind[0].arti) if behind else "")
        for one in ahead[-1:] if ahead and (rivals or not after) else after[:1]:
            yield clause.claim(token, str(token.arti), who(one), attribute)


def _grades(clause: Clause) -> Iterator[Claim]:
    """Read "berpredikat BB", "target 72 (A)"."""
    for token in clause.of("kelas"):
        named = clause.of("sifat", "target", "realisasi", end=token.mulai)
        label = str(named[-1].arti) if named else "realisasi"
        before = clause.ahead(token.mulai)
        past = labels.STARTS.search(before) and not clause.joined(token)
        moved = {"tahun": clause.tahun - bool(past)} if past or labels.ENDS.search(before) else {}
        yield from _each(clause, token, "predikat", label, other=str(token.arti), **moved)


def _numbers(clause: Clause) -> Iterator[Claim]:
    """Read every number: of whom, and as what, by the word nearest before it."""
    numbers = clause.of("angka")
    each = re.search(r"\bmasing-masing\b", clause.text)
    told = clause.of("tahun", end=each.start()) if each else []
    listed = [n for n in numbers if each and n.mulai > each.start()]
    own = dict(zip(listed, told, strict=True)) if len(listed) == len(told) else {}
    for token, label in zip(numbers, labels.labels_of(clause, numbers), strict=True):
        group = tuple(clause.subjects_at(token.mulai))
        attribute, year, span = str(label.arti) if label else "", 0, (0, 0)
        before, joined = clause.ahead(token.mulai), clause.joined(token)
        ends, starts = bool(labels.ENDS.search(before)), bool(labels.STARTS.search(before))
        other = labels.difference_at(clause, token, label)
        if other is not None:
            attribute, year = "selisih", clause.tahun if other == "tahun" else 0
        elif label and label.jenis == "hubungan":
            span = _span(clause, label, False)
            if joined and not ends and not starts:
                told_of = clause.year_at(token.mulai, token.akhir)
                span = (told_of - 1, told_of)
            elif ends or starts:
                attribute = _attribute_before(clause, label.mulai, "realisasi")
                year = span[1 if ends else 0]
        elif starts and attribute and _CHANGED.search(clause.text, token.akhir):
            year = clause.tahun - 1
        short = attribute == "selisih" and PERSONS.match(clause.text, token.akhir)
        if (attribute in STAFF or short) and not group:
            group = _staffed(clause, token)
        if token in own:
            year, attribute = int(str(own[token].arti)), attribute or "realisasi"
        elif not year or joined:
            year = clause.year_at(token.mulai, token.akhir)
        subject, number = group[-1] if group else None, number_of(token)
        since = max((t.akhir for t in clause.of("subjek", end=token.mulai)), default=0)
        yield clause.claim(
            token, "=", subject, attribute,
            tahun=year, number=number, span=span, group=group, since=since, other=other or "",
        )  # fmt: skip


STAFF = ("kebutuhan", "tersedia", "kekurangan")
PERSONS = re.compile(r"\s*orang\b(?! per\b)", re.IGNORECASE)
_CHANGED = re.compile(r"[^,.;]{0,15}\bmenjadi\b", re.IGNORECASE)


def _staffed(clause: Clause, token: Token) -> tuple[Subject, ...]:
    """Name the IKU that people are needed for, whatever stands between: the last one named."""
    named = clause.of("subjek", end=token.mulai) or clause.of("subjek")
    return tuple(s for s in [who(t) for t in named] or clause.before if s.jenis == "iku")[-1:]
