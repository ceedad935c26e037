"""The findings of a year and the list of rules as Indonesian markdown, for ``docs/``.

``python -m lkjip_analysis.checks.document`` writes both anew; tests say when they are stale.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.beside import beside
from lkjip_analysis.checks import KEPARAHAN, RULES, Finding, run_checks
from lkjip_analysis.checks.acknowledgement import UNUSED, UNUSED_TITLE
from lkjip_analysis.default_year import default_year
from lkjip_analysis.results import Results, load_results

WORDS: dict[str, str] = beside(__file__)
"""How both documents begin, and what the severities mean."""


def findings_path(tahun: int) -> Path:
    """Name the file of a year's findings."""
    return paths.PROJECT / "docs" / f"temuan-{tahun}.md"


def findings_document(hasil: Results, findings: Sequence[Finding]) -> str:
    """List every finding, with its cause, remedy and acknowledgement, by severity and rule."""
    reasons = {rule.id: rule.alasan for rule in RULES}
    unit, tahun = hasil.data.identitas.nama_unit, hasil.tahun
    lines = WORDS["temuan"].format(unit=unit, tahun=tahun).splitlines()
    for severity in KEPARAHAN:
        own = [finding for finding in findings if finding.keparahan == severity]
        known = sum(bool(finding.diakui) for finding in own)
        lines.append(f"| {severity.capitalize()} | {WORDS[severity]} | {len(own)} | {known} |")
    for severity, group in groupby(findings, key=lambda finding: finding.keparahan):
        lines += ["", f"## {severity.capitalize()}"]
        for (code, title), same in groupby(group, key=lambda finding: (finding.id, finding.judul)):
            lines += ["", f"### {code} {title}", ""]
            lines += [reasons[code], ""] if code in reasons else []
            for finding in same:
                lines += _entry(finding)
    return "\n".join(lines) + "\n"


def _entry(finding: Finding) -> list[str]:
    """Write one finding as a list item with its details."""
    lines = [f"- **{finding.tempat or 'seluruh data'}**: {_escape(finding.pesan)}."]
    labels = ("Selisih", "Dugaan", "Perbaikan", "Diakui")
    details = finding.selisih, finding.dugaan, finding.saran, finding.diakui
    told = [(label, text) for label, text in zip(labels, details, strict=True) if text]
    return lines + [f"  - {label}: {_escape(text)}" for label, text in told]


def _escape(text: str) -> str:
    """Keep signs of data texts from becoming markdown or HTML."""
    for sign in "\\*_<>|[]":
        text = text.replace(sign, f"\\{sign}")
    return text


def rules_document() -> str:
    """List all rules: severity, title, why, example."""
    lines = WORDS["aturan"].splitlines()
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
    found = findings_document(hasil, run_checks(hasil))
    return {findings_path(tahun): found, paths.RULES: rules_document()}


def main() -> None:
    """Write the documents of a year."""
    parser = argparse.ArgumentParser(description="Tulis docs/temuan-<tahun>.md dan daftar aturan")
    parser.add_argument("--tahun", type=int, help="tahun data (bawaan: tahun bawaan proyek)")
    for path, text in make_documents(parser.parse_args().tahun or default_year()).items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.relative_to(paths.PROJECT))


if __name__ == "__main__":
    main()
