"""Which cell says what a row is about: its first cell of words, a head for a screen reader.

Pages have it as ``<th scope="row">``; on paper it is a cell as all others.
"""

from __future__ import annotations

import re

BODY = re.compile(r"<tbody\b.*?</tbody>", re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
OF_WORDS = re.compile(r'<td\b([^>]*style="text-align: left[^>]*)>(?!</td>)(.*?)</td>', re.DOTALL)
HEAD = re.compile(r'<th\b([^>]*?) scope="row"([^>]*)>(.*?)</th>', re.DOTALL)


def with_row_heads(html: str) -> str:
    """Make a head of the first cell of words in every body row of the report's own tables.

    >>> row = '<tr><td style="text-align: left">Jalan</td><td>3</td></tr>'
    >>> with_row_heads(f'<table class="tabel"><tbody>{row}</tbody></table>')[28:90]
    '<tr><th style="text-align: left" scope="row">Jalan</th><td>3</'
    """
    if '<table class="tabel' not in html:
        return html

    def in_row(row: re.Match[str]) -> str:
        return OF_WORDS.sub(r'<th\1 scope="row">\2</th>', row[0], count=1)

    return BODY.sub(lambda body: ROW.sub(in_row, body[0]), html)


def without_row_heads(html: str) -> str:
    """Make them cells again.

    >>> without_row_heads('<th style="text-align: left" scope="row">Jalan</th>')
    '<td style="text-align: left">Jalan</td>'
    """
    return HEAD.sub(r"<td\1\2>\3</td>", html)
