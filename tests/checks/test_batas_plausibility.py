"""What a number can be at all: the ends of known ranges, shares of a whole, copied columns."""

from __future__ import annotations

import pytest
from kasus import look, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding
from lkjip_analysis.checks.plausibility import known_range
from lkjip_analysis.results import Results

IKU = "kode_iku;indikator;satuan;polaritas;target;realisasi;target_akhir_renstra;realisasi_nasional"
ITEMS = "kode;urutan;indikator;satuan;polaritas;target;realisasi"


def valued(name: str, value: str, satuan: str = "nilai", column: str = "realisasi") -> Results:
    """Make a unit of two IKU, the second with this value."""
    names = IKU.split(";")[4:]
    cells = ";".join(value if name == column else "" for name in names)
    return unit(iku=f"{IKU}\nA;Indeks lain;indeks;naik;;;;\nB;{name};{satuan};naik;{cells}")


@pytest.mark.parametrize(
    ("name", "allowed", "source"),
    [
        ("Nilai IKM unit", "1 sampai 4 atau 25 sampai 100", "PermenPANRB 14/2017"),
        ("Nilai SKM", "1 sampai 4 atau 25 sampai 100", "PermenPANRB 14/2017"),
        ("Indeks Kepuasan Masyarakat", "1 sampai 4 atau 25 sampai 100", "PermenPANRB 14/2017"),
        ("Nilai ipp", "0 sampai 5", "PermenPANRB 29/2022"),
        ("Indeks Pelayanan Publik", "0 sampai 5", "PermenPANRB 29/2022"),
        ("Nilai AKIP", "0 sampai 100", "PermenPANRB 88/2021"),
        ("Nilai SAKIP unit", "0 sampai 100", "PermenPANRB 88/2021"),
        ("Nilai LHE", "0 sampai 100", "PermenPANRB 88/2021"),
        ("Akuntabilitas kinerja instansi", "0 sampai 100", "PermenPANRB 88/2021"),
        ("Indeks SPBE", "0 sampai 5", "PermenPANRB 59/2020"),
        ("Indeks RB", "0 sampai 110", "PermenPANRB 3/2023"),
        ("Indeks Reformasi Birokrasi", "0 sampai 110", "PermenPANRB 3/2023"),
        ("Nilai PATEN", "0 sampai 100", "skala 0-100"),
        ("IPM", "0 sampai 100", "skala 0-100"),
        ("IKIP", "0 sampai 100", "skala 0-100"),
        ("Indeks IPKD", "0 sampai 100", "skala 0-100"),
        ("Indeks Pembangunan Manusia", "0 sampai 100", "skala 0-100"),
        ("Indeks Kualitas Pelayanan Publik (IKPP)", None, ""),
        ("Nilai AKIPRI", None, ""),
        ("Kerbau ternak", None, ""),
    ],
)
def test_known_ranges(name: str, allowed: str | None, source: str) -> None:
    found = known_range(name)
    assert (found and found.allowed, found.sumber if found else "") == (allowed, source)


@pytest.mark.parametrize(
    ("name", "value", "cause"),
    [
        ("Nilai IKM", "1", None),
        ("Nilai IKM", "0,99", "salah ketik atau skala lain"),
        ("Nilai IKM", "4", None),
        ("Nilai IKM", "4,01", "salah ketik atau skala lain"),
        ("Nilai IKM", "24,99", "koma bergeser, seharusnya 2,499"),
        ("Nilai IKM", "25", None),
        ("Nilai IKM", "100", None),
        ("Nilai IKM", "100,01", "koma bergeser, seharusnya 1,0001"),
        ("Nilai IPP", "0", None),
        ("Nilai IPP", "-0,1", "salah ketik atau skala lain"),
        ("Nilai IPP", "5", None),
        ("Nilai IPP", "5,01", "koma bergeser, seharusnya 0,501"),
        ("Nilai IPP", "50", "koma bergeser, seharusnya 5"),
        ("Nilai IPP", "50,1", "koma bergeser, seharusnya 0,501"),
        ("Nilai IPP", "500", "koma bergeser, seharusnya 5"),
        ("Nilai IPP", "501", "salah ketik atau skala lain"),
        ("Nilai AKIP", "100", None),
        ("Nilai AKIP", "734,7", "koma bergeser, seharusnya 73,47"),
        ("Indeks RB", "110", None),
        ("Indeks RB", "110,1", "koma bergeser, seharusnya 11,01"),
        ("Nilai AKIP", "", None),
    ],
)
def test_ends_of_a_range(name: str, value: str, cause: str | None) -> None:
    found = look("K60", valued(name, value))
    assert [f.dugaan for f in found] == ([] if cause is None else [cause])
    assert all((f.baris, f.kolom, f.keparahan) == (3, "realisasi", "galat") for f in found)


@pytest.mark.parametrize("column", IKU.split(";")[4:])
def test_every_value_of_an_indicator_is_looked_at(column: str) -> None:
    assert places("K60", valued("Nilai AKIP", "101", column=column)) == [(3, column)]


@pytest.mark.parametrize(
    ("name", "satuan", "value", "severity", "cause"),
    [
        ("Persentase desa tertib", "persen", "100", None, ""),
        ("Persentase desa tertib", "persen", "100,01", "peringatan", "pembilang"),
        ("Persentase desa tertib", "%", "499", "peringatan", "pembilang"),
        ("Persentase desa tertib", "Persentase", "500", "peringatan", "koma bergeser"),
        ("Prosentase desa tertib", "persen", "101", "peringatan", "pembilang"),
        ("Cakupan desa tertib", "persen", "101", "peringatan", "pembilang"),
        ("Cakupan desa tertib", "desa", "101", None, ""),
        ("Tingkat desa tertib", "persen", "101", None, ""),
        ("Persentase kenaikan desa", "persen", "101", None, ""),
        ("Persentase peningkatan desa", "persen", "101", None, ""),
        ("Persentase pertumbuhan desa", "persen", "101", None, ""),
        ("Persentase capaian desa", "persen", "101", None, ""),
        ("Persentase pencapaian desa", "persen", "101", None, ""),
        ("Persentase realisasi desa", "persen", "101", None, ""),
        ("Persentase serapan desa", "persen", "101", None, ""),
        ("Persentase inflasi desa", "persen", "101", None, ""),
        ("Persentase laju desa", "persen", "101", None, ""),
        ("Persentase desa tertib", "persen", "0", None, ""),
        ("Persentase desa tertib", "persen", "-0,1", "galat", "tanda minus terketik"),
        ("Persentase kenaikan desa", "persen", "-1", "galat", "tanda minus terketik"),
        ("Pertumbuhan ekonomi", "persen", "-1", None, ""),  # an IKU may fall below zero
        ("Persentase IKM baik", "persen", "50", None, ""),  # a share of them, no index
    ],
)
def test_shares_of_a_whole(
    name: str, satuan: str, value: str, severity: str | None, cause: str
) -> None:
    found = look("K60", valued(name, value, satuan))
    assert [f.keparahan for f in found] == ([] if severity is None else [severity])
    assert all(f.dugaan.startswith(cause) and (f.baris, f.kolom) == (3, "realisasi") for f in found)


@pytest.mark.parametrize(("value", "seen"), [("-1", True), ("0", False), ("1000", False)])
def test_counts_of_programmes_are_not_negative(value: str, seen: bool) -> None:
    hasil = unit(indikator_program=f"{ITEMS}\nP1;1;Jumlah orang;orang;naik;5;{value}")
    found = look("K60", hasil)
    assert [(f.berkas, f.keparahan) for f in found] == (
        [("2024/indikator_program.csv", "galat")] if seen else []
    )


@pytest.mark.parametrize(
    ("name", "satuan", "value", "seen"),
    [
        ("Jumlah hari operasi", "hari", "366", False),  # 2024
        ("Jumlah hari operasi", "hari", "367", True),
        ("Jumlah hari operasi", "orang hari", "3000", False),
        ("Rata-rata lama izin", "hari", "400", False),
    ],
)
def test_days_of_a_year(name: str, satuan: str, value: str, seen: bool) -> None:
    row = f"{ITEMS}\nP1;1;{name};{satuan};naik;300;{value}"
    assert places("K60", unit(indikator_program=row)) == [(2, "realisasi")] * seen
    past = f"{ITEMS}\nP1;1;{name};{satuan};naik;300;366"
    found = look("K60", unit(past={2023: {"indikator_program": past}}))
    assert bool(found) is (name.startswith("Jumlah") and satuan == "hari")  # it had 365


@pytest.mark.parametrize(
    ("months", "severity"),
    [("2024", None), ("2023", None), ("2022", "catatan"), ("2026", "peringatan"),
     ("2042", "peringatan")],
)  # fmt: skip
def test_months_of_the_goods(months: str, severity: str | None) -> None:
    facts = {"sarpras_periode_pengadaan": f"Januari-Juni {months}"}
    found = look("K65", unit(sarpras=GOODS, facts=facts))
    assert [f.keparahan for f in found] == ([severity] if severity else [])


def test_earlier_years_are_looked_at() -> None:
    iku = "kode_iku;indikator;satuan;polaritas;realisasi\nA;Nilai AKIP;nilai;naik;700"
    hasil = unit(past={2022: {"iku": iku}})
    found = look("K60", hasil)
    assert [(f.berkas, f.baris) for f in found] == [("2022/iku.csv", 2)]
    assert "realisasi tahun 2022 A (Nilai AKIP) 700" in found[0].pesan


def measured(same: int, other: int = 0, blank: int = 0) -> Results:
    rows = ["7;7"] * same + ["7;6"] * other + ["7;"] * blank + [";7"] * blank
    lines = [f"P{n};1;Jumlah orang;orang;naik;{row}" for n, row in enumerate(rows)]
    return unit(indikator_program="\n".join([ITEMS, *lines]))


@pytest.mark.parametrize(
    ("same", "other", "blank", "seen"),
    [
        (10, 0, 0, True),
        (9, 0, 0, False),
        (9, 0, 5, False),  # what is not filled in does not count
        (19, 1, 0, True),  # 95%
        (18, 1, 0, False),
        (38, 2, 3, True),
        (37, 3, 0, False),
    ],
)
def test_realisation_copied_from_the_target(same: int, other: int, blank: int, seen: bool) -> None:
    found = look("K64", measured(same, other, blank))
    assert bool(found) is seen
    for finding in found:
        assert f"realisasi {same} dari {same + other} indikator" in finding.pesan
        assert len(finding.sel) == same


GOODS = "urutan;uraian;hasil_rekon;standar_kebutuhan\n1;Meja;1;2"


@pytest.mark.parametrize(
    ("facts", "rows"),
    [
        ({"sarpras_tahun_rekon": "2024", "sarpras_tahun_rkbmd": "2024"}, 0),
        ({"sarpras_tahun_rekon": "2023", "sarpras_tahun_rkbmd": "2025"}, 0),
        ({"sarpras_tahun_rekon": "2022"}, 1),
        ({"sarpras_tahun_rekon": "2026"}, 1),
        ({"sarpras_tahun_rkbmd": "2022"}, 1),
        ({"sarpras_tahun_rkbmd": "2026", "sarpras_tahun_rekon": "2022"}, 2),
        ({"sarpras_periode_pengadaan": "Januari-Juni 2023"}, 0),
        ({"sarpras_periode_pengadaan": "Januari-Juni 2022"}, 1),
        ({"sarpras_periode_pengadaan": "Juli 2022-Juni 2023"}, 0),
        ({"sarpras_periode_pengadaan": "Januari-Juni"}, 0),
        ({}, 0),
    ],
)
def test_year_of_the_facilities(facts: dict[str, str], rows: int) -> None:
    found = look("K65", unit(sarpras=GOODS, facts=facts))
    assert [len(f.sel) for f in found] == ([rows] if rows else [])
    assert look("K65", unit(facts=facts)) == []  # no facilities are listed


def spoiled(code: str) -> list[Finding]:
    return look(
        code,
        unit(
            iku=f"{IKU}\nA;Nilai AKIP;nilai;naik;;734,7;;\nB;Nilai IKM;nilai;naik;200;;;",
            indikator_program=f"{ITEMS}\nP1;1;Persentase desa tertib;persen;naik;;120"
            "\nP2;1;Persentase desa aman;persen;naik;;1200\nP3;1;Jumlah orang;orang;naik;;-5",
            sarpras=GOODS,
            facts={
                "sarpras_tahun_rekon": "2022",
                "sarpras_tahun_rkbmd": "2021",
                "sarpras_periode_pengadaan": "Januari-Juni 2020",
            },
        ),
    )


@pytest.mark.parametrize("code", ["K60", "K65"])
def test_what_is_said(code: str, snapshot: SnapshotAssertion) -> None:
    assert told(spoiled(code)) == snapshot


def test_what_is_said_of_a_copied_column(snapshot: SnapshotAssertion) -> None:
    assert told(look("K64", measured(10))) == snapshot
