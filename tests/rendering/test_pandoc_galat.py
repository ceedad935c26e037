"""Every fault is reported with file and line, all of them at once, in Indonesian."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest_buku import cell

from lkjip_analysis.rendering.errors import RendererError
from lkjip_analysis.rendering.render import read_book, render

SENTENCE = {"text/markdown": "Kalimat.", "text/plain": "Kalimat."}
TABLE = {"text/html": "<table><tr><td>a</td></tr></table>", "text/plain": "Tabel"}
HEAD = "# Bab {#sec-bab}\n\n"


def faults(folder: Path) -> list[str]:
    """Give the messages of a book that must not render."""
    with pytest.raises(RendererError) as caught:
        read_book(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("chapter", "message"),
    [
        pytest.param(
            "{{< embed sel.ipynb#tbl-capain >}}",
            'bab.qmd, baris 3: label "tbl-capain" tidak ada di "sel.ipynb".'
            ' Maksud Anda "tbl-capaian"?',
            id="label-salah-eja",
        ),
        pytest.param(
            "{{< embed sell.ipynb#tbl-capaian >}}",
            'bab.qmd, baris 3: notebook "sell.ipynb" tidak ada. Maksud Anda "sel.ipynb"?',
            id="notebook-tidak-ada",
        ),
        pytest.param(
            "{{< embed sel.ipynb >}}",
            'bab.qmd, baris 3: embed "sel.ipynb" harus berbentuk notebook.ipynb#label.',
            id="embed-tanpa-label",
        ),
        pytest.param(
            "{{< embed sel.ipynb#kalimat >}}\n\n{{< embed sel.ipynb#kalimat >}}",
            'bab.qmd, baris 5: label "kalimat" sudah dipakai di bab.qmd, baris 3.',
            id="label-dua-kali",
        ),
        pytest.param(
            "{{< include _isi.qmd >}}",
            'bab.qmd, baris 3: berkas "_isi.qmd" tidak ada.',
            id="sertaan-tidak-ada",
        ),
        pytest.param(
            "{{< include bab.qmd >}}",
            'bab.qmd, baris 3: "bab.qmd" menyertakan dirinya sendiri.',
            id="sertaan-melingkar",
        ),
        pytest.param(
            "{{< video https://example.org/a.mp4 >}}",
            'bab.qmd, baris 3: shortcode "video" tidak didukung. Yang ada: embed, include,'
            " pagebreak.",
            id="shortcode-asing",
        ),
        pytest.param(
            "{{< pagebrek >}}",
            'bab.qmd, baris 3: shortcode "pagebrek" tidak didukung. Maksud Anda "pagebreak"?',
            id="shortcode-salah-eja",
        ),
        pytest.param(
            "Capaian {{< var iku.capaian >}} persen.",
            'bab.qmd, baris 3: "Capaian {{< var iku.capaian >}} persen." belum terisi; jalankan'
            ' lewat "lkjip build".',
            id="var-tersisa",
        ),
        pytest.param(
            "Lihat {{< embed sel.ipynb#kalimat >}} di sini.",
            'bab.qmd, baris 3: shortcode "embed" harus sendirian pada barisnya.',
            id="embed-dalam-kalimat",
        ),
        pytest.param(
            "{{< embed sel.ipynb#tbl-capaian >}}\n\nLihat @tbl-capain.",
            'bab.qmd, baris 5: rujukan "@tbl-capain" tidak ditemukan. Maksud Anda "tbl-capaian"?',
            id="rujukan-salah-eja",
        ),
        pytest.param(
            "Ikuti @kecamatan di sana.",
            'bab.qmd, baris 3: kutipan "@kecamatan" tidak didukung; untuk tanda @ biasa tulis'
            " \\@kecamatan.",
            id="kutipan",
        ),
        pytest.param(
            "## Lain {#sec-bab}",
            'bab.qmd, baris 3: id "sec-bab" dipakai lebih dari sekali.',
            id="id-dua-kali",
        ),
        pytest.param(
            "#### Dalam {#sec-dalam}",
            'bab.qmd, baris 3: tingkat judul "Dalam" melompat ke 4.',
            id="tingkat-melompat",
        ),
        pytest.param(
            "# Kedua {#sec-kedua}",
            "bab.qmd: ada 2 judul tingkat 1; satu berkas satu bab.",
            id="dua-bab-satu-berkas",
        ),
        pytest.param(
            "::: {.callout-caution}\nAwas\n:::",
            'bab.qmd, baris 3: kotak ".callout-caution" tidak didukung. Maksud Anda "callout-tip"?',
            id="kotak-asing",
        ),
        pytest.param(
            '::: {.kolom layout-ncol="2"}\nIsi\n:::',
            'bab.qmd, baris 3: opsi blok "layout-ncol" (.kolom) tidak didukung.',
            id="opsi-blok",
        ),
        pytest.param(
            '::: {.content-visible when-format="pdf"}\nIsi\n:::',
            'bab.qmd, baris 3: ".content-visible" perlu when-format="html", "typst", atau "docx";'
            ' ditemukan "pdf".',
            id="format-asing",
        ),
        pytest.param(
            '::: {.content-visible when-format="html"}\n\n## Hanya {#sec-hanya}\n\n:::',
            "bab.qmd, baris 5: judul, tabel, atau gambar bernomor tidak boleh berada di dalam"
            " .content-visible/.content-hidden: nomornya akan berbeda antarformat.",
            id="nomor-bersyarat",
        ),
        pytest.param(
            "::: {.rincian}\nIsi",
            "bab.qmd, baris 3: blok ::: tidak ditutup.",
            id="blok-terbuka",
        ),
        pytest.param("Isi\n\n:::", "bab.qmd, baris 5: penutup ::: tanpa pembuka.", id="penutup"),
        pytest.param("```\nIsi", "bab.qmd, baris 3: blok kode tidak ditutup.", id="kode-terbuka"),
        pytest.param(
            "```{python}\n1\n```",
            "bab.qmd, baris 3: blok kode {python} tidak dijalankan; pakai embed dari notebook.",
            id="kode-dijalankan",
        ),
        pytest.param(
            "```{=latex}\nx\n```",
            "bab.qmd, baris 3: blok mentah {=latex} tidak didukung.",
            id="mentah-asing",
        ),
        pytest.param(
            "Kata <kbd>mentah</kbd>.",
            'bab.qmd, baris 3: HTML mentah "<kbd>" di dalam kalimat hilang.',
            id="html-dalam-kalimat",
        ),
        pytest.param(
            "![Alt](hilang.png)",
            'bab.qmd, baris 3: gambar "hilang.png" tidak ada.',
            id="gambar-tidak-ada",
        ),
        pytest.param(
            "[data](data.csv)",
            'bab.qmd, baris 3: tautan "data.csv" tidak menuju bab atau laman web.',
            id="tautan-berkas",
        ),
        pytest.param(
            "[bagian](#sec-baab)",
            'bab.qmd, baris 3: tautan "#sec-baab" tidak ditemukan. Maksud Anda "sec-bab"?',
            id="tautan-jangkar",
        ),
        pytest.param(
            "{{< embed sel.ipynb#kosong >}}",
            'bab.qmd, baris 3: sel "kosong" di "sel.ipynb" tidak punya keluaran; jalankan'
            " notebooknya, dan akhiri sel dengan isinya.",
            id="sel-kosong",
        ),
        pytest.param(
            "{{< embed sel.ipynb#dua >}}",
            'bab.qmd, baris 3: sel "dua" di "sel.ipynb" punya 2 keluaran; hanya satu yang'
            " boleh. Bagi menjadi beberapa sel.",
            id="dua-keluaran",
        ),
        pytest.param(
            "{{< embed sel.ipynb#tbl-polos >}}",
            'bab.qmd, baris 3: sel "tbl-polos" di "sel.ipynb" tidak punya judul (tbl-cap atau'
            " fig-cap).",
            id="tanpa-judul",
        ),
        pytest.param(
            "{{< embed sel.ipynb#fig-kalimat >}}",
            'bab.qmd, baris 3: sel "fig-kalimat" di "sel.ipynb" bukan gambar (image/svg+xml dan'
            " image/png tidak ada).",
            id="bukan-gambar",
        ),
        pytest.param(
            "{{< embed sel.ipynb#web >}}",
            'bab.qmd, baris 3: sel "web" di "sel.ipynb" hanya terbaca di halaman web; pakai'
            " Markdown(...), sebuah tabel, atau gambar.",
            id="hanya-web",
        ),
        pytest.param(
            "{{< embed sel.ipynb#rumus >}}",
            'bab.qmd, baris 3: sel "rumus" di "sel.ipynb" hanya terbaca di halaman web; pakai'
            " Markdown(...), sebuah tabel, atau gambar.",
            id="rumus",
        ),
    ],
)
def test_message(write_book: Callable[..., Path], chapter: str, message: str) -> None:
    cells = [
        cell("tbl-capaian", TABLE, caption="Capaian"),
        cell("kalimat", SENTENCE),
        cell("kosong"),
        cell("dua", SENTENCE, SENTENCE),
        cell("tbl-polos", TABLE),
        cell("fig-kalimat", SENTENCE, caption="Gambar"),
        cell("web", {"text/html": "<p>halo</p>", "text/plain": "<IPython.core.display.HTML ob>"}),
        cell("rumus", {"text/latex": "$x$", "text/plain": "<IPython.core.display.Latex ob>"}),
    ]
    assert message in faults(write_book(HEAD + chapter + "\n", cells))


def test_all_faults_at_once(write_book: Callable[..., Path]) -> None:
    folder = write_book(HEAD + "@tbl-a\n\n{{< embed x.ipynb#b >}}\n\n::: {.callout-x}\nIsi\n:::\n")
    with pytest.raises(RendererError) as caught:
        render(folder, folder / "_keluaran", ["html"])
    assert str(caught.value) == (
        "Buku tidak dapat dirender, 3 masalah:\n"
        '- bab.qmd, baris 3: rujukan "@tbl-a" tidak ditemukan.\n'
        '- bab.qmd, baris 5: notebook "x.ipynb" tidak ada.\n'
        '- bab.qmd, baris 7: kotak ".callout-x" tidak didukung. Maksud Anda "callout-tip"?'
    )
    assert not (folder / "_keluaran").exists()


def test_fault_in_an_included_file_names_that_file(write_book: Callable[..., Path]) -> None:
    folder = write_book(HEAD + "{{< include _isi.qmd >}}\n", _isi="Baris satu\n\n@fig-x\n")
    assert faults(folder) == ['_isi.qmd, baris 3: rujukan "@fig-x" tidak ditemukan.']


def test_fault_in_an_embedded_sentence_names_the_embed(write_book: Callable[..., Path]) -> None:
    folder = write_book(
        HEAD + "{{< embed sel.ipynb#kalimat >}}\n",
        [cell("kalimat", {"text/markdown": "Lihat @tbl-x."})],
    )
    assert faults(folder) == ['bab.qmd, baris 3: rujukan "@tbl-x" tidak ditemukan.']


def test_a_failed_embed_is_not_reported_again_at_its_references(
    write_book: Callable[..., Path],
) -> None:
    folder = write_book(HEAD + "{{< embed hilang.ipynb#tbl-a >}}\n\nLihat @tbl-a.\n")
    assert faults(folder) == ['bab.qmd, baris 3: notebook "hilang.ipynb" tidak ada.']


def test_chapter_without_a_head(write_book: Callable[..., Path]) -> None:
    assert faults(write_book("Isi saja.\n")) == [
        "bab.qmd: bab harus diawali judul tingkat 1 (# Judul {#sec-...})."
    ]


def test_missing_chapter_and_missing_keys(tmp_path: Path) -> None:
    (tmp_path / "_quarto.yml").write_text(
        "book:\n  title: T\n  date: '2025-01-06'\n  output-file: t\n  chapters:\n    - x.qmd\n",
        encoding="utf-8",
    )
    assert faults(tmp_path) == [
        '_quarto.yml: "book: author" belum diisi.',
        '_quarto.yml, baris 6: bab "x.qmd" tidak ada; kembalikan, atau hapus barisnya di sini.',
    ]


def test_letter_that_no_font_has(copy_of_book: Path, tmp_path: Path) -> None:
    path = copy_of_book / "index.qmd"
    path.write_text(path.read_text(encoding="utf-8") + "\nAksara 漢.\n", encoding="utf-8")
    with pytest.raises(RendererError, match="tanda") as caught:
        render(copy_of_book, tmp_path / "keluaran", ["pdf"])
    assert str(caught.value.problems[0]) == (
        'index.qmd, baris 22: tanda "漢" tidak dimiliki huruf cetak laporan; ganti tanda itu.'
    )


def test_code_and_comments_are_left_alone(write_book: Callable[..., Path]) -> None:
    folder = write_book(HEAD + "```\n@tbl-x <!-- isi -->\n```\n\n<!--\n{{< embed y >}}\n-->\n")
    read_book(folder)
