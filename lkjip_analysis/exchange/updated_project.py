"""A later version's book brought into a project: what nobody touched is replaced, the rest is kept.

Each file is compared three ways: as it was laid down (by the recorded hash), as it is, as it would
be now.
"""

from __future__ import annotations

from pathlib import Path

from lkjip_analysis import __version__
from lkjip_analysis.default_year import default_year
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.exchange.carried import RECORD, book_files, is_sound, mark, read_record, source
from lkjip_analysis.exchange.new_project import record
from lkjip_analysis.exchange.proposal import Proposal, free_name

BESIDE = (
    "Berkas yang Anda sunting tidak diubah; bandingkan dengan yang berakhiran .baru di sampingnya, "
    "pindahkan yang diperlukan, lalu hapus berkas .baru itu."
)


def plan_update(folder: Path) -> Proposal:
    """Bring the program's book into a project; edited files stay, the new ones lie beside them."""
    if folder == source():
        raise CallError(
            f"{folder} adalah sumber program sendiri; bab-babnya sudah versi ini.\n"
            "  perbaikan : pakai git pull, atau sebut proyek lain"
        )
    versi, laid = read_record(folder)
    said = [f"bab versi {__version__}, sebelumnya versi {versi or '?'}"]
    book = book_files(default_year())
    marks = {name: mark(name, content) for name, content in book.items()}
    after: dict[str, bytes] = {}
    beside = False
    for name, content in book.items():
        path = folder / name
        held = path.read_bytes() if path.is_file() else None
        now = None if held is None else mark(name, held)
        broken = held is not None and not is_sound(name, held)
        if marks[name] in (now, laid.get(name)) and not broken:
            continue  # the same already, or no news since it was laid down
        if now == laid.get(name):
            said.append(f"{'diganti' if now else 'baru'}: {name}")
        else:
            path = free_name(path.with_name(f"{path.name}.baru"), content)
            beside = True
            said.append(f"di sampingnya: {path.relative_to(folder).as_posix()}")
        after[path.relative_to(folder).as_posix()] = content
    gone = [name for name in laid if name not in book and (folder / name).exists()]
    said += [f"tidak dipakai lagi (dibiarkan): {name}" for name in gone]
    if beside or not after:
        said.append(BESIDE if beside else "tidak ada yang perlu diganti")
    return Proposal(folder, {**after, RECORD: record(marks)}, tuple(said), simpanan="", beda=False)
