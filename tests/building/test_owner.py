"""Commands and the folders they write to: whose report lies there, and what is said at the end."""

import shutil

import pytest
from proyek_kecil import UNIT, hashes, make_project

from lkjip_analysis.building.holding import RECORD, read_holding

BUILD = ("build", "--tahun", "2024", "--renderer", "pandoc", "--format", "html")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Built once; each test leaves the project's own report as it found it."""
    project = make_project(tmp_path_factory.mktemp("pemilik") / "p")
    project.run(*BUILD)
    return project


def other_unit(folder, name="Badan Tetangga"):
    """A unit's data elsewhere, under another name."""
    shutil.copytree(UNIT, folder)
    path = folder / "2024" / "identitas.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Dinas Contoh", name), encoding="utf-8")
    return folder


def test_a_report_is_not_given_to_another_unit_unless_told(project, tmp_path):
    before = hashes(project.output)
    data = other_unit(tmp_path / "unit")
    said = project.run(*BUILD, "--data", str(data), "--output", str(project.output), code=2)
    assert "berisi laporan lain: Dinas Contoh" in said and "--ambil-alih" in said
    assert hashes(project.output) == before
    assert "output/unit/2024" in project.run(*BUILD, "--data", str(data))
    namesake = other_unit(tmp_path / "lain" / "unit", "Badan Ketiga")
    project.run(*BUILD, "--data", str(namesake))
    places = sorted(project.output.parent.glob("unit*/2024"))
    units = [read_holding(place).unit.partition(",")[0] for place in places]
    assert sorted(units) == ["Badan Ketiga", "Badan Tetangga"]
    assert hashes(project.output) == before
    shared = tmp_path / "hasil"
    for command in ((*BUILD, "--output", str(shared)), (*BUILD, "--output", str(shared))):
        project.run(*command)
    told = (*BUILD, "--data", str(data), "--output", str(shared), "--ambil-alih")
    project.run(*told)
    assert read_holding(shared).unit.startswith("Badan Tetangga")
    assert "--ambil-alih" in project.run(*BUILD, "--output", str(shared), code=2)


def test_what_was_edited_is_named_at_the_end_though_build_is_gone(project):
    good = hashes(project.output)
    for number in ("", "-2"):
        (project.output / "01-uji.html").write_text(f"suntingan{number}", encoding="utf-8")
        shutil.rmtree(project.folder / "build")
        said = project.run(*BUILD)
        assert f": 01-uji-suntingan{number}.html." in said
        kept = project.output / f"01-uji-suntingan{number}.html"
        assert kept.read_text(encoding="utf-8") == f"suntingan{number}"
    for path in project.output.glob("*-suntingan*"):
        path.unlink()
    assert hashes(project.output) == good


def test_a_folder_of_the_previous_release_is_recognised_by_its_content(project):
    """Without its own record: by what the store knows, or, without that, kept apart as a whole."""
    good = hashes(project.output)
    (project.output / RECORD).unlink()
    (project.output / "foto.jpg").write_text("foto")
    assert "disimpan" not in project.run(*BUILD)
    assert (project.output / "foto.jpg").read_text() == "foto"
    assert hashes(project.output).keys() == {*good, "foto.jpg"}
    (project.output / RECORD).unlink()
    shutil.rmtree(project.folder / "build")
    assert "disimpan di sampingnya: hasil-sebelumnya/." in project.run(*BUILD)
    kept = hashes(project.output / "hasil-sebelumnya")
    assert kept.keys() == {*good, "foto.jpg"} - {RECORD}
    assert all(kept[name] == good[name] for name in kept.keys() & good.keys())
    shutil.rmtree(project.output / "hasil-sebelumnya")
    assert hashes(project.output) == good


def test_the_rollup_keeps_what_was_edited_and_to_its_own_folder(project, tmp_path):
    def batch(folder, *more, code=0):
        command = ("batch", str(folder), "--tahun", "2024", "--format", "html", "--jobs", "1")
        return project.run(*command, *more, code=code)

    one, two = tmp_path / "satu" / "kab", tmp_path / "dua" / "kab"
    other_unit(one / "a", "Dinas A")
    other_unit(two / "a", "Dinas B")
    batch(one)
    output = project.output.parent / "kab-2024"
    first = hashes(output)
    (output / "ringkasan.csv").write_text("suntingan", encoding="utf-8")
    (output / "a" / "index.html").write_text("suntingan juga", encoding="utf-8")
    said = batch(one)
    assert "ringkasan-suntingan.csv" in said and "a: Yang Anda sunting" in said
    assert (output / "ringkasan-suntingan.csv").read_text(encoding="utf-8") == "suntingan"
    assert (output / "a" / "index-suntingan.html").read_text() == "suntingan juga"
    (output / "ringkasan-suntingan.csv").unlink()
    (output / "a" / "index-suntingan.html").unlink()
    assert hashes(output) == first
    batch(two)
    assert len(list(project.output.parent.glob("kab-*"))) == 2 and hashes(output) == first
    assert "--ambil-alih" in batch(two, "--output", str(output), code=2)
    assert "berisi laporan lain" in batch(one, "--output", str(project.output), code=2)
    assert hashes(output) == first
