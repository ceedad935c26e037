"""Small tools over pandoc's document tree (plain dicts and lists, as its JSON gives them)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Node = dict[str, Any]
Change = Callable[[Node], "list[Any] | None"]


def is_node(value: object) -> bool:
    """Whether a value is an element of the tree (and not a list, text or number)."""
    return isinstance(value, dict) and "t" in value


def rewrite(value: Any, change: Change) -> Any:
    """Copy a tree, replacing the elements for which ``change`` gives a list.

    Elements for which it gives nothing are kept and their content is rewritten.
    """
    if isinstance(value, list):
        result = []
        for item in value:
            if is_node(item):
                new = change(item)
                if new is None:
                    result.append(_rewrite_node(item, change))
                else:
                    result.extend(new)
            elif isinstance(item, list):
                result.append(rewrite(item, change))
            else:
                result.append(item)
        return result
    if is_node(value):
        return _rewrite_node(value, change)
    return value


def _rewrite_node(node: Node, change: Change) -> Node:
    if isinstance(node.get("c"), list):
        return {"t": node["t"], "c": rewrite(node["c"], change)}
    return node


def walk(value: Any) -> Iterator[Node]:
    """Give every element of a tree, parents first, in order."""
    if isinstance(value, list):
        for item in value:
            yield from walk(item)
    elif is_node(value):
        yield value
        yield from walk(value.get("c"))


def plain_text(value: Any) -> str:
    """Read inlines (or blocks) as plain text, footnotes left out.

    >>> plain_text([{"t": "Str", "c": "Bab"}, {"t": "Space"}, {"t": "Str", "c": "I"}])
    'Bab I'
    """
    parts = []
    if isinstance(value, list):
        parts = [plain_text(item) for item in value]
    elif is_node(value):
        kind = value["t"]
        if kind == "Str":
            return str(value["c"])
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " "
        if kind in ("Code", "Math"):
            return str(value["c"][1])
        if kind == "Quoted":
            inner = plain_text(value["c"][1])
            return f"‘{inner}’" if value["c"][0]["t"] == "SingleQuote" else f"“{inner}”"
        if kind in ("Note", "RawInline", "RawBlock"):
            return ""
        parts = [plain_text(value.get("c"))]
    return "".join(parts)


def classes(node: Node) -> list[str]:
    """Classes of a Div, Span, Header (or nothing for other elements)."""
    return list(attributes(node)[1])


def attributes(node: Node) -> tuple[str, list[str], dict[str, str]]:
    """Id, classes and options of an element that has them."""
    content: Any = node.get("c")
    if node["t"] in ("Div", "Span", "Code", "CodeBlock", "Link", "Image", "Table", "Figure"):
        attr = content[0]
    elif node["t"] == "Header":
        attr = content[1]
    else:
        return "", [], {}
    return attr[0], attr[1], dict(attr[2])


def text(words: str) -> Node:
    """Make a Str; spaces inside it stay."""
    return {"t": "Str", "c": words}


def raw_block(format_: str, code: str) -> Node:
    """Make a raw block of one output format."""
    return {"t": "RawBlock", "c": [format_, code]}


def raw_inline(format_: str, code: str) -> Node:
    """Make a raw inline of one output format."""
    return {"t": "RawInline", "c": [format_, code]}


def para(inlines: list[Any]) -> Node:
    """Make a paragraph."""
    return {"t": "Para", "c": inlines}
