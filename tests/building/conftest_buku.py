"""Labelled cells for books with a fault."""

from __future__ import annotations


def cell(label: str, *outputs: dict[str, str], caption: str = "") -> dict[str, object]:
    """Make a labelled cell with its outputs."""
    kind = label.split("-", maxsplit=1)[0]
    source = f"#| label: {label}\n" + (f"#| {kind}-cap: {caption}\n" if caption else "") + "x()"
    return {
        "cell_type": "code",
        "source": source,
        "metadata": {},
        "execution_count": None,
        "outputs": [
            {"output_type": "display_data", "metadata": {}, "data": data} for data in outputs
        ],
    }
