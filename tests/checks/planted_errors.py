"""Every kind of error that tests and benchmark plant; they copy mistakes of published reports."""

from __future__ import annotations

import planted_money
import planted_order
import planted_values
import planted_words
from planted_blind import BLIND
from planting import Kind

__all__ = ["BLIND", "KINDS", "Kind"]

KINDS: tuple[Kind, ...] = tuple(
    kind
    for module in (planted_money, planted_values, planted_words, planted_order)
    for kind in vars(module).values()
    if isinstance(kind, Kind)
)
