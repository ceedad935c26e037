"""Make ``reference.docx``, the styles of the Word report, from pandoc's own reference document.

Run again after a change: ``python _extensions/lkjip/docx/make_reference.py``. The result is the
same, byte for byte, each time. Needs ``python-docx`` (a tool of development only).
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pypandoc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor, Twips

from lkjip_analysis.rendering.word.openxml import BOTTOM, EDGE, LEFT, RIGHT, TEXT_WIDTH, TOP

TARGET = Path(__file__).with_name("reference.docx")
FONT = "Source Serif 4"
GREY = "A6A6A6"
LINE = 0.96  # the font's own lines are high: so the PDF's
BLACK = RGBColor(0, 0, 0)
LEVELS = range(1, 6)
# Entries of the table of contents, by level: margin, and room for the number.
TOC_INDENT = {1: (0, 0), 2: (425, 567), 3: (992, 709)}
# Numbers of the lists of heads; pandoc's own lists begin at 990.
# Each with its styles, the words of its chapters, and how chapter and sections write the count.
HEADING_LISTS = (
    (1, "Heading", "Bab", "upperRoman", "decimal"),
    (2, "Judul Lampiran", "Lampiran", "upperLetter", "upperLetter"),
)
NO_LIST, CHAPTERS, SMALL_HEADS = 0, 10, 3
# Room for a head's number, by level, in twentieths of a point.
HEADING_INDENT = {1: 0, 2: 709, 3: 850, 4: 992, 5: 1134}


def main() -> None:
    """Write the reference document."""
    base = subprocess.run(
        [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"],
        capture_output=True,
        check=True,
    ).stdout
    document = docx.Document(io.BytesIO(base))
    drop_linked_styles(document)
    set_page(document)
    set_text_styles(document)
    set_headings(document)
    set_heading_numbers(document)
    set_lists_of_contents(document)
    set_table_style(document)
    set_own_styles(document)
    buffer = io.BytesIO()
    document.save(buffer)
    TARGET.write_bytes(normalised(buffer.getvalue()))


def drop_linked_styles(document: Any) -> None:
    """Take out the character twins of heads, which say another look, and what hides the heads."""
    root = document.styles.element
    twins = [
        s for s in root.style_lst if re.fullmatch(r"(Heading\d|Title|Subtitle)Char", s.styleId)
    ]
    for twin in twins:
        root.remove(twin)
    for style in root.style_lst:
        link, hidden = style.find(qn("w:link")), style.find(qn("w:semiHidden"))
        if link is not None:
            style.remove(link)
        if hidden is not None and style.styleId.startswith("Heading"):
            style.remove(hidden)


def set_page(document: Any) -> None:
    """A4 with the report's margins, the document's title in the header, and a page number."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Twips(LEFT), Twips(RIGHT)
    section.top_margin, section.bottom_margin = Twips(TOP), Twips(BOTTOM)
    section.header_distance = section.footer_distance = Twips(EDGE)
    head = new_paragraph_style(document, "header", "Normal", id_="Header")
    paragraph(head, size=8.5, before=0, after=0, line=1.0).font.color.rgb = RGBColor(89, 89, 89)
    head.paragraph_format.tab_stops.add_tab_stop(Twips(TEXT_WIDTH["tegak"]), WD_TAB_ALIGNMENT.RIGHT)
    line = f'w:val="single" w:sz="4" w:space="4" w:color="{GREY}"'
    with_borders(head, f"<w:bottom {line}/>")
    foot = new_paragraph_style(document, "footer", "Normal", id_="Footer")
    paragraph(foot, size=9, align=ALIGN.CENTER, before=0, after=0, line=1.0)
    for part, field, shown in ((section.header, "TITLE", ""), (section.footer, "PAGE", "1")):
        run = f"<w:r><w:t>{shown}</w:t></w:r>"
        xml = f'<w:fldSimple {nsdecls("w")} w:instr=" {field} ">{run}</w:fldSimple>'
        part.paragraphs[0]._p.append(parse_xml(xml))


def set_text_styles(document: Any) -> None:
    """Letters and lines as in the PDF, justified; the language is Indonesian."""
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(defaults):
        if child.tag in (qn("w:lang"), qn("w:rFonts"), qn("w:sz"), qn("w:szCs")):
            defaults.remove(child)
    fonts = " ".join(f'w:{name}="{FONT}"' for name in ("ascii", "hAnsi", "cs", "eastAsia"))
    for xml in (f"<w:rFonts {nsdecls('w')} {fonts}/>",):
        defaults.insert(0, parse_xml(xml))
    for name, value in (("sz", "22"), ("szCs", "22")):
        defaults.append(parse_xml(f'<w:{name} {nsdecls("w")} w:val="{value}"/>'))
    defaults.append(
        parse_xml(f'<w:lang {nsdecls("w")} w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>')
    )
    for style in styles:
        properties = style.element.find(qn("w:rPr"))
        if properties is not None:
            for fonts_ in properties.findall(qn("w:rFonts")):
                properties.remove(fonts_)
    body = paragraph(styles["Body Text"], align=ALIGN.JUSTIFY, before=0, after=4, line=LINE)
    body.paragraph_format.widow_control = True
    paragraph(styles["First Paragraph"], align=ALIGN.JUSTIFY, before=0, after=4, line=LINE)
    compact = paragraph(styles["Compact"], before=0, after=4, line=LINE)
    compact.element.get_or_add_pPr().append(parse_xml(f"<w:contextualSpacing {nsdecls('w')}/>"))
    paragraph(styles["Footnote Text"], size=9, before=0, after=2, line=1.0)
    paragraph(styles["Block Text"], before=4, after=8, line=LINE)
    styles["Hyperlink"].font.color.rgb = BLACK
    styles["Verbatim Char"].font.size = None  # that of the text or the cell around it


def set_headings(document: Any) -> None:
    """BAB I in the middle of a new page; 1.1 and 1.1.1 at the margin."""
    styles = document.styles
    top = paragraph(
        styles["Heading 1"], size=14, bold=True, align=ALIGN.CENTER, before=0, after=18, line=1.0
    )
    top.font.all_caps = True
    top.paragraph_format.page_break_before = True
    sizes = {2: (12.5, 14), 3: (11.5, 12), 4: (11, 10), 5: (11, 8)}
    for level, (size, before) in sizes.items():
        style = paragraph(
            styles[f"Heading {level}"], size=size, bold=True, before=before, after=5, line=1.0
        )
        style.font.italic = level >= 4
    for level in LEVELS:
        styles[f"Heading {level}"].paragraph_format.keep_with_next = True
        appendix = new_paragraph_style(document, f"Judul Lampiran {level}", f"Heading {level}")
        bare = new_paragraph_style(document, f"Judul Tanpa Nomor {level}", f"Heading {level}")
        for style in (appendix, bare):
            style.next_paragraph_style = styles["Body Text"]
    title = paragraph(
        styles["Title"], size=22, bold=True, align=ALIGN.CENTER, before=120, after=8, line=1.15
    )
    title.font.all_caps = True
    subtitle = paragraph(
        styles["Subtitle"], size=16, bold=True, align=ALIGN.CENTER, before=0, after=14, line=1.15
    )
    subtitle.font.all_caps = True
    cover = new_paragraph_style(document, "Sampul", "Normal")
    paragraph(cover, size=14, align=ALIGN.CENTER, before=6, after=6, line=1.15)
    paragraph(new_paragraph_style(document, "Sampul Lambang", "Sampul"), before=60, after=12)


def set_heading_numbers(document: Any) -> None:
    """Number heads by Word's own lists: Bab I, 1.1, 1.1.1; Lampiran A, A.1 in a list of its own.

    Both lists count chapters in the form their sections show (1.1, A.1); the chapters' own heads
    take part in the same count through an instance that writes it in its way ("Bab I"), for not
    every program knows Word's "legal" numbers. Heads of the first level print in capitals, so a
    field that refers to one still reads "Bab I".
    """
    numbering = document.part.numbering_part.element
    for position, (list_, prefix, words, own_form, form) in enumerate(HEADING_LISTS):
        levels = []
        for level in LEVELS:
            number = ".".join(f"%{i}" for i in range(1, level + 1))
            style = "" if level == 1 else f"{prefix} {level}"
            levels.append(level_xml(level, style, number, form if level == 1 else "decimal"))
        chapter = level_xml(1, f"{prefix} 1", f"{words} %1", own_form, after="space")
        code = (
            f'<w:abstractNum w:abstractNumId="{list_}"><w:nsid w:val="4C4B4A{list_:02d}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        )
        numbering.insert(position, parse_xml(code.replace(">", f" {nsdecls('w')}>", 1)))
        override = f'<w:lvlOverride w:ilvl="0">{chapter}</w:lvlOverride>'
        for number, change in ((list_, ""), (list_ + CHAPTERS, override)):
            code = f'<w:num w:numId="{number}"><w:abstractNumId w:val="{list_}"/>{change}</w:num>'
            numbering.append(parse_xml(code.replace(">", f" {nsdecls('w')}>", 1)))
        for level in LEVELS:
            number = list_ + CHAPTERS if level == 1 else list_
            set_list(document.styles[f"{prefix} {level}"], number, level)
    for level in LEVELS:
        set_list(document.styles[f"Judul Tanpa Nomor {level}"], NO_LIST, level)
    set_small_heads(document, numbering)


def set_small_heads(document: Any, numbering: Any) -> None:
    """Number small heads, 1. and below it a., as rendering/word/small_heads.py says."""
    small = new_paragraph_style(document, "Judul Kecil", "Body Text")
    paragraph(small, bold=True, align=ALIGN.LEFT, before=4, after=4)
    small.paragraph_format.keep_with_next = True
    small.next_paragraph_style = document.styles["Body Text"]
    levels = []
    for level, form in ((1, "decimal"), (2, "lowerLetter")):
        style = new_paragraph_style(document, f"Judul Kecil {level}", "Judul Kecil")
        style.next_paragraph_style = document.styles["Body Text"]
        outline = f'<w:outlineLvl {nsdecls("w")} w:val="{level + 2}"/>'
        style.element.get_or_add_pPr().append(parse_xml(outline))
        levels.append(level_xml(level, style.name, f"%{level}.", form, after="space", indent=0))
    code = (
        f'<w:abstractNum w:abstractNumId="{SMALL_HEADS}"><w:nsid w:val="4C4B4A{SMALL_HEADS:02d}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )
    numbering.insert(len(HEADING_LISTS), parse_xml(code.replace(">", f" {nsdecls('w')}>", 1)))
    code = f'<w:num w:numId="{SMALL_HEADS}"><w:abstractNumId w:val="{SMALL_HEADS}"/></w:num>'
    numbering.append(parse_xml(code.replace(">", f" {nsdecls('w')}>", 1)))


def level_xml(
    level: int, style: str, words: str, form: str, *, after: str = "tab", indent: int | None = None
) -> str:
    """Write one level of a list of heads, bound to its style."""
    indent = HEADING_INDENT[level] if indent is None else indent
    bound = f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{bound}'
        f'<w:suff w:val="{after}"/><w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
    )


def set_list(style: Any, list_: int, level: int) -> None:
    """Bind a style of heads to its list, with the indent of that level."""
    indent = 0 if list_ == NO_LIST else HEADING_INDENT[level]
    layout = style.element.get_or_add_pPr()
    number = layout.get_or_add_numPr()
    if list_ != NO_LIST:
        number.get_or_add_ilvl().val = level - 1
    number.get_or_add_numId().val = list_
    style.paragraph_format.left_indent = Twips(indent)
    style.paragraph_format.first_line_indent = Twips(-indent)


def set_lists_of_contents(document: Any) -> None:
    """Entries of the tables of contents, of tables and of figures, and the heads above them."""
    head = paragraph(
        document.styles["TOC Heading"], size=14, bold=True, before=0, after=18, line=1.2
    )
    set_list(head, NO_LIST, 1)
    for level in range(1, 4):
        style = new_paragraph_style(document, f"toc {level}", "Normal", id_=f"TOC{level}")
        paragraph(style, size=11, bold=level == 1, before=5 if level == 1 else 0, after=0, line=1.0)
        style.font.all_caps = style.paragraph_format.keep_with_next = level == 1
        margin, number = TOC_INDENT[level]
        with_dots(style, margin + number)
        style.paragraph_format.left_indent = Twips(margin + number)
        style.paragraph_format.first_line_indent = Twips(-number)
        style.paragraph_format.right_indent = Cm(0.9)
    style = new_paragraph_style(document, "table of figures", "Normal", id_="TableofFigures")
    paragraph(style, size=10, before=0, after=2, line=1.0)
    with_dots(style)
    style.paragraph_format.right_indent = Cm(0.9)
    hint = new_paragraph_style(document, "Petunjuk Daftar", "Normal")
    paragraph(hint, size=10, before=0, after=8, line=1.1)
    hint.font.italic = True


def set_table_style(document: Any) -> None:
    """Thin rules, a bold and shaded head; Word's own default below it."""
    style = document.styles["Table"].element
    style.attrib.pop(qn("w:default"), None)
    style.set(qn("w:customStyle"), "1")
    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    style.addprevious(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:default="1" w:styleId="TableNormal">'
            '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
            '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
            f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>"
        )
    )
    for child in list(style):
        if child.tag in (qn("w:tblPr"), qn("w:tblStylePr"), qn("w:tcPr"), qn("w:pPr")):
            style.remove(child)
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{GREY}"'
    firm = 'w:val="single" w:sz="8" w:space="0" w:color="404040"'
    style.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblInd w:w='0' w:type='dxa'/><w:tblBorders>"
            f"<w:top {firm}/><w:bottom {firm}/><w:insideH {thin}/></w:tblBorders><w:tblCellMar>"
            "<w:top w:w='40' w:type='dxa'/><w:left w:w='75' w:type='dxa'/>"
            "<w:bottom w:w='40' w:type='dxa'/><w:right w:w='75' w:type='dxa'/>"
            "</w:tblCellMar></w:tblPr>"
        )
    )
    style.append(
        parse_xml(
            f"<w:tblStylePr {nsdecls('w')} w:type='firstRow'><w:rPr><w:b/></w:rPr><w:tcPr>"
            f"<w:tcBorders><w:bottom {firm}/></w:tcBorders>"
            "<w:shd w:val='clear' w:color='auto' w:fill='EDEDED'/></w:tcPr></w:tblStylePr>"
        )
    )


def set_own_styles(document: Any) -> None:
    """Captions, cells, notes, boxes and the signature."""
    styles = document.styles
    caption = paragraph(
        styles["Table Caption"], size=10, align=ALIGN.CENTER, before=10, after=4, line=1.0
    )
    caption.font.italic = False
    caption.paragraph_format.keep_with_next = True
    below = paragraph(
        styles["Image Caption"], size=10, align=ALIGN.CENTER, before=4, after=10, line=1.0
    )
    below.font.italic = False
    label = styles.add_style("Label Keterangan", WD_STYLE_TYPE.CHARACTER)
    label.font.bold = True
    styles.add_style("Judul Bab", WD_STYLE_TYPE.CHARACTER)
    styles.add_style("Hitungan Bab", WD_STYLE_TYPE.CHARACTER).font.hidden = True
    figure = paragraph(styles["Captioned Figure"], align=ALIGN.CENTER, before=8, after=2, line=1.0)
    figure.paragraph_format.keep_with_next = True
    cell = new_paragraph_style(document, "Isi Tabel", "Normal")
    paragraph(cell, size=9, before=0, after=0, line=0.9)
    note = new_paragraph_style(document, "Catatan Tabel", "Normal")
    paragraph(note, size=9, before=1, after=1, line=0.9)
    opening = new_paragraph_style(document, "Pengantar", "Body Text")
    opening.paragraph_format.keep_with_next = True
    box = new_paragraph_style(document, "Kotak", "Body Text")
    paragraph(box, before=0, after=0, line=LINE)
    side = "w:val='single' w:sz='24' w:space='8' w:color='7F7F7F'"
    with_borders(box, f"<w:left {side}/>")
    box.paragraph_format.left_indent = Cm(0.5)
    head = new_paragraph_style(document, "Judul Kotak", "Kotak")
    paragraph(head, bold=True, before=8, after=0, line=LINE)
    head.paragraph_format.keep_with_next = True
    for name, before in (("Tanda Tangan", 0), ("Tanda Tangan Nama", 54)):
        sign = new_paragraph_style(document, name, "Normal")
        paragraph(sign, align=ALIGN.CENTER, before=before, after=0, line=1.0)
        sign.paragraph_format.left_indent = Cm(6.5)
        sign.paragraph_format.keep_together = True
        sign.paragraph_format.keep_with_next = name == "Tanda Tangan"
    turn = new_paragraph_style(document, "Batas Bagian", "Normal")
    paragraph(turn, before=0, after=0).paragraph_format.line_spacing = Pt(1)
    turn.quick_style = False
    paragraph(new_paragraph_style(document, "Source Code", "Normal"), size=9, after=6, line=1.0)


def paragraph(
    style: Any,
    *,
    size: float | None = None,
    bold: bool | None = None,
    align: Any = None,
    before: float | None = None,
    after: float | None = None,
    line: float | None = None,
) -> Any:
    """Set a paragraph style."""
    if size is not None:
        style.font.size = Pt(size)
        style.font.color.rgb = BLACK
    if bold is not None:
        style.font.bold = bold
    layout = style.paragraph_format
    if align is not None:
        layout.alignment = align
    if before is not None:
        layout.space_before = Pt(before)
    if after is not None:
        layout.space_after = Pt(after)
    if line is not None:
        layout.line_spacing = line
    return style


def new_paragraph_style(document: Any, name: str, base: str, id_: str = "") -> Any:
    """Add a paragraph style; one with an id is Word's own, so that Word's lists use it."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=bool(id_))
    if id_:
        style.element.styleId = id_
    style.base_style = document.styles[base]
    style.quick_style = True
    return style


def with_borders(style: Any, sides: str) -> None:
    """Give a paragraph style lines at its sides, at the place the format wants them."""
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>")
    after = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
    style.element.get_or_add_pPr().insert_element_before(borders, *after)


def with_dots(style: Any, title: int = 0) -> None:
    """Give an entry its dotted leader to the page number, and a stop for its title."""
    stops = style.paragraph_format.tab_stops
    if title:
        stops.add_tab_stop(Twips(title))
    stops.add_tab_stop(Twips(TEXT_WIDTH["tegak"]), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def normalised(data: bytes) -> bytes:
    """Write the zip again with sorted names and one fixed time."""
    source = zipfile.ZipFile(io.BytesIO(data))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return buffer.getvalue()


if __name__ == "__main__":
    main()
