"""What is written, without a browser: texts for search, data of the trace, same bytes twice."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from contoh_buku import sample_book, stage_look, trace_records

from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.paths import EXTENSION
from lkjip_analysis.rendering.model import Heading
from lkjip_analysis.rendering.web.search import search_documents
from lkjip_analysis.rendering.web.trace import stage_trace, trace_links, trace_script
from lkjip_analysis.rendering.web.writer import write_pages


def test_each_section_is_a_document_of_its_own():
    documents = {d["alamat"]: d for d in search_documents(sample_book().chapters)}
    section = documents["03-akuntabilitas-kinerja.html#sec-target"]
    assert section["judul"] == "3.1.1 Target dan realisasi tahun ini"
    assert section["bab"] == "BAB III · Akuntabilitas Kinerja"
    assert "Nilai Evaluasi AKIP ditargetkan 72 dan tercapai 73,47" in section["teks"]
    assert section["bobot"] == 1
    assert "Target dan realisasi tahun ini" not in section["teks"]
    assert "70,03" not in documents["03-akuntabilitas-kinerja.html#sec-riwayat"]["teks"]


def test_each_table_and_figure_is_a_document_of_its_own():
    documents = {d["alamat"]: d for d in search_documents(sample_book().chapters)}
    table = documents["03-akuntabilitas-kinerja.html#tbl-iku"]
    assert table["judul"] == "Tabel 3.1 Capaian Indikator Kinerja Utama Tahun 2024"
    assert "Nilai Evaluasi AKIP · 72 · 73,47 · 102,04% · 1,47" in table["teks"]
    assert "· ·" not in table["teks"] and "Tabel 3.1" not in table["teks"]
    assert "03-akuntabilitas-kinerja.html#fig-akip" in documents
    after = documents["03-akuntabilitas-kinerja.html#sec-anggaran"]["teks"]
    assert after == "Enam program didukung kegiatan dan subkegiatan berikut."


def test_a_chapter_is_found_by_its_number_and_an_annex_ranks_lower():
    documents = {d["judul"]: d for d in search_documents(sample_book().chapters)}
    assert documents["BAB IV Penutup"]["bab"] == ""
    assert documents["Lampiran A Jejak Angka"]["bobot"] < documents["BAB IV Penutup"]["bobot"]


def test_words_of_cards_do_not_run_together():
    documents = {d["alamat"]: d for d in search_documents(sample_book().chapters)}
    text = documents["index.html#sec-ikhtisar"]["teks"]
    assert "Serapan anggaran 97,57% turun 0,93 poin" in text


def test_trace_cannot_break_out_of_its_script():
    record = {**trace_records()[0], "rumus": "</script><script>alert(1)</script>\u2028"}
    script = trace_script([record], trace_links(sample_book().chapters))
    assert "</script>" not in script
    assert "\u2028" not in script
    data = json.loads(script.removeprefix("window.LKJIP_JEJAK=").removesuffix(";\n"))
    assert data["iku.AKIP.capaian"]["tautan"] == "lampiran-jejak.html#jejak-iku-AKIP-capaian"
    assert data["iku.AKIP.capaian"]["rumus"] == record["rumus"]


def test_the_trace_of_a_long_sum_says_what_it_leaves_out():
    cell = {"berkas": "2024/program.csv", "baris": 2, "kolom": "pagu", "nilai": "1"}
    records = [{"kunci": f"k.{n}", "tampil": str(n), "masukan": [cell] * n} for n in (30, 3500)]
    script = trace_script(records, {}).removeprefix("window.LKJIP_JEJAK=").removesuffix(";\n")
    short, long = json.loads(script).values()
    assert len(short["masukan"]) == 30 and "sisa" not in short
    assert len(long["masukan"]) == 30 and long["sisa"] == 3470


def test_texts_of_the_unit_are_escaped(tmp_path):
    book = sample_book()
    book = replace(book, title="A & B <i>", lkjip={**book.lkjip, "instansi": '"Kec" <b>'})
    page = write_pages(book, stage_look(tmp_path / "n"), tmp_path / "s").read_text(encoding="utf-8")
    assert "A &amp; B &lt;i&gt;" in page
    assert "&#34;Kec&#34; &lt;b&gt;" in page
    assert "<b>" not in page


def test_without_results_there_is_no_trace(tmp_path):
    folder = stage_look(tmp_path / "n")
    (folder / "hasil.json").unlink()
    page = write_pages(sample_book(), folder, tmp_path / "s")
    assert not (tmp_path / "s" / "aset" / "jejak.js").exists()
    assert "data-jejak" not in page.read_text(encoding="utf-8")


def test_downloads_only_where_they_exist(tmp_path):
    folder = stage_look(tmp_path / "n")
    assert "unduhan" not in write_pages(sample_book(), folder, tmp_path / "a").read_text("utf-8")
    page = write_pages(sample_book(), folder, tmp_path / "b", ["lkjip-2024.pdf"]).read_text("utf-8")
    assert 'href="lkjip-2024.pdf" download' in page
    assert ".docx" not in page


def test_logo_is_copied_beside_the_pages(tmp_path):
    folder = stage_look(tmp_path / "n")
    (folder / "lambang.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8"
    )
    book = sample_book()
    book = replace(book, lkjip={**book.lkjip, "logo": "lambang.svg"})
    page = write_pages(book, folder, tmp_path / "s").read_text(encoding="utf-8")
    (copied,) = (tmp_path / "s" / "aset" / "gambar").iterdir()
    assert f'src="aset/gambar/{copied.name}"' in page


def test_same_book_same_bytes(tmp_path):
    def written(name: str) -> dict[Path, bytes]:
        output = tmp_path / name
        write_pages(sample_book(), stage_look(tmp_path / f"naskah-{name}"), output)
        return {p.relative_to(output): p.read_bytes() for p in output.rglob("*") if p.is_file()}

    first = written("a")
    assert first == written("b")
    assert not any(b"/tmp/" in content for content in first.values())


def test_files_of_the_quarto_format_exist():
    text = (EXTENSION / "_extension.yml").read_text(encoding="utf-8")
    html = yaml.safe_load(text)["contributes"]["formats"]["html"]
    names = [item["path"] for item in html["filters"]]
    names += [name for theme in html["theme"].values() for name in theme if "/" in name]
    lua = (EXTENSION / "html" / "lkjip-html.lua").read_text(encoding="utf-8")
    names += [f"html/{name}" for name in re.findall(r'"([\w-]+\.(?:css|js))"', lua)]
    names += [f"html/huruf/{name}" for name in re.findall(r'"([\w-]+\.woff2)"', lua)]
    assert len(names) > 10
    assert [name for name in names if not (EXTENSION / name).is_file()] == []


def test_trace_is_staged_for_quarto(tmp_path):
    folder = stage_look(tmp_path)
    staged = stage_trace(folder)
    assert staged == folder / "aset" / "jejak.js"
    assert staged.read_text(encoding="utf-8").startswith("window.LKJIP_JEJAK=")


def test_a_project_of_another_version_is_told_how_to_catch_up(tmp_path):
    folder = stage_look(tmp_path / "naskah")
    (folder / "_extensions" / "lkjip" / "html" / "tahun.js").unlink()
    with pytest.raises(LkjipError, match=r"html/tahun\.js tidak ada.\n.*lkjip init --perbarui"):
        write_pages(sample_book(), folder, tmp_path / "situs")


def test_what_was_missed_last_year_is_no_miss_and_a_sheet_is_found_by_its_own():
    signs = (("▼ belum tercapai", "● tercapai"), ("● tercapai", "▼ belum tercapai"))
    rows = "".join(
        f'<tr><td>Indikator {n}</td><td>{old}</td><td><span class="angka" data-kunci="k{n}">{new}'
        "</span></td></tr>"
        for n, (old, new) in enumerate(signs)
    )
    heads = "<th>Indikator</th><th>Status 2023</th><th>Status 2024</th>"
    sheet = '<h5 class="lembar unnumbered" data-cari="belum tercapai" id="sec-x">Waktu</h5>'
    chapter = replace(
        sample_book().chapters[0],
        headings=(Heading(5, "sec-x", "", "Waktu", "Waktu"),),
        floats=(),
        body_html=f"{sheet}<p>Uraian.</p><table><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>",
    )
    found = {d["judul"]: d for d in search_documents([chapter])}
    said = [found[f"Indikator {n}"]["status"].startswith("belum") for n in (0, 1)]
    assert said == [False, True]
    assert found["Waktu"]["status"] == "belum tercapai"
    assert found["Waktu"]["bobot"] > found["Indikator 1"]["bobot"]
