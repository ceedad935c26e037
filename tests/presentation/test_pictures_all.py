"""What holds for every picture: it fits, it is stable, it says what it shows, and what it lacks."""

from __future__ import annotations

import inspect
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from matplotlib.font_manager import findfont
from pictures import draw, joined, outside, overlaps, spread, text_boxes, words
from unit_kecil import copy_unit

from lkjip_analysis import paths
from lkjip_analysis.presentation import charts, diagrams
from lkjip_analysis.presentation.charts import achievement, budget, resources, style, trend
from lkjip_analysis.presentation.charts.parting import cuts_of, page_of
from lkjip_analysis.presentation.diagrams import activities, cascades, organisation, processes
from lkjip_analysis.presentation.output import FigureOutput
from lkjip_analysis.presentation.plain import data_name
from lkjip_analysis.rendering.pictures import rasterise
from lkjip_analysis.results import Results, load_results

pytestmark = pytest.mark.lambat
ROOMS = (achievement, trend, budget, resources, activities, cascades, organisation, processes)
PUBLISHED: dict[str, Callable[[Results], FigureOutput]] = {
    name: getattr(room, name) for room in (charts, diagrams) for name in room.__all__
}
NEEDS = {
    "capaian_iku": "iku",
    "kemajuan_renstra": "iku",
    "tren_iku": "iku",
    "serapan_program": "program",
    "capaian_serapan": "sasaran",
    "ketersediaan_sdm": "sdm",
    "ketersediaan_sarpras": "sarpras",
    "struktur_organisasi": "struktur",
    "cascading": "sasaran",
    "cascading_kegiatan": "program",
    "proses_bisnis": "proses_bisnis",
}
COUNTS = [1, 7, 30]
EXTREMES = ["102,04", "", "0", "300", "-25", "99,999"]


def test_every_published_picture_is_checked() -> None:
    drawn = {
        name
        for room in ROOMS
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if function.__module__ == room.__name__ and function.__annotations__["return"] == "Picture"
    }
    assert set(PUBLISHED) == drawn == set(NEEDS)


@pytest.fixture(scope="module")
def extreme(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Results]:
    """Units with few and many rows of long names and extreme values."""
    make = tmp_path_factory.mktemp
    return {n: spread(copy_unit(make(f"baris-{n}")), n, EXTREMES) for n in COUNTS}


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("name", PUBLISHED)
def test_nothing_overlaps_or_leaves_the_picture(
    name: str, count: int, extreme: dict[int, Results]
) -> None:
    picture = draw(PUBLISHED[name], extreme[count])
    assert overlaps(text_boxes(picture)) == []
    assert outside(picture) == []


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_picture_higher_than_its_page_is_parted_between_its_texts(
    name: str, extreme: dict[int, Results]
) -> None:
    picture = draw(PUBLISHED[name], extreme[30])
    canvas, page = picture.canvas, page_of(picture.canvas)
    cuts = cuts_of(canvas)
    parts = list(zip([0.0, *cuts], [*cuts, canvas.height], strict=True))
    for start, end in parts:
        strips = (canvas.head if start else 0) + (canvas.foot if end < canvas.height else 0)
        assert end - start + strips <= page + 0.01
    texts = [(text, canvas.height - box.y1, canvas.height - box.y0)
             for text, box in text_boxes(picture)]  # fmt: skip
    for cut in cuts:
        assert [text for text, top, end in texts if top + 0.4 < cut < end - 0.4] == []


@pytest.mark.parametrize("value", ["", "0", "-25", "300", "1234567,89"])
@pytest.mark.parametrize("name", ["capaian_iku", "kemajuan_renstra", "tren_iku", "capaian_serapan"])
def test_all_rows_alike_extreme(name: str, value: str, unit_kecil: Path) -> None:
    picture = draw(PUBLISHED[name], spread(unit_kecil, 3, [value]))
    assert overlaps(text_boxes(picture)) == []
    assert outside(picture) == []
    assert ("belum tersedia" in joined(picture)) == (value == "" or name == "tren_iku")


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_missing_file_is_named(name: str, unit_kecil: Path) -> None:
    for year in ("2022", "2023"):
        for path in (unit_kecil / year).glob("*.csv"):
            path.unlink()
    for path in (unit_kecil / "2024").glob("*.csv"):
        if path.stem != "identitas":
            path.unlink()
    hasil = load_results(2024, unit_kecil)
    lacking = data_name(f"2024/{NEEDS[name]}.csv")
    assert f"Belum tersedia: {lacking}" in joined(draw(PUBLISHED[name], hasil))
    assert "belum tersedia" in PUBLISHED[name](hasil).alt
    assert lacking in PUBLISHED[name](hasil).alt and ".csv" not in lacking


@pytest.mark.parametrize("name", PUBLISHED)
def test_svg_is_one_scalable_image_with_a_name(name: str, unit_kecil: Path) -> None:
    output = PUBLISHED[name](load_results(2024, unit_kecil))
    root = etree.fromstring(output.svg.encode())
    ns = "{http://www.w3.org/2000/svg}"
    width, height = (float(root.get(key, "").removesuffix("pt")) for key in ("width", "height"))
    assert root.get("viewBox") == f"0 0 {width:g} {height:g}" or root.get("viewBox", "").startswith(
        "0 0 "
    )
    assert width in (
        pytest.approx(style.PORTRAIT, abs=0.01),
        pytest.approx(style.LANDSCAPE, abs=0.01),
    )
    assert root.get("role") == "img"
    assert root.findtext(f"{ns}title") == output.alt
    assert not list(root.iter(f"{ns}style", f"{ns}metadata", f"{ns}script"))
    assert not re.search(r"https?://(?!www\.w3\.org/)", output.svg)
    ids = re.findall(r'\bid="([^"]+)"', output.svg)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', output.svg)) == set(ids)


@pytest.mark.parametrize("name", PUBLISHED)
def test_text_of_the_svg_is_text_in_the_typeface_it_was_measured_with(
    name: str, unit_kecil: Path
) -> None:
    hasil = load_results(2024, unit_kecil)
    root = etree.fromstring(PUBLISHED[name](hasil).svg.encode())
    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    assert sorted(text.text for text in texts) == sorted(words(draw(PUBLISHED[name], hasil)))
    assert (root.get("font-family") or "").startswith("'Source Sans 3',")
    said = " ".join(text.get("style") or "" for text in texts)
    assert "font-family" not in said
    assert set(re.findall(r"font-weight:(\w+)", said)) <= {"600"}


def test_text_is_measured_with_the_files_it_is_printed_with() -> None:
    with style.look():
        files = [findfont(style.font(9, bold)) for bold in (False, True)]
    names = [TTFont(file)["name"].getDebugName(4) for file in files]
    assert names == ["Source Sans 3 Regular", "Source Sans 3 SemiBold"]


@pytest.mark.parametrize("name", PUBLISHED)
def test_same_data_same_bytes_whatever_the_reader_has_set(name: str, unit_kecil: Path) -> None:
    hasil = load_results(2024, unit_kecil)
    first = PUBLISHED[name](hasil)
    with mpl.rc_context(
        {"font.size": 30, "svg.fonttype": "path", "lines.linewidth": 9, "axes.grid": True}
    ):
        assert PUBLISHED[name](hasil) == first


def test_same_bytes_in_another_process(unit_kecil: Path) -> None:
    code = (
        "import sys; from lkjip_analysis.results import load_results;"
        "from lkjip_analysis.presentation import diagrams;"
        "sys.stdout.write(diagrams.cascading(load_results(2024, sys.argv[1])).svg)"
    )
    command = [sys.executable, "-W", "ignore", "-c", code, str(unit_kecil)]
    run = subprocess.run(command, capture_output=True, check=True)
    assert run.stdout.decode() == diagrams.cascading(load_results(2024, unit_kecil)).svg


def test_signs_in_names_are_drawn_as_they_are(unit_kecil: Path) -> None:
    file = unit_kecil / "2024" / "iku.csv"
    text = file.read_text(encoding="utf-8").replace("Nilai AKIP;", "Nilai <A&B> $x$ ≥ 5_2 → “é”;")
    file.write_text(text, encoding="utf-8")
    output = charts.capaian_iku(load_results(2024, unit_kecil))
    assert "Nilai <A&B> $x$ ≥ 5_2 → “é”" in output.alt
    assert "Nilai &lt;A&amp;B&gt; $x$" in output.svg


def test_rasterise_keeps_size_and_bytes(unit_kecil: Path) -> None:
    output = charts.capaian_iku(load_results(2024, unit_kecil))
    fonts = paths.EXTENSION / "fonts"
    png = rasterise(output.svg, fonts, ppi=144)
    assert png.startswith(b"\x89PNG")
    width, _ = struct.unpack(">II", png[16:24])
    assert width == pytest.approx(style.PORTRAIT * 2, abs=2)
    assert rasterise(output.svg, fonts, ppi=144) == png
    assert rasterise(output.svg, fonts / "grafik" / "tidak-ada", ppi=144) != png, "no letters"


def test_importing_draws_nothing_and_needs_no_matplotlib() -> None:
    code = "import sys, lkjip_analysis.presentation.charts; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
