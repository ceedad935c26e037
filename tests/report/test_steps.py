"""How many steps from the first page to a value, its trend and action, its cells; from disk."""

from __future__ import annotations

import pytest

PHONE, DESK = (390, 844), (1440, 900)
IN_SIGHT = "e => [e.getBoundingClientRect().top, innerHeight - e.getBoundingClientRect().top]"


class Reader:
    """A reader at the first page, who counts each key or tap that is no letter of a word."""

    def __init__(self, page, site):
        self.page, self.steps = page, 0
        page.goto((site / "index.html").as_uri())

    def press(self, key):
        self.page.keyboard.press(key)
        self.steps += 1

    def search(self, words):
        """Words and Enter."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        self.page.locator(".cari-hasil li a").first.wait_for()
        self.press("Enter")
        self.page.wait_for_url("**cari=*")
        self.page.wait_for_function("window.LKJIP && CSS.highlights.get('lkjip-cari')")

    def card(self):
        """What the card of the figure says that Tab reaches next, past the table's button."""
        self.press("Tab")
        if self.page.evaluate("!document.activeElement.matches('.angka')"):
            self.press("Tab")
        self.page.locator(".jejak").wait_for(timeout=5000)
        return self.page.locator(".jejak").inner_text()

    def cell(self):
        """The cell that the open card's first one shows in its table."""
        self.page.locator(".jejak .jejak-sel").first.click()
        self.steps += 1
        self.page.locator("dialog[open] :is(.ini, .baris-ini):visible").first.wait_for()
        return self.page.locator("dialog[open]").inner_text()


@pytest.fixture
def reader(report, browser):
    pages = []

    def at(size):
        page = browser.new_page(viewport=dict(zip(("width", "height"), size, strict=True)))
        pages.append(page)
        return Reader(page, report.folder)

    yield at
    for page in pages:
        page.close()


def missed(page):
    """Names of what the first screen says was missed, the IKU first."""
    links = page.locator(".status-belum ul a")
    return links.evaluate_all("l => l.map(a => a.innerText)")


@pytest.mark.parametrize("word", ["name", "tidak tercapai", "meleset"])
def test_a_missed_iku_is_reached_by_words_and_enter(reader, word):
    at = reader(PHONE)
    name = missed(at.page)[0]
    at.search(name if word == "name" else word)
    title = at.page.get_by_role("heading", name=name).first
    top, below = title.evaluate(IN_SIGHT)
    assert top >= 0 and below > 0  # the sheet: value, trend, cause, action
    assert name in at.card() and at.steps <= 3
    assert "kolom realisasi" in at.cell() and at.steps <= 4


def test_a_cell_is_reached_by_keyboard_alone(reader):
    at = reader(PHONE)
    name = missed(at.page)[0]
    at.search(name)
    at.card()
    for key in ("Enter", "Tab", "Tab", "Enter"):  # into the card, past its close button
        at.press(key)
    shown = at.page.locator("dialog[open]")
    shown.wait_for()
    assert name in shown.inner_text()
    assert at.page.evaluate("document.activeElement.closest('dialog') !== null")


def test_the_absorption_of_a_programme_is_checked_against_its_cells(reader):
    at = reader(DESK)
    at.search("serapan program 2")
    row = at.page.locator("tr.ditemukan")
    assert row.inner_text().lstrip().startswith("Program 2 ")
    share = row.locator(".angka[data-kunci$='.serapan']")
    share.click()
    at.steps += 1
    card = at.page.locator(".jejak", has_text="realisasi anggaran ÷ pagu × 100")
    card.wait_for()
    assert share.inner_text().rstrip("‡") in card.inner_text()
    assert card.locator(".jejak-sel").count() >= 2  # both that it is the quotient of
    shown = at.cell()
    assert "program.csv" in shown and at.steps <= 4


def test_what_is_doubted_is_listed_one_step_away(reader):
    at = reader(DESK)
    at.page.locator(".status-ragu a", has_text="keraguan").click()
    at.page.wait_for_url("**#sec-catatan-data")
    assert at.page.locator("main").get_by_text("‡ ", exact=False).count() >= 1
