"""Figures of the IKU: capaian, comparison over the years, progress, national level."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from lkjip_analysis.data.following import has_its_mark
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Iku, IndikatorProgram, Ipp, KomponenIku, SkalaPredikat, Skm
from lkjip_analysis.formatting import name_scale
from lkjip_analysis.measures import achievement, comparison, composite, counts, ratings
from lkjip_analysis.measures.formula import Formula, given_in, same
from lkjip_analysis.results import keys
from lkjip_analysis.results.figures import Figure, Ledger
from lkjip_analysis.results.names import predikat_of
from lkjip_analysis.results.resources import enter_evaluation

AnyIndicator = keys.Iku[str] | keys.Indikator[str]
ORDINAL = "skor predikat hanya menyatakan urutan, pertumbuhannya tidak dihitung"


def scale(data: YearData, name: object) -> list[ratings.RatingClass]:
    """Read a rating scale from ``skala_predikat.csv``, best class first."""
    rows = sorted(classes_of(data, name), key=lambda row: row.urutan)
    return [rating_of(row) for row in rows]


def rating_of(row: SkalaPredikat) -> ratings.RatingClass:
    """Read a class of a rating scale."""
    return ratings.RatingClass(
        row.kategori, row.batas_bawah, row.batas_atas, row.termasuk, row.interpretasi, row.skor
    )


def classes_of(data: YearData, name: object) -> list[SkalaPredikat]:
    """List the classes of a rating scale, in file order."""
    return [row for row in data[SkalaPredikat] if row.skala == name]


def on_scale(data: YearData, formula: Formula, name: object, *words: str) -> Formula:
    """Make a formula that reads a scale of the data; its source is the scale's."""
    sources = dict.fromkeys(row.sumber for row in classes_of(data, name) if row.sumber)
    where = f": {'; '.join(sources)}" if sources else ""
    source = f"skala {name_scale(name)}{where}"
    return formula.of(*(words or [name_scale(name)]), sumber=source, scale=scale(data, name))


def enter_indicators(book: Ledger) -> None:
    """Enter every figure of every IKU and the means over them."""
    data = book.data
    school, cap = data.identitas.rumus_turun, achievement.batas(data.identitas.batas_capaian)
    for row in data[Iku]:
        iku, unit = keys.Iku(str, row.kode_iku), row.satuan
        choice = row.polaritas, row.rumus_turun or school
        target = value_or_rating(book, iku.target, row)
        realisasi = _realisation(book, iku, row)
        raw = book.compared(iku.capaian, achievement.capaian(*choice), target, realisasi)
        book.computed(iku.capaian_batas, cap, raw)
        enter_status(book, iku, row, target, realisasi)
        _enter_rating(book, iku, row, realisasi)
        final = book.given(iku.target_akhir_renstra, row, Iku.target_akhir_renstra, unit)
        book.compared(iku.kemajuan, comparison.kemajuan(*choice), final, realisasi)
        nation = book.given(iku.realisasi_nasional, row, Iku.realisasi_nasional, unit)
        gap = comparison.NASIONAL.of(satuan=unit)
        book.compared(iku.selisih_nasional, gap, realisasi, nation)
        _enter_history(book, iku, row, realisasi)
    _enter_means(book, [keys.Iku(str, row.kode_iku) for row in data[Iku]])


def value_or_rating(
    book: Ledger, kunci: str, row: Iku | IndikatorProgram, kolom: str = "target"
) -> Figure:
    """Enter a target or realisation, or the score of the predikat where only that is given."""
    value, letter = (getattr(type(row), name) for name in (kolom, predikat_of(kolom)))
    if row[value] is not None or not row[letter]:
        return book.given(kunci, row, value, row.satuan)
    rated = book.given(predikat_of(kunci), row, letter, "predikat")
    formula = ratings.SKOR.of("", scale=None)
    if row.skala:
        words = f" pada skala {name_scale(row.skala)}"
        formula = on_scale(book.data, ratings.SKOR, row.skala, words)
    return book.computed(kunci, formula, rated)


def enter_status(
    book: Ledger, one: AnyIndicator, row: Iku | IndikatorProgram, target: Figure, realisasi: Figure
) -> None:
    """Judge the realisation by its value; by the order of the classes where these have no score."""
    letters = [one.target_predikat, one.realisasi_predikat]
    if not (target.known and realisasi.known) and all(letter in book for letter in letters):
        words = "dengan yang ditargetkan"
        if row.skala:
            words = f"menurut urutan kelas pada skala {name_scale(row.skala)}"
        formula = on_scale(book.data, ratings.STATUS, row.skala or None, words)
        book.computed(one.status, formula, *(book[letter] for letter in letters))
        return
    book.compared(one.status, achievement.STATUS.of(polaritas=row.polaritas), target, realisasi)


def _realisation(book: Ledger, iku: keys.Iku[str], row: Iku) -> Figure:
    """Enter the realisation; left blank, it is what its components or those of the LHE come to."""
    whole = enter_components(book, iku, row)
    if whole is None and row.realisasi is None and has_its_mark(book.data, row):
        enter_evaluation(book)
        whole = book[keys.JUMLAH.nilai_evaluasi]
    if whole is not None and row.realisasi is None:
        formula = replace(whole.formula, hitung=same, satuan=row.satuan)
        return book.computed(iku.realisasi, formula, whole)
    return value_or_rating(book, iku.realisasi, row, Iku.realisasi.name)


def enter_components(book: Ledger, iku: keys.Iku[str], whole: Iku) -> Figure | None:
    """Enter the components of a composite IKU and their sum; None where it has none."""
    rows = [row for row in book.data[KomponenIku] if row.kode_iku == whole.kode_iku]
    pairs: list[Figure] = []
    for row in rows:
        one = keys.Komponen(str, row.kode_iku, row.komponen)
        if row.sumber == "skm":
            on_hundred = row.maksimum is not None and row.maksimum > Decimal(4)
            value = _enter_ikm(book, one, on_hundred)
        elif row.sumber == "ipp":
            value = _enter_ipp(book, one)
        else:
            value = book.given(one.nilai, row, KomponenIku.nilai, "nilai")
        factor = book.given(one.koefisien, row, KomponenIku.koefisien, "koefisien")
        part = composite.KOMPONEN.of(satuan=whole.satuan)
        pairs.append(book.computed(one.hasil, part, factor, value))
    if not pairs:
        return None
    named = [(row.koefisien, row.komponen) for row in rows]
    return book.computed(iku.komposit, composite.komposit(named, whole.satuan), *pairs)


def _enter_ikm(book: Ledger, one: keys.Komponen[str], on_hundred: bool) -> Figure:
    elements = [
        book.given(one.unsur[n], row, Skm.nilai_rata_rata, "nilai")
        for n, row in enumerate(book.data[Skm], 1)
    ]
    return book.computed(one.nilai, composite.ikm(on_hundred), *elements)


def _enter_ipp(book: Ledger, one: keys.Komponen[str]) -> Figure:
    rows = book.data[Ipp]
    scores = [book.given(one.butir[n], row, Ipp.skor, "skor") for n, row in enumerate(rows, 1)]
    items = [(row.aspek, row.bobot_aspek, row.bobot) for row in rows]
    return book.computed(one.nilai, composite.IPP.of(butir=items), *scores)


def _enter_rating(book: Ledger, iku: keys.Iku[str], row: Iku, realisasi: Figure) -> None:
    if not row.skala or (row.realisasi is None and row.realisasi_predikat):
        return  # rated only: the predikat is the data
    book.computed(iku.predikat, on_scale(book.data, ratings.PREDIKAT, row.skala), realisasi)
    book.computed(iku.interpretasi, on_scale(book.data, ratings.ARTI, row.skala), realisasi)


def _enter_history(book: Ledger, iku: keys.Iku[str], row: Iku, realisasi: Figure) -> None:
    """Enter the realisations of the years before and the change from year to year."""
    data = book.data
    series: list[Figure] = []
    near = range(data.tahun - 2, data.tahun)
    for year in (year for year in years_with(data, row) if year not in near):
        past_realisation(book, iku.riwayat[year], year, row)
    for year in near:
        series.append(past_realisation(book, iku.riwayat[year], year, row))
    series.append(realisasi)
    for year, (before, after) in enumerate(pairwise(series), data.tahun - 1):
        change = comparison.PERUBAHAN.of(year, year - 1, satuan=row.satuan)
        book.compared(iku.perubahan[year], change, after, before)
    kunci, growth = iku.pertumbuhan[data.tahun], comparison.PERTUMBUHAN
    growth = growth.of(data.tahun, data.tahun - 1)
    if "skor" in (realisasi.satuan, series[-2].satuan):
        book.lacking(kunci, growth, ORDINAL)
    else:
        book.computed(kunci, growth, realisasi, series[-2])


def years_with(data: YearData, row: Iku | IndikatorProgram) -> list[int]:
    """List the years before that have an indicator of the same code."""
    return [year for year, past in data.past.items() if past[type(row)].like(row)]


def past_realisation(book: Ledger, kunci: str, year: int, row: Iku | IndikatorProgram) -> Figure:
    """Enter what an indicator reached in a year before; why that cannot be set beside this year."""
    table, past, unit = type(row), book.data.past.get(year), given_in(row.satuan)
    if past is not None and (old := past[table].like(row)):
        if old.satuan.casefold() != row.satuan.casefold():
            reason = f"satuan tahun {year} ({old.satuan}) berbeda, tidak dapat dibandingkan"
            return book.lacking(kunci, unit, reason, old.cell("satuan"))
        rated = old.having(skala=old.skala or row.skala, satuan=row.satuan)
        given = rated.has(Iku.realisasi) or rated.has(Iku.realisasi_predikat)
        if isinstance(row, Iku) and isinstance(rated, Iku) and not given:
            then = _realisation(Ledger(past), keys.Iku(str, row.kode_iku), rated)
            return book.enter(replace(then, kunci=kunci, dari=()))
        return value_or_rating(book, kunci, rated, Iku.realisasi.name)
    berkas = f"{year}/{table.file}"
    reason = f"belum tersedia: berkas {berkas} tidak ada"
    if past is not None and table.name not in past.missing:
        code = ".".join(str(row[name]) for name in row.key)
        reason = f"belum tersedia: {code} tidak ada di {berkas}"
    return book.lacking(kunci, unit, reason)


def weights_of_iku(data: YearData) -> list[Decimal] | None:
    """Give the weight (bobot) of every IKU, or None where not all of them have one."""
    given = [row.bobot for row in data[Iku] if row.bobot is not None]
    return given if given and len(given) == len(data[Iku]) else None


def _enter_means(book: Ledger, every: list[keys.Iku[str]]) -> None:
    data = book.data
    weights = weights_of_iku(data)
    for kunci, parts, formula in (
        (keys.RATA_RATA.capaian_iku, [iku.capaian_batas for iku in every], achievement.RATA_RATA),
        (keys.RATA_RATA.kemajuan, [iku.kemajuan for iku in every], comparison.RATA_KEMAJUAN),
    ):
        inputs = [book[part] for part in parts]
        chosen = weights and [
            weight for weight, figure in zip(weights, inputs, strict=True) if figure.known
        ]
        book.over_known(kunci, achievement.weighted(formula, chosen), inputs)
    mean = book[keys.RATA_RATA.capaian_iku]
    capped = book.computed(keys.RATA_RATA.capaian_iku_0_100, achievement.ANGKA_KINERJA, mean)
    formula = ratings.KINERJA.of("yang belum dipilih", scale=None)
    if name := data.identitas.skala_capaian:
        formula = on_scale(data, ratings.KINERJA, name)
    book.computed(keys.RATA_RATA.predikat_kinerja, formula, capped)
    book.computed(keys.RATA_RATA.interpretasi_kinerja, formula.of(what="interpretasi"), capped)
    for status in keys.STATUSES:
        hits = [book[iku.status] for iku in every if book[iku.status].nilai == status]
        formula = counts.IKU_STATUS.of(status.replace("_", " "))
        book.counted(keys.JUMLAH.iku_status[status], formula, [hit.masukan for hit in hits])
    _enter_reached(book, every)


def _enter_reached(book: Ledger, every: list[keys.Iku[str]]) -> None:
    """Count the IKU that reached this year's target, and those that reached the Renstra's last."""
    judged = [book[iku.kemajuan] for iku in every if book[iku.kemajuan].known]
    final = [figure for figure in judged if figure.number >= 100]
    short = [figure for figure in judged if figure.number < 100]
    reached = [book[iku.status] for iku in every
               if book[iku.status].nilai in ("melebihi", "sesuai")]  # fmt: skip
    for kunci, what, found in (
        (keys.JUMLAH.iku_tercapai, "yang mencapai atau melampaui target", reached),
        (keys.JUMLAH.iku_renstra_dinilai, "yang kemajuannya terhadap akhir Renstra ada", judged),
        (keys.JUMLAH.iku_renstra_tercapai, "yang sudah mencapai target akhir Renstra", final),
        (keys.JUMLAH.iku_renstra_belum, "yang belum mencapai target akhir Renstra", short),
    ):
        book.counted(kunci, counts.IKU.of(what), [figure.masukan for figure in found])
