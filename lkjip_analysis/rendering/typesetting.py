"""Typst in a process of its own, so that the memory it takes for a book ends with the book.

Typst keeps what it laid out for the next compilation. Many units built one after another would
fill gigabytes with reports that are done. The process is this file itself: it imports nothing but
Typst, so it starts at once.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Said:
    """What Typst says of a book: its error with hints, if it has one, and its warnings."""

    error: str = ""
    hints: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def typeset(
    source: Path, target: Path, fonts: Path, timestamp: int, *, guarded: bool = True
) -> Said:
    """Compile a Typst file to PDF/A-2b and PDF/UA-1; with an error there is no file.

    Parameters
    ----------
    fonts
        The only folder fonts are taken from.
    timestamp
        Seconds since 1970 that the file names as its date.
    guarded
        In a process of its own; a page or two may as well be set in this one.
    """
    # unknown where this is a script
    from lkjip_analysis.rendering.programs import refuse_full_disk, run_guarded

    job = {"source": str(source), "target": str(target), "fonts": str(fonts)}
    if not guarded:
        return _compiled(job | {"timestamp": timestamp})
    call = [sys.executable, "-P", __file__, json.dumps(job | {"timestamp": timestamp})]
    done = run_guarded(call)
    if done.returncode:
        complaint = done.stderr.decode(errors="replace").strip()
        refuse_full_disk(complaint)
        return Said(error=complaint or "berhenti mendadak")
    said = json.loads(done.stdout)
    return Said(said["error"], tuple(said["hints"]), tuple(said["warnings"]))


def _compiled(job: dict[str, Any]) -> Said:
    import typst

    source = Path(job["source"])
    try:
        pdf, warnings = typst.compile_with_warnings(
            source,
            root=source.parent,
            font_paths=[job["fonts"]],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-2b", "ua-1"],
            timestamp=job["timestamp"],
        )
    except typst.TypstError as error:
        return Said(error.message, tuple(error.hints or ()))
    Path(job["target"]).write_bytes(pdf)
    return Said(warnings=tuple(warning.message for warning in warnings))


def main() -> None:
    """Be that process: a job in, what Typst says out."""
    said = _compiled(json.loads(sys.argv[1]))
    sys.stdout.buffer.write(json.dumps(asdict(said)).encode())


if __name__ == "__main__":
    main()
