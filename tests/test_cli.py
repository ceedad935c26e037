"""The commands as they are typed: words, exit codes, and never a traceback."""

import csv
import io
import json
from decimal import Decimal

import pytest
from unit_kecil import edit

from lkjip_analysis import paths
from lkjip_analysis.checks.causes import is_truncated
from lkjip_analysis.cli import main


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
        (["check"], "masih perlu diisi: --tahun"),
        (["build", "--tahun", "20x4"], "bukan tahun empat angka"),
        (["build", "--tahun", "2024", "--format", "pfd"], "Maksud Anda 'pdf'?"),
        (["check", "--tahun", "2024", "--formt", "json"], "tidak dikenal: --formt"),
        (["build", "--tahun", "1999"], "Tidak ada data untuk tahun 1999"),
        (["diff", "2024", "entah"], "'entah' bukan tahun"),
        (["new-year", "2024"], "Data tahun 2024 sudah ada"),
    ],
)
def test_a_wrong_call_leaves_with_2(capsys, unit_kecil, monkeypatch, words, said):
    monkeypatch.setenv("LKJIP_DATA", str(unit_kecil))
    code, _, err = run(capsys, *words)
    assert code == 2
    assert said in err


def test_build_takes_the_default_year_and_says_so(capsys, tmp_path, unit_kecil, monkeypatch):
    monkeypatch.setattr(paths, "PROJECT", tmp_path)
    quarto = tmp_path / "_quarto.yml"
    quarto.write_text("lkjip:\n  tahun-bawaan: 1999 # dahulu\n  draf: false\n", encoding="utf-8")
    code, out, err = run(capsys, "build", "--data", unit_kecil)
    first, second = out.splitlines()
    assert code == 2 and second == "Tahun laporan: 1999 (tahun-bawaan di _quarto.yml)."
    assert first == f"Proyek {tmp_path}: unit belum bernama, data {unit_kecil / '1999'}"
    assert "Tidak ada data untuk tahun 1999" in err
    _, out, err = run(capsys, "build", "--tahun", 1998, "--data", unit_kecil)
    assert out.startswith(f"Proyek {tmp_path}: ") and out.count("\n") == 1
    assert "Tidak ada data untuk tahun 1998" in err
    quarto.write_text("lkjip:\n  draf: false\n", encoding="utf-8")
    code, out, err = run(capsys, "build", "--data", unit_kecil)
    assert (code, out) == (2, "")
    assert "tidak mempunyai tahun bawaan" in err and "beri --tahun" in err


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
    assert code == 0
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


def test_diff_shows_what_one_cell_changes(capsys, unit_kecil, tmp_path):
    code, out, _ = run(capsys, "results", "--tahun", 2024, "--data", unit_kecil)
    before = tmp_path / "hasil.json"
    before.write_text(out, encoding="utf-8")
    records = json.loads(out)
    key = next(r["kunci"] for r in records if r["kunci"].endswith(".realisasi") and r["nilai"])
    after = tmp_path / "baru.json"
    changed = [r | {"nilai": 1, "tampil": "1"} if r["kunci"] == key else r for r in records]
    after.write_text(json.dumps(changed), encoding="utf-8")
    code, out, _ = run(capsys, "diff", before, after, "--format", "json")
    assert code == 0
    assert [change["kunci"] for change in json.loads(out)] == [key]
    _, page, _ = run(capsys, "diff", before, after, "--format", "html")
    assert page.count("<tr><td>") == 1 and key in page


def test_no_colour_where_none_is_wanted(capsys, unit_kecil, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    _, out, _ = run(capsys, "check", "--tahun", 2024, "--data", unit_kecil)
    assert "\x1b[" not in out


def test_a_huge_pagu_is_no_crash():
    assert not is_truncated(Decimal("1.01"), Decimal(10) ** 30 / 3)
