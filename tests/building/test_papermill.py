"""papermill's own command: what goes wrong in a notebook of ours is one sentence, also in it."""

import json
import os
import subprocess
import sys
import tomllib

import pytest
from test_engine import write
from unit_here import PROJECT
from unit_kecil import copy_unit, set_cell

ONCE = "Ditemukan 1 masalah pada data:\n2024/iku.csv, baris 2, kolom target: "


@pytest.fixture
def papermill(tmp_path):
    """Call papermill, which finds the plugin that ``pyproject.toml`` declares."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (plugin,) = project["entry-points"]["papermill.engine"].items()
    about = tmp_path / "situs" / "lkjip_uji-1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: lkjip-uji\nVersion: 1\n")
    (about / "entry_points.txt").write_text(f"[papermill.engine]\n{plugin[0]} = {plugin[1]}\n")

    def call(data, tahun):
        source = f"import lkjip_analysis as lk\nlk.buka(tahun, {str(data)!r})"
        files = [str(write(tmp_path / "buku.ipynb", source)), str(tmp_path / "hasil.ipynb")]
        done = subprocess.run(
            [sys.executable, "-m", "papermill", *files, "-p", "tahun", tahun],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": f"{PROJECT}{os.pathsep}{about.parent}"},
            capture_output=True,
            text=True,
        )
        cells = json.loads((tmp_path / "hasil.ipynb").read_text(encoding="utf-8"))["cells"]
        shown = [output for cell in cells for output in cell.get("outputs", ())]
        return done.returncode, done.stderr, [one.get("traceback") for one in shown], len(cells)

    return call


@pytest.mark.parametrize(
    ("tahun", "target", "said"),
    [
        ("dua", "80", 'buka: "dua" bukan tahun (misalnya 2024) dan bukan folder yang ada: '),
        ("2024", "delapan puluh", ONCE),
    ],
)
def test_a_fault_is_said_alone(papermill, tmp_path, tahun, target, said):
    data = copy_unit(tmp_path)
    set_cell(data, "2024/iku.csv", 2, "target", target)
    code, printed, shown, cells = papermill(data, tahun)
    assert code == 1
    # a kernel may complain of being stopped while it ends, whatever it ran
    assert not any(
        words in printed for words in ("papermill/", "PapermillExecutionError", "lk.buka")
    )
    ((sentence,),) = shown
    assert sentence.startswith(said) and sentence in printed
    assert cells == 3, "papermill's English mark stands in the notebook"
