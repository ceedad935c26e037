"""The unit itself: its facts, organisation, duties, processes, and the texts of its report."""

from __future__ import annotations

from lkjip_analysis.data.columns import Row, choice, code, count, ordinal, text
from lkjip_analysis.data.content import ANNEXES
from lkjip_analysis.data.facts import FACTS, SECTIONS


class Identitas(
    Row,
    row_is="satu fakta tentang unit, tahun laporan, atau aturan hitung yang dipilih",
    used_in="semua bab",
):
    """A fact about the unit, its year, or its choice of formulas."""

    kunci = code("nama fakta (daftar di bawah)", key=True, example="nama_unit")
    nilai = text("nilainya", example="Kecamatan Contoh")

    def shows(self, kolom: str) -> bool:
        """Show a fact that is public, and of any other not even that it is told."""
        fact = FACTS.get(self.kunci)
        return super().shows(kolom) and (fact is None or fact.public)


class Struktur(
    Row,
    row_is="satu jabatan atau unit dalam susunan organisasi",
    used_in="BAB I struktur organisasi",
):
    """A position of the organisation."""

    kode_jabatan = code("kode jabatan", key=True, example="SEKRETARIAT")
    atasan = code(
        "kode jabatan di atasnya; kosong untuk pimpinan", refers_to="struktur.kode_jabatan"
    )
    urutan = ordinal("urutan di bawah atasan yang sama")
    jabatan = text("nama jabatan/unit", naming=True, example="Sekretariat")
    jenis = choice(
        "jenis jabatan",
        required=True,
        choices=("pimpinan", "struktural", "fungsional"),
        example="struktural",
    )
    uraian = text("kalimat kedudukan dan tugas pokok")


class Tugas(
    Row, row_is="satu butir tugas atau fungsi suatu jabatan", used_in="BAB I tugas jabatan"
):
    """A duty (tugas) or function of a position."""

    kode_jabatan = code("jabatan", key=True, refers_to="struktur.kode_jabatan")
    jenis = choice("tugas atau fungsi", key=True, choices=("tugas", "fungsi"), example="tugas")
    urutan = ordinal("nomor butir", key=True)
    teks = text("bunyi tugas atau fungsi", naming=True)


class ProsesBisnis(
    Row,
    row_is="satu proses atau pengaruh pada peta proses bisnis",
    compulsory=False,
    used_in="BAB I peta proses bisnis",
):
    """A process of the business process map."""

    kode = code("kode proses", key=True, example="P.1")
    induk = code("proses di atasnya", refers_to="proses_bisnis.kode")
    urutan = ordinal("urutan")
    nama = text("nama proses", naming=True)
    jenis = choice(
        "inti: proses utama; pendukung: proses pendukung; pengaruh: variabel yang memengaruhi",
        required=True,
        choices=("inti", "pendukung", "pengaruh"),
        example="inti",
    )
    uraian = text("penjelasan proses")


class Lampiran(
    Row,
    row_is="satu naskah dinas (PDF, PNG, atau JPG di folder yang sama) yang dilampirkan",
    compulsory=False,
    carried_over=False,
    folder=f"{ANNEXES}/",
    used_in="Lampiran Perjanjian Kinerja dan Lampiran Dokumen Pendukung",
):
    """A document of the office whose pages become pages of the report's annexes."""

    berkas = text("nama berkas naskah", key=True, public=False, example="pk-2024.pdf")
    judul = text("judulnya dalam daftar isi", naming=True, example="Perjanjian Kinerja 2024")
    jenis = choice(
        "perjanjian_kinerja: yang bertanda tangan; pernyataan_reviu: pernyataan telah direviu",
        required=True,
        choices=("perjanjian_kinerja", "pernyataan_reviu", "lhe", "sk_iku", "lainnya"),
        example="perjanjian_kinerja",
    )


class Narasi(Row, row_is="satu paragraf, judul kecil, atau butir daftar", used_in="semua bab"):
    """A paragraph, heading or list item of the report."""

    bagian = choice(
        "bagian laporan tempat teks ini (daftar di bawah)",
        key=True,
        choices=tuple(SECTIONS),
        example="isu_strategis",
    )
    urutan = ordinal("urutan di dalam bagian", key=True)
    jenis = choice(
        "bentuk teks",
        required=True,
        choices=("paragraf", "judul", "nomor", "huruf", "butir"),
        example="paragraf",
    )
    tingkat = count("kedalaman daftar: 1, 2, atau 3", minimum=1, maximum=3, example="1")
    kode = code("kode IKU yang dibahas, bila ada", refers_to="iku.kode_iku", example="AKIP")
    teks = text(
        "teksnya; {tahun}, {identitas.nama_unit}, {anggaran.serapan} dan kunci hasil lain "
        "diganti nilainya",
        to_fill=True,
    )
