"""The findings of 2024: all known, all explained, and their document up to date."""

from __future__ import annotations

import re

import pytest

from lkjip_analysis.assessment.compliance import assess
from lkjip_analysis.checks import Finding, keeping_from_final, run_checks, unresolved
from lkjip_analysis.checks.document import findings_document, findings_path
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.paths import DATA
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.results import Results, load_results


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, DATA)


@pytest.fixture(scope="module")
def findings(hasil: Results) -> list[Finding]:
    return run_checks(hasil)


def test_no_error_is_left_unacknowledged(findings: list[Finding]) -> None:
    assert unresolved(findings) == []


def test_the_report_can_be_final(hasil: Results, findings: list[Finding]) -> None:
    """What is acknowledged tells the reader; so PATEN, of which the document says no cause."""
    assert keeping_from_final(findings) == []
    paten = next(f for f in findings if f.id == "K84")
    assert paten.pengakuan and "tidak menjelaskan" in paten.pengakuan.kalimat_pembaca
    told = narrative.catatan_data(hasil).markdown.replace("\\", "")
    assert paten.pengakuan.kalimat_pembaca in told


@pytest.mark.parametrize("where", ["ikhtisar", "lembar_kinerja", "kesimpulan"])
def test_paten_is_named_as_missed_with_its_fall_and_its_action(hasil: Results, where: str) -> None:
    """In the Ikhtisar, in 3.1.5 and in BAB IV, whose table of actions closes it."""
    words = getattr(narrative, where)(hasil).markdown
    words += tables.tindakan(hasil).markup if where == "kesimpulan" else ""
    plain = re.sub(r"<[^>]+>|\]\{[^}]*\}|\[", "", words).replace("\\", "")
    assert re.search(r"80,55 dari target 84\W+capaian 95,89%", plain)
    assert "turun dari 83,29 pada tahun 2023" in plain
    assert plain.count("belum dijelaskan dalam dokumen asal") == 1
    assert plain.count("diusulkan peralatan permainan") == 1


def test_every_finding_is_explained(findings: list[Finding]) -> None:
    assert [finding.as_text() for finding in findings if not finding.diakui] == []


def test_the_known_contradictions_are_found(hasil: Results, findings: list[Finding]) -> None:
    by_place = {(f.id, f.berkas, f.kolom): f for f in findings}
    rupiah = by_place["K02", "2024/identitas.csv", "nilai"]
    assert (rupiah.selisih, rupiah.keparahan) == ("Rp1", "galat")
    assert "satu rupiah" in rupiah.dugaan
    reported = by_place["K10", "2024/program.csv", "serapan_dilaporkan"]
    assert "86,22%" in reported.pesan and "97,42%" in reported.pesan
    outside = by_place["K13", "2024/program.csv", "serapan_dilaporkan"]
    assert "83,67%" in outside.pesan and "98% sampai 100%" in outside.pesan
    impossible = by_place["K63", "2024/narasi.csv", "teks"]
    assert "IKM 4,048" in impossible.pesan
    assert {f.baris for f in findings if f.id == "K22"} == {
        row.line for row in hasil.data[Program] if row.tingkat == "program" and not row.kode_sasaran
    }


def test_the_document_of_findings_is_up_to_date(hasil: Results, findings: list[Finding]) -> None:
    text = findings_path(2024).read_text(encoding="utf-8")
    assert text == findings_document(hasil, findings), "python -m lkjip_analysis.checks.document"


def test_acknowledged_errors_still_count_against_the_report(
    hasil: Results, findings: list[Finding]
) -> None:
    found = {item.id: item for item in assess(hasil, findings)}
    assert (found["R14"].status, found["R15"].status, found["R13"].status) == ("sebagian",) * 3
    assert "(diakui)" in found["R14"].kurang
