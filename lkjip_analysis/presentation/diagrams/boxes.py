"""Boxes with text, the lines between them, and a plan that is laid out before it is drawn.

The layouts are few and known (columns of a tree, an organisation, a process map), so they are
computed here, from measured text, rather than by a graph program: names of any length fit
their boxes, and the picture is the same on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.canvas import Canvas, block_height, wrap

DASHES = (3.0, 2.0)
DETAIL = 0.9  # size of a box's second text, of its first


@dataclass(frozen=True)
class Look:
    """How a kind of box looks."""

    fill: str
    edge: str
    ink: str = style.INK
    second: str = style.MUTED
    dashes: tuple[float, ...] = ()
    bold: bool = False


LOOKS = {
    "utama": Look(style.ACCENT, style.ACCENT, style.PAPER, style.PAPER, bold=True),
    "kedua": Look(style.SOFT, style.ACCENT),
    "biasa": Look(style.PAPER, style.STRONG_LINE),
    "lepas": Look(style.PAPER, style.WARN, dashes=DASHES),
    "putus": Look(style.PAPER, style.STRONG_LINE, dashes=DASHES),
}


@dataclass
class Node:
    """A box: its text, its kind, its children; place and size come from the layout."""

    name: str
    kind: str = "biasa"
    detail: str = ""
    children: list[Node] = field(default_factory=list)
    bold: bool = False
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    size: float = 8.0
    align: str = "left"
    raised: bool = False  # text at the top of the box, not in its middle
    lines: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    def measure(self, width: float, size: float, align: str = "left") -> None:
        """Break the texts to a width and find the height they need."""
        self.width, self.size, self.align = width, size, align
        room = width - 2 * self.pad
        self.lines = wrap(self.name, room, size, self.bold or LOOKS[self.kind].bold)
        self.details = wrap(self.detail, room, size * DETAIL)
        self.height = self.text_height + self.pad * 1.1

    @property
    def text_height(self) -> float:
        """Height of the texts."""
        return block_height(self.lines, self.size) + block_height(self.details, self.size * DETAIL)

    @property
    def pad(self) -> float:
        """Room between edge and text, of the box's text size."""
        return self.size * 0.62

    @property
    def middle(self) -> float:
        """Height of the box's middle on the page."""
        return self.y + self.height / 2

    @property
    def centre(self) -> float:
        """Middle of the box from side to side."""
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width


@dataclass
class Plan:
    """Boxes, lines and plain words with their places, not drawn yet."""

    size: float = 8.5
    nodes: list[Node] = field(default_factory=list)
    rules: list[tuple[Sequence[tuple[float, float]], bool]] = field(default_factory=list)
    words: list[tuple[float, float, str, float, str]] = field(default_factory=list)
    arrows: list[tuple[float, float, float]] = field(default_factory=list)  # x, from, to

    def join(self, *points: tuple[float, float], dashed: bool = False) -> None:
        """Draw a line through points."""
        self.rules.append((points, dashed))

    def put(self, node: Node, x: float, width: float, y: float) -> None:
        """Add a box with centred text, measured to a width, at a place."""
        node.measure(width, self.size, "center")
        node.x, node.y = x, y
        self.nodes.append(node)

    def branch(
        self, parents: Sequence[Node], children: Sequence[Node], dashed: bool = False
    ) -> None:
        """Join boxes with the boxes in the next column, over one upright line between them."""
        if not parents or not children:
            return
        right, left = max(p.right for p in parents), min(c.x for c in children)
        bus = max((right + left) / 2, left - 9)
        for node in parents:
            self.join((node.right, node.middle), (bus, node.middle), dashed=dashed)
        for node in children:
            self.join((bus, node.middle), (node.x, node.middle), dashed=dashed)
        heights = [node.middle for node in (*parents, *children)]
        if max(heights) - min(heights) > 0.01:
            self.join((bus, min(heights)), (bus, max(heights)), dashed=dashed)

    def gaps(self) -> list[tuple[float, float]]:
        """Give the free strips between boxes with text: their middles and heights."""
        found, end = [], math.inf
        for node in sorted((node for node in self.nodes if node.name), key=lambda node: node.y):
            if node.y > end:
                found.append(((node.y + end) / 2, round(node.y - end, 1)))
            end = max(end, node.bottom) if end < math.inf else node.bottom
        return found

    def draw(self, width: float, height: float, head: float = 0.0, room: float = 0.0) -> Canvas:
        """Draw everything: lines below boxes below text; ``head`` is the strip of the heads."""
        canvas = Canvas(width, height, self.gaps(), head, room=room)
        for points, dashed in self.rules:
            canvas.rule(points, color=style.STRONG_LINE, width=0.8, dashes=DASHES if dashed else ())
        for x, y, tip in self.arrows:
            canvas.rule([(x, y), (x, tip + (4 if tip < y else -4))], color=style.ACCENT, width=1.4)
            base = tip + (6 if tip < y else -6)
            canvas.polygon([(x, tip), (x - 4, base), (x + 4, base)], fill=style.ACCENT)
        for node in self.nodes:
            draw_node(canvas, node)
        for x, y, text, size, align in self.words:
            canvas.text(x, y, text, size, color=style.MUTED, align=align)
        return canvas


def draw_node(canvas: Canvas, node: Node) -> None:
    """Draw a box with its texts, centred from top to bottom."""
    look = LOOKS[node.kind]
    place, gid = (node.x + 0.4, node.y, node.width - 0.8, node.height), f"kotak:{node.name}"
    canvas.box(*place, fill=look.fill, edge=look.edge, dashes=look.dashes, gid=gid)
    x = node.centre if node.align == "center" else node.x + node.pad
    top = node.y + (node.pad if node.raised else (node.height - node.text_height) / 2)
    bold = node.bold or look.bold
    y = canvas.lines(x, top, node.lines, node.size, bold=bold, color=look.ink, align=node.align)
    canvas.lines(x, y, node.details, node.size * DETAIL, color=look.second, align=node.align)


def place_tree(node: Node, column: int, lefts: Sequence[float], top: float, gap: float) -> float:
    """Place a measured tree in columns, each parent beside the middle of its children.

    Starts at ``top`` and gives the height where the tree ends.
    """
    node.x = lefts[column]
    bottom = top
    for child in node.children:
        bottom = place_tree(child, column + 1, lefts, bottom, gap) + gap
    bottom = max(bottom - gap, top)
    if node.height > bottom - top:
        for child in node.children:
            move(child, (node.height - (bottom - top)) / 2)
        node.y = top
        return top + node.height
    node.y = top + (bottom - top - node.height) / 2
    return bottom


def even(nodes: Sequence[Node], more: float = 0.0) -> None:
    """Give boxes side by side the same height: that of the highest, and so much more."""
    tall = max(node.height for node in nodes) + more
    for node in nodes:
        node.height = tall


def move(node: Node, down: float) -> None:
    """Move a tree down."""
    node.y += down
    for child in node.children:
        move(child, down)


def walk(nodes: Sequence[Node]) -> list[Node]:
    """List trees' nodes, parents first."""
    return [found for node in nodes for found in (node, *walk(node.children))]
