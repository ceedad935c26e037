"""Files beside the pages: one style sheet, one script, fonts and pictures."""

from __future__ import annotations

import base64
import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.rendering.web.trace import as_script_value

STYLES = (
    "huruf.css",
    "warna.css",
    "isi.css",
    "alat.css",
    "kartu.css",
    "sumber.css",
    "grafik.css",
    "halaman.css",
    "tahun.css",
    "cetak.css",
)
"""Parts of the style sheet, in the order in which later ones overrule earlier ones."""

SCRIPTS = (
    "muat.js",
    "tabel-baca.js",
    "tabel-csv.js",
    "tabel-saring.js",
    "tren.js",
    "tabel.js",
    "tabel-kartu.js",
    "tabel-sorot.js",
    "grafik.js",
    "geser.js",
    "gambar-unduh.js",
    "halaman.js",
    "tahun.js",
    "sumber.js",
    "kutip.js",
    "angka.js",
    "pencarian.js",
)
"""Parts of the script. Tables first: they are read, then fold, before anything is measured."""

OLD_LOOK = """Tampilan proyek ini bukan dari versi program ini: _extensions/lkjip/html/{} tidak ada.
  perbaikan : lkjip init --perbarui"""


def write_assets(look: Path, assets: Path) -> None:
    """Write ``lkjip.css`` and ``lkjip.js`` from their parts, and the fonts beside them."""
    assets.mkdir(parents=True, exist_ok=True)
    for target, parts in (("lkjip.css", STYLES), ("lkjip.js", SCRIPTS)):
        try:
            text = "\n".join((look / name).read_text(encoding="utf-8") for name in parts)
        except FileNotFoundError as error:  # the project was laid down by another version
            raise LkjipError(OLD_LOOK.format(Path(str(error.filename)).name)) from error
        (assets / target).write_text(text, encoding="utf-8", newline="\n")
    write_letters(look, assets)
    (assets / "tahun.js").write_text(years_script({}), encoding="utf-8", newline="\n")
    shutil.copytree(
        look / "huruf", assets / "huruf", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md")
    )


def years_script(reports: Mapping[str, Any]) -> str:
    """Write which years' reports lie beside each other, for the switch: ``aset/tahun.js``.

    Of each the way to its folder (``di``) and its pages (``halaman``). A book that is rendered
    alone knows of none; who puts it in place knows its neighbours.
    """
    return f"window.LKJIP_TAHUN={as_script_value(reports)};\n"


def write_letters(look: Path, assets: Path) -> None:
    """Write ``huruf.js``: the letters of charts as data, for a picture that is saved as a file."""
    letters = (look / "huruf" / "SourceSans3-latin.woff2").read_bytes()
    data = f"data:font/woff2;base64,{base64.b64encode(letters).decode()}"
    script = f"window.LKJIP_HURUF={as_script_value(data)};\n"
    (assets / "huruf.js").write_text(script, encoding="utf-8", newline="\n")


def copy_image(source: Path, assets: Path) -> str:
    """Copy a picture beside the pages under a name made from its content; return its address."""
    if not source.is_file():
        raise FileNotFoundError(f"Gambar tidak ditemukan: {source}")
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:8]
    target = assets / "gambar" / f"{source.stem}-{digest}{source.suffix}"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return f"aset/gambar/{target.name}"
