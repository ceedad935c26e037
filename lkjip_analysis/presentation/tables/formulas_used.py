"""The kinds of figures a report has: name, source of the rule, and the example of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.formatting import name_scale
from lkjip_analysis.measures.achievement import CAPS
from lkjip_analysis.presentation.tables.achievement import component_slug
from lkjip_analysis.presentation.tables.efficiency import JUDGED, SCHOOLS
from lkjip_analysis.presentation.tables.goals import list_goals, list_iku
from lkjip_analysis.presentation.tables.items import list_items
from lkjip_analysis.results import Results, slug

CAPAIAN = "PermenPANRB Nomor 53 Tahun 2014, Bab III huruf A"
ANGGARAN = "PermenPANRB Nomor 53 Tahun 2014, Bab III huruf B"
LHE = "PermenPANRB Nomor 88 Tahun 2021"
ATURAN_UNIT = "dipilih unit di identitas.csv"
ATURAN_LAPORAN = "aturan laporan ini; tidak ditetapkan peraturan"
TANPA_RUMUS = "PermenPANRB Nomor 53 Tahun 2014 meminta analisis efisiensi tanpa menetapkan rumus"
SUMBER_EFISIENSI = {
    "selisih_poin": f"lazim pada laporan kinerja daerah; {TANPA_RUMUS}",
    "indeks": "laporan kinerja BPOM (indeks efisiensi)",
    "sisa_anggaran": f"lazim pada laporan kinerja daerah; {TANPA_RUMUS}",
    "pmk_22_2021": "PMK Nomor 22 Tahun 2021 (untuk kementerian/lembaga)",
}
SUMBER_TURUN = {
    "(2T-R)/T": "lazim pada laporan kinerja daerah",
    "T/R": "lazim pada pemantauan kinerja daerah",
}


@dataclass(frozen=True)
class Method:
    """One kind of figure: the key of its example, the words of its formula, and the rule's source.

    ``kata`` says which figure stands for which word of the formula; without it the example lists
    the figures the formula takes, joined by ``tanda`` where they are added up. ``rumus`` is given
    where the figure's own words need more.
    """

    nama: str
    kunci: str
    sumber: str
    kata: Mapping[str, str] = field(default_factory=dict)
    rumus: str = ""
    satuan: str = ""
    tanda: str = ""


def list_methods(hasil: Results) -> list[Method]:
    """List the methods whose figures this year has, in the order of the chapters."""
    every = [
        *_achievement(hasil),
        *_comparison(hasil),
        *_money(hasil),
        *_resources(hasil),
        *_evaluation(hasil),
    ]
    return [method for method in every if method.kunci in hasil.figures]


def _example(hasil: Results, keys: Iterable[str], name: str) -> str:
    """Find the first of some keys whose figure is known; else the first there is; else blank."""
    found = [f"{key}.{name}" for key in keys if f"{key}.{name}" in hasil.figures]
    return next((kunci for kunci in found if hasil[kunci].known), found[0] if found else "")


def _stem(kunci: str) -> str:
    return kunci.rpartition(".")[0]


def _achievement(hasil: Results) -> Iterator[Method]:
    facts = hasil.data.identitas
    school = str(facts["rumus_turun"])
    for polaritas, nama, sumber in (
        ("naik", "Capaian, makin tinggi makin baik", CAPAIAN),
        (
            "turun",
            "Capaian, makin rendah makin baik",
            f"{ATURAN_UNIT} (rumus_turun: {school}); {SUMBER_TURUN.get(school, '')}",
        ),
    ):
        kunci = _example(hasil, _keys_of(hasil, polaritas), "capaian")
        stem = _stem(kunci)
        yield Method(
            nama, kunci, sumber, {"realisasi": f"{stem}.realisasi", "target": f"{stem}.target"}
        )
    policy = str(facts["batas_capaian"])
    iku_keys = [iku.key for iku in list_iku(hasil)]
    limits = CAPS.get(policy)
    rule = (
        "capaian tanpa batas"
        if limits is None
        else f"capaian di bawah {limits[0]} dihitung {limits[0]}, di atas {limits[1]} dihitung "
        f"{limits[1]}"
    )
    yield Method(
        "Batas capaian untuk rata-rata",
        _example(hasil, iku_keys, "capaian_batas"),
        f"{ATURAN_UNIT} (batas_capaian: {policy})",
        rumus=rule,
    )
    yield Method(
        "Rata-rata capaian IKU",
        "rata_rata.capaian_iku",
        "kesepakatan laporan: semua IKU setara, kecuali diberi bobot",
    )
    yield Method(
        "Angka capaian kinerja",
        "rata_rata.capaian_iku_0_100",
        "uraian skala predikat pada BAB III",
    )
    yield Method(
        "Predikat kinerja",
        "rata_rata.predikat_kinerja",
        _scale_source(hasil, facts["skala_capaian"]),
    )
    yield Method("Predikat nilai IKU", _example(hasil, iku_keys, "predikat"), _scales_of_iku(hasil))
    goals = [goal.key for goal in list_goals(hasil)]
    yield Method("Capaian sasaran", _example(hasil, goals, "capaian"), ATURAN_LAPORAN)
    status = _example(hasil, goals, "status")
    yield Method("Status sasaran", status, ATURAN_LAPORAN, satuan="status")
    composed = _example(hasil, iku_keys, "komposit")
    yield Method(
        "Nilai IKU komposit", composed, "rumus IKU pada iku.csv dan komponen_iku.csv", tanda=" + "
    )
    yield from _components(hasil)


def _keys_of(hasil: Results, polaritas: str) -> list[str]:
    keys = [iku.key for iku in list_iku(hasil) if iku.row["polaritas"] == polaritas]
    return keys + [
        f"indikator.{slug(row['kode'])}.{row['urutan']}"
        for _, row in frame_rows(hasil.data["indikator_program"])
        if row["polaritas"] == polaritas
    ]


def _components(hasil: Results) -> Iterator[Method]:
    names = {iku.row["kode_iku"]: iku.key for iku in list_iku(hasil)}
    sources = {
        "skm": ("Nilai IKM", "PermenPANRB Nomor 14 Tahun 2017"),
        "ipp": ("Nilai IPP", "formulir F-01 penilaian pelayanan publik"),
    }
    seen = set()
    for _, row in frame_rows(hasil.data["komponen_iku"]):
        source = row["sumber"]
        if source in sources and source not in seen and row["kode_iku"] in names:
            seen.add(source)
            nama, rule = sources[str(source)]
            yield Method(
                nama,
                f"{names[row['kode_iku']]}.komponen.{component_slug(row['komponen'])}.nilai",
                rule,
            )


def _scale_source(hasil: Results, name: object) -> str:
    rows = [row for _, row in frame_rows(hasil.data["skala_predikat"]) if row["skala"] == name]
    sources = dict.fromkeys(str(row["sumber"]) for row in rows if row["sumber"])
    where = f": {'; '.join(sources)}" if sources else " di skala_predikat.csv"
    return f"skala {name_scale(name)}{where}"


def _scales_of_iku(hasil: Results) -> str:
    names = dict.fromkeys(iku.row["skala"] for iku in list_iku(hasil) if iku.row["skala"])
    return "; ".join(_scale_source(hasil, name) for name in names)


def _comparison(hasil: Results) -> Iterator[Method]:
    keys = [iku.key for iku in list_iku(hasil)]
    year = hasil.tahun
    change = _example(hasil, keys, f"perubahan.{year}")
    stem = change.removesuffix(f".perubahan.{year}")
    yield Method(
        "Perubahan antartahun",
        change,
        f"{CAPAIAN} (perbandingan dengan tahun lalu)",
        {
            f"realisasi {year}": f"{stem}.realisasi",
            f"realisasi {year - 1}": f"{stem}.riwayat.{year - 1}",
        },
        "realisasi tahun ini − realisasi tahun sebelumnya",
        "satuan indikator",
    )
    kunci = _example(hasil, keys, "kemajuan")
    stem = _stem(kunci)
    yield Method(
        "Tingkat kemajuan",
        kunci,
        f"{CAPAIAN} (perbandingan dengan target jangka menengah)",
        {"target akhir Renstra": f"{stem}.target_akhir_renstra", "realisasi": f"{stem}.realisasi"},
    )
    kunci = _example(hasil, keys, "selisih_nasional")
    stem = _stem(kunci)
    if kunci and hasil[kunci].known:
        yield Method(
            "Selisih dengan nasional",
            kunci,
            f"{CAPAIAN} (perbandingan dengan standar nasional)",
            {"realisasi nasional": f"{stem}.realisasi_nasional", "realisasi": f"{stem}.realisasi"},
            satuan="satuan indikator",
        )


def _money(hasil: Results) -> Iterator[Method]:
    facts = hasil.data.identitas
    items = list_items(hasil.data)
    rolled = [item.key for item in items if len(hasil[f"{item.key}.realisasi"].dari) > 1]
    rolled.sort(
        key=lambda key: len(hasil[f"{key}.realisasi"].dari)
    )  # the shortest sum is the clearest
    yield Method(
        "Anggaran kegiatan dan program",
        _example(hasil, rolled, "realisasi"),
        "penjumlahan tanpa pembulatan",
        rumus="jumlah anggaran item di bawahnya; tanpa anak, angka pada baris itu sendiri",
        tanda=" + ",
    )
    both = {"pagu": "anggaran.pagu", "realisasi anggaran": "anggaran.realisasi"}
    if items:
        yield Method("Serapan anggaran", "anggaran.serapan", ANGGARAN, both)
        yield Method("Sisa anggaran (SILPA)", "anggaran.silpa", ANGGARAN, both)
    goals = [goal.key for goal in list_goals(hasil)]
    share = _example(hasil, goals, "porsi")
    yield Method(
        "Porsi anggaran sasaran",
        share,
        ATURAN_LAPORAN,
        {"pagu sasaran": f"{_stem(share)}.pagu", "jumlah pagu semua program": "anggaran.pagu"},
    )
    keys = [item.key for item in items]
    yield Method(
        "Penilaian menunjang / kurang",
        _example(hasil, keys, "dukungan"),
        _scale_source(hasil, facts["skala_dukungan"]),
        satuan="kelas",
    )
    school = str(facts["rumus_efisiensi"])
    kunci = _example(hasil, goals, "efisiensi")
    stem = _stem(kunci)
    yield Method(
        f"Efisiensi anggaran ({SCHOOLS.get(school, school)})",
        kunci,
        f"{ATURAN_UNIT} (rumus_efisiensi: {school}); {SUMBER_EFISIENSI.get(school, '')}",
        {
            "capaian kinerja (%)": f"{stem}.capaian",
            "serapan anggaran (%)": f"{stem}.serapan",
            "pagu": f"{stem}.pagu",
            "capaian": f"{stem}.capaian",
            "realisasi anggaran": f"{stem}.realisasi",
        },
    )
    yield Method(
        "Penilaian efisiensi",
        _example(hasil, goals, "nilai_efisiensi"),
        ATURAN_LAPORAN,
        rumus=JUDGED.get(school, ""),
        satuan="kelas",
    )


def _resources(hasil: Results) -> Iterator[Method]:
    data = hasil.data
    keys = [f"sdm.{slug(row['kode_iku'])}" for _, row in frame_rows(data["sdm"])]
    kunci = _example(hasil, keys, "ketersediaan")
    stem = _stem(kunci)
    yield Method(
        "Ketersediaan SDM",
        kunci,
        "analisis beban kerja (ABK)",
        {"pegawai tersedia": f"{stem}.tersedia", "kebutuhan": f"{stem}.kebutuhan"},
    )
    yield Method(
        "Kekurangan SDM",
        _example(hasil, keys, "kekurangan"),
        ATURAN_LAPORAN,
        {"ketersediaan": f"{stem}.ketersediaan"},
    )
    keys = [f"sarpras.{slug(row['urutan'])}" for _, row in frame_rows(data["sarpras"])]
    short = [
        key
        for key in keys
        if hasil[f"{key}.kekurangan"].known and hasil[f"{key}.kekurangan"].number
    ]
    kunci = _example(hasil, short + keys, "ketersediaan")
    stem = _stem(kunci)
    yield Method(
        "Ketersediaan sarana prasarana",
        kunci,
        "standar kebutuhan P-RKBMD; batas 100% aturan laporan ini",
        {
            "hasil rekon": f"{stem}.hasil_rekon",
            "pengadaan P-RKBMD": f"{stem}.pengadaan_rkbmd",
            "standar kebutuhan": f"{stem}.standar_kebutuhan",
        },
    )
    yield Method(
        "Kekurangan sarana prasarana",
        _example(hasil, short + keys, "kekurangan"),
        ATURAN_LAPORAN,
        {"ketersediaan": f"{stem}.ketersediaan"},
    )


def _evaluation(hasil: Results) -> Iterator[Method]:
    rows = frame_rows(hasil.data["evaluasi"])
    keys = [f"evaluasi.{slug(row['urutan'])}" for _, row in rows]
    kunci = _example(hasil, keys, "capaian")
    stem = _stem(kunci)
    yield Method(
        "Capaian komponen LHE", kunci, LHE, {"nilai": f"{stem}.nilai", "bobot": f"{stem}.bobot"}
    )
    if rows:
        yield Method("Nilai evaluasi AKIP", "jumlah.nilai_evaluasi", LHE, tanda=" + ")
