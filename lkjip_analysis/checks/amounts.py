"""Rules on money: sums, control totals, copied columns, amounts that cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Any

from lkjip_analysis.checks.bounds import CONTROL, USUAL, Interval, exactly, mending
from lkjip_analysis.checks.causes import SHIFTS, guess_slip, guess_sum, likely_slips, mend, slip_of
from lkjip_analysis.checks.rows import cells_of, with_children
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.results import Figure, Results, entities

COLUMNS = ("pagu", "realisasi")

HALF = Decimal("0.5")
"""An amount with its zeros right is at least this share of its pagu."""

THOUSANDS = {3: "seribu", 6: "sejuta"}
"""Units that amounts are typed in, by their zeros."""

MANY_ROWS, FAR = 3, 100
"""A column is shifted where so many rows are; no column grows so many times in a year."""


@rule("K01", "galat", ragu=("angka",))
def k01_jumlah_induk(hasil: Results) -> Iterator[Hit]:
    """Compare a parent's own amount with its children's sum."""
    for item, below in with_children(hasil):
        row = item.row
        for kolom in COLUMNS:
            stated = row[kolom]
            parts = {one.kode: one.pagu if kolom == "pagu" else one.realisasi for one in below}
            known = {code: part.number for code, part in parts.items() if part.known}
            if stated is None or not known:
                continue
            total = sum(known.values(), Decimal(0))
            figure = item.pagu if kolom == "pagu" else item.realisasi
            complete = len(known) == len(parts)
            if stated == total or (not complete and stated > total):
                continue
            cells = (row.cell(kolom), *cells_of(kolom, (one.row for one in below)))
            slips = mending(hasil, figure, exactly(stated)) if complete else ()
            why, doubted = guess_sum(stated, total, known), (figure, item.serapan, item.silpa)
            said: dict[str, Any] = {"kolom": kolom, "row": row, "stated": stated, "known": known}
            said |= {"total": total, "beda": stated - total, "dugaan": why, "angka": doubted}
            usul = (mend(cells[0], row.kode, stated, total), *slips)
            yield hit("K01" if complete else "K01.sebagian", cells, **said, usul=usul)


@rule("K02", "galat", ragu=("angka",))
def k02_total_dpa(hasil: Results) -> Iterator[Hit]:
    """Compare the sum of the programmes' pagu with the control total."""
    dpa = hasil.anggaran.silpa, hasil.anggaran.pagu_dpa, hasil.anggaran.silpa_dpa
    yield from _control(hasil, "K02", "pagu", *dpa)


@rule("K07", "galat", ragu=("angka",))
def k07_total_lra(hasil: Results) -> Iterator[Hit]:
    """Compare the sum of what the programmes spent with the control total."""
    rest = hasil.anggaran.serapan, hasil.anggaran.silpa
    yield from _control(hasil, "K07", "realisasi", *rest)


def _control(hasil: Results, case: str, kolom: str, *more: Figure) -> Iterator[Hit]:
    """Compare the sum of a column with its control total in ``identitas.csv``."""
    key = CONTROL[kolom]
    total = hasil.anggaran.pagu if kolom == "pagu" else hasil.anggaran.realisasi
    stated, cell = hasil.data.identitas[key], hasil.data.fact_cell(key)
    if not total.known or stated is None or cell is None or total.number == stated:
        return
    programmes = hasil.at_level("program")
    figures = {one.kode: one.pagu if kolom == "pagu" else one.realisasi for one in programmes}
    parts = {code: figure.decimal or Decimal(0) for code, figure in figures.items()}
    slip = slip_of(stated, total.number)
    cells = (cell, *cells_of(kolom, (item.row for item in programmes)))
    mended = Repair(cell, total.number, f"{key}: {slip}" if slip else "")
    said: dict[str, Any] = {"programmes": programmes, "total": total.number, "stated": stated}
    said |= {"beda": total.number - stated, "dugaan": guess_sum(stated, total.number, parts)}
    usul = (mended, *mending(hasil, total, exactly(stated)))
    yield hit(case, cells, **said, angka=(total, *more), usul=usul)


@rule("K03", "galat", ragu=("pagu", "realisasi"))
def k03_melebihi_pagu(hasil: Results) -> Iterator[Hit]:
    """Look for items that spent more than they had, this year or the year before."""
    both = (items for items, _ in _both_years(hasil) if not shifted_column(items))
    for item in chain.from_iterable(both):
        past = item.data is not hasil.data
        row, pagu, realisasi = item.row, item.pagu.decimal, item.realisasi.decimal
        if pagu is None or realisasi is None or realisasi <= pagu:
            continue
        slips = likely_slips(row.pagu) if row.pagu else ()
        fits = [meant for meant in slips if realisasi <= meant <= realisasi / USUAL]
        usul = (
            *mending(hasil, item.realisasi, Interval(pagu * USUAL, pagu)),
            *(mend(row.cell("pagu"), row.kode, row.pagu or pagu, meant) for meant in fits),
            *((Repair(row.cell("realisasi"), pagu),) if row.realisasi is not None else ()),
        )
        figures = (item.realisasi,) if past else (item.realisasi, item.serapan, item.silpa)
        said: dict[str, Any] = {"row": row, "when": " tahun lalu" if past else "", "pagu": pagu}
        said |= {"spent": realisasi, "beda": realisasi - pagu, "angka": figures, "usul": usul}
        yield hit("K03", row.cells("realisasi", "pagu"), **said, dugaan=guess_slip(realisasi, pagu))


@rule("K04", "galat", ragu=("pagu", "realisasi"))
def k04_kolom_tersalin(hasil: Results) -> Iterator[Hit]:
    """Look for a pagu that is a copy of the realisasi."""
    for item in hasil.program:
        row, reported = item.row, item.row.serapan_dilaporkan
        pagu, realisasi = row.pagu, item.realisasi.decimal
        if pagu and pagu == realisasi and reported is not None and reported != 100:
            cells = row.cells("pagu", "realisasi", "serapan_dilaporkan")
            yield hit("K04.satu", cells, row=row)
    typed = [r for r in hasil.data[Program] if r.pagu is not None and r.realisasi is not None]
    copied = all(r.pagu and r.pagu == r.realisasi and r.serapan_dilaporkan is None for r in typed)
    if len(typed) >= 5 and copied:
        yield hit("K04.semua", cells_of("pagu", typed), typed=typed)


@rule("K05", "peringatan", ragu=("pagu", "realisasi"))
def k05_anggaran_nol(hasil: Results) -> Iterator[Hit]:
    """Look for zero money that is likely a blank."""
    for item in hasil.program:
        row, pagu, realisasi = item.row, item.row.pagu, item.row.realisasi
        if not pagu and not realisasi and "tidak dianggarkan" in row.catatan.casefold():
            continue  # planned in the Renstra, not funded this year
        remarks = tuple(one.row.cell("keterangan") for one in item.indikator if one.row.keterangan)
        if pagu == 0:
            yield hit("K05.pagu", (*row.cells("pagu"), *remarks), row=row)
        if realisasi == 0 and pagu != 0:
            done = ", padahal indikatornya terlaksana" if (item.capaian.decimal or 0) > 0 else ""
            yield hit("K05.realisasi", (*row.cells("realisasi"), *remarks), row=row, done=done)


@rule("K06", "peringatan", ragu=("pagu", "realisasi"))
def k06_besar_rupiah(hasil: Results) -> Iterator[Hit]:
    """Look for amounts, or whole columns of them, typed in thousands or millions."""
    for items, when in _both_years(hasil):
        if power := shifted_column(items):
            typed = [one for one in items if one.row.pagu and one.row.realisasi]
            kolom, kin = ("realisasi", "pagu") if power > 0 else ("pagu", "realisasi")
            cells, share = cells_of(kolom, (one.row for one in typed)), SHIFTS[abs(power)]
            yield hit("K06.kolom", cells, kolom=kolom, when=when, typed=typed, share=share, kin=kin)
            continue
        for one in items:
            yield from _small(one.row, when)
    if not any(shifted_column(items) for items, _ in _both_years(hasil)):
        yield from _unlike_last_year(hasil)


def _both_years(hasil: Results) -> Iterator[tuple[list[entities.Program], str]]:
    """Walk over the items of this year and of the year before, with words for the latter."""
    yield list(hasil.program), ""
    yield list(hasil.program_lalu), " tahun lalu"


def shifted_column(items: list[entities.Program]) -> int:
    """Give by how many zeros nearly all spending misses its pagu; 0: it does not, or few do."""
    rows = [one.row for one in items if one.row.pagu and one.row.realisasi]
    powers = [_zeros(row.realisasi, row.pagu) for row in rows]
    power, often = Counter(powers).most_common(1)[0] if powers else (0, 0)
    return power if often >= MANY_ROWS and often >= USUAL * len(powers) else 0


def _zeros(spent: Decimal | None, pagu: Decimal | None) -> int:
    """Give how many zeros would make the spending fit its pagu; 0: none, or it fits."""
    if not spent or not pagu or HALF * pagu <= spent <= pagu:
        return 0
    fits = (p for p in SHIFTS for p in (p, -p) if HALF * pagu <= spent.scaleb(p) <= pagu)
    return next(fits, 0)


def _small(row: Program, when: str) -> Iterator[Hit]:
    for kolom in COLUMNS:
        found = row[kolom]
        if found and found < 10_000:
            mended = mend(row.cell(kolom), row.kode, found, found * 1000)
            said: dict[str, Any] = {"kolom": kolom, "when": when, "row": row, "found": found}
            yield hit("K06.kecil", row.cells(kolom), **said, usul=(mended,))
    pagu, realisasi = row.pagu, row.realisasi
    if pagu and realisasi and realisasi >= 10_000 and realisasi * 200 < pagu:
        power = _zeros(realisasi, pagu)
        word = THOUSANDS.get(power, "")
        why = f"realisasi terketik seper{word} dari yang seharusnya" if word else ""
        cells = row.cells("realisasi", "pagu")
        mended = mend(cells[0], row.kode, realisasi, realisasi.scaleb(power))
        usul = (mended,) if mended.dugaan else ()
        yield hit("K06.jauh", cells, row=row, when=when, dugaan=why, usul=usul)


def _unlike_last_year(hasil: Results) -> Iterator[Hit]:
    """Compare the amounts with last year's: whole years are typed in thousands, too."""
    before = {item.kode: item.row for item in hasil.program_lalu if item.row.pagu}
    rows = [item.row for item in hasil.program if item.row.pagu]
    pairs = [(row, before[row.kode]) for row in rows if row.kode in before]
    ratios = sorted((row.pagu or 0) / (old.pagu or 1) for row, old in pairs)
    grown = ratios[len(ratios) // 2] if len(pairs) >= MANY_ROWS else 1
    if not 1 / FAR < grown < FAR:
        small = [old if grown > 1 else row for row, old in pairs]
        cells = cells_of("pagu", small) + cells_of("realisasi", small)
        yield hit("K06.tahun", cells, year=hasil.tahun - (grown > 1), pairs=pairs)


@rule("K08", "peringatan", ragu=("pagu", "realisasi"))
def k08_keluaran(hasil: Results) -> Iterator[Hit]:
    """Compare what was spent with what came of it, this year and the year before."""
    done: dict[tuple[int, str], list[Decimal]] = {}
    for one in (*hasil.indikator, *hasil.indikator_lalu):
        if one.capaian.decimal is not None:
            done.setdefault((one.data.tahun, one.row.kode), []).append(one.capaian.number)
    for items, when in _both_years(hasil):
        if shifted_column(items):
            continue  # K06 speaks
        for item in items:
            row, spent, pagu = item.row, item.row.realisasi, item.pagu.decimal
            came = done.get((item.data.tahun, item.kode), [])
            if not spent or not pagu or not came:
                continue
            tenth = _zeros(spent, pagu) == 1 and min(came) >= 90
            if tenth or (max(came) == 0 and spent >= HALF * pagu):
                cells, share = row.cells("realisasi", "pagu"), spent / pagu * 100
                case = "K08.tercapai" if tenth else "K08.nol"
                mended = mend(cells[0], row.kode, spent, spent * 10 * tenth)
                slip = mended.dugaan or f"realisasi {row.kode} tampaknya nol"
                usul = (mended._replace(dugaan=slip),)
                yield hit(case, cells, row=row, when=when, share=share, slip=slip, usul=usul)
