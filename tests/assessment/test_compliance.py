"""The requirements, the review form and the evaluation sheet, answered from data and people."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal

import pytest
from spoiled import CleanUnit, read_clean, reread
from unit_bersih import Unit, make_unit

from lkjip_analysis.assessment.compliance import assess
from lkjip_analysis.assessment.compliance_items import (
    EXISTENCE,
    QUALITY,
    REQUIREMENTS,
    REVIEW,
    USE,
    Item,
)
from lkjip_analysis.assessment.self_assessment import estimates, grade_of, lke_items, review_items
from lkjip_analysis.checks import run_checks, unresolved
from lkjip_analysis.checks.acknowledgement import as_row
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.data.schema_judgement import QUESTION_IDS
from lkjip_analysis.data.schemas import Pengakuan
from lkjip_analysis.paths import PROJECT
from lkjip_analysis.results import Results, compute_results


@pytest.fixture(scope="module")
def clean() -> CleanUnit:
    return read_clean(make_unit(5))


def results(clean: CleanUnit, unit: Unit, tmp_path) -> Results:  # type: ignore[no-untyped-def]
    changed = [file for file in unit if unit[file] != clean.unit.get(file)]
    return compute_results(reread(clean.data, unit, changed, tmp_path)[0])


def items(hasil: Results) -> dict[str, Item]:
    return {item.id: item for item in assess(hasil, run_checks(hasil))}


def answer(unit: Unit, code: str, jawaban: str, bukti: str = "") -> None:
    unit["2024/penilaian_mandiri.csv"].append({"id": code, "jawaban": jawaban, "bukti": bukti})


def test_all_requirements_are_answered(clean: CleanUnit) -> None:
    found = items(compute_results(clean.data))
    assert list(found) == [f"R{n:02d}" for n in range(1, 26)]
    assert {code for code, item in found.items() if item.status == "terpenuhi"} >= {
        "R01",
        "R02",
        "R03",
        "R04",
        "R05",
        "R06",
        "R07",
        "R08",
        "R09",
        "R12",
        "R13",
        "R14",
        "R15",
        "R16",
        "R17",
        "R18",
        "R19",
        "R20",
        "R21",
        "R25",
    }
    assert {code for code, item in found.items() if item.status == "perlu_manusia"} == {
        "R22",
        "R23",
    }


SPOILS = {
    "R02": lambda unit: unit.update(
        {"2024/narasi.csv": [r for r in unit["2024/narasi.csv"] if r["bagian"] != "isu_strategis"]}
    ),
    "R03": lambda unit: unit["2024/iku.csv"][0].update(target="", target_predikat=""),
    "R05": lambda unit: unit["2024/iku.csv"][1].update(penanggung_jawab=""),
    "R07": lambda unit: unit["2024/iku.csv"][2].update(realisasi=""),
    "R08": lambda unit: unit["2022/iku.csv"][2].update(realisasi=""),
    "R09": lambda unit: unit["2024/iku.csv"][2].update(target_akhir_renstra=""),
    "R12": lambda unit: unit.update({"2024/sdm.csv": []}),
    "R13": lambda unit: unit["2024/program.csv"][0].update(kode_sasaran=""),
    "R14": lambda unit: next(
        r for r in unit["2024/identitas.csv"] if r["kunci"] == "total_pagu_dpa"
    ).update(nilai="5"),
    "R15": lambda unit: unit["2024/program.csv"][0].update(serapan_dilaporkan="12"),
    "R17": lambda unit: unit.update(
        {"2024/narasi.csv": [r for r in unit["2024/narasi.csv"] if r["bagian"] != "kesimpulan"]}
    ),
    "R18": lambda unit: unit["2024/tindak_lanjut.csv"][0].update(bukti=""),
    "R20": lambda unit: unit["2024/narasi.csv"][0].update(teks="Laporan Tahun 2021 disusun."),
    "R21": lambda unit: unit["2024/iku.csv"][0].update(bukti=""),
    "R25": lambda unit: unit["2024/indikator_program.csv"][0].update(realisasi="130"),
}


@pytest.mark.parametrize("code", SPOILS)
def test_requirement_partly_met(clean: CleanUnit, code: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    unit = deepcopy(clean.unit)
    SPOILS[code](unit)
    item = items(results(clean, unit, tmp_path))[code]
    assert item.status == "sebagian"
    assert item.terpenuhi < item.jumlah
    assert item.kurang


def test_nothing_there_is_not_met(clean: CleanUnit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    unit = {
        file: rows if file.endswith(("identitas.csv", "predikat.csv")) else []
        for file, rows in clean.unit.items()
    }
    found = items(results(clean, unit, tmp_path))
    assert {found[code].status for code in ("R02", "R03", "R07", "R13", "R14", "R16", "R18")} == {
        "belum"
    }


@pytest.mark.parametrize(
    ("jawaban", "status"), [("ya", "terpenuhi"), ("sebagian", "sebagian"), ("tidak", "belum")]
)
def test_people_answer_what_only_they_know(
    clean: CleanUnit, jawaban: str, status: str, tmp_path
) -> None:  # type: ignore[no-untyped-def]
    unit = deepcopy(clean.unit)
    for code in ("R22", "REV-II1", "LKE-3a4", "LKE-3c1"):
        answer(unit, code, jawaban, "notula rapat")
    hasil = results(clean, unit, tmp_path)
    findings = run_checks(hasil)
    found = {
        item.id: item
        for item in [
            *assess(hasil, findings),
            *review_items(hasil, findings),
            *lke_items(hasil, findings),
        ]
    }
    for code in ("R22", "REV-II1", "REV-II7", "LKE-3a4", "LKE-3c1"):
        assert found[code].status == status
    assert "notula rapat" in found["R22"].penjelasan
    assert found["LKE-3c2"].status == "perlu_manusia"


def test_review_form_has_its_23_lines(clean: CleanUnit) -> None:
    hasil = compute_results(clean.data)
    lines = review_items(hasil, run_checks(hasil))
    assert len(lines) == 23
    assert sum(bool(parts) for _, parts in REVIEW) == 17
    assert all(question.dinilai for question, _ in REVIEW)  # what a person judges, on every line
    assert all(line.dasar.startswith("PermenPANRB 53/2014") for line in lines)


def test_evaluation_sheet_has_its_criteria() -> None:
    assert (len(EXISTENCE), len(QUALITY), len(USE)) == (6, 9, 7)


@pytest.mark.parametrize(
    ("share", "grade"),
    [
        ("1", "BB"),
        ("0.99", "B"),
        ("0.7501", "B"),
        ("0.75", "CC"),
        ("0.5", "C"),
        ("0.25", "D"),
        ("0.01", "D"),
        ("0", "E"),
    ],
)
def test_grades_by_the_share_of_criteria(share: str, grade: str) -> None:
    assert grade_of(Decimal(share)) == grade


def test_the_estimate_is_a_range_until_people_answer(clean: CleanUnit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    unit = deepcopy(clean.unit)
    hasil = results(clean, unit, tmp_path)
    before = {e.subkomponen: e for e in estimates(hasil, run_checks(hasil))}
    assert (before["3.c"].kelas_bawah, before["3.c"].kelas_atas) == ("E", "BB")
    for question in USE[:4]:
        answer(unit, question.id, "ya", "bukti")
    for question in USE[4:]:
        answer(unit, question.id, "tidak", "belum")
    hasil = results(clean, unit, tmp_path)
    after = {e.subkomponen: e for e in estimates(hasil, run_checks(hasil))}
    assert (after["3.c"].kelas_bawah, after["3.c"].kelas_atas) == ("CC", "CC")
    assert after["3.c"].kurang.startswith("untuk B sedikitnya 2 kriteria lagi")


def test_places_are_labels_of_the_report() -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for path in [*(PROJECT / "report").glob("*.qmd"), PROJECT / "index.qmd"]
    ]
    whole = "\n".join(texts)
    for question in REQUIREMENTS.values():
        for place in question.bagian:
            assert f"#{place}" in whole, f"{question.id}: {place}"


HUMAN_IDS = (
    "R22",
    "R23",
    "R24",
    *(question.id for question, parts in REVIEW if not parts),
    *(question.id for question in (*EXISTENCE[1:5], *USE)),
)
"""What only people can answer."""


def test_the_questions_of_the_form_leave_nothing_open(clean: CleanUnit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    def open_items(unit: Unit) -> set[str]:
        hasil = results(clean, unit, tmp_path)
        findings = run_checks(hasil)
        return {
            item.id
            for item in [
                *assess(hasil, findings),
                *review_items(hasil, findings),
                *lke_items(hasil, findings),
            ]
            if item.status == "perlu_manusia"
        }

    unit = deepcopy(clean.unit)
    asked = open_items(unit)
    assert set(HUMAN_IDS) - asked == {"R24"}, "the data may answer this one"
    for code in HUMAN_IDS:
        answer(unit, code, "ya", "bukti")
    assert open_items(unit) == set()


def test_the_data_know_every_question_and_no_other() -> None:
    asked = [question for question, _ in (*REVIEW, *QUALITY)] + [*EXISTENCE, *USE]
    known = ["R22", "R23", "R24", *(question.id for question in asked)]
    assert sorted(known) == sorted(QUESTION_IDS)


def test_acknowledged_errors_still_count_against_the_report(clean: CleanUnit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    unit = deepcopy(clean.unit)
    SPOILS["R13"](unit)
    SPOILS["R14"](unit)
    SPOILS["R15"](unit)
    unit["2024/pengakuan.csv"] = [
        dict(
            zip(
                Pengakuan.column_names,
                as_row(finding, Acknowledgement("tercetak", berlaku="2024")),
                strict=True,
            )
        )
        for finding in run_checks(results(clean, unit, tmp_path))
    ]
    hasil = results(clean, unit, tmp_path)
    assert unresolved(run_checks(hasil)) == []
    found = items(hasil)
    assert (found["R14"].status, found["R15"].status, found["R13"].status) == ("sebagian",) * 3
    assert "(diakui)" in found["R14"].kurang
