"""Names of one item: the same, spelled otherwise, or of another item."""

from __future__ import annotations

import pytest
from kasus import look, narasi, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding
from lkjip_analysis.results import Results

TREE = "kode;induk;tingkat;nama"


def tree(*names: str, level: str = "program") -> str:
    return "\n".join([TREE, *(f"P{n};;{level};{name}" for n, name in enumerate(names, 1))])


@pytest.mark.parametrize(
    ("own", "planned", "severities"),
    [
        ("Koordinasi Ketenteraman Warga", "Koordinasi Ketenteraman Warga", []),
        ("Koordinasi Ketenteraman Warga", "KOORDINASI/ Ketenteraman  warga.", []),
        ("Koordinasi Ketenteraman Warga", "Koordinasi Ketentraman Warga", ["peringatan"]),
        ("Koordinasi Ketenteraman Warga", "Pelayanan Loket", []),  # another item altogether
        ("Koordinasi Ketenteraman Warga", "Koordinasi Perizinan Warga", []),
    ],
)
def test_name_in_the_plan(own: str, planned: str, severities: list[str]) -> None:
    found = look(
        "K50", unit(program=tree("Urusan Lain", own), renstra=tree("Urusan Lain", planned))
    )
    assert [f.keparahan for f in found] == severities
    assert all((f.berkas, f.baris, f.kolom) == ("2024/program.csv", 3, "nama") for f in found)


def test_names_are_compared_within_their_level() -> None:
    own = tree("Koordinasi Ketenteraman Warga")
    planned = tree("Koordinasi Ketentraman Warga", level="kegiatan")
    assert look("K50", unit(program=own, renstra=planned)) == []
    same = f"{own}\nP2;P1;kegiatan;Koordinasi Ketenteraman Warga"
    assert places("K50", unit(program=same, renstra=planned)) == [(3, "nama")]


def test_a_plan_with_both_spellings_has_the_right_one_too() -> None:
    """Told of the wrong one, although the right one is there as well."""
    planned = tree("Koordinasi Ketenteraman Warga", "Koordinasi Ketentraman Warga")
    found = look("K50", unit(program=tree("Koordinasi Ketenteraman Warga"), renstra=planned))
    assert [(f.sel[1].berkas, f.sel[1].baris) for f in found] == [("2024/renstra.csv", 3)]


@pytest.mark.parametrize(
    ("own", "last", "severities"),
    [
        ("Pelayanan Perizinan", "Pelayanan Perizinan", []),
        ("Pelayanan Perizinan", "pelayanan perizinan", []),
        ("Pelayanan Perizinan", "Pelayanan Perijinan", ["peringatan"]),
        ("Pelayanan Perizinan", "Gotong Royong Warga", ["peringatan"]),
    ],
)
def test_name_of_the_same_code_last_year(own: str, last: str, severities: list[str]) -> None:
    hasil = unit(program=tree("Baru", own), past={2023: {"program": f"{TREE}\nP2;;program;{last}"}})
    found = look("K50", hasil)
    assert [f.keparahan for f in found] == severities
    assert all((f.baris, f.sel[1].berkas) == (3, "2023/program.csv") for f in found)


def test_only_last_year_is_compared() -> None:
    past = {2022: {"program": tree("Gotong Royong Warga")}}
    assert look("K50", unit(program=tree("Pelayanan Perizinan"), past=past)) == []


def nearest(name: str, *names: str) -> str | None:
    found = look("K50", unit(program=tree(*names), renstra=tree(name)))
    return found[0].sel[0].nilai if found else None


def test_the_most_alike_of_several() -> None:
    names = ("Pelatihan kader desa siaga", "Pelatihan kader desa siap", "Pembinaan karang taruna")
    assert nearest("Pelatihan kader desa siaag", *names) == "Pelatihan kader desa siaga"
    assert nearest("Pelatihan kader desa siapp", *names) == "Pelatihan kader desa siap"
    assert nearest("Pembinaan karang taruna muda", *names) == "Pembinaan karang taruna"
    assert nearest("Lomba kampung bersih", *names) is None


def test_the_most_alike_of_many() -> None:
    many = [f"Penyediaan layanan kantor wilayah {n}" for n in range(250)]
    names = (*many, "Penyediaan layanan kantor wilayah pesisir")
    assert nearest("Penyediaan layanan kantor wilayah pesisirr", *names) == names[-1]


GOALS = (
    "kode_sasaran;tujuan;sasaran\nS1;Meningkatnya tata kelola unit;Meningkatnya mutu layanan warga"
)


def quoted(*texts: str, **facts: str) -> list[Finding]:
    """Look at sentences of a unit with one sasaran, one IKU and one programme."""
    return look(
        "K56",
        unit(
            sasaran=GOALS,
            iku="kode_iku;indikator;satuan;polaritas\nA;Indeks mutu layanan warga;indeks;naik",
            program="kode;induk;tingkat;nama;sasaran\n"
            "P1;;program;Penunjang Urusan Daerah;Terlaksananya urusan kantor harian",
            narasi=narasi(*(("kesimpulan", "", text) for text in texts)),
            facts=facts,
        ),
    )


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Sasaran “Meningkatnya mutu layanan warga” tercapai.", False),
        ("Sasaran “MENINGKATNYA mutu  layanan warga.” tercapai.", False),
        ("Sasaran “Meningkatnya tata kelola unit” tercapai.", False),
        ("Sasaran “Indeks mutu layanan warga” naik.", False),
        ("Sasaran program “Penunjang Urusan Daerah” tercapai.", False),
        ("Sasaran program “Terlaksananya urusan kantor harian” tercapai.", False),
        ("Sasaran “Meningkatnya mutu pelayanan publik” tercapai.", True),
        ("Sasaran strategis yaitu “Meningkatnya mutu pelayanan publik”.", True),
        ("Sasaran “Mutu layanan” tercapai.", False),  # two words are no quotation of it
        ("Sasaran “Mutu layanan publik” tercapai.", True),
        ("Buku “Meningkatnya mutu pelayanan publik” terbit.", False),
        ("Sasaran tercapai. Buku “Meningkatnya mutu pelayanan publik” terbit.", False),
        ("Sasaran: “Meningkatnya mutu pelayanan publik”.", False),
        ("Sasaran dan tema “Membangun negeri bersama rakyat”.", False),
        ("Sasaran dan visi “Membangun negeri bersama rakyat”.", False),
        ("Sasaran dan misi “Membangun negeri bersama rakyat”.", False),
        ("Sasaran dan slogan “Membangun negeri bersama rakyat”.", False),
        ("Sasaran dan moto “Membangun negeri bersama rakyat”.", False),
        ("Sasaran dan motto “Membangun negeri bersama rakyat”.", False),
        ("Sasaran dicapai lewat inovasi “Layanan antar jemput berkas”.", False),
    ],
)
def test_quoted_goal(text: str, seen: bool) -> None:
    found = quoted("Kinerja baik.", text)
    assert [(f.baris, f.kolom) for f in found] == ([(3, "teks")] if seen else [])


def test_straight_quotes_and_several_goals() -> None:
    known, strange = "Meningkatnya mutu layanan warga", "Terwujudnya tata ruang kota"
    found = quoted(f"Sasaran “{known}” dan “{strange}” tercapai.")
    assert [strange in f.pesan for f in found] == [True]
    assert quoted(f"Sasaran “{known}” dan “{known}” tercapai.") == []


@pytest.mark.parametrize("key", ["tujuan_renstra", "tema_pembangunan"])
def test_aims_of_the_plan_are_known(key: str) -> None:
    text = "Sasaran “Membangun negeri bersama rakyat” tercapai."
    assert len(quoted(text)) == 1
    assert quoted(text, **{key: "Membangun negeri bersama rakyat"}) == []


def spoiled() -> Results:
    last = ["P1;;program;Koordinasi Ketentraman Umum Kota", "P2;;program;Gotong Royong"]
    return unit(
        program=tree("Koordinasi Ketenteraman dan Umum Kota", "Pelayanan Perizinan"),
        renstra=tree("Koordinasi dan Umum Kota Ketenteraman", "Pelayanan Perijinan", "Loket"),
        past={2023: {"program": "\n".join([TREE, *last])}},
    )


def test_what_is_said(snapshot: SnapshotAssertion) -> None:
    assert told(look("K50", spoiled())) == snapshot


def test_at_most_four_differences_are_told() -> None:
    own = "Satu a Dua b Tiga c Empat d Lima e Enam panjang sekali namanya untuk diuji"
    last = "Satu v Dua w Tiga x Empat y Lima z Enam panjang sekali namanya untuk diuji"
    hasil = unit(program=tree(own), past={2023: {"program": tree(last)}})
    found = look("K50", hasil)[0].pesan
    assert found.count("di sana") == 4 and "'d' di sini, 'y' di sana" in found


def test_what_is_said_of_a_quoted_goal(snapshot: SnapshotAssertion) -> None:
    near, far = "Meningkatnya mutu pelayanan warga", "Tata ruang asri"
    found = quoted(*(f"Sasaran “{name}” tercapai." for name in (near, far)))
    assert told(found) == snapshot
