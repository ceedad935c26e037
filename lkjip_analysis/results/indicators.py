"""Figures of the IKU: capaian, comparison over the years, progress, national level."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.formatting import name_scale
from lkjip_analysis.measures import achievement, comparison, composite, ratings
from lkjip_analysis.results.figures import Figure, Ledger, slug


def scale(data: YearData, name: str) -> list[ratings.RatingClass]:
    """Read a rating scale from ``skala_predikat.csv``, best class first."""
    rows = data["skala_predikat"]
    rows = rows[rows["skala"] == name].sort_values("urutan")
    fields = ["kategori", "batas_bawah", "batas_atas", "termasuk", "interpretasi", "skor"]
    return [
        ratings.RatingClass(*values) for values in rows[fields].itertuples(index=False, name=None)
    ]


def enter_indicators(book: Ledger) -> None:
    """Enter every figure of every IKU and the means over them."""
    data = book.data
    facts = data.identitas
    school = facts["rumus_turun"]
    rows = frame_rows(data["iku"])
    for baris, row in rows:
        key, unit, polaritas = (
            f"iku.{slug(row['kode_iku'])}",
            str(row["satuan"]),
            str(row["polaritas"]),
        )
        target = _value_or_rating(book, f"{key}.target", baris, "target", unit, row)
        realisasi = _realisation(book, key, baris, unit, row)
        formula = achievement.rumus_capaian(polaritas, school)
        capaian: Callable[..., Decimal] = partial(
            achievement.compute_capaian, polaritas=polaritas, rumus_turun=school
        )
        raw = book.computed(f"{key}.capaian", "persen", formula, [target, realisasi], capaian)
        policy = facts["batas_capaian"]
        book.computed(
            f"{key}.capaian_batas",
            "persen",
            achievement.name_cap(str(policy)),
            [raw],
            partial(achievement.cap_capaian, batas=policy),
        )
        _enter_status(book, key, row, target, realisasi)
        _enter_rating(book, key, row, realisasi)
        final = book.given(
            f"{key}.target_akhir_renstra", "iku", baris, "target_akhir_renstra", unit
        )
        book.computed(
            f"{key}.kemajuan",
            "persen",
            formula.replace("target", "target akhir Renstra"),
            [final, realisasi],
            partial(comparison.compute_kemajuan, polaritas=polaritas, rumus_turun=school),
        )
        nation = book.given(f"{key}.realisasi_nasional", "iku", baris, "realisasi_nasional", unit)
        book.computed(
            f"{key}.selisih_nasional",
            unit,
            "realisasi − realisasi nasional",
            [realisasi, nation],
            comparison.compute_perubahan,
        )
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
    classes = scale(book.data, str(name)) if name is not None else []
    formula = (
        f"skor predikat pada skala {name_scale(name)}" if name is not None else "skor predikat"
    )

    def score(rating: str) -> Decimal:
        if name is None:
            raise NotComputableError(f"skala predikat {rating} belum diisi pada kolom skala")
        return ratings.score_of(rating, classes)

    return book.computed(kunci, "skor", formula, [letter], score)


def _enter_status(
    book: Ledger, key: str, row: dict[str, object], target: Figure, realisasi: Figure
) -> None:
    """Judge the realisation by its value; by the order of the classes where these have no score."""
    letters = [f"{key}.{name}_predikat" for name in ("target", "realisasi")]
    if not (target.known and realisasi.known) and all(letter in book for letter in letters):
        book.computed(
            f"{key}.status",
            "status",
            f"predikat dibandingkan menurut urutan kelas pada skala {name_scale(row['skala'])}"
            if row["skala"] is not None
            else "predikat dibandingkan dengan yang ditargetkan",
            [book[letter] for letter in letters],
            partial(ratings.judge_rating, scale=scale(book.data, str(row["skala"]))),
        )
        return
    book.computed(
        f"{key}.status",
        "status",
        "realisasi dibandingkan dengan target",
        [target, realisasi],
        partial(achievement.judge_target, polaritas=str(row["polaritas"])),
    )


def _realisation(book: Ledger, key: str, baris: int, unit: str, row: dict[str, object]) -> Figure:
    """Enter the realisation; a composite IKU left blank takes the value of its components."""
    composed = enter_components(book, key, str(row["kode_iku"]), unit)
    if composed is not None and row["realisasi"] is None:
        return book.computed(
            f"{key}.realisasi", unit, composed.rumus, [composed], lambda value: value
        )
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
        pairs.append(
            book.computed(
                f"{name}.hasil",
                unit,
                "koefisien × nilai komponen",
                [factor, value],
                lambda k, n: composite.compute_komposit([(k, n)]),
            )
        )
    if not pairs:
        return None
    formula = " + ".join(
        f"{str(row['koefisien']).replace('.', ',')} × {row['komponen']}" for _, row in rows
    )
    return book.computed(
        f"{key}.komposit", unit, formula, pairs, lambda *parts: sum(parts, Decimal(0))
    )


def _enter_ikm(book: Ledger, kunci: str, on_hundred: bool) -> Figure:
    rows = frame_rows(book.data["skm"])
    prefix = kunci.removesuffix(".nilai")
    elements = [
        book.given(f"{prefix}.unsur.{n}", "skm", b, "nilai_rata_rata", "nilai")
        for n, (b, _) in enumerate(rows, 1)
    ]
    formula = "rata-rata nilai unsur SKM" + (" × 25" if on_hundred else "")
    return book.computed(
        kunci,
        "nilai",
        formula,
        elements,
        lambda *values: composite.compute_ikm(values, skala_100=on_hundred),
    )


def _enter_ipp(book: Ledger, kunci: str) -> Figure:
    rows = frame_rows(book.data["ipp"])
    prefix = kunci.removesuffix(".nilai")
    scores = [
        book.given(f"{prefix}.butir.{n}", "ipp", b, "skor", "skor")
        for n, (b, _) in enumerate(rows, 1)
    ]

    def weigh(*values: Decimal) -> Decimal:
        aspects: dict[object, tuple[Decimal, list[tuple[Decimal, Decimal]]]] = {}
        for (_, row), score in zip(rows, values, strict=True):
            _, items = aspects.setdefault(row["aspek"], (row["bobot_aspek"], []))  # type: ignore[arg-type]
            items.append((row["bobot"], score))  # type: ignore[arg-type]
        return composite.compute_ipp(aspects.values())

    return book.computed(kunci, "nilai", "Σ bobot aspek × Σ (bobot butir × skor)", scores, weigh)


def _enter_rating(book: Ledger, key: str, row: dict[str, object], realisasi: Figure) -> None:
    if row["skala"] is None:
        return
    name = str(row["skala"])
    if row["realisasi"] is None and row["realisasi_predikat"] is not None:
        return  # rated only: the predikat is the data
    classes = scale(book.data, name)
    book.computed(
        f"{key}.predikat",
        "predikat",
        f"kelas nilai pada skala {name_scale(name)}",
        [realisasi],
        lambda value: ratings.classify(value, classes).kategori,
    )
    book.computed(
        f"{key}.interpretasi",
        "teks",
        f"arti kelas pada skala {name_scale(name)}",
        [realisasi],
        lambda value: ratings.classify(value, classes).interpretasi,
    )


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
        book.computed(
            f"{key}.perubahan.{year}",
            unit,
            f"realisasi {year} − realisasi {year - 1}",
            [after, before],
            comparison.compute_perubahan,
        )


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
                return book.enter(
                    Figure(
                        kunci,
                        None,
                        unit,
                        "–",
                        "dari data",
                        (past.cell("iku", baris, "satuan"),),
                        alasan=reason,
                    )
                )
            rated = {**old, "skala": old["skala"] or row["skala"]}
            return _value_or_rating(book, kunci, baris, "realisasi", unit, rated, past)
    berkas = f"{year}/iku.csv"
    reason = f"belum tersedia: berkas {berkas} tidak ada"
    if past is not None and "iku" not in past.missing:
        reason = f"belum tersedia: {row['kode_iku']} tidak ada di {berkas}"
    return book.enter(Figure(kunci, None, unit, "–", "dari data", (), alasan=reason))


def weights_of_iku(data: YearData) -> list[Decimal] | None:
    """Give the weight (bobot) of every IKU, or None where not all of them have one."""
    weights = [row["bobot"] for _, row in frame_rows(data["iku"])]
    given = [weight for weight in weights if isinstance(weight, Decimal)]
    return given if given and len(given) == len(weights) else None


def _enter_means(book: Ledger, keys: list[str]) -> None:
    data = book.data
    weights = weights_of_iku(data)
    for name, field in (("capaian_iku", "capaian_batas"), ("kemajuan", "kemajuan")):
        inputs = [book[f"{key}.{field}"] for key in keys]
        chosen = weights and [
            weight for weight, figure in zip(weights, inputs, strict=True) if figure.known
        ]
        word = "rata-rata berbobot" if weights else "rata-rata"
        what = "capaian semua IKU" if name == "capaian_iku" else "tingkat kemajuan semua IKU"
        book.over_known(
            f"rata_rata.{name}",
            "persen",
            f"{word} {what}",
            inputs,
            partial(achievement.mean, weights=chosen),
        )
    capped = book.computed(
        "rata_rata.capaian_iku_0_100",
        "persen",
        "rata-rata capaian IKU, dibatasi 0–100",
        [book["rata_rata.capaian_iku"]],
        partial(achievement.cap_capaian, batas="0_100"),
    )
    name = data.identitas["skala_capaian"]
    classes = scale(data, name) if name else []
    for field, pick in (("predikat", "kategori"), ("interpretasi", "interpretasi")):
        book.computed(
            f"rata_rata.{field}_kinerja",
            "predikat",
            f"kelas rata-rata capaian (0–100) pada skala {name_scale(name)}",
            [capped],
            lambda value, pick=pick: getattr(ratings.classify(value, classes), pick),
        )
    for status in ("melebihi", "sesuai", "tidak_mencapai"):
        hits = [book[f"{key}.status"] for key in keys if book[f"{key}.status"].nilai == status]
        book.counted(
            f"jumlah.iku_{status}",
            len(hits),
            "IKU",
            f"banyaknya IKU berstatus {status.replace('_', ' ')}",
            [cell for hit in hits for cell in hit.masukan],
        )
