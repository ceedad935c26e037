"""The note of each build: what ran, how long, what it warns of; harmless whenever it is killed."""

import json
from pathlib import Path

import pytest

from lkjip_analysis import paths
from lkjip_analysis.building import runs
from lkjip_analysis.building.request import Request
from lkjip_analysis.building.runs import Run
from lkjip_analysis.exceptions import LkjipError


@pytest.fixture
def request_(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    return Request(2024, tmp_path / "data", tmp_path / "hasil", ("html",))


def notes() -> list[dict[str, object]]:
    folder = paths.BUILD / "catatan"
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.iterdir())]


def test_a_run_says_what_ran_and_what_it_warns_of(request_, monkeypatch):
    clock = iter([100.0, 100.5, 103.0, 107.25, 107.25])
    monkeypatch.setattr(runs.time, "monotonic", lambda: next(clock))
    told = []
    with Run(request_, "lkjip 1", told.append) as run:
        run.step("membaca")
        run.step("merender")
        run.done(["notebook"], ["isian wajib yang belum ada: 3"])
    (note,) = notes()
    assert told == ["membaca", "merender"]
    assert note["langkah"] == {"membaca": 2.5, "merender": 4.25}
    assert note["detik"] == 7.25 and note["status"] == "selesai"
    assert note["dilewati"] == ["notebook"] and note["peringatan"]
    assert (note["asal"], note["tahun"], note["format"]) == ("lkjip 1", 2024, ["html"])
    assert note["data"].endswith("data") and note["hasil"].endswith("hasil")


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (LkjipError("Data salah.\n  perbaikan : betulkan"), "gagal", "Data salah."),
        (ZeroDivisionError("x"), "gagal", "ZeroDivisionError"),
        (KeyboardInterrupt(15), "dihentikan", "KeyboardInterrupt"),
    ],
)
def test_a_run_that_failed_says_why(request_, error, status, said):
    with pytest.raises(type(error)), Run(request_, "lkjip 1", lambda step: None) as run:
        run.step("membaca")
        raise error
    (note,) = notes()
    assert note["status"] == status and note["galat"].startswith(said)


def test_a_killed_run_is_still_at_its_step_and_hinders_no_other(request_):
    run = Run(request_, "lkjip 1", lambda step: None)
    run.__enter__()
    run.step("merender")  # and here it is killed
    (paths.BUILD / "catatan" / "2024-sisa.baru").write_text('{"mul', encoding="utf-8")
    (note,) = [note for note in notes_that_are_whole() if note["langkah"]]
    assert note["status"] == "berjalan" and note["langkah"] == {"merender": None}
    with Run(request_, "lkjip 1", lambda step: None) as later:
        later.done([], [])
    assert [note["status"] for note in notes_that_are_whole()] == ["berjalan", "selesai"]


def notes_that_are_whole() -> list[dict[str, object]]:
    found = sorted((paths.BUILD / "catatan").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in found]


def test_only_the_last_runs_are_kept(request_, monkeypatch):
    monkeypatch.setattr(runs, "KEPT", 3)
    for number in range(5):
        with Run(request_, "lkjip 1", lambda step: None) as run:
            run.step(f"langkah {number}")
    assert [[*note["langkah"]] for note in notes()] == [[f"langkah {n}"] for n in (2, 3, 4)]


def test_a_run_that_cannot_be_noted_goes_on(request_):
    Path(paths.BUILD).write_text("bukan folder", encoding="utf-8")
    with Run(request_, "lkjip 1", lambda step: None) as run:
        run.step("membaca")
        run.done([], [])
