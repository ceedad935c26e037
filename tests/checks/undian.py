"""Errors drawn by lot: a unit's files as rows, kinds of error, and what a check says of each.

Written by another hand than the rules, from how people err and how officials write. A kind takes a
unit and a lot and gives an ``Error``: the unit spoiled, the place, what it contradicts, and for a
sentence its harmless twin, the same words with the true figure.
"""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from spoiled import CleanUnit, reread
from unit_bersih import TAHUN, Record, Unit, write_unit

from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.validation import check_year, load_year
from lkjip_analysis.results import Results, compute_results

Place = tuple[str, int, str]
"""File, row as a spreadsheet counts, column."""

NARASI = f"{TAHUN}/narasi.csv"
NUMBERS = ("bilangan", "rupiah", "bulat")


@dataclass(frozen=True)
class Error:
    """One planted error: the unit with it, where, what it contradicts; ``twin`` is harmless."""

    unit: Unit
    place: Place
    told: str  # what was done, for people
    against: str  # what in the data contradicts it
    twin: Unit | None = None
    twin_told: str = ""


@dataclass(frozen=True)
class Basis:
    """A unit as its files have it, with its figures and what the rules say of it as it is."""

    name: str
    clean: CleanUnit
    hasil: Results
    before: frozenset[tuple[str, str]]

    @property
    def unit(self) -> Unit:
        return self.clean.unit


Plant = Callable[[random.Random, Basis], "Error | None"]


@dataclass(frozen=True)
class Kind:
    """A kind of error."""

    nama: str
    kalimat: bool
    plant: Plant


KINDS: dict[str, Kind] = {}


def kind(nama: str, *, kalimat: bool = False) -> Callable[[Plant], Plant]:
    """Enter a kind of error under its name."""

    def enter(plant: Plant) -> Plant:
        KINDS[nama] = Kind(nama, kalimat, plant)
        return plant

    return enter


def read_unit(root: Path) -> Unit:
    """Read every file of a data folder as rows of text, numbers as a semicolon file has them."""
    unit: Unit = {}
    for path in sorted(root.rglob("*.csv")):
        text = path.read_text(encoding="utf-8-sig")
        comma = text.split("\n", 1)[0].count(",") > text.split("\n", 1)[0].count(";")
        rows = [
            dict(row) for row in csv.DictReader(text.splitlines(True), delimiter=",;"[not comma])
        ]
        if comma and path.stem in TABLES:
            names = [c.name for c in TABLES[path.stem].columns if c.kind in NUMBERS]
            for row in rows:
                for name in names:
                    if row.get(name):
                        row[name] = row[name].replace(",", "").replace(".", ",")
        unit[path.relative_to(root).as_posix()] = rows
    return unit


def basis(name: str, unit: Unit, folder: Path) -> Basis:
    """Write a unit into a folder, read it as the program does, and keep what is found."""
    data = load_year(TAHUN, write_unit(unit, folder))
    clean = CleanUnit(unit, data)
    hasil = compute_results(data)
    return Basis(name, clean, hasil, frozenset(_marks(run_checks(hasil))))


def _marks(findings: list[Finding]) -> Iterator[tuple[str, str]]:
    """Tell findings apart by rule and words; a row that moved is no new finding."""
    for finding in findings:
        if finding.keparahan != "catatan" and not finding.diakui:
            yield finding.id, finding.pesan


@dataclass(frozen=True)
class Verdict:
    """What is new after a change: findings that matter, whether one points at the place."""

    findings: list[Finding]
    refused: bool
    pointed: bool


def judge(base: Basis, unit: Unit, place: Place | None) -> Verdict:
    """Check a changed unit against the unit as it was."""
    changed = [file for file in unit if unit[file] != base.unit.get(file)]
    with tempfile.TemporaryDirectory() as folder:
        data, refused = reread(base.clean.data, unit, changed, Path(folder))
    if refused or check_year(data):
        return Verdict([], True, False)
    findings = run_checks(compute_results(data))
    new = [
        f
        for f in findings
        if f.keparahan != "catatan" and not f.diakui and (f.id, f.pesan) not in base.before
    ]
    pointed = any((c.berkas, c.baris, c.kolom) == place for f in new for c in f.sel)
    return Verdict(new, False, pointed)


def found(base: Basis, error: Error) -> bool:
    """Say whether someone would act on it: refused at reading, or a finding at its place."""
    verdict = judge(base, error.unit, error.place)
    return verdict.refused or verdict.pointed


def draw(base: Basis, kind: Kind, seed: int) -> Error | None:
    """Draw one error of a kind, or nothing where the unit offers no place for it."""
    for turn in range(8):
        error = kind.plant(random.Random(f"{seed}/{kind.nama}/{base.name}/{turn}"), base)
        if error is not None:
            return error
    return None


# how numbers are written and mistyped


def num(text: str) -> Decimal:
    """Read a number of a semicolon file."""
    return Decimal(text.replace(".", "").replace(",", "."))


def id_number(value: Decimal, decimals: int | None = None) -> str:
    """Write a number as Indonesians do, half up; with the decimals it has unless told."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{value:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def mistyped(rng: random.Random, text: str) -> str:
    """Mistype a number so that it is another one: digits swapped, one changed, one dropped."""
    for _ in range(30):
        spots = [i for i, sign in enumerate(text) if sign.isdigit()]
        signs = list(text)
        how = rng.choice(("swap", "change", "change", "ten"))
        if how == "swap" and len(spots) > 1:
            i = rng.randrange(len(spots) - 1)
            a, b = spots[i], spots[i + 1]
            signs[a], signs[b] = signs[b], signs[a]
        elif how == "change":
            i = rng.choice(spots[: max(1, len(spots) - 1)])
            signs[i] = rng.choice("123456789")
        elif how == "ten" and "," in text and "." not in text:
            whole, part = text.split(",")
            signs = list(
                f"{whole[:-1]},{whole[-1]}{part}"[: len(text) - 1] if len(whole) > 1 else text
            )
        new = "".join(signs)
        if new != text and not new.startswith(("0", ",")) and num(new) != num(text):
            return new
    return id_number(num(text) + 7)


def spelled(number: int) -> str:
    """Spell a small count in words."""
    units = [
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
    ]
    if number < 12:
        return units[number]
    if number < 20:
        return f"{units[number - 10]} belas"
    tens, ones = divmod(number, 10)
    return f"{units[tens]} puluh" + (f" {units[ones]}" if ones else "")


# changing a unit


def set_cell(unit: Unit, file: str, index: int, column: str, value: str) -> Place:
    """Set a cell and give its place."""
    unit[file][index][column] = value
    return file, index + 2, column


def copy_of(base: Basis) -> Unit:
    """Copy the unit's rows."""
    return deepcopy(base.unit)


SECTIONS = ("akuntabilitas", "analisis", "kesimpulan", "capaian_organisasi", "pendahuluan")


def with_sentence(base: Basis, rng_seed: str, text: str, section: str) -> tuple[Unit, Place]:
    """Say a sentence in the unit's texts: a paragraph of its own, or the end of another's."""
    rng = random.Random(rng_seed)
    unit = copy_of(base)
    rows = unit[NARASI]
    own = [i for i, row in enumerate(rows) if row["bagian"] == section]
    alone = [
        i
        for i in own
        if rows[i]["jenis"] == "paragraf" and not rows[i]["kode"] and rows[i]["teks"].endswith(".")
    ]
    if alone and rng.random() < 0.5:
        index = rng.choice(alone)
        return unit, set_cell(unit, NARASI, index, "teks", f"{rows[index]['teks']} {text}")
    order = 1 + max((int(rows[i]["urutan"]) for i in own), default=0)
    blank = dict.fromkeys(rows[0], "")
    row: Record = {
        **blank,
        "bagian": section,
        "urutan": str(order),
        "jenis": "paragraf",
        "teks": text,
    }
    at = (own[-1] + 1) if own else len(rows)
    rows.insert(at, row)
    return unit, (NARASI, at + 2, "teks")


def said(
    rng: random.Random,
    base: Basis,
    false: str,
    true: str,
    against: str,
    sections: tuple[str, ...] = SECTIONS,
) -> Error:
    """Make an error of a sentence, and its harmless twin at the same place."""
    section, lot = rng.choice(sections), str(rng.random())
    unit, place = with_sentence(base, lot, false, section)
    twin, _ = with_sentence(base, lot, true, section)
    return Error(unit, place, false, against, twin, true)
