"""What holds for any unit holds for this one: tests of other folders, with this unit's data.

Their fixtures (``root``, ``hasil``, ``report``) are those of this folder's conftest.
"""

from test_pandoc_tabel import test_the_reports_own_tables_need_no_pandoc  # noqa: F401
from test_quarto import (  # noqa: F401
    quarto_book,
    test_quartos_pages_say_the_same_word_for_word,
    test_quartos_pdf_says_the_same_page_by_page,
    test_quartos_word_file_says_the_same_word_for_word,
    test_the_staged_book_renders_with_quarto_alone,
)
from test_same_bytes import (  # noqa: F401
    test_nothing_says_when_or_where_it_was_made,
    test_same_bytes_for_somebody_else_later,
)
from test_tables_any import (  # noqa: F401
    test_every_dash_has_its_reason_under_the_table,
    test_every_figure_can_be_traced,
    test_every_source_has_its_hash_and_its_rows,
    test_every_table_is_a_sound_grid,
    test_same_data_same_bytes,
    test_trees_hang_together,
)
from test_trace import test_every_figure_leads_to_its_cells_and_back  # noqa: F401
from test_trace_annex import (  # noqa: F401
    test_cells_of_one_row_are_told_together,
    test_paper_has_a_third_at_most,
    test_paper_has_the_figures_that_decide,
    test_the_web_has_every_computed_figure,
    test_what_paper_leaves_out_is_counted,
)
from test_whole import (  # noqa: F401
    test_every_name_in_the_data_is_printed,
    test_headings_in_order,
    test_not_a_draft,
    test_numbering_is_continuous,
    test_results_file_agrees_with_the_pages,
)
