"""Dates and identity of the unit: the last day allowed, and the day after."""

from __future__ import annotations

import pytest
from kasus import look, narasi, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding
from lkjip_analysis.checks.dates import nip_fault


def with_facts(code: str, **facts: str) -> list[Finding]:
    return look(code, unit(facts=facts))


@pytest.mark.parametrize(
    ("day", "gap", "severity"),
    [
        ("2025-01-01", None, ""),
        ("2025-12-31", None, ""),
        ("2024-12-31", None, ""),  # the last day of the report's year
        ("2024-12-30", "-1 tahun", "galat"),
        ("2024-01-31", "-1 tahun", "galat"),
        ("2023-12-31", "-2 tahun", "galat"),
        ("2026-01-01", "1 tahun", "peringatan"),
    ],
)
@pytest.mark.parametrize("key", ["tanggal_kata_pengantar", "tanggal_penutup"])
def test_year_of_signing(key: str, day: str, gap: str | None, severity: str) -> None:
    found = with_facts("K90", **{key: day})
    assert [(f.selisih, f.keparahan) for f in found] == ([] if gap is None else [(gap, severity)])
    assert all(key in f.pesan and f.baris == 10 for f in found)


@pytest.mark.parametrize(
    ("opening", "closing", "gap", "severity"),
    [
        ("2025-02-10", "2025-02-10", None, ""),
        ("2025-02-10", "2025-02-09", "1 hari", "peringatan"),
        ("2025-02-10", "2025-02-12", "2 hari", "catatan"),
        ("2025-02-10", "", None, ""),
        ("", "2025-02-10", None, ""),
    ],
)
def test_order_of_dates(opening: str, closing: str, gap: str | None, severity: str) -> None:
    found = with_facts("K90", tanggal_kata_pengantar=opening, tanggal_penutup=closing)
    assert [(f.selisih, f.keparahan) for f in found] == ([] if gap is None else [(gap, severity)])
    assert all([cell.baris for cell in f.sel] == [11, 10] for f in found)


@pytest.mark.parametrize(
    ("day", "gap"),
    [
        ("2025-02-28", None),
        ("2025-03-01", "1 hari"),
        ("2025-03-31", "31 hari"),
        ("2026-12-31", "671 hari"),
        ("2027-01-01", None),  # a slip of the year: told by the other rule
        ("2024-12-31", None),
        ("", None),
    ],
)
def test_deadline(day: str, gap: str | None) -> None:
    found = with_facts("K91", tanggal_penutup=day)
    assert [f.selisih for f in found] == ([] if gap is None else [gap])
    assert all("sesudah batas 28 Februari 2025" in f.pesan for f in found)


@pytest.mark.parametrize(
    ("day", "closing", "gap", "severity"),
    [
        ("2025-01-06", "2025-01-06", None, ""),
        ("2025-01-07", "2025-01-06", "1 hari", "galat"),
        ("2025-08-16", "", None, ""),
        ("2024-01-01", "2025-01-06", None, ""),
        ("2023-12-31", "2025-01-06", "-1 tahun", "peringatan"),
        ("2022-12-31", "", "-2 tahun", "peringatan"),
        ("", "2025-01-06", None, ""),
    ],
)
def test_date_of_evaluation(day: str, closing: str, gap: str | None, severity: str) -> None:
    found = with_facts("K92", tanggal_lhe=day, tanggal_penutup=closing)
    assert [(f.selisih, f.keparahan) for f in found] == ([] if gap is None else [(gap, severity)])


@pytest.mark.parametrize(
    ("number", "gap"),
    [
        ("700/55/2024", None),
        ("700/55/2023", "-1 tahun"),
        ("700/55/2025", "1 tahun"),
        ("700/2023/2024", None),
        ("700/2022/2023", "-1 tahun"),
        ("700/55", None),
        ("120231", None),
        ("", None),
    ],
)
def test_number_and_date_of_evaluation(number: str, gap: str | None) -> None:
    found = with_facts("K92", nomor_lhe=number, tanggal_lhe="2024-09-02")
    assert [(f.selisih, f.keparahan) for f in found] == (
        [] if gap is None else [(gap, "peringatan")]
    )
    assert all([cell.baris for cell in f.sel] == [10, 11] for f in found)


@pytest.mark.parametrize(
    ("nip", "fault"),
    [
        ("196808031990031011", ""),
        ("19680803 199003 1.011", ""),
        ("196808031990032011", ""),
        ("196808031990030011", "memuat kode jenis kelamin 0, seharusnya 1 atau 2"),
        ("196808031990033011", "memuat kode jenis kelamin 3, seharusnya 1 atau 2"),
        ("196813031990031011", "memuat tanggal lahir yang tidak ada (03-13-1968)"),
        ("196802301990031011", "memuat tanggal lahir yang tidak ada (30-02-1968)"),
        ("195408031980031011", ""),  # 70 years old
        ("195308031980031011", "memuat tahun lahir 1953, tidak wajar untuk pejabat tahun 2024"),
        ("200608032024031011", ""),  # 18
        ("200708032024031011", "memuat tahun lahir 2007, tidak wajar untuk pejabat tahun 2024"),
        ("196808031990011011", ""),
        ("196808031990121011", ""),
        ("196808031990131011", "memuat bulan pengangkatan 13"),
        ("196808031990001011", "memuat bulan pengangkatan 00"),
        ("196808031990201011", "memuat bulan pengangkatan 20"),
        ("196808031990211011", ""),  # a contract employee
        ("196808031990231011", ""),
        ("196808031990241011", "memuat bulan pengangkatan 24"),
        ("196808031985031011", ""),  # at 17
        ("196808031984031011", "memuat tahun pengangkatan 1984, padahal lahir 1968"),
        ("196808032025031011", ""),
        ("196808032026031011", "memuat tahun pengangkatan 2026, padahal lahir 1968"),
    ],
)
def test_nip(nip: str, fault: str) -> None:
    assert nip_fault(nip, 2024) == fault
    found = with_facts("K93", nip_kepala=nip)
    assert [f.pesan for f in found] == ([f"NIP kepala {fault}"] if fault else [])


def test_no_nip_no_finding() -> None:
    assert with_facts("K93") == []


@pytest.mark.parametrize(
    ("first", "last", "gap"),
    [
        ("2024", "2026", None),
        ("2022", "2024", None),
        ("2025", "2029", ""),
        ("2019", "2023", ""),
        ("2021", "2026", None),  # six years
        ("2020", "2026", "7 tahun"),
        ("", "2026", None),
        ("2022", "", None),
        ("2026", "2022", ""),
    ],
)
def test_period_of_the_plan(first: str, last: str, gap: str | None) -> None:
    found = with_facts("K94", renstra_awal=first, renstra_akhir=last)
    assert [(f.selisih, f.keparahan) for f in found] == (
        [] if gap is None else [(gap, "peringatan" if gap else "galat")]
    )


@pytest.mark.parametrize(
    ("name", "head", "seen"),
    [
        ("Kecamatan Sukamaju", "Camat Sukamaju", False),
        ("Kecamatan Sukamaju", "CAMAT SUKAMAJU", False),
        ("Kecamatan Sukamaju", "Camat Mekarsari", True),
        ("Kecamatan Sukamaju", "Camat", False),  # names no place
        ("Kecamatan Sukamaju", "Plt. Camat", False),
        ("Kecamatan Sukamaju", "Kepala Kecamatan Mekarsari", True),
        ("RSUD", "Direktur Mekarsari", False),  # nothing to compare with
        ("Kecamatan Sukamaju", "", False),
        ("Kecamatan Sukamaju", "Pamong Praja", True),
        ("Dinas Pelayanan Warga", "Kepala Dinas Pelayanan Umum", False),
    ],
)
def test_name_of_unit_and_head(name: str, head: str, seen: bool) -> None:
    facts = {"nama_unit": name, "jabatan_kepala": head, "jenis_unit": "kecamatan"}
    found = places("K95", unit(facts=facts))
    assert found == ([(6, "nilai")] if seen else [])


@pytest.mark.parametrize(
    "head",
    [
        "Kepala Kantor", "Lurah", "Direktur RSUD", "Inspektur Daerah", "Sekretaris Daerah",
        "Plh. Kepala Badan", "Pj. Kepala Desa", "Kepala Kelurahan", "Kepala Satuan",
        "Kepala Bagian", "Kepala Bidang", "Kepala Inspektorat", "Kepala Sekretariat",
        "Kepala UPT", "Kepala UPTD", "Kepala Puskesmas", "Kepala Dinas",
    ],
)  # fmt: skip
def test_an_office_alone_is_nobody_elses(head: str) -> None:
    facts = {"nama_unit": "Balai Sukamaju", "jabatan_kepala": head, "jenis_unit": "balai"}
    assert look("K95", unit(facts=facts)) == []


@pytest.mark.parametrize(
    ("short", "head", "seen"),
    [
        ("Bappeda", "Kepala Bappeda", False),
        ("Bappeda", "Kepala BAPPEDA", False),
        ("Bapenda", "Kepala Bappeda", True),
        ("Badan Perencanaan", "Kepala Badan Keuangan", True),  # the word of its office is no name
        ("", "Kepala Bappeda", True),
    ],
)
def test_the_short_name_of_the_unit_is_its_name(short: str, head: str, seen: bool) -> None:
    facts = {"nama_unit": "Badan Perencanaan Pembangunan", "jenis_unit": "badan"}
    facts |= {"nama_unit_singkat": short, "jabatan_kepala": head}
    assert bool(look("K95", unit(facts=facts))) is seen


@pytest.mark.parametrize(
    ("link", "seen"),
    [
        ("https://contoh.example/lkjip-2024", False),
        ("https://contoh.example/2025/lkjip-2024", False),
        ("https://contoh.example/2025/lkjip", False),
        ("https://contoh.example/lkjip-2023", True),
        ("https://contoh.example/lkjip", False),
        ("https://contoh.example/12023", False),
    ],
)
def test_year_of_the_link(link: str, seen: bool) -> None:
    assert bool(with_facts("K90", tautan_publikasi=link)) is seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Menurut Peraturan Bupati Uji Nomor 45 Tahun 2019 dinas berdiri.", False),
        ("Menurut Peraturan Bupati Uji Nomor 54 Tahun 2019 dinas berdiri.", True),
        ("Menurut Peraturan Bupati Uji No. 54 Tahun 2019 dinas berdiri.", True),
        ("Menurut Peraturan Bupati Uji Nomor 54 Tahun 2016 dinas berdiri.", False),
        ("Menurut Peraturan Daerah Nomor 54 Tahun 2019 dinas berdiri.", False),
        ("Menurut Peraturan Bupati Uji Nomor 52 Tahun 2019 dinas berdiri.", False),
    ],
)
def test_the_regulation_of_the_unit_in_texts(text: str, seen: bool) -> None:
    facts = {"dasar_organisasi": "Peraturan Bupati Uji Nomor 45 Tahun 2019"}
    found = look("K95", unit(facts=facts, narasi=narasi(("tugas_fungsi", "", text))))
    assert bool(found) is seen


@pytest.mark.parametrize(
    ("name", "seen"), [("Dinas Pelayanan Harapan", False), ("Dinas Mekarwangi", True)]
)
def test_the_short_name_is_of_this_unit(name: str, seen: bool) -> None:
    facts = {"nama_unit": name, "nama_unit_singkat": "Dinas Harapan"}
    facts |= {"jabatan_kepala": "Kepala Dinas Pelayanan Harapan", "jenis_unit": "dinas"}
    assert bool(look("K95", unit(facts=facts))) is seen


def test_the_units_kind_is_no_place() -> None:
    facts = {"nama_unit": "Balai Sukamaju", "jabatan_kepala": "Kepala Balai"}
    assert look("K95", unit(facts={**facts, "jenis_unit": "Balai"})) == []
    assert len(look("K95", unit(facts={**facts, "jenis_unit": "dinas"}))) == 1


SPOILED: dict[str, dict[str, str]] = {
    "K90": {"tanggal_kata_pengantar": "2025-01-06", "tanggal_penutup": "2024-01-03"},
    "K90 dua": {"tanggal_kata_pengantar": "2025-01-06", "tanggal_penutup": "2025-01-07"},
    "K91": {"tanggal_penutup": "2025-03-14"},
    "K92": {"tanggal_lhe": "2025-08-16", "tanggal_penutup": "2025-01-06", "nomor_lhe": "7/2023"},
    "K92 lama": {"tanggal_lhe": "2023-08-16"},
    "K93": {"nip_kepala": "196808031990131011"},
    "K94": {"renstra_awal": "2019", "renstra_akhir": "2023"},
    "K94 panjang": {"renstra_awal": "2019", "renstra_akhir": "2026"},
    "K95": {"nama_unit": "Dinas Sukamaju", "jabatan_kepala": "Kepala Dinas Mekarsari"},
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(with_facts(case[:3], **SPOILED[case])) == snapshot
