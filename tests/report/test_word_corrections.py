"""Corrections made in the Word file of a finished report, on their way back to the data."""

from __future__ import annotations

import pytest
from finished import copy_data
from lxml import etree
from spreadsheets import as_workbook
from word_edits import Document, W, comment, part, replace, resaved, track, typed

from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.exchange.word_changes import mark_of
from lkjip_analysis.exchange.word_file import read_word
from lkjip_analysis.exchange.word_import import read_corrections, year_of
from lkjip_analysis.face.opening import buka
from lkjip_analysis.presentation.narrative import bagian


@pytest.fixture(scope="session")
def original(report):
    return report.folder / "lkjip-2024.docx"


@pytest.fixture
def data(tmp_path, root):
    """Data of one's own, of which the report was made."""
    return copy_data(tmp_path / "data", root)


def corrected(original, folder):
    """The head's corrections: in a text, of a number, a paragraph more and one less."""
    word = Document(original)
    replace(word.row("kata_pengantar_3"), "Kami berterima kasih", "Kami “berterima kasih”")
    replace(word.row("kesimpulan_4"), "Dari seluruh anggaran, serapan", "Serapan anggaran")
    replace(word.row("kesimpulan_4"), "%", "9%")
    item = word.row("isu_strategis_9")
    item.addnext(typed(item, "pegawai teknis kurang; dan"))
    gone = word.row("tugas_fungsi_3")
    gone.getparent().remove(gone)
    replace(word.row("rincian_capaian_4"), "Standar layanan", "Semua standar layanan")
    return word.save(folder / "koreksi.docx")


def test_corrections_come_into_a_copy_of_the_workbook(original, data, root, tmp_path):
    path = corrected(original, tmp_path)
    in_files = read_corrections(path, original, buka(2024, data))
    as_workbook(data, 2024)
    own, copy = (data / "2024" / f"data-2024{end}.xlsx" for end in ("", "-dengan-koreksi"))
    before = own.read_bytes()
    plan = read_corrections(path, original, buka(2024, data)).plan()
    assert "lembar narasi sel G84" in "\n".join(plan.shown()) and "Periksa salinan" in plan.sesudah
    plan.apply()
    assert own.read_bytes() == before
    copy.replace(own)
    in_files_now = copy_data(tmp_path / "csv", root)
    read_corrections(path, original, buka(2024, in_files_now)).plan().apply()
    assert in_files.found.edits
    texts = [
        [
            (row.bagian, row.urutan, row.jenis, row.kode, row.teks)
            for row in buka(2024, one).data[Narasi]
        ]
        for one in (data, in_files_now)
    ]
    assert texts[0] == texts[1]


def test_words_beside_the_text_are_told(original, data, tmp_path):
    """A text box, in which Word keeps two forms of one text, and a footnote."""
    word = Document(original)
    words = "<w:txbxContent><w:p><w:r><w:t>Tolong ditambah</w:t></w:r></w:p></w:txbxContent>"
    forms = f"<m:Choice>{words}</m:Choice><m:Fallback>{words}</m:Fallback>"
    box = f"<m:AlternateContent>{forms}</m:AlternateContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    run = f'<w:r xmlns:w="{W[1:-1]}" xmlns:m="{mc}">{box}</w:r>'
    word.row("kesimpulan_4").append(etree.fromstring(run))
    note = b'<w:footnote w:id="9"><w:p><w:r><w:t>Lihat surat</w:t></w:r></w:p></w:footnote>'
    notes = "word/footnotes.xml"
    word.parts[notes] = word.parts[notes].replace(b"</w:footnotes>", note + b"</w:footnotes>")
    read = read_corrections(word.save(tmp_path / "kotak.docx"), original, buka(2024, data))
    told = "\n".join(read.shown())
    assert "kotak teks: Tolong ditambah" in told and "(kesimpulan 4, 4.1)" in told
    assert told.count("Tolong ditambah") == 1 and "catatan kaki: Lihat surat" in told
    assert not read.plan().after


def changed_lines(data, root):
    old, new = (
        (one / "2024/narasi.csv").read_text(encoding="utf-8-sig").splitlines()
        for one in (root, data)
    )
    return [line for line in new if line not in old], [line for line in old if line not in new]


@pytest.mark.parametrize("saved_by", ["word", "libreoffice"])
def test_corrections_come_back(saved_by, original, data, root, tmp_path, request):
    path = corrected(original, tmp_path)
    if saved_by == "libreoffice":
        (tmp_path / "lo").mkdir()
        path = resaved(request.getfixturevalue("libreoffice"), path, tmp_path / "lo")
    assert year_of(path) == 2024
    hasil = buka(2024, data)
    read = read_corrections(path, original, hasil)
    told = "\n".join(read.shown())
    assert "Diubah (3)" in told and "Ditambahkan (1)" in told and "Dihapus (1)" in told
    assert "2024/narasi.csv baris 84 (kesimpulan 4, 4.1)\n    lama: 94,88%\n    baru: " in told
    assert "anggaran.serapan: 2024/program.csv baris" in told
    assert not read.found.outside
    read.plan().apply()
    new, old = changed_lines(data, root)
    moved = [line.partition(";huruf;")[2] for line in old if line.startswith("isu_strategis")]
    assert [line for line in new if not line.startswith("isu_strategis")] == [
        line
        for line in new
        if "Kami “berterima kasih”" in line
        or "Serapan anggaran tahun {tahun} adalah {anggaran.serapan}." in line
        or "KEPATUHAN;Semua standar layanan" in line
    ]
    assert 'isu_strategis;10;huruf;1;;"pegawai teknis kurang; dan"' in new
    assert all(any(rest in line for line in new) for rest in moved if rest)
    assert not [line for line in new if line.startswith("tugas_fungsi")]
    printed = bagian(buka(2024, data), "isu_strategis").markdown
    assert printed.index("pegawai teknis kurang") < printed.index("penataan parkir")


def test_every_row_of_narasi_has_its_bookmark(original, data):
    marks = {name for paragraph in read_word(original).paragraphs for name in paragraph.marks}
    assert marks == {mark_of(row) for row in buka(2024, data).data[Narasi] if row.teks}


def test_nothing_corrected_brings_nothing(original, data):
    read = read_corrections(original, original, buka(2024, data))
    assert list(read.shown()) == [] and not read.found


def test_a_parted_paragraph_becomes_two_rows(original, data, tmp_path):
    word = Document(original)
    part(word.row("perjanjian_kinerja_1"), "untuk mencapai")
    read = read_corrections(word.save(tmp_path / "a.docx"), original, buka(2024, data))
    read.plan().apply()
    text = (data / "2024/narasi.csv").read_text(encoding="utf-8-sig")
    assert (
        "perjanjian_kinerja;1;paragraf;;;Perjanjian Kinerja memuat kesanggupan {identitas." in text
    )
    assert "perjanjian_kinerja;2;paragraf;;;untuk mencapai target tahun {tahun}" in text


def test_tracked_changes_and_comments_are_listed(original, data, tmp_path):
    word = Document(original)
    paragraph = word.row("pendahuluan_2")
    track(paragraph, "ins", " Angkanya sudah diperiksa.")
    comment(word, word.row("penutup_1"), "Sebutkan juga DPRD.")
    path = word.save(tmp_path / "a.docx")
    hasil = buka(2024, data)
    taken, left = (read_corrections(path, original, hasil, accept=how) for how in (True, False))
    assert [teks[-25:] for _, _, teks in taken.found.edits] == ["Angkanya sudah diperiksa."]
    assert "disisipkan: Angkanya sudah diperiksa." in "\n".join(left.shown())
    assert not left.found
    assert 'komentar: Sebutkan juga DPRD. pada "Demikian laporan' in "\n".join(taken.shown())


def test_what_the_program_writes_is_not_taken_from_word(original, data, tmp_path):
    word = Document(original)
    cell = word.saying("Rp7.206.500.000")
    replace(cell, "7.206.500.000", "7.000.000.000")
    read = read_corrections(word.save(tmp_path / "a.docx"), original, buka(2024, data))
    assert not read.found
    assert "program.csv baris 4 kolom pagu" in "\n".join(read.shown())


def test_a_word_file_of_other_data_is_refused(original, data, tmp_path):
    word = Document(original)
    stamp = word.parts["docProps/custom.xml"]
    for old, new, said in (
        (b"Dinas", b"Badan", "laporan unit lain"),
        (b">2024<", b">2023<", "laporan tahun lain"),
        (b"lkjip-naskah", b"apa", "dibuat sebelum data"),
    ):
        word.parts["docProps/custom.xml"] = stamp.replace(old, new)
        with pytest.raises(CallError, match=said):
            read_corrections(word.save(tmp_path / "a.docx"), original, buka(2024, data))


def test_what_was_changed_since_stays_as_it_is(original, data, tmp_path):
    narasi = data / "2024/narasi.csv"
    narasi.write_text(
        narasi.read_text("utf-8").replace("Kami berterima", "Kita berterima"), "utf-8"
    )
    path = corrected(original, tmp_path)
    read = read_corrections(path, original, buka(2024, data))
    assert [row.urutan for row, _, _ in read.found.edits if row.bagian == "kata_pengantar"] == []
    assert "sudah lain di data" in "\n".join(read.shown())


def test_paragraphs_are_joined_and_moved(original, data, tmp_path):
    word = Document(original)
    item, following = word.row("isu_strategis_10"), word.row("isu_strategis_11")
    for child in [one for one in following if not one.tag.endswith("}pPr")]:
        item.append(child)
    following.getparent().remove(following)
    word.row("langkah_ke_depan_2").addprevious(word.row("langkah_ke_depan_4"))
    read = read_corrections(word.save(tmp_path / "a.docx"), original, buka(2024, data))
    read.plan().apply()
    text = (data / "2024/narasi.csv").read_text(encoding="utf-8-sig")
    (joined,) = [one for one in text.splitlines() if one.startswith("isu_strategis;10;")]
    assert "izin pemilik lahan.Seluruh kegiatan tahun {tahun}" in joined
    assert "{identitas.tema_pembangunan}" in joined and "isu_strategis;11;" not in text
    printed = bagian(buka(2024, data), "langkah_ke_depan").markdown
    assert printed.index("rehabilitasi dermaga") < printed.index("kontrak payung")
