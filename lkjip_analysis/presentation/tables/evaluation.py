"""Tables of the SAKIP evaluation (LHE) and of what followed from it."""

from __future__ import annotations

from decimal import Decimal

from lkjip_analysis.data import schemas
from lkjip_analysis.data.schemas import TindakLanjut
from lkjip_analysis.formatting import format_date, format_with_unit
from lkjip_analysis.presentation.cell import text
from lkjip_analysis.presentation.layout import Row, center, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table, published
from lkjip_analysis.presentation.tables.cells import Cells, total_row
from lkjip_analysis.presentation.tables.notes import formula_note, source_note
from lkjip_analysis.results import Results

FOLLOW_UP = ("rekomendasi", "rencana_aksi", "target", "waktu", "status", "bukti")


@published("Hasil evaluasi AKIP", schemas.Evaluasi)
def evaluasi(hasil: Results) -> TableOutput:
    """Components of the evaluation with weight, mark, capaian and predikat.

    What the predikat means and the evaluator's remarks are sentences
    (``narrative.catatan_evaluasi``), not cells.
    """
    cells = Cells(hasil)
    columns = [*center("No"), *left("Komponen"), *right("Bobot", "Nilai", "Capaian")]
    columns += center("Predikat")
    rows = []
    for one in hasil.evaluasi:
        marks = cells.each(one.bobot, one.nilai, one.capaian)
        letter = cells.teks(one.row, "predikat")
        rows.append(Row([text(one.kode), text(one.nama), *marks, letter]))
    rating = hasil.akip.predikat if hasil.akip else None
    shown = cells.angka(rating) if rating and rating.known else ""
    total = cells.each(hasil.jumlah.bobot_evaluasi, hasil.jumlah.nilai_evaluasi)
    rows.append(total_row("Jumlah", 2, *total, "", shown))
    notes = cells.notes(
        formula_note("Capaian", [one.capaian for one in hasil.evaluasi]),
        "Predikat komponen diberikan oleh evaluator, tidak dihitung.",
        formula_note("Predikat jumlah", [rating]) if rating and rating.known else "",
        _document_note(hasil),
        source_note(hasil.data, schemas.Evaluasi),
    )
    summary = (
        f"Hasil evaluasi AKIP: {len(rows) - 1} komponen, jumlah nilai "
        f"{hasil.jumlah.nilai_evaluasi.tampil}"
    )
    return make_table("evaluasi", columns, rows, notes=notes, summary=summary)


def _document_note(hasil: Results) -> str:
    facts = hasil.data.identitas
    if not facts.nomor_lhe:
        return "Nomor Laporan Hasil Evaluasi (LHE) belum tersedia."
    day = f" tanggal {format_date(facts.tanggal_lhe)}" if facts.tanggal_lhe else ""
    return f"Dokumen: Laporan Hasil Evaluasi (LHE) Nomor {facts.nomor_lhe}{day}."


@published("Tindak lanjut rekomendasi evaluasi", schemas.TindakLanjut)
def tindak_lanjut(hasil: Results) -> TableOutput:
    """Recommendations of the evaluators and what was done about each."""
    data = hasil.data
    cells = Cells(hasil)
    columns = [*center("No"), *left("Rekomendasi", "Rencana Aksi Tindak Lanjut", "Target")]
    columns += [*center("Waktu"), *left("Status / Progres Penyelesaian", "Bukti")]
    rows = []
    for row in data[TindakLanjut]:
        words = [
            _target(row.target, row.satuan)
            if kolom == "target" and row.target is not None
            else cells.teks(row, kolom)
            for kolom in FOLLOW_UP
        ]
        rows.append(Row([text(row.urutan), *words]))
    notes = cells.notes(source_note(data, schemas.TindakLanjut))
    summary = f"Matriks tindak lanjut {len(rows)} rekomendasi"
    return make_table("tindak-lanjut", columns, rows, notes=notes, summary=summary)


def _target(value: Decimal, satuan: str) -> str:
    """Write how much of what was to be done: ``4 laporan``."""
    return text(format_with_unit(value, satuan))
