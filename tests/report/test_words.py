"""What the program writes into the LKjIP has no word of the machine room; the unit's own may.

The list is that by which ``lkjip check`` names such words in a unit's own texts, and a few more.
What stands in the unit's data (its texts, and official names) is quoted as it is.
"""

import csv
import re

import pytest
from finished import docx_text, pdf_text, squeeze
from lxml import html

from lkjip_analysis.checks.lexicon import LEXICON

MISSPELT = [
    *(
        word
        for one in LEXICON["kosakata"]["ejaan"]
        for word in one.split("|")[1:]
        if " " not in word
    ),
    *("tribulan", "stakeholder", "diatas", "dibawah", "didalam", "dimana", "dimasa", "kearah"),
    *("mempengaruhi", "mengkoordinasi", "personil", "terdiri dari", "tupoksi", "dll"),
]
"""Other spellings than the right one, and what EYD V writes otherwise."""

NOT_PRINTED = {
    "spelling": rf"(?i)\b(?:{'|'.join(MISSPELT)})\b",
    **{name: words for name, (words, _) in LEXICON["kata_mesin"].items()},
    "kata asing": rf"\b(?:{'|'.join(LEXICON['kata_asing'])})\w*",
    # what a unit may mean otherwise ("lulusan S1", "skema pembiayaan"), the program never does
    "codes of goals and rules": r"\bS\d\b|\b[RKQ]\d{2}\b|\bREV-|\bLKE-",
    "traces of versions": r"\bskema\b",
    "places in files": r"\bbaris \d+|\bkolom [a-z]\w*",
    "what programs do": r"\b(?:generate|render|build|notebook)\w*|oleh program\b",
    "what is left of a template": r"\{\w+\}|\bTODO\b|\blorem\b",
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
    pdfs = " ".join(map(pdf_text, sorted(report.folder.glob("*.pdf"))))
    (docx,) = report.folder.glob("*.docx")
    return {"html": running_text(report.folder), "pdf": pdfs, "docx": docx_text(docx)}


def words_not_printed(text: str, data: str) -> list[str]:
    """List what is on the list and does not stand in the data, with the words around it."""
    found = []
    for kind, pattern in NOT_PRINTED.items():
        flags = re.IGNORECASE if kind == "kata asing" else 0
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
        *("terdiri dari", "resiko"),
    ],
)
def test_a_planted_word_is_seen(planted):
    assert words_not_printed(f"Kinerja {planted} unit", "Kinerja unit") != []
    assert words_not_printed(f"Kinerja {planted} unit", f"menurut {planted} itu") == []
