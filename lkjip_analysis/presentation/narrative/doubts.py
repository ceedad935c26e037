"""What readers should know of the data: the doubts about values, in the unit's words or ours."""

from __future__ import annotations

from itertools import accumulate

from lkjip_analysis.checks import run_checks
from lkjip_analysis.presentation.cell import RAGU
from lkjip_analysis.presentation.narrative.prose import EMPTY
from lkjip_analysis.presentation.output import TextOutput, escape_markdown
from lkjip_analysis.results import Results

PAGE, ITEM, LARGE = 3800, 40, 2
"""So many small letters fill a page, so many the space of an item, so many one of the text's."""

MEANING = (
    f"Angka bertanda {RAGU} diragukan: tidak sejalan dengan angka atau keterangan lain, atau tidak "
    "wajar. Nilainya tidak diubah, dan tandanya terbawa ke angka yang dihitung langsung darinya; "
    "rata-rata dan jumlah yang juga memuat angka lain tidak bertanda."
)


def reader_notes(hasil: Results) -> dict[str, bool]:
    """List what readers are told, with whether it doubts a value: first doubts, of IKU before."""
    of_iku = " ".join(figure.diragukan for iku in hasil.iku for figure in iku.figures)
    said = dict.fromkeys(one.kalimat for one in run_checks(hasil) if one.doubts)
    doubts = dict.fromkeys(sorted(said, key=lambda note: note not in of_iku), True)
    return doubts | {note: False for note in _own(hasil) if note not in doubts}


def _own(hasil: Results) -> dict[str, None]:
    """List the sentences that the unit gave with its acknowledgements."""
    told = (one.pengakuan.kalimat_pembaca for one in run_checks(hasil) if one.pengakuan)
    return dict.fromkeys(filter(None, told))


def catatan_data(hasil: Results) -> TextOutput:
    """Say what is doubted and why, then the rest; nothing to say: nothing.

    One printed page at most: where there is more, the unit's own sentences come before the rules'.
    """
    notes, own = reader_notes(hasil), _own(hasil)
    ranked = sorted(notes, key=lambda note: note not in own)
    ends = accumulate((len(note) + ITEM for note in ranked), initial=LARGE * len(MEANING))
    kept = {note for note, end in zip(ranked, [*ends][1:], strict=True) if end <= PAGE}
    shown = [
        f"{RAGU if doubt else '–'} {escape_markdown(note)}"
        for note, doubt in notes.items()
        if note in kept
    ]
    if len(kept) < len(notes):
        shown.append(f"Masih ada {len(notes) - len(kept)} catatan lain.")
    small = ["::: {.catatan-tabel}", *shown, ":::"] if shown else []
    return TextOutput("\n\n".join([*[MEANING] * any(notes.values()), *small]) or EMPTY)


def tanda_ragu(hasil: Results) -> TextOutput:
    """Say on the first page what is doubted of the IKU, and lead to the notes (web only)."""
    notes, where = reader_notes(hasil), "[Catatan atas Data](#sec-catatan-data)"
    if not any(notes.values()):
        said = f"Keterangan atas data laporan ini ada pada {where}."
        return TextOutput(said if notes else EMPTY)
    of_iku = dict.fromkeys(figure.diragukan for iku in hasil.iku for figure in iku.figures)
    said = " ".join([f"Angka bertanda {RAGU} diragukan; sebabnya pada {where}.",
                     *map(escape_markdown, filter(None, of_iku))])  # fmt: skip
    return TextOutput(f"::: {{.callout-warning}}\n\n{said}\n\n:::")
