"""papermill's default engine, which says our own faults in their own words.

papermill finds it as a plugin (entry point ``papermill.engine``). Kernels run the notebook as ever;
where a cell stops with a fault that shows nothing but its sentence, papermill's command prints that
sentence and ends with code 1, instead of a traceback of papermill over one of the cell.
"""

from __future__ import annotations

from typing import Any

import click
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError


class ToldError(click.ClickException, PapermillExecutionError):
    """A notebook stopped with a fault whose sentence says all: papermill's own error, plainer."""

    __init__ = PapermillExecutionError.__init__

    def __str__(self) -> str:
        return str(self.evalue)

    def show(self, file: Any = None) -> None:
        """Print the sentence."""
        click.echo(self, file=file, err=True)


class TellingEngine(NBClientEngine):
    """papermill's engine of kernels, which raises such a fault as what it is."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> None:
        """Run the notebook; a fault that shows its sentence only becomes that sentence."""
        super().execute_managed_notebook(nb_man, kernel_name, **options)
        for place, cell in enumerate(nb_man.nb.cells):
            for output in cell.get("outputs", ()):
                if output.output_type == "error" and output.traceback == [output.evalue]:
                    said = output.ename, output.evalue, output.traceback
                    raise ToldError(place, cell.execution_count, cell.source, *said)


papermill_engines.register(None, TellingEngine)
