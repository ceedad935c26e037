"""Rules on the order of things: numbering without gaps, rows that stand twice, one head, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.names import normalise
from lkjip_analysis.checks.rows import Row, rows
from lkjip_analysis.checks.texts import passages, quote, sentences
from lkjip_analysis.results import Results

NUMBERED = (
    ("narasi", ("bagian",)),
    ("evaluasi", ()),
    ("tindak_lanjut", ()),
    ("sarpras", ()),
    ("skm", ()),
    ("struktur", ("atasan",)),
    ("tugas", ("kode_jabatan", "jenis")),
    ("proses_bisnis", ("induk",)),
    ("indikator_program", ("kode",)),
)
"""Tables with an ``urutan``, and what it is counted within."""

CONTENT = (
    ("sasaran", (), "sasaran"),
    ("iku", (), "indikator"),
    ("program", ("induk",), "nama"),
    ("indikator_program", ("kode",), "indikator"),
    ("renstra", ("induk",), "nama"),
    ("sarpras", (), "uraian"),
    ("tindak_lanjut", (), "rekomendasi"),
    ("struktur", ("atasan",), "jabatan"),
    ("tugas", ("kode_jabatan", "jenis"), "teks"),
    ("evaluasi", (), "komponen"),
    ("skm", (), "unsur"),
)
"""Tables whose rows must differ in a column, within a group."""


def _groups(hasil: Results, table: str, keys: tuple[str, ...]) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows(hasil.data, table):
        groups.setdefault(tuple(row.text(key) for key in keys), []).append(row)
    return groups


@rule(
    "K80",
    "peringatan",
    "Nomor urut meloncat atau berulang",
    "Nomor yang meloncat biasanya berarti satu baris terhapus; nomor berulang membuat "
    "urutan cetak tidak pasti.",
    "Rekomendasi nomor 1, 2, 4.",
)
def k80_nomor_urut(hasil: Results) -> Iterator[Hit]:
    """Check that numbers run from 1 without gap; one finding for each group."""
    for table, keys in NUMBERED:
        for group, members in _groups(hasil, table, keys).items():
            numbered = [
                (int(number), row)
                for row in members
                if (number := row.number("urutan")) is not None
            ]
            found = sorted(number for number, _ in numbered)
            if not found or found == list(range(1, len(found) + 1)):
                continue
            lacking = sorted(set(range(1, found[-1] + 1)) - set(found))
            twice = sorted({number for number in found if found.count(number) > 1})
            said = [f"nomor {_list(lacking)} tidak ada"] if lacking else []
            said += [f"nomor {_list(twice)} berulang"] if twice else []
            where = f" pada {' '.join(part for part in group if part)}" if any(group) else ""
            after = next(
                (
                    row
                    for number, row in sorted(numbered, key=lambda pair: pair[0])
                    if number in twice or any(number == gap + 1 for gap in lacking)
                ),
                numbered[0][1],
            )
            yield Hit(
                f"urutan {table}.csv{where}: {', '.join(said) or 'tidak mulai dari 1'}",
                (after.cell("urutan"),),
                dugaan="baris terhapus atau disisipkan",
                saran="urutkan ulang mulai dari 1",
            )


def _list(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:8])) + (" …" if len(numbers) > 8 else "")


@rule(
    "K81",
    "peringatan",
    "Baris berganda",
    "Baris yang isinya sama terhitung dua kali di jumlah dan rata-rata.",
    "Subkegiatan bernama sama dua kali di bawah satu kegiatan.",
)
def k81_baris_ganda(hasil: Results) -> Iterator[Hit]:
    """Look for rows that say the same within their group."""
    for table, keys, column in CONTENT:
        for members in _groups(hasil, table, keys).values():
            first: dict[str, Row] = {}
            for row in members:
                key = normalise(row.text(column))
                if not key:
                    continue
                if key in first:
                    yield Hit(
                        f"{column} yang sama dengan baris {first[key].baris}: "
                        f"{quote(row.text(column))}",
                        (row.cell(column), first[key].cell(column)),
                        dugaan="baris tersalin dua kali",
                        saran="hapus salah satu, atau bedakan namanya",
                    )
                first.setdefault(key, row)


@rule(
    "K82",
    "peringatan",
    "Susunan organisasi tidak berpuncak satu",
    "Bagan organisasi mempunyai satu pimpinan; dua puncak berarti kolom atasan terlewat.",
    "Dua jabatan tanpa atasan.",
)
def k82_pimpinan(hasil: Results) -> Iterator[Hit]:
    """Count the positions without a superior."""
    heads = [row for row in rows(hasil.data, "struktur") if not row.text("atasan")]
    if len(heads) > 1:
        yield Hit(
            f"{len(heads)} jabatan tanpa atasan: "
            f"{', '.join(row.text('kode_jabatan') for row in heads[:6])}",
            tuple(row.cell("atasan") for row in heads[1:]),
            dugaan="kolom atasan belum diisi",
            saran="isi atasan semua jabatan kecuali pimpinan",
        )


@rule(
    "K83",
    "peringatan",
    "Kegiatan yang sama di bawah dua program",
    "Kegiatan milik satu program; kegiatan yang sama di bawah program lain biasanya "
    "salinan yang belum diganti.",
    "Program Pemberdayaan memuat kegiatan Penegakan Peraturan Daerah, salinan program sebelumnya.",
)
def k83_kegiatan_sama(hasil: Results) -> Iterator[Hit]:
    """Look for kegiatan of one name under different programmes."""
    for table in ("program", "renstra"):
        first: dict[str, Row] = {}
        for row in rows(hasil.data, table):
            if row.text("tingkat") != "kegiatan":
                continue
            earlier = first.setdefault(normalise(row.text("nama")), row)
            if earlier.text("induk") != row.text("induk"):
                yield Hit(
                    f"kegiatan {row.text('kode')} bernama sama dengan {earlier.text('kode')} "
                    f"milik program lain: {quote(row.text('nama'))}",
                    (row.cell("nama"), earlier.cell("nama")),
                    dugaan="salinan program sebelumnya yang belum diganti",
                    saran="periksa kegiatan program ini pada dokumen sumbernya",
                )


COUNTED = re.compile(
    r"\b(\d+)(?:\s*\([a-z ]+\))?\s+"
    r"(sub ?kegiatan|kegiatan|program|sasaran strategis|indikator kinerja utama|iku)\b",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\s*(?:\(iku\))?\s*,?\s*(?:dan|serta|dengan|yang dijabarkan dalam)?\s*", re.IGNORECASE
)
LEVELS = {"sasaran strategis": "sasaran", "indikator kinerja utama": "iku"}


@rule(
    "K85",
    "peringatan",
    "Banyaknya program, kegiatan, atau sasaran pada teks keliru",
    "Banyaknya yang diketik di dalam kalimat harus sama dengan banyaknya baris yang dicetak.",
    "'6 program, 11 kegiatan, dan 25 subkegiatan', padahal kegiatannya 12.",
)
def k85_banyaknya(hasil: Results) -> Iterator[Hit]:
    """Compare counts that a sentence lists side by side with the rows there are."""
    for passage in passages(hasil, "narasi"):
        for sentence in sentences(passage.plain):
            years = {int(year) for year in re.findall(r"\b20\d\d\b", sentence)}
            if years - {hasil.tahun} or re.search(r"\brenstra\b", sentence, re.IGNORECASE):
                continue
            found = list(COUNTED.finditer(sentence))
            listed = {
                match
                for one, other in pairwise(found)
                if LISTED.fullmatch(sentence, one.end(), other.start())
                for match in (one, other)
            }
            for match in sorted(listed, key=lambda m: m.start()):
                words = match[2].casefold()
                level = LEVELS.get(words, words.replace(" ", ""))
                figure = hasil[f"jumlah.{level}"]
                if figure.known and figure.number != int(match[1]):
                    yield Hit(
                        f"teks menyebut {match[1]} {words}, sedangkan jumlahnya {figure.tampil}: "
                        f"{quote(sentence)}",
                        (passage.cell,),
                        dugaan="sisa teks laporan tahun lalu",
                        saran=f"pakai {{jumlah.{level}}}",
                    )
