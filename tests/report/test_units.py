"""Another year and another unit: only the data differ, and nothing of one leaks into the other."""

import json
import re

import pytest
from finished import DRAFT_MARK, pdf_pages, texts

from lkjip_analysis import paths
from lkjip_analysis.building.build import build
from lkjip_analysis.building.request import Request
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import LkjipError

SHARED = ("lkjip_analysis", "notebooks", "report", "_extensions")
OWN_WORDS = re.compile(r"sumobito|jombang|heru cahyono", re.IGNORECASE)


def test_second_unit_holds_nothing_of_the_first(report):
    for form, text in texts(report).items():
        assert OWN_WORDS.findall(text) == [], form
        assert "kecamatan" not in text.casefold(), form
    assert not report.draft


def test_second_unit_uses_its_own_rules(report):
    """T/R for lower-is-better, cap 0-120, weights, an index of efficiency; worked out by hand."""
    records = {
        r["kunci"]: r
        for r in json.loads((report.folder / "hasil.json").read_text(encoding="utf-8"))
    }
    assert records["iku.KORBAN.capaian"]["nilai"] == pytest.approx(9 / 7.2 * 100)
    assert records["iku.KORBAN.capaian_batas"]["nilai"] == 120
    text = texts(report)["pdf"]
    assert "target ÷ realisasi × 100" in text
    assert "makin rendah makin baik" in text
    assert "di atas 120% dihitung 120%" in text


def test_next_year_is_an_honest_draft(draft):
    assert draft.draft
    for form, text in texts(draft).items():
        assert DRAFT_MARK.search(text), form
        assert "belum tersedia" in text, form
        assert "Tahun 2025" in text, form
        assert not re.search(r"\bnan\b|\bNone\b|Traceback", text), form
    assert {path.name for path in draft.files} >= {
        "index.html",
        "lkjip-2025.pdf",
        "lkjip-2025.docx",
    }


def test_next_year_compares_with_this_one(draft):
    text = texts(draft)["pdf"]
    assert "83,47" in text and "15,25" in text  # last year's realisations, from data/2024
    assert text.count("76,03") == 1  # 2022 is seen in the course of its indicator only
    assert "111,03%" not in text and "92,00%" not in text  # last year's results are not this year's


def test_final_refuses_gaps(draft, tmp_path):
    data = draft.folder.parent / "data"
    with pytest.raises(LkjipError, match=r"final belum dapat dibuat: \d+ hal harus dilengkapi"):
        build(Request(2025, data, tmp_path / "2025", final=True))
    assert len(list_gaps(load_year(2025, data))) > 80
    assert not (tmp_path / "2025").exists()


def test_no_unit_or_year_in_shared_sources():
    found = []
    for folder in SHARED:
        for path in (paths.PROJECT / folder).rglob("*"):
            if path.suffix not in (
                ".py",
                ".qmd",
                ".ipynb",
                ".typ",
                ".lua",
                ".css",
                ".js",
                ".jinja",
                ".yml",
            ):
                continue
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".ipynb":  # outputs belong to the default unit
                text = "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
            for line in text.splitlines():
                code = line.split("#")[0] if path.suffix == ".py" else line
                if OWN_WORDS.search(code) and ">>>" not in line:
                    found.append(f"{path.relative_to(paths.PROJECT)}: {line.strip()[:80]}")
    assert found == []


def test_what_measurements_changed_and_innovations_have_their_sections(report, draft):
    for form, text in texts(report).items():
        assert "Pemanfaatan Hasil Pengukuran Kinerja" in text and "Lapor Rambu (rekaan)" in text
        assert "belum tersedia (isi bagian" not in text, form
    for text in texts(draft).values():  # asked for while the report is written
        assert "(isi bagian pemanfaatan pada" in text and "(isi bagian inovasi pada" in text


def test_the_year_of_many_misses_stands_on_one_page(report):
    pages = pdf_pages(next(path for path in report.files if path.suffix == ".pdf"))
    heads = [page.split("\n", 1)[0].strip() for page in map(str.strip, pages)]
    place = heads.index("IKHTISAR EKSEKUTIF")
    assert heads[place + 1] == "CATATAN ATAS DATA"
    for one in ("Tiga titik parkir menunggu", "Sekretariat; 28", "dua paket kecil"):
        assert one in " ".join(pages[place].split()), one
