"""What the rules ask of the report: the questions, where they come from, where the answer stands.

Sources: PermenPANRB 53/2014 (contents of the report, review form) and the evaluation sheet (LKE)
of PermenPANRB 88/2021. Answers are computed in ``compliance`` and ``self_assessment``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from lkjip_analysis.beside import beside

Status = Literal["terpenuhi", "sebagian", "belum", "perlu_manusia"]

_QUESTIONS = beside(__file__, "questions")


@dataclass(frozen=True)
class Question:
    """One thing asked: its ID, wording, source, and the section or table that answers it.

    ``dinilai`` is what a reviewer still has to judge, whatever the data show. ``setiap`` names
    what every sasaran, IKU or programme shall have, and how it is told where it lacks. Findings
    of ``temuan`` are missing parts (``selalu``: acknowledged, too), of ``bebas`` their absence,
    by group, a part that is there.
    """

    id: str
    uraian: str
    dasar: str
    bagian: tuple[str, ...] = ()
    dinilai: str = ""
    setiap: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    temuan: tuple[str, ...] = ()
    bebas: tuple[tuple[str, ...], ...] = ()
    selalu: bool = False
    catatan: str = ""

    def answered(self, status: Status, penjelasan: str, kurang: str = "", **more: Any) -> Item:
        """Answer it; where the report shows the answer is known, unless ``bagian`` says it."""
        told: dict[str, Any] = {"bagian": self.bagian, "kurang": kurang} | more
        return Item(self.id, self.uraian, status, self.dasar, penjelasan, **told)


@dataclass(frozen=True)
class Item:
    """One question with its answer.

    ``terpenuhi`` of ``jumlah`` parts are there; ``penjelasan`` says what was seen in the data,
    ``kurang`` what is missing, ``bagian`` where the report shows it.
    """

    id: str
    uraian: str
    status: Status
    dasar: str
    penjelasan: str
    bagian: tuple[str, ...] = ()
    kurang: str = ""
    terpenuhi: int = 0
    jumlah: int = 0


def asked(part: str) -> tuple[tuple[Question, tuple[str, ...]], ...]:
    """A part of ``questions.toml``: each question with the requirements that pre-fill it."""
    return tuple((_question(line), tuple(line.get("dari", ()))) for line in _QUESTIONS[part])


def _question(line: dict[str, Any]) -> Question:
    told: dict[str, Any]
    told = {key: tuple(said) if isinstance(said, list) else said for key, said in line.items()}
    told.pop("dari", None)
    return Question(**told)


REQUIREMENTS = {question.id: question for question, _ in asked("persyaratan")}

REVIEW = asked("reviu")
"""The 23 lines of the review form, and what pre-fills them; nothing: a person answers."""

EXISTENCE = tuple(question for question, _ in asked("keberadaan"))
QUALITY = asked("kualitas")
USE = tuple(question for question, _ in asked("pemanfaatan"))

WEIGHTS = {"3.a": Decimal("3.0"), "3.b": Decimal("4.5"), "3.c": Decimal("7.5")}
"""Weights of the sub-components Keberadaan, Kualitas and Pemanfaatan of Pelaporan Kinerja."""

NAMES = {"3.a": "Keberadaan", "3.b": "Kualitas", "3.c": "Pemanfaatan"}

GRADES = {name: Decimal(share) / 4 for share, name in enumerate(("D", "C", "CC", "B", "BB"))}
"""Grade and the share of criteria it asks for, lowest first: BB all, the others more than this.

E has no criterion at all; A and AA ask for more than the criteria and are left to people.
"""
