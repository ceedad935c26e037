"""Cascading of performance: tujuan, sasaran, IKU, programme."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.svg import Picture, listing, published
from lkjip_analysis.presentation.charts.words import shown
from lkjip_analysis.presentation.diagrams.boxes import Node, Plan
from lkjip_analysis.results import Results

# From the roomiest to the tightest: with pagu and target?, text size, on several pages?
LADDER = (
    *((True, size, False) for size in (8.5, 8.0, 7.5, 7.0)),
    *((False, size, False) for size in (7.5, 7.0)),
    (True, 8.0, True),
)
ROOM = style.LANDSCAPE_PAGE - 44  # the sentence that announces it stands above it
UNLINKED = "Belum ditautkan ke sasaran"
HEAD = 18.0
HEADS = ("Tujuan", "Sasaran strategis", "Indikator kinerja utama", "Program")


@dataclass
class _Band:
    """A sasaran with the IKU that measure it and the programmes that serve it."""

    goal: Node
    measures: list[Node]
    programmes: list[Node]
    of_aim: str = ""  # the IKU that measure the tujuan, at its first sasaran

    @property
    def nodes(self) -> list[Node]:
        return [self.goal, *self.measures, *self.programmes]


@published("Penjenjangan kinerja", schemas.Sasaran)
def cascading(hasil: Results) -> Picture:
    """Tujuan, sasaran, IKU and programme as they follow from each other, for a page on its side."""
    gutter = 24.0
    width = (style.LANDSCAPE - 3 * gutter) / 4
    lefts = [(width + gutter) * n for n in range(4)]
    for details, size, parted in LADDER:
        aims, free = _bands(hasil, details)
        plan = Plan()
        height = _lay_out(plan, aims, free, lefts, width, size, parted=parted)
        if height <= ROOM:
            break
    for left, word in zip(lefts, HEADS, strict=True):
        plan.words.append((left, 9.0, word, 8.0, "left"))
    return Picture(plan.draw(style.LANDSCAPE, height, HEAD, ROOM), _say(aims, free))


def _bands(hasil: Results, details: bool) -> tuple[dict[str, list[_Band]], list[Node]]:
    """Build the boxes, with pagu and target as details if asked."""
    programmes: dict[str, list[Node]] = {}
    for item in hasil.at_level("program"):
        node = Node(item.nama, detail=f"Pagu {shown(item.pagu)}" if details else "")
        programmes.setdefault(item.row.kode_sasaran, []).append(node)
    aims: dict[str, list[_Band]] = {}
    for goal in hasil.sasaran:
        measures = [
            Node(iku.nama, detail=f"Target {hasil.tahun}: {shown(iku.target)}" if details else "")
            for iku in goal.iku
        ]
        linked = programmes.get(goal.kode) or [Node("Belum ada program yang ditautkan", "putus")]
        told = (f"{one.nama}, target {shown(one.target)}" if details else one.nama
                for one in goal.iku_tujuan)  # fmt: skip
        band = _Band(Node(goal.nama, "kedua"), measures, linked, "; ".join(told))
        aims.setdefault(goal.row.tujuan, []).append(band)
    return aims, programmes.get("", [])


def _lay_out(
    plan: Plan,
    aims: dict[str, list[_Band]],
    free: list[Node],
    lefts: list[float],
    width: float,
    size: float,
    *,
    parted: bool,
) -> float:
    """Place all bands from top to bottom; give the height they need.

    ``parted``: an aim stands beside its first sasaran, so that its others may go to the next page.
    """
    top, gap = HEAD, size * 0.7
    for aim, bands in aims.items():
        told = "; ".join(band.of_aim for band in bands if band.of_aim)
        head = Node(aim, "utama", detail=f"IKU: {told}" if told else "")
        head.measure(width, size)
        start = top
        for band in bands:
            for node in band.nodes:
                node.measure(width, size)
            columns = ([band.goal], band.measures, band.programmes)
            tall = max(_stack(column, gap) for column in columns)
            for column, left in zip(columns, lefts[1:], strict=True):
                _put(column, left, top + (tall - _stack(column, gap)) / 2, gap)
            top += tall + gap * 2
        end = max(top - gap * 2, start + head.height)
        for node in (node for band in bands for node in band.nodes):
            node.y += max(0.0, end - (top - gap * 2)) / 2
        first = bands[0].goal.middle if parted else (start + end) / 2
        head.x, head.y = lefts[0], max(first - head.height / 2, start)
        plan.branch([head], [band.goal for band in bands])
        for band in bands:
            dashed = band.programmes[0].kind == "putus"
            if band.measures:
                plan.branch([band.goal], band.measures)
                plan.branch(band.measures, band.programmes, dashed)
            else:
                plan.branch([band.goal], band.programmes, dashed)
            plan.nodes += band.nodes
        plan.nodes.append(head)
        top = end + gap * 3
    if free:
        note = Node(UNLINKED, "lepas")
        for node in (note, *free):
            node.measure(width, size)
        tall = max(_stack(free, gap), note.height)
        _put(free, lefts[3], top + (tall - _stack(free, gap)) / 2, gap)
        note.x, note.y = lefts[1], top + (tall - note.height) / 2
        plan.branch([note], free, dashed=True)
        plan.nodes += [note, *free]
        top += tall + gap * 3
    return top - gap * 3 + 1


def _put(nodes: list[Node], left: float, top: float, gap: float) -> None:
    """Place boxes below each other."""
    for node in nodes:
        node.x, node.y = left, top
        top += node.height + gap


def _stack(nodes: list[Node], gap: float) -> float:
    return sum(node.height for node in nodes) + gap * max(0, len(nodes) - 1)


def _say(aims: dict[str, list[_Band]], free: list[Node]) -> str:
    parts = [
        f"{band.goal.name} diukur dengan {len(band.measures)} IKU dan ditunjang "
        f"{sum(node.kind != 'putus' for node in band.programmes)} program"
        for bands in aims.values()
        for band in bands
    ]
    told = {aim: band.of_aim for aim, bands in aims.items() for band in bands if band.of_aim}
    tail = "".join(f" Tujuan {aim} diukur dengan IKU {names}." for aim, names in told.items())
    tail += f" {len(free)} program belum ditautkan ke sasaran." if free else ""
    return f"Penjenjangan {len(aims)} tujuan ke {len(parts)} sasaran: {listing(parts, 6)}.{tail}"
