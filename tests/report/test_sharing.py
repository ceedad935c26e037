"""What is shared of a published report: cards of indicators, addresses for messengers."""

import json
import re

from lxml import html
from PIL import Image


def tags(path):
    """What a page says to who shares it."""
    found = html.parse(path).xpath("//meta[starts-with(@property, 'og:')]")
    return {meta.get("property"): meta.get("content") for meta in found}


def way(path):
    """Where a page of one indicator leads, as seen from the report's folder."""
    return html.parse(path).find(".//a").get("href").removeprefix("../")


def test_each_indicator_has_a_card_and_a_page_that_leads_into_the_report(report):
    folder = report.folder / "bagikan"
    figures = {
        record["kunci"]: record
        for record in json.loads((report.folder / "hasil.json").read_text(encoding="utf-8"))
    }
    kept = {path.stem for path in folder.glob("*.html")}
    codes = {kunci.split(".")[1] for kunci in figures if re.match(r"iku\.[^.]+\.capaian$", kunci)}
    assert {f"iku-{kode.lower()}" for kode in codes} < kept
    for path in sorted(folder.glob("*.html")):
        said = tags(path)
        with Image.open(path.with_suffix(".png")) as card:
            assert card.size == (1200, 630)
        assert (
            said["og:image"] == f"https://dishub.rekaan.example/lkjip-2024/bagikan/{path.stem}.png"
        )
        page, _, place = way(path).partition("#")
        assert html.parse(report.folder / page).xpath(f"//*[@id='{place}']"), path.name
    for kode in codes:
        words = tags(folder / f"iku-{kode.lower()}.html")["og:description"]
        for part in ("target", "realisasi", "capaian"):
            assert f"{part} {figures[f'iku.{kode}.{part}']['tampil']}" in words.lower()


def test_pages_say_where_they_are_published_and_list_the_cards(report):
    said = tags(report.folder / "03-akuntabilitas-kinerja.html")
    assert said["og:url"].endswith("/lkjip-2024/03-akuntabilitas-kinerja.html")
    assert said["og:image"].endswith("/bagikan/laporan.png")
    assert "Akuntabilitas Kinerja" in said["og:title"]
    listed = html.parse(report.folder / "index.html").xpath("//a[starts-with(@href, 'bagikan/')]")
    assert {link.get("href") for link in listed} == {
        f"bagikan/{path.name}" for path in (report.folder / "bagikan").glob("*.html")
    }


def test_a_report_that_is_published_nowhere_has_no_cards(changed_report):
    assert not (changed_report.folder / "bagikan").exists()
    said = tags(changed_report.folder / "index.html")
    assert "og:title" in said and not {"og:url", "og:image"} & said.keys()
