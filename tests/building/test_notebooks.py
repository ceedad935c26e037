"""Executing notebooks: parameters, tidying, what a build reads of the data."""

import json

import pytest
from test_engine import write
from unit_kecil import copy_unit

from lkjip_analysis import paths
from lkjip_analysis.building.notebooks import (
    NotebookError,
    check_parameters,
    embedded_notebooks,
    execute_notebook,
    tidy,
)
from lkjip_analysis.data import content, validation
from lkjip_analysis.exceptions import CallError


def test_unknown_parameters_are_refused(tmp_path):
    path = write(tmp_path / "a.ipynb", "1")
    check_parameters(path, {"tahun": 1})
    with pytest.raises(
        CallError,
        match=r"tidak mengenal parameter tahunn.\n  parameter yang ada : tahun\n  perbaikan :",
    ):
        check_parameters(path, {"tahunn": 1})


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 5}', '{"sel": []}'])
def test_a_notebook_that_is_none(tmp_path, content):
    (tmp_path / "a.ipynb").write_text(content, encoding="utf-8")
    with pytest.raises(NotebookError, match=r"a\.ipynb bukan notebook yang utuh"):
        check_parameters(tmp_path / "a.ipynb", {"tahun": 1})


def test_tidy_leaves_no_clock_and_no_folder(tmp_path):
    path = write(tmp_path / "a.ipynb", "print(1)")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["papermill"] = {"start_time": "x"}
    notebook["cells"][1]["metadata"]["tags"] = ["injected-parameters"]
    notebook["cells"][1]["source"] = '# Parameters\ntahun = 2024\ndata = "/rumah/saya"\n'
    path.write_text(json.dumps(notebook), encoding="utf-8")
    tidy(path)
    text = path.read_text(encoding="utf-8")
    assert "rumah" not in text and "start_time" not in text and "tahun = 2024" in text
    tidy(path, keep_injected=False)
    assert "tahun = 2024" not in path.read_text(encoding="utf-8")


def test_what_decides_about_a_year(tmp_path):
    data = copy_unit(tmp_path)
    assert content.HISTORY_YEARS == validation.HISTORY_YEARS
    (data / "2024" / "CATATAN.md").write_text("catatan")
    (data / "2031").mkdir()
    names = content.hash_data(data, 2024)
    assert names["2024/iku.csv"] and names["2023/iku.csv"] and names["skala_predikat.csv"]
    assert names["2024/CATATAN.md"] == "" and "2031" not in names
    assert "2023/iku.csv" in content.hash_data(data, 2026)  # the course of its indicators is told
    assert "2023/program.csv" not in content.hash_data(data, 2026)
    assert "2024/iku.csv" not in content.hash_data(data, 2023)


def test_a_module_beside_the_notebooks_is_read_again(tmp_path, monkeypatch):
    """Who edits it while a process stays (the preview) sees the new one."""
    monkeypatch.setattr(paths, "NOTEBOOKS", tmp_path)
    path = write(tmp_path / "a.ipynb", "import bantuan_uji; bantuan_uji.KATA")
    shown = []
    for word in ("lama", "baru sekali"):
        (tmp_path / "bantuan_uji.py").write_text(f"KATA = {word!r}\n")
        execute_notebook(path, tmp_path / "hasil" / "a.ipynb", {})
        cells = json.loads((tmp_path / "hasil" / "a.ipynb").read_text())["cells"]
        shown.append("".join(cells[1]["outputs"][0]["data"]["text/plain"]))
    assert shown == ["'lama'", "'baru sekali'"]


def test_only_notebooks_that_a_chapter_embeds_are_run(tmp_path, monkeypatch):
    """Whatever else lies beside them is the analyst's own to try out."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "report" / "unit").mkdir(parents=True)
    for name in ("bab", "lampiran", "coba"):
        write(tmp_path / "notebooks" / f"{name}.ipynb", "1/0")
    (tmp_path / "index.qmd").write_text("{{< embed notebooks/bab.ipynb#tbl-a >}}", "utf-8")
    own = "{{< embed ../../notebooks/lampiran.ipynb#fig-b >}} bukan coba.ipynb"
    (tmp_path / "report" / "unit" / "a.qmd").write_text(own, "utf-8")
    monkeypatch.setattr(paths, "PROJECT", tmp_path, raising=False)
    monkeypatch.setattr(paths, "NOTEBOOKS", tmp_path / "notebooks", raising=False)
    assert [path.stem for path in embedded_notebooks()] == ["bab", "lampiran"]
