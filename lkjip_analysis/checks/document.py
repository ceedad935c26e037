"""The findings of a year and the list of rules as Indonesian markdown, for ``docs/``.

``python -m lkjip_analysis.checks.document`` writes both anew; tests say when they are stale.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.checks import KEPARAHAN, RULES, Finding, run_checks
from lkjip_analysis.checks.acknowledgement import UNUSED, UNUSED_TITLE
from lkjip_analysis.default_year import default_year
from lkjip_analysis.results import Results, load_results

HEADINGS = {"galat": "Galat", "peringatan": "Peringatan", "catatan": "Catatan"}
MEANINGS = {
    "galat": "pasti salah di salah satu tempat; laporan akhir memerlukan perbaikan atau pengakuan",
    "peringatan": "kemungkinan besar salah",
    "catatan": "perlu diketahui",
}


def findings_path(tahun: int) -> Path:
    """Name the file of a year's findings."""
    return paths.PROJECT / "docs" / f"temuan-{tahun}.md"


def findings_document(hasil: Results, findings: Sequence[Finding]) -> str:
    """List every finding, with its cause, remedy and acknowledgement, by severity and rule."""
    reasons = {rule.id: rule.alasan for rule in RULES}
    lines = [
        f"# Temuan pemeriksaan data {hasil.tahun}",
        "",
        f"Unit: {hasil.data.identitas.nama_unit}. Semua temuan `lkjip check --tahun "
        f"{hasil.tahun}`, termasuk yang sudah diakui di "
        f"[data/{hasil.tahun}/pengakuan.csv](../data/{hasil.tahun}/pengakuan.csv). Daftar ini "
        "dibuat program (`python -m lkjip_analysis.checks.document`); jangan disunting. Arti "
        "aturan: [aturan-pemeriksaan.md](aturan-pemeriksaan.md).",
        "",
        "| Keparahan | Arti | Jumlah | Diakui |",
        "|---|---|---:|---:|",
    ]
    for severity in KEPARAHAN:
        own = [finding for finding in findings if finding.keparahan == severity]
        known = sum(bool(finding.diakui) for finding in own)
        lines.append(f"| {HEADINGS[severity]} | {MEANINGS[severity]} | {len(own)} | {known} |")
    for severity, group in groupby(findings, key=lambda finding: finding.keparahan):
        lines += ["", f"## {HEADINGS[severity]}"]
        for (code, title), same in groupby(group, key=lambda finding: (finding.id, finding.judul)):
            lines += ["", f"### {code} {title}", ""]
            lines += [reasons[code], ""] if code in reasons else []
            for finding in same:
                lines += _entry(finding)
    return "\n".join(lines) + "\n"


def _entry(finding: Finding) -> list[str]:
    """Write one finding as a list item with its details."""
    lines = [f"- **{finding.tempat or 'seluruh data'}**: {_escape(finding.pesan)}."]
    for label, text in (
        ("Selisih", finding.selisih),
        ("Dugaan", finding.dugaan),
        ("Perbaikan", finding.saran),
        ("Diakui", finding.diakui),
    ):
        if text:
            lines.append(f"  - {label}: {_escape(text)}")
    return lines


def _escape(text: str) -> str:
    """Keep signs of data texts from becoming markdown or HTML."""
    for sign in "\\*_<>|[]":
        text = text.replace(sign, f"\\{sign}")
    return text


def rules_document() -> str:
    """List all rules: severity, title, why, example."""
    lines = [
        "# Aturan pemeriksaan",
        "",
        "Yang diperiksa `lkjip check` sesudah data terbaca. Setiap temuan menyebut berkas, baris, "
        "dan kolom; temuan yang diterima beserta alasannya ditulis di `data/<tahun>/pengakuan.csv` "
        "dan tetap ditampilkan. Kolom terakhir menyebut nilai yang karena itu bertanda "
        "diragukan di dalam laporan: kolomnya, atau angka yang disebut temuannya. Dibuat program "
        "(`python -m lkjip_analysis.checks.document`).",
        "",
        "| ID | Keparahan | Aturan | Mengapa | Contoh | Yang diragukan |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {rule.id} | {rule.keparahan} | {_escape(rule.judul)} | {_escape(rule.alasan)} "
        f"| {_escape(rule.contoh)} | {_escape(', '.join(rule.ragu)) or '–'} |"
        for rule in RULES
    ]
    lines.append(
        f"| {UNUSED} | peringatan | {UNUSED_TITLE} | Pengakuan yang tidak bertemu temuan "
        "tidak menjelaskan apa-apa lagi. | Baris yang diakui sudah diperbaiki. | – |"
    )
    return "\n".join(lines) + "\n"


def make_documents(tahun: int) -> dict[Path, str]:
    """Make both documents, by their paths."""
    hasil = load_results(tahun, paths.DATA)
    return {
        findings_path(tahun): findings_document(hasil, run_checks(hasil)),
        paths.RULES: rules_document(),
    }


def main() -> None:
    """Write the documents of a year."""
    parser = argparse.ArgumentParser(description="Tulis docs/temuan-<tahun>.md dan daftar aturan")
    parser.add_argument("--tahun", type=int, help="tahun data (bawaan: tahun bawaan proyek)")
    for path, text in make_documents(parser.parse_args().tahun or default_year()).items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.relative_to(paths.PROJECT))


if __name__ == "__main__":
    main()
