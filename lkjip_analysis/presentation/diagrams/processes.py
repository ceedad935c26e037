"""The map of business processes: core, supporting, and what influences them."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.data.schemas import ProsesBisnis
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.canvas import block_height, wrap
from lkjip_analysis.presentation.charts.svg import Picture, listing, published
from lkjip_analysis.presentation.diagrams.boxes import Node, Plan, even, walk
from lkjip_analysis.results import Results

PAD = 9.0
GAP = 9.0
ARROW = 24.0
SIZE = 8.5
MOST = 4  # boxes side by side
TITLES = {
    "pengaruh": "Variabel yang memengaruhi",
    "inti": "Proses inti",
    "pendukung": "Proses pendukung",
}


@published("Peta proses bisnis", schemas.ProsesBisnis)
def proses_bisnis(hasil: Results) -> Picture:
    """Core processes with their parts, supporting processes, and what influences them."""
    groups = _groups(hasil)
    plan, top, previous = Plan(SIZE), 0.5, ""
    for kind in ("pengaruh", "inti", "pendukung"):
        if not groups[kind]:
            continue
        if previous:
            ends = (top + 1, top + ARROW - 1)
            start, tip = ends if previous == "pengaruh" else ends[::-1]
            plan.arrows.append((style.PORTRAIT / 2, start, tip))
            top += ARROW
        if kind == "inti":
            top = _core(plan, groups[kind], top)
        else:
            top = _aside(plan, kind, groups[kind], top)
        previous = kind
    return Picture(plan.draw(style.PORTRAIT, top + 0.5), _say(groups))


def _groups(hasil: Results) -> dict[str, list[Node]]:
    """Build the trees of processes, by kind."""
    rows = sorted(hasil.data[ProsesBisnis], key=lambda row: row.urutan)
    nodes = {}
    for row in rows:
        name = f"{row.kode} {row.nama}" if row.jenis == "inti" else row.nama
        nodes[row.kode] = Node(name, detail=row.uraian)
    groups: dict[str, list[Node]] = {kind: [] for kind in TITLES}
    for row in rows:
        parent = nodes.get(row.induk)
        (parent.children if parent else groups[row.jenis]).append(nodes[row.kode])
    return groups


def _grid(plan: Plan, nodes: list[Node], left: float, width: float, top: float) -> float:
    """Place boxes in rows of at most four, each row as high as its highest box."""
    columns = min(MOST, len(nodes))
    each = (width - GAP * (columns - 1)) / columns
    for start in range(0, len(nodes), columns):
        row = nodes[start : start + columns]
        for place, node in enumerate(row):
            inner = [part.name for part in walk(node.children)]
            node.detail = "; ".join(text for text in (node.detail, *inner) if text)
            node.bold = node.raised = bool(node.detail)
            plan.put(node, left + place * (each + GAP), each, top)
        even(row, 4)
        top = row[0].bottom + GAP
    return top - GAP


def _core(plan: Plan, nodes: list[Node], top: float) -> float:
    """Place each core process as a frame with its parts inside."""
    for node in nodes:
        lines = wrap(node.name, style.PORTRAIT - 2 * PAD, SIZE + 1, True)
        frame = Node("", "kedua")
        plan.nodes.append(frame)
        head = Node(node.name, "utama", node.detail)
        head.measure(style.PORTRAIT, SIZE + 0.5, "center")
        head.height = max(head.height, block_height(lines, SIZE + 1)) + 3
        head.x, head.y = 0, top
        end = head.bottom
        if node.children:
            end = _grid(plan, node.children, PAD, style.PORTRAIT - 2 * PAD, end + PAD) + PAD
        frame.x, frame.y, frame.width, frame.height = 0, top, style.PORTRAIT, end - top
        plan.nodes.append(head)
        top = end + GAP
    return top - GAP


def _aside(plan: Plan, kind: str, nodes: list[Node], top: float) -> float:
    """Place influences or supporting processes in a dashed frame with its name."""
    frame = Node("", "putus")
    plan.nodes.append(frame)
    plan.words.append((style.PORTRAIT / 2, top + 14, TITLES[kind], 8.0, "center"))
    wide = min(style.PORTRAIT, len(nodes) * 150.0 + 2 * PAD)
    left = (style.PORTRAIT - wide) / 2
    end = _grid(plan, nodes, left + PAD, wide - 2 * PAD, top + 21) + PAD
    frame.x, frame.y, frame.width, frame.height = left, top, wide, end - top
    return end


def _say(groups: dict[str, list[Node]]) -> str:
    parts = []
    for node in groups["inti"]:
        inner = ", ".join(child.name for child in node.children)
        parts.append(f"proses inti {node.name}" + (f" dengan bagian {inner}" if inner else ""))
    parts += [
        f"{TITLES[kind].lower()}: {', '.join(node.name for node in groups[kind])}"
        for kind in ("pendukung", "pengaruh")
        if groups[kind]
    ]
    return f"Peta proses bisnis: {listing(parts)}."
