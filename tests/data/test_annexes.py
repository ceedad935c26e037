"""The office's documents: what cannot be annexed is told with its row, what can is counted."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
import typst
from faults import message_of, put
from PIL import Image
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.data import annexes
from lkjip_analysis.data.content import hash_data
from lkjip_analysis.data.validation import load_year

HEAD = "berkas;judul;jenis\n"


def pdf(pages: int = 1) -> bytes:
    source = b"Satu" + b"#pagebreak()Lagi" * (pages - 1)
    made: bytes = typst.compile(source, format="pdf", ignore_system_fonts=True)
    return made


def locked() -> bytes:
    writer, into = pypdf.PdfWriter(clone_from=io.BytesIO(pdf())), io.BytesIO()
    writer.encrypt("rahasia", algorithm="RC4-128")
    writer.write(into)
    return into.getvalue()


def listed(name: str, content: bytes | None, jenis: str = "lhe") -> Callable[[Path], None]:
    def fault(root: Path) -> None:
        put(root, "2024/lampiran/lampiran.csv", f"{HEAD}{name};Naskah;{jenis}\n")
        if content is not None:
            put(root, f"2024/lampiran/{name}", content)

    return fault


def unlisted(root: Path) -> None:
    put(root, "2024/lampiran/pk.pdf", pdf())
    put(root, "2024/lampiran/~$pk.docx", b"x")


def misspelt(root: Path) -> None:
    listed("lhe2024.pdf", None)(root)
    put(root, "2024/lampiran/lhe-2024.pdf", pdf())


FAULTS: dict[str, Callable[[Path], None]] = {
    "berkas-tidak-ada": listed("pk.pdf", None),
    "nama-keliru": misspelt,
    "tidak-disebut": unlisted,
    "di-luar-folder": listed("../identitas.pdf", None),
    "pdf-terkunci": listed("pk.pdf", locked()),
    "pdf-terpotong": listed("pk.pdf", pdf()[:900]),
    "pdf-terlalu-panjang": listed("pk.pdf", pdf(4)),
    "terlalu-besar": listed("pk.pdf", b"%PDF-1.7" + b" " * 200_000),
    "bukan-gambar": listed("foto.jpg", b"bukan gambar"),
    "naskah-word": listed("pk.docx", b"PK"),
    "jenis-tidak-dikenal": listed("pk.pdf", pdf(), "pakta"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_annexed_is_told(
    name: str, unit_kecil: Path, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annexes, "MAX_PAGES", 3)
    monkeypatch.setattr(annexes, "MAX_BYTES", 100_000)
    FAULTS[name](unit_kecil)
    assert message_of(unit_kecil) == snapshot


def test_sound_documents_are_counted(unit_kecil: Path) -> None:
    listed("pk.pdf", pdf(3), "perjanjian_kinerja")(unit_kecil)
    year = load_year(2024, unit_kecil)
    (row,) = year[annexes.Lampiran]
    assert annexes.pages_of(annexes.annex_path(year, row)) == 3
    picture = unit_kecil / "foto.PNG"
    Image.new("RGB", (40, 50)).save(picture, "PNG")
    assert annexes.pages_of(picture) == 1


def test_a_document_that_grows_is_other_data(unit_kecil: Path) -> None:
    listed("pk.pdf", pdf())(unit_kecil)
    before = hash_data(unit_kecil, 2024)
    put(unit_kecil, "2024/lampiran/pk.pdf", pdf(2))
    after = hash_data(unit_kecil, 2024)
    assert {name for name in after if after[name] != before[name]} == {"2024/lampiran/pk.pdf"}
