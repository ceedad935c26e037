"""Each acknowledgement of 2024 holds for what it was given for, and for nothing else."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import shutil
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from lkjip_analysis.checks import RULES, Finding, run_checks
from lkjip_analysis.checks.acknowledgement import UNUSED, apply_acknowledgements
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.rewriting import rewrite
from lkjip_analysis.data.schemas import Pengakuan
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exchange.renewed_data import plan_renewal
from lkjip_analysis.paths import DATA
from lkjip_analysis.results import compute_results, load_results

BY_ID = {rule.id: rule for rule in RULES}
BEFORE = Path(__file__).parent / "pengakuan-2024-skema-1.csv"
"""The acknowledgements of 2024 as they were while they named places."""


def findings() -> list[Finding]:
    return run_checks(load_results(2024, DATA))


FINDINGS = findings()


def other(cell: Cell) -> object:
    """Give another value that the cell may have."""
    text = cell.nilai
    try:
        return Decimal(text.replace(".", "").replace(",", ".")) + 1
    except InvalidOperation:
        pass
    try:
        return dt.date.fromisoformat(text) + dt.timedelta(days=1)
    except ValueError:
        return {"kode_sasaran": "S1", "predikat": "CC"}.get(cell.kolom, f"Lain. {text}")


@pytest.mark.parametrize("finding", FINDINGS, ids=[f"{f.id}-{f.entitas}" for f in FINDINGS])
def test_it_falls_with_its_value(finding: Finding) -> None:
    data = load_year(2024, DATA)
    (given,) = (
        row for row in data[Pengakuan]
        if row.aturan == finding.id and sorted(row.nilai.splitlines()) == sorted(finding.nilai)
    )  # fmt: skip
    only = replace(data[Pengakuan], rows=(given,))
    data = replace(data, tables={**data.tables, Pengakuan.name: only})
    spoiled = compute_results(rewrite(data, finding.sel[0], other(finding.sel[0])))
    told = apply_acknowledgements(spoiled, BY_ID[finding.id](spoiled))
    assert all(one.pengakuan is None for one in told)
    still = [one for one in told if one.entitas == finding.entitas and one.id == finding.id]
    if still:
        assert any(one.gugur.startswith("nilai berubah dari ") for one in still)
    else:
        assert UNUSED in {one.id for one in told}


def copied(folder: Path) -> Path:
    names = shutil.ignore_patterns("*.md", "logo*")
    return Path(shutil.copytree(DATA, folder / "data", ignore=names))


def test_it_holds_in_any_order_of_the_rows(tmp_path: Path) -> None:
    root, rng = copied(tmp_path), random.Random(2024)
    for path in root.rglob("*.csv"):
        head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";")
        rng.shuffle(rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([head, *rows])
    shuffled = run_checks(load_results(2024, root))
    assert [f.as_text() for f in shuffled if f.pengakuan is None] == []
    assert len(shuffled) == len(FINDINGS)


def test_in_a_copied_year_only_what_was_given_for_good_holds(tmp_path: Path) -> None:
    root = copied(tmp_path)
    shutil.copytree(root / "2024", root / "2025")
    copies = run_checks(load_results(2025, root))
    held = [f.pengakuan for f in copies if f.pengakuan]
    lasting = [f for f in FINDINGS if f.pengakuan and f.pengakuan.berlaku == "seterusnya"]
    assert lasting and len(held) == len(lasting)
    assert {known.berlaku for known in held} == {"seterusnya"}
    why = {f.gugur for f in copies if f.id == "K22"}
    assert why == {"pengakuannya hanya untuk tahun 2024"}


def test_the_older_form_keeps_its_reasons(tmp_path: Path) -> None:
    """One acknowledgement for every finding at the old one's place, or a note that none is left."""
    root = copied(tmp_path)
    (root / ".skema").unlink()
    shutil.copy(BEFORE, root / "2024" / "pengakuan.csv")
    plan = plan_renewal(root)
    plan.apply()
    renewed = {(f.id, f.nilai): f for f in run_checks(load_results(2024, root))}
    rows = list(csv.DictReader(io.StringIO(BEFORE.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert len(rows) == 21
    kept = {f.pengakuan.alasan for f in renewed.values() if f.pengakuan}
    for row in rows:
        gone = any(f": {row['id_temuan']}, " in note for note in plan.catatan)
        assert row["alasan"] in kept or gone
    assert compute_results(load_year(2024, root)).as_records() == [
        figure.as_record() for figure in load_results(2024, DATA)
    ]
    assert plan_renewal(root).after == {}
