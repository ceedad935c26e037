"""A small project of its own: the package, the look, two notebooks, two chapters, the tiny unit.

Builds run as commands there, so that also the package may be changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from lkjip_analysis.building.books import read_config
from lkjip_analysis.building.notebooks import KERNEL

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "tests" / "data" / "unit-kecil"
MARKED = 'class="tabel-wadah"'
"""A text of the program that every page with a table shows, and where it stands."""
MARKING = "lkjip_analysis/presentation/table_html.py"

LOAD = """from lkjip_analysis.presentation import tables
from lkjip_analysis.results import load_results

hasil = load_results(tahun, data)"""
PARAMETERS = """tahun: int = 2024  # Tahun laporan kinerja
data: str = ""  # Folder data unit"""
NOTEBOOKS = {
    "capaian": {
        "tbl-skala": "tables.skala_predikat(hasil)",
        "tbl-iku": "tables.capaian_iku(hasil)",
    },
    "perbandingan": {"tbl-tahun": "tables.perbandingan_tahun(hasil)"},
}
CHAPTERS = {
    "index.qmd": "# Kata Pengantar {#sec-depan .unnumbered}\n\nTahun {{< var tahun >}}.\n",
    "report/01-uji.qmd": "# Uji {#sec-uji}\n\n"
    "Kalimat pertama, capaian {{< var iku.AKIP.capaian >}}.\n\n"
    + "".join(
        f"{{{{< embed ../notebooks/{name}.ipynb#{label} >}}}}\n\n"
        for name, cells in NOTEBOOKS.items()
        for label in cells
    ),
}


@dataclass(frozen=True)
class Project:
    """The folder of such a project."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def output(self) -> Path:
        return self.folder / "output" / "2024"

    @property
    def store(self) -> Path:
        """Where the steps of the project's own unit are kept."""
        return self.folder / "build" / ".simpanan" / "2024"

    def start(
        self, *arguments: str, code: str | None = None, group: bool = False
    ) -> subprocess.Popen[str]:
        """Start ``lkjip`` (or other code) in the project, in a process group of its own or not."""
        program = ["-m", "lkjip_analysis", *arguments] if code is None else ["-c", code]
        return subprocess.Popen(
            [sys.executable, *program],
            start_new_session=group,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), "COLUMNS": "100"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run ``lkjip`` in the project; give what it says."""
        process = self.start(*arguments)
        out, err = process.communicate()
        assert process.returncode == code, out + err
        return out + err

    def build(self, formats: str = "html", *more: str) -> set[str]:
        """Build and give the steps that ran."""
        said = self.run(
            *("build", "--tahun", "2024", "--renderer", "pandoc", "--format", formats, "--explain"),
            *more,
        )
        return set(re.findall(r"^- (.*): dijalankan", said, re.MULTILINE))

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a text of a file; it must be there."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    def page(self) -> str:
        """The chapter's web page."""
        return (self.output / "01-uji.html").read_text(encoding="utf-8")


def copy_program(target: Path) -> None:
    """Copy the package with its bytecode, as it stays true; not what is just being written."""
    ignored = shutil.ignore_patterns("*.pyc.*")
    shutil.copytree(ROOT / "lkjip_analysis", target, ignore=ignored)


def make_project(folder: Path, data: Path = UNIT) -> Project:
    """Write the project."""
    copy_program(folder / "lkjip_analysis")
    shutil.copytree(ROOT / "_extensions", folder / "_extensions")
    shutil.copytree(data, folder / "data")
    config = read_config(ROOT)
    config["book"] |= {"chapters": list(CHAPTERS), "appendices": []}
    del config["lkjip"]["tersendiri"]  # it has no such section
    (folder / "_quarto.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    (folder / "report").mkdir()
    (folder / "notebooks").mkdir()
    for name, text in CHAPTERS.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for name, cells in NOTEBOOKS.items():
        sources = [(PARAMETERS, ["parameters"]), (LOAD, [])]
        sources += [(f'#| label: {k}\n#| tbl-cap: "Judul {k}"\n{v}', []) for k, v in cells.items()]
        notebook = {
            "cells": [
                {
                    "cell_type": "code",
                    "id": f"sel-{number}",
                    "source": source,
                    "metadata": {"tags": tags} if tags else {},
                    "outputs": [],
                    "execution_count": None,
                }
                for number, (source, tags) in enumerate(sources)
            ],
            "metadata": {"kernelspec": KERNEL},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        (folder / "notebooks" / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return Project(folder)


def hashes(folder: Path) -> dict[str, str]:
    """Hash of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
