"""The tree of programmes, kegiatan and subkegiatan."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.formatting import join_words
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.svg import Picture, listing, published
from lkjip_analysis.presentation.diagrams.boxes import Node, Plan, place_tree, walk
from lkjip_analysis.presentation.diagrams.cascades import HEAD, UNLINKED
from lkjip_analysis.results import Results

LEVELS = ("program", "kegiatan", "subkegiatan")
KINDS = {"program": "utama", "kegiatan": "kedua", "subkegiatan": "biasa"}
# widths of the columns, by their count
SHARES = {3: (0.23, 0.335, 0.435), 2: (0.4, 0.6), 1: (0.7,)}
SIZES = (8.5, 8.0, 7.5, 7.0, 6.5, 8.0)  # the last one for a tree on several pages
PAGES = 8
GUTTER = 14.0


@published("Penjenjangan program", schemas.Program)
def cascading_kegiatan(hasil: Results) -> Picture:
    """Programme, kegiatan and subkegiatan in columns, for a page on its side.

    A tree too tall for some pages counts its lowest level instead of naming it, and says so.
    """
    full = _trees(hasil)
    trees, lefts, height = full, [0.0], 0.0
    for depth in SHARES:
        trees = [_pruned(tree, depth) for tree in full]
        lefts, height = _lay_out(trees, SHARES[depth])
        if height <= PAGES * style.LANDSCAPE_PAGE:
            break
    plan = Plan(nodes=walk(trees))
    for node in plan.nodes:
        plan.branch([node], node.children)
    levels = [level for level in LEVELS if hasil.jumlah.banyak[level].number]
    counts = [f"{hasil.jumlah.banyak[level].tampil} {level}" for level in levels]
    for left, count in zip(lefts, counts, strict=False):
        plan.words.append((left, 9.0, count, 8.0, "left"))
    hidden = levels[len(lefts) :]
    if hidden:
        note = f"Nama {join_words(hidden)} tidak muat pada gambar; lihat tabel."
        plan.words.append((0.0, height + 8, note, 8.0, "left"))
        height += 12
    said = [f"{tree.name} ({_count_below(tree)})" for tree in full]
    alt = f"{join_words(counts)}: {listing(said)}."
    return Picture(plan.draw(style.LANDSCAPE, height, HEAD), alt)


def _trees(hasil: Results) -> list[Node]:
    """Build the trees of programmes; those without a sasaran say so."""
    rows = hasil.data[Program]
    nodes = {row.kode: Node(row.nama, KINDS[row.tingkat]) for row in rows}
    for row in rows:
        if row.induk in nodes:
            nodes[row.induk].children.append(nodes[row.kode])
        elif not row.kode_sasaran:
            nodes[row.kode].kind = "lepas"
            nodes[row.kode].bold = True
            nodes[row.kode].detail = UNLINKED.lower()
    return [nodes[row.kode] for row in rows if row.tingkat == "program"]


def _count_below(node: Node) -> str:
    """Count what is under a programme or kegiatan, level by level."""
    if node.kind == "kedua":
        return f"{len(node.children)} subkegiatan"
    below = sum(len(child.children) for child in node.children)
    return f"{len(node.children)} kegiatan, {below} subkegiatan"


def _pruned(node: Node, depth: int) -> Node:
    """Copy a tree down to a depth; what is cut off is counted."""
    detail = node.detail
    if depth == 1 and node.children:
        detail = "; ".join(text for text in (_count_below(node), detail) if text)
    children = [_pruned(child, depth - 1) for child in node.children] if depth > 1 else []
    return Node(node.name, node.kind, detail, children, node.bold)


def _lay_out(trees: list[Node], shares: tuple[float, ...]) -> tuple[list[float], float]:
    """Place trees in columns, in the greatest size that fits the page; give columns and height."""
    widths = [(style.LANDSCAPE - GUTTER * (len(shares) - 1)) * share for share in shares]
    lefts = [sum(widths[:n]) + GUTTER * n for n in range(len(widths))]
    top = HEAD
    for size in SIZES:
        top, gap = HEAD, size * 0.24
        for tree in trees:
            _measure(tree, widths, size)
            top = place_tree(tree, 0, lefts, top, gap) + gap * 2.4
        top -= size * 0.24 * 2.4 - 1
        if top <= style.LANDSCAPE_PAGE:
            break
    return lefts, top


def _measure(node: Node, widths: list[float], size: float) -> None:
    """Measure a tree whose boxes sit close together."""
    node.measure(widths[0], size)
    node.height -= size * 0.36
    for child in node.children:
        _measure(child, widths[1:], size)
