"""What figures and entities show of themselves: a few lines of text, a small table in Jupyter."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

MOST = 8
"""More lines than these are counted, not shown."""


def few(words: Sequence[str]) -> str:
    """List the first words, and how many there are besides.

    >>> few(["P1", "P2"]), few([str(n) for n in range(10)])
    ('P1, P2', '0, 1, 2, 3, 4, 5, 6, 7, … (10)')
    """
    more = [f"… ({len(words)})"] if len(words) > MOST else []
    return ", ".join([*words[:MOST], *more])


def as_text(title: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Write a title and what stands below it.

    >>> print(as_text("IKU AKIP", [("target", "72 nilai"), ("capaian", "102,04%")]))
    IKU AKIP
      target   72 nilai
      capaian  102,04%
    """
    width = max((len(name) for name, _ in pairs[:MOST]), default=0)
    lines = [f"  {name:<{width}}  {value}" for name, value in pairs[:MOST]]
    rest = len(pairs) - len(lines)
    return "\n".join([title, *lines, *([f"  … dan {rest} angka lain"] if rest else [])])


def as_html(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write the table that Jupyter shows; plain structure, so that it reads without styles.

    >>> as_html("A & B", (), [("target", "72")])
    '<table><caption>A &amp; B</caption><tbody><tr><td>target</td><td>72</td></tr></tbody></table>'
    """
    heads = "".join(f"<th>{escape(word)}</th>" for word in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    top = f"<thead><tr>{heads}</tr></thead>" if head else ""
    return f"<table><caption>{escape(title)}</caption>{top}<tbody>{body}</tbody></table>"
