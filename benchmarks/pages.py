"""How heavy the web pages and the single files are, and how soon a slow phone has them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measuring import Bench

SLOWER = 4
"""Times slower than this machine: a phone of the cheaper kind."""
WIDTHS = (390, 1440)
TIMES = 5
"""The soonest counts: what else the machine does only ever adds."""
SHARED = "yang dibaca sekali untuk semua halaman (gaya, skrip, huruf)"
LATER = "yang dibaca saat dipakai (pencarian, jejak, data)"
BROWSERS = ("chromium", "google-chrome", "chromium-browser")
LOADED = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => {
    const page = performance.getEntriesByType('navigation')[0];
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    done([paint ? paint.startTime : 0, page.loadEventEnd]);
}, 0)))"""


def pages(bench: Bench) -> list[dict[str, Any]]:
    """Build both books as pages and single files; weigh and open each in a browser."""
    bench.build("--format", "html", "--satu-berkas")
    report = bench.folder / "output" / "2024"
    review = report.with_name("reviu-2024")
    assets = report / "aset"
    later = list(assets.glob("*.js"))
    later.remove(assets / "lkjip.js")
    first = [assets / "lkjip.css", assets / "lkjip.js", *(assets / "huruf").glob("*.woff2")]
    found = [
        {"halaman": SHARED, "byte": sum(path.stat().st_size for path in first)},
        {"halaman": LATER, "byte": sum(path.stat().st_size for path in later)},
    ]
    files = [*sorted(report.glob("*.html")), *review.glob("reviu-*.html")]
    times = dict(_opened(files))
    found += [
        {"halaman": path.name, "byte": path.stat().st_size, "ms": times[path]} for path in files
    ]
    return found


def _opened(files: list[Path]) -> Iterator[tuple[Path, dict[str, list[float]]]]:
    """Open each page; by width, milliseconds to the first paint and to the end of loading."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("LKJIP_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for path in files:
            times = {}
            for width in WIDTHS:
                taken = []
                for _ in range(TIMES):
                    page = browser.new_page(viewport={"width": width, "height": 844})
                    slow = page.context.new_cdp_session(page)
                    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                    page.goto(path.as_uri())
                    taken.append(page.evaluate(LOADED))
                    page.close()
                times[str(width)] = [round(min(each)) for each in zip(*taken, strict=True)]
            print(f"  {path.name}: {times}", flush=True)
            yield path, times
        browser.close()
