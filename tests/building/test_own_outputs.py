"""What an analyst's cells send, brought into the one output that the book prints."""

import base64
from decimal import Decimal

import lxml.html
import pandas as pd
import pytest
from great_tables import GT
from test_engine import outputs, write

from lkjip_analysis.building.notebooks import execute_notebook
from lkjip_analysis.building.own_outputs import settled
from lkjip_analysis.building.staging import StagingError, _refuse_too_wide
from lkjip_analysis.presentation.own_cells import frame_markdown
from lkjip_analysis.presentation.own_tables import own_table
from lkjip_analysis.presentation.shown import BOOK
from lkjip_analysis.rendering.table_widths import is_too_wide

PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 2])"
PICTURE = {"output_type": "display_data", "metadata": {}, "data": {"image/svg+xml": "<svg/>"}}
NAMED = {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": "<Axes: >"}}
PRINTED = {"output_type": "stream", "name": "stdout", "text": "a * b\n"}
COMPLAINT = {"output_type": "stream", "name": "stderr", "text": "awas\n"}


def run(tmp_path, *sources):
    """The outputs of cells as the engine stores them."""
    execute_notebook(write(tmp_path / "a.ipynb", *sources), tmp_path / "b.ipynb", {})
    return outputs(tmp_path / "b.ipynb")[1:]


def kinds(shown):
    return [sorted(output.get("data", {output.get("name"): ""})) for output in shown]


def test_figures_are_shown_at_the_end_of_their_cell_and_closed(tmp_path):
    import matplotlib
    import matplotlib.pyplot as plt

    backend = matplotlib.get_backend()
    for _ in range(2):  # the second notebook in the process as the first
        figures = run(tmp_path, "tahun", PLOT, "plt.get_fignums()", "plt.figure(); plt.plot([3]);")
        assert kinds(figures[1]) == [["text/plain"], ["image/svg+xml", "text/plain"]]
        assert figures[2][0]["data"]["text/plain"] == "[]"
        assert len(figures[3]) == 1
    assert plt.get_fignums() == [] and matplotlib.get_backend() == backend
    again = run(tmp_path, PLOT)
    assert again[0][1]["data"] == figures[1][1]["data"], "not the same bytes for the same picture"


def test_the_looks_that_a_notebook_chose_stay_in_it(tmp_path):
    pixels = run(tmp_path, "%config InlineBackend.figure_formats = ['png']\n" + PLOT)
    assert kinds(pixels[0])[-1] == ["image/png", "text/plain"]
    png = base64.b64decode(pixels[0][-1]["data"]["image/png"])
    mark = png.index(b"pHYs")
    assert int.from_bytes(png[mark + 4 : mark + 8], "big") * 0.0254 >= 200
    assert kinds(run(tmp_path, PLOT)[0])[-1] == ["image/svg+xml", "text/plain"]


def test_frames_and_series_of_labelled_cells_are_laid_out(tmp_path):
    load = "import pandas as pd\nframe = pd.DataFrame({'x': [1.5, 2]})\nframe"
    passing, frame, series = run(
        tmp_path, load, "#| label: tbl-a\nframe", "#| label: tbl-b\nframe['x'] * 2"
    )
    assert BOOK not in passing[0]["data"] and "text/html" in passing[0]["data"]
    assert cells(frame[0]["data"][BOOK]) == ["x", "1,5", "2,0"]
    assert cells(series[0]["data"][BOOK]) == ["x", "3", "4"]


def test_figures_kept_open_from_cell_to_cell_end_with_their_notebook(tmp_path):
    import matplotlib.pyplot as plt

    run(tmp_path, "%config InlineBackend.close_figures = False\n" + PLOT)
    assert plt.get_fignums() == []
    assert len(run(tmp_path, PLOT)[0]) == 2


def test_a_picture_goes_without_the_words_that_come_with_it():
    assert settled([NAMED, PICTURE, dict(PICTURE)], "fig-a") == [PICTURE]
    other = PICTURE | {"data": {"image/svg+xml": "<svg></svg>"}}
    assert settled([PICTURE, other], "fig-a") == [PICTURE, other]
    assert settled([PRINTED, PICTURE], "fig-a") == [PRINTED, PICTURE]
    assert settled([NAMED], "fig-a") == [NAMED]


def test_texts_become_one_and_what_has_no_form_stays():
    (made,) = settled([PRINTED, NAMED], "teks-a")
    assert made["data"] == {"text/markdown": "```\na * b\n```\n\n\\<Axes: \\>"}
    assert settled([PRINTED, NAMED], "tbl-a") == [PRINTED, NAMED]
    assert settled([NAMED, PICTURE], "teks-a") == [NAMED, PICTURE]


def test_warnings_of_libraries_are_not_printed():
    assert settled([COMPLAINT, PICTURE], "fig-a") == [PICTURE]
    assert settled([COMPLAINT], "teks-a") == []


def cells(markdown):
    """The words of each row of a table, its cells parted by strokes."""
    table = lxml.html.fromstring(markdown.split("\n", 1)[1].rsplit("```", 1)[0])
    return ["|".join(cell.text_content().strip() for cell in row) for row in table.iter("tr")]


def test_a_frame_is_printed_whole_with_indonesian_numbers():
    frame = pd.DataFrame(
        {
            "kode": ["7.01", "a <i>"],
            "tahun": [2024, None],
            "pagu": [2487371653.0, 5e6],
            "capaian": [105.5, float("inf")],
            "banyak": [1500, 3],
            "tepat": [Decimal("7.70"), None],
            "ya": [True, False],
            "hari": pd.to_datetime(["2024-01-31", "2024-02-01"]),
        }
    )
    assert cells(frame_markdown(frame)) == [
        "kode|tahun|pagu|capaian|banyak|tepat|ya|hari",
        "7.01|2024|2.487.371.653|105,5|1.500|7,7|ya|31 Januari 2024",
        "a <i>|–|5.000.000|inf|3|–|tidak|1 Februari 2024",
    ]
    assert len(cells(frame_markdown(pd.DataFrame({"x": range(200)})))) == 201


def test_a_cell_may_hold_several_values():
    frame = pd.DataFrame({"isi": [[1, 2], {"a": 1}, None]})
    assert cells(frame_markdown(frame)) == ["isi", "[1, 2]", "{'a': 1}", "–"]


def test_decimals_are_those_that_pandas_shows():
    frame = pd.DataFrame({"x": [73.47 - 71.13, 0.5], "y": [2 / 3, 1]})
    assert cells(frame_markdown(frame))[1:] == ["2,34|0,666667", "0,50|1,000000"]
    assert cells(frame_markdown(frame.round(1)))[1:] == ["2,3|0,7", "0,5|1,0"]
    with pd.option_context("display.float_format", "{:.1f} m".format):
        assert cells(frame_markdown(frame))[1] == "2.3 m|0.7 m"


def test_an_index_that_says_something_is_printed():
    series = pd.Series([1.5, 2], index=[2022, 2023], name="nilai")
    assert cells(frame_markdown(series.to_frame())) == ["|nilai", "2022|1,5", "2023|2,0"]
    frame = pd.DataFrame({"g": ["a", "a", "b"], "n": [1, 2, 3]})
    both = frame.groupby("g").agg(["sum", "max"])
    assert cells(frame_markdown(both)) == ["g|n", "|sum|max", "a|3|2", "b|3|3"]


def test_other_tables_keep_their_words_and_the_looks_of_cells():
    frame = pd.DataFrame({"kode": ["a", "b"], "nilai": [1.0, 2.0]})
    looks = frame.style.highlight_max("nilai", color="red").set_caption("Dari pandas")
    html = own_table(looks.format(precision=1).to_html())
    assert '<td style="text-align: right; background-color: #ff0000">2.0</td>' in html
    assert '<div class="catatan-tabel"><p>Dari pandas</p></div>' in html and "<style" not in html
    gt = GT(frame, groupname_col="kode").tab_header("Judul").tab_source_note("Sumber: x")
    html = own_table(gt.as_raw_html())
    assert cells(f"\n{html}```") == ["nilai", "a", "1.0", "b", "2.0"]
    assert "<p>Sumber: x</p><p>Judul</p>" in html and "gt_" not in html


@pytest.mark.parametrize(
    "html",
    [
        "<p>Judul</p><table><tr><td>a</td></tr></table><p>Sumber: x</p>",
        "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>",
        "<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>",
        "<script>tulis('<table>')</script>",
    ],
)
def test_html_that_is_more_than_a_table_is_printed_as_it_is(html):
    (made,) = settled([{"output_type": "display_data", "data": {"text/html": html}}], "tbl-a")
    assert made["data"] == {"text/markdown": f"```{{=html}}\n{html}\n```"}


def test_a_heading_in_html_is_none_of_the_book():
    made = own_table("<h3>Judul</h3><table><tr><td>a</td></tr></table>")
    assert made == "<p><strong>Judul</strong></p><table><tr><td>a</td></tr></table>"


def test_a_style_that_says_nothing_and_a_size_in_english_are_left_out():
    html = '<table><tr><td style="tebal; color: red">a</td></tr></table>\n<p>1 rows × 1 columns</p>'
    assert 'style="text-align: left; color: #ff0000">a</td>' in own_table(html)
    assert "rows" not in own_table(html)


def test_a_table_too_wide_for_its_page_is_told():
    wide = pd.DataFrame([[1234567.5] * 8])
    cell = {"outputs": settled([{"output_type": "execute_result", "data": sent(wide)}], "tbl-a")}
    with pytest.raises(StagingError, match=r"(?s)x, sel: lajur .* tegak\..*landscape"):
        _refuse_too_wide(cell, "x, sel", turned=False)
    few = {"outputs": settled([{"output_type": "execute_result", "data": sent(wide[[0, 1]])}], "t")}
    _refuse_too_wide(few, "x", turned=False)
    _refuse_too_wide(cell, "x", turned=True)
    html = sent(pd.concat([wide, wide], axis=1))[BOOK]
    assert is_too_wide(html, turned=True)


def sent(frame):
    """What a kernel with our extension sends of a frame."""
    return {BOOK: frame_markdown(frame), "text/html": frame.to_html(), "text/plain": str(frame)}
