"""Nothing but an earlier result is replaced, and what people put beside it stays."""

import re

import pytest

from lkjip_analysis import paths
from lkjip_analysis.building.inputs import hash_tree
from lkjip_analysis.building.moving import replacing
from lkjip_analysis.building.placing import keep_own_files, refuse_to_overwrite
from lkjip_analysis.building.staging import Words, resolve_chapter
from lkjip_analysis.exceptions import CallError, LkjipError


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "kabupaten" / "unit"
    (folder / "2024").mkdir(parents=True)
    return folder


@pytest.mark.parametrize("place", [".", "2024", "..", "hasil"])
def test_the_data_are_no_place_for_results(data, place):
    with pytest.raises(CallError, match=r"tidak ditimpa\.\n  perbaikan"):
        refuse_to_overwrite((data / place).resolve(), data)


def test_the_project_is_no_place_for_results(data):
    with pytest.raises(CallError, match="program ini"):
        refuse_to_overwrite(paths.PROJECT, data)
    refuse_to_overwrite(paths.OUTPUT / "2024", paths.DATA)


def test_only_an_earlier_result_or_an_empty_folder_is_replaced(tmp_path, data):
    output = tmp_path / "hasil"
    refuse_to_overwrite(output, data)
    output.mkdir()
    refuse_to_overwrite(output, data)
    (output / "foto.jpg").write_text("foto")
    with pytest.raises(CallError, match="bukan hasil pembuatan laporan"):
        refuse_to_overwrite(output, data)
    (output / "hasil.json").write_text("[]")
    refuse_to_overwrite(output, data)
    with pytest.raises(CallError, match="sebuah berkas"):
        refuse_to_overwrite(output / "foto.jpg", data)


def test_own_files_and_an_edited_word_file_are_kept(tmp_path):
    output, fresh = tmp_path / "lama", tmp_path / "baru"
    (output / "pindaian").mkdir(parents=True)
    fresh.mkdir()
    for name in ("index.html", "lampiran-temuan.html", "lkjip-2024.docx"):
        (output / name).write_text("dibuat")
    made = hash_tree(output)
    (output / "pindaian" / "ttd.pdf").write_text("tanda tangan")
    (output / "~$lkjip-2024.docx").write_text("kunci")
    (output / "index.html").write_text("disunting")
    (output / "lkjip-2024.docx").write_text("disunting")
    for name in ("index.html", "lkjip-2024.docx"):
        (fresh / name).write_text("baru")
    assert keep_own_files(output, fresh, made) == ["lkjip-2024-suntingan.docx"]
    assert {name: (fresh / name).read_text() for name in hash_tree(fresh)} == {
        "index.html": "baru",
        "lkjip-2024.docx": "baru",
        "lkjip-2024-suntingan.docx": "disunting",
        "pindaian/ttd.pdf": "tanda tangan",
    }


def test_a_result_takes_the_place_of_the_old_one_whole_or_not_at_all(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    output = tmp_path / "laporan" / "2024"
    for text in ("satu", "dua"):
        with replacing(output) as fresh:
            (fresh / "index.html").write_text(text)
        assert (output / "index.html").read_text() == text
    with pytest.raises(OSError, match="penuh"), replacing(output) as fresh:
        (fresh / "index.html").write_text("separuh")
        raise OSError(28, "penuh")
    assert (output / "index.html").read_text() == "dua"
    rename = type(output).rename

    def held_open(path, target):
        if target == output and path.name == ".2024-baru":
            raise PermissionError(13, "dipakai program lain")
        return rename(path, target)

    monkeypatch.setattr(type(output), "rename", held_open)
    with (
        pytest.raises(LkjipError, match=r"\(dipakai program lain\)\.\n  perbaikan : tutup berkas"),
        replacing(output) as fresh,
    ):
        (fresh / "index.html").write_text("tiga")
    assert (output / "index.html").read_text() == "dua"
    assert [path.name for path in output.parent.iterdir()] == ["2024"]
    assert not list((tmp_path / "build" / ".pindah").iterdir())


@pytest.mark.parametrize("part", ["sdm", "sarpras", "proses-bisnis"])
def test_what_a_unit_has_no_data_for_takes_no_table_or_chart(part):
    flags = {"komposit": True, "tahun-lalu": True, "sdm": True, "sarpras": True}
    flags |= {"proses-bisnis": True, part: False}
    text = ""
    for name in ("01-pendahuluan.qmd", "03-akuntabilitas-kinerja.qmd"):
        chapter = (paths.PROJECT / "report" / name).read_text(encoding="utf-8")
        chapter = chapter.replace("{{< var", "{{< kata")
        text += resolve_chapter(chapter, Words({}), name, flags)
    shown = re.findall(r"(?:@|#)((?:tbl|fig)-[\w-]*)", text)
    assert not [label for label in shown if part in label]
    assert [label for label in shown if "efisiensi-anggaran" in label]
