"""Rules on what must be explained: missed targets and setbacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.names import normalise
from lkjip_analysis.checks.rows import name_of
from lkjip_analysis.checks.targets import is_better
from lkjip_analysis.checks.texts import named_iku, passages
from lkjip_analysis.data.schema_judgement import QUESTION_IDS
from lkjip_analysis.data.schemas import Narasi, PenilaianMandiri
from lkjip_analysis.formatting import format_number, format_percent
from lkjip_analysis.results import Results, entities


@rule(
    "K77",
    "peringatan",
    "Target tidak tercapai tanpa penjelasan",
    "Penyebab kegagalan wajib dijelaskan untuk setiap indikator yang tidak mencapai "
    "target (Bab III A butir 5).",
    "IKPP 96,10%, tanpa baris faktor_penghambat berkode IKPP.",
)
def k77_tanpa_penjelasan(hasil: Results) -> Iterator[Hit]:
    """Look for missed targets and setbacks that no text explains."""
    for iku in hasil.iku:
        if iku.status.nilai != "tidak_mencapai":
            continue
        told = _told_of(iku, hasil)
        lacking = [
            f"{what} ({' atau '.join(sections)})"
            for what, sections in DEMANDED.items()
            if not told & set(sections)
        ]
        if lacking:
            yield Hit(
                f"{name_of(iku.row)} tidak mencapai target, tetapi narasi tidak "
                f"menjelaskan {' dan '.join(lacking)}",
                iku.row.cells("realisasi", "target"),
                saran=f"tambahkan baris narasi berkode {iku.kode} pada bagian itu",
            )


DEMANDED = {
    "penyebabnya": ("faktor_penghambat", "rincian_capaian"),
    "langkahnya": ("solusi", "upaya_perbaikan"),
}
"""What must be told of a missed target, and the sections that tell it."""


def _told_of(iku: entities.Iku, hasil: Results) -> set[str]:
    """Name the sections with a text on an IKU."""
    texts = passages(hasil, Narasi)
    return {p.bagian for p in texts if p.kode == iku.kode or iku in named_iku(hasil, p.text)}


CAUSES = ("faktor_penghambat", "analisis", "analisis_program")
"""Sections that tell why an indicator of a programme fell short."""

# fmt: off
COMMON_WORDS = frozenset((
    "persentase", "jumlah", "nilai", "indeks", "rata", "yang", "untuk", "dengan", "pada", "oleh",
    "dari", "hasil", "kecamatan", "dinas", "badan", "kinerja", "capaian", "daerah", "program",
))
# fmt: on
"""Words that name no indicator by themselves."""


@rule(
    "K84",
    "catatan",
    "Indikator program tidak tercapai tanpa penjelasan",
    "Laporan harus menyebut program yang menyebabkan kegagalan, dan mengapa (Bab III A butir 7).",
    "Nilai PATEN 80,55 dari target 84 tidak disebut di faktor penghambat.",
)
def k84_program_tanpa_penjelasan(hasil: Results) -> Iterator[Hit]:
    """Look for programmes that fell short and that no text on causes names."""
    told = [set(normalise(p.text).split()) for p in passages(hasil, Narasi) if p.bagian in CAUSES]
    place = f"{hasil.data.identitas.nama_unit} {hasil.data.identitas.tempat}"
    ignored = COMMON_WORDS | set(normalise(place).split())
    indicators = [
        (one, {w for w in normalise(one.nama).split() if len(w) > 3} - ignored)
        for programme in hasil.at_level("program")
        for one in programme.indikator
    ]
    shared = Counter(word for _, words in indicators for word in words)
    for one, words in indicators:
        capaian = one.capaian.decimal
        if capaian is None or capaian >= 100:
            continue
        own = {word for word in words if shared[word] == 1} or words
        if own and not any(len(own & text) >= 0.6 * len(own) for text in told):
            yield Hit(
                f"{name_of(one.row)} tercapai {format_percent(capaian)}, tetapi tidak disebut di "
                "bagian penyebab",
                one.row.cells("realisasi", "target"),
                saran="jelaskan penyebabnya di faktor_penghambat atau analisis_program",
            )


@rule(
    "K79",
    "catatan",
    "Realisasi memburuk tanpa penjelasan",
    "Penurunan dari tahun lalu perlu dijelaskan walaupun targetnya tercapai (Bab III A butir 2).",
    "IKPP turun dari 7,68 menjadi 7,50, tanpa penjelasan di rincian_perbandingan.",
)
def k79_memburuk(hasil: Results) -> Iterator[Hit]:
    """Look for setbacks against last year that no text explains."""
    explaining = {"rincian_perbandingan", "rincian_capaian", "faktor_penghambat", "analisis"}
    for iku in hasil.iku:
        before = iku.riwayat[hasil.tahun - 1]
        now, past = iku.realisasi.decimal, before.decimal
        if now is None or past is None or not iku.realisasi.beside(before):
            continue
        if not is_better(past, now, iku.row.polaritas):
            continue
        if not _told_of(iku, hasil) & explaining:
            yield Hit(
                f"{name_of(iku.row)} memburuk dari {format_number(past)} menjadi "
                f"{format_number(now)} tanpa penjelasan",
                (iku.row.cell("realisasi"), *before.masukan),
                selisih=format_number(now - past),
                saran=f"tambahkan baris rincian_perbandingan berkode {iku.kode}",
            )


@rule(
    "K96",
    "peringatan",
    "Jawaban penilaian mandiri tidak terpakai atau tanpa bukti",
    "Jawaban hanya terpakai bila ID-nya dikenal, dan jawaban 'ya' tanpa bukti tidak "
    "dapat dipertanggungjawabkan.",
    "ID R99; jawaban 'ya' untuk R22 tanpa bukti.",
)
def k96_penilaian_mandiri(hasil: Results) -> Iterator[Hit]:
    """Check the answers people gave: a known question, and evidence for a yes."""
    for row in hasil.data[PenilaianMandiri]:
        code = row.id
        if code not in QUESTION_IDS:
            yield Hit(
                f"ID {code} bukan pertanyaan penilaian mandiri",
                row.cells("id"),
                dugaan="salah ketik",
                saran=f"pakai salah satu: {', '.join(QUESTION_IDS[:6])}, …",
            )
        elif row.jawaban in ("ya", "sebagian") and not row.bukti:
            yield Hit(
                f"jawaban '{row.jawaban}' untuk {code} tanpa bukti",
                row.cells("bukti", "jawaban"),
                dugaan="bukti belum diisi",
                saran="sebut dokumen atau penjelasannya",
                keparahan="catatan",
            )
