"""Rules on composite IKU: sums that differ, components that cannot be, incomplete surveys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip_analysis.checks.causes import decimals_of, guess_slip
from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.plausibility import known_range
from lkjip_analysis.checks.texts import passages
from lkjip_analysis.data.schemas import Iku, Ipp, KomponenIku, Narasi, Skm
from lkjip_analysis.formatting import format_number, round_half_up
from lkjip_analysis.results import Results


@rule(
    "K61",
    "galat",
    "Realisasi IKU komposit tidak sama dengan komponennya",
    "IKU komposit adalah jumlah koefisien × komponen; angka yang diketik harus sama "
    "dengan hitungannya.",
    "IKPP tertulis 8,14, padahal 1,25 × 3,2 + 4,1 = 8,1.",
)
def k61_komposit(hasil: Results) -> Iterator[Hit]:
    """Compare a typed composite with its components."""
    for row in hasil.data[Iku]:
        code, stated = row.kode_iku, row.realisasi
        composed = hasil.iku[code].komposit
        if stated is None or not composed.known:
            continue
        exact = composed.number
        if round_half_up(exact, decimals_of(stated)) == stated:
            continue
        yield Hit(
            f"realisasi {code} tertulis {format_number(stated)}, komponennya berjumlah "
            f"{format_number(exact)} ({composed.rumus})",
            (row.cell("realisasi"), *composed.masukan[:12]),
            selisih=format_number(stated - exact),
            dugaan=guess_slip(stated, round_half_up(exact, decimals_of(stated))),
            saran="periksa komponennya; kosongkan realisasi agar dihitung dari komponen",
        )


@rule(
    "K62",
    "galat",
    "Komponen IKU mustahil",
    "Komponen harus di dalam batasnya; bila satu komponen tidak terbit, nilainya dapat dihitung "
    "dari yang lain dan harus mungkin.",
    "Dengan IPP 3,08, IKPP 8,14 memerlukan IKM 4,048, padahal IKM paling tinggi 4.",
)
def k62_komponen_mustahil(hasil: Results) -> Iterator[Hit]:
    """Check the components' bounds, and solve for the one that is missing."""
    parts = hasil.data[KomponenIku]
    for row in hasil.data[Iku]:
        own = [part for part in parts if part.kode_iku == row.kode_iku]
        yield from _component_hits(hasil, row, own)


def _component_hits(hasil: Results, row: Iku, own: list[KomponenIku]) -> Iterator[Hit]:
    code = row.kode_iku
    values = {part.line: _component_value(hasil, part) for part in own}
    for part in own:
        value = values[part.line]
        if value is not None and not _possible(part, value):
            yield Hit(
                f"komponen {part.komponen} {code} {format_number(value)}, yang "
                f"mungkin {_limits(part)}",
                part.cells("nilai", "minimum", "maksimum"),
                dugaan="koma bergeser, atau skala komponennya lain (1-4 atau 25-100)",
                saran="periksa nilai dan batas komponennya",
            )
    missing = [part for part in own if values[part.line] is None]
    stated = row.realisasi
    if len(missing) == 1 and stated is not None and missing[0].koefisien:
        part = missing[0]
        rest = sum(
            (
                (other.koefisien or Decimal(0)) * (values[other.line] or Decimal(0))
                for other in own
                if other is not part
            ),
            Decimal(0),
        )
        solved = (stated - rest) / (part.koefisien or Decimal(1))
        if not _possible(part, solved):
            yield Hit(
                f"realisasi {code} {format_number(stated)} memerlukan {part.komponen} "
                f"{format_number(solved)}, yang mungkin {_limits(part)}",
                (row.cell("realisasi"), *(other.cell("nilai") for other in own)),
                dugaan="realisasi atau komponen lain dari tahun yang berbeda",
                saran="periksa realisasi dan komponennya pada dokumen penilaian",
            )
    ceiling = _reach(own, "maksimum")
    for kolom in ("target", "realisasi", "target_akhir_renstra"):
        value = row[kolom]
        if value is not None and ceiling is not None and value > ceiling:
            yield Hit(
                f"{kolom} {code} {format_number(value)} melebihi nilai tertinggi yang "
                f"mungkin {format_number(ceiling)}",
                (row.cell(kolom), *(part.cell("maksimum") for part in own)),
                selisih=format_number(value - ceiling),
                dugaan="koma bergeser, atau skala komponennya lain",
                saran="periksa angkanya dan batas komponennya",
            )


def _component_value(hasil: Results, part: KomponenIku) -> Decimal | None:
    return hasil.komponen[part.kode_iku, part.komponen].nilai.decimal


def _possible(part: KomponenIku, value: Decimal) -> bool:
    low, high = part.minimum, part.maksimum
    return (low is None or value >= low) and (high is None or value <= high)


def _limits(part: KomponenIku) -> str:
    return f"{format_number(part.minimum)} sampai {format_number(part.maksimum)}"


def _reach(own: list[KomponenIku], bound: str) -> Decimal | None:
    pairs = [(part.koefisien, part[bound]) for part in own]
    if not pairs or any(a is None or b is None or a < 0 for a, b in pairs):
        return None
    return sum((a * b for a, b in pairs if a is not None and b is not None), Decimal(0))


@rule(
    "K63",
    "peringatan",
    "Rumus IKU dan angka pada teks tidak mungkin bersama-sama",
    "Bila rumus IKU dan satu komponennya disebut di dalam teks, komponen lain dapat "
    "dihitung dan harus mungkin.",
    "Teks menyebut IPP 3,08; dengan IKPP = 1,25 × IKM + IPP = 8,14 maka IKM 4,048, di "
    "atas batas 4.",
)
def k63_rumus_dan_teks(hasil: Results) -> Iterator[Hit]:
    """Solve a two-term formula with the component that the texts name."""
    described = {part.kode_iku for part in hasil.data[KomponenIku]}
    for row in hasil.data[Iku]:
        stated = hasil.iku[row.kode_iku].realisasi.decimal
        terms = formula_terms(row.formula)
        if stated is None or len(terms) != 2 or row.kode_iku in described:
            continue
        for passage in passages(hasil, Narasi):
            if passage.kode != row.kode_iku:
                continue
            for (name, factor), (other, weight) in ((terms[0], terms[1]), (terms[1], terms[0])):
                value, limits = _value_in(passage.plain, name), known_range(other)
                if value is None or limits is None:
                    continue
                solved = (stated - factor * value) / weight
                if not limits.holds(solved):
                    yield Hit(
                        f"teks menyebut {name} {format_number(value)}; dengan "
                        f"{row.kode_iku} {format_number(stated)} maka {other} "
                        f"{format_number(solved)}, yang mungkin {limits.allowed}",
                        (passage.cell, row.cell("realisasi"), row.cell("formula")),
                        selisih=format_number(
                            min(abs(solved - edge) for span in limits.spans for edge in span)
                        ),
                        dugaan=(
                            f"{name} pada teks atau realisasi {row.kode_iku} "
                            f"dari tahun yang berbeda"
                        ),
                        saran="periksa keduanya pada dokumen penilaian, lalu isi komponen_iku.csv",
                    )


TERM = re.compile(r"(?:(\d+(?:,\d+)?)\s*[×x*]\s*)?(?:nilai\s+)?\b([A-Z]{2,6})\b")


def formula_terms(formula: str) -> list[tuple[str, Decimal]]:
    """Read the terms of a linear formula: component and factor.

    >>> formula_terms("IKPP = (1,25 × nilai IKM) + nilai IPP")
    [('IKM', Decimal('1.25')), ('IPP', Decimal('1'))]
    """
    right = formula.rsplit("=", 1)[-1]
    parts = right.replace("(", " ").replace(")", " ").split("+")
    found = [TERM.fullmatch(part.strip()) for part in parts]
    if len(parts) < 2 or not all(found):
        return []
    return [(match[2], Decimal((match[1] or "1").replace(",", "."))) for match in found if match]


def _value_in(text: str, name: str) -> Decimal | None:
    """Find the value that a text gives a component: ``IPP ... memperoleh nilai 3,08``."""
    match = re.search(
        rf"\b{name}\b[^.;]{{0,80}}?(?:nilai|sebesar|mencapai|realisasi|adalah|=)\s+(\d+(?:,\d+)?)\b(?!%)",
        text,
    )
    return Decimal(match[1].replace(",", ".")) if match else None


@rule(
    "K66",
    "peringatan",
    "Survei atau penilaian pelayanan tidak lengkap",
    "IKM memakai sembilan unsur (PermenPANRB 14/2017), dan bobot IPP harus berjumlah 1.",
    "skm.csv berisi delapan unsur.",
)
def k66_survei(hasil: Results) -> Iterator[Hit]:
    """Count the survey's elements and add up the index's weights."""
    elements = hasil.data[Skm]
    if elements and len(elements) != 9:
        yield Hit(
            f"survei kepuasan berisi {len(elements)} unsur, menurut PermenPANRB 14/2017 sembilan",
            (elements.rows[-1].cell("unsur"),),
            selisih=f"{len(elements) - 9} unsur",
            dugaan="unsur terlewat, atau digabung",
            saran="lengkapi unsurnya",
        )
    items = hasil.data[Ipp]
    weights: dict[str, list[Ipp]] = {}
    for row in items:
        weights.setdefault(row.aspek, []).append(row)
    sums = [
        (
            f"bobot butir aspek {name}",
            sum(((r.bobot or Decimal(0)) for r in own), Decimal(0)),
            tuple(r.cell("bobot") for r in own),
        )
        for name, own in weights.items()
    ]
    if items:
        total = sum(((own[0].bobot_aspek or Decimal(0)) for own in weights.values()), Decimal(0))
        sums.append(
            (
                "bobot aspek IPP",
                total,
                tuple(own[0].cell("bobot_aspek") for own in weights.values()),
            )
        )
    for what, total, cells in sums:
        if abs(total - 1) > Decimal("0.011"):
            yield Hit(
                f"{what} berjumlah {format_number(total)}, bukan 1",
                cells,
                selisih=format_number(total - 1),
                dugaan="bobot terlewat, atau ditulis dalam persen",
                saran="periksa bobotnya pada formulir penilaian",
            )
