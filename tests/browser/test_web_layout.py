"""Pages as a whole: navigation, windows, themes, paper, no scripts."""

from __future__ import annotations

import re

import pytest
from contoh_buku import sample_book
from finished import pdf_pages
from pypdf import PdfReader

PAGES = (*(chapter.file for chapter in sample_book().chapters), "daftar-tabel-gambar.html")


@pytest.mark.parametrize("name", PAGES)
def test_no_sideways_scroll(visit, name):
    page = visit(name)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function("innerWidth === " + str(width))
        page.evaluate("new Promise(done => setTimeout(done, 60))")  # the page measures its tables
        sizes = page.evaluate(
            "[document.documentElement.scrollWidth, document.body.scrollWidth,"
            " document.documentElement.clientWidth]"
        )
        assert max(sizes) == sizes[2], width


def test_contents_mark_the_page_and_its_section(visit):
    page = visit("03-akuntabilitas-kinerja.html#sec-anggaran")
    current = page.locator(".samping [aria-current=page]")
    assert current.count() == 1
    assert "Akuntabilitas Kinerja" in current.inner_text()
    section = page.locator(".samping a.di-sini", has_text="Realisasi Anggaran")
    section.wait_for()
    assert section.get_attribute("aria-current") == "location"
    page.locator(".samping").get_by_role("link", name="BAB IV").click()
    page.wait_for_url("**/04-penutup.html")


def test_previous_and_next_walk_the_whole_book(visit):
    page = visit("index.html")
    seen = [page.url.rsplit("/", 1)[1]]
    while (following := page.locator(".lanjut a[rel=next]")).count():
        following.click()
        seen.append(page.url.rsplit("/", 1)[1])
    assert seen == [chapter.file for chapter in sample_book().chapters]
    page.locator(".lanjut a[rel=prev]").click()
    assert page.url.endswith(seen[-2])


def test_first_screen_has_title_downloads_and_cards(visit):
    page = visit("index.html", height=700)
    for name in ("Laporan Kinerja Instansi Pemerintah", "Kecamatan Sumobito Tahun 2024"):
        assert page.locator(".sampul", has_text=name).is_visible()
    links = page.locator(".sampul-unduhan a").evaluate_all(
        "l => l.map(a => a.getAttribute('href'))"
    )
    assert links == ["lkjip-2024.pdf", "lkjip-2024.docx", "hasil.json"]
    boxes = [card.bounding_box() for card in page.locator(".kartu").all()]
    assert len(boxes) == 4
    assert max(box["y"] + box["height"] for box in boxes) < 700
    assert page.locator("main .kartu-kinerja").count() == 1
    title = page.locator(".kartu-judul").first
    assert "underline" in title.evaluate("t => getComputedStyle(t).textDecorationLine")
    page.locator(".sampul-jalan").get_by_role("link", name="Ikhtisar Eksekutif").click()
    assert page.url.endswith("#sec-ikhtisar")


def test_every_link_has_its_target(visit, site):
    ids = {}
    links = []
    for name in PAGES:
        text = (site / name).read_text(encoding="utf-8")
        ids[name] = set(re.findall(r'\bid=["\']([^"\']+)', text))
        links += [(name, link) for link in re.findall(r'<a\b[^>]*\bhref=["\']([^"\']+)', text)]
    for name, link in links:
        page, _, place = link.partition("#")
        if page.endswith((".pdf", ".docx", ".json")):
            continue
        assert not place or place in ids[page or name], (name, link)
        assert (page or name) in ids, (name, link)


def test_lists_of_tables_and_figures(visit):
    page = visit("daftar-tabel-gambar.html")
    page.get_by_role("link", name="Tabel 3.2").click()
    page.wait_for_url("**/03-akuntabilitas-kinerja.html#tbl-program")
    page.wait_for_function("scrollY > 0")
    top = page.locator("#tbl-program").bounding_box()["y"]
    assert 56 <= top < 200  # below the header, not behind it


def test_anchor_of_a_table(visit):
    page = visit("03-akuntabilitas-kinerja.html")
    page.hover("#tbl-iku figcaption")
    page.locator("#tbl-iku .jangkar").click()
    assert page.url.endswith("#tbl-iku")


def test_anchor_copies_its_link_without_the_search(visit):
    page = visit("03-akuntabilitas-kinerja.html", permissions=["clipboard-read", "clipboard-write"])
    page.goto(page.url + "?cari=AKIP")
    anchor = page.locator("#tbl-iku .jangkar")
    anchor.focus()
    assert anchor.evaluate("a => getComputedStyle(a).opacity") == "1"
    page.keyboard.press("Enter")
    page.locator("span[role=status]", has_text="Tautan disalin").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/03-akuntabilitas-kinerja.html#tbl-iku")


def test_every_page_has_a_title_and_a_description_of_its_own(site):
    heads = [(site / name).read_text(encoding="utf-8").split("</head>")[0] for name in PAGES]
    for pattern in (r"<title>(.+?)</title>", r'<meta name="description" content="(.+?)">'):
        found = [re.findall(pattern, head) for head in heads]
        assert all(len(texts) == 1 and "Kecamatan Sumobito" in texts[0] for texts in found)
        assert len({texts[0] for texts in found}) == len(PAGES)


def test_theme_follows_the_system_until_chosen(visit):
    page = visit("index.html", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    assert dark == "rgb(18, 24, 26)"
    page.get_by_role("button", name="Gunakan tampilan terang").click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.goto(page.url.replace("index", "04-penutup"))
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Gunakan tampilan gelap").click()
    assert page.evaluate(ground) == dark


def test_charts_are_dark_in_the_dark(visit):
    page = visit("03-akuntabilitas-kinerja.html", color_scheme="dark")
    chart = page.locator("#fig-akip svg")
    assert chart.evaluate("s => getComputedStyle(s).filter").startswith("invert(0.93)")
    page.emulate_media(media="print")
    assert chart.evaluate("s => getComputedStyle(s).filter") == "none"


def test_charts_lie_on_white_where_colours_are_forced(visit):
    page = visit("03-akuntabilitas-kinerja.html", color_scheme="dark", forced_colors="active")
    style = page.locator("#fig-akip svg").evaluate(
        "s => [getComputedStyle(s).backgroundColor, getComputedStyle(s).filter]"
    )
    assert style == ["rgb(255, 255, 255)", "none"]


def test_narrow_window_folds_the_contents(visit):
    page = visit("03-akuntabilitas-kinerja.html", width=390)
    link = page.locator(".samping").get_by_role("link", name="BAB IV")
    assert not link.is_visible()
    page.get_by_text("Daftar isi", exact=True).click()
    assert link.is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_everything_is_there_without_scripts(visit, width):
    page = visit("03-akuntabilitas-kinerja.html", width=width, java_script_enabled=False)
    rows = page.locator("#tabel-program tbody tr")
    assert all(row.is_visible() for row in rows.all())
    assert page.locator("button:visible, input:visible").count() == 0
    assert page.get_by_role("heading", name="3.2 Realisasi Anggaran").is_visible()
    contents = page.locator(".samping").get_by_role("link", name="BAB IV")
    if width < 960:
        page.get_by_text("Daftar isi", exact=True).click()
    assert contents.is_visible()


def test_without_scripts_the_head_of_a_table_covers_no_row(visit):
    page = visit("03-akuntabilitas-kinerja.html#tbl-program", java_script_enabled=False)
    head = page.locator("#tabel-program thead").bounding_box()
    first = page.locator("#tabel-program tbody tr").first.bounding_box()
    assert first["y"] == pytest.approx(head["y"] + head["height"], abs=1)


def test_details_open_without_scripts(visit):
    page = visit("01-pendahuluan.html", java_script_enabled=False)
    assert not page.get_by_text("Undang-Undang Nomor 23").is_visible()
    page.get_by_text("Dasar hukum").click()
    assert page.get_by_text("Undang-Undang Nomor 23").is_visible()


def test_paper_has_everything_unfolded_and_no_navigation(visit, tmp_path):
    page = visit("03-akuntabilitas-kinerja.html")
    page.get_by_role("button", name="Tutup semua").click()
    page.get_by_label("Saring baris Tabel 3.1").fill("PATEN")
    page.locator("#tbl-iku .status", has_text="1 dari 8").wait_for()
    page.pdf(path=tmp_path / "bab.pdf", prefer_css_page_size=True)
    reader = PdfReader(tmp_path / "bab.pdf")
    text = "\n".join(sheet.extract_text() for sheet in reader.pages)
    assert "Penyediaan Gaji dan Tunjangan ASN" in text
    assert "Indeks Kualitas Pelayanan Publik" in text
    for unwanted in ("Unduh CSV", "Daftar isi", "Sebelumnya", "Cari dalam", "DRAF"):
        assert unwanted not in text
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_heads_of_a_long_table_stand_on_every_sheet(visit, long_site, tmp_path):
    page = visit("panjang.html", folder=long_site)
    page.pdf(path=tmp_path / "panjang.pdf", prefer_css_page_size=True)
    sheets = pdf_pages(tmp_path / "panjang.pdf")
    assert len(sheets) > 20
    assert all("Pagu (Rp)" in text for text in sheets if "Sangat menunjang" in text)


def test_no_table_is_wider_than_the_paper(visit):
    page = visit("03-akuntabilitas-kinerja.html", width=642)  # 170 mm
    page.emulate_media(media="print")
    wide = page.locator("main table").evaluate_all(
        "l => l.filter(t => t.offsetWidth > t.parentElement.clientWidth + 1).map(t => t.id)"
    )
    assert wide == []
    word = page.locator("#tabel-lebar thead th").nth(3)
    assert word.evaluate("t => getComputedStyle(t).overflowWrap") == "break-word"


def test_paper_opens_folded_details(visit, tmp_path):
    page = visit("01-pendahuluan.html")
    page.pdf(path=tmp_path / "bab.pdf", prefer_css_page_size=True)
    assert "Undang-Undang Nomor 23" in PdfReader(tmp_path / "bab.pdf").pages[0].extract_text()


def test_draft_is_marked_on_screen_and_paper(visit, long_site, tmp_path):
    page = visit("04-penutup.html", folder=long_site)
    assert page.get_by_role("complementary").inner_text().startswith("DRAF")
    page.pdf(path=tmp_path / "draf.pdf", prefer_css_page_size=True)
    assert "DRAF" in PdfReader(tmp_path / "draf.pdf").pages[0].extract_text()


def test_skip_link_comes_first(visit):
    page = visit("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Langsung ke isi"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"


def test_wide_table_scrolls_inside_and_by_keyboard(visit):
    page = visit("03-akuntabilitas-kinerja.html", width=1210)
    region = page.get_by_role("region", name="Tabel 3.3")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('#tbl-lebar .tabel-wadah').scrollLeft > 0")


def test_heads_of_a_tall_table_stay_in_sight(visit):
    page = visit("03-akuntabilitas-kinerja.html", height=500)
    page.locator("#tabel-program tbody tr").nth(12).scroll_into_view_if_needed()
    box = page.locator("#tabel-program thead").bounding_box()
    assert abs(box["y"] - 56) < 2


def test_motion_is_reduced_on_wish(visit):
    page = visit("index.html", reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e)"
        ".transitionDuration) > 0).length"
    )
    assert moving == 0
