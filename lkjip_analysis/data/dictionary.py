"""The data dictionary ``data/README.md``, written from the data model so that both agree.

Run ``python -m lkjip_analysis.data.dictionary`` after a change of ``schemas.py`` or ``facts.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.beside import beside
from lkjip_analysis.data.columns import Column, Row, limits_of
from lkjip_analysis.data.facts import FACTS, SECTIONS, Section
from lkjip_analysis.data.schemas import TABLES

TOLD: dict[str, Any] = beside(__file__)
"""The words that stand in no declaration."""


def dictionary_text() -> str:
    """Write the whole dictionary."""
    heads = TOLD["heads"]
    kinds = _pipe_table(heads["jenis"], TOLD["meaning"].items())
    facts = _pipe_table(heads["fakta"], map(_fact_row, FACTS.values()))
    sections = _pipe_table(heads["bagian"], map(_section_row, SECTIONS.values()))
    parts = [TOLD["introduction"], kinds, "## Berkas\n", _files(), "## Kolom setiap berkas\n"]
    for table in TABLES.values():
        parts.append(_table_text(table))
        if table.name == "identitas":
            parts += ["#### Kunci identitas.csv\n", facts]
        elif table.name == "narasi":
            parts += [TOLD["narrative_note"], "#### Bagian narasi.csv\n", sections]
    return "\n".join(parts)


def write_dictionary(path: Path | None = None) -> None:
    """Write the dictionary to its file."""
    (path or paths.DICTIONARY).write_text(dictionary_text(), encoding="utf-8", newline="\n")


def _pipe_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a pipe table; a blank cell shows a dash."""
    names = list(header)
    lines = [names, ["---"] * len(names), *([_cell(text) for text in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ") or "–"


def _yes(flag: bool) -> str:
    return "ya" if flag else ""


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _files() -> str:
    rows = (
        (f"[`{table.file}`](#{table.name})", table.row_is, _yes(table.compulsory), _carried(table))
        for table in TABLES.values()
    )
    return _pipe_table(("berkas", "satu baris adalah", "wajib", "pada tahun baru"), rows)


def _carried(table: type[Row]) -> str:
    if table.shared:
        return "dipakai bersama"
    if told := TOLD["carrying"].get(table.name):
        return str(told)
    if not table.carried_over:
        return "mulai tanpa baris" if table.compulsory else "tidak dibawa"
    filled = any(column.to_fill for column in table.columns)
    return "dibawa, kolom tiap tahun dikosongkan" if filled else "dibawa seluruhnya"


def _table_text(table: type[Row]) -> str:
    place = "di samping folder tahun" if table.shared else "di folder tahun"
    place += f", dalam `{folder}/`" if (folder := table.file.rpartition("/")[0]) else ""
    facts = [
        f"- Satu baris adalah {table.row_is}.",
        f"- Kunci baris: {', '.join(_code(name) for name in table.key)}. Letak: {place}.",
        "- Wajib ada dan terisi untuk laporan final." if table.compulsory else "- Boleh tidak ada.",
        f"- {_published(table)}.",
    ]
    if table.used_in:
        facts.append(f"- Dipakai di: {table.used_in}.")
    rows = (_column_row(column, table) for column in table.columns)
    columns = _pipe_table(TOLD["heads"]["kolom"], rows)
    return "\n".join([f"### {table.name}", "", *facts, "", columns])


def _published(table: type[Row]) -> str:
    """Say what of a table readers get, too."""
    if not table.public:
        return "Tidak diterbitkan"
    parts = FACTS.values() if table.name == "identitas" else table.columns
    kept = [_code(one.name) for one in parts if not one.public]
    return f"Diterbitkan, kecuali {', '.join(kept)}" if kept else "Diterbitkan"


def _column_row(column: Column[Any], table: type[Row]) -> Iterator[str]:
    yield _code(column.name)
    yield column.kind
    yield column.unit or ("kolom `satuan`" if _has_row_unit(column, table) else "")
    yield _yes(column.required)
    yield _yes(column.to_fill)
    yield column.meaning
    yield _allowed(column)
    usual = TOLD["example"].get(column.kind, next(iter(column.choices), ""))
    yield _code(column.example or usual)
    yield _code(column.bad_example or TOLD["bad_example"].get(column.kind, ""))


def _has_row_unit(column: Column[Any], table: type[Row]) -> bool:
    """Say whether each row names the column's unit itself."""
    return column.kind == "bilangan" and "satuan" in table.column_names and column.name != "bobot"


def _allowed(column: Column[Any]) -> str:
    """Say what a column's cells may hold beyond their kind."""
    if column.name == "bagian":
        return "daftar bagian di bawah"
    rules = []
    if column.choices:
        rules.append(", ".join(_code(choice) for choice in column.choices))
    if column.refers_to:
        place = column.refers_to.replace(".", ".csv` kolom `").replace("|", "` atau `")
        rules.append(f"kode yang ada di `{place}`")
    if limits := limits_of(column):
        rules.append(limits)
    if column.percent_sign:
        rules.append("boleh dengan tanda %")
    return "; ".join(rules)


def _fact_row(fact: Column[Any]) -> Iterator[str]:
    yield _code(fact.name)
    yield fact.kind
    yield _yes(fact.required)
    yield _yes(fact.to_fill)
    yield fact.meaning
    yield ", ".join(_code(choice) for choice in fact.choices)
    yield _code(fact.default)
    yield _code(fact.example or TOLD["example"].get(fact.kind, ""))


def _section_row(section: Section) -> Iterator[str]:
    yield _code(section.key)
    yield section.place
    yield section.meaning
    yield _yes(section.compulsory)
    yield _yes(section.each_year)


if __name__ == "__main__":
    write_dictionary()
