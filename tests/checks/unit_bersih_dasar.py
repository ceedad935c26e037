"""What the clean unit is made of: names, texts, numbers as written, and the files themselves."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from lkjip_analysis.data.schemas import TABLES

Record = dict[str, str]
Unit = dict[str, list[Record]]
"""Records by file, such as ``2024/iku.csv``."""

TAHUN = 2024
CENT = Decimal("0.01")

PROGRAMMES = {
    "P1": (
        "S1",
        "Penunjang Urusan Pemerintahan Daerah",
        {
            "Perencanaan dan Evaluasi Kinerja": [
                "Penyusunan Dokumen Perencanaan",
                "Penyusunan Laporan Kinerja Tahunan",
            ],
            "Administrasi Keuangan": [
                "Penyediaan Gaji Pegawai",
                "Pengujian Keuangan Triwulanan",
                "Penyusunan Neraca",
            ],
            "Pemeliharaan Barang Milik Daerah": [
                "Pemeliharaan Gedung Kantor",
                "Pemeliharaan Kendaraan Dinas",
            ],
        },
    ),
    "P2": (
        "S2",
        "Pelayanan Perizinan Terpadu",
        {
            "Penyelenggaraan Loket": ["Pengelolaan Antrean Warga", "Survei Kepuasan Berkala"],
            "Pengelolaan Pengaduan": ["Penanganan Aduan Langsung", "Publikasi Hasil Aduan"],
        },
    ),
    "P3": (
        "S3",
        "Pembinaan Lembaga Kemasyarakatan",
        {
            "Pendampingan Lembaga": ["Pelatihan Pengurus", "Pendampingan Usaha Bersama"],
            "Penguatan Gotong Royong": ["Lomba Kampung Bersih", "Musyawarah Antarwarga"],
        },
    ),
}

UNITS = ("dokumen", "laporan", "orang", "paket", "kegiatan", "lembaga")

TEXTS = {
    "kata_pengantar": "Laporan Kinerja {identitas.nama_unit} Tahun {tahun} disusun "
    "sebagai pertanggungjawaban.",
    "pendahuluan": "Setiap perangkat daerah wajib melaporkan kinerjanya menurut "
    "Peraturan Presiden Nomor 29 Tahun 2014.",
    "struktur_organisasi": "{identitas.nama_unit} dibentuk dengan {identitas.dasar_organisasi}.",
    "tugas_fungsi": "{identitas.nama_unit} membantu {identitas.kepala_daerah} di bidang pelayanan.",
    "isu_strategis": "Jumlah petugas loket belum sebanding dengan banyaknya permohonan warga.",
    "renstra": "Rencana strategis berlaku selama periode {renstra.periode}.",
    "renja": "Rencana kerja tahun {tahun} menjabarkan rencana strategis ke dalam program tahunan.",
    "perjanjian_kinerja": "Perjanjian kinerja tahun {tahun} ditandatangani "
    "{identitas.jabatan_kepala}.",
    "iku": "Indikator kinerja utama ditetapkan untuk mengukur setiap sasaran.",
    "akuntabilitas": "Pengukuran membandingkan realisasi dengan target yang diperjanjikan.",
    "capaian_organisasi": "Hasil pengukuran tahun {tahun} disajikan per sasaran.",
    "faktor_pendukung": "Komitmen pimpinan dan keterlibatan seluruh pegawai.",
    "upaya_perbaikan": "Menambah loket keliling pada tahun {tahun_depan}.",
    "kesimpulan": "Secara umum pelayanan berjalan menurut rencana kerja tahun {tahun}.",
    "langkah_ke_depan": "Memperluas layanan daring bagi warga di luar pusat kota.",
}


def say(value: Decimal | int) -> str:
    """Write a number as a semicolon file has it."""
    return str(value).replace(".", ",")


def half_up(value: Decimal, step: Decimal = CENT) -> Decimal:
    """Round half up."""
    return value.quantize(step, rounding=ROUND_HALF_UP)


def dots(value: Decimal | int) -> str:
    """Write rupiah with dots between thousands."""
    return f"{int(value):,}".replace(",", ".")


def record(table: str, **values: str) -> Record:
    return dict.fromkeys(TABLES[table].column_names, "") | values


def write_unit(unit: Unit, root: Path) -> Path:
    """Write all files of a unit under a folder and give it."""
    for file, records in unit.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        columns = list(TABLES[Path(file).stem].column_names)
        lines = [";".join(columns)]
        lines += [
            ";".join(_cell(record.get(column, "")) for column in columns) for record in records
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def _cell(text: str) -> str:
    return (
        f'"{text.replace(chr(34), chr(34) * 2)}"' if any(sign in text for sign in ';"\n') else text
    )
