"""What a screen reader is told: which cell heads a row, and which picture this is."""

import re
import zipfile

import lxml.html
import pypdf


def pages(folder):
    return [lxml.html.parse(path).getroot() for path in sorted(folder.glob("*.html"))]


def test_every_row_says_what_it_is_about(report):
    rows = [row for page in pages(report.folder)
            for row in page.xpath("//table[contains(@class, 'tabel')]/tbody/tr")]  # fmt: skip
    assert len(rows) > 300
    for row in rows:
        heads = row.xpath("th[@scope='row']")
        left = [cell for cell in row if "text-align: left" in cell.get("style", "")]
        words = [cell for cell in left if cell.text_content()]
        assert heads == words[:1], lxml.html.tostring(row)
        assert row.xpath("td") or len(row) == 1


def test_pictures_are_called_as_their_captions_call_them(report):
    named = {}
    for page in pages(report.folder):
        for figure in page.xpath("//figure[starts-with(@id, 'fig-')]"):
            caption = " ".join(figure.xpath("figcaption")[0].text_content().split())
            name = re.match(r"Gambar \d\.\d+", caption)[0]
            for picture in figure.iter("img", "svg"):
                said = picture.get("alt") or picture.get("aria-label") or ""
                assert said.startswith(f"{name}. "), said
                named[name] = said
    assert len(named) > 10
    word = zipfile.ZipFile(report.folder / "lkjip-2024.docx").read("word/document.xml").decode()
    assert set(re.findall(r'descr="(Gambar \d\.\d+)\. ', word)) == set(named)
    titles = [
        item.title
        for item in pypdf.PdfReader(report.folder / "lkjip-2024.pdf").outline
        if not isinstance(item, list)
    ]
    assert "BAB I Pendahuluan" in titles and "LAMPIRAN A Perjanjian Kinerja" in titles
