"""No room to write: said with place, reason and remedy, and the old result stays as it was."""

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from proyek_kecil import hashes, make_project

from lkjip_analysis.cli import main
from lkjip_analysis.exceptions import file_fault
from lkjip_analysis.rendering.typesetting import typeset

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, limits of a process")

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
from lkjip_analysis.cli import main
sys.exit(main(["build", "--tahun", "2024", "--format", "html,pdf", "--force"]))
"""
"""A process whose files may not grow beyond a limit: writing fails as on a full disk."""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = make_project(tmp_path_factory.mktemp("penuh") / "p")
    project.build("html,pdf")
    return project


@pytest.mark.parametrize("limit", [0, 3_000, 100_000, 300_000])
def test_a_build_that_cannot_write(project, limit):
    before = hashes(project.output)
    process = project.start(code=LIMITED.format(limit=limit))
    _, said = process.communicate()
    assert process.returncode == 1
    assert "Berkas atau folder tidak dapat dipakai: /" in said
    assert "(berkasnya terlalu besar)\n  perbaikan : kosongkan ruang penyimpanan" in said
    assert "Traceback" not in said and "Errno" not in said
    assert hashes(project.output) == before


def test_it_builds_again_when_there_is_room(project):
    project.build("html,pdf")


def test_typst_without_room(tmp_path):
    source = tmp_path / "a.typ"
    source.write_text('#set document(title: "a")\n#set text(lang: "id")\nIsi', encoding="utf-8")
    with pytest.raises(OSError) as caught:
        typeset(source, Path("/dev/full"), tmp_path, 0)
    assert caught.value.errno == errno.ENOSPC


@pytest.mark.parametrize(
    "command", [["results"], ["check"], ["diff", "{data}/2024", "{data}/2023"]]
)
def test_an_output_without_room(unit_kecil, command):
    words = [word.format(data=unit_kecil) for word in command]
    code = f"import sys; from lkjip_analysis.cli import main; sys.exit(main({words}))"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={"LKJIP_DATA": str(unit_kecil), "PYTHONPATH": ":".join(sys.path)},
        )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "(ruang penyimpanan penuh)" in done.stderr
    assert "Exception" not in done.stderr and "Errno" not in done.stderr


def test_a_new_year_without_room(unit_kecil, monkeypatch, capsys):
    def fail(path, *_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lkjip_analysis.exchange.new_year.write_files", fail)
    assert main(["new-year", "2025", "--data", str(unit_kecil)]) == 2
    assert f"{unit_kecil / '2025'} (ruang penyimpanan penuh)" in capsys.readouterr().err
    assert not (unit_kecil / "2025").exists()


def test_many_files_copied_without_room():
    why = "[Errno 28] No space left on device: 'a' -> 'b'"
    assert file_fault(shutil.Error([("a", "/build/b", why)])) == (
        "Berkas atau folder tidak dapat dipakai: /build/b (ruang penyimpanan penuh)\n"
        "  perbaikan : kosongkan ruang penyimpanan, lalu ulangi"
    )
