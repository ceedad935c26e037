"""Words and numbers kept as data in a TOML file beside a module."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def beside(module: str, name: str = "") -> dict[str, Any]:
    """Read the TOML beside a module (its ``__file__``): of the same name, or of another."""
    path = Path(module).with_name(f"{name or Path(module).stem}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
