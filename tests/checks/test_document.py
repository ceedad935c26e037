"""The findings and the rules as documents."""

from __future__ import annotations

import pytest
from unit_kecil import SOURCE

from lkjip_analysis import paths
from lkjip_analysis.checks import Finding
from lkjip_analysis.checks.document import findings_document, rules_document
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.data.reading import Cell
from lkjip_analysis.results import Results, load_results


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, SOURCE)


def test_the_document_of_rules_is_up_to_date() -> None:
    text = paths.RULES.read_text(encoding="utf-8")
    assert text == rules_document(), "python -m lkjip_analysis.checks.document"


def test_every_finding_stands_in_the_document_with_what_was_said_of_it(hasil: Results) -> None:
    cell = Cell("2024/program.csv", 3, "pagu", "10")
    known = Finding(
        "K01", "galat", "Jumlah induk", "pagu *salah*", (cell,), "Rp1", "salah ketik", "perbaiki",
        pengakuan=Acknowledgement("tercetak demikian"),
    )  # fmt: skip
    again = Finding("K01", "galat", "Jumlah induk", "realisasi salah", (cell,))
    idle = Finding("K99", "peringatan", "Pengakuan lama", "tidak bertemu temuan")
    head, *parts = findings_document(hasil, [known, again, idle]).split("\n## ")
    assert head.splitlines()[0] == "# Temuan pemeriksaan data 2024"
    assert "Unit: Dinas Contoh." in head
    rows = [line.strip("| ").split(" | ") for line in head.splitlines() if line.startswith("| ")]
    assert [(row[0], *row[2:]) for row in rows[1:]] == [
        ("Galat", "2", "1"),  # how many, and how many acknowledged
        ("Peringatan", "1", "0"),
        ("Catatan", "0", "0"),
    ]
    assert [part.splitlines()[0] for part in parts] == ["Galat", "Peringatan"]
    assert parts[0].count("### K01 Jumlah induk") == 1
    assert parts[0].split("\n\n")[-1].splitlines() == [
        "- **2024/program.csv, baris 3, kolom pagu**: pagu \\*salah\\*.",
        "  - Selisih: Rp1",
        "  - Dugaan: salah ketik",
        "  - Perbaikan: perbaiki",
        "  - Diakui: tercetak demikian",
        "- **2024/program.csv, baris 3, kolom pagu**: realisasi salah.",
    ]
    assert parts[1].splitlines()[2:] == [
        "### K99 Pengakuan lama",
        "",
        "- **seluruh data**: tidak bertemu temuan.",
    ]
