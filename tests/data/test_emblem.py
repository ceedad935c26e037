"""Emblems that cannot be printed, or would run or reach outside: each message, by snapshot."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import message_of, put
from PIL import Image
from syrupy.assertion import SnapshotAssertion
from unit_kecil import set_cell

from lkjip_analysis.building.bookmaking import find_logo
from lkjip_analysis.data.emblem import MAX_BYTES
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import DataError

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="10" height="10">\n{}\n</svg>'
)


def picture(form: str, size: tuple[int, int] = (40, 50), mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, form)
    return buffer.getvalue()


def name(root: Path, logo: str) -> None:
    set_cell(root, "2024/identitas.csv", 13, "nilai", logo)


def emblem(logo: str, content: bytes | str) -> Callable[[Path], None]:
    def fault(root: Path) -> None:
        name(root, logo)
        put(root, f"2024/{logo}", content)

    return fault


def drawing(inner: str) -> Callable[[Path], None]:
    return emblem("lambang.svg", SVG.format(inner))


def link(logo: str, target: str) -> Callable[[Path], None]:
    def fault(root: Path) -> None:
        name(root, logo)
        (root.parent / "rahasia.png").write_bytes(picture("PNG"))
        (root / "2024" / logo.partition("/")[0]).symlink_to(target)

    return fault


def copies(depth: int) -> str:
    """Write parts that each copy the one before ten times."""
    parts = ['<g id="a0"><rect width="1" height="1"/></g>']
    for number in range(1, depth):
        use = f'<use xlink:href="#a{number - 1}"/>'
        parts.append(f'<g id="a{number}">{use * 10}</g>')
    return "".join(parts)


FAULTS: dict[str, Callable[[Path], None]] = {
    "tautan-ke-luar": link("lambang.png", "../../rahasia.png"),
    "tautan-folder-ke-luar": link("gambar/rahasia.png", "../.."),
    "bukan-gambar": emblem("lambang.png", "ini teks"),
    "kosong": emblem("lambang.png", b""),
    "png-terpotong": emblem("lambang.png", picture("PNG", (300, 300))[:90]),
    "jpg-terpotong": emblem("lambang.jpg", picture("JPEG", (900, 900))[:2000]),
    "jpg-bernama-png": emblem("lambang.png", picture("JPEG")),
    "gif-bernama-png": emblem("lambang.png", picture("GIF")),
    "terlalu-banyak-titik": emblem("lambang.png", picture("PNG", (12_000, 9_000), "1")),
    "terlalu-besar": emblem("lambang.png", b"x" * (MAX_BYTES + 1)),
    "svg-terpotong": emblem("lambang.svg", SVG.format("<g/>")[:90]),
    "svg-html": emblem("lambang.svg", "<html><body/></html>"),
    "svg-tanpa-ukuran": emblem(
        "lambang.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'
    ),
    "svg-skrip": drawing("<script>alert(1)</script>"),
    "svg-perintah": drawing('<rect onload="alert(1)"/>'),
    "svg-halaman": drawing("<foreignObject><p/></foreignObject>"),
    "svg-gambar-luar": drawing('<image xlink:href="https://lain.example/x.png"/>'),
    "svg-berkas-luar": drawing('<image href="../../rahasia.png"/>'),
    "svg-tautan-skrip": drawing('<a href="javascript:alert(1)"><rect/></a>'),
    "svg-gaya-luar": drawing("<style>@import url(https://lain.example/x.css);</style>"),
    "svg-isian-luar": drawing('<rect style="fill: url(https://lain.example/#a)"/>'),
    "svg-lembar-gaya": emblem(
        "lambang.svg", '<?xml-stylesheet href="https://lain.example/x.css"?>' + SVG.format("")
    ),
    "svg-entity": emblem(
        "lambang.svg",
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        + SVG.format("<text>&x;</text>"),
    ),
    "svg-salinan-berganda": drawing(copies(9) + '<use xlink:href="#a8"/>'),
    "svg-salinan-berputar": drawing('<g id="a"><use href="#a"/></g>'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_message(fault: str, unit_kecil: Path, snapshot: SnapshotAssertion) -> None:
    FAULTS[fault](unit_kecil)
    assert message_of(unit_kecil) == snapshot


GOOD: dict[str, tuple[str, bytes | str]] = {
    "di-samping-folder-tahun": ("../lambang.png", picture("PNG")),
    "di-folder-dalam": ("gambar/lambang.png", picture("PNG")),
    "png": ("lambang.png", picture("PNG", mode="RGBA")),
    "jpg-cmyk": ("lambang.jpg", picture("JPEG", mode="CMYK")),
    "huruf-besar": ("LAMBANG.JPEG", picture("JPEG")),
    "svg": ("lambang.svg", SVG.format(copies(3) + '<use href="#a2"/>')),
    "svg-isian-sendiri": ("a.svg", SVG.format('<rect style="fill:url(#a)"/>')),
    "svg-doctype": (
        "lambang.svg",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + SVG.format("<g/>"),
    ),
    "svg-inkscape": (
        "lambang.svg",
        SVG.format("<metadata/>").replace(
            "<svg", r'<svg xmlns:ink="http://i.example/" ink:export="C:\abc\x.png"', 1
        ),
    ),
}


@pytest.mark.parametrize("good", GOOD)
def test_no_false_alarm(good: str, unit_kecil: Path) -> None:
    logo, content = GOOD[good]
    (unit_kecil / "2024/gambar").mkdir()
    put(unit_kecil, f"2024/{logo}", content)
    name(unit_kecil, logo.removeprefix("../"))
    load_year(2024, unit_kecil)


def test_a_link_inside_the_folder_is_followed(unit_kecil: Path) -> None:
    (unit_kecil / "asli.png").write_bytes(picture("PNG"))
    link("lambang.png", "../asli.png")(unit_kecil)
    load_year(2024, unit_kecil)


def test_a_link_made_after_the_check_is_not_followed(unit_kecil: Path, tmp_path: Path) -> None:
    emblem("lambang.png", picture("PNG"))(unit_kecil)
    assert find_logo(unit_kecil, 2024, "lambang.png") == unit_kecil / "2024/lambang.png"
    (unit_kecil / "2024/lambang.png").unlink()
    (tmp_path / "rahasia.png").write_bytes(picture("PNG"))
    (unit_kecil / "2024/lambang.png").symlink_to(tmp_path / "rahasia.png")
    with pytest.raises(DataError, match="tautan ke luar folder data"):
        find_logo(unit_kecil, 2024, "lambang.png")


@pytest.mark.parametrize("logo", ["gambar/lambang.png", "gambar\\lambang.png"])
def test_an_emblem_in_a_folder_however_its_path_is_written(unit_kecil: Path, logo: str) -> None:
    (unit_kecil / "2024" / "gambar").mkdir()
    put(unit_kecil, "2024/gambar/lambang.png", picture("PNG"))
    name(unit_kecil, logo)
    load_year(2024, unit_kecil)
    assert find_logo(unit_kecil, 2024, logo) == unit_kecil / "2024" / "gambar" / "lambang.png"
