"""Builds for the preview, in a process that stays: its libraries are imported once.

A build started as a command spends a third of its time on imports; here they are done after the
first answer at the latest, and the helper that takes a share of the notebooks stays as well. Both
are replaced when the program has changed.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from lkjip_analysis.building import inputs
from lkjip_analysis.building.request import Request
from lkjip_analysis.building.standing import Standing, answer
from lkjip_analysis.building.workers import keep_helpers, warm_up
from lkjip_analysis.exceptions import LkjipError, file_fault

STOPPED = "Pembuatan berhenti mendadak; jalankan lkjip build untuk melihat sebabnya."


class WarmBuilder:
    """Builds on order in a process of its own."""

    def __init__(self) -> None:
        self.standing = Standing(__name__)
        self._program: dict[str, str] = {}

    def build(self, request: Request) -> str:
        """Build; give the fault, blank where all went well."""
        program = inputs.hash_tree(inputs.PACKAGE)
        if program != self._program:
            self.standing.stop()
            self._program = program
        order = asdict(request) | {"data": str(request.data), "output": str(request.output)}
        said = self.standing.ask(order)
        return STOPPED if said is None else str(said)

    def stop(self) -> None:
        """End the process."""
        self.standing.stop()


def as_request(order: dict[str, Any]) -> Request:
    """Read an order back into a request."""
    known = {"data": Path(order["data"]), "output": Path(order["output"])}
    return Request(**order | known | {"formats": tuple(order["formats"])})


def build_on_order(order: dict[str, Any]) -> str:
    """Build; whatever goes wrong is told, for the process must live on."""
    from lkjip_analysis.building.build import build

    try:
        build(as_request(order))
    except LkjipError as error:
        return str(error)
    except OSError as error:
        return file_fault(error)
    except Exception as error:
        return f"Kesalahan program: {type(error).__name__}: {error}"
    return ""


if __name__ == "__main__":
    keep_helpers()
    answer(build_on_order, between=warm_up)
