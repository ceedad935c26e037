"""``lkjip`` alone: what is filled, what is missing, what to type; quick, and true to the files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from faults import put, text_of
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis import paths
from lkjip_analysis.building.holding import RECORD
from lkjip_analysis.cli import main
from lkjip_analysis.data.content import digest, hash_data
from lkjip_analysis.overview import read_facts, say_project


def blank(root: Path, file: str, kolom: str) -> None:
    head, *rows = text_of(root, file).splitlines()
    place = head.split(";").index(kolom)
    cells = [row.split(";") for row in rows]
    lines = [";".join([*row[:place], "", *row[place + 1 :]]) for row in cells]
    put(root, file, "\n".join([head, *lines]) + "\n")


def half_filled(root: Path) -> None:
    blank(root, "2024/iku.csv", "realisasi")
    blank(root, "2024/narasi.csv", "teks")
    (root / "2024/tugas.csv").unlink()
    put(root, "2024/sasaran.csv", text_of(root, "2024/sasaran.csv").splitlines()[0] + "\n")
    put(root, "2024/program.csv", b"PK\x03\x04")
    lines = text_of(root, "2024/identitas.csv").splitlines()
    put(
        root,
        "2024/identitas.csv",
        "\n".join(line for line in lines if not line.startswith("nama_kepala")),
    )


CASES = {
    "lengkap": lambda root: None,
    "setengah": half_filled,
    "hanya-riwayat": lambda root: (root / "2024/identitas.csv").unlink(),
    "kosong": lambda root: [path.rename(root.parent / path.name) for path in root.glob("2*")],
    "tidak-ada": lambda root: root.rename(root.parent / "lain"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said(
    case: str,
    unit_kecil: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    snapshot: SnapshotAssertion,
) -> None:
    CASES[case](unit_kecil)
    monkeypatch.setenv("LKJIP_DATA", str(unit_kecil))
    assert main([]) == 0
    assert capsys.readouterr().out.replace(str(unit_kecil), "DATA") == snapshot


@pytest.mark.parametrize(
    ("changed", "said"), [(None, "belum dibuat"), (False, "sesuai data"), (True, "datanya berubah")]
)
@pytest.mark.parametrize("folder", ["", "dinas"])
def test_the_report_is_compared_with_the_data(
    folder: str,
    changed: bool | None,
    said: str,
    unit_kecil: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LKJIP_DATA", str(unit_kecil))
    monkeypatch.setattr(paths, "OUTPUT", unit_kecil.parent / "output")
    if changed is not None:
        made = paths.OUTPUT / folder / "2024" / "hasil.json"
        made.parent.mkdir(parents=True)
        made.write_text("[]")
        mark = digest(hash_data(unit_kecil, 2024))
        holding = {"unit": "", "tahun": 2024, "data": os.path.relpath(unit_kecil, made.parent)}
        (made.parent / RECORD).write_text(json.dumps(holding | {"sidik_data": mark}))
        if changed:
            blank(unit_kecil, "2024/iku.csv", "catatan")
        for path in unit_kecil.rglob("*.csv"):  # a copied folder has other times
            os.utime(path)
    assert main([]) == 0
    assert said in capsys.readouterr().out


def test_a_format_left_behind_is_told(
    unit_kecil: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LKJIP_DATA", str(unit_kecil))
    monkeypatch.setattr(paths, "OUTPUT", unit_kecil.parent / "output")
    place = paths.OUTPUT / "2024"
    place.mkdir(parents=True)
    (place / "hasil.json").write_text("[]")
    holding = {"unit": "", "tahun": 2024, "data": os.path.relpath(unit_kecil, place)}
    holding["sidik_data"] = digest(hash_data(unit_kecil, 2024))
    for pdf, told in (("a", False), ("b", True)):
        made_from = {"dibuat_dari": {"html": "a", "pdf": pdf}}
        (place / RECORD).write_text(json.dumps(holding | made_from))
        assert main([]) == 0
        out = capsys.readouterr().out
        assert ("lebih tua daripada yang lain" in out) is told
        assert ("lkjip build" in out) is told


def test_it_starts_light() -> None:
    code = (
        "import sys; from lkjip_analysis.cli import main; main([]); print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")


def test_columns_of_facts_may_stand_in_any_order(unit_kecil: Path) -> None:
    rows = [
        line.split(";") for line in text_of(unit_kecil, "2024/identitas.csv").splitlines() if line
    ]
    put(unit_kecil, "2024/identitas.csv", "\n".join(f"{row[1]};{row[0]}" for row in rows))
    assert read_facts(unit_kecil, 2024)["nama_unit"] == dict(row[:2] for row in rows)["nama_unit"]


@pytest.mark.parametrize("own", [True, False])
def test_a_copied_environment_is_told(
    own: bool, unit_kecil: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its ``lkjip`` runs the program of the folder that it was copied from."""
    project = unit_kecil.parent
    (project / ".venv").mkdir()
    monkeypatch.setattr(paths, "PROJECT", project)
    if own:
        monkeypatch.setattr(sys, "prefix", str(project / ".venv"))
    say_project(unit_kecil, 2024)
    assert ("hapus .venv di sini" in capsys.readouterr().err) is not own
