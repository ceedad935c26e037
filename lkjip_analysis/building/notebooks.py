"""Executing the notebooks with papermill: parameters checked, failures said plainly."""

from __future__ import annotations

import gc
import json
import re
import sys
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.data.dialect import MAX_LETTERS
from lkjip_analysis.exceptions import CallError, DataError, LkjipError
from lkjip_analysis.exchange.carried import KERNEL

PARAMETER = re.compile(r"^(\w+)\s*(?::[^=]+)?=", re.MULTILINE)
PARAMETERS = 'isinya: tahun: int = 2025, dan di baris berikutnya data: str = ""'
EMBED = re.compile(rb"\{\{<\s*embed\s+[^\s#]*?([^\s#/]+\.ipynb)#")


class NotebookError(LkjipError):
    """A notebook stopped: which, where, and why."""


def list_notebooks(folder: Path) -> list[Path]:
    """List the notebooks of the project in name order."""
    return sorted(path for path in folder.glob("*.ipynb") if not path.name.startswith("."))


def embedded_in(folder: Path) -> set[str]:
    """Name the notebooks that the chapters of a project, or of a staged book, embed."""
    report = folder / "report"
    chapters = [folder / "index.qmd", *report.rglob("*.qmd"), *report.rglob("*.md")]
    texts = (path.read_bytes() for path in chapters if path.is_file())
    return {name.decode() for text in texts for name in EMBED.findall(text)}


def embedded_notebooks() -> list[Path]:
    """List those of the project's notebooks that a chapter embeds: a book needs no others."""
    names = embedded_in(paths.PROJECT)
    return [path for path in list_notebooks(paths.NOTEBOOKS) if path.name in names]


def check_parameters(path: Path, parameters: Mapping[str, Any]) -> None:
    """Refuse a parameter the notebook does not have: papermill would only warn."""
    try:
        cells = list(json.loads(path.read_text(encoding="utf-8"))["cells"])
    except (ValueError, LookupError, TypeError):
        raise NotebookError(
            f"{path.name} bukan notebook yang utuh.\n"
            "  perbaikan : ambil lagi notebook itu dari asalnya (git checkout, atau lkjip init "
            f"--perbarui, yang menaruh {path.name}.baru di sampingnya)"
        ) from None
    tagged = [cell for cell in cells if "parameters" in cell.get("metadata", {}).get("tags", [])]
    if not tagged:
        raise CallError(
            f"Notebook {path.name} tidak mempunyai sel bertanda 'parameters'.\n"
            f"  perbaikan : tandai satu sel demikian (JupyterLab: Cell Tags); {PARAMETERS}"
        )
    known = PARAMETER.findall(as_text(tagged[0]["source"]))
    unknown = [name for name in parameters if name not in known]
    if unknown:
        raise CallError(
            f"Notebook {path.name} tidak mengenal parameter {', '.join(unknown)}.\n"
            f"  parameter yang ada : {', '.join(known)}\n"
            f"  perbaikan : tambahkan pada sel bertanda 'parameters'; {PARAMETERS}"
        )


@cache
def load_libraries() -> None:
    """Import what every notebook imports, once, and set it apart from what comes and goes.

    Python's search for garbage then passes over it: a tenth of the time of all notebooks. The
    grammar of IRIs that comes with JupyterLab is kept from jsonschema, which papermill brings: it
    takes a second to load, and no schema of a notebook asks for an IRI.
    """
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    import_module("lkjip_analysis.building.engine")
    del sys.modules["rfc3987_syntax"]
    for name in ("charts", "diagrams", "narrative", "tables"):
        import_module(f"lkjip_analysis.presentation.{name}")
    gc.freeze()


def execute_notebook(
    path: Path, target: Path, parameters: Mapping[str, Any], *, engine: str | None = None
) -> None:
    """Execute one notebook into ``target``; it is written once, when all cells have run.

    Parameters
    ----------
    engine
        ``None`` (all in this process, see ``building.engine``), ``kernel`` (a kernel each), or
        ``nbclient``: kernels that do not give the book's form of an analyst's own cells.
    """
    load_libraries()
    import papermill
    from jupyter_client.kernelspec import NoSuchKernel

    from lkjip_analysis.building.engine import NAME
    from lkjip_analysis.presentation import own_cells

    options = ["--log-level=40", f"--IPKernelApp.extra_extensions={own_cells.__name__}"]
    check_parameters(path, parameters)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        papermill.execute_notebook(
            str(path),
            str(target),
            parameters=dict(parameters),
            engine_name="nbclient" if engine else NAME,
            kernel_name=KERNEL["name"],
            progress_bar=False,
            cwd=str(path.parent),
            request_save_on_cell_execute=False,
            **({"extra_arguments": options[: 1 + (engine == "kernel")]} if engine else {}),
        )
    except NoSuchKernel:
        raise CallError(
            "Tidak ada kernel Jupyter untuk menjalankan notebook: ipykernel tidak terpasang.\n"
            "  perbaikan : pip install ipykernel, atau jalankan tanpa --kernel"
        ) from None
    except papermill.PapermillExecutionError as error:
        if error.ename == DataError.__name__:  # it names its own place, better than a cell does
            raise NotebookError(error.evalue) from None
        remedy = "\n  perbaikan : pasang pustaka itu (pip install), atau pasang lagi programnya"
        raise NotebookError(
            f"Notebook {path.name} berhenti pada sel ke-{cell_number(path, error.source)}.\n"
            f"  sebab : {error.ename}: {error.evalue}\n"
            f"  sel   : {_first_line(error.source)}"
            f"{remedy if error.ename == ModuleNotFoundError.__name__ else ''}"
        ) from None


def cell_number(path: Path, source: str) -> int:
    """Count where a cell stands in the notebook as it lies in its folder."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    numbers = [n for n, cell in enumerate(cells, 1) if as_text(cell["source"]) == source]
    return numbers[0] if numbers else 0


def as_text(source: str | list[str]) -> str:
    """Join a text that a notebook may keep in lines."""
    return source if isinstance(source, str) else "".join(source)


def notebook_text(notebook: Mapping[str, Any]) -> str:
    """Write a notebook as it is stored: the same text for the same content."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _first_line(source: str) -> str:
    return next((line for line in source.splitlines() if line.strip() and line[:2] != "#|"), "")


def tidy(path: Path, *, keep_injected: bool = True) -> None:
    """Leave out what varies from run to run or place to place, and name each picture's text.

    Left out are papermill's clock, changing execution counts, empty tags; the absolute data folder
    in the injected parameters; the project's own folder in what was printed.
    """
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"] = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    cells: list[dict[str, Any]] = []
    for cell in notebook["cells"]:
        tags = cell["metadata"].get("tags", [])
        if "injected-parameters" in tags:
            if not keep_injected:
                continue
            cell["source"] = re.sub(r"(?m)^data = .*$", 'data = ""', as_text(cell["source"]))
        cell["metadata"] = ({"tags": tags} if tags else {}) | _alternative(cell)
        cell["id"] = f"sel-{len(cells):02d}"
        if cell["cell_type"] == "code":
            count = 1 + sum(done["cell_type"] == "code" for done in cells)
            cell["execution_count"] = count  # nbval passes over a cell without one
            for output in cell["outputs"]:
                if output["output_type"] == "execute_result":
                    output["execution_count"] = count
                if output["output_type"] == "stream":
                    output["text"] = _without_folders(as_text(output["text"]))
        cells.append(cell)
    notebook["cells"] = cells
    path.write_text(notebook_text(notebook), encoding="utf-8", newline="\n")


def _alternative(cell: Mapping[str, Any]) -> dict[str, str]:
    """Give a picture's text alternative as the cell option that Quarto reads from metadata."""
    for output in cell.get("outputs", []):
        said = as_text(output.get("data", {}).get("text/plain", "<"))
        if "image/svg+xml" in output.get("data", {}) and not said.startswith("<"):
            return {"fig-alt": said[:MAX_LETTERS]}
    return {}


def _without_folders(text: str) -> str:
    """Name files in warnings from the project on, and cells without their random name."""
    text = text.replace(str(paths.PROJECT) + "\\", "").replace(str(paths.PROJECT) + "/", "")
    return re.sub(r"(?m)^\S*(ipykernel_\d+\S*|<ipython-input-\S+>):(?=\d+: )", "<sel>:", text)
