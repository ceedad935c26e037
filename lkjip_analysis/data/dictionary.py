"""The data dictionary ``data/README.md``, written from the data model so that both agree.

Run ``python -m lkjip_analysis.data.dictionary`` after a change of ``schemas.py`` or ``facts.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.data.columns import KIND_MEANING, Column, Kind, Row, limits_of
from lkjip_analysis.data.facts import FACTS, SECTIONS
from lkjip_analysis.data.schemas import TABLES

KIND_EXAMPLE: dict[Kind, str] = {
    "bilangan": "73,47",
    "rupiah": "2.487.371.653",
    "cacah": "3",
    "tahun": "2025",
    "tanggal": "2025-01-06",
}
"""Shown where a column has no example of its own."""

KIND_BAD_EXAMPLE: dict[Kind, str] = {
    "kode": "S 1 (berspasi)",
    "bilangan": "73,47 poin",
    "rupiah": "2,4 miliar",
    "cacah": "3 unit",
    "tahun": "'24",
    "tanggal": "Januari 2025",
}
"""Shown where a column has no bad example of its own."""

INTRODUCTION = """\
# Kamus data

Berkas ini dibuat dari skema data oleh `python -m lkjip_analysis.data.dictionary`; jangan
disunting dengan tangan.

Data setiap tahun ada di satu folder, `data/<tahun>/`, berupa berkas CSV yang dapat dibuka dan
disimpan dengan Excel. Skala predikat dipakai bersama semua tahun dan ada di
`data/skala_predikat.csv`. Folder tahun-tahun sebelumnya boleh hanya memuat `iku.csv` (riwayat
realisasi) dan, bila ada, `program.csv` dan `indikator_program.csv`.

Tahun baru disiapkan dengan `lkjip new-year <tahun>`; isinya diperiksa dengan `lkjip check --tahun
<tahun>`, yang juga menyebut setiap sel kosong dan mana yang membuat laporan masih berstatus draf.

## Cara mengisi

- **Kosong berarti belum tersedia.** `N/A` dan `-` dibaca sebagai kosong. Angka 0 berarti nol;
  jangan dipakai untuk yang belum ada.
- **Pemisah menentukan cara membaca angka.** Berkas titik koma (`;`, Excel Indonesia): desimal
  koma dan ribuan titik, `73,47` dan `2.487.371.653`. Berkas koma (`,`): desimal titik, `73.47`
  dan `2487371653`. Contoh di bawah memakai bentuk titik koma. Jangan mencampur keduanya dalam
  satu berkas.
- **Nilai, satuan, dan predikat ditulis terpisah**: bukan `BB (72)`, bukan `3 dokumen`.
- **Tulis nilai jadi, bukan rumus.** Sel yang diawali `=` atau berisi `#REF!` ditolak. Teks yang
  memang diawali `+`, `-`, atau `@` ditulis dengan tanda petik tunggal di depannya (`'-...`) agar
  tidak dijalankan Excel; petik itu tidak ikut dicetak.
- **Simpan sebagai "CSV UTF-8 (Comma delimited)".** Baris pertama adalah judul kolom. Urutan kolom
  bebas; kolom yang tidak wajib boleh tidak ada; kolom yang tidak dikenal ditolak.
- Kolom bertanda **tiap tahun** dikosongkan oleh `lkjip new-year`; kolom lain dibawa dari tahun
  sumber. Pada tahun terakhir Renstra `target` di `iku.csv` diisi dari `target_akhir_renstra`.

## Jenis isi kolom
"""

NARRATIVE_NOTE = """\
Di dalam `teks`, kata dalam kurung kurawal diganti nilainya saat laporan dibuat: `{tahun}`,
`{tahun_lalu}`, `{tahun_depan}`, `{renstra.periode}`, setiap kunci `identitas.csv`
(`{identitas.nama_unit}`), dan setiap kunci hasil hitung (`{anggaran.serapan}`). Angka hasil
hitung jangan diketik; pakai kuncinya. Pada tahun baru `teks` hanya dikosongkan untuk bagian
bertanda **tiap tahun**; bagian lain dibawa.
"""

OWN_CARRYING = {
    "identitas": "dibawa, kunci tiap tahun dikosongkan",
    "narasi": "dibawa, bagian tiap tahun dikosongkan",
    "sebab_tindakan": "satu baris kosong per IKU dan per indikator program yang tidak tercapai",
}
"""Files of which single rows, not columns, belong to a year."""


def dictionary_text() -> str:
    """Write the whole dictionary."""
    parts = [INTRODUCTION, _kinds(), "## Berkas\n", _files(), "## Kolom setiap berkas\n"]
    for table in TABLES.values():
        parts.append(_table_text(table))
        if table.name == "identitas":
            parts += ["#### Kunci identitas.csv\n", _facts()]
        elif table.name == "narasi":
            parts += [NARRATIVE_NOTE, "#### Bagian narasi.csv\n", _sections()]
    return "\n".join(parts)


def write_dictionary(path: Path | None = None) -> None:
    """Write the dictionary to its file."""
    (path or paths.DICTIONARY).write_text(dictionary_text(), encoding="utf-8", newline="\n")


def _pipe_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a pipe table; a blank cell shows a dash."""
    names = list(header)
    lines = [names, ["---"] * len(names), *([_cell(text) for text in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ") or "–"


def _yes(flag: bool) -> str:
    return "ya" if flag else ""


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _kinds() -> str:
    return _pipe_table(("jenis", "isi"), KIND_MEANING.items())


def _files() -> str:
    rows = (
        (f"[`{table.file}`](#{table.name})", table.row_is, _yes(table.compulsory), _carried(table))
        for table in TABLES.values()
    )
    return _pipe_table(("berkas", "satu baris adalah", "wajib", "pada tahun baru"), rows)


def _carried(table: type[Row]) -> str:
    if table.shared:
        return "dipakai bersama"
    if not table.carried_over:
        return "mulai tanpa baris" if table.compulsory else "tidak dibawa"
    filled = any(column.to_fill for column in table.columns)
    return OWN_CARRYING.get(
        table.name, "dibawa, kolom tiap tahun dikosongkan" if filled else "dibawa seluruhnya"
    )


def _table_text(table: type[Row]) -> str:
    place = "di samping folder tahun" if table.shared else "di folder tahun"
    facts = [
        f"- Satu baris adalah {table.row_is}.",
        f"- Kunci baris: {', '.join(_code(name) for name in table.key)}. Letak: {place}.",
        "- Wajib ada dan terisi untuk laporan final." if table.compulsory else "- Boleh tidak ada.",
    ]
    if table.used_in:
        facts.append(f"- Dipakai di: {table.used_in}.")
    header = (
        "kolom",
        "jenis",
        "satuan",
        "wajib",
        "tiap tahun",
        "arti",
        "yang diizinkan",
        "contoh",
        "contoh salah",
    )
    columns = _pipe_table(header, (_column_row(column, table) for column in table.columns))
    return "\n".join([f"### {table.name}", "", *facts, "", columns])


def _column_row(column: Column[Any], table: type[Row]) -> Iterator[str]:
    yield _code(column.name)
    yield column.kind
    yield column.unit or ("kolom `satuan`" if _has_row_unit(column, table) else "")
    yield _yes(column.required)
    yield _yes(column.to_fill)
    yield column.meaning
    yield _allowed(column)
    yield _code(
        column.example or KIND_EXAMPLE.get(column.kind, column.choices[0] if column.choices else "")
    )
    yield _code(column.bad_example or KIND_BAD_EXAMPLE.get(column.kind, ""))


def _has_row_unit(column: Column[Any], table: type[Row]) -> bool:
    """Say whether each row names the column's unit itself."""
    return column.kind == "bilangan" and "satuan" in table.column_names and column.name != "bobot"


def _allowed(column: Column[Any]) -> str:
    """Say what a column's cells may hold beyond their kind."""
    if column.name == "bagian":
        return "daftar bagian di bawah"
    rules = []
    if column.choices:
        rules.append(", ".join(_code(choice) for choice in column.choices))
    if column.refers_to:
        place = column.refers_to.replace(".", ".csv` kolom `").replace("|", "` atau `")
        rules.append(f"kode yang ada di `{place}`")
    if limits := limits_of(column):
        rules.append(limits)
    if column.percent_sign:
        rules.append("boleh dengan tanda %")
    return "; ".join(rules)


def _facts() -> str:
    header = ("kunci", "jenis", "wajib", "tiap tahun", "arti", "pilihan", "nilai bawaan", "contoh")
    return _pipe_table(
        header,
        (
            (
                _code(fact.name),
                fact.kind,
                _yes(fact.required),
                _yes(fact.to_fill),
                fact.meaning,
                ", ".join(_code(choice) for choice in fact.choices),
                _code(fact.default),
                _code(fact.example or KIND_EXAMPLE.get(fact.kind, "")),
            )
            for fact in FACTS.values()
        ),
    )


def _sections() -> str:
    return _pipe_table(
        ("bagian", "letak", "isi", "wajib", "tiap tahun"),
        (
            (
                _code(section.key),
                section.place,
                section.meaning,
                _yes(section.compulsory),
                _yes(section.each_year),
            )
            for section in SECTIONS.values()
        ),
    )


if __name__ == "__main__":
    write_dictionary()
