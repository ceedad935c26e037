"""Words: two spellings, units that do not fit, passages said twice, fillers, other units' names."""

from __future__ import annotations

import pytest
from kasus import look, narasi, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding


def saying(code: str, *texts: str, bagian: str = "analisis", **facts: str) -> list[Finding]:
    return look(code, unit(narasi=narasi(*((bagian, "", t) for t in texts)), facts=facts))


SPELLINGS = (
    ("ketenteraman", "Ketentraman"), ("efektivitas", "Efektifitas"),
    ("produktivitas", "Produktifitas"), ("aktivitas", "Aktifitas"), ("kreativitas", "Kreatifitas"),
    ("perizinan", "Perijinan"), ("izin", "Ijin"), ("analisis", "Analisa"), ("risiko", "Resiko"),
    ("objektif", "Obyektif"), ("subjek", "Subyek"), ("praktik", "Praktek"), ("jadwal", "Jadual"),
    ("november", "Nopember"), ("februari", "Pebruari"), ("provinsi", "Propinsi"),
    ("standar", "Standard"), ("persentase", "Prosentase"), ("kualitas", "Kwalitas"),
    ("koordinasi", "Kordinasi"), ("terampil", "Trampil"), ("sistem", "Sistim"),
    ("teknis", "Tehnis"), ("rumusan", "Perumusan masalah"), ("sumber daya", "Sumberdaya"),
)  # fmt: skip


def test_two_spellings() -> None:
    texts = [f"{standard} dan {other} warga" for standard, other in SPELLINGS]
    found = saying("K51", *texts)
    assert [f.saran for f in found] == [
        f"pakai satu ejaan; yang baku '{standard}'" for standard, _ in SPELLINGS
    ]
    assert [f.pesan for f in found] == [
        f"dua ejaan dipakai: '{standard}' (1 sel), '{other.casefold()}' (1 sel)"
        for standard, other in SPELLINGS
    ]
    assert [f.baris for f in found] == list(range(2, 2 + len(SPELLINGS)))


def test_one_spelling_is_enough() -> None:
    assert saying("K51", *(standard for standard, _ in SPELLINGS)) == []
    assert saying("K51", *(other for _, other in SPELLINGS)) == []
    assert saying("K51", "izin usaha", "perizinan", "Standarisasi") == []


def test_where_the_other_spelling_stands() -> None:
    found = saying("K51", "Izin satu.", *(f"Ijin {n}, ijin lagi." for n in range(9)))
    assert [len(f.sel) for f in found] == [9]
    assert found[0].baris == 3 and "'izin' (1 sel), 'ijin' (9 sel)" in found[0].pesan
    three = saying("K51", "standar", "standart", "standard")
    assert [cell.baris for cell in three[0].sel] == [4, 3]


PLACES = (
    ("sasaran", "tujuan", "kode_sasaran;sasaran;tujuan\nS1;Satu;Ijin"),
    ("sasaran", "sasaran", "kode_sasaran;tujuan;sasaran\nS1;Satu;Ijin"),
    ("iku", "indikator", "kode_iku;satuan;polaritas;indikator\nA;nilai;naik;Ijin"),
    ("program", "nama", "kode;tingkat;nama\nP1;program;Ijin"),
    ("program", "sasaran", "kode;tingkat;nama;sasaran\nP1;program;Satu;Ijin"),
    ("indikator_program", "indikator", "kode;urutan;satuan;polaritas;indikator\nP1;1;n;naik;Ijin"),
    ("struktur", "jabatan", "kode_jabatan;urutan;jabatan\nA;1;Ijin"),
    ("struktur", "uraian", "kode_jabatan;urutan;jabatan;uraian\nA;1;Kepala;Ijin"),
    ("tugas", "teks", "kode_jabatan;jenis;urutan;teks\nA;tugas;1;Ijin"),
    ("tindak_lanjut", "rekomendasi", "urutan;rekomendasi\n1;Ijin"),
    ("tindak_lanjut", "rencana_aksi", "urutan;rekomendasi;rencana_aksi\n1;A;Ijin"),
    ("tindak_lanjut", "status", "urutan;rekomendasi;status\n1;A;Ijin"),
    ("evaluasi", "kesimpulan", "urutan;komponen;kesimpulan\n1;A;Ijin"),
    ("evaluasi", "catatan", "urutan;komponen;catatan\n1;A;Ijin"),
)


@pytest.mark.parametrize(("table", "column", "text"), PLACES)
def test_every_printed_text_is_read(table: str, column: str, text: str) -> None:
    found = look("K51", unit(narasi=narasi(("analisis", "", "Izin warga.")), **{table: text}))
    assert [(f.berkas, f.kolom) for f in found] == [(f"2024/{table}.csv", column)]


NOUNS = (
    "dokumen", "laporan", "orang", "paket", "unit", "kegiatan", "desa", "kelurahan", "lembaga",
    "kali", "jenis", "bulan", "kasus", "sekolah", "siswa", "pasien", "puskesmas", "kelompok",
    "keluarga", "rumah", "perusahaan", "koperasi", "pegawai", "buku", "berkas", "aplikasi",
    "peserta", "sertifikat", "hari", "jam", "menit", "kilometer", "meter", "hektare",
)  # fmt: skip


def units(*pairs: tuple[str, str]) -> list[str]:
    """Give what the rule says of indicators and their units; blank where it is silent."""
    rows = [f"P{n};1;{name};{satuan};naik" for n, (name, satuan) in enumerate(pairs)]
    table = "\n".join(["kode;urutan;indikator;satuan;polaritas", *rows])
    said = {f.baris: f.pesan for f in look("K52", unit(indikator_program=table))}
    return [said.get(n, "") for n in range(2, 2 + len(pairs))]


def test_a_count_is_counted_in_what_it_names() -> None:
    assert units(*((f"Jumlah {noun} baru", noun) for noun in NOUNS)) == [""] * len(NOUNS)
    found = units(*((f"Jumlah {noun} baru", "persen") for noun in NOUNS))
    assert [text.rsplit(" ", 1)[-1] for text in found] == list(NOUNS)
    other = units(*((f"Jumlah {noun} baru", "jam" if noun != "jam" else "kali") for noun in NOUNS))
    assert all(other)


@pytest.mark.parametrize(
    ("name", "satuan", "expected"),
    [
        ("Jumlah kendaraan dinas", "unit", None),
        ("Jumlah kendaraan dinas", "orang", "unit"),
        ("Jumlah gedung kantor", "orang", "unit"),
        ("Jumlah komputer", "orang", "unit"),
        ("Jumlah peraturan daerah", "orang", "dokumen"),
        ("Jumlah peraturan daerah", "dokumen", None),
        ("Jumlah orang terlatih", "Orang", None),
        ("Jumlah orang terlatih", "peserta", None),  # people, all of them
        ("Jumlah siswa", "pasien", None),
        ("Jumlah pegawai", "orang", None),
        ("Jumlah dokumen", "buku", None),
        ("Jumlah berkas", "dokumen", None),
        ("Jumlah desa", "kelurahan", None),
        ("Jumlah desa", "orang", "desa"),
        ("Jumlah laporan", "naskah", None),  # an unusual word may well be right
        ("Jumlah laporan", "%", "laporan"),
        ("Jumlah laporan", "persentase", "laporan"),
        ("Persentase desa tertib", "persen", None),
        ("Persentase desa tertib", "%", None),
        ("Persentase desa tertib", "Persentase", None),
        ("Persentase desa tertib", "desa", "persen"),
        ("Prosentase desa tertib", "desa", "persen"),
        ("Jumlah pohon", "batang", None),
        ("Jumlah pohon", "persen", ""),
        ("Jumlah", "persen", None),
        ("Indeks mutu", "%", ""),
        ("Nilai mutu", "persen", ""),
        ("Nilai mutu", "nilai", None),
        ("Tingkat mutu", "persen", None),
        ("…", "persen", None),
    ],
)
def test_unit_and_name(name: str, satuan: str, expected: str | None) -> None:
    said = units(("Nilai lain", "nilai"), (name, satuan))[1]
    if expected is None:
        assert said == ""
    else:
        ending = f", menurut nama indikatornya {expected}" if expected else ""
        assert said.endswith(f"'{satuan}'{ending}")


def test_units_of_the_iku() -> None:
    iku = "kode_iku;indikator;satuan;polaritas\nA;Persentase desa;desa;naik"
    assert places("K52", unit(iku=iku)) == [(2, "satuan")]


def repeated(*texts: tuple[str, str]) -> list[Finding]:
    return look("K53", unit(narasi=narasi(*((bagian, "", text) for bagian, text in texts))))


SAID = "Kerja sama antarbidang memudahkan penyusunan laporan pada setiap triwulan warga."
"""Eighty characters."""


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("solusi", "kesimpulan", "catatan"),
        ("solusi", "solusi", "peringatan"),
    ],
)
def test_passages_said_twice(one: str, other: str, severity: str) -> None:
    assert len(SAID) == 80
    found = repeated((one, SAID), ("analisis", "Lain."), (other, SAID.upper()))
    assert [(f.keparahan, [cell.baris for cell in f.sel]) for f in found] == [(severity, [4, 2])]
    where = f"bagian {one}" if one == other else f"bagian {one} dan {other}"
    assert f"1 teks berulang pada {where}:" in found[0].pesan


def test_short_passages_may_be_repeated() -> None:
    assert repeated(("solusi", SAID[1:]), ("kesimpulan", SAID[1:])) == []
    assert repeated(("solusi", SAID), ("kesimpulan", f"{SAID} Lagi.")) == []
    assert repeated(("solusi", "Lain."), ("solusi", SAID), ("kesimpulan", SAID)) != []


def test_pairs_of_sections_are_told_together() -> None:
    texts = [f"{SAID} Butir {n}." for n in range(14)]
    twice = [*(("solusi", text) for text in texts), *(("kesimpulan", text) for text in texts)]
    found = repeated(*twice, ("solusi", texts[0]))
    assert [(len(f.sel), f.pesan.split(" ")[0]) for f in found] == [(28, "14"), (2, "1")]


FILLERS = (
    "Lorem warga.", "Isi ipsum warga.", "Perlu TODO warga.", "Nilai xxx warga.", "Nilai ....",
    "Nilai …… warga.", "Nama ___ warga.", "Nilai [isi angka] warga.", "Bapak [nama kepala].",
    "Pada [tanggal] itu.", "Surat [nomor].", "Surat [diisi nanti].", "Nilai <isi angka>.",
    "Bapak <nama>.", "Pada <tanggal>.", "Surat <nomor surat>.", "Isi di sini.", "Isi disini.",
    "Contoh teks bagian.",
)  # fmt: skip
NO_FILLERS = (
    "Dan seterusnya ...", "Nilai … warga.", "Nama __ warga.", "Lihat [1].", "Nilai <5.",
    "Isi laporan di sini.", "Contoh naskah.", "Todong senjata.", "Romawi xx.",
)  # fmt: skip


def test_fillers() -> None:
    assert [f.baris for f in saying("K54", *FILLERS)] == list(range(2, 2 + len(FILLERS)))
    assert saying("K54", *NO_FILLERS) == []


OTHERS = (
    "Dinas Perkebunan bersiap.", "dinas Perkebunan bersiap. Dinas Mojosari bersiap.",
    "DINAS Perkebunan bersiap.", "Seluruh Dinas Mojosari Raya bersiap.",
    "Warga Kabupaten Tanjungsari bersiap.",
)  # fmt: skip
OWN = (
    "Dinas Harapan bersiap.", "Dinas Sukamaju bersiap.", "Kabupaten Melati bersiap.",
    "Kabupaten Mawar bersiap.", "Dinas Anggrek bersiap.", "Kabupaten Kenanga bersiap.",
    "dinas Perkebunan bersiap.",  # in small letters any
    "Dinas PUPR bersiap.", "Dinas Api bersiap.", "Badan Perkebunan bersiap.",
    "Dinas Perkebunan berbatasan.", "Di perbatasan Kabupaten Tanjungsari.",
    "Di sebelah Kabupaten Tanjungsari.", "Dinas Warga bersiap.",  # a word of the texts
)  # fmt: skip
KNOWN = {
    "nama_unit": "Dinas Harapan",
    "nama_unit_singkat": "Dinas Sukamaju",
    "pemerintah_daerah": "Kabupaten Melati",
    "kepala_daerah": "Bupati Mawar",
    "jabatan_kepala": "Kepala Dinas Anggrek",
    "tempat": "Kenanga",
}


def test_names_of_other_units() -> None:
    found = saying("K55", *OTHERS, *OWN, "Bagi warga.", **KNOWN)
    assert [f.baris for f in found] == list(range(2, 2 + len(OTHERS)))
    assert "'Dinas Perkebunan'" in found[0].pesan and "'Dinas Mojosari'" in found[1].pesan
    assert "'Dinas Mojosari Raya'" in found[3].pesan
    assert saying("K55", *OTHERS, jenis_unit="", pemerintah_daerah="") == []


COMMON = (
    "Kabupaten", "Kota", "Provinsi", "Kecamatan", "Dinas", "Badan", "Desa", "Kelurahan", "Daerah",
    "Tahun", "Yang", "Dalam", "Dengan", "Sebagai", "Pada", "Perangkat", "Wilayah", "Tingkat",
    "Indonesia", "Tata", "Tertib", "Umum", "Sosial", "Budaya", "Seksi", "Sekretariat", "Kesehatan",
    "Pendidikan", "Perhubungan", "Pertanian", "Perikanan", "Pariwisata", "Kependudukan", "Catatan",
    "Komunikasi", "Pekerjaan", "Lingkungan", "Tenaga", "Kearsipan", "Terkait", "Lain", "Lainnya",
)  # fmt: skip


def test_words_that_name_nobody() -> None:
    assert saying("K55", *(f"Setiap Dinas {word}." for word in COMMON), **KNOWN) == []


def test_one_finding_a_text() -> None:
    assert len(saying("K55", "Dinas Perkebunan dan Dinas Mojosari bersiap.", **KNOWN)) == 1


SPOILED = {
    "K51": ("Ketentraman warga.", "Ketenteraman warga."),
    "K53": (SAID, SAID),
    "K54": ("Nama kepala [isi nama kepala].",),
    "K55": ("Dinas Perkebunan melayani warga.",),
}


@pytest.mark.parametrize("code", SPOILED)
def test_what_is_said(code: str, snapshot: SnapshotAssertion) -> None:
    assert told(saying(code, *SPOILED[code], **KNOWN)) == snapshot


def test_what_is_said_of_units(snapshot: SnapshotAssertion) -> None:
    rows = ("A;Jumlah Laporan Rapat;kegiatan;naik", "B;Indeks;persen;naik")
    iku = "\n".join(["kode_iku;indikator;satuan;polaritas", *rows])
    assert told(look("K52", unit(iku=iku))) == snapshot


@pytest.mark.parametrize(
    ("table", "rows", "seen"),
    [
        ("sebab_tindakan", "kode;urutan;sebab\nA;1;Warga Kabupaten Lumbung datang", True),
        ("sebab_tindakan", "kode;urutan;sebab\nA;1;Warga Kabupaten Uji datang", False),
        ("sebab_tindakan", "kode;urutan;sebab\nA;1;Dinas Uji Kabupaten Lumbung", True),
        ("sarpras", "urutan;uraian\n1;Meja Dinas Perkebunan", True),
        ("program", "kode;tingkat;nama\nP1;program;Pelayanan Dinas Perkebunan", True),
        # every word of a long name is a capital one
        (
            "program",
            "kode;tingkat;nama\nP1;program;Forum Koordinasi Pimpinan Untuk Dinas Bersih Rapi",
            False,
        ),
    ],
)  # fmt: skip
def test_another_unit_in_any_table(table: str, rows: str, seen: bool) -> None:
    tables = {table: rows}
    assert [f.berkas for f in look("K55", unit(**tables))] == [f"2024/{table}.csv"] * seen


MACHINE = {
    "nama berkas atau folder": ("Rincian ada di iku.csv.", "Lihat folder data pada laptop."),
    "nama kolom": ("Nilai target_akhir_renstra adalah 74.", "Rumusnya (2T-R)/T."),
    "kode butir data": ("Kegiatan P1.K1.S1 selesai.", "Mendukung sasaran S2."),
    "jejak versi": ("Identitasnya SHA-256.", "Sesuai commit terakhir."),
    "tempat di dalam berkas": ("Periksa baris 3 kolom target.",),
    "tanda kosong": ("Nilai tahun 2022 N/A.", "Realisasi NaN."),
    "kata pemeriksaan": ("Muncul error pada aplikasi.", "Menurut temuan K75 angkanya salah."),
    "kerja program komputer": ("Laporan di-render ulang.", "Angka itu sistem menghitung sendiri."),
    "nilai benar atau salah": ("Statusnya true.",),
    "tanggal mesin": ("Rapat pada 2024-05-06 dihadiri semua.",),
}
PLAIN_WORDS = (
    "Pegawai lulusan S1 berjumlah sembilan orang.", "Skema pembiayaan ditinjau kembali.",
    "Kolom keterangan pada buku tamu diisi warga.", "Satu notebook dibeli.", "Surat dikirim ke "
    "alamat kantor_camat@contoh.go.id.", "Tabel T.2 dan halaman 3/4.", "{identitas.nama_unit}.",
)  # fmt: skip


@pytest.mark.parametrize("name", MACHINE)
def test_words_of_the_machine_room(name: str) -> None:
    found = saying("K97", *MACHINE[name], *PLAIN_WORDS)
    assert [f.pesan.startswith(f"narasi memuat {name}: ") for f in found] == [True]
    assert [cell.baris for cell in found[0].sel] == [2, 3][: len(MACHINE[name])]
    assert found[0].keparahan == "peringatan" and found[0].saran


def test_foreign_words_are_named_with_their_own() -> None:
    found = saying("K97", "Monitoring dan review berkala.", "Rapat monitoring.", "Ditinjau.")
    (one,) = found
    assert (one.keparahan, [cell.baris for cell in one.sel]) == ("catatan", [2, 3])
    assert one.pesan == "narasi memuat kata asing: Monitoring, review"
    assert one.saran == "tulis padanannya (Monitoring: pemantauan, review: reviu)"
