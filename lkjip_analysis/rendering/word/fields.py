"""Numbers that Word keeps up to date: chapter heads, captions, and what refers to them.

The heads count by the lists of the reference document. A caption counts by sequences of its own,
``NomorTabel`` and ``NomorGambar``, which each chapter head sets back to nought; the chapter's
number in it is a third one, for Word cannot write the "Bab III" of a head as the 3 of "Tabel 3.1".
A hidden ``Tabel`` or ``Gambar`` is what the lists of tables and figures look for: they list every
paragraph with that sequence, so no head may hold it.
The writers print plain words; here they become fields that show the same words until updated.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator
from typing import Any

from lkjip_analysis.rendering.word.names import insert, style_of, text_of, w
from lkjip_analysis.rendering.word.openxml import field, run

CAPTIONS = ("TableCaption", "ImageCaption")
LABEL_STYLE, HIDDEN_STYLE = "LabelKeterangan", "HitunganBab"
# Style of a chapter's head: the sequence that counts it, and how its number is written.
CHAPTERS = {"Heading1": ("Bab", "ARABIC"), "JudulLampiran1": ("Lampiran", "ALPHABETIC")}
NUMBERED_HEAD = re.compile(r"(Heading|JudulLampiran)(\d)")
LABEL = re.compile(r"(?P<word>Tabel|Gambar)[ \u00a0](?:(?P<chapter>\w+)\.)?(?P<count>\d+)")
SECTION = re.compile(r"(?P<lead>.*?)(?P<number>\w+(?:\.\d+)+)")
CHAPTER = re.compile(r"(?:Bab|Lampiran) \w+")


def number_by_fields(body: Any) -> None:
    """Turn the numbers of a document's body into fields."""
    targets = {}
    chapter = ""
    for paragraph in list(body.iter(w("p"))):
        style = style_of(paragraph)
        if style in CHAPTERS:
            chapter = style
            _open_chapter(paragraph, style)
        if style in CAPTIONS or NUMBERED_HEAD.fullmatch(style):
            for start in paragraph.findall(w("bookmarkStart")):
                targets[start.get(w("name"))] = start
        if style in CAPTIONS:
            _count_caption(paragraph, chapter)
    for link in list(body.iter(w("hyperlink"))):
        target = targets.get(link.get(w("anchor")))
        if target is not None:
            _refer(link, target)


def _open_chapter(paragraph: Any, style: str) -> None:
    """Count a chapter without showing it, and let its captions begin at 1; then a new line."""
    resets = (f"SEQ Nomor{word} \\h \\r 0" for word in ("Tabel", "Gambar"))
    hidden = (f"SEQ {CHAPTERS[style][0]} \\h", *resets)
    code = "".join(field(instruction, "", style=HIDDEN_STYLE) for instruction in hidden)
    insert(paragraph, 1, f"{code}<w:r><w:br/></w:r>")


def _count_caption(paragraph: Any, chapter: str) -> None:
    """Write the label of a caption, the words of its first bookmark, with fields."""
    start = paragraph.find(w("bookmarkStart"))
    runs = list(_marked(start)) if start is not None else []
    label = LABEL.fullmatch("".join(text_of(run_) for run_ in runs))
    if label is None:
        return
    code = run(f"{label['word']}\u00a0", style=LABEL_STYLE)
    if label["chapter"]:
        sequence, form = CHAPTERS[chapter]
        instruction = f"SEQ {sequence} \\c \\* {form}"
        code += field(instruction, label["chapter"], style=LABEL_STYLE)
        code += run(".", style=LABEL_STYLE)
    code += field(f"SEQ Nomor{label['word']} \\* ARABIC", label["count"], style=LABEL_STYLE)
    listed = field(f"SEQ {label['word']} \\h", "", style=HIDDEN_STYLE)
    insert(paragraph, paragraph.index(_end_of(start)) + 1, listed)
    for run_ in runs:
        paragraph.remove(run_)
    insert(paragraph, paragraph.index(start) + 1, code)


def _refer(link: Any, target: Any) -> None:
    """Turn a link that says its target's number into a field; leave any other link."""
    words = text_of(link).replace("\u00a0", " ")
    head = NUMBERED_HEAD.fullmatch(style_of(target.getparent()))
    lead = ""
    if head is None:
        fits = LABEL.fullmatch(words)
    elif head[2] == "1":
        fits = CHAPTER.fullmatch(words)
    else:
        fits = SECTION.fullmatch(words)
        lead = fits["lead"] if fits else ""
    if not fits:
        return
    # A caption's words come with its bold letters, unless the field keeps its own look.
    switches = "\\h \\* MERGEFORMAT" if head is None else "\\r \\h"
    instruction = f"REF {_referable(target)} {switches}"
    shown = text_of(link)
    code = run(shown[: len(lead)]) if lead else ""
    place = link.getparent().index(link)
    insert(link.getparent(), place, code + field(instruction, shown[len(lead) :]))
    link.getparent().remove(link)


def _referable(target: Any) -> str:
    """Give a bookmark a second name as Word makes them: a field cannot read one with a hyphen."""
    digest = hashlib.sha1(target.get(w("name")).encode(), usedforsecurity=False).hexdigest()
    name, id_ = f"_Ref{digest[:12]}", str(int(digest[:7], 16))
    if target.getnext().get(w("name")) == name:
        return name
    paragraph = target.getparent()
    insert(paragraph, paragraph.index(_end_of(target)), f'<w:bookmarkEnd w:id="{id_}"/>')
    place = paragraph.index(target) + 1
    insert(paragraph, place, f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>')
    return name


def _marked(start: Any) -> Iterator[Any]:
    """Give what stands between a bookmark's start and its end."""
    end = _end_of(start)
    return itertools.takewhile(lambda sibling: sibling is not end, start.itersiblings())


def _end_of(start: Any) -> Any:
    """Find the end of a bookmark."""
    ends = start.itersiblings(w("bookmarkEnd"))
    return next(end for end in ends if end.get(w("id")) == start.get(w("id")))
