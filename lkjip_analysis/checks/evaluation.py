"""Rules on the SAKIP evaluation (LHE) and on its follow-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from lkjip_analysis.checks.causes import guess_slip, mend
from lkjip_analysis.checks.rows import cells_of
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.checks.scales import akip_scale, class_of, other_scales
from lkjip_analysis.data.schemas import Evaluasi, Iku, TindakLanjut
from lkjip_analysis.results import Results

WEIGHTS = {"perencanaan": 30, "pengukuran": 30, "pelaporan": 15, "evaluasi": 25}
"""Weights of the components by PermenPANRB 88/2021, by the first word of their names."""

FAR = 2
"""An evaluator's letter so many classes from the scale's is a slip, not a judgement; so is the only
one off among more than so many."""


@rule("K30", "galat", ragu=("nilai", "bobot"))
def k30_nilai_melebihi_bobot(hasil: Results) -> Iterator[Hit]:
    """Compare every component's mark with its weight."""
    for row in hasil.data[Evaluasi]:
        nilai, bobot = row.nilai, row.bobot
        if nilai is not None and bobot is not None and nilai > bobot:
            why = "koma bergeser" if nilai / 10 <= bobot else ""
            yield hit("K30", row.cells("nilai", "bobot"), row=row, beda=nilai - bobot, dugaan=why)


@rule("K31", "galat", ragu=("bobot",))
def k31_jumlah_bobot(hasil: Results) -> Iterator[Hit]:
    """Add up the weights."""
    total = hasil.jumlah.bobot_evaluasi
    if total.known and total.number != 100:
        cells = cells_of("bobot", hasil.data[Evaluasi])
        case = "K31.kurang" if len(cells) < len(WEIGHTS) else "K31.salah"
        usul = tuple(
            Repair(row.cell("bobot"), usual, f"bobot {row.komponen} tampaknya {usual}")
            for row in hasil.data[Evaluasi]
            if (usual := _usual_weight(row)) and row.bobot == usual + total.number - 100
        )
        yield hit(case, cells, cells=cells, total=total.number, beda=total.number - 100, usul=usul)


def _usual_weight(row: Evaluasi) -> int | None:
    """Give the weight that the regulation gives a component."""
    return WEIGHTS.get(row.komponen.casefold().split(" ")[0])


@rule("K32", "catatan")
def k32_bobot_peraturan(hasil: Results) -> Iterator[Hit]:
    """Compare the weights with those of the regulation."""
    for row in hasil.data[Evaluasi]:
        bobot, usual = row.bobot, _usual_weight(row)
        if bobot is not None and usual is not None and bobot != usual:
            yield hit("K32", row.cells("bobot"), row=row, usual=usual, beda=bobot - usual)


@rule("K33", "galat", ragu=("realisasi", "angka"))
def k33_nilai_lhe(hasil: Results) -> Iterator[Hit]:
    """Compare the sum of the components with the IKU that holds it."""
    code = hasil.data.identitas.kode_iku_akip
    total = hasil.jumlah.nilai_evaluasi
    for row in hasil.data[Iku]:
        stated = row.realisasi
        if row.kode_iku != code or stated is None or not total.known or stated == total.number:
            continue
        marks = hasil.data[Evaluasi]
        gap = stated - total.number
        cells = (row.cell("realisasi"), *cells_of("nilai", marks))
        said: dict[str, Any] = {"row": row, "marks": marks, "total": total, "beda": gap}
        if abs(gap) <= Decimal("0.005") * (len(marks) + 1):
            yield hit("K33.pembulatan", cells, angka=(total,), **said)
        else:
            slip, usul = guess_slip(stated, total.number), _mended(row, total.number, marks.rows)
            yield hit("K33", cells, dugaan=slip, angka=(total,), usul=tuple(usul), **said)


def _mended(iku: Iku, total: Decimal, marks: Iterable[Evaluasi]) -> Iterator[Repair]:
    """List the slips without which the IKU would be what its components come to."""
    stated = iku.realisasi or total
    yield mend(iku.cell("realisasi"), iku.kode_iku, stated, total)
    for one in marks:
        nilai = one.nilai or total
        mended = mend(one.cell("nilai"), one.komponen, nilai, nilai + stated - total)
        if mended.dugaan and one.bobot and 0 < mended.nilai <= one.bobot:
            yield mended


@rule("K34", "catatan")
def k34_predikat_komponen(hasil: Results) -> Iterator[Hit]:
    """Compare the evaluator's letters with the scale's."""
    name, classes = akip_scale(hasil)
    order = [rating.kategori.casefold() for rating in classes]
    lettered = [(one.row, one.capaian) for one in hasil.evaluasi if one.row.predikat and classes]
    given = [
        (row, f, class_of(min(f.number, Decimal(100)), classes) if f.known else "")
        for row, f in lettered
    ]
    agree = sum(row.predikat.casefold() == by_scale.casefold() for row, _, by_scale in given)
    alone = agree == len(given) - 1 > FAR
    for row, share, expected in given:
        letter = row.predikat
        if letter.casefold() not in order:
            known = ", ".join(r.kategori for r in classes)
            letters = {one.predikat.casefold() for one, _, _ in given}
            usul = tuple(other_scales(hasil, hasil.akip.row, letters)) if hasil.akip else ()
            cells = row.cells("predikat")
            yield hit("K34.tidak_ada", cells, row=row, name=name, known=known, usul=usul)
        elif expected and expected.casefold() != letter.casefold():
            steps = abs(order.index(expected.casefold()) - order.index(letter.casefold()))
            case = "K34.jauh" if share.number <= 100 and (alone or steps >= FAR) else "K34.berbeda"
            cells = row.cells("predikat", "nilai", "bobot")
            yield hit(case, cells, row=row, share=share, expected=expected, name=name)


@rule("K35", "peringatan")
def k35_tanpa_status(hasil: Results) -> Iterator[Hit]:
    """Look for recommendations without a status."""
    for row in hasil.data[TindakLanjut]:
        if not row.status:
            yield hit("K35", row.cells("status"), row=row)


@rule("K36", "catatan", seunit=True)
def k36_rencana_berbunyi_hasil(hasil: Results) -> Iterator[Hit]:
    """Look for plans worded as results; one finding for all."""
    rows, results = hasil.data[TindakLanjut], ("telah ", "sudah ")
    if done := [row for row in rows if row.rencana_aksi.casefold().startswith(results)]:
        numbers = ", ".join(str(row.urutan) for row in done)
        yield hit("K36", cells_of("rencana_aksi", done), done=done, numbers=numbers)
