"""What readers should know of the data: the doubts about values, in the unit's words or ours."""

from __future__ import annotations

from itertools import accumulate

from lkjip_analysis.checks import run_checks
from lkjip_analysis.presentation.narrative.prose import EMPTY
from lkjip_analysis.presentation.output import RAGU, TextOutput, escape_markdown
from lkjip_analysis.results import Results

PAGE, ITEM, LARGE = 3800, 40, 2
"""So many small letters fill a page, so many the space of an item, so many one of the text's."""

MEANING = (
    f"Angka bertanda {RAGU} diragukan: tidak sejalan dengan angka atau keterangan lain, atau tidak "
    "wajar. Angka itu dicetak sebagaimana ada pada data, dan tandanya terbawa ke yang dihitung "
    "langsung darinya."
)


def reader_notes(hasil: Results) -> tuple[list[str], list[str]]:
    """List a sentence for each doubt about a value, and the unit's own on other findings."""
    found = run_checks(hasil)
    doubts = dict.fromkeys(one.kalimat for one in found if one.doubts)
    told = (one.pengakuan.kalimat_pembaca for one in found if one.pengakuan)
    return list(doubts), [note for note in dict.fromkeys(told) if note and note not in doubts]


def catatan_data(hasil: Results) -> TextOutput:
    """Say what is doubted and why, then the rest, on one printed page; nothing to say: nothing."""
    doubts, others = reader_notes(hasil)
    notes = [f"{RAGU} {escape_markdown(note)}" for note in doubts]
    notes += [f"– {escape_markdown(note)}" for note in others]
    filled = accumulate((len(note) + ITEM for note in notes), initial=LARGE * len(MEANING))
    shown = [note for note, end in zip(notes, list(filled)[1:], strict=True) if end <= PAGE]
    if len(shown) < len(notes):
        shown.append(f"Masih ada {len(notes) - len(shown)} catatan lain.")
    small = ["::: {.catatan-tabel}", *shown, ":::"] if shown else []
    return TextOutput("\n\n".join([*[MEANING] * bool(doubts), *small]) or EMPTY)


def tanda_ragu(hasil: Results) -> TextOutput:
    """Say on the first page what is doubted of the IKU, and lead to the notes (web only)."""
    doubts, others = reader_notes(hasil)
    where = "[Catatan atas Data](#sec-catatan-data)"
    if not doubts:
        said = f"Keterangan atas data laporan ini ada pada {where}."
        return TextOutput(said if others else EMPTY)
    of_iku = dict.fromkeys(figure.diragukan for iku in hasil.iku for figure in iku.figures)
    said = " ".join([f"Angka bertanda {RAGU} diragukan; sebabnya pada {where}.",
                     *map(escape_markdown, filter(None, of_iku))])  # fmt: skip
    return TextOutput(f"::: {{.callout-warning}}\n\n{said}\n\n:::")
