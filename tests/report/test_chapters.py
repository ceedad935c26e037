"""The chapters lead the reader: no table or figure stands without a sentence that names it."""

import re

import pytest

from lkjip_analysis import paths

EMBED = re.compile(r"{{< embed \S+#((?:tbl|fig)-[\w-]+) >}}")
CHAPTERS = sorted((paths.PROJECT / "report").rglob("*.qmd"))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_every_table_and_figure_is_named_before_it_comes(chapter):
    text = chapter.read_text(encoding="utf-8")
    unnamed = [
        match[1]
        for match in EMBED.finditer(text)
        if not re.search(rf"@{match[1]}\b(?!-)", text[: match.start()])
    ]
    assert unnamed == []
