"""Growth: more rows in a unit, more units in a batch, units in a Snakemake workflow."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from measuring import Bench, Taken, lkjip, say
from units import TAHUN, make_unit

COLD, AGAIN = "dari kosong", "tidak ada yang berubah"
ONE_FAULT = "satu unit berubah, satu unit salah"


def rows(bench: Bench, counts: Sequence[int]) -> dict[str, Taken]:
    """Measure cold builds of units with so many programme rows."""
    found = {}
    for count in counts:
        unit = make_unit(bench.folder / f"baris-{count}", 1, count)
        output = str(bench.folder / f"hasil-{count}")
        taken = bench.build("--data", str(unit), "--output", output)
        found[str(count)] = say(f"{count} baris", taken)
    return found


def units(bench: Bench, counts: Sequence[int], formats: str) -> list[dict[str, Any]]:
    """Measure batches of so many units: cold, again, and with one unit at fault."""
    found = []
    for count in counts:
        name = f"unit-{count}-{formats.replace(',', '-')}"
        folder = make_units(bench.folder / name, count)
        command = lkjip(
            *("batch", str(folder), "--tahun", str(TAHUN), "--renderer", "pandoc"),
            *("--format", formats, "--jobs", "2"),
        )
        for case in (COLD, AGAIN, ONE_FAULT) if count > 1 else (COLD, AGAIN):
            if case == ONE_FAULT:
                change(folder / "u000", "iku.csv", ";71,35;", ";71,36;")
                spoil(folder / f"u{count - 1:03d}")
            taken = bench.take(command, codes=(0, 1))
            found.append({"unit": count, "format": formats, "kasus": case, **asdict(taken)})
            say(f"{count} unit, {formats}, {case}", taken)
        shutil.rmtree(bench.folder / "build")
    return found


def workflow(bench: Bench, count: int, snakemake: str) -> dict[str, Taken]:
    """Measure the workflow with two local jobs, and the same units as a batch."""
    folder = make_units(bench.folder / "alur", count)
    spoil(folder / f"u{count - 1:03d}")
    formats = "html,pdf"
    arguments = [
        *("-s", "workflow/Snakefile", "--cores", "2", "--keep-going", "--config"),
        *(
            f"folder={folder}",
            f"tahun={TAHUN}",
            f"format={formats}",
            f"python={sys.executable}",
            "penyusun=pandoc",
        ),
    ]
    found = {}
    for case in (COLD, AGAIN):
        taken = bench.take([snakemake, *arguments])
        found[f"Snakemake, {case}"] = say(f"Snakemake, {case}", taken)
    assert_all_but_one(bench.folder / "output" / f"alur-{TAHUN}", count)
    bench.forget()
    command = lkjip(
        *("batch", str(folder), "--tahun", str(TAHUN), "--renderer", "pandoc"),
        *("--format", formats, "--jobs", "2"),
    )
    found[f"`lkjip batch`, {COLD}"] = say("lkjip batch", bench.take(command, codes=(1,)))
    return found


def make_units(folder: Path, count: int) -> Path:
    """Write so many units into a folder."""
    for number in range(count):
        make_unit(folder / f"u{number:03d}", number)
    return folder


def change(unit: Path, name: str, old: str, new: str) -> None:
    """Change a text of a unit's file; it must be there."""
    path = unit / str(TAHUN) / name
    text = path.read_text(encoding="utf-8-sig")
    assert old in text, name
    path.write_text(text.replace(old, new, 1), encoding="utf-8-sig", newline="\n")


def spoil(unit: Path) -> None:
    """Make a unit's data wrong: a level that does not exist."""
    change(unit, "program.csv", ";program;", ";progam;")


def assert_all_but_one(output: Path, count: int) -> None:
    """See that the unit at fault did not stop the others."""
    made = len(list(output.glob("u*/index.html")))
    assert made == count - 1, f"{made} of {count - 1} reports were made"
