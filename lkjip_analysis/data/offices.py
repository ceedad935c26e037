"""What units and regions call themselves, and their heads: one list for all who read names."""

from __future__ import annotations

import re

from lkjip_analysis.beside import beside

_TOLD: dict[str, dict[str, str]] = beside(__file__)
UNITS, REGIONS = tuple(_TOLD["unit"]), tuple(_TOLD["daerah"])
"""Words that the name of a unit, and of a region, begins with."""


def head_of(name: str) -> str:
    """Name the head of a unit or region; blank where the name does not tell.

    >>> head_of("Kecamatan Contoh"), head_of("Kota Contoh"), head_of("Pasar Contoh")
    ('Camat Contoh', 'Wali Kota Contoh', '')
    """
    kind = kind_of(name)
    head = (_TOLD["unit"] | _TOLD["daerah"]).get(kind, "")
    return head.format(nama=name.removeprefix(kind).strip()).strip()


def kind_of(name: str) -> str:
    """Say what a unit or region calls itself; blank where that is not known.

    >>> kind_of("UPTD Puskesmas Contoh"), kind_of("Kotabaru")
    ('UPTD Puskesmas', '')
    """
    kinds = (kind for kind in (*UNITS, *REGIONS) if f"{name} ".startswith(f"{kind} "))
    return max(kinds, key=len, default="")


def plain_office(name: str) -> str:
    """Write the name of a unit as it is compared: no code, no short form, no region.

    >>> plain_office("7.01 KEC. CONTOH"), plain_office("Kecamatan Contoh Kab. Rekaan")
    ('kecamatan contoh', 'kecamatan contoh')
    """
    words = re.sub(r"^[\d ]+", "", " ".join(re.findall(r"\w+", name.casefold())))
    for other, usual in _TOLD["lain"].items():
        words = re.sub(rf"^{other}\b", usual, words)
    return re.sub(r"(?<=\w) (?:kabupaten|kab|kota|provinsi|prov)\b.*", "", words)
