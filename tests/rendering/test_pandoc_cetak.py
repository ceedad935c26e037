"""What only paper needs, by the Lua filters that both renderers run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
import typst

from lkjip_analysis import paths
from lkjip_analysis.rendering.command import run_pandoc
from lkjip_analysis.rendering.tree import attributes, classes, plain_text, walk

FILTER = paths.EXTENSION / "lkjip-cetak.lua"
TABLE = """
::: {#tbl-x}
| A |
|---|
| b |
:::
"""


def printed(markdown: str) -> list[Any]:
    text = run_pandoc(["-f", "markdown", "-t", "json", f"--lua-filter={FILTER}"], markdown)
    blocks: list[Any] = json.loads(text)["blocks"]
    return blocks


def test_an_opening_goes_onto_the_landscape_page_it_introduces() -> None:
    blocks = printed(f"# Bab\n\nPengantar\n\n::: {{.landscape}}\n{TABLE}\n:::\n\nSesudahnya\n")
    assert [block["t"] for block in blocks] == ["Div", "Para"]
    assert plain_text(blocks[0]["c"][1][:2]) == "BabPengantar"


@pytest.mark.parametrize(
    "before",
    [
        "# Bab\n\nPengantar\n\n## Bagian\n",
        f"# Bab\n\n{TABLE}\n",
        f"# Bab\n\n:::: b\n{TABLE}\n::::\n",
    ],
)
def test_text_before_a_landscape_page_stays_where_it_is_more_than_an_opening(before: str) -> None:
    blocks = printed(f"{before}\n::: {{.landscape}}\nMendatar\n:::\n")
    assert plain_text(blocks[-1]) == "Mendatar"


OPENINGS = {
    "bold line": "**Judul kecil**\n\nIsi.",
    "list": "Terdiri atas:\n\n1. satu",
    "table": f"Tabel berikut:\n{TABLE}",
    "sentence before a table": f"Rinciannya ada pada tabel.\n{TABLE}",
    "sentence before a table without a number": "Isinya.\n\n| A |\n|---|\n| b |",
    "embedded table": f"Tabel berikut:\n\n::::: sel\n:::: keluaran\n{TABLE}\n::::\n:::::",
    "signature": "Demikian.\n\n::: tanda-tangan\nCamat\n:::",
}
OTHERS = {"sentence": "Kalimat.\n\n1. satu", "colon": "Yaitu:\n\nIsi.", "last": "**Judul**"}
OTHERS["landscape page before a signature"] = (
    "# Bab\n\n## Bagian\n\n::: landscape\nMendatar\n:::\n\n::: tanda-tangan\nCamat\n:::"
)


@pytest.mark.parametrize("text", OPENINGS.values(), ids=OPENINGS)
def test_what_introduces_stays_with_it(text: str) -> None:
    assert "pengantar" in classes(printed(text)[0])


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_paragraphs_do_not(text: str) -> None:
    assert not any("pengantar" in classes(node) for node in walk(printed(text)))


HTML = """```{=html}
<table id="tabel-x"><thead><tr><th>Kepala</th></tr></thead><tbody>
<tr><td>biasa</td></tr><tr class="hanya-web"><td>web</td></tr>
<tr class="jumlah"><td>Jumlah</td></tr></tbody></table>
```
"""


def test_heads_and_sums_are_bold_and_rows_of_the_web_are_left_out() -> None:
    (table,) = printed(HTML)
    assert plain_text(table["c"]) == "KepalabiasaJumlah"
    assert [plain_text(node) for node in walk(table) if node["t"] == "Strong"] == [
        "Kepala",
        "Jumlah",
    ]
    assert attributes(table)[0] == ""  # the float around it has the label


def test_quartos_cells_are_opened_unless_they_hold_a_table_or_a_picture() -> None:
    text = ":::: cell\n::: cell-output\nDemikian.\n:::\n::::\n\n"
    signature = ":::: cell\n::: tanda-tangan\nCamat\n:::\n::::\n\n"
    picture = "::: cell\n![Judul](x.svg){#fig-x}\n:::\n"
    found = printed(text + signature + picture)
    assert [classes(block) for block in found] == [["pengantar"], ["tanda-tangan"], ["cell"]]


def test_a_box_without_a_title_is_named_by_its_kind() -> None:
    (plain,) = printed("::: callout-tip\nIsi.\n:::\n")
    (named,) = printed('::: {.callout-tip title="Judul"}\nIsi.\n:::\n')
    assert attributes(plain)[2] == {"title": "Kiat"}
    assert attributes(named)[2] == {"title": "Judul"}


LOOK = paths.EXTENSION / "typst" / "lkjip-typst.lua"
BREAK = "\u200b"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("laporan_kinerja_instansi_2024.pdf", 5),
        ("panjang" * 9, 3),
        ("pertanggungjawaban", 1),
        ("https://contoh.id/berkas/" + "abcdefghij" * 4, 1),  # Typst breaks links itself, unseen
        ("www.contoh.id/berkas/laporan-kinerja-2024", 1),
        ("1.234,50" + "\xa0" * 28, 1),  # lined up with others of its column
        ("–" * 12 + ".", 1),  # letters are counted, not bytes
    ],
)
def test_words_without_end_may_break_in_cells_and_nowhere_else(word: str, parts: int) -> None:
    def breaks(markdown: str) -> int:
        told = ["-f", "markdown", "-t", "typst", f"--lua-filter={LOOK}"]
        return str(run_pandoc(told, markdown)).count(BREAK)

    assert breaks(f"| A |\n|---|\n| {word} |") == parts - 1
    assert breaks(word) == 0


@pytest.mark.parametrize("sign", ["=", "==", "/", "//", "-", "+"])
def test_a_cell_may_begin_with_a_sign_of_typst(sign: str, tmp_path: Path) -> None:
    told = ["-f", "markdown", "-t", "typst", f"--lua-filter={LOOK}"]
    source, target = tmp_path / "sel.typ", tmp_path / "sel.pdf"
    table = run_pandoc(told, f"| A |\n|---|\n| {sign} 8,40 |\n")
    source.write_text(f"#let abu-kepala = gray\n{table}", encoding="utf-8")
    typst.compile(str(source), output=str(target))
    assert f"{sign} 8,40" in pypdf.PdfReader(target).pages[0].extract_text()
