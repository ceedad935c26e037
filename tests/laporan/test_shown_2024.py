"""Pictures and sentences of the real year that no smaller unit has."""

from __future__ import annotations

from pictures import draw
from test_sentences import NOT_COMPARED, said

from lkjip_analysis.presentation import narrative
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.diagrams.activities import cascading_kegiatan
from lkjip_analysis.results import Results


def test_the_tree_of_2024_is_legible_on_one_page(hasil: Results) -> None:
    picture = draw(cascading_kegiatan, hasil)
    assert picture.canvas.height <= style.LANDSCAPE_PAGE
    assert min(text.get_fontsize() for text in picture.canvas.page.texts) > 6


def test_without_any_target_of_last_year_none_is_named(hasil: Results) -> None:
    assert said(narrative.perbandingan_tahun(hasil)).endswith(NOT_COMPARED.format(""))
