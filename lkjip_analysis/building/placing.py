"""What may be replaced by a new result, and what of the old one is taken along."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.building.figures import RESULTS_FILE
from lkjip_analysis.building.inputs import hash_file
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.rendering.yaml_text import read_yaml


def main_files(book: Path, formats: Sequence[str]) -> list[str]:
    """Name the file to open of each format."""
    config = read_yaml((book / "_quarto.yml").read_text(encoding="utf-8"))
    stem = config["book"]["output-file"]
    return ["index.html" if form == "html" else f"{stem}.{form}" for form in formats]


def refuse_to_overwrite(output: Path, data: Path) -> None:
    """Refuse a place for the results where something else would be lost."""
    reason = ""
    kept = (data, paths.PROJECT)
    if any(output == folder or output in folder.parents for folder in kept):
        reason = "memuat data atau program ini"
    elif data in output.parents:
        reason = "berada di dalam folder data"
    elif output.exists() and not output.is_dir():
        reason = "ternyata sebuah berkas"
    elif output.is_dir() and any(output.iterdir()) and not (output / RESULTS_FILE).exists():
        reason = "sudah berisi berkas yang bukan hasil pembuatan laporan"
    if reason:
        raise CallError(
            f"Folder hasil {output} {reason}, jadi tidak ditimpa.\n"
            "  perbaikan : pilih folder baru atau kosong dengan --output"
        )


def keep_own_files(output: Path, fresh: Path, made: Mapping[str, str]) -> list[str]:
    """Take along what people put beside the results, and the Word file they edited there.

    Parameters
    ----------
    made
        Names of the earlier result's files with their hashes; without these nothing can be told.

    Returns
    -------
    list[str]
        The new names of edited Word files.
    """
    edited = []
    for path in sorted(output.rglob("*")) if made else ():
        name = path.relative_to(output).as_posix()
        if not path.is_file() or path.name.startswith("~$"):
            continue
        target = fresh / name
        if name in made:
            if path.suffix != ".docx" or hash_file(path) == made[name]:
                continue
            target = _free_name(output, fresh, f"{path.stem}-suntingan")
            edited.append(target.name)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
    return edited


def _free_name(output: Path, fresh: Path, stem: str) -> Path:
    names = (f"{stem}{f'-{n}' if n > 1 else ''}.docx" for n in count(1))
    return next(
        fresh / name
        for name in names
        if not (output / name).exists() and not (fresh / name).exists()
    )
