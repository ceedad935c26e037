"""The preview in a browser: a broken build is seen at once, the page keeps its place and folds."""

from __future__ import annotations

import shutil
import threading

import pytest

from lkjip_analysis.building.serving import Server, State

PAGE = "03-akuntabilitas-kinerja.html"
FAULT = "2024/iku.csv, baris 3, kolom target: bukan bilangan\n  ditemukan : <b>tujuh</b>"
FOLDED = "<details><summary>Angka gambar</summary><p>Satu.</p><p>Dua.</p></details>"


@pytest.fixture
def preview(site, tmp_path):
    """The sample report as a preview serves it: its folder, its state, its address."""
    folder = shutil.copytree(site, tmp_path / "halaman")
    text = (folder / PAGE).read_text(encoding="utf-8")
    text = text.replace("</h1>", "</h1>" + FOLDED, 1).replace("</main>", FOLDED + "</main>")
    (folder / PAGE).write_text(text, encoding="utf-8")
    state = State()
    state.tell("")
    server = Server(0, folder, state)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield folder, state, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[390, 1440])
def page(browser, preview, request):
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.goto(preview[2] + PAGE)
    yield page
    context.close()
    assert errors == []


def folds(page):
    """Which folds of the text are open, by their order."""
    return page.evaluate(
        "[...document.querySelectorAll('main details, main .lipat')]"
        ".map(e => e.open ?? e.getAttribute('aria-expanded') === 'true')"
    )


def place(page, id_):
    return page.evaluate(f"document.getElementById('{id_}').getBoundingClientRect().top")


def news(page, state, fault):
    """Announce a build, and wait for the page that comes of it."""
    page.evaluate("window.lama = true")
    state.tell(fault)
    page.wait_for_function("window.lama === undefined && document.readyState === 'complete'")
    page.evaluate("new Promise(done => setTimeout(done, 150))")


def test_a_fault_is_seen_at_once_and_the_page_keeps_its_place(page, preview):
    folder, state, _ = preview
    page.wait_for_selector("html[data-siap]", state="attached")
    before = folds(page)
    page.locator("main summary").last.click()
    page.locator("main .lipat").first.click()
    turned = folds(page)
    assert sum(a != b for a, b in zip(before, turned, strict=True)) >= 2
    id_ = page.evaluate(
        "[...document.querySelectorAll('main h2[id], main h3[id], main figure[id]')].at(-1).id"
    )
    page.evaluate(f"document.getElementById('{id_}').scrollIntoView()")
    page.evaluate("scrollBy(0, -37)")
    page.evaluate("new Promise(done => setTimeout(done, 150))")
    top = place(page, id_)
    assert page.evaluate("scrollY") > 1500

    news(page, state, FAULT)
    alert = page.get_by_role("alert")
    box = alert.bounding_box()
    assert box["y"] == 0 and box["width"] == page.viewport_size["width"] and box["height"] < 400
    assert "kolom target" in alert.inner_text() and "<b>tujuh</b>" in alert.inner_text()
    assert folds(page) == turned
    assert abs(place(page, id_) - top) < 3

    path = folder / PAGE
    text = path.read_text(encoding="utf-8")
    longer = "<p>Alinea baru di atas.</p>" * 30
    path.write_text(text.replace("</h1>", "</h1>" + longer), encoding="utf-8")
    news(page, state, "")
    assert page.get_by_role("alert").count() == 0
    assert page.get_by_text("Alinea baru di atas.").count() == 30
    assert folds(page) == turned
    assert abs(place(page, id_) - top) < 3, "the text in view stays, whatever came above it"


def test_a_long_fault_leaves_half_of_the_view_and_scrolls(page, preview):
    news(page, preview[1], FAULT * 60)
    alert = page.get_by_role("alert")
    assert alert.bounding_box()["height"] <= 400
    alert.evaluate("e => e.scrollTo(0, 1e6)")
    assert alert.evaluate("e => e.scrollTop") > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_while_there_is_no_page_yet(browser, tmp_path):
    state = State()
    state.tell(FAULT)
    server = Server(0, tmp_path, state)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    assert page.get_by_role("alert").bounding_box()["y"] == 0
    head = page.get_by_role("heading").bounding_box()
    assert page.get_by_role("alert").bounding_box()["height"] < head["y"] < 700
    (tmp_path / "index.html").write_text("<title>Jadi</title><body><h1>Jadi</h1></body>")
    state.tell("")
    page.wait_for_function("document.title === 'Jadi'")
    context.close()
    server.shutdown()
    server.server_close()
