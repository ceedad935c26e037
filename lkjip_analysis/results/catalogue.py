"""The list of all keys in ``docs/kunci.md``, made from their declarations in ``keys.py``.

``python -m lkjip_analysis.results.catalogue`` writes it anew (a test says when it is stale).
"""

from __future__ import annotations

from lkjip_analysis import paths
from lkjip_analysis.results.keys import patterns


def keys_document() -> str:
    """Write the document: every key with its attribute, its unit and what it is."""
    lines = [
        "# Kunci angka",
        "",
        "Nama setiap angka: kuncinya di `hasil.json` (dan di `{…}` pada `narasi.csv`), cara "
        "menulisnya dalam Python, satuannya, artinya. Dibuat dari deklarasinya (`python -m "
        "lkjip_analysis.results.catalogue`); jangan disunting. Kunci hanya bertambah.",
        "",
        "| Kunci | Python | Satuan | Arti |",
        "|---|---|---|---|",
    ]
    lines += [f"| `{p.kunci}` | `{p.atribut}` | {p.satuan} | {p.angka.arti} |" for p in patterns()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    paths.KEYS.write_text(keys_document(), encoding="utf-8", newline="\n")
