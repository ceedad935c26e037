"""Labelled cells and settings for books of a few lines."""

from __future__ import annotations

QUARTO = """\
project: {type: book}
lang: id
book:
  title: Laporan
  author: Unit
  date: "2025-01-06"
  output-file: laporan
  chapters: [index.qmd, bab.qmd]
lkjip: {instansi: Unit, tahun: 2024, tanggal: "2025-01-06"}
"""


def cell(label: str, *outputs: dict[str, str], caption: str = "") -> dict[str, object]:
    """Make a labelled cell with its outputs."""
    kind = label.split("-", maxsplit=1)[0]
    source = f"#| label: {label}\n" + (f"#| {kind}-cap: {caption}\n" if caption else "") + "x()"
    return {
        "cell_type": "code",
        "source": source,
        "metadata": {},
        "execution_count": None,
        "outputs": [
            {"output_type": "display_data", "metadata": {}, "data": data} for data in outputs
        ],
    }
