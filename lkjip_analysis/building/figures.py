"""The year's figures and words, written down once for staging: what chapters and web pages need."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Any

from lkjip_analysis.building.request import RESULTS_FILE, SOURCES_FILE
from lkjip_analysis.building.staging import Word, Words
from lkjip_analysis.exceptions import LkjipError

if TYPE_CHECKING:
    from lkjip_analysis.checks import Finding
    from lkjip_analysis.data.gaps import Gap
    from lkjip_analysis.results import Results

WORDS_FILE = "kata.json"


@dataclass(frozen=True)
class YearWords:
    """What staging needs of a year's results.

    ``settings`` go into the book's ``lkjip`` map, ``logo`` is the file named by the data (or
    blank), ``unit`` its name with its government (or blank), ``gaps`` are the records of what is
    missing, ``findings`` counts the findings nobody has acknowledged by their severity,
    ``acknowledged`` the others; ``unfinished`` says what keeps the report from being final,
    ``annexes`` are the office's documents with their pages, ``names`` code and name of entities.
    """

    words: Words
    settings: dict[str, Any]
    logo: str
    unit: str
    gaps: list[dict[str, Any]]
    findings: dict[str, int]
    acknowledged: int
    unfinished: list[str]
    annexes: list[dict[str, Any]]
    names: dict[str, list[str]]


def write_figures(tahun: int, data: Path, folder: Path) -> None:
    """Compute a year's figures into ``hasil.json`` and ``kata.json``, and write what is public."""
    from lkjip_analysis.checks import KEPARAHAN, run_checks
    from lkjip_analysis.data import schemas
    from lkjip_analysis.data.annexes import annex_path, pages_of
    from lkjip_analysis.data.gaps import list_gaps
    from lkjip_analysis.data.reading import report_day
    from lkjip_analysis.face.opening import buka
    from lkjip_analysis.presentation.annexes import AGREEMENT
    from lkjip_analysis.presentation.narrative.doubts import reader_notes
    from lkjip_analysis.presentation.narrative.prose import section_rows
    from lkjip_analysis.presentation.output import angka_md, escape_markdown
    from lkjip_analysis.presentation.variables import make_variables
    from lkjip_analysis.results.difference import names_of

    hasil = buka(tahun, data)
    gaps, findings = list_gaps(hasil.data), run_checks(hasil)
    still_open = Counter(found.keparahan for found in findings if not found.diakui)
    known = {}
    for name, text in make_variables(hasil).items():
        traced = angka_md(hasil[name]) if name in hasil.figures else None
        known[name] = asdict(Word(text, escape_markdown(text), traced))
    before = hasil.data.history.get(tahun - 1)
    draft = any(gap.wajib for gap in gaps)
    facts = hasil.data.identitas
    annexes = [
        {name: row[name] for name in row.column_names}
        | {"halaman": pages_of(annex_path(hasil.data, row))}
        for row in hasil.data[schemas.Lampiran]
    ]
    settings = {
        "draf": draft,
        "naskah": any(one["jenis"] != AGREEMENT for one in annexes),
        "celah": bool(gaps),
        "komposit": bool(hasil.data[schemas.KomponenIku]),
        "skala": bool(hasil.data.identitas.skala_capaian),
        "proses-bisnis": bool(hasil.data[schemas.ProsesBisnis]),
        "dasar-organisasi": bool(hasil.data.identitas.dasar_organisasi),
        "kegiatan": bool(hasil.at_level("kegiatan")),
        "sdm": bool(hasil.data[schemas.Sdm]),
        "sarpras": bool(hasil.data[schemas.Sarpras]),
        "tindakan": any(row.tindakan for row in hasil.data[schemas.SebabTindakan]),
        **{name: draft or bool(section_rows(hasil, name)) for name in ("pemanfaatan", "inovasi")},
        "catatan-data": bool(reader_notes(hasil)),
        "berubah": before is not None and bool(hasil.iku_lalu or hasil.indikator_lalu),
        "tren": bool(hasil.data.past),
        "tahun-lalu": before is not None and bool(before[schemas.IndikatorProgram]),
        "tanggal": report_day(hasil.data).isoformat(),
        "publikasi": facts.tautan_publikasi,
    }
    names = names_of(hasil)
    record = {
        "kata": known,
        "tanda": settings,
        "logo": facts.logo,
        "unit": ", ".join(filter(None, (facts.nama_unit, facts.pemerintah_daerah))),
        "celah": [gap.as_record() for gap in gaps],
        "temuan": {kind: still_open[kind] for kind in KEPARAHAN},
        "diakui": sum(bool(found.diakui) for found in findings),
        "belum final": unfinished(gaps, findings),
        "nama": names,
        "lampiran": annexes,
    }
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / RESULTS_FILE, hasil.as_records())
    _write(folder / WORDS_FILE, record)
    _write_sources(hasil, names, folder)


def _write_sources(hasil: Results, names: Mapping[str, Sequence[str]], folder: Path) -> None:
    """Write the public tables, as files and for the pages, and what each figure is called."""
    from lkjip_analysis.data.public import public_tables
    from lkjip_analysis.results.difference import label_of

    facts = hasil.data.identitas
    named = {cell.berkas for figure in hasil for cell in figure.masukan}
    called = {figure.kunci: str(label_of(figure.kunci, names)) for figure in hasil}
    shown = {}
    for table in public_tables(hasil.data, named):
        path = folder / table.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(table.as_csv())
        if table.data.berkas in named:
            shown[table.data.berkas] = table.as_record()
    about = {
        "judul": f"LKjIP {facts.nama_unit} Tahun {hasil.tahun}",
        "tautan": facts.tautan_publikasi,
        "nama": {kunci: said[:1].upper() + said[1:] for kunci, said in called.items()},
        "tabel": shown,
    }
    (folder / SOURCES_FILE).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def read_words(folder: Path) -> YearWords:
    """Read what ``write_figures`` wrote."""
    record = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
    known = {name: Word(**word) for name, word in record["kata"].items()}
    names = ("tanda", "logo", "unit", "celah", "temuan", "diakui", "belum final", "lampiran",
             "nama")  # fmt: skip
    return YearWords(Words(known), *(record[name] for name in names))


NO_SENTENCE = "\n  kurang    : kalimat_pembaca pengakuannya di pengakuan.csv belum ditulis"


def unfinished(gaps: Sequence[Gap], findings: Sequence[Finding]) -> list[str]:
    """Say what keeps a report from being final: compulsory gaps, then findings; mostly nothing."""
    from lkjip_analysis.checks import keeping_from_final
    from lkjip_analysis.data.workbook import in_sheets

    told = [gap.as_text() for gap in gaps if gap.wajib] + [
        finding.as_text() + (NO_SENTENCE if finding.pengakuan else "")
        for finding in keeping_from_final(findings)
    ]
    return [in_sheets(text) if ".xlsx lembar " in text else text for text in told]


def refuse_unfinished(year: YearWords) -> None:
    """Refuse a final report, with all that it lacks."""
    if year.unfinished:
        lines = "\n".join(indent(f"- {text}", "  ") for text in year.unfinished)
        raise LkjipError(
            f"Laporan final belum dapat dibuat: {len(year.unfinished)} hal harus dilengkapi, "
            "diperbaiki, atau (temuan) diakui dengan kalimat untuk pembaca "
            f"('lkjip akui'). Hasil lama tidak berubah.\n{lines}"
        )


def _write(path: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
