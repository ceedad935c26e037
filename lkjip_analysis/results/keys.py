"""The keys of ``hasil.json``: every figure by entity, with what it is and its unit.

``Iku`` over ``str`` gives the keys that figures are entered under, over ``Figure`` the figures
themselves: ``iku.AKIP.capaian`` in ``hasil.json`` is ``hasil.iku["AKIP"].capaian``.
``docs/kunci.md`` lists all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, TypeVar

from lkjip_analysis.data.schema_programmes import LEVELS as LEVELS
from lkjip_analysis.results.names import Angka, Names, Pattern, Setiap, patterns_of

T = TypeVar("T")

STATUSES = ("melebihi", "sesuai", "tidak_mencapai")
COUNTED = ("sasaran", "iku", *LEVELS)
OWN = "satuan indikator"
WORDS = (
    "tahun", "tahun_lalu", "dua_tahun_lalu", "tahun_depan", "renstra.periode",
    "identitas.nama_pendek", "laporan.status", "laporan.tanggal", "laporan.tanggal_panjang",
    "laporan.naskah_perjanjian",
    *(f"terbilang.{name}" for name in COUNTED),
)  # fmt: skip
"""What a text may name beside figures and the facts of ``identitas.csv``."""


class Ukuran(Names[T]):
    """What an indicator was to reach, what it reached, and how far that is."""

    target = Angka("target setahun", OWN, lalu=True)
    realisasi = Angka("realisasi setahun", OWN, lalu=True)
    capaian = Angka("capaian: realisasi terhadap target", lalu=True)


class Iku(Ukuran[T]):
    """An Indikator Kinerja Utama, a row of ``iku.csv``."""

    akar, apa = "iku.<kode>", "IKU"
    target_predikat = Angka("target yang diberikan sebagai predikat", "predikat", lalu=True)
    realisasi_predikat = Angka("realisasi yang diberikan sebagai predikat", "predikat", lalu=True)
    capaian_batas = Angka("capaian yang dibatasi, masukan rata-rata", lalu=True)
    status = Angka("status terhadap target", "status", lalu=True)
    predikat = Angka("predikat realisasi menurut skalanya", "predikat")
    interpretasi = Angka("arti predikat itu", "teks")
    target_akhir_renstra = Angka("target pada akhir Renstra", OWN)
    kemajuan = Angka("kemajuan: realisasi terhadap target akhir Renstra", lalu=True)
    realisasi_nasional = Angka("realisasi tingkat nasional", OWN)
    selisih_nasional = Angka("selisih realisasi dengan tingkat nasional", OWN)
    komposit = Angka("jumlah hasil komponen IKU komposit", OWN, lalu=True)
    riwayat = Setiap("realisasi tahun sebelumnya", OWN, "riwayat.<tahun>")
    riwayat_predikat = Setiap(
        "realisasi tahun sebelumnya yang diberikan sebagai predikat", "predikat",
        "riwayat.<tahun>_predikat",
    )  # fmt: skip
    perubahan = Setiap("perubahan realisasi dari tahun sebelumnya", OWN, "perubahan.<tahun>")
    pertumbuhan = Setiap("pertumbuhan realisasi", "persen", "pertumbuhan.<tahun>", sejak=2)


class Komponen(Names[T]):
    """A component of a composite IKU, a row of ``komponen_iku.csv``."""

    akar, apa = "iku.<kode>.komponen.<komponen>", "komponen IKU"

    def __init__(self, look: Callable[[str], T], kode: object, komponen: object) -> None:
        super().__init__(look, kode, str(komponen).casefold().replace(" ", "_"))

    nilai = Angka("nilai komponen", "nilai", lalu=True)
    koefisien = Angka("koefisien komponen", "koefisien", lalu=True)
    hasil = Angka("koefisien × nilai", OWN, lalu=True)
    unsur = Setiap("nilai rata-rata unsur SKM", "nilai", "unsur.<nomor>", lalu=True)
    butir = Setiap("skor butir IPP", "skor", "butir.<nomor>", lalu=True)


class Indikator(Ukuran[T]):
    """An indicator of a programme, kegiatan or subkegiatan, a row of ``indikator_program.csv``."""

    akar, apa = "indikator.<kode>.<urutan>", "indikator program"
    status = Angka("status terhadap target", "status", lalu=True, sejak=3)
    target_predikat = Angka("target sebagai predikat", "predikat", lalu=True, sejak=4)
    realisasi_predikat = Angka("realisasi sebagai predikat", "predikat", lalu=True, sejak=4)
    capaian_dilaporkan = Angka(
        "capaian yang dilaporkan, bila targetnya tidak diterbitkan", lalu=True, sejak=3
    )
    riwayat = Setiap("realisasi tahun sebelumnya", OWN, "riwayat.<tahun>", sejak=5)
    riwayat_predikat = Setiap(
        "realisasi tahun sebelumnya sebagai predikat", "predikat", "riwayat.<tahun>_predikat",
        sejak=5,
    )  # fmt: skip


class Uang(Names[T]):
    """Money: what was given, used and left, and how much of it was used."""

    pagu = Angka("pagu anggaran", "rupiah")
    realisasi = Angka("realisasi anggaran", "rupiah")
    serapan = Angka("serapan: realisasi terhadap pagu")
    silpa = Angka("sisa anggaran: pagu − realisasi", "rupiah")


class Program(Uang[T]):
    """A programme, kegiatan or subkegiatan, a row of ``program.csv``."""

    akar, apa = "program.<kode>", "program"
    pagu = Angka("pagu anggaran", "rupiah", lalu=True)
    realisasi = Angka("realisasi anggaran", "rupiah", lalu=True)
    serapan_dilaporkan = Angka("serapan yang dilaporkan, bila pagunya belum tersedia")
    capaian = Angka("rata-rata capaian indikatornya")
    dukungan = Angka("dukungannya terhadap sasaran", "teks")


class Anggaran(Uang[T]):
    """The money of the whole unit."""

    akar, apa = "anggaran", "anggaran"
    pagu = Angka("jumlah pagu semua program", "rupiah", lalu=True)
    realisasi = Angka("jumlah realisasi semua program", "rupiah", lalu=True)
    serapan = Angka("serapan: realisasi terhadap pagu", lalu=True)
    silpa = Angka("sisa anggaran: pagu − realisasi", "rupiah", lalu=True)
    pagu_dpa = Angka("total pagu pada DPA", "rupiah")
    selisih_dpa = Angka("jumlah pagu program − total DPA", "rupiah")
    silpa_dpa = Angka("total DPA − realisasi", "rupiah")


class TanpaSasaran(Uang[T]):
    """The programmes that are linked to no sasaran."""

    akar, apa = "tanpa_sasaran", "program tanpa sasaran"
    porsi = Angka("bagian dari pagu seluruhnya")
    jumlah_program = Angka("jumlah program yang ditautkan", "program")


class Sasaran(TanpaSasaran[T]):
    """A sasaran strategis, a row of ``sasaran.csv``."""

    akar, apa = "sasaran.<kode>", "sasaran"
    capaian = Angka("rata-rata capaian IKU-nya")
    status = Angka("status terhadap target", "status")
    efisiensi = Angka("tingkat efisiensi anggaran", "satuan rumus efisiensi")
    nilai_efisiensi = Angka("penilaian efisiensi", "teks")


class Ketersediaan(Names[T]):
    """How much of what is needed is there, and how much is short."""

    ketersediaan = Angka("yang tersedia terhadap kebutuhan")
    kekurangan = Angka("yang kurang dari kebutuhan")


class Sdm(Ketersediaan[T]):
    """The staff for an IKU, a row of ``sdm.csv``."""

    akar, apa = "sdm.<kode>", "SDM"
    kebutuhan = Angka("pegawai yang dibutuhkan", "orang")
    tersedia = Angka("pegawai yang tersedia", "orang")


class Sarpras(Ketersediaan[T]):
    """A kind of facilities, a row of ``sarpras.csv``."""

    akar, apa = "sarpras.<urutan>", "sarpras"
    hasil_rekon = Angka("jumlah hasil rekonsiliasi barang", "unit")
    pengadaan_periode = Angka("pengadaan pada periode itu", "unit")
    standar_kebutuhan = Angka("standar kebutuhan", "unit")
    pengadaan_rkbmd = Angka("pengadaan menurut P-RKBMD", "unit")


class Evaluasi(Names[T]):
    """A component of the evaluation of the SAKIP (LHE), a row of ``evaluasi.csv``."""

    akar, apa = "evaluasi.<urutan>", "komponen evaluasi"
    bobot = Angka("bobot komponen", "poin")
    nilai = Angka("nilai komponen", "poin")
    capaian = Angka("nilai terhadap bobot")


class RataRata(Names[T]):
    """Means over the entities."""

    akar, apa = "rata_rata", "rata-rata"
    capaian_iku = Angka("rata-rata capaian IKU", lalu=True)
    capaian_iku_0_100 = Angka("rata-rata itu, dibatasi 0 sampai 100")
    predikat_kinerja = Angka("predikat kinerja", "predikat")
    interpretasi_kinerja = Angka("arti predikat itu", "predikat")
    kemajuan = Angka("rata-rata kemajuan IKU", lalu=True)
    capaian_program = Angka("rata-rata capaian indikator program", lalu=True)
    capaian_tingkat = Setiap(
        "rata-rata capaian indikator setingkat", pola="capaian_<tingkat>", pilihan=LEVELS
    )
    capaian_sasaran = Angka("rata-rata capaian sasaran")
    capaian_sasaran_status = Setiap(
        "rata-rata capaian sasaran yang berstatus itu",
        pola="capaian_sasaran_<status>", pilihan=STATUSES,
    )  # fmt: skip
    serapan_sasaran = Angka("rata-rata serapan sasaran")
    efisiensi = Angka("rata-rata efisiensi sasaran", "satuan rumus efisiensi")
    ketersediaan_sdm = Angka("rata-rata ketersediaan SDM")
    kekurangan_sdm = Angka("rata-rata kekurangan SDM")
    ketersediaan_sarpras = Angka("rata-rata ketersediaan sarpras")
    kekurangan_sarpras = Angka("rata-rata kekurangan sarpras")


class Jumlah(Names[T]):
    """Counts and totals."""

    akar, apa = "jumlah", "jumlah"
    sasaran = Angka("sasaran strategis", "sasaran")
    iku = Angka("IKU", "iku")
    banyak = Setiap("yang disebut", "<apa>", "<apa>", pilihan=COUNTED)
    iku_status = Setiap("IKU yang berstatus itu", "IKU", "iku_<status>", pilihan=STATUSES)
    iku_tercapai = Angka("IKU yang mencapai atau melampaui target", "IKU", sejak=4)
    iku_renstra_dinilai = Angka("IKU yang kemajuannya terhadap akhir Renstra ada", "IKU", sejak=4)
    iku_renstra_tercapai = Angka("IKU yang sudah mencapai target akhir Renstra", "IKU", sejak=4)
    iku_renstra_belum = Angka("IKU yang belum mencapai target akhir Renstra", "IKU", sejak=4)
    sasaran_status = Setiap(
        "sasaran yang berstatus itu", "sasaran", "sasaran_<status>", pilihan=STATUSES
    )
    indikator_program = Angka("indikator program, kegiatan, dan subkegiatan", "indikator")
    indikator_program_tercapai = Angka("indikator yang mencapai target", "indikator")
    indikator_program_tidak_tercapai = Angka("indikator yang belum mencapai target", "indikator")
    indikator_program_tanpa_capaian = Angka("indikator yang belum dapat dinilai", "indikator")
    indikator_program_tanpa_target = Angka(
        "indikator yang targetnya tidak diterbitkan", "indikator", sejak=3
    )
    indikator_program_dinilai = Angka("indikator yang dapat dinilai", "indikator", sejak=3)
    indikator_dinilai = Setiap(
        "indikator setingkat yang dapat dinilai", "indikator", "indikator_dinilai_<tingkat>",
        pilihan=LEVELS, sejak=4,
    )  # fmt: skip
    indikator_tercapai = Setiap(
        "indikator setingkat yang mencapai atau melampaui target", "indikator",
        "indikator_tercapai_<tingkat>", pilihan=LEVELS, sejak=4,
    )  # fmt: skip
    indikator_belum = Setiap(
        "indikator setingkat yang belum mencapai target", "indikator",
        "indikator_belum_<tingkat>", pilihan=LEVELS, sejak=4,
    )  # fmt: skip
    pagu_sasaran = Angka("pagu semua sasaran", "rupiah")
    realisasi_sasaran = Angka("realisasi anggaran semua sasaran", "rupiah")
    kebutuhan_sdm = Angka("pegawai yang dibutuhkan", "orang", sejak=2)
    tersedia_sdm = Angka("pegawai yang tersedia", "orang", sejak=2)
    nilai_evaluasi = Angka("nilai evaluasi AKIP", "nilai")
    bobot_evaluasi = Angka("bobot evaluasi AKIP", "poin")
    rekomendasi = Angka("rekomendasi evaluator", "rekomendasi")


class Gabungan(Names[T]):
    """Ratios of totals."""

    akar, apa = "gabungan", "gabungan"
    ketersediaan_sdm = Angka("jumlah pegawai tersedia terhadap jumlah kebutuhan", sejak=2)


class Terendah(Names[T]):
    """The lowest of the entities."""

    akar, apa = "terendah", "terendah"
    capaian_evaluasi = Angka("capaian komponen evaluasi yang terendah", sejak=2)
    komponen_evaluasi = Angka("komponen evaluasi yang capaiannya terendah", "komponen", sejak=2)


class Perubahan(Names[T]):
    """What has changed since the year before."""

    akar, apa = "perubahan", "perubahan"
    capaian_iku = Angka("perubahan rata-rata capaian IKU", "poin")
    capaian_program = Angka("perubahan rata-rata capaian indikator program", "poin")
    kemajuan = Angka("perubahan rata-rata kemajuan", "poin")
    serapan = Angka("perubahan serapan anggaran", "poin")
    silpa = Angka("perubahan sisa anggaran", "rupiah")


ANGGARAN, TANPA_SASARAN = Anggaran(str), TanpaSasaran(str)
RATA_RATA, JUMLAH, PERUBAHAN = RataRata(str), Jumlah(str), Perubahan(str)
GABUNGAN, TERENDAH = Gabungan(str), Terendah(str)
ENTITIES: tuple[type[Names[Any]], ...] = (
    Iku, Komponen, Program, Indikator, Anggaran, Sasaran, TanpaSasaran, Sdm, Sarpras, Evaluasi,
    RataRata, Jumlah, Gabungan, Terendah, Perubahan,
)  # fmt: skip


@cache
def patterns() -> tuple[Pattern, ...]:
    """List the patterns of all keys, in the order of their declaration."""
    every = [pattern for entity in ENTITIES for pattern in patterns_of(entity)]
    return tuple({pattern.kunci: pattern for pattern in reversed(every)}.values())[::-1]


def meant_key(name: str, known: Iterable[str]) -> str:
    """Say which key a ``{…}`` that nothing answers was meant to be; blank: just text in braces."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.8)
    if near:
        return f"maksud Anda {{{near[0]}}}?"
    families = {"identitas", *(pattern.kunci.partition(".")[0] for pattern in patterns())}
    return "lihat daftar kunci dengan 'lkjip results'" if name.split(".")[0] in families else ""


def edition_of(kunci: str) -> int:
    """Say since which edition of the program a figure is computed; 0 where it knows none such."""
    angka = angka_of(kunci)
    return angka.sejak if angka else 0


def angka_of(kunci: str) -> Angka | None:
    """Say which figure a key is one of: ``Iku.target`` for ``iku.AKIP.target``."""
    pattern = pattern_of(kunci)
    return pattern.angka if pattern else None


def stem_of(kunci: str) -> str:
    """Name the entity that a key is a figure of, by what all its keys begin with.

    >>> stem_of("iku.AKIP.riwayat.2023"), stem_of("anggaran.silpa")
    ('iku.AKIP', 'anggaran')
    """
    angka = angka_of(kunci)
    ends = angka.pola.count(".") + 1 if angka else 1
    return kunci.rsplit(".", ends)[0]


@lru_cache(maxsize=8192)
def pattern_of(kunci: str) -> Pattern | None:
    """Find the pattern of a key; None where no figure is called so.

    >>> pattern_of("iku.AKIP.riwayat.2023").kunci, pattern_of("iku.AKIP.capian")
    ('iku.<kode>.riwayat.<tahun>', None)
    """
    return next((pattern for pattern in patterns() if pattern.fits(kunci)), None)
