"""One planted fault, one finding at its cell; the same words without the fault, none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kasus import unit

from lkjip_analysis.checks import Finding, keeping_from_final, run_checks, spread
from lkjip_analysis.checks.bounds import Interval, exactly, printed
from lkjip_analysis.results import Results

HEADER = "kode;induk;tingkat;nama;kode_sasaran;pagu;realisasi;serapan_dilaporkan"
SOUND = {
    "P1": ";S1;900;810;",
    "P1.K1": "P1;;600;540;",
    "P1.K1.S1": "P1.K1;;240;216;",
    "P1.K1.S2": "P1.K1;;360;324;",
    "P1.K2": "P1;;300;270;",
    "P1.K2.S1": "P1.K2;;300;270;",
    "P2": ";S1;500;450;",
    "P2.K1": "P2;;500;450;",
    "P2.K1.S1": "P2.K1;;500;450;",
}
"""Money in millions; what is spent is nine tenths of each pagu."""
FACTS = {"total_pagu_dpa": "1400000000", "total_realisasi_lra": "1260000000"}


def money(facts: dict[str, str] | None = None, **changed: str) -> Results:
    """Make the sound unit with some rows changed; ``__`` stands for the point of a code."""
    own = SOUND | {code.replace("__", "."): row for code, row in changed.items()}
    lines = [HEADER]
    for code, row in own.items():
        parent, goal, *amounts, share = row.split(";")
        level = ("program", "kegiatan", "subkegiatan")[code.count(".")]
        full = [f"{amount}000000" if amount.isdigit() else amount for amount in amounts]
        lines.append(";".join([code, parent, level, f"Hal {code}", goal, *full, share]))
    return unit(program="\n".join(lines), facts={**FACTS, **(facts or {})})


def grave(hasil: Results) -> list[Finding]:
    """List the findings that are not notes, of money and codes."""
    return [f for f in run_checks(hasil) if f.id < "K20" or f.id == "K29"]


def test_a_sound_unit_has_none() -> None:
    assert grave(money()) == []


@pytest.mark.parametrize(
    ("changed", "place", "words", "also"),
    [
        (
            {"P1__K1__S1": "P1.K1;;420;216;"},
            (4, "pagu"),
            "pagu P1.K1.S1: angka 420.000.000 tampaknya 240.000.000 (dua angka tertukar tempat)",
            {"K01", "K02"},
        ),
        (
            {"P1__K1__S2": "P1.K1;;360;3240;"},
            (5, "realisasi"),
            "realisasi P1.K1.S2: angka 3.240.000.000 tampaknya kelebihan satu nol",
            {"K01", "K03", "K07"},
        ),
        (
            {"P1__K2": "P1;;3000;270;"},
            (6, "pagu"),
            "pagu P1.K2: angka 3.000.000.000 tampaknya kelebihan satu nol",
            {"K01"},
        ),
        ({"P1__K2": "P2;;300;270;"}, (6, "induk"), "induk P1.K2 seharusnya P1", {"K01", "K29"}),
    ],
)
def test_one_fault_is_one_finding(
    changed: dict[str, str], place: tuple[int, str], words: str, also: set[str]
) -> None:
    (found,) = grave(money(**changed))
    assert (found.baris, found.kolom) == place
    assert found.dugaan == words
    assert {one.id for one in spread([found])} == also
    assert all(one.tempat in found.as_text() for one in found.akibat)


def test_two_faults_are_two_findings() -> None:
    found = grave(money(P1__K1__S1="P1.K1;;420;216;", P2__K1="P2;;50;450;"))
    assert [(one.baris, one.kolom) for one in found] == [(4, "pagu"), (9, "pagu")]


def test_cells_that_explain_as_much_are_named_side_by_side() -> None:
    rows = ["kode;induk;tingkat;nama;pagu", "P1;;program;Satu;240", "P1.K1;P1;kegiatan;Dua;420"]
    (found,) = (one for one in run_checks(unit(program="\n".join(rows))) if one.id == "K01")
    assert found.dugaan == (
        "pagu P1: angka 240 tampaknya 420 (dua angka tertukar tempat); atau "
        "pagu P1.K1: angka 420 tampaknya 240 (dua angka tertukar tempat)"
    )
    assert [(one.baris, one.kolom) for one in found.sel] == [(2, "pagu"), (3, "pagu")]


def test_what_keeps_from_final_is_not_hidden_in_another() -> None:
    found = run_checks(money(P1__K1__S1="P1.K1;;420;216;"))
    assert keeping_from_final(found)


def test_what_is_acknowledged_stays() -> None:
    plain = money(P1__K1__S1="P1.K1;;420;216;")
    (head,) = grave(plain)
    assert head.akibat and head.pengakuan is None
    assert head.doubts and set(head.angka) > {"program.P1.pagu"}


def test_intervals_of_rounding() -> None:
    assert printed(Decimal("97.4")) == Interval(Decimal("97.35"), Decimal("97.45"))
    assert printed(Decimal(98)).share_of(Decimal(98)).holds(Decimal(100))
    assert not printed(Decimal("98.0")).share_of(Decimal(98)).holds(Decimal("100.1"))
    assert exactly(3).meets(Interval(Decimal(3), Decimal(4)))
    assert (exactly(1) + printed(Decimal(1))).holds(Decimal("2.5"))


@pytest.mark.parametrize(
    ("pagu", "spent", "share", "seen"),
    [  # 200 of 99,5 to 100,5 percent are shares of 199,00 to 201,01
        ("300", "98", "98", False),  # 98 of 97,5 to 98,5 percent: 99,49 to 100,51
        ("300", "89", "98", True),
        ("301", "98", "98", False),
        ("302", "98", "98", True),
        ("300", "98", "", False),  # nobody says what share it is
        ("300", "89", "", False),
        ("299", "98", "98", False),
        ("298", "97", "97", True),  # 298,49 at least
    ],
)
def test_pagu_within_what_shares_leave(pagu: str, spent: str, share: str, seen: bool) -> None:
    rows = [
        "kode;induk;tingkat;nama;pagu;realisasi;serapan_dilaporkan",
        f"P1;;program;Satu;{pagu}000000;;",
        f"P1.K1;P1;kegiatan;Dua;;{spent}000000;{share}",
        "P1.K2;P1;kegiatan;Tiga;;200000000;100",
    ]
    found = [one for one in spread(run_checks(unit(program="\n".join(rows)))) if one.id == "K16"]
    assert bool(found) is seen
    assert all(one.sel for one in found)


ITEM = "kode;urutan;indikator;satuan;polaritas;target;realisasi"


@pytest.mark.parametrize(
    ("spent", "made", "seen"),
    [
        ("90", "5", False),
        ("9", "5", True),
        ("9", "1", False),  # little was spent, little was done
        ("3", "5", False),  # no zero makes it fit
        ("90", "0", True),
        ("0", "0", False),
    ],
)
@pytest.mark.parametrize("year", [2024, 2023])
def test_spending_and_what_came_of_it(spent: str, made: str, seen: bool, year: int) -> None:
    row = f"P1;;program;Penataan;100000000;{spent}000000;"
    program = f"kode;induk;tingkat;nama;pagu;realisasi;serapan_dilaporkan\n{row}"
    one = f"{ITEM}\nP1;1;Jumlah simpang;simpang;naik;5;{made}"
    fine = program.replace(f";{spent}000000", ";95000000"), one.replace(f";5;{made}", ";5;5")
    spoilt = {"program": program, "indikator_program": one}
    sound = dict(zip(("program", "indikator_program"), fine, strict=True))
    now, then = (spoilt, sound) if year == 2024 else (sound, spoilt)
    hasil = unit(**now, past={2023: then})
    found = [one for one in spread(run_checks(hasil)) if one.id == "K08"]
    assert [(one.berkas, one.kolom) for one in found] == (
        [(f"{year}/program.csv", "realisasi")] if seen else []
    )


@pytest.mark.parametrize(("column", "index"), [("pagu", 0), ("realisasi", 1)])
@pytest.mark.parametrize("year", [2024, 2023])
def test_a_column_in_thousands_is_told_once(column: str, index: int, year: int) -> None:
    def rows(thousands: bool) -> str:
        lines = ["kode;induk;tingkat;nama;pagu;realisasi"]
        for n in range(1, 7):
            amounts = [f"{n}00000000", f"{n - 1}95000000"]
            amounts[index] = amounts[index][:-3] if thousands else amounts[index]
            lines.append(f"P{n};;program;Hal {n};{';'.join(amounts)}")
        return "\n".join(lines)

    hasil = unit(program=rows(year == 2024), past={2023: {"program": rows(year == 2023)}})
    found = [one for one in run_checks(hasil) if one.id in ("K03", "K06")]
    assert [one.id for one in found] == ["K06"]
    assert {(cell.berkas, cell.kolom) for cell in found[0].sel} == {(f"{year}/program.csv", column)}


def test_columns_that_grew_are_not_in_thousands() -> None:
    def rows(factor: int) -> str:
        lines = ["kode;induk;tingkat;nama;pagu;realisasi"]
        for n in (1, 2, 3):
            lines.append(f"P{n};;program;Hal {n};{n * factor}000000;{n * factor * 9}00000")
        return "\n".join(lines)

    assert [f for f in run_checks(unit(program=rows(80), past={2023: {"program": rows(1)}}))
            if f.id == "K06"] == []  # fmt: skip
    found = [f for f in run_checks(unit(program=rows(1000), past={2023: {"program": rows(1)}}))
             if f.id == "K06"]  # fmt: skip
    assert [(f.berkas, f.kolom, len(f.sel)) for f in found] == [("2023/program.csv", "pagu", 6)]


@pytest.mark.parametrize(("stated", "seen"), [("1260000000", False), ("1261000000", True)])
def test_the_control_total_of_spending(stated: str, seen: bool) -> None:
    found = grave(money({"total_realisasi_lra": stated}))
    assert [(one.id, one.kolom, one.selisih) for one in found] == (
        [("K07", "nilai", "-Rp1.000.000")] if seen else []
    )


@pytest.mark.parametrize("code", ["P1.K1", "P2.K1"])
def test_a_code_against_its_parent_in_earlier_years(code: str) -> None:
    past = f"kode;induk;tingkat;nama\nP1;;program;A\nP2;;program;B\n{code};P1;kegiatan;C"
    found = [f for f in run_checks(unit(past={2023: {"program": past}})) if f.id == "K29"]
    assert [(f.berkas, f.baris, f.kolom) for f in found] == (
        [("2023/program.csv", 4, "induk")] if code == "P2.K1" else []
    )


PLAN = "kode;induk;tingkat;nama"
NOW = [
    "P1;;program;Penataan Jalan;S1;",
    "P1.K1;P1;kegiatan;Rambu;;",
    "P1.K1.S1;P1.K1;subkegiatan;Marka;;",
    "P1.K1.S2;P1.K1;subkegiatan;Lampu;;",
]


def years(now: list[str], then: list[str], plan: list[str], start: str) -> list[Finding]:
    """Check the programmes of two years against each other and the Renstra."""
    head = "kode;induk;tingkat;nama;kode_sasaran;catatan"
    hasil = unit(
        program="\n".join([head, *now]),
        renstra="\n".join([PLAN, *plan]),
        past={2023: {"program": "\n".join([head, *then])}},
        facts={"renstra_awal": start},
    )
    return [one for one in run_checks(hasil) if one.id == "K39"]


PLANNED = ["R1;;program;Penataan Jalan", "R1.1;R1;kegiatan;Rambu"]


@pytest.mark.parametrize(
    ("now", "then", "same", "other"),
    [
        (NOW, NOW, [], []),
        (NOW[:2], NOW, [("2023", 4, "nama", 2)], []),  # both at once
        (NOW, NOW[:2], [("2024", 4, "nama", 2)], []),
        (NOW[:1], NOW, [("2023", 3, "nama", 4)], [("2023", 3, "nama", 2)]),  # one is planned
        (NOW, NOW[:1], [("2024", 4, "nama", 2)], []),  # the kegiatan is planned
        ([*NOW[:3], NOW[3] + "baru tahun ini"], NOW[:3], [], []),
        ([NOW[0] + "Lampu digabung ke dinas lain", *NOW[1:3]], NOW, [], []),
        ([NOW[0].replace("S1", "S2"), *NOW[1:]], NOW, [("2024", 2, "kode_sasaran", 2)], []),
        ([NOW[0].replace("S1;", "S2;pindah menurut PK"), *NOW[1:]], NOW, [], []),
        ([NOW[0].replace("S1", ""), *NOW[1:]], NOW, [], []),
        ([*NOW[:3], NOW[3].replace("S2", "S9")], NOW, [], []),  # another code, the same name
        (NOW, [], [], []),
    ],
)
def test_programmes_of_two_years(
    now: list[str],
    then: list[str],
    same: list[tuple[str, int, str, int]],
    other: list[tuple[str, int, str, int]],
) -> None:
    for start, expected in (("2022", same), ("2024", other)):
        found = years(now, then, PLANNED, start)
        assert [(f.berkas[:4], f.baris, f.kolom, len(f.sel)) for f in found] == expected


@pytest.mark.parametrize(
    ("now", "then", "seen"),
    [
        (("84", "80,55"), ("83", "83,29"), []),
        (("84", "80,55"), ("83", "38,29"), [("2023", "realisasi")]),
        (("84", "80,55"), ("83", "40,29"), []),  # no two digits swapped make that fit
        (("", "12"), ("12", "12"), []),
        (("", "120"), ("12", "12"), [("2024", "realisasi")]),
        (("21", "12"), ("21", "20"), []),  # two digits: another number, not a slip
        (("", "40"), ("12", "12"), []),
    ],
)
def test_values_of_programme_indicators_in_two_years(
    now: tuple[str, str], then: tuple[str, str], seen: list[tuple[str, str]]
) -> None:
    program = "kode;induk;tingkat;nama\nP1;;program;Penataan"
    one, other = (f"{ITEM}\nP1;1;Nilai layanan;nilai;naik;{';'.join(own)}" for own in (now, then))
    past = {2023: {"program": program, "indikator_program": other}}
    hasil = unit(program=program, indikator_program=one, past=past)
    found = [one for one in spread(run_checks(hasil)) if one.id == "K48"]
    assert [(one.berkas[:4], one.kolom) for one in found] == seen


@pytest.mark.parametrize(
    ("spoilt", "filled", "seen"),
    [
        ("3;3;;", 9, []),
        ("3;;;", 9, [("2023", 2, "realisasi")]),
        (";3;;", 9, [("2023", 2, "target")]),
        ("3;;;hilang saat banjir", 9, []),
        (";;100;", 9, []),  # what was reported stands for both
        ("3;;;", 8, []),  # one in nine is no slip
    ],
)
def test_holes_in_last_year(spoilt: str, filled: int, seen: list[tuple[str, int, str]]) -> None:
    head = "kode;urutan;indikator;satuan;polaritas;target;realisasi;capaian_dilaporkan;keterangan"
    rows = [
        f"P1;{n};Hal {n};unit;naik;{'3;3;;' if n > 1 else spoilt}" for n in range(1, filled + 2)
    ]
    past = {
        2023: {
            "program": "kode;induk;tingkat;nama\nP1;;program;Penataan",
            "indikator_program": "\n".join([head, *rows]),
        }
    }
    found = [one for one in run_checks(unit(past=past)) if one.id == "K19"]
    assert [(one.berkas[:4], one.baris, one.kolom) for one in found] == seen


@pytest.mark.parametrize(
    ("values", "seen"),
    [(("70", "71", "73"), []), (("70", "", "73"), ["2023/iku.csv"]), (("", "", "73"), [])],
)
def test_a_year_of_an_iku_between_two_that_are_known(
    values: tuple[str, str, str], seen: list[str]
) -> None:
    head = "kode_iku;kode_sasaran;indikator;satuan;polaritas;realisasi"
    old, past, now = (f"{head}\nAKIP;S1;Nilai AKIP;nilai;naik;{value}" for value in values)
    found = run_checks(unit(iku=now, past={2022: {"iku": old}, 2023: {"iku": past}}))
    assert [one.berkas for one in found if one.id == "K19"] == seen


@pytest.mark.parametrize(
    ("oldest", "seen"),
    [("10,4", []), ("40,4", ["2022/iku.csv"]), ("20,4", []), ("2,4", ["2022/iku.csv"])],
)
def test_a_value_alone_among_many_years(oldest: str, seen: list[str]) -> None:
    head = "kode_iku;kode_sasaran;indikator;satuan;polaritas;target;realisasi"
    rows = {2024: "9;8,1", 2023: "10;9,1", 2022: f"10,5;{oldest}"}
    tables = {
        year: f"{head}\nKORBAN;S1;Fatalitas per seratus ribu;orang;turun;{own}"
        for year, own in rows.items()
    }
    past = {year: {"iku": table} for year, table in tables.items() if year != 2024}
    found = [
        one for one in spread(run_checks(unit(iku=tables[2024], past=past))) if one.id == "K48"
    ]
    assert [one.berkas for one in found] == seen
