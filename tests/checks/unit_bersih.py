"""A made-up unit without a single finding, drawn anew from a seed: the rules' blank test paper.

``make_unit`` gives the files as lists of records; ``write_unit`` writes them as the CSV that
Indonesian Excel saves. Tests and the mutation benchmark plant one error at a time in it.
"""

from __future__ import annotations

import random
from copy import deepcopy
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


def make_unit(seed: int) -> Unit:
    """Draw a clean unit."""
    rng = random.Random(seed)
    unit: Unit = {f"{TAHUN}/{name}.csv": [] for name, table in TABLES.items() if not table.shared}
    unit["skala_predikat.csv"] = _scales()
    _goals(unit)
    totals = _programmes(unit, rng)
    marks = _evaluation(unit, rng)
    values = _indicators(unit, rng, marks)
    _surroundings(unit, rng, totals)
    _narrative(unit, values, totals)
    _past(unit, values)
    return unit


def _scales() -> list[Record]:
    bounds = [
        ("AA", 90, 100),
        ("A", 80, 90),
        ("BB", 70, 80),
        ("B", 60, 70),
        ("CC", 50, 60),
        ("C", 30, 50),
        ("D", 0, 30),
    ]
    rows = [
        _record(
            "skala_predikat",
            skala="akip_nasional",
            urutan=str(n),
            kategori=name,
            batas_bawah=str(low),
            batas_atas=str(high),
            termasuk="keduanya" if name == "D" else "atas",
            interpretasi=f"Kelas {name}",
        )
        for n, (name, low, high) in enumerate(bounds, 1)
    ]
    support = [
        ("Sangat menunjang", "100", ""),
        ("Menunjang", "75", "100"),
        ("Kurang menunjang", "", "75"),
    ]
    return rows + [
        _record(
            "skala_predikat",
            skala="dukungan_program",
            urutan=str(n),
            kategori=name,
            batas_bawah=low,
            batas_atas=high,
            termasuk="bawah",
        )
        for n, (name, low, high) in enumerate(support, 1)
    ]


def _record(table: str, **values: str) -> Record:
    return dict.fromkeys(TABLES[table].column_names, "") | values


def _goals(unit: Unit) -> None:
    goals = {
        "S1": ("Meningkatkan tata kelola", "Meningkatnya akuntabilitas dinas"),
        "S2": ("Meningkatkan layanan", "Meningkatnya mutu layanan perizinan"),
        "S3": ("Memperkuat warga", "Meningkatnya keberdayaan lembaga warga"),
    }
    for code, (aim, goal) in goals.items():
        unit["2024/sasaran.csv"].append(
            _record("sasaran", kode_sasaran=code, tujuan=aim, sasaran=goal)
        )


def _programmes(unit: Unit, rng: random.Random) -> dict[str, tuple[int, int]]:
    """Enter the tree with its money; give pagu and realisasi by code."""
    totals: dict[str, tuple[int, int]] = {}
    items: list[Record] = []
    for code, (goal, name, activities) in PROGRAMMES.items():
        items.append(_item(code, "", "program", name, goal))
        for k, (activity, leaves) in enumerate(activities.items(), 1):
            items.append(_item(f"{code}.K{k}", code, "kegiatan", activity, ""))
            for s, leaf in enumerate(leaves, 1):
                items.append(_item(f"{code}.K{k}.S{s}", f"{code}.K{k}", "subkegiatan", leaf, ""))
                pagu = rng.randrange(20_000_000, 900_000_000, 1000) + rng.randrange(1, 999)
                totals[f"{code}.K{k}.S{s}"] = pagu, int(pagu * rng.uniform(0.86, 0.985))
    for level in ("kegiatan", "program"):
        for item in items:
            if item["tingkat"] == level:
                below = [totals[i["kode"]] for i in items if i["induk"] == item["kode"]]
                totals[item["kode"]] = sum(p for p, _ in below), sum(r for _, r in below)
    for item in items:
        pagu, spent = totals[item["kode"]]
        item |= {"pagu": dots(pagu), "realisasi": dots(spent)}
        item["serapan_dilaporkan"] = say(half_up(Decimal(spent) / Decimal(pagu) * 100))
        unit["2024/renstra.csv"].append(
            _record(
                "renstra",
                kode=f"R{item['kode'][1:]}",
                induk=f"R{item['induk'][1:]}" if item["induk"] else "",
                tingkat=item["tingkat"],
                nama=item["nama"],
            )
        )
        _item_indicator(unit, item, rng)
    unit["2024/program.csv"] = items
    return totals


def _item(code: str, parent: str, level: str, name: str, goal: str) -> Record:
    return _record(
        "program",
        kode=code,
        induk=parent,
        tingkat=level,
        nama=name,
        kode_sasaran=goal,
        sasaran=f"Terlaksananya {name.lower()}",
    )


def _item_indicator(unit: Unit, item: Record, rng: random.Random) -> None:
    name = item["nama"].lower()
    if item["tingkat"] == "subkegiatan":
        noun = rng.choice(UNITS)
        goal = rng.randrange(20, 60)
        values = {
            "indikator": f"Jumlah {noun} pada {name}",
            "satuan": noun,
            "target": str(goal),
            "realisasi": str(goal + rng.choice((-2, -1, 0, 1, 2, 3))),
        }
    else:
        word = rng.choice(("tepat waktu", "sesuai standar", "ditindaklanjuti"))
        goal = rng.randrange(80, 95)
        values = {
            "indikator": f"Persentase hasil {name} yang {word}",
            "satuan": "persen",
            "target": str(goal),
            "realisasi": say(Decimal(goal) + Decimal(rng.randrange(-300, 400)) / 100),
        }
    unit["2024/indikator_program.csv"].append(
        _record("indikator_program", kode=item["kode"], urutan="1", polaritas="naik", **values)
    )


def _evaluation(unit: Unit, rng: random.Random) -> dict[str, Decimal]:
    names = (
        "Perencanaan Kinerja",
        "Pengukuran Kinerja",
        "Pelaporan Kinerja",
        "Evaluasi Akuntabilitas Kinerja Internal",
    )
    shares = rng.sample([72, 74, 76, 78, 82, 84, 86], 4)
    marks = {}
    for n, (name, weight, share) in enumerate(zip(names, (30, 30, 15, 25), shares, strict=True), 1):
        marks[name] = half_up(Decimal(weight * share) / 100 + Decimal(rng.randrange(0, 20)) / 100)
        unit["2024/evaluasi.csv"].append(
            _record(
                "evaluasi",
                urutan=str(n),
                komponen=name,
                bobot=str(weight),
                nilai=say(marks[name]),
                predikat="BB" if marks[name] / weight * 100 <= 80 else "A",
                catatan=f"Perkuat {name.lower()}.",
            )
        )
    return marks


def _indicators(
    unit: Unit, rng: random.Random, marks: dict[str, Decimal]
) -> dict[str, dict[str, Decimal]]:
    """Enter the IKU; give their numbers by code."""
    akip = sum(marks.values(), Decimal(0))
    scores = [Decimal(rng.randrange(300, 345)) / 100 for _ in range(9)]
    ikm = half_up(sum(scores, Decimal(0)) / 9, Decimal("0.0001"))
    ipp = Decimal(rng.randrange(380, 450)) / 100
    index = half_up(Decimal("1.25") * ikm + ipp)
    wait, aid = Decimal(rng.randrange(11, 15)), Decimal(rng.randrange(700, 780)) / 10
    level = "A" if akip - Decimal("0.7") > 80 else "BB"
    values = {
        "AKIP": {
            "target": akip - Decimal("0.7"),
            "real": akip,
            "last": akip - Decimal("1.35"),
            "before": akip - Decimal("2.6"),
            "final": akip + Decimal("2.5"),
            "nation": akip - Decimal("6.2"),
        },
        "IKPP": {
            "target": index - Decimal("0.3"),
            "real": index,
            "last": index - Decimal("0.42"),
            "before": index - Decimal("0.77"),
            "final": index + Decimal("0.35"),
        },
        "TUNGGU": {
            "target": wait + 3,
            "real": wait,
            "last": wait + 4,
            "before": wait + 6,
            "final": wait - 2,
        },
        "LEMBAGA": {
            "target": aid + Decimal("2.5"),
            "real": aid,
            "last": aid - Decimal("1.5"),
            "before": aid - Decimal("3.1"),
            "final": aid + Decimal("9.5"),
        },
    }
    names = {
        "AKIP": ("S1", "Nilai AKIP", "nilai", "naik", "akip_nasional"),
        "IKPP": ("S2", "Indeks Kualitas Layanan (IKPP)", "indeks", "naik", ""),
        "TUNGGU": ("S2", "Rata-rata waktu tunggu layanan", "menit", "turun", ""),
        "LEMBAGA": ("S3", "Persentase lembaga warga yang aktif", "persen", "naik", ""),
    }
    for code, (goal, name, measure, polarity, scale) in names.items():
        own = values[code]
        unit["2024/iku.csv"].append(
            _record(
                "iku",
                kode_iku=code,
                kode_sasaran=goal,
                indikator=name,
                satuan=measure,
                polaritas=polarity,
                skala=scale,
                target=say(own["target"]),
                target_predikat=level if scale else "",
                realisasi=say(own["real"]),
                target_akhir_renstra=say(own["final"]),
                realisasi_nasional=say(own["nation"]) if "nation" in own else "",
                sumber_nasional="Laporan kinerja kementerian" if "nation" in own else "",
                formula="Menurut dokumen IKU",
                sumber_data="Rekap dinas",
                penanggung_jawab="Sekretaris",
                bukti=f"Berita acara Nomor 7/{code} tahun 2024",
            )
        )
    for n, score in enumerate(scores, 1):
        unit["2024/skm.csv"].append(
            _record(
                "skm",
                urutan=str(n),
                unsur=f"Unsur {'ABCDEFGHI'[n - 1]}",
                nilai_rata_rata=say(score),
            )
        )
    unit["2024/ipp.csv"] = [
        _record(
            "ipp",
            aspek=name,
            bobot_aspek=say(Decimal(weight)),
            butir=f"Butir {name.lower()}",
            bobot="1",
            skor="4",
        )
        for name, weight in (("Kebijakan", "0.3"), ("Profesionalisme", "0.4"), ("Sarana", "0.3"))
    ]
    for name, factor, value, low, high in (
        ("IKM", "1,25", say(ikm), "1", "4"),
        ("IPP", "1", say(ipp), "0", "5"),
    ):
        unit["2024/komponen_iku.csv"].append(
            _record(
                "komponen_iku",
                kode_iku="IKPP",
                komponen=name,
                koefisien=factor,
                nilai=value,
                sumber="langsung",
                minimum=low,
                maksimum=high,
            )
        )
    return values


def _surroundings(unit: Unit, rng: random.Random, totals: dict[str, tuple[int, int]]) -> None:
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
        "sarpras_tahun_rekon": "2024",
        "sarpras_periode_pengadaan": "Januari-Juni 2024",
        "sarpras_tahun_rkbmd": "2024",
        "skala_capaian": "akip_nasional",
        "skala_dukungan": "dukungan_program",
    }
    unit["2024/identitas.csv"] = [{"kunci": key, "nilai": value} for key, value in facts.items()]
    for code, need in (("AKIP", 12), ("IKPP", 9)):
        unit["2024/sdm.csv"].append(
            _record(
                "sdm",
                kode_iku=code,
                kebutuhan=str(need),
                ketersediaan=str(need - rng.randrange(1, 5)),
            )
        )
    for n, name in enumerate(
        ("Meja kerja", "Komputer jinjing", "Pencetak", "Kendaraan roda dua"), 1
    ):
        unit["2024/sarpras.csv"].append(
            _record(
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
            _record(
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
            _record(
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
                _record(
                    "tugas",
                    kode_jabatan=code,
                    jenis="tugas",
                    urutan=str(n),
                    teks=f"{duty} {code.lower()}",
                )
            )


def _narrative(
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
    counts: dict[str, int] = {}
    for section, code, text in said:
        counts[section] = counts.get(section, 0) + 1
        unit["2024/narasi.csv"].append(
            _record(
                "narasi",
                bagian=section,
                urutan=str(counts[section]),
                jenis="paragraf",
                kode=code,
                teks=text,
            )
        )


def _past(unit: Unit, values: dict[str, dict[str, Decimal]]) -> None:
    """Enter the two years before: realisations, and last year's programmes under the same names."""
    for year, key in ((TAHUN - 1, "last"), (TAHUN - 2, "before")):
        unit[f"{year}/iku.csv"] = [
            {
                **_record("iku"),
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
