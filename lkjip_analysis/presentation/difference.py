"""A page that shows what changed between two sets of results; self-contained, no scripts."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Template

from lkjip_analysis.results.difference import Change
from lkjip_analysis.results.labels import Called, label_of, summary_of

WORDS = {
    "berubah": "Berubah",
    "baru": "Baru tersedia",
    "baru dihitung": "Baru dihitung (belum dikenal program yang lama)",
    "hilang": "Tidak lagi tersedia",
}

PAGE = """<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Perbedaan {{ lama }} dan {{ baru }}</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
.wadah { overflow-x: auto; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #8888; }
td.angka, th.angka { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; } }
</style>
</head>
<body>
<main>
<h1>Perbedaan {{ lama }} dan {{ baru }}</h1>
{% for line in summary %}<p>{{ line }}</p>
{% endfor %}<p>Yang berubah diurutkan dari perubahan relatif terbesar.</p>
{% for jenis, judul in words.items() %}
{% set rows = changes | selectattr("jenis", "equalto", jenis) | list %}
{% if rows %}<h2>{{ judul }} ({{ rows | length }})</h2>
<div class="wadah" tabindex="0" role="region" aria-label="{{ judul }}"><table>
<thead><tr><th scope="col">Angka</th><th scope="col" class="angka">{{ lama }}</th>
<th scope="col" class="angka">{{ baru }}</th><th scope="col" class="angka">Selisih</th></tr></thead>
<tbody>
{% for row in rows %}<tr><td>{{ label(row.kunci) }}<br><code>{{ row.kunci }}</code></td>
<td class="angka">{{ row.lama }}</td>
<td class="angka">{{ row.baru }}</td><td class="angka">{{ row.selisih }}</td></tr>
{% endfor %}</tbody></table></div>{% endif %}{% endfor %}
</main>
</body>
</html>
"""


def difference_page(changes: Sequence[Change], lama: str, baru: str, names: Called) -> str:
    """Write the page; ``names`` are those of the figures' entities, as far as they are known."""
    return (
        Template(PAGE, autoescape=True).render(
            changes=changes,
            lama=lama,
            baru=baru,
            words=WORDS,
            summary=list(summary_of(changes, names)),
            label=lambda kunci: label_of(kunci, names),
        )
        + "\n"
    )
