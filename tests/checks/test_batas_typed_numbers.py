"""Numbers typed in sentences: right, nearly right, and none of the rules' business."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from kasus import look, narasi, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding
from lkjip_analysis.results import Results

NAMED = "kode_iku;indikator;satuan;polaritas"
INDICATORS = f"""{NAMED};target;realisasi;target_akhir_renstra
MUTU;Indeks mutu;indeks;naik;72;73,47;74
LUAS;Hektare asri;hektare;naik;100;200;
KECIL;Derajat kecil;derajat;naik;1;0,5;
BAGIAN;Warga terlayani;persen;naik;80;60,4;
NOL;Derajat nol;derajat;naik;40;0;
"""
PAST = {2023: {"iku": f"{NAMED};realisasi\nMUTU;Indeks mutu;indeks;naik;71,13"}}


def unit_saying(texts: Iterable[tuple[str, str]], facts: dict[str, str] | None = None,
                **tables: str) -> Results:  # fmt: skip
    said = narasi(*(("analisis", code, text) for code, text in texts))
    return unit(narasi=said, past=PAST, facts=facts, **{"iku": INDICATORS, **tables})


def wrong(*texts: str, code: str = "K75", kode: str = "", **tables: str) -> list[str]:
    """Name the texts that a rule finds something in."""
    found = look(code, unit_saying(((kode, text) for text in texts), **tables))
    return [texts[(finding.baris or 0) - 2] for finding in found]


def near(text: str, kode: str = "") -> list[Finding]:
    return look("K75", unit_saying([(kode, text)]))


def test_right_numbers() -> None:
    right = (
        "MUTU tercapai 73,47.", "MUTU tercapai 73,5.", "MUTU tercapai 73.", "MUTU ditargetkan 72.",
        "MUTU naik 2,34 poin.", "MUTU mencapai 73,47 atau 102,04%.", "Capaian MUTU 102,0%.",
        "LUAS tercapai 200 hektare, capaiannya 200%.", "BAGIAN tercapai 60,4%.",
        "MUTU ditargetkan 72 dan memperoleh nilai sebesar 73,47.",
    )  # fmt: skip
    assert wrong(*right) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [  # 200, give or take 3%
        ("LUAS tercapai 206,0.", True),
        ("LUAS tercapai 206,1.", True),
        ("LUAS tercapai 194,0.", True),
        ("LUAS tercapai 193,9.", True),
        ("LUAS tercapai 217.", True),
        ("LUAS tercapai 290.", True),  # one digit
        ("LUAS tercapai 2000.", True),  # one nought more
        ("LUAS tercapai 20.", True),
        ("LUAS tercapai 2.", True),
        ("LUAS sekitar 206,1.", False),  # nobody says what it is, and it is not near
        ("LUAS sekitar 205,9.", True),
        ("LUAS tercapai 2 lembar.", False),  # something else is counted
        ("LUAS tercapai 20000.", True),
        ("LUAS tercapai 0.", True),
        ("NOL tercapai 0,1.", True),
        ("NOL tercapai 1.", True),
        ("KECIL tercapai 0,51.", True),
        ("KECIL sekitar 0,52.", False),  # below 1 a digit says too little
        ("KECIL sekitar 0,05.", False),
        ("KECIL tercapai 0,49.", True),
    ],
)
def test_nearly_right(text: str, seen: bool) -> None:
    assert bool(near(text)) is seen


def test_the_nearest_figure_is_told() -> None:
    found = near("MUTU tercapai 73,37.")
    assert [f.pesan.split(":")[0] for f in found] == [
        "teks menyebut 73,37, sedangkan iku.MUTU.realisasi 73,47"
    ]
    assert [f.pesan.split(":")[0] for f in near("MUTU sekitar 72,3.")] == [
        "teks menyebut 72,3, sedangkan iku.MUTU.target 72"
    ]


def test_cut_off_is_a_note() -> None:
    found = near("Capaian MUTU 102,0416%.")  # 102,04166 …
    assert [(f.keparahan, f.dugaan) for f in found] == [("catatan", "dipotong, bukan dibulatkan")]
    found = near("Capaian MUTU 102,0427%.")
    assert [(f.keparahan, f.dugaan) for f in found] == [("peringatan", "satu angka berbeda")]


def test_percentages_that_speak_of_a_result() -> None:
    spoken = (
        "MUTU 102,14% jadinya.", "MUTU dengan capaian 103%.", "MUTU dengan capaiannya 103%.",
        "MUTU dengan capaian sebesar 103%.", "MUTU dengan capaian mencapai 103%.",
        "MUTU, kemajuan 100%.", "MUTU, kemajuannya 100%.", "MUTU baru 103%.",
        "MUTU tercapai 103%.",
    )  # fmt: skip
    assert wrong(*spoken) == list(spoken)
    other = (
        "MUTU 103% jadinya.", "Serapan MUTU 102,14%.", "Anggaran MUTU 102,14%.",
        "Pagu MUTU 102,14%.", "Belanja MUTU 102,14%.",
    )  # fmt: skip
    assert wrong(*other) == []


def test_percentages_in_a_row_of_the_indicator() -> None:
    spoken = (
        "Tingkat hasil 102,14%.",
        "Hasil kemajuan itu 102,14%.",
        "Hasil capaian itu 102,14%.",
    )
    assert wrong(*spoken, kode="MUTU") == list(spoken)
    assert wrong("Nilai keaktifan warga 102,14%.", kode="MUTU") == []  # of something else
    assert wrong(*spoken) == []


REFERENCES = (
    "nomor", "no", "pasal", "ayat", "tahun", "triwulan", "tribulan", "bab", "tabel", "gambar",
    "tanggal", "butir", "huruf", "Nomor:",
)  # fmt: skip
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip


def test_numbers_of_something_else() -> None:
    assert wrong("MUTU sekitar 73,37.") != []
    assert wrong(*(f"MUTU menurut {word} 73,37 itu." for word in REFERENCES)) == []
    assert wrong(*(f"MUTU pada 73,37 {month} itu." for month in MONTHS)) == []
    assert wrong("MUTU dinilai 75 orang.", "MUTU senilai Rp73,37.", "MUTU 75 kali.") == []
    assert wrong("MUTU tercapai 75.") != []  # said to be the result
    assert wrong("MUTU 75%.", "MUTU 101%.") == []


def test_figures_with_and_without_percent() -> None:
    assert wrong("BAGIAN sekitar 60,5.", "MUTU tercapai 73,47%.") == []
    assert wrong("BAGIAN tercapai 60,5%.", "MUTU tercapai 73,37.") != []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("MUTU tercapai 72.", "realisasi"),
        ("MUTU terealisasi 72.", "realisasi"),
        ("MUTU, realisasi 72.", "realisasi"),
        ("MUTU, realisasinya 72.", "realisasi"),
        ("MUTU memperoleh nilai 72.", "realisasi"),
        ("MUTU mendapat 72.", "realisasi"),
        ("MUTU mendapatkan nilai sebesar 72.", "realisasi"),
        ("MUTU mencapai 72.", "realisasi"),
        ("MUTU dengan target 73,47.", "target"),
        ("MUTU dengan targetnya 73,47.", "target"),
        ("MUTU ditargetkan sebesar 73,47.", "target"),
        ("MUTU tercapai 71,13.", "realisasi"),
        ("MUTU tercapai 74.", "realisasi"),
        ("MUTU sekitar 72.", None),
        ("MUTU ditargetkan 72.", None),
        ("MUTU tercapai 73,47.", None),
        ("MUTU pada 2023 tercapai 71,13.", None),
        ("MUTU pada 2022 tercapai 71,13.", None),
        ("MUTU sebelumnya tercapai 71,13.", None),
        ("MUTU tahun lalu tercapai 71,13.", None),
        ("MUTU awal tercapai 71,13.", None),
        ("MUTU pada {tahun_lalu} tercapai 71,13.", None),
        ("MUTU tercapai 102,04%.", None),
    ],
)
def test_a_figure_called_by_another_name(text: str, label: str | None) -> None:
    found = near(text)
    assert [f" sebagai {label}, padahal itu iku.MUTU." in f.pesan for f in found] == (
        [] if label is None else [True]
    )


def test_last_years_result_is_a_leftover() -> None:
    assert near("MUTU tercapai 71,13.")[0].dugaan == "sisa teks laporan tahun lalu"
    assert near("MUTU tercapai 72.")[0].dugaan == ""
    assert near("MUTU tercapai 72.")[0].saran == "pakai {iku.MUTU.realisasi}"


def test_marks_of_the_evaluation_count_for_its_indicator() -> None:
    marks = "urutan;komponen;bobot;nilai\n1;Perencanaan Kinerja;30;22,5\n2;Pengukuran;30;50,97"
    text = ("", "MUTU pada perencanaan memperoleh nilai 22,4.")
    assert look("K75", unit_saying([text], evaluasi=marks)) == []
    linked = {"kode_iku_akip": "MUTU"}
    assert len(look("K75", unit_saying([text], linked, evaluasi=marks))) == 1
    right = ("", "MUTU pada perencanaan memperoleh nilai 22,5 dari 73,47.")
    assert look("K75", unit_saying([right], linked, evaluasi=marks)) == []


def test_components_of_a_composite_count() -> None:
    parts = "kode_iku;komponen;koefisien;nilai\nMUTU;IPP;1;73,47"
    assert wrong("MUTU tercapai 73,47.", "MUTU memperoleh nilai 73,47.", komponen_iku=parts) == []


OTHER_TARGETS = (
    "LUAS ditargetkan 275.", "LUAS dengan target 275.", "LUAS dengan targetnya sebesar 275.",
    "Pada 2024 LUAS ditargetkan 275.", "MUTU ditargetkan 74.", "LUAS ditargetkan 150.",
    "Sampai akhir Renstra 2026 MUTU ditargetkan 74,2.",  # 74
    "Pada 2024 MUTU ditargetkan 72,3.", "Dinas {identitas.nama_unit} MUTU ditargetkan 72,3.",
    "LUAS tercatat 275.",
)  # fmt: skip
NO_TARGETS = (
    "LUAS ditargetkan 100.", "LUAS sekitar 275.", "Pada 2025 MUTU tercapai 73,37.",
    "LUAS dan NOL ditargetkan 275.",
    "Pada 2025 LUAS ditargetkan 275.", "Pada 2025 LUAS ditargetkan 150.",
    "Pada 2025 MUTU ditargetkan 72,3.", "Pada 2023 MUTU ditargetkan 71,7.",
    "Menurut Renstra LUAS ditargetkan 275.", "Semula pada awal tahun LUAS ditargetkan 275.",
    "Tahun lalu LUAS ditargetkan 150.", "Sebelumnya LUAS ditargetkan 150.",
    "Tahun sebelum ini LUAS ditargetkan 275.", "Tahun lalu LUAS ditargetkan 275.",
    "Tahun depan LUAS ditargetkan 150.", "Tahun mendatang LUAS ditargetkan 150.",
    "Tahun depan LUAS ditargetkan 275.", "Tahun mendatang LUAS ditargetkan 275.",
    "Pada {tahun_depan} LUAS ditargetkan 150.", "Pada {tahun_lalu} LUAS ditargetkan 150.",
    "Pada {dua_tahun_lalu} LUAS ditargetkan 150.", "Pada {tahun_depan} LUAS ditargetkan 275.",
    "MUTU sampai akhir Renstra ditargetkan 74.",
)  # fmt: skip


def test_targets_of_another_time() -> None:
    assert wrong(*OTHER_TARGETS) == list(OTHER_TARGETS)
    assert wrong(*NO_TARGETS) == []
    assert wrong("Nilai ditargetkan 275.", kode="LUAS") == []  # nobody is named


def test_a_target_is_never_rounded() -> None:
    header, *rest = INDICATORS.splitlines()
    iku = "\n".join([header, "RATA;Derajat rata;indeks;naik;7,7;9,9;", *rest])
    assert wrong("RATA ditargetkan 8.", "RATA ditargetkan 7,7.", iku=iku) == ["RATA ditargetkan 8."]


TREE = """kode;induk;tingkat;nama;kode_sasaran;pagu;realisasi
P1;;program;Satu;S1;;
P1.K1;P1;kegiatan;Dua;;1000000000;900000000
P2;;program;Tiga;;;
P2.K1;P2;kegiatan;Empat;;400000000;355000000
P2.K2;P2;kegiatan;Lima;;100000000;45000000
"""
GOALS = "kode_sasaran;tujuan;sasaran\nS1;Aman;Tertib"
"""Pagu 1.500.000.000, realisasi 1.300.000.000, serapan 86,67%; S1 and P1 90%, P2 80%."""


def wrong_money(*texts: str, kode: str = "", **facts: str) -> list[str]:
    iku = "\n".join(INDICATORS.splitlines()[:2])
    said = [(kode, text) for text in texts]
    hasil = unit_saying(said, facts, iku=iku, program=TREE, sasaran=GOALS)
    return [texts[(f.baris or 0) - 2] for f in look("K76", hasil)]


def test_money_in_sentences() -> None:
    right = (
        "Pagu Rp1.500.000.000.", "Realisasi Rp. 1.300.000.000.", "Sisa 200.000.000 rupiah.",
        "Empat menyerap Rp355.000.000.", "Jumlahnya Rp1,5 miliar.", "Iuran Rp5.000.",
        "Belanja modal Rp1.500.150.001.", "Pagu desa Rp1.499.849.999.", "Luasnya 999.999 meter.",
        "Bantuan Rp77.000.000.",
    )  # fmt: skip
    assert wrong_money(*right) == []
    wrongs = (
        "Pagu Rp1.500.000.001.", "Pagu Rp1.500.150.001.", "Pagu Rp1,6 miliar.",
        "Realisasi Rp1.310 juta.", "Pagu Rp1.499.850.000.",
        "Realisasi Rp1.300.000.010.", "Sisa 200.000.001 rupiah.", "Pagu Rp150.000.000.",
        "Realisasi Rp3.100.000.000.",
    )  # fmt: skip
    assert wrong_money(*wrongs) == list(wrongs)


def test_the_rest_is_that_of_either_control_total() -> None:
    facts = {"total_pagu_dpa": "1499999999"}
    assert wrong_money("Silpa Rp199.999.998.", **facts) != []
    right = "Silpa Rp200.000.000.", "Silpa Rp199.999.999."  # of the programmes, of the DPA
    assert wrong_money(*right, **facts) == []


def test_a_million_is_money() -> None:
    tree = "kode;induk;tingkat;nama;pagu;realisasi\nP1;;program;Satu;1000000;900000"
    texts = ("Ada 1.000.001 buah.", "Ada 999.999 buah.", "Ada 1.000.000 buah.")
    hasil = unit_saying([("", text) for text in texts], program=tree)
    assert [f.baris for f in look("K76", hasil)] == [2]


def test_shares_in_sentences() -> None:
    right = (
        "Serapan 86,67%.", "Serapan 86,7%.", "Serapan P1 90,0%.", "Serapan program 80,0%.",
        "Serapan 86%.", "Sebanyak 86,57% warga.", "Serapan triwulan II 45,79%.",
        "Serapan kegiatan 45,10%.", "Serapan kegiatan 80,10%.", "Serapan Rp86,57%.",
        "Serapan 86,57 poin.",
    )  # fmt: skip
    assert wrong_money(*right) == []
    wrongs = (
        "Serapan 86,57%.", "Penyerapan 86,57%.", "Anggaran terpakai 86,57%.", "Pagu 86,57%.",
        "Silpa dari 86,57%.", "Rata-rata 86,57%.", "Capaian 86,57%.", "Serapan 87,53%.",
        "Serapan 85,81%.", "Serapan 90,10%.", "Serapan 45,79%.",
    )  # fmt: skip
    assert wrong_money(*wrongs) == list(wrongs)
    assert wrong_money("Capaian 86,57%.", kode="MUTU") == []  # told of the indicator


def keyed(*texts: str, **facts: str) -> list[Finding]:
    return look("K78", unit_saying([("", text) for text in texts], facts))


def test_keys_that_are_known() -> None:
    own = (
        "tahun", "tahun_lalu", "dua_tahun_lalu", "tahun_depan", "renstra.periode", "laporan.status",
        "laporan.tanggal", "laporan.tanggal_panjang", "identitas.nama_pendek",
        "terbilang.sasaran", "terbilang.iku", "terbilang.program",
        "terbilang.kegiatan", "terbilang.subkegiatan", "identitas.nama_unit", "iku.MUTU.capaian",
    )  # fmt: skip
    assert keyed(*(f"Lihat {{{key}}} ini." for key in own)) == []


FAMILIES = (
    "identitas", "iku", "anggaran", "program", "sasaran", "rata_rata", "jumlah", "indikator",
    "evaluasi", "sdm", "sarpras",
)  # fmt: skip


def test_keys_that_are_not() -> None:
    found = keyed(*(f"Lihat {{{family}.zzzzzzzz.qqq}} ini." for family in FAMILIES))
    assert [f.baris for f in found] == list(range(2, 2 + len(FAMILIES)))
    assert {f.saran for f in found} == {"lihat daftar kunci dengan 'lkjip results'"}
    assert keyed("Lihat {zzzzzzzz.qqq} ini.", "Lihat {catatan} kaki.") == []  # no key of ours
    assert [f.saran for f in keyed("Lihat {iku.MTU.capaian} ini.")] == [
        "maksud Anda {iku.MUTU.capaian}?"
    ]
    assert [f.saran for f in keyed("Lihat {tahun_lal} ini.")] == ["maksud Anda {tahun_lalu}?"]


def test_keys_without_a_value() -> None:
    assert [f.keparahan for f in keyed("Alamat {identitas.alamat} ini.")] == ["peringatan"]
    assert keyed("Alamat {identitas.alamat} ini.", alamat="Jalan Satu") == []
    found = keyed("Nasional {iku.MUTU.realisasi_nasional}, lagi {iku.MUTU.realisasi_nasional}.")
    assert [(f.keparahan, f.sel[1].kolom) for f in found] == [("peringatan", "realisasi_nasional")]


@pytest.mark.parametrize(
    ("text", "seen"),
    [("Oleh {identitas.nama_unit}.", True), ("Tahun {tahun}.", True), ("Lihat {catatan}.", False)],
)
def test_keys_where_nothing_is_filled_in(text: str, seen: bool) -> None:
    """In the sentence for readers, not where an acknowledgement tells of a text."""
    head = "aturan;entitas;nilai;alasan;oleh;berlaku;kalimat_pembaca"
    told_of = f"K99;P1;narasi penutup teks = {text};Di sana {text};Camat;2024;"
    found = look("K78", unit(pengakuan=f"{head}\n{told_of}{text}\n{told_of}"))
    cells = [(f.berkas, f.baris, f.kolom, f.keparahan) for f in found]
    assert cells == [("2024/pengakuan.csv", 2, "kalimat_pembaca", "galat")] * seen


SPOILED = {
    "K75": [
        "MUTU tercapai 73,37.",
        "MUTU tercapai 71,13.",
        "LUAS ditargetkan 275.",
        "Capaian MUTU 102,0416%.",
    ],
    "K76": ["Pagu Rp1.500.000.001.", "Serapan 86,57%."],
    "K78": [
        "Lihat {iku.MTU.capaian}.",
        "Lihat {iku.zzzz.qqq}.",
        "Lihat {identitas.alamat}.",
        "Lihat {iku.NOL.realisasi_nasional}.",
    ],
}


@pytest.mark.parametrize("code", SPOILED)
def test_what_is_said(code: str, snapshot: SnapshotAssertion) -> None:
    texts = [("", text) for text in SPOILED[code]]
    assert told(look(code, unit_saying(texts, program=TREE, sasaran=GOALS))) == snapshot


@pytest.mark.parametrize("unit_of", ["persen", "%", "Persentase"])
def test_a_percentage_however_its_unit_is_written(unit_of: str) -> None:
    iku = INDICATORS.replace(";persen;", f";{unit_of};")
    found = wrong("BAGIAN tercapai 60,4%.", "BAGIAN tercapai 60,3%.", iku=iku)
    assert found == ["BAGIAN tercapai 60,3%."]
