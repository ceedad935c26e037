"""Rules on what the texts say of many: the largest, all or some of them, how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lkjip_analysis.checks.clauses import Claim
from lkjip_analysis.checks.described import in_common, words_in
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import WORDS, phrase
from lkjip_analysis.checks.resources import status_of
from lkjip_analysis.checks.rows import name_of, shorten
from lkjip_analysis.checks.rules import Hit, rule
from lkjip_analysis.checks.subjects import subjects_of
from lkjip_analysis.checks.texts import REMEDY, STALE, Sentence, claims_of, told
from lkjip_analysis.data.columns import Cell, Row
from lkjip_analysis.data.schemas import LEVELS, Evaluasi, Program, Skm, Struktur, TindakLanjut
from lkjip_analysis.formatting import format_percent
from lkjip_analysis.results import Results, keys


@rule("K73", "galat")
def k73_terbesar(hasil: Results) -> Iterator[Hit]:
    """Test claims about the largest and the smallest."""
    yield from _rival_hits(hasil)
    known = subjects_of(hasil)
    for said, claim, subject in told(hasil, "terbesar", "terkecil"):
        if claim.planned:
            continue
        attribute = _ranked_by(claim, subject)
        facts = {s: s.own_facts(hasil, attribute, claim.tahun)[:1] for s in known.kin(subject)}
        kin = {one: figure for one, figures in facts.items() for figure in figures if attribute}
        own = kin.get(subject)
        if own is None or len(kin) < 2:
            continue
        choose = max if claim.relation == "terbesar" else min
        best, figure = choose(kin.items(), key=lambda pair: pair[1].number)
        if figure.number != own.number:
            raw = "yang dibandingkan nilai mentah, bukan persentase bobotnya"
            yield said.hit(
                f"teks menyebut {subject.nama} ({own.tampil}) {claim.relation}, "
                f"padahal {best.nama} {figure.tampil}",
                *(*own.masukan, *figure.masukan),
                dugaan=raw if subject.jenis == "evaluasi" else STALE,
                saran="perbaiki namanya, atau hapus perbandingannya",
            )


def _rival_hits(hasil: Results) -> Iterator[Hit]:
    """Compare two that one sentence compares: "serapan P1 lebih rendah daripada P2"."""
    for said, claim, subject in told(hasil, ">", "<", "melebihi"):
        rival, attribute = claim.versus, _ranked_by(claim, subject)
        alike = rival and rival.jenis in (subject.jenis, "anggaran")
        if rival is None or rival is subject or not alike or claim.planned:
            continue
        own = subject.facts(hasil, attribute, claim.tahun)
        other = rival.facts(hasil, attribute, claim.tahun)
        if own and other:
            more, less = own[0].number > other[0].number, own[0].number < other[0].number
            if (less if claim.relation == "<" else more) == claim.denied:
                yield said.hit(
                    f"teks menyatakan {attribute} {subject.nama} ({own[0].tampil}) "
                    f"{claim.relation} {rival.nama} ({other[0].tampil})",
                    *(*own[0].masukan, *other[0].masukan),
                )


def _ranked_by(claim: Claim, subject: Subject) -> str:
    """Name the attribute by which kin can be compared; blank where none can."""
    if subject.jenis == "evaluasi":
        return "bobot" if claim.attribute == "bobot" else "capaian"
    if subject.jenis == "program":
        return (
            claim.attribute if claim.attribute in ("pagu", "realisasi", "serapan", "silpa") else ""
        )
    if subject.jenis in ("unsur", "sarpras"):
        return claim.attribute if subject.jenis == "sarpras" else "nilai"
    return claim.attribute if claim.attribute in RANKED else ""


RANKED = ("capaian", "kemajuan", "kebutuhan", "tersedia", "kekurangan")
"""What IKU are ranked by: other values have no unit in common."""


def _sets(said: Sentence, claim: Claim) -> Iterator[tuple[str, list[Any]]]:
    """Name the sets of things that a word can mean."""
    hasil, kind = said.hasil, claim.attribute
    if claim.other == "serapan":
        yield kind, list(hasil.at_level(kind))
        return
    if kind in ("iku", "indikator", "sasaran"):
        yield "IKU", list(hasil.iku)
    if kind in ("indikator", "indikator_program"):
        codes = _below(hasil, claim.subject) if claim.subject else set()
        every = [one for one in hasil.indikator if not codes or one.row.kode in codes]
        yield "indikator program", every
    if kind == "komponen":
        yield kind, list(hasil.evaluasi)
    if kind == "rekomendasi":
        rows = list(hasil.data[TindakLanjut])
        rows = rows if all(map(status_of, rows)) else []
        yield kind, rows
        yield kind, [row for row in rows if status_of(row) != "selesai sebagian"]
    if kind in LEVELS:
        codes = {item.kode for item in hasil.at_level(kind)}
        own = [one for one in hasil.indikator if one.row.kode in codes]
        yield "indikator program", own or list(hasil.indikator)


def _fulfils(claim: Claim, one: Any) -> bool | None:
    """Say whether an indicator does what is told of many; None where the data do not say.

    One whose target nobody published counts among all, and reached nothing.
    """
    if isinstance(one, TindakLanjut):
        status = status_of(one)
        return status == claim.other if status and claim.other.startswith("selesai") else None
    if claim.attribute == "komponen":
        return bool(one.row.predikat == claim.other) if one.row.predikat else None
    if claim.number:  # how much of its pagu is spent
        share, told = one.serapan.decimal, claim.number
        if share is None:
            return None
        sign = (share > told.nilai) - (share < told.nilai)
        return sign == {">": 1, "<": -1}[told.batas] if told.batas else told.writes(share)
    if claim.other in ("naik", "turun"):
        before = one.perubahan[claim.tahun].decimal if hasattr(type(one), "perubahan") else None
        return None if before is None else (before > 0) == (claim.other == "naik") and before != 0
    status = one.status.nilai
    if status in (None, "target_tidak_diterbitkan"):
        return False if status and not claim.denied else None
    return bool(status == "melebihi" if claim.other == "melebihi" else status != "tidak_mencapai")


def whole_hits(said: Sentence, claim: Claim) -> Iterator[Hit]:
    """Test what is told of all, of none, of some, or of so many."""
    wrong = []
    left_out = [one.entity for one in claim.group]
    for name, every in _sets(said, claim):
        members = [one for one in every if one not in left_out]
        judged = [(one, is_so) for one in members if (is_so := _fulfils(claim, one)) is not None]
        doing = [one for one, is_so in judged if is_so != claim.denied]
        others = [one for one, is_so in judged if is_so == claim.denied]
        if judged and not _amounts(claim.quantity, len(doing), len(judged), claim.denied):
            wrong.append((name, doing, others))
    sweeping = claim.quantity == "semua"
    if wrong and (sweeping or len(wrong) == len(list(_sets(said, claim)))):
        name, doing, others = wrong[0]
        shown = others if sweeping else doing or others
        listed = "; ".join(map(_shown, shown[:4]))
        what = ("belum " if claim.denied else "") + claim.other
        what += f" {claim.number.batas} {claim.number.tulisan}" if claim.number else ""
        found = f"{len(others)} {name} tidak" if sweeping else f"sesungguhnya {len(doing)} {name}"
        yield said.hit(
            f"teks menyatakan {claim.quantity} {what}, padahal {found}: {listed}",
            *(cell for o in shown for cell in _cells(o)),
            dugaan="pernyataan lebih luas daripada datanya" if sweeping else STALE,
            saran="sebut pengecualiannya, atau hapus pernyataannya" if sweeping else REMEDY,
        )


def follow_up_hits(said: Sentence, claim: Claim) -> Iterator[Hit]:
    """Test what is told of one recommendation, by most of its words: done, partly, or not."""
    words = words_in(phrase("tindak_lanjut").sub(" ", claim.text)) - {*WORDS["kata_umum"]}
    rows = [row for row in said.hasil.data[TindakLanjut] if status_of(row)]
    counts = [in_common(words, words_in(f"{r.rekomendasi} {r.rencana_aksi}")) for r in rows]
    most = max(counts, default=0)
    if claim.planned or most < max(2, 0.6 * len(words)) or counts.count(most) > 1:
        return
    row = rows[counts.index(most)]
    said_so, status = f"belum {claim.relation}" if claim.denied else claim.relation, status_of(row)
    if status != said_so and not (claim.denied and status == "selesai sebagian"):
        yield said.hit(
            f"teks menyatakan rekomendasi nomor {row.urutan} {said_so}, "
            f"padahal statusnya {shorten(row.status, 40)}",
            row.cell("status"),
        )


SEEN_BY = {TindakLanjut: ("status",), Evaluasi: ("predikat",), Program: ("realisasi", "pagu")}
"""Columns that show whether one does what is told of many; of indicators value and target."""


def _row(one: Any) -> Row:
    return one if isinstance(one, Row) else one.row


def _shown(one: Any) -> str:
    row = _row(one)
    if isinstance(row, TindakLanjut):
        return f"nomor {row.urutan} {shorten(row.status, 30)}"
    if isinstance(row, Evaluasi):
        return f"{row.komponen} {row.predikat}"
    share = one.serapan if isinstance(row, Program) else one.capaian
    return f"{name_of(row)} {format_percent(share.decimal)}"


def _cells(one: Any) -> tuple[Cell, ...]:
    return _row(one).cells(*SEEN_BY.get(type(_row(one)), ("realisasi", "target")))


def _amounts(quantity: int | str, doing: int, every: int, denied: bool) -> bool:
    """Say whether so many of all are the quantity that is told."""
    if isinstance(quantity, int):
        return doing == quantity
    if quantity == "semua" and denied:
        return doing > 0  # "semua belum tercapai" may mean not all
    return {
        "ada": doing > 0,
        "semua": doing == every,
        "tidak satu pun": doing == 0,
        "tidak semua": doing < every,
        "sebagian": 0 < doing < every,
        "sebagian besar": 2 * doing > every,
    }[quantity]


@rule("K85", "peringatan", menahan=True)
def k85_banyaknya(hasil: Results) -> Iterator[Hit]:
    """Compare the counts in sentences with the rows there are."""
    for one in claims_of(hasil):
        claim = one.claim
        each = phrase("masing_masing").search(claim.text)
        if claim.relation != "jumlah" or claim.tahun != hasil.tahun or each:
            continue
        right = _rows_of(hasil, claim)
        if right and claim.quantity not in right:
            keyed = claim.attribute in keys.COUNTED and not claim.subject
            yield one.said.hit(
                f"teks menyebut {claim.quantity} {claim.other}, sedangkan jumlahnya {right[0]}",
                saran=f"pakai {{jumlah.{claim.attribute}}}" if keyed else "perbaiki banyaknya",
            )


def _rows_of(hasil: Results, claim: Claim) -> list[int]:
    """Count what a word can mean: in the whole report, in the Renstra, or below one programme."""
    kind = claim.attribute
    if kind in LEVELS:
        items = hasil.renstra if claim.planned else hasil.program
        level = [item.row for item in items if item.row.tingkat == kind]
        if claim.subject is not None:
            below = _below(hasil, claim.subject) - {claim.subject.entity.kode}
            level = [row for row in level if row.kode in below]
        return [len(level)] if level else []
    if kind == "jabatan":
        return _positions(hasil, claim)
    facts = hasil.data.identitas
    sizes = {
        "iku": [len(hasil.iku)],
        "sasaran": [len(hasil.sasaran)],
        "indikator_program": [len(hasil.indikator)],
        "indikator": [len(hasil.iku), len(hasil.indikator), len(hasil.iku) + len(hasil.indikator)],
        "rekomendasi": [len(hasil.data[TindakLanjut])],
        "komponen": [len(hasil.evaluasi)],
        "unsur": [len(hasil.data[Skm])],
        "tahun_renstra": [hasil.tahun - first + 1] if (first := facts.renstra_awal) else [0],
    }[kind]
    return sizes if sizes[0] and not claim.subject else []


def _below(hasil: Results, top: Subject) -> set[str]:
    """List the codes of a programme and of all below it."""
    codes = {top.entity.kode}
    for _ in LEVELS:
        codes |= {item.kode for item in hasil.program if item.row.induk in codes}
    return codes


def _positions(hasil: Results, claim: Claim) -> list[int]:
    """Count the positions of a kind: below the one named before, where it has such, or all."""
    rows = list(hasil.data[Struktur])
    kind, before = claim.other.replace(" ", ""), claim.text[: claim.since].casefold()
    own = [r for r in rows if r.jabatan.casefold().replace(" ", "").startswith(kind)]
    named = {r.kode_jabatan for r in rows if r.atasan and r.jabatan.casefold() in before}
    below = [r for r in own if r.atasan in named]
    return [len(below or own)] if own else []
