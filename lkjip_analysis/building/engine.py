"""A papermill engine without kernels: notebooks run in this process, a fresh shell each.

A Jupyter kernel costs about two seconds a notebook, most of it importing the same libraries.
Here IPython's own shell runs the cells, so the libraries are imported once; the outputs are the
same mime bundles a kernel would send (a test compares both). It works alike on Windows.
"""

from __future__ import annotations

import sys
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.engines import Engine, papermill_engines

NAME = "satu-proses"


class OneProcessEngine(Engine):
    """Run the cells of a notebook with IPython in this process."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:
        """Run every code cell in order; stop at the first that fails."""
        shell = InteractiveShell()
        try:
            for index, cell in enumerate(nb_man.nb.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                nb_man.cell_start(cell, index)
                failed = _run(shell, cell)
                if failed:
                    nb_man.cell_exception(cell, index, exception=failed)
                    break
                nb_man.cell_complete(cell, index)
        finally:
            shell.atexit_operations()
            shell.user_ns.clear()


def _run(shell: InteractiveShell, cell: NotebookNode) -> BaseException | None:
    """Run one cell and store its outputs as a kernel would."""
    hook = sys.displayhook
    with capture_output() as captured:
        result = shell.run_cell(cell.source, store_history=True)
    sys.displayhook = hook
    cell.execution_count = shell.execution_count - 1
    cell.outputs = []
    for name, text in (("stdout", captured.stdout), ("stderr", captured.stderr)):
        if text and result.success:
            cell.outputs.append(new_output("stream", name=name, text=text))
    for output in captured.outputs:
        shown_last = output is captured.outputs[-1] and result.result is not None
        kind = "execute_result" if shown_last else "display_data"
        extra = {"execution_count": cell.execution_count} if shown_last else {}
        cell.outputs.append(new_output(kind, data=dict(output.data), metadata=dict(output.metadata or {}), **extra))
    error: BaseException | None = result.error_before_exec or result.error_in_exec
    if error is not None:
        cell.outputs.append(new_output("error", ename=type(error).__name__, evalue=str(error), traceback=[]))
    return error


papermill_engines.register(NAME, OneProcessEngine)
