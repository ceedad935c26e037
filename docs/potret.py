"""Gambar layar dalam panduan, dari layar yang sebenarnya: ``python docs/potret.py [NAMA ...]``.

Yang diketik adalah blok panduan itu sendiri (``tests/docs/guide.py``); peramban dan JupyterLab yang
dipotret adalah yang dipakai uji. Tanpa NAMA semuanya dibuat lagi, di ``docs/gambar/layar-*.webp``.
"""

from __future__ import annotations

import html
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from PIL import Image

DOCS = Path(__file__).parent
PROJECT = DOCS.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests"), str(PROJECT / "tests" / "docs")]

from conftest import ARGUMENTS, BROWSERS  # noqa: E402
from guide import Reader  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from programs import find_program  # noqa: E402

from lkjip_analysis import paths  # noqa: E402

WIDTH = 1280
TERMINAL = """<style>body { margin: 0; width: max-content; min-width: 900px; background: #1b2430 }
pre { margin: 0; padding: 18px 22px; color: #e3e8ee; font: 15px/1.45 "DejaVu Sans Mono", monospace }
b { color: #8fd3ff; font-weight: 400 }</style><pre>%s</pre>"""


def keep(name: str, picture: bytes, box: tuple[int, int, int, int] | None = None) -> None:
    """Write a picture small enough for a page."""
    image = Image.open(io.BytesIO(picture)).convert("RGB").crop(box)
    path = DOCS / "gambar" / f"layar-{name}.webp"
    image.save(path, quality=45, method=6)
    print(f"{path.name}: {image.width} x {image.height}, {path.stat().st_size // 1024} kB")


class Camera:
    """Takes pictures of what the readers of both guides see."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.analyst = self.follow("panduan-analis")
        self.reviewer = self.follow("panduan-peninjau")

    def follow(self, name: str) -> Reader:
        """Do what a guide says."""
        (self.folder / name).mkdir()
        reader = Reader(self.folder / name)
        vars(paths)["_found"] = {}  # the project of each guide is its own
        for typed, said, _ in reader.follow(DOCS / f"{name}.md"):
            print(f"{name}: {typed}: {said}", file=sys.stderr)
        return reader

    def open(self, address: str, height: int = 800) -> Any:
        """Open a page of a report."""
        page = self.browser.new_page(viewport={"width": WIDTH, "height": height})
        page.goto(address)
        return page

    def terminal(self, name: str, *screens: tuple[str, str]) -> None:
        """Take what commands said, as a terminal shows it."""
        text = "\n".join(f"<b>$ {html.escape(c)}</b>\n{html.escape(said)}" for c, said in screens)
        page = self.browser.new_page(viewport={"width": 900, "height": 100})
        page.set_content(TERMINAL % text)
        keep(name, page.locator("body").screenshot())

    def init(self) -> None:
        """A project from nothing, and what it still lacks."""
        screens = self.analyst.screens
        first, second = next(iter(screens.items())), ("lkjip", screens["lkjip"])
        hide = str(self.folder / "panduan-analis")
        short = [(c, s.replace(hide, "~")) for c, s in (first, second)]
        self.terminal("init", *short)

    def check(self) -> None:
        """The findings of a check."""
        said = self.analyst.screens["lkjip check"]
        lines = said[said.index("Galat (") :].splitlines()
        shown = [line if len(line) < 125 else f"{line[:122]} …" for line in [*lines[:13]]]
        self.terminal("check", ("lkjip check", "...\n" + "\n".join([*shown, "..."])))

    def sheet(self, name: str, book: Path, title: str, box: tuple[int, int, int, int]) -> None:
        """Take a sheet of a workbook, as LibreOffice prints it."""
        done = openpyxl.load_workbook(book)
        for other in done.sheetnames:
            if other != title:
                done[other].sheet_state = "hidden"
        done.active = done.sheetnames.index(title)
        copy = self.folder / f"{name}.xlsx"
        done.save(copy)
        profile = f"-env:UserInstallation=file://{self.folder / 'profil'}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", str(copy)]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        word = ["pdftoppm", "-r", "130", "-png", "-singlefile"]
        subprocess.run([*word, copy.with_suffix(".pdf"), copy.with_suffix("")], check=True)
        keep(name, copy.with_suffix(".png").read_bytes(), box)

    def temuan(self) -> None:
        """What was found, in the copy of the workbook."""
        book = self.analyst.folder / "data/2025/data-2025-diperiksa.xlsx"
        self.sheet("temuan", book, "Temuan", (30, 50, 1490, 620))

    def buku_kerja(self) -> None:
        """A sheet to fill in, of the year after the example's."""
        self.reviewer.run(["new-year", "2025", "--xlsx"])
        book = self.reviewer.folder / "data/2025/data-2025.xlsx"
        self.sheet("buku-kerja", book, "indikator_program", (30, 50, 1490, 620))

    def draf(self) -> None:
        """The unit's first draft."""
        page = self.open((self.analyst.folder / "output/2025/index.html").as_uri())
        keep("draf", page.screenshot())

    def laporan(self) -> None:
        """A finished report."""
        page = self.open((self.output() / "index.html").as_uri())
        keep("laporan", page.screenshot())

    def jejak(self) -> None:
        """The trace of a figure."""
        page = self.open((self.output() / "03-akuntabilitas-kinerja.html").as_uri())
        figure = page.locator("#tbl-capaian-iku .angka").filter(has_text="125,00%").first
        figure.evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top - 320)")
        figure.click()
        page.wait_for_timeout(400)
        keep("jejak", page.screenshot())

    def perkiraan(self) -> None:
        """How far the report meets the rules."""
        folder = self.output().with_name("reviu-2024")
        page = self.open((folder / "perkiraan-mandiri.html").as_uri())
        keep("perkiraan", page.screenshot())

    def pdf(self) -> None:
        """The page of the PDF that measures the IKU, beside the next one."""
        pdf = self.output() / "lkjip-2024.pdf"
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True)
        pages = [" ".join(one.split()) for one in text.stdout.split("\f")]
        title = "3.1.1 Target dan Realisasi Kinerja Tahun Ini"
        first = max(n for n, one in enumerate(pages, 1) if title in one)  # after the contents
        images = []
        for number in (first, first + 1):
            base = self.folder / f"hal-{number}"
            word = ["pdftoppm", "-r", "66", "-png", "-singlefile"]
            subprocess.run([*word, "-f", str(number), pdf, base], check=True)
            images.append(Image.open(base.with_suffix(".png")))
        gap = 16
        size = (sum(one.width for one in images) + 3 * gap, images[0].height + 2 * gap)
        both = Image.new("RGB", size, "#d5dade")
        for n, one in enumerate(images):
            both.paste(one, (gap + n * (one.width + gap), gap))
        kept = io.BytesIO()
        both.save(kept, "png")
        keep("pdf", kept.getvalue())

    def jupyterlab(self) -> None:
        """Two notebooks run whole in JupyterLab: one of the report's, and one to explore with."""
        test = "tests/browser/test_jupyterlab.py"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test]
        environment = {**os.environ, "LKJIP_POTRET": str(self.folder), "PYTHONPATH": str(PROJECT)}
        subprocess.run(
            [*command, "-k", "capaian or jelajah"], cwd=PROJECT, env=environment, check=True
        )
        keep("jupyterlab", (self.folder / "capaian.png").read_bytes(), (0, 0, 1440, 1150))
        keep("jelajah", (self.folder / "jelajah.png").read_bytes(), (280, 1240, 1400, 2300))

    def output(self) -> Path:
        """The example's report, built when it is first asked for."""
        folder = self.reviewer.folder / "output" / "2024"
        if not folder.is_dir():
            self.reviewer.run(["build", "--tahun", "2024"])
        return folder


PICTURES: tuple[Callable[[Camera], None], ...] = (
    *(Camera.init, Camera.check, Camera.draf, Camera.laporan, Camera.temuan, Camera.buku_kerja),
    *(Camera.jejak, Camera.perkiraan, Camera.pdf, Camera.jupyterlab),
)


def main(names: list[str]) -> None:
    """Take the pictures, all or those named."""
    command = os.environ.get("LKJIP_CHROMIUM") or find_program(*BROWSERS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=list(ARGUMENTS))
        camera = Camera(browser, Path(folder))
        for picture in PICTURES:
            if not names or picture.__name__ in names:
                picture(camera)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
