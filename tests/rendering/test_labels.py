"""Words of references that a notebook's HTML holds: worked out by lines, as the book counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest_buku import cell

from lkjip_analysis.rendering.labels import read_labels, with_words
from lkjip_analysis.rendering.render import read_book

TABLE = "<table><tr><td># {#tbl-x .lkjip-float}</td></tr></table>"
CHAPTER = """# Bab {#sec-bab}

::: {.callout-note}
## Judul catatan

Isi.
:::

```
## Bukan judul {#sec-bukan}
```

## Isi {#sec-isi}

{{< embed sel.ipynb#tbl-satu >}}

### Rinci

### Lagi {#sec-lagi}

## Yang *lain* \\& lagi {#sec-lain .unnumbered}

::: {.landscape}

{{< embed sel.ipynb#tbl-dua >}}

:::

## Akhir {#sec-akhir}
"""


@pytest.fixture
def folder(write_book: Callable[..., Path]) -> Path:
    cells = [cell(f"tbl-{n}", {"text/html": TABLE}, caption=n) for n in ("satu", "dua")]
    return write_book(CHAPTER, cells)


def test_labels_are_counted_in_reading_order(folder: Path) -> None:
    words = read_labels(folder).words
    assert words == words | {
        "sec-bab": "Bab I",
        "sec-isi": "Bagian 1.1",
        "tbl-satu": "Tabel 1.1",
        "sec-lagi": "Bagian 1.1.2",
        "sec-lain": "“Yang lain & lagi”",
        "tbl-dua": "Tabel 1.2",
        "sec-akhir": "Bagian 1.2",
    }
    assert "sec-bukan" not in words


def test_cells_on_landscape_pages_are_known(folder: Path) -> None:
    assert read_labels(folder).turned == {"tbl-dua"}


def test_they_are_the_numbers_that_are_printed(book: Path, folder: Path) -> None:
    for where in (book, folder):
        targets = {id_: target.words for id_, target in read_book(where).targets.items() if id_}
        assert (
            read_labels(where).words.items()
            >= {
                id_: words
                for id_, words in targets.items()
                if id_.startswith(("tbl-", "fig-", "sec-"))
            }.items()
        )


def test_html_says_the_words_of_known_labels_only(folder: Path) -> None:
    link = '<a class="rujukan" href="#{}">{}</a>'
    html = f"{link.format('tbl-dua', 'Tabel dua')}, {link.format('tbl-z', 'z')}, a@sec-isi.id"
    html += ' <i title="@sec-bab">@sec-bab.</i> @sec-babak'
    said = with_words(html, read_labels(folder).words)
    assert said == (
        f"{link.format('tbl-dua', 'Tabel 1.2')}, {link.format('tbl-z', 'z')}, a@sec-isi.id"
        f' <i title="@sec-bab">{link.format("sec-bab", "Bab I")}.</i> @sec-babak'
    )
