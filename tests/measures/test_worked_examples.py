"""Formulas by worked examples of real documents, at their edges, and where they have no answer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.formatting import (
    count_in_words,
    format_date,
    format_number,
    format_percent,
    format_rupiah,
    format_value,
    format_with_unit,
    join_words,
    round_half_up,
)
from lkjip_analysis.measures import (
    achievement,
    budget,
    comparison,
    composite,
    efficiency,
    ratings,
    resources,
)

D = Decimal


def reason(formula, *values: object, **more: object) -> str:  # type: ignore[no-untyped-def]
    """Give the reason with which a formula declines to answer."""
    with pytest.raises(NotComputableError) as caught:
        formula(*values, **more)
    return str(caught.value)


# Capaian: target, realisation, polarity, school, percent. Road deaths 67/41 and a response time
# of 20 minutes are the worked examples of the two lower-is-better schools.
CAPAIAN = [
    ("72", "73.47", "naik", "(2T-R)/T", "102.04"),
    ("7.7", "8.14", "naik", "T/R", "105.71"),
    ("100", "0", "naik", "(2T-R)/T", "0.00"),
    ("50", "-10", "naik", "(2T-R)/T", "-20.00"),
    ("67", "41", "turun", "(2T-R)/T", "138.81"),
    ("67", "41", "turun", "T/R", "163.41"),
    ("20", "20", "turun", "(2T-R)/T", "100.00"),
    ("20", "20", "turun", "T/R", "100.00"),
    ("20", "0", "turun", "(2T-R)/T", "200.00"),
    ("20", "0", "turun", "T/R", "100.00"),
    ("20", "0.5", "turun", "T/R", "4000.00"),
    ("20", "50", "turun", "(2T-R)/T", "-50.00"),
    ("20", "50", "turun", "T/R", "40.00"),
    ("0.5", "1", "naik", "(2T-R)/T", "200.00"),
]


@pytest.mark.parametrize(("target", "realisasi", "polaritas", "school", "percent"), CAPAIAN)
def test_capaian(target: str, realisasi: str, polaritas: str, school: str, percent: str) -> None:
    value = achievement.compute_capaian(D(target), D(realisasi), polaritas, school)
    assert round_half_up(value, 2) == D(percent)


def test_capaian_without_an_answer() -> None:
    zero = "target nol, persentase tidak dapat dihitung"
    negative = "target negatif, persentase tidak bermakna"
    for polaritas in ("naik", "turun"):
        assert reason(achievement.compute_capaian, D(0), D(5), polaritas) == zero
        assert reason(achievement.compute_capaian, D(0), D(0), polaritas, "T/R") == zero
        assert reason(achievement.compute_capaian, D("-0.5"), D(5), polaritas) == negative
    assert reason(achievement.compute_capaian, D(1), D("-0.5"), "turun", "T/R") == (
        "realisasi negatif, T/R tidak bermakna"
    )
    for unknown in (achievement.compute_capaian, achievement.judge_target):
        assert reason(unknown, D(1), D(2), "tetap") == "polaritas 'tetap' tidak dikenal"
    assert reason(achievement.compute_capaian, D("1e-999999"), D("1e999999")) == (
        "hasilnya terlalu besar atau terlalu kecil untuk dihitung"
    )


def test_formula_named_beside_the_figure() -> None:
    assert achievement.capaian("naik", "T/R").kata == "realisasi ÷ target × 100"
    assert achievement.capaian("turun").kata == "(2 × target − realisasi) ÷ target × 100"
    assert achievement.capaian("turun", "T/R").kata == "target ÷ realisasi × 100"


@pytest.mark.parametrize(
    ("batas", "low", "high"),
    [
        ("tanpa_batas", "-7", "250"),
        ("0_100", "0", "100"),
        ("0_120", "0", "120"),
        ("0_200", "0", "200"),
    ],
)
def test_cap(batas: str, low: str, high: str) -> None:
    assert achievement.cap_capaian(D(-7), batas) == D(low)
    assert achievement.cap_capaian(D(250), batas) == D(high)
    assert achievement.cap_capaian(D("99.99"), batas) == D("99.99")


@pytest.mark.parametrize(
    ("realisasi", "naik", "turun"),
    [("100.001", "melebihi", "tidak_mencapai"), ("100.0", "sesuai", "sesuai"),
     ("99.999", "tidak_mencapai", "melebihi")],
)  # fmt: skip
def test_status_is_judged_on_values(realisasi: str, naik: str, turun: str) -> None:
    assert achievement.judge_target(D(100), D(realisasi)) == naik
    assert achievement.judge_target(D(100), D(realisasi), "turun") == turun


def test_mean() -> None:
    assert achievement.mean([D(1), D(2), D(4)]) == D(7) / 3
    assert achievement.mean([D(10), D(20)], [D(1), D(0)]) == 10
    assert reason(achievement.mean, []) == "belum ada nilai yang dapat dirata-ratakan"
    assert reason(achievement.mean, [D(1)], [D(0)]) == "jumlah bobot nol"


def test_budget() -> None:
    """Programme 1 of 2024, and an overspent one."""
    pagu, spent = D(2_487_371_653), D(2_423_318_229)
    assert round_half_up(budget.compute_serapan(pagu, spent), 2) == D("97.42")
    assert budget.compute_silpa(pagu, spent) == 64_053_424
    assert budget.compute_silpa(D(100), D(130)) == -30
    assert budget.compute_serapan(D(100), D(130)) == 130
    assert budget.compute_porsi(D(1), D(8)) == D("12.5")
    assert reason(budget.compute_serapan, D(0), D(5)) == "pagu nol, serapan tidak dapat dihitung"
    assert reason(budget.compute_porsi, D(0), D(0)) == "jumlah nol, porsi tidak dapat dihitung"
    assert reason(budget.add_up, []) == "tidak ada yang dijumlahkan"


def test_roll_up() -> None:
    parents = {"P": None, "K1": "P", "S1": "K1", "S2": "K1", "K2": "P", "Q": None, "KQ": "Q"}
    amounts = {"P": D(999), "S1": D(1), "S2": D(2), "K2": D(4), "Q": D(7), "KQ": None}
    assert budget.roll_up(parents, amounts) == {
        "P": (D(7), ("K1", "K2")),  # the parts beat an own amount
        "K1": (D(3), ("S1", "S2")),
        "S1": (D(1), ("S1",)),
        "S2": (D(2), ("S2",)),
        "K2": (D(4), ("K2",)),
        "Q": (D(7), ("Q",)),  # a part is unknown: the own amount
        "KQ": (D(7), ("Q",)),  # the only child of Q has what Q has
    }
    zero = budget.roll_up({"P": None, "K": "P"}, {"P": D(5), "K": D(0)})
    assert zero["P"] == (D(0), ("K",))  # zero is an amount
    two = budget.roll_up({"P": None, "K": "P", "L": "P", "S": "K"}, {"P": D(5), "L": D(2)})
    assert two["K"] == two["S"] == (None, ())  # of two, nobody knows the share
    chain = budget.roll_up({"P": None, "K": "P", "S": "K"}, {"P": D(5)})
    assert chain["S"] == (D(5), ("K",))


@pytest.mark.parametrize(
    ("values", "course"),
    [
        ([None, None, "1"], "tidak_dapat_dibandingkan"),
        ([], "tidak_dapat_dibandingkan"),
        (["1", "2"], "naik"),
        (["1", "1"], "tetap"),
        (["1", "1", "2"], "naik"),
        (["2", "1", "1"], "turun"),
        (["1", None, "3"], "naik"),
        (["1", "3", "2"], "berfluktuasi"),
        (["3", "1", "1", "2"], "berfluktuasi"),
    ],
)
def test_trend(values: list[str | None], course: str) -> None:
    assert comparison.trend([None if v is None else D(v) for v in values]) == course


def test_comparison() -> None:
    assert comparison.compute_perubahan(D("73.47"), D("71.13")) == D("2.34")
    assert [comparison.direction(D(v)) for v in (1, 0, -1)] == ["naik", "tetap", "turun"]
    assert comparison.is_improvement(D(1), "naik") is True
    assert comparison.is_improvement(D(1), "turun") is False
    assert comparison.is_improvement(D(-1), "naik") is False
    assert comparison.is_improvement(D(0), "turun") is None
    assert comparison.kemajuan("turun")(D(16), D(15)) == D("106.25")
    assert comparison.kemajuan("turun", "T/R")(D(15), D(20)) == 75


@pytest.mark.parametrize(
    ("capaian", "serapan", "rumus", "value", "word"),
    [
        ("105", "100", "selisih_poin", "5", "cukup efisien"),
        ("105.01", "100", "selisih_poin", "5.01", "efisien"),
        ("95", "100", "selisih_poin", "-5", "cukup efisien"),
        ("94.99", "100", "selisih_poin", "-5.01", "tidak efisien"),
        ("100", "100", "indeks", "1", "efisien"),
        ("99", "100", "indeks", "0.99", "tidak efisien"),
        ("0", "100", "indeks", "0", "tidak efisien"),
        ("100", "97.5", "sisa_anggaran", "2.5", "efisien"),
        ("100", "100", "sisa_anggaran", "0", "tanpa penghematan"),
        ("120", "101", "sisa_anggaran", "-1", "tidak efisien"),
        ("100", "95", "pmk_22_2021", "5", "efisien"),
        ("80", "80", "pmk_22_2021", "0", "tanpa penghematan"),
        ("80", "100", "pmk_22_2021", "-25", "tidak efisien"),
    ],
)
def test_efficiency(capaian: str, serapan: str, rumus: str, value: str, word: str) -> None:
    found = efficiency.compute_efisiensi(D(capaian), D(serapan), rumus)
    assert found == D(value)
    assert efficiency.judge_efisiensi(found, rumus) == word


def test_efficiency_of_bpom() -> None:
    """BPOM: 99,92 / 94,00 = 1,063."""
    assert round_half_up(efficiency.compute_efisiensi(D("99.92"), D(94), "indeks"), 3) == D("1.063")


def test_efficiency_without_an_answer() -> None:
    compute = efficiency.compute_efisiensi
    assert reason(compute, D(5), D(0), "indeks") == "serapan nol, indeks tidak dapat dihitung"
    below = "capaian di bawah 100%, efisiensi tidak dinilai"
    assert reason(compute, D("99.99"), D(90), "sisa_anggaran") == below
    nothing = "capaian nol atau negatif, efisiensi tidak dapat dihitung"
    assert reason(compute, D(0), D(90), "pmk_22_2021") == nothing


def test_people_and_facilities() -> None:
    assert round_half_up(resources.compute_ketersediaan(D(4), D(19)), 2) == D("21.05")
    assert resources.compute_ketersediaan(D(3), D(2)) == 150
    assert resources.compute_ketersediaan(D(3), D(2), D(100)) == 100
    assert reason(resources.compute_ketersediaan, D(3), D(0)) == (
        "kebutuhan nol, ketersediaan tidak dapat dihitung"
    )
    assert resources.compute_kekurangan(D("21.5")) == D("78.5")
    assert resources.compute_kekurangan(D(150)) == 0


def test_ikm() -> None:
    """PermenPANRB 14/2017: nine elements of 4 make 100, not 99,9."""
    assert composite.compute_ikm([D(4)] * 9) == 100
    assert composite.compute_ikm([D(1)] * 9) == 25
    assert composite.compute_ikm([D("3.1"), D("3.3")], skala_100=False) == D("3.2")
    assert reason(composite.compute_ikm, []) == "belum ada nilai yang dapat dirata-ratakan"


def test_ipp_of_a_real_form() -> None:
    """Form F-01 of Puskesmas Bareng, aspects I (3,39; 1,02) and II (2,81; 0,51)."""
    weights = [".089", ".089", *[".071"] * 6, ".089", ".089", *[".071"] * 3]
    scores = [5, 5, 4, 3, 3, 4, 4, 5, 4, 1, 1, 2, 3]
    kebijakan = [(D(w), D(s)) for w, s in zip(weights, scores, strict=True)]
    weights = [".136", ".136", ".091", ".136", ".182", ".136", ".182"]
    sdm = [(D(w), D(s)) for w, s in zip(weights, [4, 5, 4, 1, 0, 4, 3], strict=True)]
    assert round_half_up(composite.compute_ipp([(D(1), kebijakan)]), 2) == D("3.39")
    assert round_half_up(composite.compute_ipp([(D("0.30"), kebijakan)]), 2) == D("1.02")
    assert round_half_up(composite.compute_ipp([(D(1), sdm)]), 2) == D("2.81")
    assert round_half_up(composite.compute_ipp([(D("0.18"), sdm)]), 2) == D("0.51")
    assert reason(composite.compute_ipp, []) == "butir penilaian belum tersedia"


def test_ikpp() -> None:
    """IKPP = 1,25 × IKM + IPP lies between 1,25 and 10."""
    assert composite.compute_komposit([(D("1.25"), D(4)), (D(1), D(5))]) == 10
    assert composite.compute_komposit([(D("1.25"), D(1)), (D(1), D(0))]) == D("1.25")
    assert reason(composite.compute_komposit, []) == "komponen belum tersedia"


SCALE = [
    ratings.RatingClass("Tinggi", D(100), None, "bawah", skor=D(3)),
    ratings.RatingClass("Sedang", D(75), D(100), "bawah", skor=D(2)),
    ratings.RatingClass("Rendah", None, D(75), "bawah"),
]


@pytest.mark.parametrize(
    ("value", "name"),
    [("1000", "Tinggi"), ("100", "Tinggi"), ("99.995", "Tinggi"), ("99.994", "Sedang"),
     ("75", "Sedang"), ("74.99", "Rendah"), ("-5", "Rendah")],
)  # fmt: skip
def test_open_classes(value: str, name: str) -> None:
    assert ratings.classify(D(value), SCALE).kategori == name


@pytest.mark.parametrize(
    ("termasuk", "low", "high"),
    [("atas", False, True), ("bawah", True, False), ("keduanya", True, True)],
)
def test_bounds(termasuk: str, low: bool, high: bool) -> None:
    rating = ratings.RatingClass("X", D(10), D(20), termasuk)  # type: ignore[arg-type]
    assert (rating.holds(D(10)), rating.holds(D(20))) == (low, high)
    assert rating.holds(D(15))
    assert not rating.holds(D("9.99"))
    assert not rating.holds(D("20.01"))


def test_scores_and_lost_values() -> None:
    assert ratings.score_of("tinggi", SCALE) == 3
    assert (
        reason(ratings.score_of, "Rendah", SCALE) == "predikat Rendah tidak punya skor pada skala"
    )
    assert reason(ratings.score_of, "Lain", SCALE) == "predikat Lain tidak ada pada skala"
    outside = "nilai berada di luar semua kelas skala predikat"
    assert reason(ratings.classify, D(101), SCALE[1:]) == outside
    nowhere = "skala predikatnya tidak ada di skala_predikat.csv"
    assert reason(ratings.classify, D(1), []) == nowhere


def test_printing() -> None:
    assert format_number(D("1234567.891"), 2) == "1.234.567,89"
    assert format_number(D("0.125"), 2) == "0,13"
    assert format_number(D("-0.004"), 2) == "0,00"
    assert format_number(D("-1234.5")) == "-1.234,5"
    assert format_number(D("100")) == "100"
    assert format_number(D("0.00004")) == "0,00004"
    assert format_number(D("73.470")) == "73,47"
    assert format_percent(None) == format_rupiah(None) == format_date(None) == "–"
    assert format_rupiah(D("-0.4")) == "Rp0"
    assert format_rupiah(D("-1234.5")) == "-Rp1.235"


@pytest.mark.parametrize(
    ("value", "satuan", "given", "computed"),
    [
        ("97.5", "persen", "97,5%", "97,50%"),
        ("97.5", "%", "97,5%", "97,50%"),
        ("100", "persen", "100%", "100,00%"),
        ("2500", "rupiah", "Rp2.500", "Rp2.500"),
        ("8.1", "indeks", "8,1", "8,10"),
        ("8", "indeks", "8", "8"),
    ],
)
def test_printing_by_unit(value: str, satuan: str, given: str, computed: str) -> None:
    assert format_value(D(value), satuan, given=True) == given
    assert format_value(D(value), satuan) == computed


def test_printing_with_unit_and_words() -> None:
    assert format_with_unit(D(3), "dokumen") == "3 dokumen"
    assert format_with_unit(D("73.47"), "nilai") == "73,47"
    assert format_with_unit(None, "dokumen") == "–"
    assert format_value("melebihi", "status") == "melebihi"
    assert count_in_words(2) == "dua"
    assert count_in_words(25) == "25"
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
