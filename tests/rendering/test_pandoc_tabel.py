"""Tables read without pandoc are the tables that pandoc reads; big ones need little memory."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from unit_here import DINAS

from lkjip_analysis import paths
from lkjip_analysis.presentation import tables
from lkjip_analysis.rendering.command import document, run_pandoc
from lkjip_analysis.rendering.table_reader import read_tables, with_native_tables
from lkjip_analysis.rendering.table_widths import with_widths
from lkjip_analysis.rendering.tree import raw_block
from lkjip_analysis.results import load_results


@pytest.fixture(scope="module")
def printed():
    """The HTML of every table of a report."""
    hasil = load_results(2024, DINAS)
    made = (getattr(tables, name)(hasil).markup for name in tables.__all__)
    return [with_widths(html, turned=False) for html in made]


def read_by_pandoc(html):
    return json.loads(run_pandoc(["-f", "html", "-t", "json"], html))["blocks"]


def test_the_reports_own_tables_need_no_pandoc(printed):
    mine = [read_tables(html) for html in printed]
    assert len(mine) > 25 and None not in mine
    assert [block for blocks in mine for block in blocks] == read_by_pandoc("\n".join(printed))


TABLE = (
    '<table class="tabel"><colgroup><col style="width: 60%"><col style="width: 40%"></colgroup>'
    '<thead><tr><th rowspan="2">A</th><th style="text-align: right">B  b\n c</th></tr>'
    "<tr><th>C</th></tr></thead><tbody>{}</tbody></table>"
)
PLAIN = '<tr data-kode="P.1" class="program"><td>{}</td><td style="text-align: center">x</td></tr>'
KNOWN = {
    "blanks": " a  b\n c ",
    "marks": "2 &lt; 3 &amp; \"q\" 'x' -- ... *b* _u_ $5 @x [1] {z} \\n |p| 😀 z\xa0y",
    "breaks": "a <br> b<br>c<wbr>d.<wbr>e",
    "nested": '<span class="angka" data-kunci="a.b">1 <strong>2</strong></span><em>c</em>d',
    "code": "<code>a.<wbr>b c</code>, <code>d</code>",
    "links": '<a href="#tbl-x">Tabel 1</a> <a href="https://a.example/?b=1&amp;c">x</a>',
    "references": '<a class="rujukan" href="#tbl-x">Tabel x</a>, <a href="#b">b</a>',
    "empty": "",
}
UNKNOWN = {
    "paragraphs": "<p>a</p><p>b</p>",
    "list": "<ul><li>a</li></ul>",
    "blank inside": "<strong>a </strong>b",
    "own look": '<span style="color: red">a</span>',
    "strange blank": "a\u2003b",
    "picture": '<img src="data:," alt="a">',
}


@pytest.mark.parametrize("cell", KNOWN.values(), ids=KNOWN)
def test_cells_as_pandoc_reads_them(cell):
    html = TABLE.format(PLAIN.format(cell))
    mine = read_tables(html)
    assert mine is not None
    assert mine == read_by_pandoc(html)


def test_a_cells_own_look_as_pandoc_reads_it():
    own = "text-align: center; background-color: #ffe0e0; font-weight: bold"
    html = TABLE.format(PLAIN.format("a").replace("text-align: center", own))
    assert read_tables(html) == read_by_pandoc(html)


@pytest.mark.parametrize("cell", UNKNOWN.values(), ids=UNKNOWN)
def test_other_cells_are_left_to_pandoc(cell):
    html = TABLE.format(PLAIN.format(cell))
    assert read_tables(html) is None
    blocks = [raw_block("html", TABLE.format(PLAIN.format("a"))), raw_block("html", html)]
    first, second = with_native_tables(blocks)
    assert (first["t"], second) == ("Table", blocks[1])
    look = f"--lua-filter={paths.EXTENSION / 'lkjip-cetak.lua'}"
    (read,) = json.loads(run_pandoc(["-f", "json", "-t", "json", look], document([second])))[
        "blocks"
    ]
    assert read["t"] == "Table"


BIG = 3000
PEAK_MB, SECONDS = 400, 20
MEASURE = r"""
import re, resource, sys
from pathlib import Path
from lkjip_analysis.rendering.render import render
render(Path(sys.argv[1]), Path(sys.argv[2]))
# The system counts the peak of the process that started this one as this one's; its own is here.
own = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())[1]
used = resource.getrusage(resource.RUSAGE_SELF)
print(int(own) / 1000, used.ru_utime + used.ru_stime)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss / 1000, used.ru_utime + used.ru_stime)
"""


@pytest.mark.lambat
@pytest.mark.skipif(sys.platform != "linux", reason="memori diukur seperti di Linux")
def test_a_table_of_thousands_of_rows(write_book, tmp_path):
    """Measured before it is printed, the table would be laid out twice."""
    rows = "".join(PLAIN.format(f"Kegiatan nomor {n} dari unit kerja") for n in range(BIG))
    cell = {
        "cell_type": "code",
        "metadata": {},
        "execution_count": 1,
        "source": '#| label: tbl-besar\n#| tbl-cap: "Besar"\n1',
        "outputs": [
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {"text/html": TABLE.format(rows), "text/plain": "x"},
            }
        ],
    }
    book = write_book("# Bab {#sec-bab}\n\n{{< embed sel.ipynb#tbl-besar >}}\n", [cell])
    shutil.copytree(paths.EXTENSION, book / "_extensions" / "lkjip")
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(book), str(tmp_path / "hasil")],
        env={**os.environ, "PYTHONPATH": str(paths.PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )
    used = [[float(number) for number in line.split()] for line in done.stdout.splitlines()]
    assert max(memory for memory, _ in used) < PEAK_MB
    assert sum(seconds for _, seconds in used) < SECONDS
    print(used)
