"""Which paragraph of a corrected Word file is which of the original.

Bookmarks tell first, then equal words, then likeness: a bookmark is gone where all of a paragraph
was typed anew, and stands in two where it was parted.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

from lkjip_analysis.exchange.word_file import Paragraph

LIKE = 55.0
"""So alike, in percent, are two forms of one paragraph."""
_FORMS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
                        "‑": "-", "‡": "", "\u00ad": "", "\u200b": "", "…": "..."})  # fmt: skip


def plain(text: str) -> str:
    r"""Write a text without what word processors change by themselves.

    >>> plain("“Satu\u00a0kata” – Jum’at")
    '"Satu kata" - Jum\'at'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(_FORMS)).strip()


def matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    """Compare two lists of words; blanks are all one."""
    one, other = ([plain(token) or " " for token in side] for side in (old, new))
    return SequenceMatcher(None, one, other, autojunk=False)


def line_up(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[int, int]:
    """Give the place in ``new`` of each paragraph of ``old`` that is still there."""
    pairs = _by_marks(old, new)
    anchors = [(-1, -1), *_rising(sorted(pairs.items())), (len(old), len(new))]
    taken = set(pairs.values())
    for (i1, j1), (i2, j2) in pairwise(anchors):
        left = [i for i in range(i1 + 1, i2) if i not in pairs]
        right = [j for j in range(j1 + 1, j2) if j not in taken]
        pairs |= _by_words(old, new, left, right)
    return pairs


def moved(pairs: dict[int, int]) -> list[int]:
    """Give the paragraphs that no longer stand where the others are."""
    listed = sorted(pairs.items())
    return [i for i, _ in sorted(set(listed) - set(_rising(listed)))]


def _by_marks(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[int, int]:
    """Pair by bookmarks: the paragraph that holds most of one; each is given once."""
    held: dict[str, tuple[int, int]] = {}
    for j, paragraph in enumerate(new):
        for name, (start, end) in paragraph.marks.items():
            held[name] = max(held.get(name, (0, -1)), (end - start, -j))
    pairs: dict[int, int] = {}
    for i, paragraph in enumerate(old):
        found = [-held[name][1] for name in paragraph.marks if held.get(name, (0, 0))[0] > 0]
        free = [j for j in found if j not in pairs.values()]
        if free:
            pairs[i] = free[0]
    return pairs


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the most pairs whose places rise on both sides; the others were moved."""
    ends: list[int] = []
    chains: list[tuple[tuple[int, int], ...]] = []
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        chain = (*(chains[at - 1] if at else ()), pair)
        ends[at : at + 1], chains[at : at + 1] = [pair[1]], [chain]
    return list(chains[-1]) if chains else []


def _by_words(
    old: Sequence[Paragraph], new: Sequence[Paragraph], left: list[int], right: list[int]
) -> dict[int, int]:
    """Pair what stands between two anchors: the same words, then the most alike."""
    words = [plain(old[i].text) for i in left], [plain(new[j].text) for j in right]
    pairs: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs |= dict(zip(left[i1:i2], right[j1:j2], strict=True))
        elif tag == "replace":
            first = j1
            for i in range(i1, i2):
                alike = [
                    (fuzz.ratio(words[0][i], words[1][j]), -j)
                    for j in range(first, j2)
                    if old[left[i]].cell == new[right[j]].cell
                ]
                best = max(alike, default=(0.0, 0))
                same_size = i2 - i1 == j2 - j1 and old[left[i]].cell  # a cell of a table
                if best[0] >= LIKE or (same_size and alike):
                    at = -best[1] if best[0] >= LIKE else max(first, j1 + i - i1)
                    pairs[left[i]], first = right[at], at + 1
    return pairs
