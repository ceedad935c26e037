"""Rules on targets and realisations of the IKU, against their scale, last year and the Renstra."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Any

from rapidfuzz import fuzz

from lkjip_analysis.checks.causes import decimals_of, likely_slips, mend, swapped
from lkjip_analysis.checks.lexicon import WORDS
from lkjip_analysis.checks.rows import Indicator, fact_cells, indicators, since_last_year
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.data.schemas import Iku, IndikatorProgram
from lkjip_analysis.measures.arithmetic import HUNDRED
from lkjip_analysis.results import Figure, Results, entities

MEASURED = ("realisasi", "target", "target_akhir_renstra", "realisasi_nasional")
HIGH, LOW = Decimal(200), Decimal(25)
"""A capaian above or below these (in percent) asks for a second look at the target and the unit."""

MANY = 10
"""Among so many that were reported, the only capaian above 100 % is likelier a slip."""

CLOSE, ODD, ROUGH = Decimal("0.03"), Decimal("0.08"), Decimal("0.4")
"""Shares of a value: what two swapped digits hid is so close to its like, what is odd so far from
them (or three times their own spread), what a shift of the point hid roughly among them."""

FAR = Decimal("0.3")
"""Values of a programme's indicator differ more from year to year: so far from all is odd."""

JUMP = Decimal(8)
"""A value this many times that of last year is likelier a shifted decimal point than a success."""

ALIKE = 90
"""Names at least this alike (0 to 100) are meant to be the same."""

BETTER_LOW, BETTER_HIGH = tuple(WORDS["baik_rendah"]), tuple(WORDS["baik_tinggi"])
"""How the names of things begin that one wants less or more of."""


def is_better(value: Decimal, other: Decimal, polaritas: str) -> bool:
    """Say whether a value is better than another.

    >>> is_better(Decimal(4), Decimal(5), "turun"), is_better(Decimal(5), Decimal(5), "naik")
    (True, False)
    """
    return value < other if polaritas == "turun" else value > other


@rule("K41", "catatan")
def k41_target_di_bawah_tahun_lalu(hasil: Results) -> Iterator[Hit]:
    """Compare the target with last year's realisation."""
    for iku, target, past, before in since_last_year(hasil, "target"):
        if is_better(past, target, iku.row.polaritas):
            cells = (iku.row.cell("target"), *before.masukan)
            said: dict[str, Any] = {"target": target, "past": past, "beda": target - past}
            yield hit("K41", cells, row=iku.row, year=hasil.tahun - 1, **said)


@rule("K42", "catatan")
def k42_target_akhir(hasil: Results) -> Iterator[Hit]:
    """Compare target and realisation with the end of the Renstra."""
    last = hasil.data.identitas.renstra_akhir
    early = last is not None and hasil.tahun < last
    for iku in hasil.iku:
        row, final, polaritas = iku.row, iku.target_akhir_renstra.decimal, iku.row.polaritas
        target, real = (
            figure.decimal if figure.beside(iku.target_akhir_renstra) else None
            for figure in (iku.target, iku.realisasi)
        )
        if final is None:
            continue
        if target is not None and is_better(target, final, polaritas):
            case, value = "K42.target", target
        elif early and real is not None and is_better(real, final, polaritas):
            case, value = "K42.realisasi", real
        elif hasil.tahun == last and target is not None and target != final:
            case, value = "K42.akhir", target
        else:
            continue
        kolom, beda = "realisasi" if value is real else "target", value - final
        ends = fact_cells(hasil, "renstra_akhir") if case == "K42.akhir" else ()
        cells = (*row.cells(kolom, "target_akhir_renstra"), *ends)
        yield hit(case, cells, row=row, value=value, final=final, last=last, beda=beda)


@rule("K43", "peringatan", ragu=("target",))
def k43_target_nol(hasil: Results) -> Iterator[Hit]:
    """Look for targets that no capaian can be computed against."""
    for row in indicators(hasil.data):
        target = row.target
        if target is not None and target <= 0:
            yield hit("K43", row.cells("target"), row=row)


@rule("K44", "peringatan", ragu=("angka",))
def k44_polaritas(hasil: Results) -> Iterator[Hit]:
    """Compare the direction with the words of the indicator."""
    for one in (*hasil.iku, *hasil.indikator):
        row: Indicator = one.row
        name, polaritas = row.indikator.casefold(), row.polaritas
        low = name.startswith(BETTER_LOW) and not any(word in name for word in WORDS["tertangani"])
        if polaritas == "naik" and low:
            expected = "turun"
        elif polaritas == "turun" and (name.startswith(BETTER_HIGH) or _done_well(name)):
            expected = "naik"
        else:
            continue
        cells, figures = row.cells("polaritas", "indikator"), (one.capaian, one.status)
        yield hit("K44", cells, row=row, expected=expected, angka=figures)


def _done_well(name: str) -> bool:
    """Say whether a percentage counts what went well, and a count what was handled."""
    counted = name.startswith(("persentase", "jumlah")) and any(
        word in name for word in WORDS["terlaksana"]
    )
    return counted and not any(word in name for word in ("tidak ", "belum ", "tanpa ", "nonaktif"))


@rule("K47", "peringatan", ragu=("target", "realisasi", "capaian_dilaporkan"))
def k47_capaian_ekstrem(hasil: Results) -> Iterator[Hit]:
    """Look for extreme capaian of IKU and programme indicators, last year's and reported ones."""
    for rows in (hasil.data, *hasil.data.history.values()):
        told = [row for row in rows[IndikatorProgram] if row.capaian_dilaporkan is not None]
        over = [row for row in told if (row.capaian_dilaporkan or 0) > HUNDRED]
        alone = len(over) == 1 and len(told) > MANY
        for row in told:
            reported = row.capaian_dilaporkan or Decimal(0)
            if not LOW <= reported <= HIGH or (alone and row in over):
                cells = row.cells("capaian_dilaporkan")
                yield hit("K47.dilaporkan", cells, row=row, reported=reported)
    for one in (*hasil.iku, *hasil.indikator):
        yield from _extreme(one)
    for one in (*(iku.lalu for iku in hasil.iku), *hasil.indikator_lalu):
        yield from _extreme(one, " tahun lalu")


def _extreme(one: entities.Iku | entities.Indikator, when: str = "") -> Iterator[Hit]:
    """Say what is odd about the capaian of one indicator; ``when`` names its year."""
    capaian, target, real = one.capaian.decimal, one.target.decimal, one.realisasi.decimal
    if capaian is None or LOW <= capaian <= HIGH:
        return
    times = real / target if target and real else 0
    shifted = any(f * 7 <= times * 10 <= f * 13 for f in (10, 100, 1000))
    cells = (*one.realisasi.masukan, *one.target.masukan)
    said: dict[str, Any] = {"capaian": capaian, "when": when, "target": target, "real": real}
    usul = (*_mended(one, one.realisasi, target), *_mended(one, one.target, real))
    why = "koma bergeser pada realisasi" if shifted else ""
    yield hit("K47.capaian", cells, row=one.row, **said, dugaan=why, usul=usul)


def _mended(
    one: entities.Iku | entities.Indikator, figure: Figure, like: Decimal | None
) -> Iterator[Repair]:
    """List the slips without which a value would be near its like; a count stays one."""
    for meant in likely_slips(figure.number) if like and figure.decimal else ():
        whole = decimals_of(meant) == 0 or not _counts(one)
        if whole and like and like * (1 - ROUGH) <= meant <= like * (1 + ROUGH):
            yield mend(figure.masukan[0], one.kode, figure.number, meant)


def _counts(one: entities.Iku | entities.Indikator) -> bool:
    return one.nama.casefold().startswith(("jumlah", "banyaknya"))


@rule("K48", "peringatan", ragu=MEASURED)
def k48_lompatan(hasil: Results) -> Iterator[Hit]:
    """Compare the realisation with last year's."""
    slips = {iku.kode: list(_slips(iku)) for iku in hasil.iku}
    yield from chain.from_iterable(slips.values())
    for iku, now, past, before in since_last_year(hasil, "realisasi"):
        if slips[iku.kode] or now <= 0 or past <= 0:
            continue
        jump = JUMP if iku.row.satuan.casefold() not in BOUNDED else BOUNDED_JUMP
        if now >= past * jump or past >= now * jump:
            cells, usul = iku.row.cells("realisasi"), tuple(_mended(iku, iku.realisasi, past))
            said: dict[str, Any] = {"now": now, "past": past, "beda": now - past, "usul": usul}
            said |= {"row": iku.row, "year": hasil.tahun - 1}
            yield hit("K48.lompatan", (*cells, *before.masukan), **said)
    for one in hasil.indikator:
        twin = hasil.indikator_lalu.get(one.kode)
        if twin and twin.row.satuan.casefold() == one.row.satuan.casefold():
            yield from _slips_of_item(one, twin)


def _slips(iku: entities.Iku) -> Iterator[Hit]:
    """Look for values of an IKU that are far from all its like by a slip."""
    now = (iku.realisasi, iku.target)
    like = [
        figure
        for figure in (*now, iku.target_akhir_renstra, *map(iku.riwayat.__getitem__, iku.riwayat))
        if figure.given and figure.decimal and figure.beside(iku.realisasi)
    ]
    nation = iku.realisasi_nasional
    compared = nation.decimal and not _counts(iku)
    ahead = (nation, iku.target_akhir_renstra)
    for figure in (*like, *((nation,) if compared else ())):
        others = sorted(one.number for one in like if one is not figure)
        kinds = (figure not in ahead, figure not in now)
        yield from _slip_hit(figure, iku.kode, others, ODD, *kinds)


def _slips_of_item(now: entities.Indikator, past: entities.Indikator) -> Iterator[Hit]:
    """Look for values of a programme's indicator far from its like, this year and last."""
    like = [one.realisasi for one in (now, past)] + [one.target for one in (now, past)]
    like = [one for one in like if one.given and one.decimal]
    for figure in like:
        others = sorted(one.number for one in like if one is not figure)
        long = len(figure.number.as_tuple().digits) > 2  # 12 and 21 are two numbers
        capaian = (now if figure in (now.realisasi, now.target) else past).capaian
        yield from _slip_hit(figure, now.kode, others, FAR, long, not capaian.known)


def _slip_hit(
    figure: Figure, kode: str, others: list[Decimal], odd: Decimal, swaps: bool, shifts: bool
) -> Iterator[Hit]:
    """Tell a value far from others that two digits swapped, or a shift, would bring to them."""
    if len(others) < 2 or others[0] <= 0:
        return
    value, usual = figure.number, others[len(others) // 2]
    spread = sum(abs(n / usual - 1) for n in others) / len(others)
    off = abs(value / usual - 1)
    near = max(CLOSE, spread, min(off, Decimal(1)) / 6)
    turned = swapped(value) if swaps else []
    meant = [n for n in turned if abs(n / usual - 1) <= near or others[0] <= n <= others[-1]]
    if not meant and shifts and not usual / 4 < value < usual * 4:
        tried = (value.scaleb(power) for power in (-1, 1, -2, 2, -3, 3))
        meant = [n for n in tried if abs(n / usual - 1) <= max(ROUGH, 2 * spread)]
    alone = swaps and shifts and len(others) > 2 and spread < ROUGH
    alone = alone and not usual / 3 < value < usual * 3
    if alone or (meant and off > max(odd, 3 * spread)):
        cell = figure.masukan[0]
        slips = [mend(cell, kode, value, n) for n in meant[:1]]
        case = "K48.tertukar" if meant else "K48.jauh"
        said: dict[str, Any] = {"cell": cell, "kode": kode, "value": value, "usual": usual}
        yield hit(case, figure.masukan, **said, meant=meant, usul=tuple(slips))


BOUNDED, BOUNDED_JUMP = ("nilai", "indeks", "skor"), Decimal("2.5")
"""A mark or an index does not grow so many times in a year: two digits swapped do that."""


@rule("K49", "peringatan")
def k49_berubah(hasil: Results) -> Iterator[Hit]:
    """Compare unit, direction and name of every IKU with last year's."""
    told = set[tuple[str, str]]()
    for year in sorted(hasil.data.history, reverse=True):
        before = {row.kode_iku: row for row in hasil.data.history[year][Iku]}
        for row in hasil.data[Iku]:
            old = before.get(row.kode_iku)
            for one in _changes(year, row.kode_iku, row, old) if old else ():
                if (row.kode_iku, one.sel[0].kolom) not in told:
                    told.add((row.kode_iku, one.sel[0].kolom))
                    yield one
    past = hasil.data.history.get(hasil.tahun - 1)
    if past is None:
        return
    named = {_indicator_name(one): one for one in past[IndikatorProgram]}
    for item in hasil.data[IndikatorProgram]:
        if same := named.get(_indicator_name(item)):
            yield from _changes(hasil.tahun - 1, item.kode, item, same)


def _indicator_name(row: IndikatorProgram) -> tuple[str, str]:
    return row.kode, row.indikator.casefold()


def _changes(year: int, code: str, row: Indicator, old: Indicator) -> Iterator[Hit]:
    for kolom in ("satuan", "polaritas", "indikator"):
        now, then = row[kolom], old[kolom]
        if now and then and now.casefold() != then.casefold():
            new = kolom == "indikator" and fuzz.ratio(now, then) < ALIKE
            cells = (row.cell(kolom), old.cell(kolom))
            said: dict[str, Any] = {"kolom": kolom, "code": code, "now": now, "then": then}
            said |= {"year": year, "usul": (Repair(cells[0], then), Repair(cells[1], now))}
            yield hit("K49", cells, **said, keparahan="catatan" if new else None)
