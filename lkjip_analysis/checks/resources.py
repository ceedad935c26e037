"""Rules on people, goods and the follow-up: what cannot be, and what denies itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.lexicon import phrase
from lkjip_analysis.checks.rows import name_of, shorten
from lkjip_analysis.data.schemas import Iku, Sarpras, Sdm, TindakLanjut
from lkjip_analysis.formatting import format_number
from lkjip_analysis.results import Results

SPARE = Decimal("1.5")
"""Staff there up to so many times the staff needed is no slip."""

MANY = 500
"""No follow-up aims at so many pieces."""


@rule("K68", "peringatan")
def k68_pegawai(hasil: Results) -> Iterator[Hit]:
    """Compare the staff there with the staff needed, and look for an IKU without a row."""
    rows = hasil.data[Sdm]
    for row in rows:
        need, there = row.kebutuhan, row.ketersediaan
        if need is not None and there is not None and there > max(need * SPARE, need + 2):
            yield Hit(
                f"pegawai tersedia untuk {row.kode_iku} {format_number(there)}, "
                f"kebutuhannya {format_number(need)}",
                row.cells("ketersediaan", "kebutuhan"),
                selisih=format_number(there - need),
                dugaan="kebutuhan dan ketersediaan tertukar, atau salah ketik",
                saran="periksa keduanya pada analisis beban kerja",
            )
    staffed = {row.kode_iku for row in rows}
    for iku in hasil.data[Iku] if rows else ():
        if iku.kode_iku not in staffed:
            yield Hit(
                f"IKU {iku.kode_iku} tidak mempunyai baris pegawai",
                (iku.cell("kode_iku"),),
                dugaan="baris terlewat",
                saran="tambahkan di sdm.csv",
            )


@rule("K69", "peringatan")
def k69_barang(hasil: Results) -> Iterator[Hit]:
    """Compare what is there and what is bought with the standard."""
    for row in hasil.data[Sarpras]:
        there, bought, needed = row.hasil_rekon, row.pengadaan_rkbmd, row.standar_kebutuhan
        if needed is None or (there or 0) + (bought or 0) <= needed:
            continue
        column = "pengadaan_rkbmd" if (there or 0) <= needed else "hasil_rekon"
        yield Hit(
            f"{name_of(row)}: ada {format_number(there or Decimal(0))} dan pengadaan "
            f"{format_number(bought or Decimal(0))}, melebihi standar {format_number(needed)}",
            (row.cell(column), *row.cells("standar_kebutuhan", "hasil_rekon", "pengadaan_rkbmd")),
            dugaan="salah ketik, atau pengadaan melebihi standar kebutuhan",
            saran="periksa pada P-RKBMD",
        )


@rule("K38", "peringatan")
def k38_tindak_lanjut(hasil: Results) -> Iterator[Hit]:
    """Look for a follow-up that is done without proof, denies itself, or cannot be."""
    for row in hasil.data[TindakLanjut]:
        done = phrase("selesai", before=r"\s*(?:telah |sudah )?").match(row.status)
        undone = phrase("belum_selesai").search(f"{row.status}; {row.bukti}")
        late, aim = phrase("triwulan_mustahil").search(row.waktu), row.target
        faults = (
            ("status", done and not row.bukti and "selesai tanpa bukti dukung"),
            ("status", done and undone and f"selesai, tetapi juga '{undone[0]}'"),
            ("waktu", late and f"waktu '{row.waktu}' tidak ada"),
            ("target", aim is not None and not 0 < aim < MANY and f"target {aim} tidak mungkin"),
        )
        for column, fault in faults:
            if fault:
                yield Hit(
                    f"rekomendasi {row.urutan} {fault}: {shorten(row.status or row.rekomendasi)}",
                    (row.cell(column), row.cell("bukti")),
                    dugaan="salah ketik, atau statusnya belum diperbarui",
                    saran="samakan status dengan buktinya",
                )
