"""What changed between two sets of results, on records made here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.cli import main
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.results.difference import Change, compare, read_records, relative_years


def record(kunci: str, nilai: Any, satuan: str = "persen", *berkas: str) -> dict[str, Any]:
    """Make a record of ``hasil.json``; ``tampil`` is told apart from the value."""
    return {
        "kunci": kunci,
        "nilai": nilai,
        "satuan": satuan,
        "tampil": "–" if nilai is None else f"[{nilai}]",
        "masukan": [{"berkas": name, "baris": 2} for name in berkas],
    }


def only(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Change:
    (change,) = compare(old, new)
    return change


@pytest.mark.parametrize(
    ("satuan", "lama", "baru", "selisih", "relatif"),
    [
        ("persen", 80, 100, "+20 poin persentase", 0.25),
        ("persen", 100, 97.5, "-2,50 poin persentase", 0.025),
        ("rupiah", 2000, 2500, "+Rp500", 0.25),
        ("rupiah", 2500, 2000, "-Rp500", 0.2),
        ("poin", 4, 5, "+1 poin", 0.25),
        ("menit", 20, 15, "-5 menit", 0.25),
        ("menit", -4, -3, "+1 menit", 0.25),
        ("menit", 0, 3, "+3 menit", None),  # nothing to be relative to
        ("indeks", 8, 8.25, "+0,25 indeks", 0.03125),
        ("indeks", 8, 7.5, "-0,50 indeks", 0.0625),
        ("indeks", 8, 8.004, "+0,004 indeks", 0.0005),  # not "+0,00"
        ("persen", 50, 49.997, "-0,003 poin persentase", 0.00006),
        ("indeks", 8, 8.006, "+0,01 indeks", 0.00075),
    ],
)
def test_a_changed_number(
    satuan: str, lama: float, baru: float, selisih: str, relatif: float | None
) -> None:
    """Percentages differ by percentage points, never by percent."""
    change = only([record("a.b", lama, satuan)], [record("a.b", baru, satuan)])
    assert change == Change("a.b", "berubah", satuan, f"[{lama}]", f"[{baru}]", selisih, relatif)


def test_a_changed_word() -> None:
    change = only([record("a.s", "sesuai", "status")], [record("a.s", "melebihi", "status")])
    assert change == Change("a.s", "berubah", "status", "[sesuai]", "[melebihi]")


@pytest.mark.parametrize(("lama", "baru"), [(3, "tiga"), ("tiga", 3)])
def test_a_number_against_a_word_has_no_difference(lama: Any, baru: Any) -> None:
    change = only([record("a.s", lama, "nilai")], [record("a.s", baru, "nilai")])
    assert (change.jenis, change.selisih, change.relatif) == ("berubah", "", None)


def test_another_unit_is_said_instead_of_a_difference() -> None:
    change = only([record("a.b", 20, "menit")], [record("a.b", 2, "jam")])
    assert change == Change("a.b", "berubah", "jam", "[20]", "[2]", "satuan: menit menjadi jam")


def test_new_and_lost_figures() -> None:
    """No record, or one without a value: either way there was nothing, and now there is."""
    old = [record("a.hilang", 1, "unit"), record("a.kosong", None, "unit"), record("a.lalu", 5)]
    new = [record("a.baru", 2, "orang"), record("a.kosong", 3, "unit"), record("a.lalu", None)]
    found = {change.kunci: change for change in compare(old, new)}
    assert found == {
        "a.baru": Change("a.baru", "baru", "orang", "–", "[2]"),
        "a.kosong": Change("a.kosong", "baru", "unit", "–", "[3]"),
        "a.hilang": Change("a.hilang", "hilang", "unit", "[1]", "–"),
        "a.lalu": Change("a.lalu", "hilang", "persen", "[5]", "–"),
    }


def test_what_is_the_same_is_not_told() -> None:
    """Also a figure that nobody has a value for, and one printed otherwise."""
    old = [record("a.x", 1), record("a.y", None), record("a.z", "A")]
    new = [{**record("a.x", 1), "tampil": "1,00%"}, record("a.z", "A"), record("a.baru", None)]
    assert compare(old, new) == []


def test_the_greatest_change_comes_first_and_lost_ones_last() -> None:
    old = [record("f", 0), record("c.hilang", 1), record("b", 100), record("a", 100),
           record("c", 100), record("g", "A")]  # fmt: skip
    new = [record("f", 7), record("d.baru", 1), record("b", 101), record("a", 101),
           record("c", 50), record("g", "B")]  # fmt: skip
    assert [change.kunci for change in compare(old, new)] == [
        "f",  # from nothing to something
        "g",  # a word
        "c",  # by a half
        "a",
        "b",
        "d.baru",
        "c.hilang",
    ]


def test_two_years_are_compared_like_for_like() -> None:
    """The change of this year against the change of that one, not 2024 against 2024."""
    old = [record("iku.A.perubahan.2023", 1, "nilai", "2023/iku.csv", "2022/iku.csv"),
           record("iku.A.riwayat.2021", 6, "nilai", "2021/iku.csv"),
           record("iku.A.capaian", 90, "persen", "2023/iku.csv")]  # fmt: skip
    new = [record("iku.A.perubahan.2024", 2, "nilai", "2024/iku.csv", "2023/iku.csv"),
           record("iku.A.riwayat.2022", 6, "nilai", "2022/iku.csv"),
           record("iku.A.capaian", 90, "persen", "2024/iku.csv")]  # fmt: skip
    assert compare(old, new) == [
        Change("iku.A.perubahan.tahun", "berubah", "nilai", "[1]", "[2]", "+1 nilai", 1.0)
    ]
    assert list(relative_years(new)) == [
        "iku.A.perubahan.tahun",
        "iku.A.riwayat.tahun-2",
        "iku.A.capaian",
    ]


def test_the_years_of_a_report_are_told_by_its_folders() -> None:
    """A file beside the years is no year, and four digits within a key's word neither."""
    old = [record("iku.X2030.riwayat.2025", 1, "nilai", "skala_predikat.csv", "2024/iku.csv")]
    assert list(relative_years(old)) == ["iku.X2030.riwayat.tahun+1"]
    alone = [{"kunci": "iku.A.riwayat.2024", "nilai": 1}]
    assert list(relative_years(alone)) == ["iku.A.riwayat.tahun+2024"]


def test_only_what_is_declared_a_year_is_one() -> None:
    """A code of four digits stays as it is; the predikat of a year follows its year."""
    keys = [
        "iku.2024.capaian", "iku.2023.riwayat.2023", "iku.A.riwayat.2023_predikat",
        "program.2024.pagu", "iku.C+0.perubahan.2024", "iku.A.komponen.2024.nilai",
        "iku.A.pertumbuhan.2024",
    ]  # fmt: skip
    assert list(relative_years([record(key, 1, "nilai", "2024/iku.csv") for key in keys])) == [
        "iku.2024.capaian", "iku.2023.riwayat.tahun-1", "iku.A.riwayat.tahun-1_predikat",
        "program.2024.pagu", "iku.C+0.perubahan.tahun", "iku.A.komponen.2024.nilai",
        "iku.A.pertumbuhan.tahun",
    ]  # fmt: skip


def test_a_change_as_a_record() -> None:
    assert Change("k", "baru", "unit", "–", "1").as_record() == {
        "kunci": "k", "jenis": "baru", "satuan": "unit", "lama": "–", "baru": "1",
        "selisih": "", "relatif": None,
    }  # fmt: skip


def test_records_are_read(tmp_path: Path) -> None:
    path = tmp_path / "hasil.json"
    records = [record("a.b", 1), record("a.ç", None)]
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    assert read_records(path) == records
    path.write_text("[]", encoding="utf-8")
    assert read_records(path) == []


WHOLE = {"kunci": "a", "nilai": 1, "tampil": "1", "satuan": "", "masukan": [{"berkas": "x"}]}

HOSTILE: dict[str, bytes | list[Any] | dict[str, Any]] = {
    "kosong": b"",
    "putus": b'[\n{"kunci": "a", ',
    "bita": bytes(range(256)),
    "utf16": "[]".encode("utf-16"),
    "dalam": b"[" * 100_000,
    "dalam-tertutup": b"[" * 50_000 + b"]" * 50_000,
    "nan": b'[{"kunci": "a", "tampil": "1", "nilai": NaN}]',
    "tak-terhingga": b'[{"kunci": "a", "tampil": "1", "nilai": 1e999}]',
    "bilangan-panjang": b'[{"kunci": "a", "tampil": "1", "nilai": ' + b"9" * 5000 + b"}]",
    "objek": {"a": 1},
    "angka": b"1",
    "null": b"null",
    "daftar-kata": ["kunci"],
    "tanpa-kunci": [WHOLE, {"nilai": 1, "tampil": "1"}],
    "tanpa-nilai": [{"kunci": "a", "tampil": "1"}],
    "tanpa-tampil": [{"kunci": "a", "nilai": 1}],
    "kunci-daftar": [{**WHOLE, "kunci": []}],
    "nilai-daftar": [{**WHOLE, "nilai": [1]}],
    "nilai-benar": [{**WHOLE, "nilai": True}],
    "satuan-objek": [{**WHOLE, "satuan": {}}],
    "masukan-bilangan": [{**WHOLE, "masukan": 1}],
    "masukan-kata": [{**WHOLE, "masukan": ["x"]}],
    "berkas-bilangan": [{**WHOLE, "masukan": [{"berkas": 1}]}],
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_no_result_is_refused(
    tmp_path: Path, case: str, snapshot: SnapshotAssertion
) -> None:
    path = tmp_path / "lain.json"
    content = HOSTILE[case]
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    with pytest.raises(CallError) as caught:
        read_records(path)
    assert str(caught.value).replace(str(path), "lain.json") == snapshot


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(WHOLE)), inner)
    ),
    max_leaves=12,
)
NEAR = st.fixed_dictionaries(
    {
        "kunci": st.sampled_from(["a", "a.2024", "\ud800", "\x1b[31m"]),
        "nilai": st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        "tampil": st.text(max_size=5),
    },
    optional={"satuan": st.sampled_from(["persen", "rupiah", "x"]), "masukan": JSON},
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(old=st.lists(NEAR | JSON, max_size=3), new=st.lists(NEAR, max_size=3))
def test_any_json_is_compared_or_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: list[Any], new: list[Any]
) -> None:
    sides = [tmp_path / "lama.json", tmp_path / "baru.json"]
    for side, records in zip(sides, (old, new), strict=True):
        side.write_text(json.dumps(records), encoding="utf-8")
    for form in ("text", "json", "html"):
        assert main(["diff", *map(str, sides), "--format", form]) in (0, 2)
        assert "Traceback" not in capsys.readouterr().err
