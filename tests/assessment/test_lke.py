"""The review form and the evaluation sheet: answers joined, grades estimated, words as read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from kasus import unit
from syrupy.assertion import SnapshotAssertion
from unit_kecil import SOURCE

from lkjip_analysis.assessment.compliance import answers, assess, human_item, worst
from lkjip_analysis.assessment.compliance_items import (
    NAMES,
    WEIGHTS,
    Item,
    Question,
    Status,
)
from lkjip_analysis.assessment.self_assessment import (
    Estimate,
    estimates,
    lke_items,
    review_items,
)
from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.results import Results, load_results

ANSWERS = {"y": "ya", "s": "sebagian", "t": "tidak"}


def answered(**given: str) -> str:
    """Write ``penilaian_mandiri.csv``: a letter for each question of a series, ``-`` for none."""
    rows = [
        f"LKE-{series}{n};{ANSWERS[letter]};bukti {n}"
        for series, letters in given.items()
        for n, letter in enumerate(letters, 1)
        if letter != "-"
    ]
    return "\n".join(["id;jawaban;bukti", *rows])


def estimated(part: str, **given: str) -> Estimate:
    hasil = unit(
        penilaian_mandiri=answered(**{series[1:]: letters for series, letters in given.items()})
    )
    return next(e for e in estimates(hasil, run_checks(hasil)) if e.subkomponen == part)


@pytest.mark.parametrize(
    ("letters", "low", "high"),
    [  # seven criteria of 3.c, grades of the sure share and of the possible one
        ("yyyyyyy", "BB", "BB"),
        ("yyyyyys", "B", "B"),
        ("yyyyyyt", "B", "B"),
        ("yyyyytt", "CC", "CC"),
        ("yyyyyst", "B", "B"),  # 5,5 of 7 is more than three quarters
        ("yyysttt", "C", "C"),  # half, and not more
        ("yyysstt", "CC", "CC"),
        ("yystttt", "C", "C"),
        ("yyttttt", "C", "C"),
        ("ysttttt", "D", "D"),
        ("stttttt", "D", "D"),
        ("ttttttt", "E", "E"),
        ("-------", "E", "BB"),
        ("yyss---", "C", "B"),
        ("tt-----", "E", "CC"),
    ],
)
def test_grades(letters: str, low: str, high: str) -> None:
    found = estimated("3.c", _3c=letters)
    assert (found.kelas_bawah, found.kelas_atas) == (low, high)
    counts = [letters.count(letter) for letter in "ys-"]
    assert [found.terpenuhi, found.sebagian, found.perlu_manusia] == counts
    assert (found.kriteria, found.nama, found.bobot) == (7, "Pemanfaatan", Decimal("7.5"))


@pytest.mark.parametrize(
    ("part", "letters", "need"),
    [
        ("3.c", "ttttttt", "untuk D sedikitnya 1 kriteria lagi: "),
        ("3.c", "stttttt", "untuk C sedikitnya 2 kriteria lagi: "),
        ("3.c", "ytttttt", "untuk C sedikitnya 1 kriteria lagi: "),
        ("3.c", "yyttttt", "untuk CC sedikitnya 2 kriteria lagi: "),
        ("3.c", "yyytttt", "untuk CC sedikitnya 1 kriteria lagi: "),
        ("3.c", "yyyyttt", "untuk B sedikitnya 2 kriteria lagi: "),
        ("3.c", "yyyyyyt", "untuk BB semua kriteria; 1 belum penuh: "),
        ("3.c", "yyyyyss", "untuk BB semua kriteria; 2 belum penuh: "),
        ("3.c", "yyyyyyy", "kelas A dan AA memerlukan penilaian evaluator"),
        # nine criteria: more than 4,5 for CC, so 2,5 and 3,5 need more than they seem to
        ("3.b", "yysyttttt", "untuk CC sedikitnya 2 kriteria lagi: "),
        ("3.b", "yystttttt", "untuk CC sedikitnya 3 kriteria lagi: "),
        ("3.b", "yyyytttts", "untuk CC sedikitnya 1 kriteria lagi: "),
        ("3.b", "yyyyytttt", "untuk B sedikitnya 2 kriteria lagi: "),
    ],
)
def test_what_the_next_grade_needs(part: str, letters: str, need: str) -> None:
    found = estimated(part, **{f"_{part.replace('.', '')}": letters})
    assert found.kurang.startswith(need)
    if "kelas A" not in need:
        series = part.replace(".", "")
        still = [f"LKE-{series}{n}" for n, letter in enumerate(letters, 1) if letter != "y"]
        listed = found.kurang.split(": ", 1)[1].split("; ")
        assert [text.split(" ")[0] for text in listed] == still
        assert all(text.endswith(")") and " (" in text for text in listed)


def test_the_sub_components() -> None:
    assert {part: str(weight) for part, weight in WEIGHTS.items()} == {
        "3.a": "3.0", "3.b": "4.5", "3.c": "7.5"
    }  # fmt: skip
    assert NAMES == {"3.a": "Keberadaan", "3.b": "Kualitas", "3.c": "Pemanfaatan"}
    hasil = unit()
    found = estimates(hasil, run_checks(hasil))
    assert [(e.subkomponen, e.kriteria) for e in found] == [("3.a", 6), ("3.b", 9), ("3.c", 7)]


def item(code: str, status: Status) -> Item:
    return Item(code, "", status, "", "")


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (["terpenuhi", "terpenuhi"], "terpenuhi"),
        (["terpenuhi", "sebagian"], "sebagian"),
        (["terpenuhi", "belum"], "sebagian"),
        (["belum", "belum"], "belum"),
        (["perlu_manusia", "perlu_manusia"], "perlu_manusia"),
        (["terpenuhi", "perlu_manusia"], "sebagian"),
        (["belum", "perlu_manusia"], "sebagian"),
        (["sebagian"], "sebagian"),
        ([], "perlu_manusia"),
    ],
)
def test_answers_joined(parts: list[Status], joined: str) -> None:
    assert worst(item(f"R{n}", status) for n, status in enumerate(parts)) == joined


QUESTION = Question("R22", "Satu", "dasar", ("sec-satu",))


@pytest.mark.parametrize(
    ("given", "seen", "status", "told", "lacking"),
    [
        ({}, "", "perlu_manusia", "belum dijawab penyusun", "jawaban dan bukti"),
        ({}, "dua", "perlu_manusia", "dua; belum dijawab penyusun", "jawaban dan bukti"),
        ({"R22": ("terpenuhi", "notula")}, "", "terpenuhi", "notula", ""),
        ({"R22": ("terpenuhi", "")}, "dua", "terpenuhi", "dua; tanpa bukti", ""),
        ({"R22": ("belum", "digabung")}, "", "belum", "digabung", "digabung"),
        ({"R22": ("sebagian", "")}, "", "sebagian", "tanpa bukti", ""),
        ({"R23": ("terpenuhi", "x")}, "", "perlu_manusia", "belum dijawab penyusun",
         "jawaban dan bukti"),
    ],
)  # fmt: skip
def test_a_persons_answer(
    given: dict[str, tuple[Status, str]], seen: str, status: str, told: str, lacking: str
) -> None:
    found = human_item(QUESTION, given, seen)
    assert (found.status, found.penjelasan, found.kurang) == (status, told, lacking)
    assert (found.uraian, found.dasar, found.bagian) == ("Satu", "dasar", ("sec-satu",))


def test_only_answers_count() -> None:
    hasil = unit(penilaian_mandiri="id;jawaban;bukti\nR22;ya;a\nR23;sebagian;\nR24;tidak;c\nR25;;d")
    assert answers(hasil) == {
        "R22": ("terpenuhi", "a"), "R23": ("sebagian", ""), "R24": ("belum", "c")
    }  # fmt: skip


LISTED = "lampiran/lampiran"


def test_the_annexed_statement_of_the_reviewer_is_an_answer() -> None:
    listed = "berkas;judul;jenis\nlhe.pdf;LHE;lhe\nreviu.pdf;Pernyataan Reviu;pernyataan_reviu"
    said = answers(unit(**{LISTED: listed}))
    assert said == dict.fromkeys(("R24", "LKE-3a4"), ("terpenuhi", "dilampirkan: Pernyataan Reviu"))
    own = "id;jawaban;bukti\nR24;tidak;ditolak"
    assert answers(unit(**{LISTED: listed}, penilaian_mandiri=own))["R24"] == ("belum", "ditolak")


LATE = [Finding("K91", "peringatan", "Batas", "ditandatangani terlambat")]
FACTS = {"tanggal_penutup": "2025-02-10", "tautan_publikasi": "https://dinas.example"}


@pytest.mark.parametrize(
    ("code", "facts", "findings", "given", "status", "told"),
    [
        ("LKE-3a1", {}, [], "------", "terpenuhi", "laporan 2024 dibuat dari data ini"),
        ("LKE-3a1", {}, [], "t-----", "belum", "bukti 1"),
        ("LKE-3a2", FACTS, [], "------", "perlu_manusia", "belum dijawab penyusun"),
        ("LKE-3a3", FACTS, [], "--y---", "terpenuhi", "bukti 3"),
        ("LKE-3a5", FACTS, [], "------", "terpenuhi", "tautan publikasi: https://dinas.example"),
        ("LKE-3a5", {}, [], "------", "perlu_manusia", "belum dijawab penyusun"),
        ("LKE-3a6", FACTS, [], "------", "terpenuhi", "ditandatangani sebelum batas dua bulan"),
        ("LKE-3a6", FACTS, LATE, "------", "belum", "ditandatangani terlambat"),
        ("LKE-3a6", FACTS, LATE, "-----y", "terpenuhi", "bukti 6"),
        ("LKE-3a6", {}, [], "------", "perlu_manusia", "belum dijawab penyusun"),
    ],
)
def test_existence(
    code: str, facts: dict[str, str], findings: list[Finding], given: str, status: str, told: str
) -> None:
    hasil = unit(facts=facts, penilaian_mandiri=answered(**{"3a": given}))
    found = next(item for item in lke_items(hasil, findings) if item.id == code)
    assert (found.status, found.penjelasan) == (status, told)
    if told == "ditandatangani terlambat":
        assert (found.kurang, found.bagian) == (told, ("sec-penutup",))


def test_a_line_of_the_form_joins_its_requirements() -> None:
    hasil = unit(
        iku="kode_iku;indikator;satuan;polaritas;target;realisasi\nA;Nilai;nilai;naik;5;5",
        penilaian_mandiri="id;jawaban;bukti\nREV-I2;ya;notula",
    )
    found = {item.id: item for item in review_items(hasil, [])}
    parts = {item.id: item for item in assess(hasil, [])}
    three = found["REV-I3"]  # R07, R08, R09
    assert (three.status, three.terpenuhi, three.jumlah) == ("sebagian", 1, 3)
    assert three.kurang == f"{parts['R08'].kurang}; {parts['R09'].kurang}"
    assert three.penjelasan.startswith(
        "Target, realisasi, dan capaian tahun ini untuk setiap indikator (3 dari 3 bagian ada); "
        "Perbandingan dengan tahun lalu dan tahun sebelumnya (0 dari 2 bagian ada"
    )
    assert three.bagian[:3] == ("tbl-capaian-iku", "tbl-perbandingan-tahun", "fig-tren-iku")
    assert (found["REV-I2"].status, found["REV-I2"].penjelasan) == ("terpenuhi", "notula")


def written(items: Sequence[Item]) -> str:
    """Write answers as a reader sees them."""
    return "\n".join(
        f"{item.id} {item.status} {item.terpenuhi}/{item.jumlah}: {item.uraian} ({item.dasar})"
        f"\n  {item.penjelasan} | {item.kurang} | {', '.join(item.bagian)}"
        for item in items
    )


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, SOURCE)


@pytest.fixture(scope="module")
def findings(hasil: Results) -> list[Finding]:
    """What is found but for its filler texts, which would be told seventeen times."""
    return [finding for finding in run_checks(hasil) if finding.id != "K54"]


def test_all_requirements_as_read(
    hasil: Results, findings: list[Finding], snapshot: SnapshotAssertion
) -> None:
    assert written(assess(hasil, findings)) == snapshot


def test_the_review_form_as_read(
    hasil: Results, findings: list[Finding], snapshot: SnapshotAssertion
) -> None:
    assert written(review_items(hasil, findings)) == snapshot


def test_the_evaluation_sheet_as_read(
    hasil: Results, findings: list[Finding], snapshot: SnapshotAssertion
) -> None:
    assert written(lke_items(hasil, findings)) == snapshot
    assert "\n".join(str(estimate) for estimate in estimates(hasil, findings)) == snapshot
