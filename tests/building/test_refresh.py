"""What is committed but generated: made anew in one go, moved to another year, its changes told."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from unit_kecil import SOURCE

from lkjip_analysis import paths
from lkjip_analysis.building.notebooks import KERNEL, list_notebooks
from lkjip_analysis.building.refresh import with_pixels, with_year
from lkjip_analysis.default_year import default_year

PARAMETERS = 'tahun: int = 2024  # Tahun laporan kinerja\ndata: str = ""'


def notebook(*cells, tags=()):
    """A notebook's text: code cells as (source, outputs)."""
    made = [
        {
            "cell_type": "code",
            "execution_count": 1,
            "id": f"sel-{number}",
            "metadata": {"tags": list(tags)} if number == 0 and tags else {},
            "outputs": outputs,
            "source": source,
        }
        for number, (source, outputs) in enumerate(cells)
    ]
    whole = {"cells": made, "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole)


def shows(text):
    data = {"text/plain": text}
    return [{"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": data}]


def test_the_year_moves_in_the_cell_of_parameters_only():
    before = notebook((PARAMETERS, []), ("tahun = 2024", []), tags=["parameters"])
    sources = ["".join(c["source"]) for c in json.loads(with_year(before, 2025))["cells"]]
    assert sources == [PARAMETERS.replace("2024", "2025"), "tahun = 2024"]
    assert with_year(before, 2024) == before


@pytest.fixture
def project(tmp_path):
    """A project of its own with the package, the tiny unit in two years, and two notebooks."""
    for name in ("lkjip_analysis", "_quarto.yml"):
        source = paths.PROJECT / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, tmp_path / name)
    quarto = tmp_path / "_quarto.yml"
    text = quarto.read_text(encoding="utf-8")
    quarto.write_text(text.replace(str(default_year()), "2024"), encoding="utf-8")
    data = Path(shutil.copytree(SOURCE, tmp_path / "data"))
    shutil.copytree(data / "2024", data / "2025")
    (tmp_path / "docs").mkdir()
    folder = tmp_path / "notebooks"
    folder.mkdir()
    load = ("from lkjip_analysis.results import load_results\nhasil = load_results(tahun)", [])
    cells = {
        "satu": (load, ('#| label: kalimat\nf"{hasil.tahun}"', shows("'2024'"))),
        "tiga": (("#| label: tetap\n1 + 1", shows("2")),),
    }
    for name, rest in cells.items():
        text = notebook((PARAMETERS, []), *rest, tags=["parameters"])
        (folder / f"{name}.ipynb").write_text(text, encoding="utf-8")
    return tmp_path


def refresh(project, *words):
    command = [sys.executable, "-m", "lkjip_analysis.building.refresh", *words]
    env = {**os.environ, "PYTHONPATH": str(project)}
    return subprocess.run(
        command, cwd=project, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def files(project):
    return {
        path: path.read_bytes()
        for path in sorted(project.rglob("*"))
        if path.is_file() and "lkjip_analysis" not in path.relative_to(project).parts
    }


def test_the_default_year_moves_with_all_that_follows_it(project):
    done = refresh(project, "--tahun", "2025")
    assert done.returncode == 0, done.stderr
    assert re.sub(r"ipynb: \d+", "ipynb: n", done.stdout).splitlines() == [
        "_variables.yml: baru",
        "data/README.md: baru",
        "docs/kunci.md: baru",
        "docs/rumus.md: baru",
        "docs/temuan-2025.md: baru",
        "docs/aturan-pemeriksaan.md: baru",
        "notebooks/satu.ipynb: n baris berubah",
        "notebooks/tiga.ipynb: n baris berubah",
        "_quarto.yml: 1 baris berubah",
    ]
    config = yaml.safe_load((project / "_quarto.yml").read_text(encoding="utf-8"))
    assert config["lkjip"]["tahun-bawaan"] == 2025
    assert "tahun: '2025'" in (project / "_variables.yml").read_text(encoding="utf-8")
    for name in ("satu", "tiga"):
        stored = json.loads((project / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
        assert "".join(stored["cells"][0]["source"]) == PARAMETERS.replace("2024", "2025")
        assert len(stored["cells"]) == (3 if name == "satu" else 2)  # nothing injected is kept
    before = files(project)
    again = refresh(project)
    assert {line.split(": ", 1)[1] for line in again.stdout.splitlines()} == {"tidak berubah"}
    assert files(project) == before


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [("year", 2, "Tidak ada data untuk tahun 2031"), ("notebook", 1, "tiga.ipynb berhenti")],
)
def test_where_something_fails_nothing_is_written(project, fault, code, said):
    if fault == "notebook":
        path = project / "notebooks" / "tiga.ipynb"
        text = path.read_text(encoding="utf-8").replace("1 + 1", "1 / 0")
        path.write_text(text, encoding="utf-8")
    before = files(project)
    done = refresh(project, "--tahun", "2031" if fault == "year" else "2025")
    assert done.returncode == code
    assert said in done.stderr and "Tidak ada berkas yang diubah." in done.stderr
    assert done.stdout == ""
    assert files(project) == before


def test_the_default_year_stands_in_one_place():
    config = yaml.safe_load((paths.PROJECT / "_quarto.yml").read_text(encoding="utf-8"))
    tahun = default_year()
    assert config["lkjip"]["tahun-bawaan"] == tahun
    for path in list_notebooks(paths.NOTEBOOKS):
        text = path.read_text(encoding="utf-8")
        assert with_year(text, tahun) == text, f"{path.name}: make notebooks"
        assert with_year(text, tahun + 1) != text, path.name
    for path in (paths.PROJECT / "Makefile", *(paths.PROJECT / ".github").rglob("*.yml")):
        assert not re.search(r"\b20[2-9][0-9]\b", path.read_text(encoding="utf-8")), path.name


def test_a_picture_is_seen_where_svg_is_not_trusted():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"></svg>'
    outputs = [{"data": {"image/svg+xml": svg, "text/plain": "kosong"}}, {"data": {}}]
    text = json.dumps({"cells": [{"cell_type": "code", "outputs": outputs}, {"source": "# A"}]})
    shown, other = json.loads(with_pixels(text))["cells"][0]["outputs"]
    png = base64.b64decode(shown["data"].pop("image/png"))
    assert png.startswith(b"\x89PNG") and png[16:24] == bytes([0, 0, 0, 108, 0, 0, 0, 54])
    assert [shown, other] == outputs
