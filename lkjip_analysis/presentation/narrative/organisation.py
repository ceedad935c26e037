"""Sentences on the organisation, its duties, and the evaluation of its SAKIP (BAB I)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lkjip_analysis.data.schemas import Evaluasi, Struktur, Tugas
from lkjip_analysis.presentation.narrative import prose
from lkjip_analysis.presentation.output import TextOutput, escape_markdown
from lkjip_analysis.results import Results


def _children(hasil: Results) -> defaultdict[str, list[Struktur]]:
    children = defaultdict(list)
    for row in sorted(hasil.data[Struktur], key=lambda row: row.urutan):
        children[row.atasan].append(row)
    return children


def _by_rule(hasil: Results, word: str, end: str = "") -> str:
    """Name the regulation that orders the unit, where the unit names one."""
    named = hasil.data.identitas.dasar_organisasi
    return f" {word} {prose.fact(hasil, 'dasar_organisasi')}{end}" if named else ""


def susunan_organisasi(hasil: Results) -> TextOutput:
    """List the positions: the head and what it leads lettered, what lies below numbered."""
    if not hasil.data[Struktur]:
        return TextOutput(prose.lacking(hasil, "Susunan organisasi", "struktur.csv"))
    children = _children(hasil)
    top = [row for head in children[""] for row in (head, *children[head.kode_jabatan])]
    lines = [
        f"Susunan organisasi {prose.fact(hasil, 'nama_unit')}{_by_rule(hasil, 'sebagaimana', ',')} "
        "terdiri atas:",
        "",
    ]
    for number, row in enumerate(top, 1):
        below = [] if row in children[""] else children[row.kode_jabatan]
        leads = ", membawahi:" if below else ""
        lines.append(f"{prose.list_mark('huruf', number)}{escape_markdown(row.jabatan)}{leads}")
        for n, child in enumerate(below, 1):
            lines.append(f"    {prose.list_mark('nomor', n)}{escape_markdown(child.jabatan)}")
    return TextOutput("\n".join(lines))


def tugas_jabatan(hasil: Results) -> TextOutput:
    """Print every position with its description, duties and functions."""
    if not hasil.data[Tugas]:
        return TextOutput(prose.lacking(hasil, "Tugas jabatan", "tugas.csv"))
    duties: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for duty in hasil.data[Tugas]:
        duties[duty.kode_jabatan, duty.jenis].append(escape_markdown(duty.teks))
    children = _children(hasil)
    lines = [
        f"Tugas pokok dan fungsi {prose.fact(hasil, 'jenis_unit')}{_by_rule(hasil, 'menurut')} "
        "adalah sebagai berikut:"
    ]

    def says(row: Struktur) -> bool:
        code = row.kode_jabatan
        return bool(row.uraian or duties[code, "tugas"] or duties[code, "fungsi"])

    def describe(row: Struktur, mark: str) -> None:
        code = row.kode_jabatan
        lines.extend(_description(row, mark, duties[code, "tugas"], duties[code, "fungsi"]))

    def below(row: Struktur) -> None:
        number = 0
        for child in children[row.kode_jabatan]:
            if says(child):
                describe(child, f"{prose.LETTERS[number % len(prose.LETTERS)]}.")
                number += 1
            below(child)

    number = 0
    for head in children[""]:
        for row in (head, *children[head.kode_jabatan]):
            if says(row):
                number += 1
                describe(row, f"{number}.")
            if row is not head:
                below(row)
    return TextOutput("\n\n".join(lines))


def _description(row: Struktur, mark: str, tasks: list[str], functions: list[str]) -> Iterator[str]:
    name = escape_markdown(row.jabatan)
    yield f"**{mark} {name}**"
    if row.uraian:
        yield escape_markdown(row.uraian)
    for intro, items in (
        (f"Rincian tugas {name}:" if row.uraian else f"{name} mempunyai tugas:", tasks),
        (f"Dalam melaksanakan tugas pokok, {name} mempunyai fungsi:", functions),
    ):
        if items:
            yield from (intro, prose.numbered(_series(items), "huruf"))


def _series(items: list[str]) -> list[str]:
    """Punctuate the items of one long sentence, unless their texts already are.

    >>> _series(["Satu", "Dua", "Tiga"])
    ['Satu;', 'Dua; dan', 'Tiga.']
    """
    if any(item.endswith((";", ".", "; dan", ",")) for item in items):
        return items
    marks = [";"] * (len(items) - 2) + ["; dan"] * (len(items) > 1) + ["."]
    return [item + mark for item, mark in zip(items, marks, strict=True)]


def hasil_evaluasi(hasil: Results) -> TextOutput:
    """Say what the evaluation of the SAKIP gave (nilai, predikat) and by which letter."""
    total = hasil.jumlah.nilai_evaluasi
    if not total.known and any(row.nilai is not None for row in hasil.data[Evaluasi]):
        return TextOutput(
            "Nilai hasil evaluasi SAKIP secara keseluruhan belum tersedia; "
            "rincian yang sudah ada adalah sebagai berikut."
        )
    if not total.known:
        return TextOutput(prose.lacking(hasil, "Hasil evaluasi SAKIP", "evaluasi.csv"))
    facts, unit = hasil.data.identitas, prose.fact(hasil, "nama_unit")
    number = f" Nomor {prose.fact(hasil, 'nomor_lhe')}" if facts.nomor_lhe else ""
    day = f" tanggal {prose.fact(hasil, 'tanggal_lhe')}" if facts.tanggal_lhe else ""
    return TextOutput(
        "Berdasarkan Laporan Hasil Evaluasi atas Akuntabilitas Kinerja Instansi "
        f"Pemerintah{number}{day}, {unit} memperoleh nilai {prose.shown(total)}{akip_rated(hasil)}."
    )


def akip_rated(hasil: Results) -> str:
    """Say the predikat of the AKIP, where the unit has it among its IKU."""
    iku = hasil.akip
    if iku is None or not iku.predikat.known:
        return ""
    return f" dengan predikat {prose.with_meaning(iku.predikat, iku.interpretasi)}"


def catatan_evaluasi(hasil: Results) -> TextOutput:
    """Print the evaluator's remarks component by component."""
    blocks = []
    for one in hasil.evaluasi:
        row, value, weight, share = one.row, one.nilai, one.bobot, one.capaian
        letter = f" (predikat {escape_markdown(row.predikat)})" if row.predikat else ""
        name = escape_markdown(one.nama)
        words = (
            f"Komponen {name} memperoleh nilai {prose.shown(value)} dari bobot "
            f"{prose.shown(weight)}{f' atau {prose.shown(share)}' if share.known else ''}{letter}"
            if value.known
            else f"Nilai komponen {name} (bobot {prose.shown(weight)}){letter} belum tersedia"
        )
        words += (
            f", yang berarti bahwa {escape_markdown(row.kesimpulan)}." if row.kesimpulan else "."
        )
        if row.catatan:
            words += f" Hal yang perlu mendapat perhatian: {escape_markdown(row.catatan)}"
        blocks.append(words)
    return TextOutput(prose.numbered(blocks) or prose.EMPTY)
