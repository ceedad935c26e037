"""What has changed since the year before: status first, then figures by name, then money.

Web only. What both years have is compared as ``lkjip diff`` compares; what has nothing beside it
(another name or unit, no target then) is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lkjip_analysis.formatting import join_words
from lkjip_analysis.presentation.cell import Cell, angka, status, text
from lkjip_analysis.presentation.layout import Row, left, right
from lkjip_analysis.presentation.narrative.sheets import section_id
from lkjip_analysis.presentation.output import Parts, TableOutput, TextOutput, make_table
from lkjip_analysis.presentation.tables.cells import Cells
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.difference import Change, since_last_year
from lkjip_analysis.results.entities import Iku, Indikator
from lkjip_analysis.results.keys import STATUSES, Anggaran, Program, Ukuran
from lkjip_analysis.results.trends import unlike

Pair = tuple[Iku | Indikator, Iku | Indikator]
Line = tuple[str, str, str]
MISSED = STATUSES[-1]
COURSES = {
    (False, True): ("tercapai", "▲ Kini mencapai target"),
    (True, False): ("belum", "▼ Tidak lagi mencapai target"),
    (False, False): ("belum", "▼ Tetap belum mencapai target"),
    (True, True): ("tercapai", "● Tetap mencapai target"),
}
"""By whether the target was reached then, and now: look and words."""
NAMED = 10
"""Of one kind so many are named; the rest is counted, and stands in the tables."""


def yang_berubah(hasil: Results) -> Parts:
    """Tell what changed since the year before, in words, then in tables of what differs."""
    changes = {change.kunci: change for change in since_last_year(hasil)}
    every = [one for item in hasil.program for one in item.indikator]
    iku: list[Pair] = [(now, then) for now in hasil.iku if (then := now.pendahulu)]
    items: list[Pair] = [(one, old) for one in every if (old := one.pendahulu)]
    lines = [*_courses(hasil, iku, items), *_money_line(hasil, changes), *_apart(hasil, every)]
    parts: list[TextOutput | TableOutput] = [TextOutput(_listed(lines))]
    for name, head, pairs in (("iku", "IKU", iku), ("indikator", "Indikator program", items)):
        differing = [pair for pair in pairs if _differs(pair)]
        if differing:
            parts += [_head(head, name), _indicators(hasil, name, differing, changes)]
    if rows := list(_money(hasil, changes)):
        parts += [_head("Anggaran", "anggaran"), _budget(hasil, rows)]
    return Parts(parts)


def in_short(hasil: Results) -> str:
    """Count what newly reached its target and what no longer does (HTML); blank: nothing judged."""
    every = [*hasil.iku, *(one for item in hasil.program for one in item.indikator)]
    both = [_course(one, then) for one in every if (then := one.pendahulu)]
    judged = [course for course in both if course]
    counts = {"kini mencapai target": judged.count((False, True)),
              "tidak lagi mencapainya": judged.count((True, False))}  # fmt: skip
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    told = told or "tidak ada status yang berubah"
    return f'<a href="#sec-berubah">{told}</a>' if judged else ""


def _course(now: Iku | Indikator, then: Iku | Indikator) -> tuple[bool, bool] | None:
    """Say whether the target was reached then, and now; None where that is not judged for both."""
    if any(one.status.nilai not in STATUSES for one in (then, now)):
        return None
    return then.status.nilai != MISSED, now.status.nilai != MISSED


def _head(words: str, name: str) -> TextOutput:
    return TextOutput(f"### {words} {{#sec-berubah-{name} .unnumbered}}")


def _listed(lines: Iterable[Line]) -> str:
    """Write the lines as the statuses of the first screen are written."""
    told = "".join(
        f'<li class="ubah-{look}"><span class="status-judul">{words}</span> {what}</li>'
        for look, words, what in lines
    )
    return f'```{{=html}}\n<ul class="status-kinerja">{told}</ul>\n```'


def _bullets(names: Sequence[str]) -> str:
    rest = [f"dan {len(names) - NAMED} lainnya"] * (len(names) > NAMED)
    return f"<ul>{''.join(f'<li>{name}</li>' for name in (*names[:NAMED], *rest))}</ul>"


def _courses(hasil: Results, iku: Sequence[Pair], items: Sequence[Pair]) -> Iterator[Line]:
    """Say of which indicators the status is another, and of which it stayed."""
    found: dict[tuple[bool, bool], list[Pair]] = {}
    for pair in (*iku, *items):
        if course := _course(*pair):
            found.setdefault(course, []).append(pair)
    for course, (look, words) in COURSES.items():
        if pairs := found.get(course):
            own = sum(isinstance(now, Iku) for now, _ in pairs)
            counts = {"IKU": own, "indikator program": len(pairs) - own}
            told = join_words([f"{count} {what}" for what, count in counts.items() if count])
            names = "" if all(course) else _bullets([_moved(*pair) for pair in pairs])
            yield look, words, f"<span>{told}</span>{names}"
    if not found:
        years = f"{hasil.tahun - 1} dan {hasil.tahun}"
        yield "kosong", "○ Status", f"<span>tidak ada yang dinilai pada {years}</span>"


def _moved(now: Iku | Indikator, then: Iku | Indikator) -> str:
    """Name an indicator, with its capaian then and now; an IKU leads to its sheet."""
    name = text(now.nama)
    if isinstance(now, Iku):
        name = f'<a href="#{section_id(f"iku-{now.kode}")}">{name}</a>'
    known = now.capaian.known and then.capaian.known
    return name + f": capaian {angka(then.capaian)} menjadi {angka(now.capaian)}" * known


def _apart(hasil: Results, every: Sequence[Indikator]) -> Iterator[Line]:
    """Say what has nothing beside it, and why."""
    told = [f"{text(iku.nama)}: {why}" for iku in hasil.iku if (why := _why(hasil, iku))]
    reasons = Counter(why for one in every if (why := _why(hasil, one)))
    told += [f"{count} indikator program: {why}" for why, count in reasons.items()]
    if told:
        yield "kosong", "○ Statusnya tidak dapat dibandingkan", _bullets(told)
    gone = [text(iku.nama) for iku in hasil.iku_lalu if iku.kode not in hasil.iku]
    items = sum(one.kode not in hasil.indikator for one in hasil.indikator_lalu)
    gone += [f"{items} indikator program"] * bool(items)
    if gone:
        yield "kosong", f"– Tidak ada lagi pada {hasil.tahun}", _bullets(gone)


def _why(hasil: Results, one: Iku | Indikator) -> str:
    """Say why a status cannot be set beside that of the year before; an IKU's names what is other.

    Blank where it can.
    """
    year = hasil.tahun - 1
    old = (hasil.iku_lalu if isinstance(one, Iku) else hasil.indikator_lalu).get(one.kode)
    if old is None:
        return f"belum ada pada {year}"
    if what := unlike(one, old.row):
        was = f" ({text(old.row.satuan if what == 'satuan' else old.nama)})"
        return f"{what}nya lain pada {year}{was * isinstance(one, Iku)}"
    lacking = [str(tahun) for tahun, it in ((year, old), (hasil.tahun, one))
               if it.status.nilai not in STATUSES]  # fmt: skip
    return f"tidak dinilai pada {join_words(lacking)}" if lacking else ""


def _differs(pair: Pair) -> bool:
    """Does anything differ that both years have?"""
    now, then = pair
    known = (
        (one, other)
        for one, other in ((now.realisasi, then.realisasi), (now.capaian, then.capaian))
        if one.known and other.known
    )
    return any(one.nilai != other.nilai for one, other in known)


def _change(changes: Mapping[str, Change], now: Figure, then: Figure) -> str:
    """Write the difference as ``lkjip diff`` does; a dash where only one of both is known."""
    if not (now.known and then.known):
        return ""
    return text(changes[now.kunci].selisih) if now.kunci in changes else "tetap"


def _indicators(
    hasil: Results, name: str, pairs: Sequence[Pair], changes: Mapping[str, Change]
) -> TableOutput:
    """Set realisation, capaian and status of both years side by side."""
    years = [str(hasil.tahun - 1), str(hasil.tahun)]
    columns = left("Indikator")
    columns += right(*years, "Selisih", spanner="Realisasi")
    columns += right(*years, "Selisih", spanner="Capaian") + left(*years, spanner="Status")
    cells, rows = Cells(hasil), []
    for now, then in pairs:
        reached = [cells.berpredikat(one, Ukuran.realisasi, bare=True) for one in (then, now)]
        judged = [
            *cells.each(then.capaian, now.capaian),
            _change(changes, now.capaian, then.capaian),
        ]
        line: list[Cell] = [
            text(f"{now.nama} ({now.row.satuan})"),
            *reached,
            _change(changes, now.realisasi, then.realisasi),
        ]
        rows.append(Row([*line, *judged, status(then.status), status(now.status)]))
    summary = f"Realisasi, capaian, dan status {len(rows)} indikator yang berubah"
    return make_table(f"berubah-{name}", columns, rows, notes=cells.notes(), summary=summary)


def _money_line(hasil: Results, changes: Mapping[str, Change]) -> Iterator[Line]:
    """Say what became of pagu and absorption."""
    told = [
        f"{what} {angka(then)} menjadi {angka(now)} ({_change(changes, now, then)})"
        for what, kind in (("pagu", Anggaran.pagu), ("serapan", Anggaran.serapan))
        for now, then in [(hasil.anggaran.at(kind), hasil.anggaran.lalu.at(kind))]
        if now.known and then.known
    ]
    if told:
        yield "uang", "Anggaran", f"<span>{'; '.join(told)}</span>"


def _money(hasil: Results, changes: Mapping[str, Change]) -> Iterator[Row]:
    """Set the money of each programme, and of all, beside that of the year before."""
    cells = Cells(hasil)
    before = {item.kode: item for item in hasil.program_lalu}
    alike = [item for item in hasil.at_level("program") if item.kode in before
             and item.nama.casefold() == before[item.kode].nama.casefold()]  # fmt: skip
    for name, own, kind in (
        *((text(item.nama), item, "") for item in alike),
        ("Jumlah semua program", hasil.anggaran, "jumlah"),
    ):
        both = [(own.at(money), own.lalu.at(money)) for money in (Program.pagu, Program.realisasi)]
        if any(now.known and then.known for now, then in both):
            line = [[*cells.each(then, now), _change(changes, now, then)] for now, then in both]
            yield Row([name, *line[0], *line[1]], kind)


def _budget(hasil: Results, rows: Sequence[Row]) -> TableOutput:
    years = [str(hasil.tahun - 1), str(hasil.tahun), "Selisih"]
    columns = [
        *left("Program"),
        *right(*years, spanner="Pagu"),
        *right(*years, spanner="Realisasi"),
    ]
    return make_table("berubah-anggaran", columns, rows, summary="Anggaran kedua tahun")
