"""Changes in a Word file as people make them: its paragraphs are found by bookmark or by words."""

from __future__ import annotations

import copy
import subprocess
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BY = {f"{W}author": "Camat", f"{W}date": "2025-01-02T03:04:05Z"}


class Document:
    """A Word file to spoil."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])

    def row(self, name: str) -> Any:
        """Find the paragraph of a row of narasi."""
        (start,) = self.root.xpath(f"//*[local-name()='bookmarkStart'][@*='narasi_{name}']")
        return next(start.iterancestors(f"{W}p"))

    def saying(self, words: str) -> Any:
        """Find the first paragraph with some words."""
        return next(p for p in self.root.iter(f"{W}p") if words in "".join(p.itertext()))

    def save(self, path: Path) -> Path:
        self.parts["word/document.xml"] = etree.tostring(self.root, encoding="UTF-8")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self.parts.items():
                package.writestr(name, content)
        return path


def replace(paragraph: Any, old: str, new: str) -> None:
    """Type other words over some; they may stand in several runs."""
    texts = [t for t in paragraph.iter(f"{W}t") if t.text]
    words = "".join(t.text for t in texts)
    assert old in words, words
    start = words.index(old)
    at, rest = 0, len(old)
    for t in texts:
        first = max(start - at, 0)
        at += len(t.text)
        if first < len(t.text) and rest > 0 and at > start:
            taken = min(rest, len(t.text) - first)
            put = new if rest == len(old) else ""
            t.text, rest = t.text[:first] + put + t.text[first + taken :], rest - taken


def without_marks(paragraph: Any) -> Any:
    """Copy a paragraph as a new one is made by typing: no bookmark comes along."""
    fresh = copy.deepcopy(paragraph)
    for mark in list(fresh.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)
    return fresh


def typed(paragraph: Any, words: str) -> Any:
    """Give a paragraph of the same look with other words."""
    fresh = without_marks(paragraph)
    first, *others = fresh.iter(f"{W}t")
    first.text = words
    for other in others:
        other.text = ""
    return fresh


def part(paragraph: Any, before: str) -> None:
    """Press Enter before some words, which begin a run's text anew; the bookmark spans both."""
    (text,) = [t for t in paragraph.iter(f"{W}t") if before in (t.text or "")]
    run = text.getparent()
    second = copy.deepcopy(paragraph)
    for child in list(second):
        if child.tag != f"{W}pPr":
            second.remove(child)
    later = copy.deepcopy(run)
    place = text.text.index(before)
    later.find(f"{W}t").text, text.text = text.text[place:], text.text[:place]
    following = list(run.itersiblings())
    second.extend([later, *following])
    paragraph.addnext(second)


def track(paragraph: Any, kind: str, words: str) -> None:
    """Insert (``ins``) words at the end, or delete (``del``) the last run that has these."""
    if kind == "ins":
        change = etree.SubElement(paragraph, f"{W}ins", BY)
        etree.SubElement(etree.SubElement(change, f"{W}r"), f"{W}t").text = words
        return
    run = next(r for r in paragraph.iter(f"{W}r") if r.findtext(f"{W}t") == words)
    change = etree.Element(f"{W}del", BY)
    run.addprevious(change)
    change.append(run)
    run.find(f"{W}t").tag = f"{W}delText"


def comment(word: Document, paragraph: Any, words: str) -> None:
    """Say something about a paragraph."""
    root = etree.Element(f"{W}comments")
    said = etree.SubElement(root, f"{W}comment", BY | {f"{W}id": "7"})
    etree.SubElement(etree.SubElement(said, f"{W}r"), f"{W}t").text = words
    word.parts["word/comments.xml"] = etree.tostring(root)
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": "7"})


def resaved(libreoffice: str, path: Path, folder: Path) -> Path:
    """Open a file in LibreOffice and save it again."""
    profile = f"-env:UserInstallation=file://{folder}/profil"
    form = "docx:MS Word 2007 XML"
    command = [libreoffice, profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True)
    return folder / path.name
