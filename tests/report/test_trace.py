"""From every figure on the web pages to cells that exist, and from the cells back to the figure.

The way back is this test's own: cells read with Python's csv, numbers with Fraction, and each
formula worked out from the words the report prints for it.
"""

import csv
import json
import re
from fractions import Fraction

import pytest

HUNDRED = 100


def mean(values):
    return sum(values) / len(values)


FORMULAS = (
    (r"realisasi ÷ target.* × 100", lambda v: v[1] / v[0] * HUNDRED),
    (r"target.* ÷ realisasi × 100", lambda v: v[0] / v[1] * HUNDRED),
    (r"\(2 × target.* − realisasi\) ÷ .*", lambda v: (2 * v[0] - v[1]) / v[0] * HUNDRED),
    (r"realisasi anggaran ÷ pagu × 100", lambda v: v[1] / v[0] * HUNDRED),
    (r"\(realisasi \d+ − .*", lambda v: (v[0] - v[1]) / v[1] * HUNDRED),
    (r"jumlah pegawai tersedia ÷ .*", lambda v: v[0] / v[1] * HUNDRED),
    (r"capaian terendah .*", min),
    (r"nilai ÷ bobot × 100", lambda v: v[1] / v[0] * HUNDRED),
    (r"pagu sasaran ÷ jumlah pagu.* × 100", lambda v: v[0] / v[1] * HUNDRED),
    (r"pegawai tersedia ÷ kebutuhan × 100", lambda v: v[0] / v[1] * HUNDRED),
    (r"\(hasil rekon \+ .*", lambda v: min(Fraction(HUNDRED), (v[0] + v[1]) / v[2] * HUNDRED)),
    (r"100 − ketersediaan", lambda v: max(Fraction(0), HUNDRED - v[0])),
    (r"capaian kinerja \(%\) ÷ serapan.*", lambda v: v[0] / v[1]),
    (r"koefisien × nilai komponen", lambda v: v[0] * v[1]),
    (r"capaian tanpa batas", lambda v: v[0]),
    (r"capaian, dibatasi 0–(\d+)", None),  # the bound stands in the words
    (r"rata-rata capaian IKU, dibatasi 0–100", lambda v: min(max(v[0], 0), Fraction(HUNDRED))),
    (r"rata-rata nilai unsur SKM × 25", lambda v: mean(v) * 25),
    (r"rata-rata (?!berbobot).*", mean),
    (r"(?:pagu|realisasi) item di atasnya, .*", lambda v: v[0]),
    (r"jumlah pagu program − total pagu DPA", lambda v: v[0] - v[1]),
    (r"jumlah .*", sum),
    (r"[\d,]+ × .*", sum),  # a composite: its parts are figures of their own
    (r".* − .*", lambda v: v[0] - v[1]),
)
NEED_WEIGHTS = re.compile(r"rata-rata berbobot.*|Σ bobot.*")  # checked by hand in other tests


def number(text: str, berkas_comma: bool) -> Fraction:
    plain = re.sub(r"^Rp\s*|%$", "", text.strip())
    plain = plain.replace(",", "") if berkas_comma else plain.replace(".", "").replace(",", ".")
    return Fraction(plain)


def read_cells(root, files):
    sheets = {}
    for name in files:
        text = (root / name).read_text(encoding="utf-8-sig")
        comma = text.split("\n", 1)[0].count(",") > text.split("\n", 1)[0].count(";")
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter="," if comma else ";"))
        sheets[name] = comma, rows
    return sheets


def test_every_figure_leads_to_its_cells_and_back(report, root):
    records = json.loads((report.folder / "hasil.json").read_text(encoding="utf-8"))
    known = {record["kunci"]: record for record in records}
    sheets = read_cells(root, {cell["berkas"] for r in records for cell in r["masukan"]})
    shown = set()
    for page in report.folder.glob("*.html"):
        shown |= set(re.findall(r'data-kunci="([^"]+)"', page.read_text(encoding="utf-8")))
    assert len(shown) > 300
    assert shown <= set(known)

    def value(kunci):
        record = known[kunci]
        if not record["dari"]:
            (cell,) = record["masukan"]
            comma, rows = sheets[cell["berkas"]]
            return number(rows[cell["baris"] - 1][rows[0].index(cell["kolom"])], comma)
        return recompute(record["rumus"], [value(part) for part in record["dari"]])

    checked = skipped = 0
    for kunci in sorted(shown):
        record = known[kunci]
        for cell in record["masukan"]:
            _, rows = sheets[cell["berkas"]]
            assert rows[cell["baris"] - 1][rows[0].index(cell["kolom"])] == cell["nilai"], kunci
        counted = record["rumus"].startswith("banyaknya")  # the cells are what was counted
        if not isinstance(record["nilai"], int | float) or counted:
            continue
        if needs_weights(known, kunci):
            skipped += 1
            continue
        assert float(value(kunci)) == pytest.approx(record["nilai"], rel=1e-12), kunci
        checked += 1
    assert checked > 200
    assert skipped <= 30  # weighted means, rated-only indicators, and what rests on them


def needs_weights(known, kunci):
    record = known[kunci]
    words_only = record["dari"] and any(isinstance(known[p]["nilai"], str) for p in record["dari"])
    return (
        bool(NEED_WEIGHTS.match(record["rumus"]))
        or words_only
        or any(needs_weights(known, part) for part in record["dari"])
    )


def recompute(rumus, values):
    words = re.sub(r"; \d+ dari \d+ belum tersedia.*", "", rumus)
    for pattern, formula in FORMULAS:
        match = re.fullmatch(pattern, words)
        if match:
            if formula is None:
                return min(max(values[0], Fraction(0)), Fraction(int(match[1])))
            return formula(values)
    raise AssertionError(f"rumus tanpa hitungan: {rumus}")
