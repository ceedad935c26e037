"""What holds for a new year of any unit: the tiny one, the example, the report's own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lkjip_analysis.data import skema
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.schemas import TABLES, Narasi
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exchange.new_year import create_year
from lkjip_analysis.results import compute_results


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assert_it_loads_and_tells_what_remains(root: Path, tahun: int) -> None:
    before = digests(root)
    made = create_year(root, tahun, 2024)
    data = load_year(tahun, root)
    assert list(made.gaps) == list_gaps(data)
    assert any(gap.wajib for gap in made.gaps)
    results = compute_results(data)
    assert results["rata_rata.capaian_iku"].nilai is None
    assert results["anggaran.pagu"].nilai is None
    assert made.folder == root / str(tahun)
    assert sorted(made.files) == sorted(digests(made.folder))
    after = digests(root)
    assert {name: after[name] for name in before} == before, (
        "the source and the other years stay as they were"
    )
    made_now = {f"{tahun}/{name}" for name in made.files} | {skema.FILE}
    assert set(after) == set(before) | made_now
    assert (root / skema.FILE).read_bytes() == skema.CONTENT


def assert_cells_of_the_year_are_blank_and_all_others_kept(root: Path) -> None:
    """Ask it of 2025, made of 2024."""
    old, new = load_year(2024, root), load_year(2025, root)
    for name, table in TABLES.items():
        own_ways = ("identitas", "narasi", "pengakuan", "sebab_tindakan")
        if table.shared or name in own_ways or name in old.missing:
            continue
        if not table.carried_over:
            assert not new[table]
            continue
        assert len(new[table]) == len(old[table])
        assert new[table].delimiter == old[table].delimiter
        for column in table.columns:
            for before, after in zip(old[table], new[table], strict=True):
                kept = column.blank if column.to_fill else before[column]
                assert after[column] == kept, f"{name}.{column.name}"


def assert_lasting_texts_are_kept_and_the_years_own_leave_a_place(root: Path) -> None:
    """Ask it of 2025, made of 2024."""
    old, new = load_year(2024, root)[Narasi], load_year(2025, root)[Narasi]
    for key, section in SECTIONS.items():
        before, after = ([row for row in rows if row.bagian == key] for rows in (old, new))
        if not section.each_year:
            told = [[[row[name] for name in row.column_names] for row in rows]
                    for rows in (before, after)]  # fmt: skip
            assert told[1] == told[0], key
        elif before:
            assert not any(row.teks for row in after), key
            assert [row.urutan for row in after] == list(range(1, len(after) + 1)), key
            codes = list(dict.fromkeys(row.kode for row in before))
            assert [row.kode for row in after] == (codes if all(codes) else codes[:1]), key
        if section.compulsory:
            assert len(after) >= 1, key
