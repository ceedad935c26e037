"""The annex of workings: all figures on the web, on paper those that decide."""

from __future__ import annotations

import re

from lkjip_analysis import paths
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.rendering.command import run_pandoc
from lkjip_analysis.results import Results

DECIDING = re.compile(
    r"iku\..*\.(capaian|kemajuan|perubahan\.\d+|selisih_nasional|komposit|hasil)"
    r"|rata_rata\.(capaian_(iku|program|kegiatan|subkegiatan)|kemajuan|efisiensi)"
    r"|anggaran\..*|sasaran\..*\.(serapan|silpa|porsi|efisiensi)|jumlah\..*|sdm\..*"
)
KEY = re.compile(r'data-kunci="([^"]+)"')


def on_paper(markup: str) -> str:
    """The markup as the filter for PDF and Word leaves it."""
    look = f"--lua-filter={paths.EXTENSION / 'lkjip-cetak.lua'}"
    return run_pandoc(["-f", "html", "-t", "html", look], markup)


def test_the_web_has_every_computed_figure(hasil: Results) -> None:
    shown = KEY.findall(tables.jejak(hasil).markup)
    assert shown == [figure.kunci for figure in hasil if figure.dari and figure.known]


def test_paper_has_a_third_at_most(real_size: Results) -> None:
    markup = tables.jejak(real_size).markup
    every, printed = KEY.findall(markup), KEY.findall(on_paper(markup))
    assert len(printed) < len(every) / 3


def test_paper_has_the_figures_that_decide(hasil: Results) -> None:
    markup = tables.jejak(hasil).markup
    every, printed = KEY.findall(markup), KEY.findall(on_paper(markup))
    wanted = {
        figure.kunci
        for figure in hasil
        if figure.kunci in every
        and DECIDING.fullmatch(figure.kunci)
        and not isinstance(figure.nilai, str)
    }
    copies = {
        kunci
        for kunci in wanted - set(printed)
        if [hasil[part].nilai for part in hasil[kunci].dari] == [hasil[kunci].nilai]
    }
    assert wanted - set(printed) == copies


def test_what_paper_leaves_out_is_counted(hasil: Results) -> None:
    markup = tables.jejak(hasil).markup
    every, printed = KEY.findall(markup), KEY.findall(on_paper(markup))
    said = narrative.jejak(hasil).markdown
    assert f"dicetak {len(printed)} angka" in said
    assert f"{len(every) - len(printed)} angka lain" in said
    counts = [int(count) for count in re.findall(r"(?m)^- (\d+) ", said)]
    assert sum(counts) == len(every) - len(printed)


def test_cells_of_one_row_are_told_together(hasil: Results) -> None:
    markup = tables.jejak(hasil).markup
    assert re.search(r"2024/iku\.csv:\d+ target = [\d,]+; realisasi = [\d,]+", markup)
