"""Both books as one file each: alone in an empty folder, network off, complete."""

import re
from dataclasses import replace

import pytest
from lxml import html

from lkjip_analysis.building.request import REPORT, REVIEW, Request
from lkjip_analysis.rendering.render import render_single


@pytest.mark.parametrize("profile", [REPORT, REVIEW])
def test_the_file_alone_is_the_whole_book(profile, report, root, browser, tmp_path):
    staged = replace(Request(2024, root, report.folder), profile=profile).book
    render_single(staged, tmp_path / "satu.html")
    folder = report.folder if profile == REPORT else report.review[0].parent
    pages = [html.parse(path) for path in folder.glob("*.html")]
    titles = [" ".join(h1.text_content().split()) for page in pages for h1 in page.iter("h1")]

    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text))
    page.goto((tmp_path / "satu.html").as_uri())
    page.wait_for_selector("html[data-siap]", state="attached")
    shown = [
        " ".join(text.replace("#", "").split()) for text in page.locator("h1").all_inner_texts()
    ]
    assert sorted(shown) == sorted(titles)

    page.locator("input[type=search]").first.fill("capaian")
    page.locator(".cari-hasil a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash")
    figure = page.locator("main .angka[data-kunci]:not(a *)").first
    figure.click()
    card = page.locator(".jejak")
    card.wait_for(state="visible")
    assert card.locator("li").count() or "Rumus" in card.inner_text()
    outside = [url for url in asked if not re.match(r"data:|blob:", url)]
    assert (outside, faults) == ([(tmp_path / "satu.html").as_uri()], [])
    context.close()
