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
    ],
)
def test_follow_up(row: str, columns: list[str]) -> None:
    found = places("K38", unit(tindak_lanjut=f"{ADVICE}\n1;Perbaiki bukti;{row}"))
    assert found == [(2, column) for column in columns]


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
