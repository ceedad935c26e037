"""Just beside the bounds, the unchosen options, and the words beside a figure."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures import (
    achievement,
    budget,
    comparison,
    efficiency,
    ratings,
    resources,
)


@pytest.mark.parametrize(
    ("perubahan", "word", "naik", "turun"),
    [
        ("0.01", "naik", True, False),
        ("-0.01", "turun", False, True),
        ("0", "tetap", None, None),
    ],
)
def test_a_small_change_is_a_change(
    perubahan: str, word: str, naik: bool | None, turun: bool | None
) -> None:
    """Indices move by hundredths: none of them is rounded to "tetap"."""
    assert comparison.direction(D(perubahan)) == word
    assert comparison.is_improvement(D(perubahan), "naik") is naik
    assert comparison.is_improvement(D(perubahan), "turun") is turun


def test_a_small_target_is_a_target() -> None:
    """Half a minute, or 0,4 per thousand."""
    assert achievement.compute_capaian(D("0.5"), D("0.4")) == 80
    assert achievement.compute_capaian(D("0.5"), D("0.4"), "turun") == 120
    assert achievement.compute_capaian(D("0.5"), D("0.4"), "turun", "T/R") == 125
    assert achievement.compute_capaian(D(1), D(1), "turun", "T/R") == 100


def test_higher_is_better_where_nothing_else_is_said() -> None:
    assert achievement.compute_capaian(D(80), D(60)) == 75
    assert achievement.judge_target(D(80), D(60)) == "tidak_mencapai"
    assert comparison.kemajuan("naik")(D(80), D(60)) == 75


def test_the_school_of_the_regulation_where_none_is_chosen() -> None:
    """(2 × 16 - 20) ÷ 16, not 16 ÷ 20."""
    assert achievement.compute_capaian(D(16), D(20), "turun") == 75
    assert comparison.kemajuan("turun")(D(16), D(20)) == 75
    assert achievement.cap_capaian(D(250)) == 250


def test_an_unknown_school_is_no_other_one() -> None:
    with pytest.raises(NotComputableError, match=r"^rumus turun 'R/T' tidak dikenal$"):
        achievement.compute_capaian(D(16), D(20), "turun", "R/T")


@pytest.mark.parametrize("choose", [achievement.capaian, comparison.kemajuan])
@pytest.mark.parametrize("choice", [("turun", "R/T"), ("tetap", "T/R")])
def test_an_unknown_choice_is_no_other_one(choose, choice: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(KeyError):
        choose(*choice)


def test_an_unknown_formula_of_efficiency_is_no_other_one() -> None:
    for found in (
        lambda: efficiency.compute_efisiensi(D(105), D(95), "selisih"),
        lambda: efficiency.judge_efisiensi(D(10), "selisih"),
    ):
        with pytest.raises(NotComputableError, match=r"^rumus efisiensi 'selisih' tidak dikenal$"):
            found()


def test_efficiency_in_words_and_units() -> None:
    assert {key: (f.kata, f.satuan) for key, f in efficiency.EFISIENSI.items()} == {
        "selisih_poin": ("capaian kinerja (%) − serapan anggaran (%)", "poin"),
        "indeks": ("capaian kinerja (%) ÷ serapan anggaran (%)", "indeks"),
        "sisa_anggaran": (
            "100 − serapan anggaran (%), hanya bila capaian kinerja ≥ 100%",
            "poin",
        ),
        "pmk_22_2021": (
            "(pagu × capaian − realisasi anggaran) ÷ (pagu × capaian) × 100",
            "persen",
        ),
    }


@pytest.mark.parametrize(
    ("rumus", "efisiensi", "word"),
    [
        ("sisa_anggaran", "0.4", "efisien"),
        ("sisa_anggaran", "-0.4", "tidak efisien"),
        ("pmk_22_2021", "0.4", "efisien"),
        ("pmk_22_2021", "-0.4", "tidak efisien"),
        ("selisih_poin", "5.4", "efisien"),
        ("selisih_poin", "4.6", "cukup efisien"),
        ("selisih_poin", "-4.6", "cukup efisien"),
        ("selisih_poin", "-5.4", "tidak efisien"),
        ("indeks", "1.4", "efisien"),
        ("indeks", "0.6", "tidak efisien"),
    ],
)
def test_the_word_turns_at_its_own_bound(rumus: str, efisiensi: str, word: str) -> None:
    assert efficiency.judge_efisiensi(D(efisiensi), rumus) == word


def test_efficiency_is_in_points_where_no_formula_is_chosen() -> None:
    assert efficiency.compute_efisiensi(D(105), D(95)) == 10
    assert efficiency.judge_efisiensi(D("4.6")) == "cukup efisien"


def test_efficiency_of_very_little() -> None:
    assert efficiency.compute_efisiensi(D(1), D("0.5"), "pmk_22_2021") == 50
    assert efficiency.compute_efisiensi(D(3), D(1), "indeks") == 3
    with pytest.raises(NotComputableError, match="capaian nol atau negatif"):
        efficiency.compute_efisiensi(D("-0.5"), D(1), "pmk_22_2021")


def test_a_rest_of_one_rupiah() -> None:
    """A share, an absorption and a need of 1 are not refused as if they were 0."""
    assert budget.compute_serapan(D(1), D(1)) == 100
    assert budget.compute_porsi(D(1), D(1)) == 100
    assert resources.compute_ketersediaan(D(1), D(1)) == 100


def test_items_keep_their_order_and_parts_theirs() -> None:
    """The table prints items as the file has them, and names the parts in that order."""
    parents = {"K2": "P", "P": None, "K1": "P", "S": "K2"}
    rolled = budget.roll_up(parents, {"S": D(3), "K1": D(4)})
    assert list(rolled) == ["K2", "P", "K1", "S"]
    assert rolled["P"] == (D(7), ("K2", "K1"))
    assert rolled["K2"] == (D(3), ("S",))


def test_children_come_before_their_parent() -> None:
    parents = {"P": None, "K": "P", "S1": "K", "S2": "K", "L": "di luar"}
    order = budget.leaves_first(parents)
    assert sorted(order) == sorted(parents)
    assert order.index("S1") < order.index("K") < order.index("P")
    assert order.index("S2") < order.index("K")


def test_codes_in_a_circle_come_last() -> None:
    assert budget.leaves_first({"A": "B", "B": "A", "C": None})[0] == "C"


SCALE = [
    ratings.RatingClass("Sangat Baik", None, None, "atas"),
    ratings.RatingClass("Baik", None, None, "atas"),
    ratings.RatingClass("Cukup", None, None, "atas"),
]


@pytest.mark.parametrize(
    ("target", "realisasi", "status"),
    [
        ("Baik", "sangat baik", "melebihi"),
        ("baik", "Baik", "sesuai"),
        ("Baik", "Cukup", "tidak_mencapai"),
        ("Sangat Baik", "Cukup", "tidak_mencapai"),
        ("CUKUP", "Sangat Baik", "melebihi"),
    ],
)
def test_predikat_by_the_order_of_the_classes(target: str, realisasi: str, status: str) -> None:
    assert ratings.judge_rating(target, realisasi, SCALE) == status


@pytest.mark.parametrize(
    ("target", "realisasi", "scale", "reason"),
    [
        ("Baik", "Istimewa", SCALE, "predikat Istimewa tidak ada pada skala"),
        ("Lumayan", "Baik", SCALE, "predikat Lumayan tidak ada pada skala"),
        ("WTP", "WDP", [], "skala predikat belum diisi pada kolom skala"),
    ],
)
def test_predikat_that_cannot_be_judged(
    target: str, realisasi: str, scale: list[ratings.RatingClass], reason: str
) -> None:
    with pytest.raises(NotComputableError) as caught:
        ratings.judge_rating(target, realisasi, scale)
    assert str(caught.value) == reason


def test_a_predikat_equal_to_its_target_needs_no_scale() -> None:
    assert ratings.judge_rating("wtp", "WTP", []) == "sesuai"


def test_a_class_without_meaning_or_score_says_none() -> None:
    assert SCALE[0].interpretasi == ""
    assert SCALE[0].skor is None


def test_a_class_is_chosen_by_two_decimals() -> None:
    """80,004 is printed 80,00 and is not above 80; 80,006 is printed 80,01 and is."""
    scale = [
        ratings.RatingClass("A", D(80), D(90), "atas"),
        ratings.RatingClass("BB", D(70), D(80), "atas"),
    ]
    assert ratings.classify(D("80.004"), scale).kategori == "BB"
    assert ratings.classify(D("80.006"), scale).kategori == "A"
