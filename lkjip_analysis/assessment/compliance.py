"""Kepatuhan: what the rules ask of the report, answered from the data (R01-R25).

An answer counts parts: all there is ``terpenuhi``, none ``belum``, else ``sebagian``. What only
people can know is asked in ``penilaian_mandiri.csv``; unanswered it is ``perlu_manusia``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lkjip_analysis.assessment.compliance_items import REQUIREMENTS, Item, Question, Status
from lkjip_analysis.assessment.requirement_tests import TESTS, Count, Evidence, count_each
from lkjip_analysis.checks.findings import Finding
from lkjip_analysis.data.schemas import Lampiran, PenilaianMandiri
from lkjip_analysis.results import Results

ANSWERS: dict[str, Status] = {"ya": "terpenuhi", "sebagian": "sebagian", "tidak": "belum"}
HUMAN = frozenset({"R22", "R23"})
"""Requirements that only people can judge."""

REVIEWED = ("R24", "LKE-3a4")
"""Questions that a statement of the reviewer answers."""


def assess(hasil: Results, findings: Sequence[Finding]) -> list[Item]:
    """Answer R01-R25.

    Parameters
    ----------
    hasil
        The year's results.
    findings
        What ``run_checks`` found in them.
    """
    evidence = Evidence(hasil, findings)
    given = answers(hasil)
    return [_answer(question, evidence, given) for question in REQUIREMENTS.values()]


def answers(hasil: Results) -> dict[str, tuple[Status, str]]:
    """Read the answers people gave, status and evidence by ID; a statement annexed is one."""
    reviewed = [row.judul for row in hasil.data[Lampiran] if row.jenis == "pernyataan_reviu"]
    annexed: dict[str, tuple[Status, str]] = {
        id_: ("terpenuhi", f"dilampirkan: {judul}") for judul in reviewed for id_ in REVIEWED
    }
    return annexed | {
        row.id: (ANSWERS[row.jawaban], row.bukti)
        for row in hasil.data[PenilaianMandiri]
        if row.jawaban in ANSWERS
    }


def _answer(question: Question, evidence: Evidence, given: dict[str, tuple[Status, str]]) -> Item:
    count = Count()
    count_each(evidence, count, question.setiap)
    if test := TESTS.get(question.id):
        test(evidence, count)
    evidence.count_findings(count, *question.temuan, always=question.selalu)
    for group in question.bebas:
        evidence.count_findings(count, *group, sound=True)
    count.catatan += [question.catatan] if question.catatan else []
    if question.id in HUMAN:
        return human_item(question, given, "; ".join(count.catatan))
    if question.id == "R24":
        status, proof = given.get("R24", ("perlu_manusia", ""))
        unanswered = " (belum dijawab)" if status == "perlu_manusia" else ""
        count.add(status == "terpenuhi", f"pernyataan telah direviu{unanswered}")
        count.catatan += [proof] if proof else []
    said = "tidak ada data untuk dinilai"
    if count.jumlah:
        said = f"{count.ada} dari {count.jumlah} bagian ada"
    told, lacking = "; ".join([said, *count.catatan]), "; ".join(count.kurang)
    return question.answered(count.status, told, lacking, terpenuhi=count.ada, jumlah=count.jumlah)


def human_item(question: Question, given: dict[str, tuple[Status, str]], seen: str = "") -> Item:
    """Answer a question from what people said."""
    status, proof = given.get(question.id, ("perlu_manusia", ""))
    told = proof or ("belum dijawab penyusun" if status == "perlu_manusia" else "tanpa bukti")
    lacking = {"terpenuhi": "", "perlu_manusia": "jawaban dan bukti"}.get(status, proof)
    return question.answered(status, "; ".join(part for part in (seen, told) if part), lacking)


def worst(items: Iterable[Item]) -> Status:
    """Join several answers: all fulfilled, partly, not, or a person is needed."""
    found = {item.status for item in items}
    if found == {"terpenuhi"}:
        return "terpenuhi"
    if found <= {"perlu_manusia"}:
        return "perlu_manusia"
    return "belum" if found == {"belum"} else "sebagian"
