"""Rules on money: sums, control totals, copied columns, amounts that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkjip_analysis.checks.causes import guess_slip, guess_sum
from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.rows import cells_of, name_of, with_children
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.formatting import format_percent, format_rupiah
from lkjip_analysis.results import Results, entities

COLUMNS = ("pagu", "realisasi")

USUAL = Decimal("0.8")
"""Spending is at least this share of a pagu, where a guess must choose."""


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
            complete = len(known) == len(parts)
            if stated == total or (not complete and stated > total):
                continue
            what = f"jumlah {len(known)} item di bawahnya" + ("" if complete else " yang terisi")
            yield Hit(
                f"{kolom} {name_of(row)} tertulis {format_rupiah(stated)}, sedangkan "
                f"{what} {format_rupiah(total)}",
                (row.cell(kolom), *cells_of(kolom, (one.row for one in below))),
                selisih=format_rupiah(stated - total),
                dugaan=guess_sum(stated, total, known),
                saran=(
                    f"periksa {kolom} {row.kode} dan item di bawahnya pada DPA; "
                    f"laporan memakai jumlah anaknya"
                    if complete
                    else "periksa angka induk, atau isi item di bawahnya"
                ),
                angka=(item.pagu if kolom == "pagu" else item.realisasi, item.serapan, item.silpa),
            )


@rule("K02", "galat", ragu=("angka",))
def k02_total_dpa(hasil: Results) -> Iterator[Hit]:
    """Compare the sum of the programmes with the control total."""
    total, stated = hasil.anggaran.pagu, hasil.anggaran.pagu_dpa
    cell = hasil.data.fact_cell("total_pagu_dpa")
    if not total.known or not stated.known or cell is None or total.number == stated.number:
        return
    programmes = hasil.at_level("program")
    parts = {item.kode: item.pagu.decimal or Decimal(0) for item in programmes}
    yield Hit(
        f"pagu {len(programmes)} program berjumlah {format_rupiah(total.number)}, "
        f"sedangkan total pagu DPA {format_rupiah(stated.number)}",
        (cell, *cells_of("pagu", (item.row for item in programmes))),
        selisih=format_rupiah(total.number - stated.number),
        dugaan=guess_sum(stated.number, total.number, parts),
        saran="cocokkan pagu setiap program dengan DPA, lalu perbaiki yang salah",
        angka=(total, stated, hasil.anggaran.silpa, hasil.anggaran.silpa_dpa),
    )


@rule("K03", "galat", ragu=("pagu", "realisasi"))
def k03_melebihi_pagu(hasil: Results) -> Iterator[Hit]:
    """Look for items that spent more than they had, this year or the year before."""
    for item in (*hasil.program, *hasil.program_lalu):
        past = item.data is not hasil.data
        row, pagu, realisasi = item.row, item.pagu.decimal, item.realisasi.decimal
        if pagu is None or realisasi is None or realisasi <= pagu:
            continue
        leaf = _tenfold(item, realisasi, pagu) if row.realisasi is None else None
        yield Hit(
            f"realisasi{' tahun lalu' if past else ''} {name_of(row)} {format_rupiah(realisasi)} "
            f"melebihi pagunya {format_rupiah(pagu)}",
            (*(leaf.cells("realisasi") if leaf else ()), *row.cells("realisasi", "pagu")),
            selisih=format_rupiah(realisasi - pagu),
            dugaan=(f"realisasi {leaf.kode} bernol lebih" if leaf else "")
            or guess_slip(realisasi, pagu)
            or "kolom pagu dan realisasi tertukar, atau pagu sebelum perubahan anggaran",
            saran="periksa kedua angka pada laporan realisasi anggaran",
            angka=(item.realisasi,) if past else (item.realisasi, item.serapan, item.silpa),
        )


def _tenfold(item: entities.Program, total: Decimal, pagu: Decimal) -> Program | None:
    """Find the only item below whose amount without one or more zeros fits the pagu above."""
    below, found = {item.kode}, list[Program]()
    for row in item.data[Program]:
        if row.induk in below:
            below.add(row.kode)
            if (
                row.pagu is None
                and row.realisasi
                and any(
                    pagu * USUAL <= total - row.realisasi * (1 - Decimal(1).scaleb(-zeros)) <= pagu
                    for zeros in (1, 2, 3)
                )
            ):
                found.append(row)
    return found[0] if len(found) == 1 else None


@rule("K04", "galat", ragu=("pagu", "realisasi"))
def k04_kolom_tersalin(hasil: Results) -> Iterator[Hit]:
    """Look for a pagu that is a copy of the realisasi."""
    for item in hasil.program:
        row, reported = item.row, item.row.serapan_dilaporkan
        pagu, realisasi = row.pagu, item.realisasi.decimal
        if pagu and pagu == realisasi and reported is not None and reported != 100:
            yield Hit(
                f"pagu dan realisasi {name_of(row)} sama-sama {format_rupiah(pagu)}, "
                f"padahal serapan dilaporkan {format_percent(reported, None)}",
                row.cells("pagu", "realisasi", "serapan_dilaporkan"),
                dugaan="kolom pagu berisi salinan realisasi, atau sebaliknya",
                saran="isi pagu menurut Perjanjian Kinerja/DPA",
            )
    typed = [r for r in hasil.data[Program] if r.pagu is not None and r.realisasi is not None]
    copied = all(r.pagu and r.pagu == r.realisasi and r.serapan_dilaporkan is None for r in typed)
    if len(typed) >= 5 and copied:
        yield Hit(
            f"pagu sama dengan realisasi pada semua {len(typed)} baris yang terisi",
            cells_of("pagu", typed),
            dugaan="satu kolom disalin ke kolom lain",
            saran="bandingkan kolom pagu dengan DPA",
            keparahan="peringatan",
        )


@rule("K05", "peringatan", ragu=("pagu", "realisasi"))
def k05_anggaran_nol(hasil: Results) -> Iterator[Hit]:
    """Look for zero money that is likely a blank."""
    for item in hasil.program:
        row, pagu, realisasi = item.row, item.row.pagu, item.row.realisasi
        if not pagu and not realisasi and "tidak dianggarkan" in row.catatan.casefold():
            continue  # planned in the Renstra, not funded this year
        if pagu == 0:
            yield Hit(
                f"pagu {name_of(row)} nol",
                row.cells("pagu"),
                dugaan="nol dipakai untuk angka yang belum ada",
                saran="kosongkan bila belum tersedia, atau isi menurut DPA; bila memang tidak "
                "dianggarkan tahun ini, tulis 'tidak dianggarkan' di kolom catatan",
            )
        if realisasi == 0 and pagu != 0:
            done = (item.capaian.decimal or 0) > 0
            yield Hit(
                f"realisasi {name_of(row)} nol"
                + (", padahal indikatornya terlaksana" if done else ""),
                row.cells("realisasi"),
                dugaan="nol dipakai untuk angka yang belum ada",
                saran=(
                    "kosongkan bila belum tersedia; bila memang tidak terserap, "
                    "jelaskan di faktor_penghambat"
                ),
            )


@rule("K06", "peringatan", ragu=("pagu", "realisasi"))
def k06_besar_rupiah(hasil: Results) -> Iterator[Hit]:
    """Look for amounts typed in thousands or millions."""
    for row in hasil.data[Program]:
        for kolom in COLUMNS:
            found = row[kolom]
            if found and found < 10_000:
                yield Hit(
                    f"{kolom} {name_of(row)} hanya {format_rupiah(found)}",
                    row.cells(kolom),
                    dugaan="diketik dalam ribuan atau jutaan rupiah",
                    saran="tulis dalam rupiah penuh",
                )
        pagu, realisasi = row.pagu, row.realisasi
        if pagu and realisasi and realisasi >= 10_000 and realisasi * 200 < pagu:
            yield Hit(
                f"realisasi {name_of(row)} {format_rupiah(realisasi)} kurang dari 0,5% "
                f"pagunya {format_rupiah(pagu)}",
                row.cells("realisasi", "pagu"),
                dugaan=_shift(realisasi, pagu),
                saran="periksa banyaknya angka nol",
            )


def _shift(realisasi: Decimal, pagu: Decimal) -> str:
    """Say by which power of ten the realisation would fit the pagu."""
    for factor, word in ((1000, "seribu"), (1_000_000, "sejuta")):
        if Decimal("0.5") * pagu <= realisasi * factor <= pagu:
            return f"realisasi terketik seper{word} dari yang seharusnya"
    return "angka nol hilang, atau realisasi belum lengkap"
