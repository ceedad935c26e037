"""Helpers of the LKjIP report: data, measures, results, presentation, checks, building.

``import lkjip_analysis as lk`` gives an analyst the names in ``__all__``: ``lk.buka(2024)`` opens
a year. They load when they are asked for, so that the command line starts at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = [
    "Hasil", "LkjipError", "NotComputableError", "banding", "buka", "capaian", "cocok", "deret",
    "efisiensi", "perubahan", "predikat", "serapan", "unit",
]  # fmt: skip

_HOMES = {
    "exceptions": ("LkjipError", "NotComputableError"),
    "face.opening": ("Hasil", "buka"),
    "face.comparing": ("banding", "cocok", "deret", "unit"),
    "face.computing": ("capaian", "efisiensi", "perubahan", "predikat", "serapan"),
}
"""The module that each exported name lives in."""

if TYPE_CHECKING:
    from lkjip_analysis.exceptions import LkjipError, NotComputableError
    from lkjip_analysis.face.comparing import banding, cocok, deret, unit
    from lkjip_analysis.face.computing import capaian, efisiensi, perubahan, predikat, serapan
    from lkjip_analysis.face.opening import Hasil, buka
else:

    def __getattr__(name: str) -> object:
        """Load an exported name when it is asked for."""
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
