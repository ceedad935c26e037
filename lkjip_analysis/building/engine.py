"""A papermill engine without kernels: notebooks run in this process, a fresh shell each.

A Jupyter kernel costs about two seconds a notebook, most of it importing the same libraries.
Here IPython's own shell runs the cells, so the libraries are imported once; the outputs are the
same mime bundles a kernel would send (a test compares both). It works alike on Windows.

What a notebook does to its process is undone after it: names, ``sys.path``, the environment,
warning filters, log handlers, looks of matplotlib and pandas, modules beside the notebooks. Other
imported modules stay.
"""

from __future__ import annotations

import atexit
import binascii
import builtins
import io
import logging
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

import pandas
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode, from_dict
from papermill.engines import Engine, papermill_engines
from traitlets import Type
from traitlets.config import Config

from lkjip_analysis import paths
from lkjip_analysis.building.inline import inline_figures
from lkjip_analysis.presentation import own_cells

NAME = "satu-proses"

UNSAID = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
"""Warnings that a Python of its own, such as a kernel, leaves unsaid outside the notebook."""

HOOKS = ("excepthook", "displayhook", "ps1", "ps2", "ps3")


class Stream(io.TextIOBase):
    """What is printed becomes an output, in order with what is shown."""

    def __init__(self, shell: CollectingShell, name: str) -> None:
        self.shell, self.name = shell, name

    def writable(self) -> bool:
        """Say that this can be written to."""
        return True

    def write(self, text: str) -> int:
        """Add to the last output, if it is of this stream, else begin a new one."""
        self.shell.clear_if_asked()
        shown = self.shell.shown
        if not (shown and shown[-1].output_type == "stream" and shown[-1].name == self.name):
            shown.append(NotebookNode(output_type="stream", name=self.name, text=""))
        shown[-1].text += text
        return len(text)


class CollectingHook(DisplayHook):
    """Keep what the last expression of a cell shows, instead of printing it."""

    shell: Any

    def write_output_prompt(self) -> None:
        """Print no ``Out[1]:``."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        """Store the mime bundle."""
        self.shell.show("execute_result", format_dict, md_dict, execution_count=None)

    def finish_displayhook(self) -> None:
        """Print no line end."""

    def flush(self) -> None:
        """Let go of the results shown, without IPython's search of the whole memory for garbage.

        That search takes a fifth of a notebook's time here, and the shell is thrown away anyway.
        """
        self.shell.user_ns.get("_oh", {}).clear()
        self._ = self.__ = self.___ = ""


class CollectingPublisher(DisplayPublisher):
    """Keep what ``display()`` shows; ``update_display`` and ``clear_output`` as in a kernel."""

    shell: Any

    def publish(
        self,
        data: Any,
        metadata: Any = None,
        source: Any = None,
        *,
        transient: Any = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        """Store the mime bundle, or put it in place of the earlier ones of the same name."""
        name = (transient or {}).get("display_id")
        if update:
            for output in self.shell.named.get(name, []):
                output.update(data=as_sent(data), metadata=metadata or {})
            return
        output = self.shell.show("display_data", data, metadata)
        if name:
            self.shell.named.setdefault(name, []).append(output)

    def clear_output(self, wait: bool = False) -> None:
        """Forget the cell's outputs, at once or before the next one."""
        self.shell.clearing = True
        if not wait:
            self.shell.clear_if_asked()


class CollectingShell(InteractiveShell):
    """IPython's shell, whose outputs are collected cell by cell in ``shown``."""

    displayhook_class = Type(CollectingHook)
    display_pub_class = Type(CollectingPublisher)
    system = InteractiveShell.system_piped

    def __init__(self, **options: Any) -> None:
        self.shown: list[NotebookNode] = []
        self.named: dict[str, list[NotebookNode]] = {}
        self.clearing = False
        super().__init__(warn_venv=False, **options)  # another environment may be active

    def show(self, kind: str, data: Any, metadata: Any, **more: Any) -> NotebookNode:
        """Add an output to the cell that runs."""
        self.clear_if_asked()
        sent = {"output_type": kind, "data": as_sent(data), "metadata": metadata or {}, **more}
        self.shown.append(from_dict(sent))  # papermill checks the whole notebook at the end
        return self.shown[-1]

    def clear_if_asked(self) -> None:
        """Carry out a waiting ``clear_output``."""
        if self.clearing:
            self.shown.clear()
            self.clearing = False

    def enable_gui(self, gui: Any = None) -> None:
        """Open no windows; ``%matplotlib inline`` asks for none, but asks."""

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        said = {"ename": etype.__name__, "evalue": str(evalue), "traceback": list(stb)}
        self.shown.append(from_dict({"output_type": "error", **said}))


def as_sent(data: Mapping[str, Any]) -> dict[str, Any]:
    """Write pixels and the like as text, as a kernel sends them."""
    return {
        kind: binascii.b2a_base64(value).decode() if isinstance(value, bytes) else value
        for kind, value in data.items()
    }


class OneProcessEngine(Engine):
    """Run the cells of a notebook with IPython in this process."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:
        """Run every code cell in order; stop at the first that fails."""
        with fresh_shell() as shell:
            for index, cell in enumerate(nb_man.nb.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                nb_man.cell_start(cell, index)
                failed = run_cell(shell, cell)
                if failed:
                    nb_man.cell_exception(cell, index, exception=failed)
                    break
                nb_man.cell_complete(cell, index)


def run_cell(shell: CollectingShell, cell: NotebookNode) -> BaseException | None:
    """Run one cell and store its outputs as a kernel would; give the exception, if any."""
    shell.shown = cell.outputs = []
    shell.clearing = False
    with redirect_stdout(Stream(shell, "stdout")), redirect_stderr(Stream(shell, "stderr")):
        result = shell.run_cell(cell.source, store_history=True)
        error: BaseException | None = result.error_before_exec or result.error_in_exec
        if isinstance(error, KeyboardInterrupt):
            raise error
        if error is not None and not any(output.output_type == "error" for output in shell.shown):
            shell._showtraceback(type(error), error, [])
    cell.execution_count = shell.execution_count - 1
    return error


@contextmanager
def fresh_shell() -> Iterator[CollectingShell]:
    """Start a shell for one notebook; afterwards this process is as it was before.

    The shell stands in for the current one (``get_ipython``, ``display``), also where a build is
    called from a notebook.
    """
    classes = [kind for kind in CollectingShell.__mro__ if hasattr(kind, "_instance")]
    current = {kind: kind._instance for kind in classes if "_instance" in vars(kind)}
    quiet = Config()
    quiet.HistoryManager.enabled = False
    with unchanged_process():
        for kind in current:
            kind._instance = None
        shell = CollectingShell.instance(config=quiet, ipython_dir=str(paths.BUILD / ".ipython"))
        own_cells.load_ipython_extension(shell)
        try:
            with inline_figures():
                yield shell
        finally:
            atexit.unregister(shell.atexit_operations)
            shell.atexit_operations()
            shell.restore_sys_module_state()
            CollectingShell.clear_instance()
            for kind in classes:
                if kind in current:
                    kind._instance = current[kind]
                elif "_instance" in vars(kind):
                    del kind._instance


@contextmanager
def unchanged_process() -> Iterator[None]:
    """Undo afterwards what running a notebook changes in the process."""
    environment, search_path, standard_in = dict(os.environ), sys.path[:], sys.stdin
    hooks = {name: getattr(sys, name) for name in HOOKS if hasattr(sys, name)}
    builtin = dict(vars(builtins))
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    modules = set(sys.modules)
    sys.path.insert(0, "")  # as in a kernel, what lies beside the notebook can be imported
    sys.stdin = io.StringIO()  # nobody is there to answer
    pandas.set_option("display.max_columns", 20)  # its default, save in what it calls a terminal
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _print_warning
            warnings.resetwarnings()
            for category in UNSAID:
                warnings.simplefilter("ignore", category)
            warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
            yield
    finally:
        sys.stdin = standard_in
        sys.path[:] = search_path
        for name in HOOKS:
            if name in hooks:
                setattr(sys, name, hooks[name])
            elif hasattr(sys, name):
                delattr(sys, name)
        for name in set(vars(builtins)) - set(builtin):
            delattr(builtins, name)
        root.handlers[:], root.level = handlers, level
        for name in set(sys.modules) - modules:
            if _lies_beside_notebooks(sys.modules[name]):  # it may be edited before the next build
                del sys.modules[name]
        if dict(os.environ) != environment:
            os.environ.clear()
            os.environ.update(environment)
        _default_looks()


def _lies_beside_notebooks(module: Any) -> bool:
    return str(getattr(module, "__file__", None) or "").startswith(str(paths.NOTEBOOKS))


def _print_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: Any = None,
    line: str | None = None,
) -> None:
    """Print a warning where the cell's other complaints go, also where somebody collects them."""
    text = warnings.formatwarning(message, category, filename, lineno, line)
    (file or sys.stderr).write(text)


def _default_looks() -> None:
    """Give matplotlib (where it is loaded) and pandas their own settings back."""
    if "matplotlib" in sys.modules:
        sys.modules["matplotlib"].rc_file_defaults()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pandas.reset_option("all")


papermill_engines.register(NAME, OneProcessEngine)
