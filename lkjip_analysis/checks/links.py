"""Rules on links: sasaran, IKU, programmes and indicators must hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lkjip_analysis.checks.findings import Hit, Repair, rule
from lkjip_analysis.checks.rows import cells_of, fact_cells, name_of, shorten, with_children
from lkjip_analysis.checks.scales import AKIP
from lkjip_analysis.data.reading import TableData
from lkjip_analysis.data.schemas import (
    Evaluasi,
    Iku,
    IndikatorProgram,
    Program,
    ProsesBisnis,
    Renstra,
    Sasaran,
)  # fmt: skip
from lkjip_analysis.formatting import format_number, format_percent, format_rupiah
from lkjip_analysis.results import Results

LEVEL_BELOW = {"program": "kegiatan", "kegiatan": "subkegiatan"}

CUT = 3
"""So many last items without an indicator: the file of the indicators ends too early."""


@rule("K20", "galat")
def k20_sasaran_tanpa_iku(hasil: Results) -> Iterator[Hit]:
    """Look for sasaran that no IKU measures."""
    measured = {row.kode_sasaran for row in hasil.data[Iku]}
    for row in hasil.data[Sasaran]:
        if row.kode_sasaran not in measured:
            yield Hit(
                f"sasaran {name_of(row)} tidak diukur satu IKU pun",
                row.cells("kode_sasaran"),
            )


@rule("K21", "peringatan")
def k21_sasaran_tanpa_program(hasil: Results) -> Iterator[Hit]:
    """Look for sasaran that no programme serves."""
    if not hasil.data[Program]:
        return
    served = {row.kode_sasaran for row in hasil.data[Program] if row.tingkat == "program"}
    for row in hasil.data[Sasaran]:
        if row.kode_sasaran not in served:
            yield Hit(
                f"sasaran {name_of(row)} tidak didukung satu program pun",
                row.cells("kode_sasaran"),
            )


@rule("K22", "peringatan")
def k22_program_tanpa_sasaran(hasil: Results) -> Iterator[Hit]:
    """Look for programmes linked to no sasaran."""
    total = hasil.anggaran.pagu
    for item in hasil.at_level("program"):
        row, pagu = item.row, item.pagu.decimal
        if row.kode_sasaran:
            continue
        what = "" if pagu is None else f"pagu {format_rupiah(pagu)}"
        if pagu and total.known:
            what += f", {format_percent(pagu / total.number * 100)} dari seluruh pagu"
        yield Hit(
            f"program {name_of(row)} tidak ditautkan ke sasaran strategis mana pun"
            + (f" ({what})" if what else ""),
            (*row.cells("kode_sasaran", "pagu"), *fact_cells(hasil, "total_pagu_dpa")),
        )


@rule("K23", "peringatan")
def k23_tanpa_indikator(hasil: Results) -> Iterator[Hit]:
    """Look for items that no indicator measures."""
    indicators = hasil.data[IndikatorProgram].rows
    measured, items = {row.kode for row in indicators}, hasil.data[Program].rows
    if not measured:
        return
    missing = [row for row in items if row.kode not in measured]
    measured_first = missing == list(items[len(items) - len(missing) :])
    if measured_first and CUT <= len(missing) <= len(items) - CUT:
        last = indicators[-1]
        yield Hit(
            f"{len(missing)} baris terakhir program.csv, sejak {missing[0].kode}, tidak punya "
            f"indikator; {IndikatorProgram.file} berakhir pada {last.kode}",
            (last.cell("kode"), *cells_of("kode", missing)),
            dugaan=f"{IndikatorProgram.file} terpotong sesudah baris {last.line}",
            saran="salin lagi berkasnya sampai baris terakhir",
        )
        return
    for row in missing:
        yield Hit(
            f"{row.tingkat} {name_of(row)} tidak punya indikator",
            row.cells("kode"),
            dugaan="baris indikator terlewat atau kodenya keliru",
            saran="tambahkan di indikator_program.csv",
        )


@rule("K24", "peringatan")
def k24_tanpa_anak(hasil: Results) -> Iterator[Hit]:
    """Look for parents without children, where such children exist elsewhere."""
    levels = {row.tingkat for row in hasil.data[Program]}
    for item, below in with_children(hasil):
        row, level = item.row, LEVEL_BELOW.get(item.row.tingkat, "")
        if level in levels and not below:
            yield Hit(
                f"{row.tingkat} {name_of(row)} tidak punya {level}",
                row.cells("kode"),
                saran=f"tambahkan {level}-nya, atau perbaiki kolom induk",
            )


@rule("K25", "peringatan")
def k25_sasaran_berbeda(hasil: Results) -> Iterator[Hit]:
    """Compare a child's sasaran with that of the nearest item above it that names one."""
    items = {row.kode: row for row in hasil.data[Program]}
    for row in items.values():
        above, own, passed = items.get(row.induk), row.kode_sasaran, set[str]()
        while above and not above.kode_sasaran and above.kode not in passed:
            passed.add(above.kode)
            above = items.get(above.induk)
        if own and above and above.kode_sasaran not in ("", own):
            whose = above.kode if passed else "induknya"
            yield Hit(
                f"{name_of(row)} berkode_sasaran {own}, sedangkan {whose} {above.kode_sasaran}",
                row.cells("kode_sasaran"),
            )


@rule("K26", "galat")
def k26_iku_akip(hasil: Results) -> Iterator[Hit]:
    """Check the link between the evaluation and the IKU that holds its mark."""
    data = hasil.data
    code = data.identitas.kode_iku_akip
    indicators = data[Iku]
    codes = [row.kode_iku for row in indicators]
    if code and code not in codes:
        yield Hit(
            f"kode_iku_akip {code} tidak ada di iku.csv ({', '.join(codes)})",
            fact_cells(hasil, "kode_iku_akip"),
            dugaan="kode IKU berubah",
            saran="pakai kode yang ada di iku.csv",
        )
    meant, total = (
        next((row for row in indicators if AKIP.search(row.indikator)), None),
        hasil.jumlah,
    )
    for row in indicators:
        if (
            row.kode_iku == code
            and meant
            and not AKIP.search(row.indikator)
            and (row.realisasi != total.nilai_evaluasi.decimal)
        ):
            yield Hit(
                f"kode_iku_akip menunjuk {name_of(row)}, padahal nilai AKIP di {name_of(meant)}",
                (*fact_cells(hasil, "kode_iku_akip"), meant.cell("indikator")),
                dugaan="kode IKU lain terketik",
                saran=f"tulis {meant.kode_iku}",
            )
    if not code and data[Evaluasi]:
        for row in indicators:
            if any(word in row.indikator.upper().split() for word in ("AKIP", "SAKIP")):
                yield Hit(
                    f"IKU {row.kode_iku} tampaknya memuat nilai LHE, tetapi kode_iku_akip kosong",
                    row.cells("indikator"),
                    dugaan="tautan belum diisi",
                    saran=f"isi kode_iku_akip = {row.kode_iku} di identitas.csv",
                    keparahan="catatan",
                )


@rule("K27", "peringatan")
def k27_bobot_iku(hasil: Results) -> Iterator[Hit]:
    """Look for weights on some IKU only."""
    indicators = hasil.data[Iku]
    blank = [row for row in indicators if row.bobot is None]
    if blank and len(blank) < len(indicators):
        yield Hit(
            f"{len(blank)} dari {len(indicators)} IKU tidak berbobot, sehingga rata-rata "
            f"dihitung tanpa bobot",
            cells_of("bobot", blank),
            dugaan="bobot terlewat",
            saran="isi semua bobot, atau kosongkan semua",
        )
    total = sum((row.bobot or Decimal(0) for row in indicators), Decimal(0))
    whole = Decimal(100 if total > 2 else 1)
    if not blank and whole / 100 < abs(total - whole) < whole / 2:
        yield Hit(
            f"bobot {len(indicators)} IKU berjumlah {format_number(total)}, bukan {whole}",
            cells_of("bobot", indicators),
            selisih=format_number(total - whole),
            dugaan="bobot salah ketik, atau satu IKU terlewat",
            saran="periksa bobotnya pada Perjanjian Kinerja",
        )


@rule("K28", "peringatan")
def k28_pembanding_nasional(hasil: Results) -> Iterator[Hit]:
    """Check that a national value names its source, and a source has a value."""
    data = hasil.data
    fact, cell = data.identitas.sumber_nasional, data.fact_cell("sumber_nasional")
    indicators = data[Iku]
    for row in indicators:
        value, source = row.realisasi_nasional, row.sumber_nasional
        if value is not None and not source and not fact:
            yield Hit(
                f"realisasi nasional {row.kode_iku} ({format_number(value)}) tanpa sumber",
                row.cells("realisasi_nasional", "sumber_nasional"),
                saran="sebut dokumen dan tahunnya",
            )
        if value is None and source:
            yield Hit(
                f"sumber nasional {row.kode_iku} disebut, tetapi nilainya kosong",
                row.cells("sumber_nasional", "realisasi_nasional"),
                saran="isi nilainya, atau hapus sumbernya",
                keparahan="catatan",
            )
    if fact and cell and indicators and not any(iku.realisasi_nasional.known for iku in hasil.iku):
        yield Hit(
            f"sumber nasional disebut ({shorten(str(fact))}), tetapi tidak satu IKU pun "
            f"punya nilai nasional",
            (cell,),
            dugaan="nilai tidak dipublikasikan",
            saran="isi nilainya, atau kosongkan sumbernya",
            keparahan="catatan",
        )


@rule("K29", "galat")
def k29_induk_lain(hasil: Results) -> Iterator[Hit]:
    """Compare the parent a row names with the one that its own code begins with."""
    tables: list[TableData[Any]] = [hasil.data[Renstra], hasil.data[ProsesBisnis]]
    tables += (year[Program] for year in (hasil.data, *hasil.data.history.values()))
    for rows in tables:
        codes = {row["kode"] for row in rows}
        for row in rows:
            above = [row["kode"][: sign.start()] for sign in re.finditer(r"[.\-_ /]", row["kode"])]
            own = next((code for code in reversed(above) if code in codes), "")
            if own and row["induk"] != own:
                yield Hit(
                    f"{name_of(row)} berinduk {row['induk'] or 'kosong'}, padahal menurut kodenya "
                    f"{own}",
                    row.cells("induk", "kode"),
                    usul=(Repair(row.cell("induk"), own, f"induk {row['kode']} seharusnya {own}"),),
                )
