"""The commands as they are typed: words, exit codes, and never a traceback."""

import csv
import io
import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from unit_kecil import edit

from lkjip_analysis import cli
from lkjip_analysis.checks.causes import is_truncated
from lkjip_analysis.cli import choose_year, main, make_parser
from lkjip_analysis.exceptions import CallError


def run(capsys, *words: object) -> tuple[int, str, str]:
    """Call the command line; give exit code, output and complaints."""
    try:
        code = main([str(word) for word in words])
    except SystemExit as left:
        code = int(left.code or 0)
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


@pytest.mark.parametrize("command", ["", "build", "check", "new-year", "results", "diff", "batch"])
def test_help_is_indonesian(capsys, command):
    code, out, _ = run(capsys, *([command] if command else []), "--help")
    assert code == 0
    assert "pemakaian: lkjip" in out and "tampilkan bantuan ini" in out
    assert not {"usage:", "options:", "show this help"} & set(out.splitlines())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bild"], "Maksud Anda 'build'?"),
        (["cek"], "Maksud Anda 'check'?"),
        (["new-year"], "masih perlu diisi: TAHUN"),
        (["check", "2024"], "Maksud Anda '--tahun 2024'?"),
        (["--tahun", "2024", "check"], "Perintah ditulis paling depan"),
        (["build", "--tahun", "20x4"], "bukan tahun empat angka"),
        (["build", "--tahun", "2024", "--format", "pfd"], "Maksud Anda 'pdf'?"),
        (
            ["check", "--tahun", "2024", "--formt", "json"],
            "tidak dikenal: --formt json. Maksud Anda '--format'?",
        ),
        (["build", "--tahun", "1999"], "Tidak ada data untuk tahun 1999"),
        (["diff", "2024", "entah"], "'entah' bukan tahun"),
        (["new-year", "2024"], "Data tahun 2024 sudah ada"),
        (
            ["preview", "--tahun", "2024", "--data", "/tidak/ada"],
            "Folder data tidak ada: /tidak/ada",
        ),
        (["init", "x", "--contoh", "--perbarui"], "--perbarui: tidak dapat bersama --contoh"),
    ],
)
def test_a_wrong_call_leaves_with_2(capsys, unit_kecil, monkeypatch, words, said):
    monkeypatch.setenv("LKJIP_DATA", str(unit_kecil))
    code, _, err = run(capsys, *words)
    assert code == 2
    assert said in err


COMMANDS = ("build", "preview", "batch", "check", "new-year", "results", "diff")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_unknown_option_is_said_by_its_command(capsys, command):
    words = {"new-year": ["2025"], "diff": ["a", "b"], "batch": ["x"]}.get(command, [])
    code, _, err = run(capsys, *([command] if command else []), *words, "--hlep")
    assert code == 2
    assert f"lkjip {command}".strip() + ": salah panggil: tidak dikenal: --hlep" in err
    assert "Maksud Anda '--help'?" in err


def test_version(capsys):
    code, out, _ = run(capsys, "--version")
    assert code == 0 and re.fullmatch(r"lkjip \d+\.\d+\.\d+\n", out)


def test_the_newest_year_with_data_is_taken_and_said(capsys, unit_kecil):
    said = "yang terbaru di data (tahun lain: --tahun).\n"
    (unit_kecil / "2026").mkdir()  # nothing in it
    named = run(capsys, "results", "--tahun", 2024, "--data", unit_kecil)
    code, out, err = run(capsys, "results", "--data", unit_kecil)
    assert (code, out) == named[:2] and err == f"Tahun 2024: {said}"
    run(capsys, "new-year", 2025, "--data", unit_kecil)
    _, out, err = run(capsys, "check", "--data", unit_kecil)
    assert err == f"Tahun 2025: {said}" and "2025/iku.csv" in out
    code, _, err = run(capsys, "build", "--data", unit_kecil / "2024")
    assert code == 2 and "tidak berisi folder tahun" in err


def test_the_newest_year_of_many_units(capsys, tmp_path, unit_kecil):
    shutil.copytree(unit_kecil, tmp_path / "banyak" / "satu")
    (tmp_path / "banyak" / "dua" / "2023").mkdir(parents=True)
    args = make_parser().parse_args(["batch", str(tmp_path / "banyak")])
    choose_year(args)
    assert args.tahun == 2024


@pytest.mark.parametrize(
    "folder",
    ["~nosuch", "~nosuch/data", "", "   ", pytest.param("a" * 3000, id="panjang"), "/dev/null"],
)
@pytest.mark.parametrize("command", ["build", "check", "results", "new-year"])
def test_impossible_folders(capsys, command, folder):
    words = ["2031"] if command == "new-year" else ["--tahun", "2031"]
    code, _, err = run(capsys, command, *words, "--data", folder)
    assert code and any(word in err for word in ("Folder", "Tidak ada", "terlalu panjang"))


@pytest.mark.parametrize(
    "words",
    [["init"], ["init", "--perbarui"], ["build", "--output"], ["batch"], ["check", "--proyek"]],
)
def test_somebody_elses_home_that_is_not_there(capsys, unit_kecil, monkeypatch, words):
    monkeypatch.setenv("LKJIP_DATA", str(unit_kecil))
    code, _, err = run(capsys, *words, "~nosuch/folder")
    assert code == 2 and "tidak ada pemakai bernama itu" in err
    assert not Path("~nosuch").exists()


@pytest.mark.parametrize("clock", ["abc", "1e9", "-5", " 5", "²", "9" * 99])
def test_a_clock_that_is_none(capsys, unit_kecil, monkeypatch, clock):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", clock)
    code, _, err = run(capsys, "build", "--tahun", 2024, "--data", unit_kecil)
    assert code == 2 and "SOURCE_DATE_EPOCH berisi" in err and "unset" in err


@pytest.mark.parametrize("words", [["check", "--tahun"], ["batch", "x", "--jobs"]])
@pytest.mark.parametrize("number", ["²", "٢٠٢٤", "9" * 99, "-1", "1e3", ""])
def test_odd_numbers(capsys, words, number):
    code, _, err = run(capsys, *words, number)
    assert code == 2 and ("bukan" in err or "perlu satu nilai" in err)


def test_a_fault_of_the_program_keeps_its_traceback_apart(capsys, unit_kecil, monkeypatch):
    monkeypatch.setitem(cli.COMMANDS, "check", lambda args: 1 // 0)
    monkeypatch.setattr("tempfile.tempdir", str(unit_kecil))
    code, _, err = run(capsys, "check", "--tahun", 2024, "--data", unit_kecil)
    assert code == 70
    assert "Kesalahan di dalam program ini sendiri: ZeroDivisionError" in err
    (kept,) = unit_kecil.glob("lkjip-galat-*.txt")
    assert str(kept) in err and "Traceback" in kept.read_text(encoding="utf-8")


def test_remedies_repeat_the_options(capsys, unit_kecil):
    _, _, err = run(capsys, "check", "--tahun", 2031, "--data", unit_kecil)
    assert f"'lkjip new-year 2031 --data \"{unit_kecil}\"'" in err
    _, _, err = run(capsys, "new-year", 2026, "--from", 2026, "--data", unit_kecil)
    assert f'--data "{unit_kecil}"' in err or "tahun yang ada" in err


def test_a_fault_in_the_data_leaves_with_1(capsys, unit_kecil):
    path = next(iter(sorted((unit_kecil / "2024").glob("iku.csv"))))
    header = path.read_text(encoding="utf-8").split("\n", 1)[0]
    edit(unit_kecil, "2024/iku.csv", header, header.replace("target;", "targt;", 1))
    for command in ("check", "results", "build"):
        code, out, err = run(capsys, command, "--tahun", 2024, "--data", unit_kecil)
        assert code == 1
        assert 'maksud Anda "target"?' in out + err
    code, out, _ = run(capsys, "check", "--tahun", 2024, "--data", unit_kecil, "--format", "json")
    assert code == 1
    assert json.loads(out)["masalah"][0]["kolom"] == "targt"


def test_results_as_json_and_csv_hold_the_same_figures(capsys, unit_kecil):
    _, as_json, _ = run(capsys, "results", "--tahun", 2024, "--data", unit_kecil)
    _, as_csv, _ = run(capsys, "results", "--tahun", 2024, "--data", unit_kecil, "--format", "csv")
    records = json.loads(as_json)
    rows = list(csv.DictReader(io.StringIO(as_csv.lstrip("\ufeff")), delimiter=";"))
    assert [row["kunci"] for row in rows] == [record["kunci"] for record in records]


def test_new_year_then_check_name_the_same_gaps(capsys, unit_kecil):
    code, made, _ = run(capsys, "new-year", 2025, "--data", unit_kecil)
    assert code == 0 and "dari data 2024" in made.splitlines()[0]
    code, checked, _ = run(capsys, "check", "--tahun", 2025, "--data", unit_kecil)
    assert code == 1
    wanted = [line for line in made.splitlines() if line.startswith("    ")]
    assert wanted and set(wanted) <= set(checked.splitlines())
    code, _, err = run(capsys, "new-year", 2025, "--data", unit_kecil)
    assert code == 2
    assert "2025" in err


def test_diff_of_a_year_with_itself_is_empty(capsys, unit_kecil):
    _, out, _ = run(capsys, "diff", unit_kecil / "2024", unit_kecil / "2024")
    assert "Tidak ada angka yang berbeda" in out


def test_a_file_that_a_year_has_not_got_counts_as_none_not_as_0(capsys, unit_kecil):
    _, out, _ = run(capsys, "diff", unit_kecil / "2022", unit_kecil / "2024", "--format", "json")
    changes = {change["kunci"]: change for change in json.loads(out)}
    assert changes["jumlah.program"]["lama"] == "–" and changes["jumlah.iku"]["lama"] == "2"


def test_diff_shows_what_one_cell_changes(capsys, unit_kecil, tmp_path, monkeypatch):
    code, out, _ = run(capsys, "results", "--tahun", 2024, "--data", unit_kecil)
    before = tmp_path / "hasil.json"
    before.write_text(out, encoding="utf-8")
    records = json.loads(out)
    key = next(r["kunci"] for r in records if r["kunci"].endswith(".realisasi") and r["nilai"])
    after = tmp_path / "baru.json"
    one = {"nilai": 1, "tampil": "Rp1.234.567.890"}
    changed = [r | one if r["kunci"] == key else r for r in records]
    after.write_text(json.dumps(changed), encoding="utf-8")
    code, out, _ = run(capsys, "diff", before, after, "--format", "json")
    assert code == 0
    assert [change["kunci"] for change in json.loads(out)] == [key]
    monkeypatch.setenv("COLUMNS", "40")
    _, out, _ = run(capsys, "diff", before, after)
    assert "1 angka berbeda: 1 berubah" in out and "realisasi" in out and "Rp1.234.567.890" in out
    assert "iku." not in out
    _, page, _ = run(capsys, "diff", before, after, "--format", "html")
    assert page.count("<tr><td>") == 1 and key in page


def test_no_colour_where_none_is_wanted(capsys, unit_kecil, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    _, out, _ = run(capsys, "check", "--tahun", 2024, "--data", unit_kecil)
    assert "\x1b[" not in out


def test_kernels_run_the_notebooks_where_they_are_asked_for(capsys, unit_kecil, monkeypatch):
    asked = []

    def build(request, progress):
        asked.append(request.engine)
        raise CallError("cukup")

    monkeypatch.setattr("lkjip_analysis.building.build.build", build)
    for words in ([], ["--kernel"]):
        run(capsys, "build", "--tahun", 2024, "--data", unit_kecil, *words)
    assert asked == [None, "kernel"]


def test_a_huge_pagu_is_no_crash():
    assert not is_truncated(Decimal("1.01"), Decimal(10) ** 30 / 3)
