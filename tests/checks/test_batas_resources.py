"""People, goods and the follow-up, just possible and just not."""

from __future__ import annotations

import pytest
from kasus import places, unit

IKU = "kode_iku;indikator;satuan;polaritas\nA;Indeks mutu;indeks;naik\nB;Nilai tata;nilai;naik"
STAFF = "kode_iku;kebutuhan;ketersediaan"
GOODS = "urutan;uraian;hasil_rekon;standar_kebutuhan;pengadaan_rkbmd"
ADVICE = "urutan;rekomendasi;target;waktu;status;bukti"


@pytest.mark.parametrize(
    ("need", "there", "seen"),
    [
        ("10", "15", False),
        ("10", "16", True),
        ("2", "4", False),
        ("2", "5", True),
        ("", "9", False),
    ],
)
def test_staff(need: str, there: str, seen: bool) -> None:
    found = places("K68", unit(iku=IKU, sdm=f"{STAFF}\nA;{need};{there}\nB;3;3"))
    assert found == ([(2, "ketersediaan")] if seen else [])


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        ("10;13", "9;7", "ketersediaan"),  # while the other lacks staff
        ("10;12", "9;7", None),
        ("10;13", "9;9", None),
        ("80;10", "9;7", "kebutuhan"),
        ("79;10", "9;7", None),
        ("80;10", "12;3", None),  # they are all that short
        ("8;1", "9;7", None),
    ],
)
def test_staff_beside_the_other_rows(first: str, second: str, column: str | None) -> None:
    found = places("K68", unit(iku=IKU, sdm=f"{STAFF}\nA;{first}\nB;{second}"))
    assert found == ([(2, column)] if column else [])


def test_an_iku_without_staff() -> None:
    assert places("K68", unit(iku=IKU, sdm=f"{STAFF}\nA;3;3")) == [(3, "kode_iku")]
    assert places("K68", unit(iku=IKU)) == []  # no such table


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("3;5;2", None),
        ("3;5;3", "pengadaan_rkbmd"),
        ("6;5;0", None),
        ("15;5;0", None),
        ("16;5;0", "hasil_rekon"),
        ("6;5;1", "hasil_rekon"),
        ("6;;0", None),
        (";5;5", None),
        ("1;1000;0", "standar_kebutuhan"),
        ("1;20;0", None),
        ("0;2000;0", None),  # nothing to compare the standard with
    ],
)
def test_goods(row: str, column: str | None) -> None:
    found = places("K69", unit(sarpras=f"{GOODS}\n1;Meja kerja;{row}"))
    assert found == ([(2, column)] if column else [])


BOUGHT = "urutan;uraian;hasil_rekon;pengadaan_periode;standar_kebutuhan;pengadaan_rkbmd"


@pytest.mark.parametrize(
    ("row", "rest", "column"),
    [
        ("9;6;24;6", "4;0;6;0", None),
        ("9;16;40;6", "4;0;6;0", "pengadaan_periode"),
        ("9;2;24;0", "4;0;6;0", None),  # nothing planned is told
        ("6;3;90;3", "4;0;6;0", "standar_kebutuhan"),
        ("6;3;89;3", "4;0;6;0", None),
        ("6;3;90;3", "1;0;6;0", None),  # little is there of anything
    ],
)
def test_goods_beside_the_other_rows(row: str, rest: str, column: str | None) -> None:
    others = "\n".join(f"{n};Barang {n};{rest}" for n in range(2, 8))
    found = places("K69", unit(sarpras=f"{BOUGHT}\n1;Meja kerja;{row}\n{others}"))
    assert found == ([(2, column)] if column else [])


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("2;Juni 2024;Selesai;Notula", []),
        ("2;Juni 2024;Selesai;", ["status"]),
        ("2;Juni 2024;Belum selesai;", []),
        ("2;Juni 2024;Telah tuntas;", ["status"]),
        ("2;Juni 2024;Selesai, masih dalam proses;Notula", ["status"]),
        ("2;Triwulan V;Sebagian;", ["waktu"]),
        ("2;Triwulan IV;Sebagian;", []),
        ("0;Juni 2024;Sebagian;", ["target"]),
        ("5.000;Juni 2024;Sebagian;", ["target"]),
        (";Juni 2024;Sebagian;", []),
        ("2;Juni 2024;Belum dilaksanakan;Pohon kinerja 2024", ["status"]),
        ("2;Juni 2024;Belum dilaksanakan;Surat usulan", []),
        ("2;Juni 2024;Belum dilaksanakan;Belum ada", []),
        ("2;Juni 2024;Belum selesai;Notula rapat", []),
        ("2;Juni 2024;Selesai;Surat usulan", ["status"]),
        ("2;Juni 2024;Selesai;Belum ada", ["status"]),
    ],
)
def test_follow_up(row: str, columns: list[str]) -> None:
    found = places("K38", unit(tindak_lanjut=f"{ADVICE}\n1;Perbaiki bukti;{row}"))
    assert found == [(2, column) for column in columns]


@pytest.mark.parametrize(
    ("target", "status", "seen"),
    [
        ("4", "Sebagian: tiga dari empat rapat terlaksana", False),
        ("3", "Sebagian: tiga dari empat rapat terlaksana", True),
        ("5", "Baru 3 dari 4 rapat", True),
        ("4", "Baru 3 dari 4 rapat", False),
        ("3", "Sebagian: dua dari lima bidang hadir", False),
    ],
)
def test_target_of_the_follow_up_and_what_its_status_counts(
    target: str, status: str, seen: bool
) -> None:
    rows = f"{ADVICE};satuan\n1;Adakan rapat;{target};Juni 2024;{status};Notula;rapat"
    assert places("K38", unit(tindak_lanjut=rows)) == [(2, "target")] * seen


def test_a_proposal_may_be_what_was_asked_for() -> None:
    rows = f"{ADVICE}\n1;Ajukan usulan pengadaan;1;Juni 2024;Selesai;Surat usulan"
    assert places("K38", unit(tindak_lanjut=rows)) == []


@pytest.mark.parametrize(
    ("last", "seen"),
    [
        ("A;;Indeks mutu;indeks;naik\nB;;Nilai tata;nilai;naik", []),
        ("A;;Indeks mutu;indeks;naik\nb;;Nilai tata;nilai;naik", [(3, "kode_iku")]),
        ("A;;Indeks mutu;indeks;naik", [(3, "kode_iku")]),
    ],
)
def test_iku_gone_or_new(last: str, seen: list[tuple[int, str]]) -> None:
    past = {2023: {"iku": f"kode_iku;kode_sasaran;indikator;satuan;polaritas\n{last}"}}
    assert places("K39", unit(iku=IKU, past=past)) == seen
    assert places("K39", unit(iku=IKU)) == []


@pytest.mark.parametrize(("parent", "seen"), [("P2", False), ("P1", True)])
def test_code_and_parent(parent: str, seen: bool) -> None:
    tree = f"kode;induk;tingkat;nama\nP1;;program;A\nP2;;program;B\nP2.K1;{parent};kegiatan;C"
    assert places("K29", unit(program=tree)) == ([(4, "induk")] if seen else [])
