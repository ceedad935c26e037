"""What must hold for any numbers: scale, symmetry, bounds, exact sums, and no crash."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.formatting import format_number, format_percent, format_rupiah, round_half_up
from lkjip_analysis.measures import (
    achievement,
    budget,
    comparison,
    composite,
    efficiency,
    ratings,
    resources,
)

FINITE = st.decimals(allow_nan=False, allow_infinity=False)
USUAL = st.decimals(min_value=0, max_value=10**12, places=4, allow_nan=False, allow_infinity=False)
POSITIVE = USUAL.filter(bool)
MONEY = st.integers(0, 10**15).map(Decimal)
TINY = Decimal("1e-20")


def close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= max(abs(one), abs(other), Decimal(1)) * TINY


@given(target=POSITIVE, realisasi=USUAL, factor=POSITIVE)
def test_capaian_does_not_depend_on_the_unit(
    target: Decimal, realisasi: Decimal, factor: Decimal
) -> None:
    """Rupiah or thousand rupiah, hours or minutes: the percentage stays."""
    for polaritas, school in (("naik", "(2T-R)/T"), ("turun", "(2T-R)/T"), ("turun", "T/R")):
        one = achievement.compute_capaian(target, realisasi, polaritas, school)
        other = achievement.compute_capaian(target * factor, realisasi * factor, polaritas, school)
        assert close(one, other)


@given(target=POSITIVE, step=USUAL)
def test_turun_is_symmetric_around_hundred(target: Decimal, step: Decimal) -> None:
    """As much below the target as above it gives as much above 100 as below it."""
    better = achievement.compute_capaian(target, target - step, "turun")
    worse = achievement.compute_capaian(target, target + step, "turun")
    assert close(better + worse, Decimal(200))
    naik = achievement.compute_capaian(target, target + step, "naik")
    assert close(better, naik)


@given(target=POSITIVE, realisasi=USUAL)
def test_status_and_capaian_agree(target: Decimal, realisasi: Decimal) -> None:
    for polaritas, school in (("naik", "(2T-R)/T"), ("turun", "(2T-R)/T"), ("turun", "T/R")):
        if school == "T/R" and not realisasi:
            continue  # counted as 100, although better than the target
        capaian = achievement.compute_capaian(target, realisasi, polaritas, school)
        status = achievement.judge_target(target, realisasi, polaritas)
        expected = "sesuai" if capaian == 100 else "melebihi" if capaian > 100 else "tidak_mencapai"
        assert status == expected


@given(value=FINITE, batas=st.sampled_from(["tanpa_batas", "0_100", "0_120", "0_200", "10_150"]))
def test_caps_hold(value: Decimal, batas: str) -> None:
    capped = achievement.cap_capaian(value, batas)
    if batas == "tanpa_batas":
        assert capped == value
    else:
        limits = [Decimal(limit) for limit in batas.split("_")]
        assert limits[0] <= capped <= limits[1]
        assert capped == value or capped in limits
    assert achievement.cap_capaian(capped, batas) == capped


@given(values=st.lists(USUAL, min_size=1, max_size=30), data=st.data())
def test_mean_lies_within_its_values(values: list[Decimal], data: st.DataObject) -> None:
    assert min(values) <= achievement.mean(values) <= max(values)
    weights = data.draw(st.lists(USUAL, min_size=len(values), max_size=len(values)))
    if any(weights):
        assert min(values) <= achievement.mean(values, weights) <= max(values)
        assert close(
            achievement.mean(values, [weight * 7 for weight in weights]),
            achievement.mean(values, weights),
        )


@given(value=st.decimals(min_value=0, max_value=999, allow_nan=False), count=st.integers(1, 9))
def test_mean_of_equals_is_their_value(value: Decimal, count: int) -> None:
    """Also with the 28 digits of a division: no last digit may slip."""
    same = value / 3
    assert achievement.mean([same] * count) == same


TREES = st.integers(1, 60).flatmap(
    lambda size: st.tuples(
        st.lists(st.integers(0, 10**6), min_size=size, max_size=size),
        st.lists(MONEY, min_size=size, max_size=size),
    )
)


@given(tree=TREES)
def test_roll_up_is_the_sum_of_the_leaves(tree: tuple[list[int], list[Decimal]]) -> None:
    picks, amounts = tree
    parents: dict[str, str | None] = {"0": None}
    for number in range(1, len(picks)):
        parents[str(number)] = str(picks[number] % number)
    own = {code: amounts[int(code)] for code in parents}
    leaves = [code for code in parents if code not in parents.values()]
    shuffled = dict(sorted(parents.items(), key=lambda item: picks[int(item[0])]))
    total, _ = budget.roll_up(shuffled, own)["0"]
    assert total == sum(own[code] for code in leaves)


@given(tree=TREES, missing=st.integers(0, 59))
def test_one_unknown_leaf_leaves_its_ancestors_to_their_own_amount(
    tree: tuple[list[int], list[Decimal]], missing: int
) -> None:
    picks, amounts = tree
    parents: dict[str, str | None] = {"0": None}
    for number in range(1, len(picks)):
        parents[str(number)] = str(picks[number] % number)
    leaves = [code for code in parents if code not in parents.values()]
    lost = leaves[missing % len(leaves)]
    own: dict[str, Decimal | None] = {
        code: None if code == lost or code not in leaves else amounts[int(code)] for code in parents
    }
    rolled = budget.roll_up(parents, own)
    current: str | None = lost
    while current is not None:
        assert rolled[current] == (None, ())
        current = parents[current]


@pytest.mark.parametrize("size", [10_000])
def test_a_deep_tree_is_no_crash(size: int) -> None:
    parents = {str(n): str(n - 1) if n else None for n in range(size)}
    amounts = {str(n): Decimal(7) if n == size - 1 else None for n in range(size)}
    assert budget.roll_up(parents, amounts)["0"] == (Decimal(7), ("1",))


def test_a_circle_is_no_crash() -> None:
    parents: dict[str, str | None] = {"A": "B", "B": "A", "C": "C", "D": "A", "E": "X"}
    amounts = {code: Decimal(n) for n, code in enumerate(parents)}
    assert budget.roll_up(parents, amounts).keys() == parents.keys()


NATIONAL = [
    ratings.RatingClass(name, Decimal(low), Decimal(high), termasuk)  # type: ignore[arg-type]
    for name, low, high, termasuk in (
        ("AA", 90, 100, "atas"), ("A", 80, 90, "atas"), ("BB", 70, 80, "atas"),
        ("B", 60, 70, "atas"), ("CC", 50, 60, "atas"), ("C", 30, 50, "atas"),
        ("D", 0, 30, "keduanya"),
    )
]  # fmt: skip
IKM_AS_PRINTED = [
    ratings.RatingClass(name, Decimal(low), Decimal(high), "keduanya")
    for name, low, high in (
        ("A", "88.31", "100"), ("B", "76.61", "88.30"), ("C", "65", "76.60"), ("D", "25", "64.99"),
    )
]  # fmt: skip


@pytest.mark.parametrize(("scale", "lowest"), [(NATIONAL, 0), (IKM_AS_PRINTED, 2500)])
def test_every_value_has_exactly_one_class(scale: list[ratings.RatingClass], lowest: int) -> None:
    """All values of two decimals, and the halves between them."""
    for hundredths in range(lowest, 10_001):
        value = Decimal(hundredths) / 100
        assert sum(rating.holds(value) for rating in scale) == 1
        assert ratings.classify(value, scale).holds(value)
        if hundredths < 10_000:
            ratings.classify(value + Decimal("0.005"), scale)


@given(value=st.decimals(min_value=0, max_value=100, allow_nan=False))
def test_the_class_never_contradicts_the_printed_number(value: Decimal) -> None:
    assert ratings.classify(value, NATIONAL).holds(round_half_up(value, 2))


@settings(max_examples=200)
@given(a=FINITE, b=FINITE, polaritas=st.sampled_from(["naik", "turun", "tetap"]))
@example(a=Decimal("1E+999999"), b=Decimal("1E-999999"), polaritas="naik")
@example(a=Decimal("1E-999999"), b=Decimal("9E+999999"), polaritas="turun")
@example(a=Decimal("-0"), b=Decimal("0"), polaritas="naik")
@example(a=Decimal("1E+30"), b=Decimal("7"), polaritas="turun")
def test_no_finite_number_crashes_a_formula(a: Decimal, b: Decimal, polaritas: str) -> None:
    formulas = [
        lambda: achievement.compute_capaian(a, b, polaritas),
        lambda: achievement.compute_capaian(a, b, polaritas, "T/R"),
        lambda: comparison.compute_pertumbuhan(a, b),
        lambda: comparison.compute_perubahan(a, b),
        lambda: achievement.mean([a, b]),
        lambda: achievement.mean([a, b], [b, a]),
        lambda: budget.compute_serapan(a, b),
        lambda: budget.compute_silpa(a, b),
        lambda: budget.compute_porsi(a, b),
        lambda: budget.add_up([a, b]),
        lambda: composite.compute_ikm([a, b]),
        lambda: composite.compute_ipp([(a, [(b, a)])]),
        lambda: composite.compute_komposit([(a, b), (b, a)]),
        lambda: resources.compute_ketersediaan(a, b, Decimal(100)),
        lambda: resources.compute_kekurangan(a),
        *(
            lambda rumus=rumus: efficiency.compute_efisiensi(a, b, rumus)
            for rumus in efficiency.EFISIENSI
        ),
    ]
    for formula in formulas:
        try:
            value = formula()
        except NotComputableError as reason:
            assert str(reason)
        else:
            assert value.is_finite()
    for judge in (
        lambda: achievement.judge_target(a, b, polaritas),
        lambda: ratings.classify(a, NATIONAL),
        lambda: efficiency.judge_efisiensi(a),
        lambda: comparison.trend([a, None, b]),
    ):
        try:
            judge()
        except NotComputableError as reason:
            assert str(reason)


@given(value=FINITE, decimals=st.integers(0, 6))
@example(value=Decimal("9.9999E+27"), decimals=4)
@example(value=Decimal("1E+40"), decimals=2)
def test_any_number_prints(value: Decimal, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    assert abs(rounded - value) <= Decimal(1).scaleb(-decimals) / 2 or value.adjusted() > 20
    for text in (
        format_number(value),
        format_number(value, decimals),
        format_percent(value),
        format_rupiah(value),
    ):
        assert text.strip("-Rp0123456789.,%") == ""
        assert not text.startswith("-") or any(digit in text for digit in "123456789")


@given(number=st.integers(-(10**12), 10**12))
def test_halves_go_away_from_zero(number: int) -> None:
    value = Decimal(number) / 2
    away = (abs(number) + 1) // 2
    assert abs(round_half_up(value, 0)) == away
