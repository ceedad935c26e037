"""Tables of the Word file: columns wide enough, rows and notes that stay together."""

from __future__ import annotations

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from lkjip_analysis.rendering.word.openxml import section_properties
from lkjip_analysis.rendering.word.tables import mend_tables

Rows = list[tuple[str, ...]]
HEAD = ("Program", "Indikator", "Pagu")
ITEM = ("Kegiatan yang namanya cukup panjang", "Persentase " * 8, "100%")


def mended(rows: Rows, notes: int = 0) -> tuple[list[bool], list[str], list[int]]:
    """Mend a table; say which rows stay with the next; give the notes in its last row, the widths.

    A first cell that begins with ``*`` is bold.
    """
    document = docx.Document()
    body = document.element.body
    table = document.add_table(0, len(rows[0]))
    for words in rows:
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.paragraphs[0].add_run(text.lstrip("*")).bold = text.startswith("*") or None
    for note in range(notes):
        paragraph = document.add_paragraph(f"catatan {note}")._p
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), "CatatanTabel")
        paragraph.get_or_add_pPr().insert(0, style)
    table._tbl.tblPr.find(qn("w:tblW")).set(qn("w:type"), "pct")
    for column in table._tbl.tblGrid.findall(qn("w:gridCol")):
        column.set(qn("w:w"), "1000")
    code = section_properties("tegak", start=False)
    page = parse_xml(code.replace("<w:sectPr>", f"<w:sectPr {nsdecls('w')}>", 1))
    body.replace(body.sectPr, page)
    mend_tables(body)
    own = table.rows[: len(rows)]
    kept = [bool(r.cells[0].paragraphs[0].paragraph_format.keep_with_next) for r in own]
    tail = [p for row in table.rows[len(rows) :] for p in row.cells[0].paragraphs]
    widths = [int(c.get(qn("w:w"))) for c in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    return kept, [p.text for p in tail], widths


def test_a_low_table_stays_whole() -> None:
    kept, _, _ = mended([HEAD] + [("a", "b", "c")] * 8)
    assert kept == [True] * 8 + [False]


def test_the_rows_of_a_high_table_part_between_items() -> None:
    kept, _, _ = mended([HEAD] + [ITEM] * 20)
    assert kept == [False] * 19 + [True, False]


def test_the_head_of_a_group_and_a_further_indicator_stay_with_their_item() -> None:
    group, further = ("*Program: Umum", "b", "c"), ("", *ITEM[1:])
    kept, _, _ = mended([HEAD, *[ITEM] * 10, group, ITEM, further, *[ITEM] * 8])
    assert [i for i, keep in enumerate(kept) if keep] == [11, 12, 20]


def test_sums_and_notes_stay_with_the_last_item() -> None:
    kept, notes, _ = mended([HEAD, *[ITEM] * 15, ("*Rata-rata", "", "1"), ("*Jumlah", "", "2")], 3)
    assert [i for i, keep in enumerate(kept) if keep] == [15, 16, 17]
    assert notes == ["catatan 0", "catatan 1", "catatan 2"]


def test_the_columns_fill_the_page_in_the_proportions_they_have() -> None:
    _, _, widths = mended([HEAD, ("a", "b", "c")])
    assert widths == [2835, 2835, 2835]
