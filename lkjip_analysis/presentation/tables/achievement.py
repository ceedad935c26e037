"""Tables of capaian: the scale, the IKU against their targets, the sasaran by status."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.data.schemas import SkalaPredikat
from lkjip_analysis.formatting import format_number, name_scale
from lkjip_analysis.measures.achievement import UNCAPPED
from lkjip_analysis.presentation.cell import (
    STATUS,
    UNJUDGED,
    angka,
    bilangan,
    shortfall,
    status,
    text,
)
from lkjip_analysis.presentation.layout import ABOVE, Row, center, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table, missing_table, published
from lkjip_analysis.presentation.plain import data_name
from lkjip_analysis.presentation.tables.cells import Cells, join_cells, total_row
from lkjip_analysis.presentation.tables.goals import LEAD, lead_cells, mean_has_no_class
from lkjip_analysis.presentation.tables.notes import (
    achievement_note,
    cap_note,
    evidence_note,
    formula_note,
    mean_note,
    source_note,
    unit_note,
)
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku
from lkjip_analysis.results.keys import STATUSES


def skala_predikat(hasil: Results) -> TableOutput:
    """Classes of the unit's rating scale, with this year's figures beside the class they reach."""
    name, data = "skala-predikat", hasil.data
    chosen = data.identitas.skala_capaian
    classes = [row for row in data[SkalaPredikat] if row.skala == chosen]
    if not classes:
        lacking = schemas.SkalaPredikat if chosen else schemas.Identitas
        return missing_table(name, "Skala predikat", data.tables[lacking.name].berkas)
    classes.sort(key=lambda row: row.urutan)
    columns = center("Kategori", "Nilai Angka")
    places = _places(hasil, chosen)
    columns += left("Interpretasi", *[f"Posisi Tahun {hasil.tahun}"] * bool(places))
    rows = []
    for row in classes:
        words = map(text, (row.kategori, _bounds(row), row.interpretasi))
        rows.append(Row([*words, *[join_cells(places.get(row.kategori, []))] * bool(places)]))
    sources = dict.fromkeys(row.sumber for row in classes if row.sumber)
    source = "; ".join(sources) or data_name(data[schemas.SkalaPredikat].berkas)
    notes = [f"Skala {name_scale(chosen)}. Sumber: {source}."]
    if not mean_has_no_class(hasil):
        notes.append("Angka capaian kinerja = rata-rata capaian IKU, dibatasi 0 sampai 100.")
    summary = f"Skala predikat {name_scale(chosen)}: {len(rows)} kategori"
    return make_table(name, columns, rows, notes=notes, summary=summary)


def _bounds(row: SkalaPredikat) -> str:
    """Say which values a class holds: ``> 90 s.d. 100``."""
    low, high, ends = row.batas_bawah, row.batas_atas, row.termasuk
    least = format_number(low) if low is not None else ""
    most = format_number(high) if high is not None else ""
    above = f"{'>' if ends == 'atas' else '≥'} {least}" if least else ""
    if not most:
        return above
    below = f"< {most}" if ends == "bawah" else f"{'s.d.' if least else '≤'} {most}"
    if not least:
        return below
    both = f"{above} {below}" if ends == "atas" else f"{above} dan {below}"
    return f"{least} s.d. {most}" if ends == "keduanya" else both


def _places(hasil: Results, chosen: str) -> dict[str, list[str]]:
    """Say which figures of this year fall into which class of the scale."""
    places: dict[str, list[str]] = {}
    mean = hasil.rata_rata
    own = mean.capaian_iku_0_100, mean.predikat_kinerja
    pairs = [] if mean_has_no_class(hasil) else [("Angka capaian kinerja", *own)]
    pairs += [
        (iku.nama, iku.realisasi, iku.predikat) for iku in hasil.iku if iku.row.skala == chosen
    ]
    for label, value, letter in pairs:
        if letter.known:
            places.setdefault(str(letter.nilai), []).append(f"{text(label)}: {angka(value)}")
    return places


@published("Capaian Indikator Kinerja Utama", schemas.Iku)
def capaian_iku(hasil: Results) -> TableOutput:
    """Target, realisation and capaian of every IKU, and their mean."""
    data = hasil.data
    every, cells = hasil.iku, Cells(hasil)
    capped = data.identitas.batas_capaian != UNCAPPED
    columns = [*LEAD, *right("Target", "Realisasi", "Capaian", *["Capaian Dibatasi"] * capped)]
    columns += left("Status")
    rows = []
    for iku in every:
        capaian = cells.each(iku.capaian, *[iku.capaian_batas] * capped)
        measured = [cells.target(iku), cells.realisasi(iku), *capaian]
        rows.append(Row([*lead_cells(iku), *measured, _verdict(iku)]))
    mean = hasil.rata_rata.capaian_iku
    short = shortfall(hasil.jumlah.iku_status["tidak_mencapai"], hasil.jumlah.iku)
    rows.append(total_row("Rata-rata capaian", 4 + capped, cells.angka(mean), short))
    notes = cells.notes(
        achievement_note("Capaian", [iku.capaian for iku in every]),
        mean_note(hasil),
        cap_note(hasil),
        unit_note(every),
        evidence_note(every),
        source_note(data, schemas.Iku),
    )
    summary = f"Capaian {len(every)} IKU tahun {hasil.tahun}; rata-rata {mean.tampil}"
    return make_table("capaian-iku", columns, rows, notes=notes, summary=summary)


def _verdict(iku: Iku) -> str:
    """Say how the target stands, and the predikat of the realisation where it is rated."""
    parts = [str(status(iku.status))]
    if iku.predikat.known:
        meaning = f" ({angka(iku.interpretasi)})" if iku.interpretasi.known else ""
        parts.append(f"predikat {angka(iku.predikat)}{meaning}")
    return "; ".join(parts)


@published("Status sasaran strategis", schemas.Sasaran)
def status_sasaran(hasil: Results) -> TableOutput:
    """How many sasaran are beyond, at, or short of their target, and their mean capaian."""
    goals = hasil.sasaran
    columns = [*center("No"), *left("Status Sasaran Strategis"), *right("Jumlah Sasaran")]
    columns += [*left("Sasaran"), *right("Rata-rata Capaian")]
    rows = []
    counts, means = hasil.jumlah.sasaran_status, hasil.rata_rata.capaian_sasaran_status
    for number, kind in enumerate(STATUSES, start=1):
        own = [goal.nama for goal in goals if goal.status.nilai == kind]
        lead, named = [str(number), f"{STATUS[kind]}"], text("\n".join(own))
        rows.append(Row([*lead, angka(counts[kind]), named, angka(means[kind])]))
    unknown = [goal.nama for goal in goals if not goal.status.known]
    if unknown:
        place, named = str(len(STATUSES) + 1), text("\n".join(unknown))
        rows.append(Row([place, UNJUDGED, bilangan(len(unknown)), named, text(None)]))
    cells = Cells(hasil)
    gap = ", atau target atau realisasinya belum tersedia" * bool(unknown)
    notes = cells.notes(
        formula_note("Status sasaran", [goal.status for goal in goals][:1]),
        f"– berarti tidak ada sasaran dengan status itu{gap}.",
        source_note(hasil.data, schemas.Sasaran, schemas.Iku),
    )
    summary = f"Status {len(goals)} sasaran tahun {hasil.tahun}"
    return make_table("status-sasaran", columns, rows, notes=notes, summary=summary)


def komponen_iku(hasil: Results) -> TableOutput:
    """Components of composite IKU, their sum, and the realisation it stands against."""
    name, data = "komponen-iku", hasil.data
    own = {code: hasil.iku[code] for k in hasil.komponen if (code := k.row.kode_iku) in hasil.iku}
    if not own:
        return missing_table(name, "Komponen IKU komposit", data[schemas.KomponenIku].berkas)
    cells = Cells(hasil)
    columns = [*left("Indikator Kinerja", "Komponen"), *right("Koefisien", "Nilai", "Hasil")]
    rows = []
    for iku in own.values():
        for place, part in enumerate(iku.komponen):
            note = part.row.keterangan
            label = join_cells([text(part.nama), text(note) if note else ""])
            lead = [text(iku.nama) if place == 0 else ABOVE, label]
            rows.append(Row([*lead, *cells.each(part.koefisien, part.nilai, part.hasil)]))
        rows.append(total_row("Jumlah hasil komponen", 4, cells.angka(iku.komposit)))
        derived = bool(iku.realisasi.dari)
        label = "Realisasi (sama dengan jumlah)" if derived else "Realisasi yang dilaporkan"
        rows.append(total_row(label, 4, cells.angka(iku.realisasi)))
    formulas = [formula_note(iku.nama, [iku.komposit]) for iku in own.values()]
    notes = cells.notes(
        "Hasil = koefisien × nilai komponen.",
        *formulas,
        source_note(data, schemas.KomponenIku, schemas.Skm, schemas.Ipp),
    )
    summary = f"Komponen {len(own)} IKU komposit tahun {hasil.tahun}"
    return make_table(name, columns, rows, notes=notes, summary=summary)
