"""``lkjip init``: a project from nothing, whole and blank, never over what is there already."""

import io
import json
import sys
from pathlib import Path

import pytest

from lkjip_analysis import paths
from lkjip_analysis.cli import main
from lkjip_analysis.data import skema
from lkjip_analysis.data.gaps import has_compulsory_gap, list_gaps
from lkjip_analysis.data.schemas import TABLES, Narasi
from lkjip_analysis.data.validation import inspect_year
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.exchange.carried import RECORD, example_files, mark
from lkjip_analysis.exchange.new_project import create_project

CALL = ("--unit", "Kecamatan Rintisan", "--pemerintah", "Kota Maju")
YEARS = ("--tahun", "2031", "--renstra", "2030-2034")
TABLES_OF_A_YEAR = {table.file for table in TABLES.values() if not table.shared}


def init(capsys, *words):
    """Call ``lkjip init`` where nobody can be asked; give exit code and what it says."""
    try:
        code = main(["init", *map(str, words)])
    except SystemExit as left:
        code = int(left.code or 0)
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out + err


@pytest.fixture(autouse=True)
def nobody(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(paths, "_found", {})


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Laporan Kita"


def tree(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_whole_project_is_there(capsys, folder):
    code, said = init(capsys, folder, *CALL, *YEARS)
    assert code == 0 and f'cd "{folder}"' in said and "lkjip check --tahun 2031" in said
    assert paths.is_project(folder)
    for name in ("report", "notebooks", "_extensions"):
        laid = {path.relative_to(folder) for path in (folder / name).rglob("*") if path.is_file()}
        ours = {
            path.relative_to(paths.PROJECT)
            for path in (paths.PROJECT / name).rglob("*")
            if path.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & {*path.parts}
        }
        assert laid == ours
    year = folder / "data" / "2031"
    made = {path.relative_to(year).as_posix() for path in year.rglob("*") if path.is_file()}
    assert made == TABLES_OF_A_YEAR
    assert (folder / "data" / ".skema").read_bytes() == skema.CONTENT
    assert "tahun-bawaan: 2031" in (folder / "_quarto.yml").read_text(encoding="utf-8")
    assert not [path for path in folder.iterdir() if path.name.startswith(".baru")]
    guide = (folder / "BACA-SAYA.md").read_text(encoding="utf-8")
    assert "Kecamatan Rintisan" in guide and "{" not in guide


def test_notebooks_show_nothing_yet_and_take_the_year(capsys, folder):
    init(capsys, folder, *CALL, *YEARS)
    for path in (folder / "notebooks").iterdir():
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        assert not [cell for cell in code if cell["outputs"] or cell["execution_count"]]
        assert not [cell for cell in cells if cell["metadata"].keys() - {"tags"}]
        assert "tahun: int = 2031 " in "".join("".join(cell["source"]) for cell in code)


def test_the_data_are_blank_but_for_what_the_name_tells(capsys, folder):
    init(capsys, folder, *CALL, *YEARS)
    year, problems = inspect_year(2031, folder / "data")
    assert problems == []
    facts = year.identitas
    filled = {name: str(facts[name]) for name in facts.column_names if facts.has(name)}
    assert filled == {
        "nama_unit": "Kecamatan Rintisan",
        "jenis_unit": "kecamatan",
        "jabatan_kepala": "Camat Rintisan",
        "pemerintah_daerah": "Kota Maju",
        "kepala_daerah": "Wali Kota Maju",
        "renstra_awal": "2030",
        "renstra_akhir": "2034",
        **{key: filled[key] for key in filled if key.startswith(("rumus_", "batas_", "skala_duk"))},
    }
    held = [name for name, rows in year.tables.items() if rows]
    assert set(held) == {"identitas", "narasi", "skala_predikat"}
    assert not any(row.teks for row in year[Narasi])
    gaps = list_gaps(year)
    assert has_compulsory_gap(gaps)
    blank = {gap.berkas for gap in gaps if gap.wajib}
    assert {"2031/iku.csv", "2031/program.csv", "2031/narasi.csv"} <= blank


def test_the_example_is_filled(capsys, folder):
    code, said = init(capsys, folder, "--contoh")
    assert code == 0 and "lkjip build --tahun 2024" in said
    year, problems = inspect_year(2024, folder / "data")
    assert problems == [] and not has_compulsory_gap(list_gaps(year))


def test_the_example_takes_no_unit(capsys, folder):
    code, said = init(capsys, folder, "--contoh", "--unit", "Dinas Lain")
    assert code == 2 and "jadi --unit tidak dapat dipakai" in said and not folder.exists()


def test_a_new_unit_gets_no_text_of_the_example(capsys, folder):
    init(capsys, folder, *CALL, *YEARS)
    written = b"\n".join(tree(folder).values()).decode("utf-8", errors="ignore")
    cells = {
        cell.strip('"')
        for content in example_files().values()
        for line in content.decode("utf-8-sig").splitlines()[1:]
        for cell in line.split(";")
    }
    ours = {cell for cell in cells if len(cell) > 25 and not cell.startswith("Permen")}
    assert len(ours) > 200
    assert [cell for cell in ours if cell in written] == []


@pytest.mark.parametrize("name", ["iku.csv", RECORD, ".gitignore"])
def test_nothing_is_written_over(capsys, folder, name):
    folder.mkdir()
    (folder / name).write_text("milik saya", encoding="utf-8")
    before = tree(folder)
    code, said = init(capsys, folder, *CALL, *YEARS)
    assert code == 2 and name in said
    assert "tidak kosong" in said and "lkjip init --perbarui" in said
    assert tree(folder) == before


def test_a_filled_folder_is_refused_before_anything_is_asked(capsys, tmp_path, monkeypatch):
    (tmp_path / "x").touch()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    code, said = init(capsys, tmp_path)
    assert code == 2 and "tidak kosong" in said and ": " in said
    with pytest.raises(CallError, match="tidak kosong"):
        create_project(tmp_path, None)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_an_environment_may_lie_there_already(capsys, folder, monkeypatch):
    """The way of a newcomer: a folder, ``.venv`` in it, then ``lkjip init``."""
    (folder / ".venv").mkdir(parents=True)
    monkeypatch.chdir(folder)
    code, _ = init(capsys, *CALL, *YEARS)
    assert code == 0 and paths.is_project(folder) and (folder / ".venv").is_dir()


def test_a_file_of_that_name(capsys, folder):
    folder.write_text("", encoding="utf-8")
    code, said = init(capsys, folder, "--contoh")
    assert code == 2 and "tidak kosong, jadi tidak ditimpa" in said


@pytest.mark.parametrize("given", [(), CALL[:2], YEARS])
def test_without_a_terminal_the_missing_options_are_named(capsys, folder, given):
    code, said = init(capsys, folder, *given)
    assert code == 2 and not folder.exists()
    for option in ("--unit", "--tahun", "--renstra"):
        assert (option in said.splitlines()[0]) is (option not in given)
    assert "--contoh" in said


def test_the_terminal_is_asked_until_the_answer_can_be_read(capsys, folder, monkeypatch):
    answers = iter(["  ", "Dinas  Uji", "", "dua ribu", "2031", "2034-2030", "2030-2034"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(answers))
    code, said = init(capsys, folder)
    assert code == 0
    assert asked[0] == "Nama lengkap unit, misalnya Kecamatan Contoh: "
    for word in ("tidak boleh kosong", "'dua ribu' bukan tahun", "'2034-2030' bukan periode"):
        assert word in said
    year, _ = inspect_year(2031, folder / "data")
    assert year.identitas.nama_unit == "Dinas Uji"
    assert year.identitas.pemerintah_daerah == ""
    assert year.identitas.jabatan_kepala == "Kepala Dinas Uji"


@pytest.mark.parametrize("tahun", ["2029", "2035"])
def test_a_year_outside_the_renstra_is_refused(capsys, folder, tahun):
    code, said = init(capsys, folder, *CALL, "--tahun", tahun, "--renstra", "2030-2034")
    assert code == 2 and "di luar periode Renstra 2030-2034" in said and not folder.exists()


def test_a_terminal_that_closes_leaves_nothing(capsys, folder, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    code, said = init(capsys, folder)
    assert code == 2 and "tidak ada yang dibuat" in said and not folder.exists()


@pytest.mark.parametrize(
    "name", ["_quarto.yml", "index.qmd", "_extensions/lkjip/x.lua", "_extensions/lkjip/html/x.css"]
)
def test_line_ends_are_no_edits(name):
    lines = b"a: 1\nb\n"
    assert mark(name, lines) == mark(name, lines.replace(b"\n", b"\r\n"))
    assert mark(name, lines) != mark(name, lines + b"c\n")
    assert mark("x.woff2", b"\0\r\n") != mark("x.woff2", b"\0\n")


def test_an_init_that_was_broken_off_is_named_as_one(capsys, folder, monkeypatch):
    rename = Path.rename

    def killed_at(path, target):
        if path.name == "report":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", killed_at)
    with pytest.raises(KeyboardInterrupt):
        create_project(folder, None)
    monkeypatch.undo()
    assert not paths.is_project(folder)
    (folder / "punya.txt").write_text("saya", encoding="utf-8")
    before = tree(folder)
    code, said = init(capsys, folder, "--contoh")
    assert code == 2 and "terputus" in said and "hapus foldernya" in said
    assert tree(folder) == before
