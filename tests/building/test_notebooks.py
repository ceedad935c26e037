"""Executing many notebooks: parameters, tidying, two processes, failures."""

import json

import pytest
from test_engine import write

from lkjip_analysis import paths
from lkjip_analysis.building import workers
from lkjip_analysis.building.notebooks import NotebookError, check_parameters, list_notebooks, tidy
from lkjip_analysis.building.workers import Job, claim, crew, worthwhile
from lkjip_analysis.data import fingerprint, validation
from lkjip_analysis.exceptions import CallError


def job_of(folder, target, parameters=None, count=2):
    sources = tuple(str(path) for path in list_notebooks(folder))
    steps = []
    with crew(count - 1) as team:
        team.begin(Job(sources, str(target), parameters or {}))
        team.finish(steps.append)
    return steps


def test_two_processes_do_what_one_does(tmp_path):
    parameters = {"tahun": 2024, "data": str(paths.DATA)}
    names = [path.stem for path in list_notebooks(paths.NOTEBOOKS)]
    for count in (1, 2):
        steps = job_of(paths.NOTEBOOKS, tmp_path / str(count), parameters, count)
        assert sorted(steps) == [f"notebook {name}" for name in names]
    for name in names:
        one, two = ((tmp_path / c / f"{name}.ipynb").read_bytes() for c in ("1", "2"))
        assert one == two
        for place in (str(paths.PROJECT), str(tmp_path)):
            assert place.encode() not in one
    assert sorted(p.name for p in (tmp_path / "2").iterdir()) == [f"{name}.ipynb" for name in names]


def test_a_failure_in_either_process_is_told(tmp_path):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for number in range(3):
        write(folder / f"{number}.ipynb", "import time; time.sleep(0.2)")
    write(folder / "3.ipynb", "1 / 0")
    with pytest.raises(
        NotebookError, match=r"3\.ipynb berhenti pada sel ke-2.\n  sebab : ZeroDivision"
    ):
        job_of(folder, tmp_path / "hasil", count=2)
    assert not (tmp_path / "hasil" / "3.ipynb").exists()
    assert not (tmp_path / "hasil" / workers.CLAIMS).exists()


def test_a_second_process_that_cannot_work_is_made_up_for(tmp_path, monkeypatch):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for number in range(4):
        write(folder / f"{number}.ipynb", "2")
    monkeypatch.setattr(workers.sys, "executable", workers.shutil.which("false") or "false")
    job_of(folder, tmp_path / "hasil", count=2)
    assert len(list((tmp_path / "hasil").glob("*.ipynb"))) == 4


def test_helpers_of_a_process_that_stays_wait_for_the_next_job(tmp_path, monkeypatch):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for number in range(2):
        write(folder / f"{number}.ipynb", "import os, time; time.sleep(0.3); os.getpid()")
    monkeypatch.setattr(workers, "_kept", None)
    monkeypatch.setattr(workers, "cores", lambda: 2)
    workers.keep_helpers()
    seen = [workers._kept[0].pid]
    for turn in "ab":
        job_of(folder, tmp_path / turn)
        (helper,) = workers._kept
        seen.append(helper.pid)
        assert not (tmp_path / turn / workers.CLAIMS).exists()
    assert len(set(seen)) == 1
    write(folder / "0.ipynb", "1 / 0")
    with pytest.raises(NotebookError):
        job_of(folder, tmp_path / "c")
    assert workers._kept == []
    assert helper.poll() is not None
    assert worthwhile(2) == 1  # another one is worth its start, for it stays


def test_a_notebook_is_claimed_once(tmp_path):
    assert claim(tmp_path / "x" / "a.ipynb")
    assert not claim(tmp_path / "x" / "a.ipynb")


def test_unknown_parameters_are_refused(tmp_path):
    path = write(tmp_path / "a.ipynb", "1")
    check_parameters(path, {"tahun": 1})
    with pytest.raises(
        CallError, match=r"tidak mengenal parameter tahunn.\n  parameter yang ada : tahun"
    ):
        check_parameters(path, {"tahunn": 1})


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


def test_fingerprints_cover_the_years_that_are_read():
    assert fingerprint.HISTORY_YEARS == validation.HISTORY_YEARS
    names = fingerprint.hash_data(paths.DATA, 2024)
    assert names["2024/iku.csv"] and names["2022/iku.csv"] and names["skala_predikat.csv"]
    assert names["2024/CATATAN.md"] == "" and "2022/iku.csv" not in fingerprint.hash_data(
        paths.DATA, 2025
    )
