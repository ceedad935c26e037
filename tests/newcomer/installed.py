"""The program as a newcomer has it: the wheel in an environment of its own, the repository away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import proyek_kecil

ROOT = Path(__file__).parents[2]
WINDOWS = os.name == "nt"
OWN = ("PYTHONPATH", "VIRTUAL_ENV", "LKJIP_DATA", "LKJIP_PROYEK")


def call(*words: object, cwd: Path, code: int = 0) -> str:
    """Run a command that knows nothing of this test run; give what it says."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name not in OWN},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",  # pip and papermill speak the console's encoding on Windows
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout + done.stderr


@dataclass(frozen=True)
class Installed:
    """An environment with the program in it; ``apart`` is a folder far from every project."""

    environment: Path
    apart: Path

    @property
    def programs(self) -> Path:
        return self.environment / ("Scripts" if WINDOWS else "bin")

    @property
    def package(self) -> Path:
        return next(self.environment.rglob("site-packages")) / "lkjip_analysis"

    def lkjip(self, *words: object, cwd: Path | None = None, code: int = 0) -> str:
        """Run the command ``lkjip`` of this environment."""
        return call(self.programs / "lkjip", *words, cwd=cwd or self.apart, code=code)

    def python(self, *words: object, cwd: Path | None = None, code: int = 0) -> str:
        """Run the environment's Python."""
        return call(self.programs / "python", *words, cwd=cwd or self.apart, code=code)


def install(folder: Path) -> Installed:
    """Build the wheel and install it, without asking an index.

    The libraries it needs are those of this test run; ``pip check`` says whether the wheel asks for
    what is there.
    """
    environment, apart = folder / "lingkungan baru", folder / "di tempat lain"
    apart.mkdir()
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q")
    plain = ("--no-deps", "--no-index")
    call(*pip, "wheel", *plain, "--no-build-isolation", "-w", folder, ROOT, cwd=apart)
    (wheel,) = folder.glob("*.whl")
    call(sys.executable, "-m", "venv", "--without-pip", environment, cwd=apart)
    call(*pip, "--python", environment, "install", *plain, "--no-compile", wheel, cwd=apart)
    installed = Installed(environment, apart)
    libraries = [place for place in sys.path if place.endswith("site-packages")]
    beside = installed.package.with_name("pustaka.pth")  # .pth files in there are not read
    beside.write_text("\n".join(libraries), encoding="utf-8")
    return installed


def small_project(folder: Path) -> proyek_kecil.Project:
    """Lay down the small project of the tests; its program is the installed one."""
    project = proyek_kecil.make_project(folder)
    shutil.rmtree(folder / "lkjip_analysis")
    return project
