"""Tables of the checks: findings, requirements, the review form, the self-estimate of the LKE."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from lkjip_analysis.assessment.compliance import assess
from lkjip_analysis.assessment.compliance_items import REVIEW, Item
from lkjip_analysis.assessment.self_assessment import Estimate, estimates, lke_items, review_items
from lkjip_analysis.checks import run_checks
from lkjip_analysis.presentation.cell import angka, bilangan, text
from lkjip_analysis.presentation.layout import Row, center, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table
from lkjip_analysis.presentation.shown import named
from lkjip_analysis.results import Results

STATUS = {
    "terpenuhi": "Terpenuhi",
    "sebagian": "Sebagian",
    "belum": "Belum",
    "perlu_manusia": "Perlu jawaban penyusun",
}
ESTIMATE_NOTE = (
    "Perkiraan program ini dari data laporan, bukan nilai evaluator; yang tidak terlihat dari data "
    "menunggu jawaban penyusun."
)
FORM, LINE = 420, 260
"""So many letters an explanation has in the review form, and in the tables of requirements."""
ANSWER = "☐\u00a0Ya ☐\u00a0Tidak<br>Catatan:"
"""What a reviewer fills in."""


def temuan(hasil: Results) -> TableOutput:
    """Every consistency finding, acknowledged ones with their reason."""
    columns = [*left("ID", "Sifat", "Tempat", "Temuan", "Dugaan dan Perbaikan")]
    found = run_checks(hasil)
    rows = []
    for one in found:
        kind = _lines(one.keparahan.capitalize(), "(diakui)" if one.diakui else "")
        what = _lines(one.pesan, f"Selisih: {one.selisih}" if one.selisih else "")
        remedy = _lines(one.dugaan, f"Diakui: {one.diakui}" if one.diakui else one.saran)
        rows.append(Row([text(one.id), kind, text(one.tempat), what, remedy]))
    fresh = sum(not finding.diakui for finding in found)
    notes = [
        f"{len(found)} temuan, {fresh} di antaranya belum diakui.",
        "Galat: pasti bertentangan. Peringatan: mungkin keliru. Catatan: layak diketahui. "
        "Temuan yang diakui beserta alasannya dicatat di pengakuan.csv.",
    ]
    summary = f"{len(found)} temuan pemeriksaan, {fresh} belum diakui"
    empty = {"Temuan": "Tidak ada temuan."}
    return make_table("temuan", columns, rows, notes=notes, summary=summary, empty=empty)


def program_tanpa_sasaran(hasil: Results) -> TableOutput:
    """List the programmes that are linked to no sasaran, with their money."""
    columns = [*left("Kode", "Program"), *right("Pagu", "Realisasi", "Serapan")]
    free = [item for item in hasil.at_level("program") if not item.row.kode_sasaran]
    rows = []
    for item in free:
        money = map(angka, (item.pagu, item.realisasi, item.serapan))
        rows.append(Row([text(item.kode), text(item.nama), *money]))
    summary = f"{len(free)} program tanpa sasaran"
    empty = {"Program": "Setiap program sudah ditautkan ke sasaran."}
    return make_table("program-tanpa-sasaran", columns, rows, summary=summary, empty=empty)


def kepatuhan(hasil: Results) -> TableOutput:
    """The requirements of PermenPANRB 53/2014 and 88/2021, answered from the data."""
    return _items("kepatuhan", assess(hasil, run_checks(hasil)), "persyaratan")


def formulir_reviu(hasil: Results) -> TableOutput:
    """The 23 lines of the review form of PermenPANRB 53/2014.

    Each says what the data show and what a reviewer still has to judge, with room for the answer.
    """
    heads = "Butir", "Pernyataan", "Yang Ditunjukkan Data", "Yang Dinilai Pereviu"
    columns = [*left(*heads, "Letak di Laporan"), *left("Jawaban dan Catatan Pereviu")]
    items, rows = review_items(hasil, run_checks(hasil)), []
    for item, (question, parts) in zip(items, REVIEW, strict=True):
        lacks = f"Belum ada: {item.kurang}" if item.jumlah and item.kurang else ""
        unseen = item.status == "perlu_manusia" and not parts
        said = "Tidak terlihat dari data" if unseen else STATUS[item.status]
        told = (said, item.penjelasan[:1].upper() + item.penjelasan[1:], lacks)
        shown = _lines(*(f"{brief(one, FORM)}." for one in told if one)).replace("….", "…")
        what = _code(item.id), text(item.uraian), shown, text(f"{question.dinilai}.")
        rows.append(Row([*what, _places(item), ANSWER]))
    done, asked = _tally(items)
    notes = [
        f"Data menunjukkan {done} dari {len(items)} butir terpenuhi; {asked} tidak terlihat dari "
        "data dan belum dijawab penyusun.",
        "Kolom terakhir diisi pereviu sesudah memeriksa dokumennya.",
    ]
    summary = f"{len(items)} butir formulir reviu, {done} terpenuhi menurut data"
    return make_table("formulir-reviu", columns, rows, notes=notes, summary=summary)


def kriteria_lke(hasil: Results) -> TableOutput:
    """The criteria of Pelaporan Kinerja in the evaluation sheet of PermenPANRB 88/2021."""
    return _items("kriteria-lke", lke_items(hasil, run_checks(hasil)), "kriteria")


def perkiraan_lke(hasil: Results) -> TableOutput:
    """The self-estimate of each sub-component of Pelaporan Kinerja, as a range of grades."""
    columns = [*left("Subkomponen"), *right("Bobot", "Terpenuhi", "Sebagian", "Perlu Jawaban")]
    columns += [*center("Kelas Perkiraan Program"), *left("Yang Diperlukan untuk Kelas Berikutnya")]
    rows = [_estimate(estimate) for estimate in estimates(hasil, run_checks(hasil))]
    notes = [
        ESTIMATE_NOTE,
        "Kelas pertama menghitung pertanyaan terbuka sebagai tidak, kelas kedua sebagai ya; "
        "kriteria yang terpenuhi sebagian dihitung setengah. Kelas menurut PermenPANRB 88/2021.",
    ]
    return make_table("perkiraan-lke", columns, rows, notes=notes, summary="Perkiraan mandiri LKE")


def _estimate(estimate: Estimate) -> Row:
    low, high = estimate.kelas_bawah, estimate.kelas_atas
    counts = (estimate.terpenuhi, estimate.sebagian, estimate.perlu_manusia)
    met = [bilangan(count, f"{count} dari {estimate.kriteria}") for count in counts]
    name = text(f"{estimate.subkomponen} {estimate.nama}")
    grade = text(low if low == high else f"{low} sampai {high}")
    return Row([name, bilangan(estimate.bobot), *met, grade, text(estimate.kurang)])


def _items(name: str, items: Sequence[Item], what: str) -> TableOutput:
    columns = [*left("ID", "Persyaratan", "Status", "Penjelasan", "Letak di Laporan")]
    rows = []
    for item in items:
        what_lacks = f"Kurang: {brief(item.kurang)}" if item.kurang else ""
        told = _lines(item.uraian, f"({item.dasar})"), text(STATUS[item.status])
        why = _lines(brief(item.penjelasan), what_lacks)
        rows.append(Row([_code(item.id), *told, why, _places(item)]))
    done, asked = _tally(items)
    notes = [
        ESTIMATE_NOTE,
        f"{done} dari {len(items)} {what} terpenuhi; {asked} belum dijawab penyusun.",
    ]
    summary = f"{done} dari {len(items)} {what} terpenuhi"
    return make_table(name, columns, rows, notes=notes, summary=summary)


def place(label: str) -> str:
    """Link to the table, figure or section that fulfils a requirement.

    The staged book has the number in place of the words (``Tabel 3.2``).

    >>> place("tbl-capaian-iku")
    '<a class="rujukan" href="#tbl-capaian-iku">Tabel capaian iku</a>'
    """
    return f'<a class="rujukan" href="#{text(label)}">{text(named(label))}</a>'


def _tally(items: Sequence[Item]) -> tuple[int, int]:
    """Count the items that are fulfilled, and those that only people can answer."""
    status = [item.status for item in items]
    return status.count("terpenuhi"), status.count("perlu_manusia")


def _code(name: str) -> str:
    return text(name).replace("-", "-<wbr>")


def _places(item: Item) -> str:
    return ", ".join(place(label) for label in item.bagian) or "–"


def brief(words: str, room: int = LINE) -> str:
    """Cut an explanation gathered from many requirements, which have a table of their own."""
    return shorten(words, room, placeholder=" …")


def _lines(*parts: str) -> str:
    return "<br>".join(text(part) for part in parts if part) or "–"
