"""What the program writes into the LKjIP has no word of the machine room; the unit's own may.

The list is that of the words an official report does not print. What stands in the unit's data (its
texts, and official names) is quoted as it is; ``lkjip check`` names such words there.
"""

import csv
import re

import pytest
from finished import docx_text, pdf_text, squeeze
from lxml import html

NOT_PRINTED = {
    "files and folders": r"\b[\w-]+\.(?:csv|json|ipynb|qmd|toml|py)\b|folder data",
    "keys of columns, codes": r"\b[a-z]+(?:_[a-z]+)+\b|\(2\s?T\s?[-−]\s?R\)|\bT/R\b",
    "codes of items": r"\bP\d+\.K\d+(?:\.S\d+)?\b|\bS\d\b",
    "traces of versions": r"\bSHA-256\b|\b(?:hash|commit|komit|skema)\b",
    "places in files": r"\bbaris \d+|\bkolom [a-z]\w*",
    "unknown, as programs say it": r"\b(?:null|NaN|None)\b|\bN/A\b",
    "faults, as programs say it": r"\berror\b|validasi gagal|\b[RKQ]\d{2}\b|\bREV-|\bLKE-",
    "what programs do": r"\b(?:generate|render|build|notebook)\w*|sistem menghitung|oleh program\b",
    "what is left of a template": r"\{\w+\}|\bTODO\b|\blorem\b",
    "truth, as programs say it": r"\b(?:true|false)\b",
    "days, as programs say it": r"\b\d{4}-\d\d-\d\d(?!\d)",
    "foreign words": r"\b(?:draft|review|update|upload|cascading|monitoring)\w*",
}
WORD = r"[\w.,;:()/-]+"


def running_text(folder) -> str:
    """The text of the pages: no trace cards, nothing to click."""
    words = []
    for path in sorted(folder.glob("*.html")):
        tree = html.fromstring(path.read_text(encoding="utf-8"))
        for node in tree.xpath("//script | //style | //svg"):
            node.drop_tree()
        words.append(" ".join(tree.find(".//main").itertext()))
    return squeeze(" ".join(words))


def said_by(report) -> dict[str, str]:
    (pdf,) = report.folder.glob("lkjip-*.pdf")
    (docx,) = report.folder.glob("*.docx")
    return {"html": running_text(report.folder), "pdf": pdf_text(pdf), "docx": docx_text(docx)}


def words_not_printed(text: str, data: str) -> list[str]:
    """List what is on the list and does not stand in the data, with the words around it."""
    found = []
    for kind, pattern in NOT_PRINTED.items():
        flags = re.IGNORECASE if kind == "foreign words" else 0
        for match in re.finditer(pattern, text, flags):
            if match[0] not in data:
                found.append(f"{kind}: {text[max(0, match.start() - 40) : match.end() + 40]}")
    return found


def data_of(folder) -> str:
    """The unit's own texts: cells of several words, which are no keys, codes or choices."""
    sheets = (path.read_text(encoding="utf-8-sig") for path in sorted(folder.rglob("*.csv")))
    cells = (cell for sheet in sheets for row in csv.reader(sheet.splitlines(), delimiter=";")
             for cell in row)  # fmt: skip
    return "\n".join(cell for cell in cells if " " in cell)


@pytest.mark.parametrize("kind", ["report", "draft", "changed_report"])
def test_no_format_prints_one(kind, request, root):
    report = request.getfixturevalue(kind)
    data = data_of(root if kind == "report" else report.folder.parent / "data")
    for form, text in said_by(report).items():
        assert words_not_printed(text, data) == [], form


@pytest.mark.parametrize(
    "planted",
    [
        *("Sumber: 2024/iku.csv.", "target_akhir_renstra", "P1.K1.S1", "SHA-256", "baris 3"),
        *("nilainya NaN", "R15", "di-render ulang", "{tahun}", "2025-01-06T00:00", "Monitoring"),
    ],
)
def test_a_planted_word_is_seen(planted):
    assert words_not_printed(f"Kinerja {planted} unit", "Kinerja unit") != []
    assert words_not_printed(f"Kinerja {planted} unit", f"menurut {planted} itu") == []
