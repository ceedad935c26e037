"""YAML as this project writes and reads it, by libyaml where PyYAML has it: ten times as fast."""

from __future__ import annotations

from typing import Any

import yaml

from lkjip_analysis.exceptions import LkjipError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def read_yaml(text: str, name: str = "_quarto.yml") -> Any:
    """Read a YAML text; ``name`` is what people know it by."""
    try:
        return yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}, baris {mark.line + 1}" if mark else name
        raise LkjipError(
            f"{place}: bukan YAML yang utuh.\n"
            "  perbaikan : periksa spasi di awal baris, titik dua, dan tanda kutip di sekitar situ"
        ) from None


def write_yaml(value: Any) -> str:
    r"""Write a value as YAML: keys in their order, letters as they are, no broken lines.

    >>> write_yaml({"unit": "Kecamatan Élok", "tahun": 2024})
    'unit: Kecamatan Élok\ntahun: 2024\n'
    """
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return text
