"""The one-process engine against real kernels: same outputs, and nothing left behind."""

import json
import os
import sys
import warnings
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from unit_kecil import SOURCE

from lkjip_analysis import paths
from lkjip_analysis.building.notebooks import (
    NotebookError,
    as_text,
    execute_notebook,
    tidy,
)
from lkjip_analysis.exceptions import CallError

kernels = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


def write(path, *sources):
    """A notebook with a parameter ``tahun`` and these cells."""
    cells = [new_code_cell("tahun: int = 1", metadata={"tags": ["parameters"]})]
    notebook = new_notebook(cells=cells + [new_code_cell(source) for source in sources])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "x", "language": "python"}
    nbformat.write(notebook, path)
    return path


def outputs(path):
    """Outputs of each cell as tidied; prints in a row are one, tracebacks left out."""
    tidy(path)
    result = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        shown = []
        for output in cell.get("outputs", []):
            output.pop("traceback", None)
            data = output.get("data", {})
            data |= {kind: as_text(value) for kind, value in data.items()}
            last = shown[-1] if shown else {}
            if output["output_type"] == "stream" and last.get("name") == output["name"]:
                last["text"] += output["text"]
            else:
                shown.append(output)
        result.append(shown)
    return result


def run_both(path, folder, parameters):
    """Execute with a kernel and in this process."""
    found = []
    for engine in ("kernel", None):
        target = folder / str(engine) / path.name
        execute_notebook(path, target, parameters, engine=engine)
        found.append(outputs(target))
    return found


KINDS = ("jelajah", "pendahuluan", "pemeriksaan")
"""Notebooks that show, between them, all that the others show: frames and warnings of an analyst's
own, pictures, texts and tables. That all say in kernels what is stored, ``nbval`` looks at."""


@kernels
@pytest.mark.parametrize("name", KINDS)
def test_same_as_a_kernel(name, tmp_path):
    path = paths.NOTEBOOKS / f"{name}.ipynb"
    kernel, here = run_both(path, tmp_path, {"tahun": 2024, "data": str(SOURCE)})
    assert here == kernel
    assert any(here)
    assert not any(output.get("name") == "stderr" for cell in here for output in cell)


ODD_CELLS = (
    "import sys\nfrom IPython.display import display, HTML, update_display, clear_output\n"
    "print('a'); display(HTML('<b>x</b>')); print('b'); print('c', file=sys.stderr); 1 + 1",
    "display('awal', display_id='satu')",
    "update_display('akhir', display_id='satu'); 3;",
    "print('hilang'); clear_output(); print('ada')",
    "print('hilang'); clear_output(wait=True); display(4)",
    "import warnings\nwarnings.warn('awas'); warnings.warn('usang', DeprecationWarning)",
    "import os\nos.path.basename(os.getcwd()), __name__, tahun, get_ipython() is not None",
    "%%capture\nprint(1)",
    "import asyncio\nawait asyncio.sleep(0)\n5",
    "import pandas as pd\npd.DataFrame({'a': [1.23456, None]})",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "plt.figure(); plt.plot([3]); plt.show(); display(2)",
    "from IPython.display import Image\nImage(b'\\x89PNG', format='png')",
)


@kernels
def test_odd_cells_same_as_a_kernel(tmp_path):
    kernel, here = run_both(write(tmp_path / "aneh.ipynb", *ODD_CELLS), tmp_path, {"tahun": 2024})
    assert here == kernel
    assert [output["output_type"] for output in here[2]] == [
        "stream",
        "display_data",
        "stream",
        "stream",
        "execute_result",
    ]
    assert "UserWarning: awas" in here[7][0]["text"] and "usang" in here[7][0]["text"]


@kernels
@pytest.mark.parametrize("engine", [None, "kernel"])
def test_a_failing_cell(tmp_path, engine):
    path = write(
        tmp_path / "gagal.ipynb", "1", "print('sebelum')\nraise ValueError('tidak – bisa')"
    )
    target = tmp_path / "hasil" / "gagal.ipynb"
    message = (
        r"gagal\.ipynb berhenti pada sel ke-3.\n  sebab : ValueError: tidak – bisa\n  sel   : print"
    )
    with pytest.raises(NotebookError, match=message):
        execute_notebook(path, target, {"tahun": 2024}, engine=engine)
    *_, last = outputs(target)
    assert last[0]["text"] == "sebelum\n"
    assert (last[1]["ename"], last[1]["evalue"]) == ("ValueError", "tidak – bisa")


def test_syntax_errors_and_exits_stop(tmp_path):
    for source in ("x = = 1", "import sys; sys.exit(3)", "input('?')"):
        path = write(tmp_path / "a.ipynb", source)
        with pytest.raises(NotebookError, match="sel ke-2"):
            execute_notebook(path, tmp_path / "b.ipynb", {})


def test_interrupting_interrupts(tmp_path):
    path = write(tmp_path / "a.ipynb", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        execute_notebook(path, tmp_path / "b.ipynb", {})


SPOILING = """
import builtins, logging, os, sys, warnings
import matplotlib, pandas
rahasia = 1
builtins.rahasia2 = 1
os.environ["LKJIP_UJI"] = "1"; os.environ.pop("HOME", None)
sys.path.insert(0, "/tidak/ada"); os.chdir("/")
warnings.simplefilter("error"); logging.basicConfig(level=logging.DEBUG, force=True)
matplotlib.rcParams["font.size"] = 77; pandas.set_option("display.precision", 1)
sys.excepthook = None
"""


def state():
    """What a notebook could spoil in its process."""
    import logging

    import matplotlib
    import pandas as pd

    root = logging.getLogger()
    return (
        dict(os.environ), list(sys.path), Path.cwd(), sys.modules["__main__"], sys.excepthook,
        sys.displayhook, sys.stdin, sys.stdout, warnings.filters[:], root.level, root.handlers[:],
        matplotlib.rcParams["font.size"], pd.get_option("display.precision"), hasattr(sys, "ps1"),
    )  # fmt: skip


def test_notebooks_do_not_disturb_each_other(tmp_path):
    import builtins

    from IPython.core.interactiveshell import InteractiveShell

    before = state()
    execute_notebook(write(tmp_path / "a.ipynb", SPOILING), tmp_path / "x.ipynb", {})
    assert state() == before
    assert not hasattr(builtins, "rahasia2") and not hasattr(builtins, "get_ipython")
    assert not InteractiveShell.initialized()
    asking = "'rahasia' in globals(), 'LKJIP_UJI' in __import__('os').environ"
    execute_notebook(write(tmp_path / "b.ipynb", asking), tmp_path / "y.ipynb", {})
    assert outputs(tmp_path / "y.ipynb")[1][0]["data"]["text/plain"] == "(False, False)"


def test_altered_results_stay_in_their_notebook(tmp_path):
    """A notebook gets its own copy of the results, not those the next one shows."""
    load = "from lkjip_analysis.results import load_results\n"
    load += f"hasil = load_results(2024, {str(SOURCE)!r})\n"
    load += "row = hasil.data.tables['iku'].rows[0]\n"
    shown = "str(row.target), len(hasil.figures)"
    spoil = "vars(row)['target'] = -1; hasil.figures.clear()"
    for number, source in enumerate((load + shown, load + spoil, load + shown)):
        execute_notebook(write(tmp_path / "a.ipynb", source), tmp_path / f"{number}.ipynb", {})
    first, last = (outputs(tmp_path / f"{number}.ipynb")[1] for number in (0, 2))
    assert first == last != []


def test_without_a_kernel_its_lack_is_told(tmp_path, monkeypatch):
    """Where ipykernel is not installed, there is no kernel named python3 either."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    def none(self, name):
        raise NoSuchKernel(name)

    monkeypatch.setattr(KernelSpecManager, "get_kernel_spec", none)
    path = write(tmp_path / "a.ipynb", "1")
    with pytest.raises(CallError, match=r"ipykernel tidak terpasang.\n  perbaikan : pip install"):
        execute_notebook(path, tmp_path / "b.ipynb", {}, engine="kernel")
    execute_notebook(path, tmp_path / "b.ipynb", {})


def test_building_from_within_a_notebook(tmp_path):
    """Where another shell is current, as in JupyterLab, it is current again afterwards."""
    inner = write(tmp_path / "dalam.ipynb", "display('di dalam')")
    outer = f"""
from pathlib import Path
from lkjip_analysis.building.notebooks import execute_notebook
shell = get_ipython()
execute_notebook(Path({str(inner)!r}), Path({str(tmp_path / "hasil.ipynb")!r}), {{}})
display('di luar')
get_ipython() is shell
"""
    execute_notebook(write(tmp_path / "luar.ipynb", outer), tmp_path / "x.ipynb", {})
    shown = [output["data"]["text/plain"] for output in outputs(tmp_path / "x.ipynb")[1]]
    assert shown == ["'di luar'", "True"]
    assert outputs(tmp_path / "hasil.ipynb")[1][0]["data"]["text/plain"] == "'di dalam'"
