"""Nothing but an earlier result is replaced, and what people put beside it stays."""

import contextlib
import hashlib
import re
import shutil

import pytest
from kejadian import Killed, held_open, killed_after

from lkjip_analysis import paths
from lkjip_analysis.building import laying
from lkjip_analysis.building.alone import writing_to
from lkjip_analysis.building.holding import (
    RECORD,
    Holding,
    read_holding,
    seen_from,
    write_holding,
)
from lkjip_analysis.building.moving import put_all_right, put_in_place, put_right
from lkjip_analysis.building.placing import (
    default_output,
    put,
    refuse_anothers,
    refuse_to_overwrite,
)
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


@pytest.fixture
def output(tmp_path, monkeypatch):
    """A folder for results, in a project that has a unit's data."""
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    (tmp_path / "data").mkdir()
    return tmp_path / "output" / "2024"


def place(output, texts, formats=("html", "docx"), unit="Dinas", **options):
    """Put a result with these texts, as a build would."""
    mine = Holding(unit, 2024, "../../data", dict.fromkeys(formats, "a"))

    def fill(fresh):
        for name, text in {"hasil.json": "[]", **texts}.items():
            (fresh / name).parent.mkdir(exist_ok=True)
            (fresh / name).write_text(text)

    return put(output, mine, fill, **options)


def texts_of(output):
    """What lies in the folder, but for what it says of itself."""
    found = {path.relative_to(output).as_posix(): path for path in output.rglob("*")}
    return {n: p.read_text() for n, p in found.items() if p.is_file() and n != RECORD}


WORD = "lkjip-2024.docx"


def test_the_folder_says_whose_report_it_holds(output):
    place(output, {"index.html": "a"})
    text = (output / RECORD).read_text(encoding="utf-8")
    assert '"unit": "Dinas"' in text and '"tahun": 2024' in text and "../../data" in text
    assert hashlib.sha256(b"a").hexdigest() in text
    held = read_holding(output)
    refuse_anothers(output, Holding("  dinas ", 2024, "../../data"))
    refuse_anothers(output, Holding("", 2024, "../../data"))  # a draft without a name yet
    (output.parents[1] / "lain").mkdir()
    for other in (("Badan", 2024, "data"), ("Dinas", 2025, "data"), ("Dinas", 2024, "lain")):
        with pytest.raises(CallError, match=r"laporan lain: Dinas, tahun 2024.*\n.*--ambil-alih"):
            refuse_anothers(output, Holding(*other[:2], f"../../{other[2]}"))
    (output.parents[1] / "data").rename(output.parents[1] / "pindah")
    refuse_anothers(output, Holding("Dinas", 2024, "../../pindah"))  # the data were moved
    for spoiled in ("", "[]", "{}", text.replace("index.html", "../../x"), text.replace("{", "")):
        (output / RECORD).write_text(spoiled, encoding="utf-8")
        assert read_holding(output) is None
    assert held.berkas.keys() == {"index.html", "hasil.json"}


def test_published_tables_come_and_go_with_the_data_and_own_files_beside_them_stay(output):
    place(output, {"data/iku.csv": "a", "data/sdm.csv": "a"})
    (output / "data" / "iku.csv").write_text("disunting")
    (output / "data" / "catatan.txt").write_text("saya")
    placed = place(output, {"data/iku.csv": "b"}, ("pdf",))  # whatever is made, they are
    assert list(placed.kept) == ["data/iku-suntingan.csv"]
    assert texts_of(output) == {
        "hasil.json": "[]",
        "data/iku.csv": "b",
        "data/iku-suntingan.csv": "disunting",
        "data/catatan.txt": "saya",
    }


def test_own_files_and_edited_ones_are_kept_every_time(output):
    made = {"index.html": "dibuat", "lampiran.html": "dibuat", WORD: "dibuat"}
    place(output, made)
    (output / "pindaian").mkdir()
    (output / "kosong").mkdir()
    (output / "pindaian" / "ttd.pdf").write_text("tanda tangan")
    (output / "tautan").symlink_to("pindaian")
    (output / "~$lkjip-2024.docx").write_text("kunci")
    (output / "index.html").write_text("disunting")
    for number in (1, 2):
        (output / WORD).write_text(f"suntingan {number}")
        shutil.rmtree(paths.BUILD)
        placed = place(output, {"index.html": "baru", WORD: "dibuat"})
        assert (f"lkjip-2024-suntingan{'-2' if number == 2 else ''}.docx") in placed.kept
        assert placed.kept[-1] in placed.notes()[0]
    assert texts_of(output) == {
        "hasil.json": "[]",
        "index.html": "baru",
        "index-suntingan.html": "disunting",
        WORD: "dibuat",
        "lkjip-2024-suntingan.docx": "suntingan 1",
        "lkjip-2024-suntingan-2.docx": "suntingan 2",
        "pindaian/ttd.pdf": "tanda tangan",
    }
    assert (output / "tautan").is_symlink() and (output / "kosong").is_dir()


def test_a_file_put_where_the_program_now_has_one(output):
    place(output, {"index.html": "a"})
    (output / "grafik.html").write_text("punya saya")
    (output / "aset").write_text("berkas, bukan folder")
    placed = place(output, {"index.html": "b", "grafik.html": "b", "aset/x.css": "b"})
    assert placed.kept == ["aset-sebelumnya", "grafik-sebelumnya.html"]
    assert texts_of(output)["grafik-sebelumnya.html"] == "punya saya"
    assert texts_of(output)["aset-sebelumnya"] == "berkas, bukan folder"


def test_a_result_of_the_previous_release_is_kept_apart(output):
    """It says nothing of itself; what the store remembers counts only if it speaks of this one."""
    old = {"hasil.json": "[1]", "index.html": "lama", WORD: "lama", "foto.jpg": "foto"}
    noted = {name: hashlib.sha256(old[name].encode()).hexdigest() for name in old}
    del noted["foto.jpg"]
    for before in (None, noted | {"hasil.json": "0" * 64}):
        shutil.rmtree(output, ignore_errors=True)
        output.mkdir(parents=True)
        for name, text in old.items():
            (output / name).write_text(text)
        placed = place(output, {"index.html": "baru"}, made_before=before)
        assert placed.kept == ["hasil-sebelumnya/"]
        kept = {f"hasil-sebelumnya/{name}": text for name, text in old.items()}
        assert texts_of(output) == {"hasil.json": "[]", "index.html": "baru"} | kept
    shutil.rmtree(output)
    output.mkdir()
    for name, text in old.items():
        (output / name).write_text(text if name != WORD else "disunting")
    placed = place(output, {"index.html": "baru", WORD: "baru"}, made_before=noted)
    assert placed.kept == ["lkjip-2024-suntingan.docx"]
    assert texts_of(output)["foto.jpg"] == "foto"


def test_formats_that_are_not_asked_for_stay(output):
    place(output, {"index.html": "a", WORD: "a", "lkjip-2024.pdf": "a"}, ("html", "docx", "pdf"))
    (output / WORD).write_text("disunting")
    place(output, {"index.html": "b"}, ("html",))
    assert texts_of(output)[WORD] == "disunting"
    assert texts_of(output)["lkjip-2024.pdf"] == "a"
    held = read_holding(output)
    assert held.older(output, "a") == ()
    assert held.older(output, "b") == ("index.html", WORD, "lkjip-2024.pdf")
    placed = place(output, {WORD: "c"}, ("docx",))
    assert placed.kept == ["lkjip-2024-suntingan.docx"]
    assert texts_of(output)["index.html"] == "b"
    place(output, {"index.html": "d"}, ("html",), unit="Badan")
    assert "lkjip-2024.pdf" not in texts_of(output), "nothing of another unit stays"


@pytest.mark.parametrize("edited", [False, True])
def test_a_file_that_is_held_open_stops_no_other(output, edited):
    place(output, {"index.html": "a", WORD: "a", "lampiran.html": "a"})
    (output / "foto.jpg").write_text("foto")
    if edited:
        (output / WORD).write_text("disunting")
    for text in ("b", "c"):
        with held_open(output / WORD):
            placed = place(output, {"index.html": text, WORD: text})
        assert placed.held == {WORD: "lkjip-2024-baru.docx"}
        assert f": {WORD} (baru: lkjip-2024-baru.docx)" in placed.notes()[0]
        assert [path.name for path in output.parent.iterdir()] == ["2024"]
        found = texts_of(output)
        assert found[WORD] == ("disunting" if edited else "a")
        assert found["index.html"] == found["lkjip-2024-baru.docx"] == text
        assert "lampiran.html" not in found and found["foto.jpg"] == "foto"
    placed = place(output, {"index.html": "c", WORD: "c"})
    assert not placed.held
    assert texts_of(output)[WORD] == "c" and "lkjip-2024-baru.docx" not in texts_of(output)
    assert ("disunting" in texts_of(output).values()) == edited


def test_laying_that_was_broken_off_goes_on_with_the_next_command(output):
    place(output, {"index.html": "a", WORD: "a", "zz.html": "a"})
    whole = False
    for changes in range(8, 60):
        with held_open(output / WORD), contextlib.suppress(Killed), killed_after(changes):
            place(output, {"index.html": str(changes), WORD: "b", "zz.html": str(changes)})
        mixed = output.is_dir() and (
            (output / "index.html").read_text() != (output / "zz.html").read_text()
        )
        if mixed:
            (output / "zz.html").write_text("disunting meanwhile")
        whole = whole or mixed
        said = put_all_right()
        assert not mixed or said == [f"hasil baru diselesaikan: {output}"]
        assert (output / "index.html").read_text() == (output / "zz.html").read_text()
        assert not mixed or "disunting meanwhile" in texts_of(output).values()
    assert whole, "no moment in between was met"


def test_what_a_killed_build_kept_is_named_by_the_next_command(output):
    named = []
    for changes in range(20, 60):
        shutil.rmtree(output, ignore_errors=True)
        place(output, {WORD: "a"})
        (output / WORD).write_text("disunting")
        with contextlib.suppress(Killed), killed_after(changes):
            place(output, {WORD: "b"})
        said = put_all_right()
        if (output / WORD).read_text() == "b" and said:
            named.append(said[0])
            assert (output / "lkjip-2024-suntingan.docx").read_text() == "disunting"
    kept = f"suntingan Anda disimpan sebagai lkjip-2024-suntingan.docx: {output}"
    assert named and set(named) == {kept}


def test_a_result_takes_the_place_of_the_old_one_whole_or_not_at_all(output, monkeypatch):
    for text in ("satu", "dua"):
        place(output, {"index.html": text})

    def half(fresh):
        (fresh / "index.html").write_text("separuh")
        raise OSError(28, "penuh")

    with pytest.raises(OSError, match="penuh"):
        put_in_place(output, half, read_holding(output))
    assert (output / "index.html").read_text() == "dua"

    def refused(*_):
        raise PermissionError(13, "ditolak", str(output))

    monkeypatch.setattr(laying.Laying, "_put", refused)
    with (
        held_open(output / "index.html"),
        pytest.raises(LkjipError, match=r"\(ditolak\)\.\n  perbaikan : tutup berkas"),
    ):
        place(output, {"index.html": "tiga"})
    assert (output / "index.html").read_text() == "dua"
    monkeypatch.undo()


def test_a_folder_made_meanwhile_hides_no_old_result(output):
    place(output, {"index.html": "lama"})
    output.rename(output.with_name(".2024-lama"))  # as a build leaves it that is killed there
    output.with_name(".2024-baru").mkdir()
    output.mkdir()
    (output / "catatan.txt").write_text("punya saya")
    assert put_right(output) == "hasil lama dikembalikan"
    assert (output / "index.html").read_text() == "lama"
    assert (output.with_name("2024-sebelumnya-1") / "catatan.txt").read_text() == "punya saya"


def test_each_unit_has_a_place_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "OUTPUT", tmp_path / "output")
    monkeypatch.setattr(paths, "DATA", tmp_path / "data")
    one, two = (tmp_path / name / "dinas" for name in ("satu", "dua"))
    for folder in (one, two):
        folder.mkdir(parents=True)

    def build(tahun, data):
        output = default_output(tahun, data)
        output.mkdir(parents=True, exist_ok=True)
        write_holding(output, Holding("", tahun, seen_from(output, data)))
        return output.relative_to(tmp_path / "output").as_posix()

    assert build(2024, tmp_path / "data") == "2024"
    assert build(2024, one) == build(2024, one) == "dinas/2024"
    assert build(2023, one) == "dinas/2023"
    marked = build(2024, two)
    assert re.fullmatch(r"dinas-[0-9a-f]{8}/2024", marked) and build(2024, two) == marked
    assert re.fullmatch(r"2024-[0-9a-f]{8}/2024", build(2024, tmp_path / "2024"))
    one.rename(tmp_path / "satu" / "lain")  # nobody's any more
    assert default_output(2025, tmp_path / "tiga" / "dinas").parent.name == "dinas"


@pytest.mark.parametrize("part", ["sdm", "sarpras", "proses-bisnis", "kegiatan"])
def test_what_a_unit_has_no_data_for_takes_no_table_or_chart(part):
    flags = {"komposit": True, "tahun-lalu": True, "sdm": True, "sarpras": True}
    flags |= {"proses-bisnis": True, "dasar-organisasi": True, "pemanfaatan": True}
    flags |= {"inovasi": True, "tindakan": True, "kegiatan": True, "skala": True, "tren": True}
    flags[part] = False
    text = ""
    for name in ("01-pendahuluan.qmd", "03-akuntabilitas-kinerja.qmd"):
        chapter = (paths.PROJECT / "report" / name).read_text(encoding="utf-8")
        chapter = chapter.replace("{{< var", "{{< kata")
        text += resolve_chapter(chapter, Words({}), name, flags)
    shown = re.findall(r"(?:@|#)((?:tbl|fig)-[\w-]*)", text)
    assert not [label for label in shown if part in label]
    assert [label for label in shown if "efisiensi-anggaran" in label]


def test_what_is_saved_while_the_result_is_laid_is_kept(output, monkeypatch):
    place(output, {"index.html": "satu", WORD: "satu"})
    lay = laying.Laying.lay

    def lay_slowly(self):
        if self.output != output:  # the old result has been copied; now somebody saves
            (output / WORD).write_text("koreksi kepala")
            (output / "catatan.txt").write_text("milik saya")
        return lay(self)

    monkeypatch.setattr(laying.Laying, "lay", lay_slowly)
    placed = place(output, {"index.html": "dua", WORD: "dua"})
    assert placed.kept == ["lkjip-2024-suntingan.docx"]
    assert texts_of(output) == {
        "hasil.json": "[]",
        "index.html": "dua",
        WORD: "dua",
        "lkjip-2024-suntingan.docx": "koreksi kepala",
        "catatan.txt": "milik saya",
    }
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def test_a_result_being_written_is_not_put_right_by_another_command(output):
    mine = Holding("Rekapitulasi", 2024, "../../data")

    def fill(fresh):
        (fresh / "ringkasan.csv").write_text("a")
        assert put_all_right() == []  # another terminal
        assert (fresh / "ringkasan.csv").exists()

    with writing_to(output):
        put(output, mine, fill, whole=False)
    assert texts_of(output) == {"ringkasan.csv": "a"}
