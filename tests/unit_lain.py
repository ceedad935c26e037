"""Units of other kinds than the examples, small, each laid down by ``lkjip init`` and filled here.

A hospital (lower is better, money, a survey; BLUD), an education office (percentages, a ratio, one
not measured), an inspectorate with one IKU, a social office with forty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.writing import write_csv
from lkjip_analysis.exchange.new_project import NewUnit, create_project

Rows = Sequence[str]
"""Lines of cells with ``|`` between them; the first names the columns."""

FACTS = {
    "nama_kepala": "RATNA DEWI, M.Si.", "nip_kepala": "19720304 199803 2 005", "tempat": "Contoh",
    "tanggal_kata_pengantar": "2032-01-12", "tanggal_penutup": "2032-01-12",
    "tujuan_renstra": "Meningkatnya mutu pelayanan",
}  # fmt: skip
PROGRAMMES = "kode|induk|tingkat|nama|kode_sasaran|sasaran|pagu|realisasi"
GOALS = "kode_sasaran|tujuan|sasaran"
MEASURES = (
    "kode_iku|kode_sasaran|indikator|satuan|polaritas|formula|sumber_data|penanggung_jawab|"
    "target|realisasi|target_akhir_renstra|catatan_nasional|bukti"
)
ITEMS = "kode|urutan|indikator|satuan|polaritas|target|realisasi"
CAUSES = "kode|indikator|urutan|sebab|hambatan|tindakan|pelaksana|batas_waktu|ukuran"
NO_NATION = "Tidak ada angka nasional"


def lay_down(folder: Path, nama: str, pemerintah: str, tables: Mapping[str, Rows]) -> Path:
    """Lay down a unit as ``lkjip init`` does, fill what every unit has, and add its own rows."""
    create_project(folder, NewUnit(nama, pemerintah, 2031, (2030, 2034)))
    data = folder / "data"
    path = data / "2031/identitas.csv"
    lines = [line.split(";") for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]]
    facts = {key: value for key, value in lines}
    facts |= FACTS | {"jabatan_kepala": facts["jabatan_kepala"] or f"Direktur {nama}",
                      "jenis_unit": facts["jenis_unit"] or nama.split()[0]}  # fmt: skip
    write_csv(path, ("kunci", "nilai"), facts.items())
    said = [f"{key}|1|paragraf|{nama}: {section.meaning}."
            for key, section in SECTIONS.items() if section.compulsory]  # fmt: skip
    every = {"2031/narasi": ["bagian|urutan|jenis|teks", *said], **tables}
    for name, (head, *rows) in every.items():
        columns = TABLES[name.rpartition("/")[2]].column_names
        cells = [dict(zip(head.split("|"), row.split("|"), strict=True)) for row in rows]
        (data / name).parent.mkdir(exist_ok=True)
        lines = [[cell.get(column, "") for column in columns] for cell in cells]
        write_csv(data / f"{name}.csv", columns, lines)
    return data


def hospital(folder: Path) -> Path:
    """RSUD: of four IKU two reached (one lower is better), one missed, one at its target."""

    def measured(ndr: str, skm: str, bor: str, money: str) -> Rows:
        last = f"{NO_NATION}|Laporan mutu"
        return [
            MEASURES,
            f"BOR|S1|Tingkat hunian tempat tidur (BOR)|persen|naik|Hari rawat ÷ kapasitas|Rekam "
            f"medis|Wakil Direktur Pelayanan|70|{bor}|75|{last}",
            f"NDR|S1|Angka kematian bersih (NDR)|permil|turun|Kematian ≥ 48 jam ÷ pasien keluar|"
            f"Rekam medis|Wakil Direktur Pelayanan|25|{ndr}|20|{last}",
            f"SKM|S1|Nilai survei kepuasan masyarakat (SKM)|nilai|naik|Menurut pedoman survei|"
            f"Survei|Wakil Direktur Umum|88|{skm}|90|{last}",
            f"BLU|S2|Pendapatan BLUD|rupiah|naik|Jumlah pendapatan jasa layanan|Laporan keuangan|"
            f"Wakil Direktur Keuangan|45000000000|{money}|60000000000|{last}",
        ]

    return lay_down(folder, "RSUD Contoh", "Kabupaten Contoh", {
        "2031/sasaran": [GOALS, "S1|Meningkatnya derajat kesehatan|Meningkatnya mutu pelayanan",
                         "S2|Meningkatnya derajat kesehatan|Meningkatnya kemandirian keuangan"],
        "2029/iku": measured("24,8", "85,2", "61,3", "39500000000"),
        "2030/iku": measured("23", "86,9", "66,05", "42100000000"),
        "2031/iku": measured("21,4", "86,1", "70", "47250000000"),
        "2031/program": [PROGRAMMES,
            "P1||program|Pemenuhan Upaya Kesehatan|S1|Mutu layanan naik|8200000000|8118000000",
            "P2||program|Penunjang Urusan Rumah Sakit|S2|Layanan BLUD|52000000000|49400000000"],
        "2031/indikator_program": [ITEMS,
            "P1|1|Waktu tunggu rawat jalan|menit|turun|60|48",
            "P2|1|Rasio pendapatan terhadap belanja|persen|naik|80|82,5"],
        "2031/sebab_tindakan": [CAUSES,
            "SKM||1|Loket pendaftaran penuh pada pukul 07.00–09.00|Dua loket rusak|Membuka "
            "pendaftaran daring|Wakil Direktur Umum|2032-06-30|Antrean paling lama 15 menit",
            "NDR||1|Tim kode biru siaga 24 jam|||||"],
        "2031/tindak_lanjut": ["urutan|rekomendasi|rencana_aksi|target|satuan|waktu|status|bukti",
            "1|Tetapkan target mutu|Rapat mutu|1|kegiatan|2031|Selesai|Notula"],
    })  # fmt: skip


def education(folder: Path) -> Path:
    """Education office: nothing reached; one IKU of four not measured; no year before."""
    row = "{}|S1|{}|{}|{}|{}|Dapodik|Kepala Bidang|{}|{}|{}|" + NO_NATION + "|Dapodik 2031"
    apk, whole = "Siswa ÷ penduduk usia sekolah × 100", "{}|Siswa usia sekolah ÷ penduduk × 100"
    return lay_down(folder, "Dinas Pendidikan Kabupaten Contoh", "Kabupaten Contoh", {
        "2031/sasaran": [GOALS, "S1|Pendidikan bermutu bagi semua|Meningkatnya akses pendidikan"],
        "2031/iku": [MEASURES,
            row.format("APK", "Angka partisipasi kasar (APK) SD", "persen", "naik", apk, "104,5",
                       "101,25", "105"),
            row.format("APM", "Angka partisipasi murni (APM) SMP", "persen", "naik", apk, "80",
                       "78,4", "85"),
            row.format("RASIO", "Rasio siswa terhadap guru SD", "siswa per guru", "turun",
                       "Jumlah siswa ÷ jumlah guru", "18", "20,5", "16"),
            row.format("LITERASI", "Nilai literasi murid SMP", "nilai", "naik", whole.split("|")[1],
                       "70", "", "75")],
        "2031/program": [PROGRAMMES,
            "P1||program|Pengelolaan Pendidikan|S1|Akses naik|21000000000|20160000000",
            "P1.K1|P1|kegiatan|Pengelolaan Pendidikan Sekolah Dasar|||21000000000|20160000000"],
        "2031/indikator_program": [ITEMS,
            "P1|1|Persentase sekolah terakreditasi A|persen|naik|60|54"],
        "2031/sdm": ["kode_iku|kebutuhan|ketersediaan", "APK|12|12", "APM|9|6"],
    })  # fmt: skip


def one_iku(folder: Path) -> Path:
    """Inspectorate: one of everything."""
    return lay_down(folder, "Inspektorat Kota Contoh", "Kota Contoh", {
        "2031/sasaran": [GOALS, "S1|Pemerintahan yang bersih|Meningkatnya mutu pengawasan"],
        "2031/iku": [MEASURES,
            "KAP|S1|Tingkat kapabilitas APIP|level|naik|Menurut penilaian BPKP|BPKP|Inspektur|3|3|"
            f"4|{NO_NATION}|Laporan penilaian"],
        "2031/program": [PROGRAMMES,
            "P1||program|Penyelenggaraan Pengawasan|S1|Pengawasan bermutu|900000000|900000000"],
        "2031/indikator_program": [ITEMS, "P1|1|Laporan hasil pengawasan|laporan|naik|24|24"],
    })  # fmt: skip


def forty_iku(folder: Path) -> Path:
    """Social office: ten sasaran of four IKU; each fourth missed, the last not measured."""
    goals = range(1, 11)
    numbers = [(goal, number) for goal in goals for number in range(1, 5)]
    got = ["81", "80", "82,5", "76"]
    return lay_down(folder, "Dinas Sosial Kabupaten Contoh", "Kabupaten Contoh", {
        "2031/sasaran": [GOALS, *(f"S{g}|Kesejahteraan sosial|Tertanganinya kelompok sasaran {g}"
                                  for g in goals)],
        "2031/iku": [MEASURES, *(
            f"I{g}{n}|S{g}|Persentase penerima layanan {g}.{n} yang terbantu|persen|naik|Terbantu ÷"
            f" terdata × 100|Data terpadu|Kepala Bidang {g}|80|{got[n - 1] if g * n < 40 else ''}|"
            f"90|{NO_NATION}|Rekap {g}.{n}" for g, n in numbers)],
        "2031/program": [PROGRAMMES, *(
            f"P{g}||program|Rehabilitasi Sosial {g}|S{g}|Terlayani|{g}00000000|{g - 1}95000000"
            for g in goals)],
        "2031/indikator_program": [ITEMS, *(
            f"P{g}|1|Persentase berkas lengkap {g}|persen|naik|100|{100 if g > 3 else 90 + g}"
            for g in goals)],
    })  # fmt: skip


UNITS = {"rsud": hospital, "pendidikan": education, "satu": one_iku, "empat-puluh": forty_iku}
