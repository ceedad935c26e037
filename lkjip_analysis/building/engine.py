"""A papermill engine without kernels: notebooks run in this process, a fresh shell each.

A Jupyter kernel costs about two seconds a notebook, most of it importing the same libraries.
Here IPython's own shell runs the cells, so the libraries are imported once; the outputs are the
same mime bundles a kernel would send (a test compares both). It works alike on Windows.
"""

from __future__ import annotations

import atexit
import io
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.engines import Engine, papermill_engines
from traitlets import Type
from traitlets.config import Config

NAME = "satu-proses"


class CollectingHook(DisplayHook):
    """Keep what the last expression of a cell shows, instead of printing it."""

    def write_output_prompt(self) -> None:
        """Print no ``Out[1]:``."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        """Store the mime bundle."""
        self.shell.shown.append(
            new_output("execute_result", data=format_dict, metadata=md_dict or {}, execution_count=None)
        )

    def finish_displayhook(self) -> None:
        """Print no line end."""


class CollectingPublisher(DisplayPublisher):
    """Keep what ``display()`` shows."""

    def publish(self, data: Any, metadata: Any = None, **_: Any) -> None:
        """Store the mime bundle."""
        self.shell.shown.append(new_output("display_data", data=data, metadata=metadata or {}))


class CollectingShell(InteractiveShell):
    """IPython's shell, whose outputs are collected cell by cell in ``shown``."""

    displayhook_class = Type(CollectingHook)
    display_pub_class = Type(CollectingPublisher)

    def __init__(self, **options: Any) -> None:
        self.shown: list[NotebookNode] = []
        super().__init__(**options)


class OneProcessEngine(Engine):
    """Run the cells of a notebook with IPython in this process."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:
        """Run every code cell in order; stop at the first that fails."""
        quiet = Config()
        quiet.HistoryManager.enabled = False
        shell = CollectingShell(config=quiet)
        try:
            for index, cell in enumerate(nb_man.nb.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                nb_man.cell_start(cell, index)
                failed = run_cell(shell, cell)
                if failed:
                    nb_man.cell_exception(cell, index, exception=failed)
                    break
                nb_man.cell_complete(cell, index)
        finally:
            atexit.unregister(shell.atexit_operations)
            shell.atexit_operations()


def run_cell(shell: CollectingShell, cell: NotebookNode) -> BaseException | None:
    """Run one cell and store its outputs as a kernel would; give the exception, if any."""
    printed, complained = io.StringIO(), io.StringIO()
    shell.shown = []
    with redirect_stdout(printed), redirect_stderr(complained):
        result = shell.run_cell(cell.source, store_history=True)
    error: BaseException | None = result.error_before_exec or result.error_in_exec
    cell.execution_count = shell.execution_count - 1
    cell.outputs = []
    for name, stream in (("stdout", printed), ("stderr", complained)):
        if stream.getvalue() and error is None:
            cell.outputs.append(new_output("stream", name=name, text=stream.getvalue()))
    cell.outputs += shell.shown
    if error is not None:
        about = {"ename": type(error).__name__, "evalue": str(error), "traceback": []}
        cell.outputs.append(new_output("error", **about))
    return error


papermill_engines.register(NAME, OneProcessEngine)
