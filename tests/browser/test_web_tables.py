"""Tables on the page: fold, filter, sort, save."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

PAGE = "03-akuntabilitas-kinerja.html"
SHOWN = """table => [...table.tBodies[0].rows].filter(r => r.getClientRects().length)
    .map(r => r.cells[0].innerText.trim())"""


def column(page, table: str, index: int) -> list[str]:
    """Texts of a column, in the order of the rows."""
    return page.locator(table).evaluate(
        "(t, i) => [...t.tBodies[0].rows].map(r => r.cells[i].innerText.trim())", index
    )


def test_tree_folds_and_unfolds(visit):
    page = visit(PAGE)
    table = page.locator("#tabel-program")
    everything = table.evaluate(SHOWN)
    assert "Penyediaan Gaji dan Tunjangan ASN" in everything

    kegiatan = page.get_by_role("button", name="Rincian Administrasi Keuangan")
    assert kegiatan.get_attribute("aria-expanded") == "true"
    kegiatan.press("Enter")
    assert kegiatan.get_attribute("aria-expanded") == "false"
    folded = table.evaluate(SHOWN)
    assert "Penyediaan Gaji dan Tunjangan ASN" not in folded
    assert "Administrasi Keuangan Perangkat Daerah" in folded
    assert len(folded) == len(everything) - 3

    page.get_by_role("button", name="Tutup semua").click()
    assert table.evaluate(SHOWN) == [
        "Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "Penyelenggaraan Pemerintahan dan Pelayanan Publik",
        "Penyelenggaraan Urusan Pemerintahan Umum",
        "Jumlah",
    ]
    page.get_by_role("button", name="Buka semua").click()
    assert table.evaluate(SHOWN) == everything


def test_on_a_phone_the_tree_starts_folded(visit):
    page = visit(PAGE, width=390)
    assert len(page.locator("#tabel-program").evaluate(SHOWN)) == 4
    field = page.get_by_label("Saring baris Tabel 3.2")
    assert field.bounding_box()["width"] > 300
    field.fill("gaji asn")
    page.locator("#tbl-program .status", has_text="1 dari 18").wait_for()
    assert "Penyediaan Gaji dan Tunjangan ASN" in page.locator("#tabel-program").evaluate(SHOWN)


def test_outer_fold_keeps_the_inner_one(visit):
    page = visit(PAGE)
    program = page.get_by_role("button", name="Rincian Penunjang Urusan")
    kegiatan = page.get_by_role("button", name="Rincian Administrasi Umum")
    kegiatan.click()
    program.click()
    program.click()
    shown = page.locator("#tabel-program").evaluate(SHOWN)
    assert "Administrasi Umum Perangkat Daerah" in shown
    assert "Penyediaan Bahan Logistik Kantor" not in shown


def test_filter_shows_matches_with_their_parents(visit):
    page = visit(PAGE)
    page.get_by_role("button", name="Tutup semua").click()
    field = page.get_by_label("Saring baris Tabel 3.2")
    field.fill("gaji asn")
    status = page.locator("#tbl-program .status")
    status.filter(has_text="1 dari 18 baris cocok").wait_for()
    assert page.locator("#tabel-program").evaluate(SHOWN) == [
        "Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "Administrasi Keuangan Perangkat Daerah",
        "Penyediaan Gaji dan Tunjangan ASN",
    ]
    field.fill("tidakada")
    status.filter(has_text="Tidak ada baris yang cocok").wait_for()
    assert page.locator("#tabel-program").evaluate(SHOWN) == []
    field.press("Escape")
    assert field.input_value() == ""
    page.wait_for_function("!document.querySelector('#tbl-program .status').textContent")
    assert len(page.locator("#tabel-program").evaluate(SHOWN)) == 4


def test_sort_reads_indonesian_numbers(visit):
    page = visit(PAGE)
    heads = page.locator("#tabel-iku th")
    heads.nth(1).locator(".urut").click()
    assert column(page, "#tabel-iku", 1) == [
        "7,7",
        "9",
        "12 laporan",
        "21",
        "72",
        "84",
        "100%",
        "1.234.567,89",
        "",
    ]
    assert heads.nth(1).get_attribute("aria-sort") == "ascending"
    heads.nth(3).locator(".urut").press("Enter")
    heads.nth(3).locator(".urut").press(" ")
    assert heads.nth(1).get_attribute("aria-sort") is None
    assert heads.nth(3).get_attribute("aria-sort") == "descending"
    assert column(page, "#tabel-iku", 3) == [
        "105,71%",
        "102,04%",
        "100,00%",
        "97,50%",
        "95,89%",
        "75,00%",
        "9,5%",
        "–",
        "103,88%",
    ]
    heads.nth(3).locator(".urut").click()
    assert heads.nth(3).get_attribute("aria-sort") is None
    assert column(page, "#tabel-iku", 0)[0] == "Nilai Evaluasi AKIP"
    heads.nth(4).locator(".urut").click()
    assert column(page, "#tabel-iku", 4)[:3] == ["-3,45", "-3", "-2,5"]


def test_number_reading(visit):
    page = visit(PAGE)
    samples = {
        "1.234.567,89": 1234567.89,
        "97,5%": 97.5,
        "Rp2.575.209.979": 2575209979,
        "Rp 5": 5,
        "-1,5": -1.5,
        "−1,5": -1.5,
        "(3,2)": -3.2,
        "3 dokumen": 3,
        "0": 0,
    }
    for text, value in samples.items():
        assert page.evaluate("t => LKJIP_TABEL.angkaIndonesia(t)", text) == value, text
    for text in ("–", "", "Desa 21", "16 s.d. 20 Agustus 2024".replace("16", "enam belas")):
        assert page.evaluate("t => isNaN(LKJIP_TABEL.angkaIndonesia(t))", text), text


def test_sorted_tree_keeps_children_with_parents(visit):
    page = visit(PAGE)
    head = page.locator("#tabel-program th", has_text="Realisasi (Rp)").locator(".urut")
    head.click()
    names = column(page, "#tabel-program", 0)
    assert names[0] == "Penyelenggaraan Pemerintahan dan Pelayanan Publik"
    assert names[-1] == "Jumlah"
    start = names.index("Administrasi Keuangan Perangkat Daerah")
    assert names[start + 1 : start + 4] == [
        "Penyusunan Laporan Keuangan Akhir Tahun SKPD",
        "Pelaksanaan Penatausahaan Keuangan SKPD",
        "Penyediaan Gaji dan Tunjangan ASN",
    ]


def test_joined_rows_sort_together(visit):
    page = visit(PAGE)
    page.locator("#tabel-lebar th").nth(0).locator(".urut").click()
    texts = page.locator("#tabel-lebar").evaluate(
        "t => [...t.tBodies[0].rows].map(r => r.cells[0].innerText)"
    )
    assert texts == ["Uraian 1", "Realisasi", "Uraian 2", "Realisasi", "Uraian 3", "Realisasi"]


def saved(page, name: str) -> tuple[str, str, list[list[str]]]:
    """Press the table's button; give file name, raw text and cells."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    raw = Path(waiting.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    return (
        waiting.value.suggested_filename,
        text,
        list(csv.reader(io.StringIO(text), delimiter=";")),
    )


def test_csv_tells_number_and_unit_apart_and_disarms_formulas(visit):
    name, text, rows = saved(visit(PAGE), "Unduh CSV: Tabel 3.1")
    assert name == "kecamatan-sumobito-2024-tbl-iku.csv"
    assert text.count("\r\n") == len(rows) == 10
    heads = ["Target", "Realisasi", "Capaian", "Selisih"]
    units = [part for head in heads for part in (head, f"{head} – satuan")]
    assert rows[0] == ["Tahun", "Tingkat", "Kode", "Indikator", *units]
    assert rows[1][:4] == ["2024", "iku", "AKIP", "Nilai Evaluasi AKIP"]
    assert rows[1][4] == "72" and rows[1][6] == "73,47"
    assert rows[1][8:10] == ["102,04", "persen"]
    assert rows[3][10] == "-3,45"
    assert rows[4][3] == "'=SUM(A1:A9) yang berbahaya"
    assert rows[5][3] == 'Pelayanan; dengan "kutip"'
    assert rows[6][3] == "'@rujukan"
    assert rows[7][3] == "'-awal tanda kurang"
    by_target = {row[4]: row[5] for row in rows[1:]}
    assert by_target["12"] == "laporan" and by_target["1234567,89"] == ""


def test_csv_of_a_tree_has_all_rows_with_level_code_and_joined_heads(visit):
    page = visit(PAGE)
    page.get_by_role("button", name="Tutup semua").click()
    _, _, rows = saved(page, "Unduh CSV: Tabel 3.2")
    assert [head for head in rows[0] if not head.endswith("satuan")] == [
        "Tahun",
        "Tingkat",
        "Kode",
        "Program, kegiatan, dan subkegiatan",
        "Keluaran",
        "Anggaran – Pagu (Rp)",
        "Anggaran – Realisasi (Rp)",
        "Anggaran – Serapan",
    ]
    assert len(rows) == 20
    assert rows[5][1:4] == ["kegiatan", "7.01.01.2", "Administrasi Keuangan Perangkat Daerah"]
    assert rows[-1][1:4] == ["jumlah", "", "Jumlah"]
    money = rows[0].index("Anggaran – Realisasi (Rp)")
    assert all(row[money].isdigit() for row in rows[1:] if row[money])


def test_csv_says_joined_cells_in_every_row(visit):
    _, _, rows = saved(visit(PAGE), "Unduh CSV: Tabel 3.3")
    assert len({len(row) for row in rows}) == 1
    assert rows[2][3:6] == ["Uraian 3", "Realisasi", "2700000"]


def test_csv_holds_what_the_filter_shows(visit):
    page = visit(PAGE)
    page.get_by_label("Saring baris Tabel 3.2").fill("gaji asn")
    page.locator("#tbl-program .status", has_text="1 dari 18").wait_for()
    _, _, rows = saved(page, "Unduh CSV: Tabel 3.2")
    assert [row[3] for row in rows[1:]] == ["Penyediaan Gaji dan Tunjangan ASN"]


def test_every_table_has_its_button(visit):
    page = visit(PAGE)
    assert page.locator("main table").count() == page.locator(".unduh-csv").count() > 2


def test_link_into_a_folded_tree_opens_it(visit, long_site):
    page = visit("panjang.html", folder=long_site)
    page.evaluate("document.querySelectorAll('#tabel-panjang tbody tr')[700].id = 'sasaran'")
    assert not page.locator("#sasaran").is_visible()
    page.evaluate("location.hash = 'sasaran'")
    page.wait_for_selector("#sasaran", state="visible")


def test_two_thousand_rows_stay_usable(visit, long_site):
    """Generous limits: a slow machine must pass, a quadratic script must not."""
    page = visit("panjang.html", folder=long_site)
    assert page.locator("#tabel-panjang tbody tr").count() == 2000
    page.wait_for_selector(".alat-tabel")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert paint < 5000
    assert len(page.locator("#tabel-panjang").evaluate(SHOWN)) == 10
    start = time.perf_counter()
    page.get_by_label("Saring baris Tabel B.1").fill("nomor 9921")
    page.locator("#tbl-panjang .status", has_text="1 dari 2000").wait_for()
    shown = page.locator("#tabel-panjang").evaluate(SHOWN)
    assert time.perf_counter() - start < 3
    assert shown == ["09", "09.9", "09.9.21"]


def test_long_filter_does_not_hold_up_the_typing(visit, long_site):
    """A keystroke that shows 2,000 rows lays out the first ones and gives the page back."""
    page = visit("panjang.html", folder=long_site)
    page.wait_for_selector(".alat-tabel")
    laid_out = page.evaluate(
        """() => {
            const field = document.querySelector('.saring input');
            field.value = 'layanan';
            field.dispatchEvent(new Event('input'));
            return document.querySelectorAll('#tabel-panjang tbody tr.tampil').length;
        }"""
    )
    assert 0 < laid_out < 300
    page.wait_for_function("!document.querySelector('#tabel-panjang tr.menunggu')")
    assert len(page.locator("#tabel-panjang").evaluate(SHOWN)) == 2000


def test_sorting_an_open_long_tree_ends_with_all_rows_in_order(visit, long_site):
    page = visit("panjang.html", folder=long_site)
    page.get_by_role("button", name="Buka semua").click()
    page.wait_for_function("!document.querySelector('#tabel-panjang tr.menunggu')")
    head = page.locator("#tabel-panjang th").nth(2).locator(".urut")
    head.click()
    head.click()
    page.wait_for_function("!document.querySelector('#tabel-panjang tr.menunggu')")
    shown = page.locator("#tabel-panjang").evaluate(SHOWN)
    assert len(shown) == 2000
    assert shown[:3] == ["10", "10.9", "10.9.21"]
    assert page.locator(".tabel-wadah").evaluate("w => w.style.minHeight") == ""


def test_rows_in_waiting_are_on_paper(visit, long_site, tmp_path):
    page = visit("panjang.html", folder=long_site)
    page.evaluate("document.querySelectorAll('.alat-tabel button')[0].click()")
    page.emulate_media(media="print")
    assert len(page.locator("#tabel-panjang").evaluate(SHOWN)) == 2000


STUCK = """id => {
    const frame = document.querySelector(id).closest('.tabel-wadah');
    frame.scrollLeft = 200;
    return frame.querySelector('tbody tr > *').getBoundingClientRect().left
        - frame.getBoundingClientRect().left;
}"""


def test_first_column_of_a_wide_table_stays(visit):
    page = visit(PAGE, width=1210)
    page.wait_for_selector("#tbl-lebar .lebar")
    assert abs(page.evaluate(STUCK, "#tabel-lebar")) < 2
    # cells joined with those above are the first of their row, not of the table
    marked = page.locator("#tabel-lebar tbody").evaluate(
        "b => [...b.rows].map(r => r.cells[0].classList.contains('lekat-1'))"
    )
    assert marked == [True, False, True, False, True, False]


def test_nothing_sticks_where_the_table_fits(visit):
    page = visit(PAGE, width=1280)
    assert page.locator("#tabel-iku .lekat-1").count() == 0


def test_a_table_that_would_scroll_on_a_tablet_stands_in_cards(visit):
    page = visit(PAGE, width=768)
    row = page.locator("#tabel-lebar tbody tr").nth(
        1
    )  # its first cell is joined with the one above
    assert row.evaluate("r => r.cells[0].dataset.bersama") == "Uraian 3"
    assert page.locator("#tbl-lebar select.pilih-urut").is_visible()
    cut = row.locator("td").evaluate_all(
        "cells => cells.filter(c => c.getBoundingClientRect().right > innerWidth).length"
    )
    assert cut == 0 and not page.locator("#tbl-iku select.pilih-urut").is_visible()
    page.set_viewport_size({"width": 1400, "height": 800})
    page.wait_for_selector("#tabel-lebar:not([data-kartu])")
