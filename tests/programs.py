"""Programs beside Python that tests need."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def find_program(*names: str) -> str:
    """Give the first of these that is there; without any the test is skipped, in CI it fails."""
    found = filter(None, map(shutil.which, names))
    return next(found, None) or missing(" atau ".join(names))


def missing(what: str) -> NoReturn:
    """Skip for want of something; in CI that is a failure."""
    reason = f"dilewati: {what} tidak ada"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
