"""Composite IKU at the bounds of their components, and surveys that are not complete."""

from __future__ import annotations

import pytest
from kasus import look, narasi, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.results import Results

IKU = "kode_iku;indikator;satuan;polaritas;target;realisasi;target_akhir_renstra;formula"
PARTS = "kode_iku;komponen;koefisien;nilai;sumber;minimum;maksimum"


def composite(realisasi: str, *parts: str, target: str = "", final: str = "") -> Results:
    """Make a unit of one composite IKU and its components."""
    iku = f"{IKU}\nIKPP;Indeks layanan;indeks;naik;{target};{realisasi};{final};"
    return unit(iku=iku, komponen_iku="\n".join([PARTS, *(f"IKPP;{part}" for part in parts)]))


@pytest.mark.parametrize(
    ("stated", "gap"),
    [  # 1,25 × 3,2 + 4,104 = 8,104
        ("8,104", None),
        ("8,10", None),
        ("8,1", None),
        ("8", None),
        ("8,11", "0,006"),
        ("8,09", "-0,014"),
        ("8,2", "0,096"),
        ("9", "0,896"),
        ("8,105", "0,001"),
        ("8,1040", None),
        ("", None),
    ],
)
def test_sum_of_components(stated: str, gap: str | None) -> None:
    found = look("K61", composite(stated, "IKM;1,25;3,2;;;", "IPP;1;4,104;;;"))
    assert [f.selisih for f in found] == ([] if gap is None else [gap])
    assert all((f.baris, f.kolom, len(f.sel)) == (2, "realisasi", 5) for f in found)


def test_no_sum_while_a_component_is_unknown() -> None:
    assert look("K61", composite("9", "IKM;1,25;;;;", "IPP;1;4,104;;;")) == []
    assert look("K61", unit(iku=f"{IKU}\nIKPP;Indeks;indeks;naik;;9;;")) == []


def test_every_composite_is_added_up() -> None:
    stated = {"A": "", "B": "5", "C": "4", "D": "4,1", "E": "9"}
    iku = "\n".join([IKU, *(f"{code};Indeks;indeks;naik;;{n};;" for code, n in stated.items())])
    parts = "\n".join([PARTS, *(f"{code};X;2;2,04;;;" for code in "ACDE")])
    assert places("K61", unit(iku=iku, komponen_iku=parts)) == [(6, "realisasi")]


@pytest.mark.parametrize(
    ("value", "low", "high", "seen"),
    [
        ("4", "1", "4", False),
        ("1", "1", "4", False),
        ("4,01", "1", "4", True),
        ("0,99", "1", "4", True),
        ("99", "1", "", False),
        ("0", "1", "", True),
        ("0", "", "4", False),
        ("5", "", "4", True),
        ("99", "", "", False),
        ("", "1", "4", False),
    ],
)
def test_component_within_its_bounds(value: str, low: str, high: str, seen: bool) -> None:
    found = look("K62", composite("", "IPP;1;2;;0;5", f"IKM;1;{value};;{low};{high}"))
    assert [(f.berkas, f.baris, f.kolom) for f in found] == (
        [("2024/komponen_iku.csv", 3, "nilai")] if seen else []
    )


@pytest.mark.parametrize(
    ("stated", "solved"),
    [  # 1,25 × IKM + 3,1, where IKM can be 1 to 4
        ("8,10", None),
        ("8,1125", "4,01"),
        ("4,35", None),
        ("4,3375", "0,99"),
        ("", None),
    ],
)
def test_the_missing_component_must_be_possible(stated: str, solved: str | None) -> None:
    found = look("K62", composite(stated, "IKM;1,25;;;1;4", "IPP;1;3,1;;0;"))
    assert [(f.berkas, f.baris, f.kolom) for f in found] == (
        [] if solved is None else [("2024/iku.csv", 2, "realisasi")]
    )
    assert all(f"memerlukan IKM {solved}, yang mungkin 1 sampai 4" in f.pesan for f in found)


@pytest.mark.parametrize(
    "parts",
    [
        ("IKM;1,25;;;1;4", "IPP;1;;;0;5"),  # two are missing
        ("IKM;1,25;3;;1;4", "IPP;1;3;;0;"),  # none is
        ("IKM;0;;;1;4", "IPP;1;3;;0;"),  # nothing can be solved
    ],
)
def test_no_solution_is_looked_for(parts: tuple[str, ...]) -> None:
    assert look("K62", composite("2", *parts)) == []


@pytest.mark.parametrize(
    ("target", "real", "final", "columns"),
    [  # at most 1,25 × 4 + 5 = 10
        ("10", "10", "10", []),
        ("10,01", "", "", ["target"]),
        ("", "10,01", "", ["realisasi"]),
        ("", "", "10,01", ["target_akhir_renstra"]),
        ("11", "9", "12", ["target", "target_akhir_renstra"]),
    ],
)
def test_no_value_above_the_ceiling(target: str, real: str, final: str, columns: list[str]) -> None:
    hasil = composite(real, "IKM;1,25;3;;1;4", "IPP;1;4;;0;5", target=target, final=final)
    found = look("K62", hasil)
    assert [(f.baris, f.kolom) for f in found] == [(2, column) for column in columns]
    assert all("nilai tertinggi yang mungkin 10" in f.pesan for f in found)


@pytest.mark.parametrize(
    "parts",
    [
        ("IKM;1,25;3;;1;4", "IPP;1;4;;0;"),  # one has no bound
        ("IKM;1,25;3;;1;4", "IPP;-1;4;;0;5"),  # one is taken off: the bounds change places
        (),
    ],
)
def test_no_ceiling_is_known(parts: tuple[str, ...]) -> None:
    assert look("K62", composite("99", *parts)) == []


def test_a_factor_of_zero_adds_nothing_to_the_ceiling() -> None:
    parts = ("IKM;1;3;;1;4", "IPP;0;4;;0;5")
    assert look("K62", composite("4", *parts)) == []
    assert [f.selisih for f in look("K62", composite("4,5", *parts))] == ["0,5"]


def test_components_of_another_iku_do_not_count() -> None:
    iku = f"{IKU}\nA;Indeks satu;indeks;naik;;6;;\nB;Indeks dua;indeks;naik;;9;;"
    parts = f"{PARTS}\nA;X;1;3;;0;5\nB;X;1;;;0;8"
    found = look("K62", unit(iku=iku, komponen_iku=parts))
    assert [(f.baris, f.kolom, f.selisih) for f in found] == [
        (2, "realisasi", "1"),
        (3, "realisasi", ""),  # B needs X = 9
        (3, "realisasi", "1"),
    ]


SAID = "IPP dinas memperoleh nilai {} menurut penilai."


def formula(text: str, formula: str = "IKPP = (1,25 × nilai IKM) + nilai IPP",
            kode: str = "IKPP", parts: str = "") -> Results:  # fmt: skip
    """Make a unit whose IKPP is 8,1 by a formula, and a sentence on one of its terms."""
    iku = f"{IKU}\nIKPP;Indeks layanan;indeks;naik;;8,1;;{formula}"
    tables = {"komponen_iku": f"{PARTS}\n{parts}"} if parts else {}
    return unit(iku=iku, narasi=narasi(("analisis", kode, text)), **tables)


@pytest.mark.parametrize(
    ("text", "solved"),
    [  # IKM = (8,1 − IPP) ÷ 1,25 must be 1 to 4 or 25 to 100; IPP = 8,1 − 1,25 × IKM at most 5
        (SAID.format("3,10"), None),
        (SAID.format("3,05"), "IKM 4,04"),
        (SAID.format("6,85"), None),
        (SAID.format("6,9"), "IKM 0,96"),
        ("Nilai IKM mencapai 2,48.", None),
        ("Nilai IKM mencapai 2,4.", "IPP 5,1"),
        ("Nilai IKM mencapai 6,48.", None),
        ("Nilai IKM mencapai 6,6.", "IPP -0,15"),
        ("Pelayanan ramah dan cepat.", None),
        ("IPP sebesar 3% saja.", None),
    ],
)
def test_formula_and_text(text: str, solved: str | None) -> None:
    found = look("K63", formula(text))
    assert [f.kolom for f in found] == ([] if solved is None else ["teks"])
    assert all(f"maka {solved}, yang mungkin" in f.pesan for f in found)


@pytest.mark.parametrize(
    "changed",
    [
        {"formula": "1,25 × nilai IKM"},  # one term
        {"formula": "IKM + IPP + RB"},  # three
        {"formula": "IKM dibagi IPP"},
        {"formula": ""},
        {"kode": "AKIP"},
        {"kode": ""},
        {"parts": "IKPP;IKM;1,25;3;;1;4"},  # described: the other rule looks
    ],
)
def test_nothing_to_solve(changed: dict[str, str]) -> None:
    assert look("K63", formula(SAID.format("3,05"), **changed)) == []


def test_the_nearest_possible_value_tells_how_far_off() -> None:
    assert look("K63", formula(SAID.format("3,05")))[0].selisih == "0,04"
    assert look("K63", formula("Nilai IKM mencapai 2,4."))[0].selisih == "0,1"


def elements(count: int) -> str:
    return "\n".join(
        ["urutan;unsur;nilai_rata_rata", *(f"{n};Unsur {n};3" for n in range(1, count + 1))]
    )


@pytest.mark.parametrize(
    ("count", "gap"), [(9, None), (8, "-1 unsur"), (10, "1 unsur"), (1, "-8 unsur")]
)
def test_survey_has_nine_elements(count: int, gap: str | None) -> None:
    found = look("K66", unit(skm=elements(count)))
    assert [f.selisih for f in found] == ([] if gap is None else [gap])
    assert all((f.baris, f.kolom) == (count + 1, "unsur") for f in found)


IPP = "aspek;bobot_aspek;butir;bobot;skor"


@pytest.mark.parametrize(
    ("aspect", "item", "gaps"),
    [  # beside an aspect of 0,4 whose only item weighs 1
        ("0,6", "0,5", []),
        ("0,61", "0,51", []),
        ("0,611", "0,511", []),
        ("0,612", "0,5", ["0,012"]),
        ("0,6", "0,512", ["0,012"]),
        ("0,588", "0,5", ["-0,012"]),
        ("0,6", "0,488", ["-0,012"]),
        ("60", "50", ["49,5", "59,4"]),
    ],
)
def test_weights_of_the_index_add_up_to_one(aspect: str, item: str, gaps: list[str]) -> None:
    rows = [f"Kebijakan;{aspect};a;{item};4", f"Kebijakan;{aspect};b;0,5;4", "Sarana;0,4;c;1;3"]
    found = look("K66", unit(ipp="\n".join([IPP, *rows])))
    assert [f.selisih for f in found] == gaps
    for finding in found:
        of_aspects = "bobot aspek IPP" in finding.pesan
        assert finding.kolom == ("bobot_aspek" if of_aspects else "bobot")
        assert [cell.baris for cell in finding.sel] == ([2, 4] if of_aspects else [2, 3])


@pytest.mark.parametrize(("weight", "row"), [("0,6", None), ("", None), ("0,06", 3), ("0,4", 3)])
def test_an_aspect_has_one_weight(weight: str, row: int | None) -> None:
    rows = ["Kebijakan;0,6;a;0,4;4", f"Kebijakan;{weight};b;0,3;4", "Kebijakan;0,6;c;0,3;4"]
    found = look("K66", unit(ipp="\n".join([IPP, *rows, "Sarana;0,4;d;1;3"])))
    assert [(f.baris, f.kolom) for f in found] == ([(row, "bobot_aspek")] if row else [])


def test_no_survey_no_finding() -> None:
    assert look("K66", unit()) == []


SPOILED = {
    "K61": lambda: composite("8,14", "IKM;1,25;3,2;;;", "IPP;1;4,1;;;"),
    "K62": lambda: composite("", "IPP;1;2;;0;5", "IKM;1;4,5;;1;4"),
    "K62 hilang": lambda: composite("8,14", "IKM;1,25;;;1;4", "IPP;1;3,08;;0;"),
    "K62 tertinggi": lambda: composite("", "IKM;1,25;3;;1;4", "IPP;1;4;;0;5", target="11"),
    "K63": lambda: formula(SAID.format("3,08")),
    "K66": lambda: unit(skm=elements(8), ipp=f"{IPP}\nKebijakan;0,6;a;0,5;4"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(look(case[:3], SPOILED[case]())) == snapshot
