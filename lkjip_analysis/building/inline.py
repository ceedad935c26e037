"""Matplotlib's figures in this process as in a kernel: shown at the end of their cell, then closed.

The backend is the very one that kernels use. Its module connects itself to the shell that is
current when it is imported; each notebook therefore imports it anew, and only if it draws.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MODULES = ("matplotlib_inline", "matplotlib_inline.config", "matplotlib_inline.backend_inline")
INLINE = f"module://{MODULES[-1]}"


@contextmanager
def inline_figures() -> Iterator[None]:
    """Have pyplot show its figures in the current shell; afterwards it is as it was before."""
    matplotlib = sys.modules.get("matplotlib")
    backend = matplotlib.get_backend(auto_select=False) if matplotlib else None
    kept = {name: sys.modules.pop(name) for name in MODULES if name in sys.modules}
    os.environ["MPLBACKEND"] = INLINE
    _switch(INLINE)
    try:
        yield
    finally:
        for name in MODULES:
            sys.modules.pop(name, None)
        sys.modules.update(kept)
        _switch(backend or "agg")


def _switch(backend: str) -> None:
    """Choose a backend, without importing what no notebook has asked for yet."""
    if "matplotlib" in sys.modules:
        sys.modules["matplotlib"].rcParams["backend"] = backend
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
        sys.modules["matplotlib.pyplot"].switch_backend(backend)
