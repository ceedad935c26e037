"""Pages that Quarto writes are mended by the extension's script."""

import os
import subprocess

import pypandoc

from lkjip_analysis.paths import EXTENSION


def test_quarto_pages_are_mended(tmp_path):
    """Quarto runs the script after rendering; pandoc has the same Lua."""
    (tmp_path / "report").mkdir()
    (tmp_path / "site_libs").mkdir()
    index, chapter = tmp_path / "index.html", tmp_path / "report" / "bab.html"
    outside = '<script src="https://cdn.jsdelivr.net/npm/jquery@3.5.1/dist/jquery.min.js"></script>'
    index.write_text(
        f'<head>{outside}</head><a href="#tbl-x">x</a> <div data-notebook="/rumah/a">'
        '<a href="#sec-z" class="quarto-xref"><span>Bab&nbsp;3</span></a>',
        encoding="utf-8",
    )
    chapter.write_text(
        '<title>4&nbsp; Penutup</title><span class="chapter-number">4</span>'
        '<div id="tbl-x"></div><a href="#tbl-x">x</a>',
        encoding="utf-8",
    )
    script = EXTENSION / "html" / "rapikan.lua"
    subprocess.run(
        [pypandoc.get_pandoc_path(), "lua", str(script)],
        check=True,
        env={**os.environ, "QUARTO_PROJECT_OUTPUT_DIR": str(tmp_path)},
    )
    assert index.read_text(encoding="utf-8") == (
        '<head></head><a href="report/bab.html#tbl-x">x</a> <div>'
        '<a href="#sec-z" class="quarto-xref"><span>Bab&nbsp;III</span></a>'
    )
    assert chapter.read_text(encoding="utf-8") == (
        '<title>BAB IV&nbsp; Penutup</title><span class="chapter-number">BAB IV</span>'
        '<div id="tbl-x"></div><a href="#tbl-x">x</a>'
    )
