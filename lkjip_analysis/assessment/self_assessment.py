"""Perkiraan mandiri: the review form of 53/2014 and the evaluation sheet of 88/2021, pre-filled.

Never a score: what the data can show is counted, what only people know is asked, and the grade is
given as a range between "people say no" and "people say yes".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkjip_analysis.assessment.compliance import answers, assess, human_item, worst
from lkjip_analysis.assessment.compliance_items import (
    EXISTENCE,
    GRADES,
    NAMES,
    QUALITY,
    REVIEW,
    USE,
    WEIGHTS,
    Item,
    Question,
    Status,
)
from lkjip_analysis.checks.findings import Finding
from lkjip_analysis.results import Results

HALF = Decimal("0.5")


@dataclass(frozen=True)
class Estimate:
    """One sub-component of Pelaporan Kinerja: criteria counted, and the grade they allow.

    ``kelas_bawah`` counts open questions as no, ``kelas_atas`` as yes; partly fulfilled counts
    half. ``kurang`` names what the next grade needs.
    """

    subkomponen: str
    nama: str
    bobot: Decimal
    kriteria: int
    terpenuhi: int
    sebagian: int
    perlu_manusia: int
    kelas_bawah: str
    kelas_atas: str
    kurang: str


def review_items(hasil: Results, findings: Sequence[Finding]) -> list[Item]:
    """Pre-fill the 23 lines of the review form, in the words of the requirements."""
    found = {item.id: item for item in assess(hasil, findings)}
    given, items = answers(hasil), []
    for question, names in REVIEW:
        parts = [found[name] for name in names]
        item = _joined(question, parts, given)
        if parts and question.id not in given:
            told = "; ".join(f"{part.uraian} ({part.penjelasan})" for part in parts)
            lacking = "; ".join(part.kurang for part in parts if part.kurang)
            item = replace(item, penjelasan=told, kurang=lacking)
        items.append(item)
    return items


def _joined(question: Question, items: list[Item], given: dict[str, tuple[Status, str]]) -> Item:
    """Answer a question from requirements; a person's own answer to it counts first."""
    if not items or question.id in given:
        return human_item(question, given)
    lacking = "; ".join(f"{item.id}: {item.kurang}" for item in items if item.kurang)
    told = "; ".join(f"{item.id} {item.penjelasan}" for item in items)
    places = tuple(dict.fromkeys(place for item in items for place in item.bagian))
    met = sum(item.status == "terpenuhi" for item in items)
    status, every = worst(items), len(items)
    return question.answered(status, told, lacking, bagian=places, terpenuhi=met, jumlah=every)


def lke_items(hasil: Results, findings: Sequence[Finding]) -> list[Item]:
    """Pre-fill the criteria of Pelaporan Kinerja: 3.a existence, 3.b quality, 3.c use."""
    found = {item.id: item for item in assess(hasil, findings)}
    given = answers(hasil)
    return [
        *(_existence(question, hasil, findings, given) for question in EXISTENCE),
        *(_joined(question, [found[part] for part in parts], given) for question, parts in QUALITY),
        *(human_item(question, given) for question in USE),
    ]


def _existence(
    question: Question,
    hasil: Results,
    findings: Sequence[Finding],
    given: dict[str, tuple[Status, str]],
) -> Item:
    facts = hasil.data.identitas
    seen: dict[str, tuple[Status, str]]
    seen = {"LKE-3a1": ("terpenuhi", f"laporan {hasil.tahun} dibuat dari data ini")}
    if facts.tautan_publikasi:
        seen["LKE-3a5"] = "terpenuhi", f"tautan publikasi: {facts.tautan_publikasi}"
    if facts.tanggal_penutup:
        late = [finding.pesan for finding in findings if finding.id == "K91"]
        in_time: tuple[Status, str] = "terpenuhi", "ditandatangani sebelum batas dua bulan"
        seen["LKE-3a6"] = ("belum", late[0]) if late else in_time
    if question.id not in seen or question.id in given:
        return human_item(question, given)
    status, told = seen[question.id]
    lacking = "" if status == "terpenuhi" else told
    return question.answered(status, told, lacking, bagian=("sec-penutup",))


def estimates(hasil: Results, findings: Sequence[Finding]) -> list[Estimate]:
    """Estimate the grade of each sub-component as a range."""
    items = lke_items(hasil, findings)
    ids = {part: f"LKE-{part.replace('.', '')}" for part in WEIGHTS}
    return [_estimate(part, [i for i in items if i.id.startswith(ids[part])]) for part in WEIGHTS]


def _estimate(part: str, items: list[Item]) -> Estimate:
    met, partly, asked = (
        sum(item.status == name for item in items)
        for name in ("terpenuhi", "sebagian", "perlu_manusia")
    )
    sure = met + HALF * partly
    low, high = grade_of(sure / len(items)), grade_of((sure + asked) / len(items))
    lacking = _for_next_grade(low, sure, items)
    of_part, tally = (part, NAMES[part], WEIGHTS[part], len(items)), (met, partly, asked)
    return Estimate(*of_part, *tally, low, high, lacking)


def grade_of(share: Decimal) -> str:
    """Give the grade for a share of fulfilled criteria, at most BB.

    >>> grade_of(Decimal(1)), grade_of(Decimal("0.75")), grade_of(Decimal(0))
    ('BB', 'CC', 'E')
    """
    met = [grade for grade, bound in GRADES.items() if share > bound or share == bound == 1]
    return met[-1] if met else "E"


def _for_next_grade(grade: str, sure: Decimal, items: list[Item]) -> str:
    """Name the open criteria, and how many more than the sure ones the next grade needs."""
    names = ["E", *GRADES]
    if grade == names[-1]:
        return "kelas A dan AA memerlukan penilaian evaluator atas keberlanjutan dan inovasi"
    target = names[names.index(grade) + 1]
    still = [f"{item.id} ({item.uraian})" for item in items if item.status != "terpenuhi"]
    if target == "BB":
        need = f"semua kriteria; {len(still)} belum penuh"
    else:
        need = f"sedikitnya {int(len(items) * GRADES[target] - sure) + 1} kriteria lagi"
    return f"untuk {target} {need}: " + "; ".join(still)
