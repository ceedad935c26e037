"""The cover of the Word file: the unit's emblem keeps its shape, whatever it is."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from PIL import Image

from lkjip_analysis.rendering.errors import RendererError
from lkjip_analysis.rendering.render import render

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h9v9"/></svg>'


def emblem(name: str, width: int, height: int) -> bytes:
    if name.endswith("svg"):
        return SVG.format(width, height).encode()
    buffer = io.BytesIO()
    kind = "PNG" if name.endswith("png") else "JPEG"
    Image.new("RGB", (width, height), "navy").save(buffer, kind)
    return buffer.getvalue()


def with_logo(book: Path, name: str) -> Path:
    settings = book / "_quarto.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace('logo: ""', f"logo: {name}").replace("draf: false", "draf: true")
    settings.write_text(text, encoding="utf-8")
    return book


@pytest.mark.parametrize(
    ("name", "shape", "centimetres"),
    [
        ("lambang.png", (300, 480), (2.0, 3.2)),
        ("lambang.svg", (900, 150), (9.0, 1.5)),
        ("LAMBANG.JPG", (50, 50), (3.2, 3.2)),
    ],
)
def test_emblem_keeps_its_shape(
    copy_of_book: Path,
    tmp_path: Path,
    name: str,
    shape: tuple[int, int],
    centimetres: tuple[float, float],
) -> None:
    (copy_of_book / name).write_bytes(emblem(name, *shape))
    (path,) = render(with_logo(copy_of_book, name), tmp_path / "keluaran", ["docx"])
    document = docx.Document(str(path))
    picture = document.inline_shapes[0]
    assert (picture.width.cm, picture.height.cm) == pytest.approx(centimetres, abs=0.02)
    assert picture._inline.docPr.get("descr") == "Lambang daerah"
    cover = [(p.style.name, p.text) for p in document.paragraphs[:5]]
    assert cover == [
        ("Sampul Lambang", ""),
        ("Sampul", "PEMERINTAH KABUPATEN CONTOH"),
        ("Title", "Laporan Kinerja Instansi Pemerintah"),
        ("Subtitle", "Kecamatan Contoh Tahun 2024"),
        ("Sampul", "DRAF"),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [(None, 'lambang "lambang.png" tidak ada.'), (b"bukan gambar", "bukan gambar yang dapat")],
)
def test_bad_emblem_is_named(
    copy_of_book: Path, tmp_path: Path, data: bytes | None, message: str
) -> None:
    if data:
        (copy_of_book / "lambang.png").write_bytes(data)
    with pytest.raises(RendererError, match=message):
        render(with_logo(copy_of_book, "lambang.png"), tmp_path / "keluaran", ["docx"])
