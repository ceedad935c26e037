"""``lkjip init --perbarui``: a later version's chapters come in, and no edit is lost."""

import json
import shutil

import pytest

from lkjip_analysis import paths
from lkjip_analysis.cli import main
from lkjip_analysis.exchange import carried
from lkjip_analysis.exchange.new_project import NewUnit, create_project

CHAPTER, OTHER, NOTEBOOK = (
    "report/04-penutup.qmd",
    "report/01-pendahuluan.qmd",
    "notebooks/capaian.ipynb",
)
UNIT = NewUnit("Kecamatan Rintisan", "", 2031, (2030, 2034))


@pytest.fixture
def program(tmp_path, monkeypatch):
    """What the program carries, free to become a later version."""
    root = carried.source()
    book = tmp_path / "buku"
    for name in ("report", "notebooks"):
        shutil.copytree(root / name, book / name)
    (book / "_extensions").mkdir()
    (book / "_extensions" / "gaya.css").write_text("p {}\n", encoding="utf-8", newline="\n")
    for name in ("_quarto.yml", "index.qmd"):
        shutil.copyfile(root / name, book / name)
    monkeypatch.setattr(carried, "PACKED", book)
    return book


@pytest.fixture
def project(program, tmp_path, monkeypatch):
    folder = tmp_path / "proyek"
    create_project(folder, UNIT)
    monkeypatch.setattr(paths, "_found", {})
    monkeypatch.setenv(paths.PROJECT_VARIABLE, "")
    return folder


@pytest.fixture
def update(project, capsys):
    def run():
        assert main(["init", "--perbarui", str(project)]) == 0
        return capsys.readouterr().out

    return run


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8", newline="\n")


def read(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != carried.RECORD
    }


def changed(before, after):
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_same_version_changes_nothing(project, update):
    append(project / CHAPTER, "kalimat saya\n")
    before = read(project)
    assert "tidak ada yang perlu diganti" in update()
    assert read(project) == before


def test_untouched_files_are_replaced_and_edited_ones_kept(program, project, update):
    append(project / CHAPTER, "kalimat saya\n")
    for name in (CHAPTER, OTHER):
        append(program / name, "versi baru\n")
    (program / "report" / "05-baru.qmd").write_text("# Bab baru\n", encoding="utf-8")
    before = read(project)
    said = update()
    after = read(project)
    assert changed(before, after) == {OTHER, f"{CHAPTER}.baru", "report/05-baru.qmd"}
    assert after[OTHER] == (program / OTHER).read_bytes()
    assert after[f"{CHAPTER}.baru"] == (program / CHAPTER).read_bytes()
    closing = said.splitlines()
    assert any(OTHER in line and "diganti" in line for line in closing)
    assert any(f"{CHAPTER}.baru" in line for line in closing)
    assert "yang Anda sunting tidak diubah" in closing[-1]
    assert "tidak ada yang perlu diganti" in update()  # said once
    assert read(project) == after


def test_a_chapter_once_merged_is_followed_again(program, project, update):
    append(project / CHAPTER, "kalimat saya\n")
    append(program / CHAPTER, "versi baru\n")
    update()
    (project / f"{CHAPTER}.baru").replace(project / CHAPTER)
    append(program / CHAPTER, "versi lebih baru\n")
    assert ".baru" not in update()
    assert (project / CHAPTER).read_bytes() == (program / CHAPTER).read_bytes()


def test_what_lies_beside_is_not_written_over(program, project, update):
    append(project / CHAPTER, "kalimat saya\n")
    append(program / CHAPTER, "versi baru\n")
    update()
    append(project / f"{CHAPTER}.baru", "sedang saya gabungkan\n")
    append(program / CHAPTER, "versi lebih baru\n")
    before = read(project)
    update()
    assert changed(before, read(project)) == {f"{CHAPTER}.baru2"}


def test_a_removed_chapter_does_not_come_back(program, project, update):
    (project / CHAPTER).unlink()
    assert "tidak ada yang perlu diganti" in update()
    append(program / CHAPTER, "versi baru\n")
    update()
    assert not (project / CHAPTER).exists() and (project / f"{CHAPTER}.baru").exists()


def test_a_chapter_the_program_no_longer_has_is_left_and_named(program, project, update):
    (program / CHAPTER).unlink()
    assert f"tidak dipakai lagi (dibiarkan): {CHAPTER}" in update()
    assert (project / CHAPTER).exists()


def test_a_run_notebook_another_year_and_windows_line_ends_are_no_edits(program, project, update):
    path = project / NOTEBOOK
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
            cell["execution_count"] = 7
    notebook["metadata"]["language_info"]["version"] = "3.13.1"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    quarto = project / "_quarto.yml"
    text = quarto.read_text(encoding="utf-8")
    quarto.write_text(text.replace("2031", "2032"), encoding="utf-8", newline="\r\n")
    theirs = json.loads((program / NOTEBOOK).read_text(encoding="utf-8"))
    theirs["cells"][0]["source"] = ["# Judul baru"]
    (program / NOTEBOOK).write_text(json.dumps(theirs), encoding="utf-8")
    append(program / "_quarto.yml", "# baru\n")
    said = update()
    assert ".baru" not in said
    assert "# Judul baru" in path.read_text(encoding="utf-8")
    fresh = quarto.read_text(encoding="utf-8")
    assert fresh.endswith("# baru\n") and "tahun-bawaan: 2032" in fresh


def test_an_edited_notebook_is_kept(program, project, update):
    path = project / NOTEBOOK
    path.write_text(path.read_text(encoding="utf-8").replace("# Capaian", "# Hasil"), "utf-8")
    before = path.read_bytes()
    text = (program / NOTEBOOK).read_text(encoding="utf-8")
    (program / NOTEBOOK).write_text(text.replace("# Capaian", "# Nilai"), "utf-8")
    assert f"{NOTEBOOK}.baru" in update()
    assert path.read_bytes() == before


def test_a_build_with_another_version_says_how_to_update(project, capsys):
    call = ["build", "--proyek", str(project), "--tahun", "2031", "--format", "html"]
    call += ["--output", str(project / "data")]  # refused, so nothing is built
    assert main(call) == 2
    assert "--perbarui" not in capsys.readouterr().err
    record = project / carried.RECORD
    record.write_text(record.read_text("utf-8").replace('"versi": "', '"versi": "9'), "utf-8")
    assert main(call) == 2
    assert "lkjip init --perbarui" in capsys.readouterr().err


@pytest.mark.parametrize("held", [None, "{", "[]", '{"versi": 1}', '{"versi": "1", "berkas": 2}'])
def test_a_project_without_a_sound_record_counts_as_edited(program, project, update, held):
    (project / carried.RECORD).unlink()
    if held:
        (project / carried.RECORD).write_text(held, encoding="utf-8")
    append(program / CHAPTER, "versi baru\n")
    before = read(project)
    update()
    assert changed(before, read(project)) == {f"{CHAPTER}.baru"}


def test_the_programs_own_source_is_not_updated(capsys, monkeypatch):
    monkeypatch.setenv(paths.PROJECT_VARIABLE, "")
    monkeypatch.setattr(paths, "_found", {})
    assert main(["init", "--perbarui", str(carried.source())]) == 2
    assert "git pull" in capsys.readouterr().err


def test_a_broken_notebook_gets_a_sound_one_beside_it(project, update):
    (project / NOTEBOOK).write_text("{rusak", encoding="utf-8")
    before = read(project)
    assert f"di sampingnya: {NOTEBOOK}.baru" in update()
    after = read(project)
    assert changed(before, after) == {f"{NOTEBOOK}.baru"}
    assert json.loads(after[f"{NOTEBOOK}.baru"])["cells"]
