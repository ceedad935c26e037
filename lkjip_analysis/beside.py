"""Words and numbers kept as data in the TOML file beside a module, of the same name."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def beside(module: str) -> dict[str, Any]:
    """Read the TOML beside a module, which is named by its ``__file__``."""
    return tomllib.loads(Path(module).with_suffix(".toml").read_text(encoding="utf-8"))
