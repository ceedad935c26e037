"""Figures of the IKU: capaian, comparison over the years, progress, national level."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.formatting import name_scale
from lkjip_analysis.measures import achievement, comparison, composite, counts, ratings
from lkjip_analysis.measures.formula import Formula, given_in, same
from lkjip_analysis.results.figures import Figure, Ledger, slug

ORDINAL = "skor predikat hanya menyatakan urutan, pertumbuhannya tidak dihitung"


def scale(data: YearData, name: object) -> list[ratings.RatingClass]:
    """Read a rating scale from ``skala_predikat.csv``, best class first."""
    rows = data["skala_predikat"]
    rows = rows[rows["skala"] == name].sort_values("urutan")
    fields = ["kategori", "batas_bawah", "batas_atas", "termasuk", "interpretasi", "skor"]
    return [
        ratings.RatingClass(*values) for values in rows[fields].itertuples(index=False, name=None)
    ]


def on_scale(data: YearData, formula: Formula, name: object, *words: str) -> Formula:
    """Make a formula that reads a scale of the data; its source is the scale's."""
    rows = data["skala_predikat"]
    sources = dict.fromkeys(str(s) for s in rows[rows["skala"] == name]["sumber"] if s)
    where = f": {'; '.join(sources)}" if sources else " di skala_predikat.csv"
    source = f"skala {name_scale(name)}{where}"
    return formula.of(*(words or [name_scale(name)]), sumber=source, scale=scale(data, name))


def enter_indicators(book: Ledger) -> None:
    """Enter every figure of every IKU and the means over them."""
    data = book.data
    school, cap = data.identitas["rumus_turun"], achievement.batas(data.identitas["batas_capaian"])
    rows = frame_rows(data["iku"])
    for baris, row in rows:
        key, unit = f"iku.{slug(row['kode_iku'])}", str(row["satuan"])
        choice = str(row["polaritas"]), str(row["rumus_turun"] or school)
        target = _value_or_rating(book, f"{key}.target", baris, "target", unit, row)
        realisasi = _realisation(book, key, baris, unit, row)
        raw = book.computed(f"{key}.capaian", achievement.capaian(*choice), target, realisasi)
        book.computed(f"{key}.capaian_batas", cap, raw)
        _enter_status(book, key, row, target, realisasi)
        _enter_rating(book, key, row, realisasi)
        final = book.given(
            f"{key}.target_akhir_renstra", "iku", baris, "target_akhir_renstra", unit
        )
        book.computed(f"{key}.kemajuan", comparison.kemajuan(*choice), final, realisasi)
        nation = book.given(f"{key}.realisasi_nasional", "iku", baris, "realisasi_nasional", unit)
        gap = comparison.NASIONAL.of(satuan=unit)
        book.computed(f"{key}.selisih_nasional", gap, realisasi, nation)
        _enter_history(book, key, unit, row, realisasi)
    _enter_means(book, [f"iku.{slug(row['kode_iku'])}" for _, row in rows])


def _value_or_rating(
    book: Ledger,
    kunci: str,
    baris: int,
    kolom: str,
    unit: str,
    row: dict[str, object],
    past: YearData | None = None,
) -> Figure:
    """Enter a value, or the score of the predikat where only that is given.

    ``past`` is the data of an earlier year that ``row`` stands in, if it does.
    """
    if row[kolom] is not None or row[f"{kolom}_predikat"] is None:
        return book.given(kunci, "iku", baris, kolom, unit, data=past)
    letter = book.given(
        f"{kunci}_predikat", "iku", baris, f"{kolom}_predikat", "predikat", data=past
    )
    name = row["skala"]
    formula = ratings.SKOR.of("", scale=None)
    if name is not None:
        formula = on_scale(book.data, ratings.SKOR, name, f" pada skala {name_scale(name)}")
    return book.computed(kunci, formula, letter)


def _enter_status(
    book: Ledger, key: str, row: dict[str, object], target: Figure, realisasi: Figure
) -> None:
    """Judge the realisation by its value; by the order of the classes where these have no score."""
    letters = [f"{key}.{name}_predikat" for name in ("target", "realisasi")]
    if not (target.known and realisasi.known) and all(letter in book for letter in letters):
        words = "dengan yang ditargetkan"
        if row["skala"] is not None:
            words = f"menurut urutan kelas pada skala {name_scale(row['skala'])}"
        formula = on_scale(book.data, ratings.STATUS, row["skala"], words)
        book.computed(f"{key}.status", formula, *(book[letter] for letter in letters))
        return
    formula = achievement.STATUS.of(polaritas=str(row["polaritas"]))
    book.computed(f"{key}.status", formula, target, realisasi)


def _realisation(book: Ledger, key: str, baris: int, unit: str, row: dict[str, object]) -> Figure:
    """Enter the realisation; a composite IKU left blank takes the value of its components."""
    composed = enter_components(book, key, str(row["kode_iku"]), unit)
    if composed is not None and row["realisasi"] is None:
        return book.computed(f"{key}.realisasi", replace(composed.formula, hitung=same), composed)
    return _value_or_rating(book, f"{key}.realisasi", baris, "realisasi", unit, row)


def enter_components(book: Ledger, key: str, code: str, unit: str) -> Figure | None:
    """Enter the components of a composite IKU and their sum; None where it has none."""
    data = book.data
    rows = [(b, r) for b, r in frame_rows(data["komponen_iku"]) if r["kode_iku"] == code]
    pairs: list[Figure] = []
    for baris, row in rows:
        name = f"{key}.komponen.{slug(row['komponen']).casefold().replace(' ', '_')}"
        source = row["sumber"] or "langsung"
        if source == "skm":
            top = row["maksimum"]
            on_hundred = isinstance(top, Decimal) and top > Decimal(4)
            value = _enter_ikm(book, f"{name}.nilai", on_hundred)
        elif source == "ipp":
            value = _enter_ipp(book, f"{name}.nilai")
        else:
            value = book.given(f"{name}.nilai", "komponen_iku", baris, "nilai", "nilai")
        factor = book.given(f"{name}.koefisien", "komponen_iku", baris, "koefisien", "koefisien")
        part = composite.KOMPONEN.of(satuan=unit)
        pairs.append(book.computed(f"{name}.hasil", part, factor, value))
    if not pairs:
        return None
    named = [(row["koefisien"], row["komponen"]) for _, row in rows]
    return book.computed(f"{key}.komposit", composite.komposit(named, unit), *pairs)


def _enter_ikm(book: Ledger, kunci: str, on_hundred: bool) -> Figure:
    rows = frame_rows(book.data["skm"])
    prefix = kunci.removesuffix(".nilai")
    elements = [
        book.given(f"{prefix}.unsur.{n}", "skm", b, "nilai_rata_rata", "nilai")
        for n, (b, _) in enumerate(rows, 1)
    ]
    return book.computed(kunci, composite.ikm(on_hundred), *elements)


def _enter_ipp(book: Ledger, kunci: str) -> Figure:
    rows = frame_rows(book.data["ipp"])
    prefix = kunci.removesuffix(".nilai")
    scores = [
        book.given(f"{prefix}.butir.{n}", "ipp", b, "skor", "skor")
        for n, (b, _) in enumerate(rows, 1)
    ]

    items = [(row["aspek"], row["bobot_aspek"], row["bobot"]) for _, row in rows]
    return book.computed(kunci, composite.IPP.of(butir=items), *scores)


def _enter_rating(book: Ledger, key: str, row: dict[str, object], realisasi: Figure) -> None:
    if row["skala"] is None:
        return
    name = str(row["skala"])
    if row["realisasi"] is None and row["realisasi_predikat"] is not None:
        return  # rated only: the predikat is the data
    for field, formula in (("predikat", ratings.PREDIKAT), ("interpretasi", ratings.ARTI)):
        book.computed(f"{key}.{field}", on_scale(book.data, formula, name), realisasi)


def _enter_history(
    book: Ledger, key: str, unit: str, row: dict[str, object], realisasi: Figure
) -> None:
    """Enter the realisations of the years before and the change from year to year."""
    data = book.data
    series: list[Figure] = []
    for year in range(data.tahun - 2, data.tahun):
        series.append(_past_realisation(book, f"{key}.riwayat.{year}", year, row, unit))
    series.append(realisasi)
    for year, before, after in zip(
        range(data.tahun - 1, data.tahun + 1), series, series[1:], strict=False
    ):
        change = comparison.PERUBAHAN.of(year, year - 1, satuan=unit)
        book.computed(f"{key}.perubahan.{year}", change, after, before)
    kunci, growth = f"{key}.pertumbuhan.{data.tahun}", comparison.PERTUMBUHAN
    growth = growth.of(data.tahun, data.tahun - 1)
    if "skor" in (realisasi.satuan, series[-2].satuan):
        book.lacking(kunci, growth, ORDINAL)
    else:
        book.computed(kunci, growth, realisasi, series[-2])


def _past_realisation(
    book: Ledger, kunci: str, year: int, row: dict[str, object], unit: str
) -> Figure:
    past = book.data.history.get(year)
    if past is not None:
        for baris, old in frame_rows(past["iku"]):
            if old["kode_iku"] != row["kode_iku"]:
                continue
            if old["satuan"] != row["satuan"]:
                reason = f"satuan tahun {year} ({old['satuan']}) berbeda, tidak dapat dibandingkan"
                return book.lacking(
                    kunci, given_in(unit), reason, past.cell("iku", baris, "satuan")
                )
            rated = {**old, "skala": old["skala"] or row["skala"]}
            return _value_or_rating(book, kunci, baris, "realisasi", unit, rated, past)
    berkas = f"{year}/iku.csv"
    reason = f"belum tersedia: berkas {berkas} tidak ada"
    if past is not None and "iku" not in past.missing:
        reason = f"belum tersedia: {row['kode_iku']} tidak ada di {berkas}"
    return book.lacking(kunci, given_in(unit), reason)


def weights_of_iku(data: YearData) -> list[Decimal] | None:
    """Give the weight (bobot) of every IKU, or None where not all of them have one."""
    weights = [row["bobot"] for _, row in frame_rows(data["iku"])]
    given = [weight for weight in weights if isinstance(weight, Decimal)]
    return given if given and len(given) == len(weights) else None


def _enter_means(book: Ledger, keys: list[str]) -> None:
    data = book.data
    weights = weights_of_iku(data)
    for name, field, formula in (
        ("capaian_iku", "capaian_batas", achievement.RATA_RATA),
        ("kemajuan", "kemajuan", comparison.RATA_KEMAJUAN),
    ):
        inputs = [book[f"{key}.{field}"] for key in keys]
        chosen = weights and [
            weight for weight, figure in zip(weights, inputs, strict=True) if figure.known
        ]
        book.over_known(f"rata_rata.{name}", achievement.weighted(formula, chosen), inputs)
    mean = book["rata_rata.capaian_iku"]
    capped = book.computed("rata_rata.capaian_iku_0_100", achievement.ANGKA_KINERJA, mean)
    formula = on_scale(data, ratings.KINERJA, data.identitas["skala_capaian"])
    book.computed("rata_rata.predikat_kinerja", formula, capped)
    book.computed("rata_rata.interpretasi_kinerja", formula.of(what="interpretasi"), capped)
    for status in ("melebihi", "sesuai", "tidak_mencapai"):
        hits = [book[f"{key}.status"] for key in keys if book[f"{key}.status"].nilai == status]
        formula = counts.IKU_STATUS.of(status.replace("_", " "))
        book.counted(f"jumlah.iku_{status}", formula, [hit.masukan for hit in hits])
