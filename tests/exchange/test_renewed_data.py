"""Data folders of older versions come to today's form: shown first, once and for all, none lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from unit_kecil import copy_unit, edit

from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.cli import main
from lkjip_analysis.data import skema
from lkjip_analysis.exceptions import CallError, DataError
from lkjip_analysis.exchange.renewed_data import plan_renewal
from lkjip_analysis.results import load_results

OLD = """id_temuan;berkas;baris;kolom;alasan;oleh
k05;program.csv;;;"Lelang gagal; memang nol";Penyusun
K05;2024/program.csv;4;realisasi;Lihat berita acara;Camat
K01;iku.csv;7;target;Sudah diperbaiki;
"""
"""As the version before skema 2 wrote it: rules and places, some of them blank."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a small unit of the older form, with findings that its acknowledgements meet."""
    root = copy_unit(tmp_path)
    program = root / "2024" / "program.csv"
    head, *rows = program.read_text(encoding="utf-8").splitlines()
    at = head.split(";").index("realisasi")
    for n, row in enumerate(rows):
        cells = row.split(";")
        cells[at] = "0" if cells[at] else ""
        rows[n] = ";".join(cells)
    program.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    (root / "2024" / "pengakuan.csv").write_text(OLD, encoding="utf-8")
    (root / "2023" / "pengakuan.csv").write_text(OLD.splitlines()[0] + "\n", encoding="utf-8")
    return root


def k05(root: Path) -> list[Finding]:
    return [f for f in run_checks(load_results(2024, root)) if f.id == "K05"]


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def without_acknowledgements(root: Path) -> list[dict[str, object]]:
    """Compute the figures as the older version did: acknowledgements decide about none."""
    held = {path: path.read_bytes() for path in root.glob("*/pengakuan.csv")}
    for path in held:
        path.unlink()
    records = load_results(2024, root).as_records()
    for path, content in held.items():
        path.write_bytes(content)
    return records


def test_an_older_folder_is_refused_with_the_remedy(root: Path) -> None:
    with pytest.raises(CallError, match=r"berbentuk lama .skema 1; program ini membaca skema 4"):
        load_results(2024, root)
    (root / skema.FILE).write_text("1\n")
    with pytest.raises(CallError, match="jalankan lkjip mutakhirkan --data"):
        load_results(2024, root)


def test_a_year_from_an_older_copy_in_a_folder_of_today(root: Path) -> None:
    (root / skema.FILE).write_bytes(skema.CONTENT)
    with pytest.raises(CallError, match=r"berbentuk lama .skema 1; .*\n.*lkjip mutakhirkan"):
        load_results(2024, root)
    plan_renewal(root).apply()
    assert all(finding.diakui for finding in k05(root))


def test_an_older_file_in_a_folder_that_is_no_year_is_nobodys(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    (root / "cadangan").mkdir()
    (root / "cadangan" / "pengakuan.csv").write_text(OLD, encoding="utf-8")
    assert skema.version_of(root) == skema.SKEMA


def test_an_older_file_that_cannot_be_read_is_told_before_anything_is_written(root: Path) -> None:
    (root / "2024" / "pengakuan.csv").write_text(f'{OLD}K05;program.csv;;;"Lelang;\n')
    before = contents(root)
    with pytest.raises(DataError, match="tanda kutip ganda dibuka tetapi tidak ditutup"):
        plan_renewal(root)
    assert contents(root) == before


def test_planning_changes_nothing_and_shows_all(root: Path) -> None:
    before = contents(root)
    plan = plan_renewal(root)
    assert contents(root) == before
    shown = "\n".join(plan.shown())
    assert "--- 2024/pengakuan.csv (lama)" in shown and "--- 2023/pengakuan.csv (lama)" in shown
    for line in OLD.splitlines():
        assert f"-{line}" in shown
    assert "tidak bertemu temuan apa pun, jadi tidak ikut: K01, iku.csv, 7, target, Sudah" in shown


def test_reasons_are_kept_one_for_each_finding(root: Path) -> None:
    figures = without_acknowledgements(root)
    kept = plan_renewal(root).apply()
    assert kept is not None
    assert (kept / "2024" / "pengakuan.csv").read_text(encoding="utf-8") == OLD
    findings = k05(root)
    assert len(findings) > 1
    told = {f.baris: f.pengakuan for f in findings if f.pengakuan}
    assert len(told) == len(findings)
    both = "Lelang gagal; memang nol; Lihat berita acara (Penyusun; Camat)"
    assert {f.baris: f.diakui for f in findings} == {
        f.baris: both
        if (f.baris, f.kolom) == (4, "realisasi")
        else "Lelang gagal; memang nol (Penyusun)"
        for f in findings
    }
    assert {known.berlaku for known in told.values()} == {"2024"}
    assert load_results(2024, root).as_records() == figures
    header = (root / "2023" / "pengakuan.csv").read_text(encoding="utf-8-sig")
    assert header.startswith("aturan;entitas;nilai")


def test_twice_is_once(root: Path) -> None:
    plan_renewal(root).apply()
    once = contents(root)
    again = plan_renewal(root)
    assert (again.after, list(again.shown())) == ({}, [])
    again.apply()
    assert contents(root) == once


def test_what_was_broken_off_is_finished_by_the_next_one(root: Path) -> None:
    whole = plan_renewal(root)
    (root / "2024" / "pengakuan.csv").write_bytes(whole.after["2024/pengakuan.csv"])
    plan_renewal(root).apply()
    assert {name: (root / name).read_bytes() for name in whole.after} == whole.after


def test_another_old_file_is_kept_beside_the_first(root: Path) -> None:
    plan_renewal(root).apply()
    (root / "2024" / "pengakuan.csv").write_text(OLD.replace("Camat", "Lain"), encoding="utf-8")
    kept = plan_renewal(root).apply()
    assert kept is not None
    names = sorted(path.name for path in (kept / "2024").iterdir())
    new = ["indikator_program.csv", "program.csv", "sasaran.csv"]
    assert names == sorted(["pengakuan.csv", "pengakuan.csv2", *new])


def test_a_folder_of_today_only_gets_its_version(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    plan_renewal(root).apply()
    (root / skema.FILE).unlink()
    plan = plan_renewal(root)
    assert plan.after == {skema.FILE: skema.CONTENT}


def of_skema_2(root: Path) -> Path:
    (root / skema.FILE).write_text("2\n")
    return root


def test_skema_3_and_4_add_blank_columns_and_no_figure_changes(tmp_path: Path) -> None:
    root = of_skema_2(copy_unit(tmp_path))
    with pytest.raises(CallError, match=r"berbentuk lama .skema 2; program ini membaca skema 4"):
        load_results(2024, root)
    (root / skema.FILE).unlink()
    figures = load_results(2024, root).as_records()
    plan = plan_renewal(of_skema_2(root))
    tables = [f"{year}/{name}.csv" for year in (2022, 2023, 2024)
              for name in ("indikator_program", "program", "sasaran")]  # fmt: skip
    there = [name for name in tables if (root / name).exists()]
    assert sorted(plan.after) == sorted([skema.FILE, *there])
    plan.apply()
    assert load_results(2024, root).as_records() == figures
    head, *rows = (root / "2024" / "sasaran.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head == "kode_sasaran;tujuan;sasaran;kode_tujuan"
    assert rows[0] == "S1;Meningkatkan akuntabilitas;Meningkatnya akuntabilitas kinerja;"
    head = (root / "2024" / "indikator_program.csv").read_text(encoding="utf-8-sig").split("\n")[0]
    assert head.endswith(";keterangan;skala;target_predikat;realisasi_predikat")
    head = (root / "2024" / "program.csv").read_text(encoding="utf-8-sig").split("\n")[0]
    assert head.endswith(";serapan_dilaporkan;catatan;kode_nomenklatur")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kode_sasaran,tujuan,sasaran\r\nS1,A,\"b, c\"\r\n",
         'kode_sasaran,tujuan,sasaran,kode_tujuan\nS1,A,"b, c",\n'),
        ("sep=;\nkode_sasaran;tujuan;sasaran;;\n\nS1;-;'=b\n",
         "sep=;;;;;\nkode_sasaran;tujuan;sasaran;;;kode_tujuan\n;;;;;\nS1;-;'=b;;;\n"),
        ('kode_sasaran;tujuan;sasaran\nS1;"a\nb";"""c"""\n',
         'kode_sasaran;tujuan;sasaran;kode_tujuan\nS1;"a\nb";"""c""";\n'),
        ("Kode_Sasaran;KODE_TUJUAN;tujuan;sasaran\nS1;T1;a;b\n",
         "Kode_Sasaran;KODE_TUJUAN;tujuan;sasaran\nS1;T1;a;b\n"),
    ],
)  # fmt: skip
def test_skema_3_touches_no_cell(tmp_path: Path, old: str, new: str) -> None:
    root = of_skema_2(copy_unit(tmp_path))
    path = root / "2022" / "sasaran.csv"
    path.write_text(old, encoding="utf-8", newline="")
    for _ in "twice":
        plan_renewal(root).apply()
        assert path.read_text(encoding="utf-8-sig") == new


def test_skema_3_takes_no_cell_too_many_for_one_of_the_new_columns(tmp_path: Path) -> None:
    root = of_skema_2(copy_unit(tmp_path))
    path = root / "2022" / "sasaran.csv"
    path.write_text("kode_sasaran;tujuan;sasaran\nS1;a;b;lebih\n", encoding="utf-8")
    plan_renewal(root).apply()
    assert path.read_text(encoding="utf-8-sig").endswith("\nS1;a;b;;lebih\n")
    with pytest.raises(DataError, match="baris berisi 5 sel, padahal judul kolom hanya 4"):
        load_results(2024, root)


def test_a_file_that_cannot_be_read_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    root = of_skema_2(copy_unit(tmp_path))
    path = root / "2022" / "sasaran.csv"
    path.write_bytes(b"kode_sasaran;tujuan;sasaran\nS1;\xff;b\n")
    assert "2022/sasaran.csv" not in plan_renewal(root).after


def test_a_newer_folder_is_refused_with_the_remedy(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    (root / skema.FILE).write_text(f"{skema.SKEMA + 1}\n")
    for ask in (lambda: load_results(2024, root), lambda: plan_renewal(root)):
        with pytest.raises(CallError, match=r"program yang lebih baru(.|\n)*pasang versi program"):
            ask()


@pytest.mark.parametrize("text", ["", "dua", "2.0", "٢"])
def test_an_unreadable_version(tmp_path: Path, text: str) -> None:
    root = copy_unit(tmp_path)
    (root / skema.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(CallError, match="isinya harus satu bilangan"):
        load_results(2024, root)


def test_a_folder_of_several_units_is_none(tmp_path: Path) -> None:
    copy_unit(tmp_path)
    with pytest.raises(CallError, match="sebut folder data satu unit"):
        plan_renewal(tmp_path)


def test_data_that_cannot_be_read_are_told_and_left_alone(root: Path) -> None:
    edit(root, "2024/identitas.csv", "tempat;Contoh\n", "")
    before = contents(root)
    with pytest.raises(DataError, match="tempat"):
        plan_renewal(root)
    assert contents(root) == before


def answer(text: str) -> Callable[[str], str]:
    return lambda prompt: text


@pytest.mark.parametrize(
    ("options", "typed", "done"),
    [([], None, False), ([], "tidak", False), ([], "ya", True), (["--terapkan"], None, True)],
)
def test_the_command_asks_before_it_writes(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    typed: str | None,
    done: bool,
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: typed is not None, raising=False)
    monkeypatch.setattr("builtins.input", answer(typed or ""))
    before = contents(root)
    assert main(["mutakhirkan", "--data", str(root), *options]) == 0
    said = capsys.readouterr().out
    assert "+K05;" in said
    assert (contents(root) != before) is done
    assert ("Belum ada yang diubah" in said, "disimpan di" in said) == (not done, done)
    if done:
        assert main(["mutakhirkan", "--data", str(root)]) == 0
        assert "sudah berbentuk terbaru" in capsys.readouterr().out
