"""The organisation chart: who is under whom."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.data.schemas import Struktur
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.svg import Picture, listing, published
from lkjip_analysis.presentation.diagrams.boxes import Node, Plan, even
from lkjip_analysis.results import Results

KINDS = {"pimpinan": "utama", "struktural": "biasa", "fungsional": "putus"}
ROW = 6  # most boxes side by side
GAP = 10.0
DROP = 12.0
SIZES = (8.5, 8.0, 7.5, 7.0)
LIST = 300.0  # width of the head of a chart that goes on over several pages
HALF = style.PORTRAIT / 2
SIDE = 24.0  # room kept free on both sides of the trunk


@published("Struktur organisasi", schemas.Struktur)
def struktur_organisasi(hasil: Results) -> Picture:
    """Positions under their superiors; the functional group is set apart by a dashed line."""
    rows = sorted(hasil.data[Struktur], key=lambda row: row.urutan)
    nodes = {row.kode_jabatan: Node(row.jabatan, KINDS[row.jenis]) for row in rows}
    heads: list[Node] = []
    for row in rows:
        node = nodes[row.kode_jabatan]
        superior = nodes.get(row.atasan)
        (superior.children if superior else heads).append(node)
    if len(heads) == 1 and heads[0].kind == KINDS["pimpinan"]:
        heads[0].detail = hasil.data.identitas.nama_kepala
    plan, top = Plan(), 0.0
    for size in SIZES:
        plan, top = Plan(size=size), 0.5
        for head in heads:
            top = _lay_out(plan, head, top) + 2 * GAP
        top -= 2 * GAP - 1
        if top <= style.PAGE:
            break
    else:
        plan, top = Plan(), 0.5
        for head in heads:
            plan.put(head, 0.0, LIST, top)
            top = _hang(plan, head) + 2 * GAP
        top -= 2 * GAP - 1
    return Picture(plan.draw(style.PORTRAIT, top), _say(heads))


def _say(heads: list[Node]) -> str:
    parts = []
    for head in heads:
        under = listing([_with_children(child) for child in head.children], 15)
        parts.append(f"{head.name} membawahi {under}" if under else head.name)
    return f"Bagan organisasi: {'. '.join(parts)}."


def _with_children(node: Node) -> str:
    inner = ", ".join(child.name for child in node.children)
    return f"{node.name} ({inner})" if inner else node.name


def _is_secretariat(node: Node) -> bool:
    """Tell the staff unit that official charts draw beside the trunk."""
    return node.kind == "biasa" and node.name.casefold().startswith("sekreta")


def _lay_out(plan: Plan, head: Node, top: float) -> float:
    """Place a head and all under it; give the height where that ends."""
    plan.put(head, HALF - 80, 160, top)
    apart = [node for node in head.children if node.kind == "putus"]
    staff = [node for node in head.children if _is_secretariat(node)]
    line = [node for node in head.children if node not in apart and node not in staff]
    ends = [head.bottom]
    if apart or staff:
        level = head.bottom + 2 * DROP
        ends.append(_beside(plan, apart, level, left=True))
        ends.append(_beside(plan, staff, level, left=False))
        last = max((node.middle for node in (*apart, *staff)), default=head.bottom)
        plan.join((HALF, head.bottom), (HALF, last))
    if not line:
        return max(ends)
    bus = max(ends) + DROP
    if len(line) <= ROW:
        plan.join((HALF, head.bottom), (HALF, bus))
        return _row(plan, line, bus)
    return _spine(plan, line, head.bottom, bus)


def _beside(plan: Plan, nodes: list[Node], top: float, left: bool) -> float:
    """Place the functional group left, the secretariat right of the trunk."""
    room = HALF - SIDE
    for node in nodes:
        start = 0.0 if left else HALF + SIDE
        width = min(room, 140.0)
        plan.put(node, start + (room - width) / 2, width, top)
        edge = node.right if left else node.x
        plan.join((HALF, node.middle), (edge, node.middle), dashed=left)
        top = _below(plan, node, start, room) + GAP
    return top - GAP if nodes else top


def _below(plan: Plan, node: Node, start: float, room: float) -> float:
    """Place what is under a box: side by side if there is room, else hanging below it."""
    under = node.children
    if not under:
        return node.bottom
    width = (room - GAP * (len(under) - 1)) / len(under)
    if width < 62 or any(child.children for child in under):
        return _hang(plan, node)
    bus = node.bottom + DROP
    plan.join((node.centre, node.bottom), (node.centre, bus))
    for place, child in enumerate(under):
        plan.put(child, start + place * (width + GAP), width, bus + DROP)
    _comb(plan, under, bus, node.centre)
    even(under)
    return max(child.bottom for child in under)


def _comb(plan: Plan, nodes: list[Node], bus: float, trunk: float) -> None:
    """Join a trunk with the boxes below it."""
    places = [trunk, *(node.centre for node in nodes)]
    plan.join((min(places), bus), (max(places), bus))
    for node in nodes:
        plan.join((node.centre, bus), (node.centre, node.y))


def _hang(plan: Plan, node: Node) -> float:
    """Hang a box's subordinates below it, each on an elbow."""
    y = node.bottom + GAP
    for child in node.children:
        plan.put(child, node.x + DROP, node.width - DROP, y)
        x = node.x + DROP / 2
        plan.join((x, node.bottom), (x, child.middle), (child.x, child.middle))
        y = _hang(plan, child) + GAP * 0.7
    return y - GAP * 0.7 if node.children else node.bottom


def _row(plan: Plan, line: list[Node], bus: float) -> float:
    """Place the line units side by side under one bar."""
    slot = (style.PORTRAIT + GAP) / len(line)
    width = min(slot - GAP, 150.0)
    for place, node in enumerate(line):
        plan.put(node, place * slot + (slot - GAP - width) / 2, width, bus + DROP)
    _comb(plan, line, bus, HALF)
    even(line)
    return max(_hang(plan, node) for node in line)


def _spine(plan: Plan, line: list[Node], start: float, top: float) -> float:
    """Place many line units on both sides of the trunk, two by two."""
    width = min(HALF - SIDE, 180.0)
    y, last = top, top
    for place in range(0, len(line), 2):
        pair = line[place : place + 2]
        for node, x in zip(pair, (HALF - SIDE - width, HALF + SIDE), strict=False):
            plan.put(node, x, width, y)
        even(pair)
        for node in pair:
            plan.join((HALF, node.middle), (node.right if node.x < HALF else node.x, node.middle))
        last = pair[0].middle
        y = max(_hang(plan, node) for node in pair) + GAP
    plan.join((HALF, start), (HALF, last))
    return y - GAP
