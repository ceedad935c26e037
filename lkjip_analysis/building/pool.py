"""Processes that build on order: they load their libraries once and end with the one that asks."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing import get_context, parent_process

from pebble import ProcessPool


def build_processes(count: int) -> ProcessPool:
    """Have so many processes; each takes one order after another until the pool is stopped.

    They are started like commands of their own, with nothing forked, so it works alike everywhere.
    One that dies (out of memory, say) is replaced, and fails only the order it was at.
    """
    return ProcessPool(count, initializer=_get_ready, context=get_context("spawn"))


def _get_ready() -> None:
    """Leave Ctrl+C to the one that asks, end when that one ends, load the libraries."""
    from lkjip_analysis.building.notebooks import load_libraries

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    load_libraries()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
