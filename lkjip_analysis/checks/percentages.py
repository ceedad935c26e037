"""Rules on reported percentages: against computed ones, and parents against children."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkjip_analysis.checks.causes import decimals_of, guess_slip, is_truncated
from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.rows import cells_of, name_of, with_children
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.formatting import PRINTED, format_number, format_percent, round_half_up
from lkjip_analysis.measures.arithmetic import HUNDRED
from lkjip_analysis.results import Results, entities

RATE = ("serapan_dilaporkan", "pagu", "realisasi")
"""A reported absorption, and what it is computed from."""

SHIFTED = Decimal(200)
"""A reported absorption from here on is likelier a shifted decimal point than money overspent."""


def _reported(hasil: Results) -> Iterator[tuple[Program, Decimal, Decimal]]:
    """Walk over the items with a reported absorption beside a computed one."""
    for item in hasil.program:
        reported, exact = item.row.serapan_dilaporkan, item.serapan.decimal
        if reported is not None and exact is not None:
            yield item.row, reported, exact


def _cells(item: entities.Program, below: list[entities.Program]) -> tuple[Cell, ...]:
    """Point at the reported absorptions of a parent and of its children."""
    return cells_of("serapan_dilaporkan", (one.row for one in (item, *below)))


def _points(value: Decimal) -> str:
    return f"{format_number(value, PRINTED)} poin persen"


@rule("K10", "galat", ragu=("angka",))
def k10_serapan_dilaporkan(hasil: Results) -> Iterator[Hit]:
    """Compare a reported absorption with the computed one."""
    by_value = {
        round_half_up(item.serapan.number, PRINTED): item.kode
        for item in hasil.program
        if item.serapan.known
    }
    for row, reported, exact in _reported(hasil):
        if round_half_up(exact, decimals_of(reported)) == reported or is_truncated(reported, exact):
            continue
        gap = reported - exact
        other = by_value.get(reported, row.kode)
        cause = guess_slip(reported, round_half_up(exact, PRINTED))
        if not cause and other != row.kode:
            cause = f"angka milik {other}"
        yield Hit(
            f"serapan {name_of(row)} dilaporkan {format_percent(reported, None)}, "
            f"hitungannya {format_percent(exact)}",
            row.cells(*RATE),
            selisih=_points(gap),
            dugaan=cause,
            saran=(
                "perbaiki persentasenya, atau pagu dan realisasinya; laporan mencetak "
                "hasil hitungan"
            ),
            keparahan="galat" if abs(gap) > 1 else "peringatan",
            angka=(hasil.program[row.kode].serapan, hasil.program[row.kode].serapan_dilaporkan),
        )


@rule("K11", "catatan")
def k11_dipotong(hasil: Results) -> Iterator[Hit]:
    """Look for truncated percentages."""
    for row, reported, exact in _reported(hasil):
        if is_truncated(reported, exact):
            yield Hit(
                f"serapan {name_of(row)} dilaporkan {format_percent(reported, None)}: "
                f"dipotong dari {format_percent(exact, 4)}",
                row.cells(*RATE),
                selisih=_points(reported - exact),
                dugaan="dipotong",
                saran="tulis dengan pembulatan setengah ke atas",
            )


@rule("K12", "catatan", seunit=True)
def k12_dibulatkan(hasil: Results) -> Iterator[Hit]:
    """Look for percentages rounded to fewer decimals than we print; one finding for all."""
    hits = [
        (row, reported, exact)
        for row, reported, exact in _reported(hasil)
        if decimals_of(reported) < PRINTED
        and round_half_up(exact, decimals_of(reported)) == reported != round_half_up(exact, PRINTED)
    ]
    if hits:
        shown = "; ".join(
            f"{row.kode} {format_percent(r, None)} dari {format_percent(e)}"
            for row, r, e in hits[:8]
        )
        full = sum(1 for _, reported, _ in hits if reported == HUNDRED)
        yield Hit(
            f"{len(hits)} serapan dilaporkan dibulatkan: {shown}" + (" …" if len(hits) > 8 else ""),
            tuple(cell for row, _, _ in hits for cell in row.cells(*RATE)),
            dugaan="dibulatkan"
            + (f"; {full} di antaranya tampak 100% walaupun ada sisa anggaran" if full else ""),
            saran="tulis dua angka di belakang koma",
        )


@rule("K13", "galat", ragu=("angka",))
def k13_di_luar_rentang(hasil: Results) -> Iterator[Hit]:
    """Compare a parent's reported absorption with the range of its children's."""
    for item, below in with_children(hasil):
        reported, shares = item.row.serapan_dilaporkan, [o.row.serapan_dilaporkan for o in below]
        known = [share for share in shares if share is not None]
        if reported is None or not known or len(known) < len(shares):
            continue
        low, high = min(known) - _half_step(min(known)), max(known) + _half_step(max(known))
        own = _half_step(reported)
        if low - own <= reported <= high + own:
            continue
        gap = reported - (min(known) if reported < low else max(known))
        yield Hit(
            f"serapan {name_of(item.row)} dilaporkan {format_percent(reported, None)}, di luar "
            f"rentang "
            f"{len(known)} item di bawahnya: "
            f"{format_percent(min(known), None)} sampai {format_percent(max(known), None)}",
            _cells(item, below),
            selisih=_points(gap),
            dugaan="angka induk milik baris lain atau salah ketik",
            saran="hitung ulang serapan induk dari jumlah pagu dan realisasi anaknya",
            angka=(item.serapan_dilaporkan,),
        )


def _half_step(value: Decimal) -> Decimal:
    """Half of the last printed place: what rounding may hide."""
    return Decimal(5).scaleb(-decimals_of(value) - 1)


@rule("K14", "peringatan", ragu=("angka",))
def k14_rata_tertimbang(hasil: Results) -> Iterator[Hit]:
    """Compare a parent's reported absorption with what its children imply."""
    for item, below in with_children(hasil):
        reported = item.row.serapan_dilaporkan
        known = [
            (spent, share)
            for one in below
            if (spent := one.realisasi.decimal) and (share := one.row.serapan_dilaporkan)
        ]
        if reported is None or not known or len(known) < len(below):
            continue
        shares = [share for _, share in known]
        if not min(shares) <= reported <= max(shares):
            continue  # K13 speaks
        low, implied, high = (_implied(known, sign) for sign in (-1, 0, 1))
        slack = 2 * _half_step(reported)
        if low - slack <= reported <= high + slack:
            continue
        yield Hit(
            f"serapan {name_of(item.row)} dilaporkan {format_percent(reported, None)}; menurut "
            f"realisasi dan serapan {len(known)} item di bawahnya {format_percent(implied)}",
            (*_cells(item, below), *cells_of("realisasi", (one.row for one in below))),
            selisih=_points(reported - implied),
            dugaan="serapan induk atau salah satu anaknya keliru",
            saran="hitung ulang dari pagu dan realisasi",
            angka=(item.serapan_dilaporkan,),
        )


def _implied(known: list[tuple[Decimal, Decimal]], sign: int) -> Decimal:
    """Give the absorption that children's amounts and absorptions imply, rounded down or up."""
    pagu = sum((spent / (share + sign * _half_step(share)) for spent, share in known), Decimal(0))
    return sum((spent for spent, _ in known), Decimal(0)) / pagu


@rule("K15", "peringatan", ragu=("serapan_dilaporkan",))
def k15_lebih_seratus(hasil: Results) -> Iterator[Hit]:
    """Look for reported absorptions above 100 % that the amounts do not explain."""
    for item in hasil.program:
        row, reported = item.row, item.row.serapan_dilaporkan
        if reported is not None and reported > HUNDRED and not item.serapan.known:
            yield Hit(
                f"serapan {name_of(row)} dilaporkan {format_percent(reported, None)}",
                row.cells("serapan_dilaporkan"),
                dugaan=(
                    "koma bergeser"
                    if reported >= SHIFTED
                    else "belanja melampaui pagu, atau salah ketik"
                ),
                saran="periksa persentasenya",
            )
