"""Each notebook run whole in JupyterLab, in a real browser: what a person sees there.

``LKJIP_POTRET=FOLDER`` keeps a picture of every notebook in that folder.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from programs import missing
from unit_here import PROJECT
from unit_kecil import SOURCE

NOTEBOOKS = sorted(path.stem for path in (PROJECT / "notebooks").glob("*.ipynb"))
RAW = re.compile(
    r"\{\.angka|:::|data-kunci|\{\{<|\]\{|&lt;|</?(?:div|span|table|p|a|svg)\b"
    r"| object at 0x|<Figure"
)
"""Marks of the pipeline, HTML that stands as text, and objects that show only where they are."""
SETTINGS = {
    "@jupyterlab/notebook-extension:tracker": {
        "windowingMode": "none",
        "scrollPastEnd": False,
    },
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}
"""All cells are drawn, not only those in the window; nothing is asked of the network."""
LAB = (
    *("--no-browser", "--port=0", "--allow-root", "--expose-app-in-browser"),
    *("--LabApp.news_url=None", "--ServerApp.open_browser=False"),
)
RUN = """async path => {
    const app = window.jupyterapp, opened = await app.commands.execute("docmanager:open", {path});
    await opened.context.ready; await opened.sessionContext.ready; await opened.revealed;
    app.shell.activateById(opened.id);
    await app.commands.execute("notebook:run-all-cells");
}"""
CLOSE = """async () => {
    const app = window.jupyterapp, opened = app.shell.currentWidget;
    await opened.context.save();
    await opened.sessionContext.shutdown();
    opened.dispose();
}"""
OUTPUTS = ".jp-Notebook .jp-OutputArea-output"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the tiny unit, its notebooks without outputs."""
    folder = tmp_path_factory.mktemp("lab") / "proyek"
    for name in ("notebooks", "_extensions"):
        shutil.copytree(
            PROJECT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints")
        )
    shutil.copy(PROJECT / "_quarto.yml", folder)
    shutil.copytree(SOURCE, folder / "data")
    shutil.copytree(SOURCE, folder / "examples" / "unit")  # to compare with
    for path in (folder / "notebooks").glob("*.ipynb"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell |= {"outputs": [], "execution_count": None}
        path.write_text(json.dumps(notebook), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def lab(project: Path, browser: Any) -> Iterator[Any]:
    """A page with JupyterLab open in the project."""
    try:
        import jupyterlab  # noqa: F401
    except ImportError:
        missing("JupyterLab (extra lab)")
    own = project.parent / "jupyter"
    look = own / "labconfig" / "default_setting_overrides.json"
    look.parent.mkdir(parents=True)
    look.write_text(json.dumps(SETTINGS), encoding="utf-8")
    environment = {name: text for name, text in os.environ.items() if name != "LKJIP_DATA"}
    environment |= {
        "PYTHONPATH": str(PROJECT),
        "JUPYTER_CONFIG_DIR": str(own),
        "JUPYTER_RUNTIME_DIR": str(own / "jalan"),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "lab"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "ruang"),
        "IPYTHONDIR": str(own / "ipython"),
    }
    command = [sys.executable, "-m", "jupyterlab", *LAB, f"--ServerApp.root_dir={project}"]
    with (own / "kata.txt").open("w") as said:
        server = subprocess.Popen(
            command, cwd=project, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
    try:
        at = address(own / "jalan", server)
        context = browser.new_context(viewport={"width": 1440, "height": 1000})
        page = context.new_page()
        page.goto(at, wait_until="domcontentloaded", timeout=120_000)
        page.wait_for_function("window.jupyterapp?.started", timeout=120_000)
        page.evaluate("window.jupyterapp.started.then(() => window.jupyterapp.restored)")
        yield page
        context.close()
    finally:
        server.terminate()  # it ends its kernels
        try:
            server.wait(60)
        except subprocess.TimeoutExpired:
            server.kill()
            raise


def address(runtime: Path, server: subprocess.Popen[bytes]) -> str:
    """Wait until the server says where it is and answers there."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        for path in runtime.glob("jpserver-*.json"):
            text = path.read_text(encoding="utf-8")
            if text.endswith("}"):
                found = json.loads(text)
                return f"{found['url']}lab?token={found['token']}&reset"
        time.sleep(0.1)
    raise AssertionError((runtime.parent / "kata.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_run_whole_it_looks_right(lab: Any, project: Path, name: str) -> None:
    """No error, no mark of the pipeline, no picture that is not drawn; every cell was run."""
    lab.evaluate(RUN, f"notebooks/{name}.ipynb")
    shown = lab.locator(OUTPUTS)
    texts = shown.all_inner_texts()
    faults = lab.locator(f'{OUTPUTS}[data-mime-type*="error"], {OUTPUTS}[data-mime-type*="stderr"]')
    undrawn = lab.evaluate(
        "async where => { const all = [...document.querySelectorAll(where + ' img')];"
        " await Promise.all(all.map(one => one.decode().catch(() => 0)));"
        " return all.filter(one => !one.naturalWidth).length }",
        OUTPUTS,
    )
    if folder := os.environ.get("LKJIP_POTRET"):
        keep_picture(lab, Path(folder) / f"{name}.png")
    said = faults.all_inner_texts()
    lab.evaluate(CLOSE)
    raw = [text for text in texts if RAW.search(text)]
    assert (said, raw, undrawn) == ([], [], 0)
    cells = json.loads((project / "notebooks" / f"{name}.ipynb").read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code" and cell["source"]]
    assert name != "ringkasan" or "Dinas Contoh" in " ".join(texts)  # the project it lies in
    assert len(texts) > 2 and all(cell["execution_count"] for cell in code)


def keep_picture(page: Any, path: Path) -> None:
    """Keep a picture of the whole notebook: the window as high as the notebook is."""
    size = page.viewport_size
    high = page.evaluate(
        """() => { const notebook = window.jupyterapp.shell.currentWidget.content;
        notebook.activeCellIndex = 0; notebook.deselectAll();
        return notebook.node.querySelector('.jp-WindowedPanel-inner').scrollHeight }"""
    )
    page.set_viewport_size({"width": size["width"], "height": min(high + 120, 12_000)})
    page.evaluate("window.jupyterapp.shell.currentWidget.content.scrollToItem(0)")
    page.screenshot(path=path)
    page.set_viewport_size(size)
