"""The staged book: chapters, executed notebooks and look of one year in one folder of its own.

Every ``{{< var >}}`` is resolved here, once, as text, so both renderers read the same book and
``quarto render build/<tahun>`` is plain Quarto. Nothing of the project's tree is changed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from lkjip_analysis.building.books import LISTS, StagingError, chapter_files, staged_config
from lkjip_analysis.building.notebooks import as_text, embedded_in, notebook_text
from lkjip_analysis.building.own_outputs import settled
from lkjip_analysis.building.request import REPORT
from lkjip_analysis.paths import CONFIG
from lkjip_analysis.presentation.abbreviations import as_table
from lkjip_analysis.presentation.variables import VAR
from lkjip_analysis.rendering.labels import in_plain_words, read_labels, with_words
from lkjip_analysis.rendering.pictures import with_density
from lkjip_analysis.rendering.row_heads import with_row_heads
from lkjip_analysis.rendering.table_widths import is_too_wide, with_widths
from lkjip_analysis.rendering.yaml_text import read_yaml, write_yaml

WHEN = re.compile(
    r"(:{3,})\s*\{\.content-(visible|hidden) when-(profile|meta)=\"(?:lkjip\.)?([\w-]+)\"\}\s*"
)
PLAIN_LINE = re.compile(r"\s*(#+ |\||:::|!\[|#\|)")
"""Heads, tables, fences, options: text without trace."""
NO_SOURCES = ("*.qmd", "*.html", "*_files", ".*", "~$*")
"""What beside the chapters is not copied with their pictures: themselves, and what Quarto left."""
LABEL = re.compile(r'(?:#\| (?!label:).*\n)*#\| label: "?([\w-]+)')
INLINE = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\(data:image/svg\+xml;base64,([\w+/=]+)\)")
"""A picture inside a text, as a notebook holds it: what it says, and itself."""
ABBREVIATIONS = re.compile(r"(?m)^::: \{\.daftar-singkatan\}\n:::$")
"""Where a chapter asks for the list of abbreviations that its book uses."""
SIGNATURE = re.compile(r"(?ms)^(:{3,} \{\.tanda-tangan\}\n.*?\n\n)(?=\S)")
ELECTRONIC = r"\1Ditandatangani secara elektronik\n\n"
"""Above the room for the signature: there the signer, certified, puts the code (QR)."""
RAW_HTML = re.compile(r"(?ms)^(`{3,})\{=html\}\n.*?^\1`*$")


@dataclass(frozen=True)
class Word:
    """A variable of the year: its text, its markdown, and its markdown with a trace, if any."""

    text: str
    markdown: str
    traced: str | None = None


@dataclass(frozen=True)
class Words:
    """The variables of a year by their dotted names."""

    known: Mapping[str, Word]

    def look_up(self, name: str, place: str) -> Word:
        """Find a variable; an unknown name is an error (Quarto would only warn)."""
        if name not in self.known:
            near = get_close_matches(name, list(self.known), n=1)
            hint = f' Maksud Anda "{near[0]}"?' if near else ""
            raise StagingError(f'{place}: variabel "{name}" tidak dikenal.{hint}')
        return self.known[name]

    def in_line(self, line: str, place: str) -> str:
        """Resolve a line of a chapter; figures in running text keep their key."""
        plain = PLAIN_LINE.match(line) is not None

        def replace(match: re.Match[str]) -> str:
            word = self.look_up(match[1], place)
            return word.markdown if plain else word.traced or word.markdown

        return VAR.sub(replace, line)

    def in_value(self, value: Any, place: str) -> Any:
        """Resolve the strings of a YAML value."""
        if isinstance(value, dict):
            return {key: self.in_value(item, place) for key, item in value.items()}
        if isinstance(value, list):
            return [self.in_value(item, place) for item in value]
        if not isinstance(value, str):
            return value
        return VAR.sub(lambda match: self.look_up(match[1], place).markdown, value)


def resolve_chapter(
    text: str, words: Words, place: str, flags: Mapping[str, Any], profile: str = REPORT
) -> str:
    """Resolve a chapter: variables line by line, and blocks that this book does not have.

    A block ``:::: {.content-visible when-meta="lkjip.komposit"}`` ... ``::::`` (colons as long as
    its own) stays or goes by the flag, one ``when-profile="reviu"`` by the book; they may lie in
    each other. The fence lines become blank, so line numbers hold.
    """
    result: list[str] = []
    inside: list[tuple[str, bool]] = []  # of each open block, what closes it, and whether it stays
    for number, line in enumerate(text.split("\n"), 1):
        if opening := WHEN.fullmatch(line):
            colons, kind, of, name = opening.groups()
            if of == "meta" and name not in flags:
                raise StagingError(f'{place} baris {number}: "lkjip.{name}" tidak dikenal.')
            given = bool(flags[name]) if of == "meta" else name == profile
            inside.append((colons, given == (kind == "visible")))
            result.append("")
        elif inside and line.strip() == inside[-1][0]:
            inside.pop()
            result.append("")
        else:
            kept = all(stays for _, stays in inside)
            result.append(words.in_line(line, f"{place} baris {number}") if kept else "")
    if inside:
        raise StagingError(f"{place}: blok when-meta tidak ditutup dengan {inside[-1][0]}.")
    return "\n".join(result)


def stage_book(
    project: Path,
    folder: Path,
    notebooks: Sequence[Path],
    words: Words,
    *,
    settings: Mapping[str, Any],
    rasterise: Callable[[str], bytes] | None,
    beside: Sequence[str] = (),
    profile: str = REPORT,
    others: Mapping[str, str] | None = None,
) -> None:
    """Stage the book into ``folder``.

    Parameters
    ----------
    project, folder, notebooks
        The sources, the new staged folder, and the executed notebooks.
    settings
        Values that replace those of the top-level ``lkjip`` map: draft mark, logo, and the flags of
        ``when-meta`` blocks.
    rasterise
        Makes a PNG of an SVG, for Word; ``None`` where no Word file is wanted.
    beside
        Formats that the web pages offer for download.
    profile
        The book that is staged, of those that the project has.
    others
        What a reference to a label of another book reads; it leads nowhere.
    """
    config = words.in_value(staged_config(project, profile), CONFIG)
    config["lkjip"] |= settings
    book = config["book"]
    book["date"] = config["lkjip"]["tanggal"]  # Quarto takes no variable for a date
    config["lkjip"]["unduhan"] = [f"{book['output-file']}.{form}" for form in beside]
    config["lkjip"]["unduhan"] += filter(None, [settings.get("angka")])
    book["downloads"] = list(beside)
    if settings.get("logo") and "navbar" in book:
        book["navbar"]["logo"] = settings["logo"]
    _write(folder / "_variables.yml", write_yaml(nest({n: w.text for n, w in words.known.items()})))
    ignored = shutil.ignore_patterns(*NO_SOURCES)
    shutil.copytree(project / "report", folder / "report", ignore=ignored, dirs_exist_ok=True)
    listed = chapter_files(config)
    for path in (project / "index.qmd", *sorted((project / "report").rglob("*.qmd"))):
        name = path.relative_to(project).as_posix()
        included = path.name.startswith("_")  # by chapters; annexes already lie there
        if name in listed or (included and not (folder / name).exists()):
            chapter = _read_chapter(path, name)
            told = resolve_chapter(chapter, words, name, config["lkjip"], profile)
            if told.strip() or not chapter.strip():
                _write(folder / name, told)
            else:  # a chapter of nothing but blocks that this book does not have
                book |= {part: [one for one in book[part] if one != name] for part in LISTS}
    _write(folder / CONFIG, write_yaml(config))
    embedded = embedded_in(folder)
    notebooks = [path for path in notebooks if path.name in embedded]
    shutil.copytree(project / "_extensions", folder / "_extensions", dirs_exist_ok=True)
    with ThreadPoolExecutor() as pool:  # drawing the PNGs takes most of the time
        staged = pool.map(lambda path: _staged_notebook(path, words, rasterise), notebooks)
        places = [folder / "notebooks" / path.name for path in notebooks]
        made = dict(zip(places, staged, strict=True))
    for path, notebook in made.items():
        _write(path, notebook_text(notebook))
    electronic = config["lkjip"].get("tanda-tangan") == "elektronik"
    _finish(folder, made, others or {}, electronic=electronic)
    if rasterise:
        for path in folder.glob("[!_]*/**/*.svg"):
            _draw_beside(path, rasterise)


def _draw_beside(path: Path, rasterise: Callable[[str], bytes]) -> None:
    """Put beside ``x.svg`` an ``x.svg.png``: Word shows no SVG that has no pixels."""
    try:
        png = with_density(rasterise(path.read_text(encoding="utf-8")))
    except (RuntimeError, UnicodeDecodeError) as error:
        said = "gambar SVG tidak terbaca.\n  perbaikan : simpan lagi sebagai SVG atau PNG"
        raise StagingError(f"{path.parent.name}/{path.name}: {said}") from error
    path.with_name(f"{path.name}.png").write_bytes(png)


def _read_chapter(path: Path, name: str) -> str:
    """Read a chapter's text; the mark that some editors put in front of it is no part of it."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise StagingError(
            f"{name}: berkas bukan teks UTF-8.\n  perbaikan : simpan lagi sebagai UTF-8"
        ) from error


def _finish(
    folder: Path,
    notebooks: Mapping[Path, Mapping[str, Any]],
    others: Mapping[str, str],
    *,
    electronic: bool,
) -> None:
    """Give the text and HTML of cells what only whole books tell: numbers of references, widths.

    Both renderers print it as it stands, in every format.
    """
    labels = read_labels(folder)
    others = {label: said for label, said in others.items() if label not in labels.words}
    said = {**others, **labels.links}
    for path in folder.rglob("*.qmd"):
        text = path.read_text(encoding="utf-8")
        done = in_plain_words(ABBREVIATIONS.sub(lambda _: as_table(labels.text), text), said)
        done = SIGNATURE.sub(ELECTRONIC, done) if electronic else done
        if done != text:
            _write(path, done)
    for path, notebook in notebooks.items():
        for cell in notebook["cells"]:
            label = LABEL.match(as_text(cell["source"]))
            turned = label is not None and label[1] in labels.turned
            if label is not None and label[1].startswith("fig-") and label[1] in labels.words:
                _name_picture(cell, labels.words[label[1]])
            elif label is not None and label[1] in labels.words:
                _refuse_too_wide(cell, f'{path.name}, sel "{label[1]}"', turned=turned)

            def finished(html: str, turned: bool = turned) -> str:
                html = with_widths(with_words(html, labels.words), turned=turned)
                return with_row_heads(html)

            for data in (output.get("data", {}) for output in cell.get("outputs", ())):
                if "text/markdown" in data:
                    markdown = in_plain_words(as_text(data["text/markdown"]), others)
                    markdown = SIGNATURE.sub(ELECTRONIC, markdown) if electronic else markdown
                    markdown = RAW_HTML.sub(lambda m: finished(m[0]), markdown)
                    data["text/markdown"] = INLINE.sub(partial(_with_file, folder), markdown)
        _write(path, notebook_text(notebook))


def _with_file(folder: Path, picture: re.Match[str]) -> str:
    """Give a picture inside a text a file beside the notebooks.

    What it says stands in ``fig-alt``: Quarto prints the words in brackets as a caption.
    """
    svg = base64.b64decode(picture[2])
    name = f"notebooks/gambar/{hashlib.sha256(svg).hexdigest()[:12]}.svg"
    _write(folder / name, svg.decode())
    return '![](/{}){{fig-alt="{}"}}'.format(name, re.sub(r'(?<!\\)"', r"\"", picture[1]))


def _name_picture(cell: dict[str, Any], name: str) -> None:
    """Let the words that stand for a picture begin with its name, ``Gambar 1.3``."""
    options, code = _split_options(as_text(cell["source"]), name)
    shown = [as_text(output.get("data", {}).get("text/plain", "")) for output in cell["outputs"]]
    alt = cell["metadata"].pop("fig-alt", "") or options.get("fig-alt") or "".join(shown)
    cell["source"] = _head(options | {"fig-alt": f"{name}. {alt.strip()}"}) + code


def _refuse_too_wide(cell: Mapping[str, Any], place: str, *, turned: bool) -> None:
    """Refuse an analyst's own table whose numbers no page holds; it has no name of its own."""
    for output in cell["outputs"]:
        html = as_text(output.get("data", {}).get("text/markdown", ""))
        if '<table class="tabel">' in html and is_too_wide(html, turned=turned):
            page = "mendatar" if turned else "tegak"
            turn = "" if turned else ", atau taruh embed itu di antara ::: {.landscape} dan :::"
            raise StagingError(
                f"{place}: lajur tabelnya terlalu banyak untuk halaman {page}.\n"
                f"  perbaikan : tampilkan lebih sedikit lajur{turn}"
            )


def _staged_notebook(
    path: Path, words: Words, rasterise: Callable[[str], bytes] | None
) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        options, code = _split_options(as_text(cell["source"]), path.name)
        options = words.in_value(options, path.name)
        if "label" in options:
            cell["outputs"] = settled(cell["outputs"], str(options["label"]))
        if "fig-cap" in options and "fig-alt" not in cell["metadata"]:
            options.setdefault("fig-alt", options["fig-cap"])
        for output in cell["outputs"]:
            data = output.get("data", {})
            if rasterise and "image/svg+xml" in data:
                picture = rasterise(as_text(data["image/svg+xml"]))
                data["image/png"] = base64.b64encode(with_density(picture)).decode("ascii")
        cell["source"] = _head(options) + code
    return notebook


def _head(options: Mapping[str, Any]) -> str:
    lines = (f"#| {k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in options.items())
    return "".join(lines)


def _split_options(source: str, place: str) -> tuple[dict[str, Any], str]:
    lines = source.splitlines(keepends=True)
    head = [line for line in lines if line.startswith("#|")]
    text = "".join(line[2:].lstrip(" ") for line in head)
    options = read_yaml(text, place) or {}
    if not isinstance(options, dict):
        raise StagingError(f"{place}: opsi sel '#|' tidak terbaca: {head[0].strip()}")
    return options, "".join(lines[len(head) :])


def nest(names: Mapping[str, str]) -> dict[str, Any]:
    """Turn dotted names into the nested map of ``_variables.yml``."""
    tree: dict[str, Any] = {}
    for name, value in names.items():
        *path, leaf = name.split(".")
        branch = tree
        for part in path:
            branch = branch.setdefault(part, {})
        branch[leaf] = value
    return tree


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
