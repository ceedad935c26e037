"""The tiny unit with an IKU that measures a tujuan, and a programme measured by its predikat.

Both stand last in their files. IPM: 72 of 70, so its capaian is 72 ÷ 70 × 100 = 102,857…; P2.2
"Opini atas laporan": WDP of WTP, which score 3 and 4, so 75.
"""

from __future__ import annotations

from pathlib import Path

from unit_kecil import copy_unit, edit

SASARAN = """kode_sasaran;tujuan;sasaran;kode_tujuan
S1;Meningkatkan akuntabilitas;Meningkatnya akuntabilitas kinerja;T1
S2;Meningkatkan pelayanan;Meningkatnya kualitas pelayanan;T2
"""
IPM = (
    "IPM;{tujuan};{nama};{satuan};{polaritas};Rumus;BPS;Kepala Dinas;;;{target};;{realisasi};;"
    "{akhir};;;Tidak ada;BPS;\n"
)


def with_ipm(root: Path, tujuan: str = "T1", **cells: str) -> Path:
    """Give the tujuan codes, and one of them an IKU of its own."""
    (root / "2024" / "sasaran.csv").write_text(SASARAN, encoding="utf-8")
    told = {"tujuan": tujuan, "nama": "Indeks Pembangunan Manusia", "satuan": "indeks",
            "polaritas": "naik", "target": "70", "realisasi": "72",
            "akhir": "75", **cells}  # fmt: skip
    path = root / "2024" / "iku.csv"
    text = path.read_text(encoding="utf-8") + IPM.format(**told)
    path.write_text(text, encoding="utf-8")
    return root


def with_opinion(root: Path) -> Path:
    """Give programme P2 an indicator with predikat only."""
    scale = root / "skala_predikat.csv"
    classes = "opini;1;WTP;;;atas;4;;\nopini;2;WDP;;;atas;3;;\nopini;3;TMP;;;atas;1;;\n"
    scale.write_text(scale.read_text(encoding="utf-8") + classes, encoding="utf-8")
    path = root / "2024" / "indikator_program.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    own = "P2;2;Opini atas laporan;predikat;naik;;;;;opini;WTP;WDP"
    lines = [f"{head};skala;target_predikat;realisasi_predikat", *rows, own]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def unit_with_both(folder: Path) -> Path:
    """Make that unit; what P2.2 came to is explained."""
    root = with_opinion(with_ipm(copy_unit(folder)))
    edit(root, "2024/identitas.csv", "nama_unit;Dinas Contoh", "nama_unit;Dinas Dua Tingkat")
    return root
