"""The clean unit's facts, lists, texts and history."""

from __future__ import annotations

import random
from copy import deepcopy
from decimal import Decimal

from unit_bersih_dasar import (
    PROGRAMMES,
    TAHUN,
    TEXTS,
    Unit,
    dots,
    half_up,
    record,
    say,
)


def enter_surroundings(unit: Unit, rng: random.Random, totals: dict[str, tuple[int, int]]) -> None:
    facts = {
        "nama_unit": "Dinas Pelayanan Harapan",
        "nama_unit_singkat": "Dinas Harapan",
        "jenis_unit": "dinas",
        "pemerintah_daerah": "Kabupaten Harapan",
        "kepala_daerah": "Bupati Harapan",
        "jabatan_kepala": "Kepala Dinas Pelayanan Harapan",
        "nama_kepala": "RATNA WULANDARI, S.Sos., M.Si.",
        "pangkat_kepala": "Pembina Utama Muda",
        "nip_kepala": "197203141997032004",
        "alamat": "Jalan Melati Nomor 3",
        "tempat": "Harapan",
        "tanggal_kata_pengantar": "2025-02-10",
        "tanggal_penutup": "2025-02-10",
        "renstra_awal": "2022",
        "renstra_akhir": "2026",
        "tujuan_renstra": "Terwujudnya layanan prima",
        "dasar_organisasi": "Peraturan Bupati Harapan Nomor 12 Tahun 2021",
        "nomor_lhe": "700/55/2024",
        "tanggal_lhe": "2024-09-02",
        "kode_iku_akip": "AKIP",
        "total_pagu_dpa": dots(sum(totals[code][0] for code in PROGRAMMES)),
        "total_realisasi_lra": dots(sum(totals[code][1] for code in PROGRAMMES)),
        "sarpras_tahun_rekon": "2024",
        "sarpras_periode_pengadaan": "Januari-Juni 2024",
        "sarpras_tahun_rkbmd": "2024",
        "skala_capaian": "akip_nasional",
        "skala_dukungan": "dukungan_program",
    }
    unit["2024/identitas.csv"] = [{"kunci": key, "nilai": value} for key, value in facts.items()]
    for code, need in (("AKIP", 12), ("IKPP", 9)):
        unit["2024/sdm.csv"].append(
            record(
                "sdm",
                kode_iku=code,
                kebutuhan=str(need),
                ketersediaan=str(need - rng.randrange(1, 5)),
            )
        )
    for code in ("TUNGGU", "LEMBAGA"):
        unit["2024/sdm.csv"].append(record("sdm", kode_iku=code, kebutuhan="6", ketersediaan="5"))
    for n, name in enumerate(
        ("Meja kerja", "Komputer jinjing", "Pencetak", "Kendaraan roda dua"), 1
    ):
        unit["2024/sarpras.csv"].append(
            record(
                "sarpras",
                urutan=str(n),
                uraian=name,
                hasil_rekon=str(rng.randrange(2, 9)),
                pengadaan_periode="0",
                standar_kebutuhan="10",
                pengadaan_rkbmd="1",
            )
        )
    plans = (
        "Libatkan pegawai dalam perencanaan",
        "Ukur kinerja setiap triwulan",
        "Jelaskan penyebab di laporan",
        "Latih evaluator internal",
        "Simpan bukti dukung secara daring",
    )
    for n, plan in enumerate(plans, 1):
        unit["2024/tindak_lanjut.csv"].append(
            record(
                "tindak_lanjut",
                urutan=str(n),
                rekomendasi=plan,
                rencana_aksi=f"Rapat {plan.lower()}",
                target="2",
                satuan="kegiatan",
                waktu="Juni 2024",
                status="Selesai",
                bukti="Notula",
            )
        )
    posts = {
        "KEPALA": "",
        "SEKRETARIAT": "KEPALA",
        "BIDANG_LAYANAN": "KEPALA",
        "BIDANG_LEMBAGA": "KEPALA",
        "SUBBAG_UMUM": "SEKRETARIAT",
    }
    counts: dict[str, int] = {}
    for code, above in posts.items():
        counts[above] = counts.get(above, 0) + 1
        unit["2024/struktur.csv"].append(
            record(
                "struktur",
                kode_jabatan=code,
                atasan=above,
                urutan=str(counts[above]),
                jabatan=code.replace("_", " ").title(),
                jenis="struktural" if above else "pimpinan",
            )
        )
        for n, duty in enumerate(
            ("Menyusun rencana", "Melaksanakan layanan", "Melaporkan hasil"), 1
        ):
            unit["2024/tugas.csv"].append(
                record(
                    "tugas",
                    kode_jabatan=code,
                    jenis="tugas",
                    urutan=str(n),
                    teks=f"{duty} {code.lower()}",
                )
            )


def enter_narrative(
    unit: Unit, values: dict[str, dict[str, Decimal]], totals: dict[str, tuple[int, int]]
) -> None:
    pagu, spent = (sum(totals[code][i] for code in PROGRAMMES) for i in (0, 1))
    share = half_up(Decimal(spent) / Decimal(pagu) * 100)
    akip, index, wait, aid = (values[code] for code in ("AKIP", "IKPP", "TUNGGU", "LEMBAGA"))
    marks = {
        row["komponen"]: Decimal(row["nilai"].replace(",", ".")) / Decimal(row["bobot"])
        for row in unit["2024/evaluasi.csv"]
    }
    lowest = min(marks, key=lambda name: marks[name])
    said: list[tuple[str, str, str]] = [(section, "", text) for section, text in TEXTS.items()]
    said += [
        (
            "rincian_capaian",
            "AKIP",
            f"Nilai AKIP ditargetkan {say(akip['target'])} dan tercapai "
            f"{say(akip['real'])}, sehingga melebihi target.",
        ),
        (
            "rincian_capaian",
            "IKPP",
            f"IKPP telah tercapai {say(index['real'])} dari target {say(index['target'])}.",
        ),
        (
            "rincian_capaian",
            "LEMBAGA",
            "Target keaktifan lembaga belum tercapai karena pergantian pengurus.",
        ),
        ("rincian_perbandingan", "AKIP", "Nilai AKIP selalu meningkat sejak tahun 2022."),
        (
            "rincian_perbandingan",
            "TUNGGU",
            f"Waktu tunggu menurun dari {say(wait['last'])} menit pada tahun lalu.",
        ),
        (
            "rincian_nasional",
            "AKIP",
            f"Nilai AKIP melebihi rata-rata nasional sebesar {say(akip['nation'])}.",
        ),
        ("evaluasi", "", f"Komponen dengan nilai terendah adalah {lowest}."),
        (
            "anggaran",
            "",
            f"Pagu sebesar Rp{dots(pagu)} terealisasi Rp{dots(spent)} atau serapan {say(share)}%.",
        ),
        (
            "faktor_penghambat",
            "LEMBAGA",
            "Pergantian pengurus lembaga membuat pembinaan dimulai dari awal.",
        ),
        ("solusi", "LEMBAGA", "Pendampingan pengurus baru dimulai pada triwulan pertama."),
        (
            "upaya_perbaikan",
            "IKPP",
            f"Nilai IKPP tahun depan diarahkan menuju {say(index['final'])} pada akhir Renstra.",
        ),
        (
            "langkah_ke_depan",
            "LEMBAGA",
            f"Keaktifan lembaga yang baru {say(aid['real'])}% akan dikejar melalui pelatihan.",
        ),
        (
            "kesimpulan",
            "AKIP",
            "Capaian nilai AKIP sebesar {iku.AKIP.capaian} menjadi dasar perbaikan.",
        ),
    ]
    programmes = {row["kode"] for row in unit["2024/program.csv"] if row["tingkat"] == "program"}
    for row in unit["2024/indikator_program.csv"]:
        if row["kode"] in programmes:
            text = f"{row['indikator']} terkendala cuaca pada awal tahun."
            said.append(("faktor_penghambat", "", text))
            unit["2024/sebab_tindakan.csv"].append(
                record(
                    "sebab_tindakan",
                    kode=row["kode"],
                    indikator=row["urutan"],
                    urutan="1",
                    tindakan="Memajukan jadwal pelaksanaan.",
                    batas_waktu="2025-06-30",
                )
            )
    counts: dict[str, int] = {}
    for section, code, text in said:
        counts[section] = counts.get(section, 0) + 1
        unit["2024/narasi.csv"].append(
            record(
                "narasi",
                bagian=section,
                urutan=str(counts[section]),
                jenis="paragraf",
                kode=code,
                teks=text,
            )
        )


def enter_past(unit: Unit, values: dict[str, dict[str, Decimal]]) -> None:
    """Enter the two years before: realisations, and last year's programmes under the same names."""
    for year, key in ((TAHUN - 1, "last"), (TAHUN - 2, "before")):
        unit[f"{year}/iku.csv"] = [
            {
                **record("iku"),
                **{
                    k: row[k]
                    for k in ("kode_iku", "kode_sasaran", "indikator", "satuan", "polaritas")
                },
                "realisasi": say(values[row["kode_iku"]][key]),
            }
            for row in unit["2024/iku.csv"]
        ]
    unit[f"{TAHUN - 1}/program.csv"] = [
        {**row, "pagu": "", "realisasi": "", "serapan_dilaporkan": "", "kode_sasaran": ""}
        for row in unit["2024/program.csv"]
    ]
    unit[f"{TAHUN - 1}/indikator_program.csv"] = deepcopy(unit["2024/indikator_program.csv"])
