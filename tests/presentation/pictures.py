"""Reading drawn pictures: what was written where, and which shapes stand for which data."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from matplotlib.font_manager import FontProperties
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Bbox

from lkjip_analysis.presentation.charts.style import FAMILY, look
from lkjip_analysis.presentation.charts.svg import Picture
from lkjip_analysis.presentation.output import FigureOutput
from lkjip_analysis.results import Results, load_results


def draw(chart: Callable[[Results], FigureOutput], hasil: Results) -> Picture:
    """The canvas of a published chart or diagram, before it becomes an SVG."""
    with look():
        picture: Picture = inspect.unwrap(chart)(hasil)
    return picture


def words(picture: Picture) -> list[str]:
    """All texts, in the order they were written."""
    return [text.get_text() for text in picture.canvas.figure.findobj(Text) if text.get_text()]


def joined(picture: Picture) -> str:
    return " ".join(words(picture))


def bars(picture: Picture, part: str = "batang") -> dict[str, float]:
    """Lengths of the bars, by name."""
    shapes = [shape for axes in picture.canvas.figure.axes for shape in axes.patches]
    return {
        str(shape.get_gid()).split(":", 1)[1]: shape.get_width()
        for shape in shapes
        if isinstance(shape, Rectangle) and str(shape.get_gid()).startswith(f"{part}:")
    }


def columns(picture: Picture) -> dict[str, float]:
    """Heights of upright columns, by name and year."""
    shapes = [shape for axes in picture.canvas.figure.axes for shape in axes.patches]
    return {
        str(shape.get_gid()).split(":", 1)[1]: shape.get_height()
        for shape in shapes
        if isinstance(shape, Rectangle) and str(shape.get_gid()).startswith("kolom:")
    }


def boxes(picture: Picture) -> dict[str, Bbox]:
    """Places of the boxes of a diagram, by their text."""
    found = {}
    for shape in picture.canvas.figure.findobj(Patch):
        gid = str(shape.get_gid())
        if gid.startswith("kotak:") and gid != "kotak:":
            assert gid.removeprefix("kotak:") not in found, f"two boxes named {gid}"
            found[gid.removeprefix("kotak:")] = shape.get_window_extent()
    return found


@cache
def _width(text: str, weight: int) -> float:
    """Width of a whole line as the SVG has it, in font sizes."""
    prop = FontProperties(family=FAMILY, size=100, weight=weight)
    return float(text_to_path.get_text_width_height_descent(text, prop, ismath=False)[0]) / 100


def text_boxes(picture: Picture) -> list[tuple[str, Bbox]]:
    """Places of the texts as the SVG has them, unhinted: from ascender to descender."""
    places = []
    for text in picture.canvas.figure.findobj(Text):
        if text.get_text():
            size = text.get_fontsize()
            wide = _width(text.get_text(), text.get_fontweight()) * size
            x, baseline = text.get_transform().transform(text.get_position())
            x -= {"left": 0.0, "center": wide / 2, "right": wide}[text.get_horizontalalignment()]
            box = Bbox([[x, baseline - 0.22 * size], [x + wide, baseline + 0.74 * size]])
            places.append((text.get_text(), box))
    return places


def overlaps(places: Sequence[tuple[str, Bbox]], slack: float = 0.4) -> list[tuple[str, str]]:
    """Pairs of texts or boxes that cover each other by more than ``slack`` points."""
    return [
        (one, other)
        for number, (one, a) in enumerate(places)
        for other, b in places[number + 1 :]
        if min(a.x1, b.x1) - max(a.x0, b.x0) > slack and min(a.y1, b.y1) - max(a.y0, b.y0) > slack
    ]


def outside(picture: Picture, slack: float = 1.0) -> list[str]:
    """Texts that leave the picture."""
    width, height = picture.canvas.width, picture.canvas.height
    return [
        text
        for text, box in text_boxes(picture)
        if box.x0 < -slack or box.x1 > width + slack or box.y0 < -slack or box.y1 > height + slack
    ]


def write_rows(root: Path, file: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Write a data file anew."""
    heads = list(dict.fromkeys(key for row in rows for key in row))
    lines = [";".join(heads), *(";".join(str(row.get(key, "")) for key in heads) for row in rows)]
    (root / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


LONG = (
    "Persentase Penyelenggaraan Koordinasi/Sinergi dengan Perangkat Daerah yang Tugas dan "
    "Fungsinya di Bidang"
)
WORD = "Pertanggungjawabanpenyelenggaraanpemerintahandaerahkabupatenkota"
NAMES = (LONG, "IKM", f"Nilai {WORD}", "Indeks Kepuasan Masyarakat atas Layanan")
UNUSED = ("narasi", "komponen_iku", "skm", "ipp", "indikator_program", "renstra", "tugas")


def spread(root: Path, count: int, realisasi: Sequence[str]) -> Results:
    """Give the unit ``count`` rows of everything, with long names and the realisations in turn."""
    year = root / "2024"
    for name in UNUSED:
        (year / f"{name}.csv").unlink(missing_ok=True)
    for past in ("2022", "2023"):
        for path in (root / past).glob("*.csv"):
            path.unlink()
    facts = (year / "identitas.csv").read_text(encoding="utf-8")
    facts = re.sub(r"(?m)^kode_iku_akip;.*$", "kode_iku_akip;", facts)
    (year / "identitas.csv").write_text(facts, encoding="utf-8")
    names = [f"{NAMES[n % 4]} {n}" for n in range(count)]
    real = [realisasi[n % len(realisasi)] for n in range(count)]
    goals = max(1, count // 3)
    iku = _iku(names, real, goals)
    write_rows(year, "sasaran.csv", _sasaran(names[:goals]))
    write_rows(year, "iku.csv", iku)
    write_rows(root / "2023", "iku.csv", [r | {"realisasi": real[-n]} for n, r in enumerate(iku)])
    write_rows(year, "program.csv", _program(names, real, goals))
    write_rows(year, "sdm.csv", [_sdm(n, value) for n, value in enumerate(real)])
    write_rows(year, "sarpras.csv", [_sarpras(n, names[n], real[n]) for n in range(count)])
    write_rows(year, "struktur.csv", _struktur(names))
    write_rows(year, "proses_bisnis.csv", _proses(names))
    return load_results(2024, root)


def _sasaran(names: list[str]) -> list[dict[str, object]]:
    return [
        {"kode_sasaran": f"S{n}", "tujuan": f"Tujuan {n // 2}", "sasaran": f"Sasaran {name}"}
        for n, name in enumerate(names)
    ]


def _iku(names: list[str], real: list[str], goals: int) -> list[dict[str, object]]:
    same = {"satuan": "persen", "polaritas": "naik", "target": "100", "target_akhir_renstra": "120"}
    return [
        {"kode_iku": f"I{n}", "kode_sasaran": f"S{n % goals}", "indikator": name} | same
        | {"realisasi": real[n]}
        for n, name in enumerate(names)
    ]  # fmt: skip


def _program(names: list[str], real: list[str], goals: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for n, name in enumerate(names):
        spent = "99.999.999.999" if real[n] else ""
        goal = f"S{n}" if n < goals else ""
        code = f"P{n}"
        for level, above, money in (
            ("program", "", ("", "")),
            ("kegiatan", code, ("", "")),
            ("subkegiatan", f"{code}.K", ("100.000.000.000", spent)),
        ):
            row = {"kode": f"{above}.K" if above else code, "induk": above, "tingkat": level}
            row |= {"nama": f"Urusan {level} {name}", "kode_sasaran": "" if above else goal}
            rows.append(row | dict(zip(("pagu", "realisasi"), money, strict=True)))
    return rows


def _sdm(number: int, value: str) -> dict[str, object]:
    staff = value.lstrip("-").split(",")[0]
    return {"kode_iku": f"I{number}", "kebutuhan": "10", "ketersediaan": staff}


def _sarpras(number: int, name: str, value: str) -> dict[str, object]:
    need = {"standar_kebutuhan": "3" if value else "", "pengadaan_periode": 0, "pengadaan_rkbmd": 0}
    return {"urutan": number + 1, "uraian": name, "hasil_rekon": 1} | need


def _struktur(names: list[str]) -> list[dict[str, object]]:
    heads = ("kode_jabatan", "atasan", "urutan", "jabatan", "jenis")
    rows: list[tuple[object, ...]] = [
        ("K", "", 1, "Kepala", "pimpinan"),
        ("F", "K", 99, "Kelompok Jabatan Fungsional", "fungsional"),
        ("S", "K", 1, "Sekretariat", "struktural"),
    ]
    for n, name in enumerate(names):
        above = "K" if n % 3 else "S" if n == 0 else f"B{n - 1}"
        rows.append((f"B{n}", above, n + 2, name, "struktural"))
    return [dict(zip(heads, row, strict=True)) for row in rows]


def _proses(names: list[str]) -> list[dict[str, object]]:
    heads = ("kode", "induk", "urutan", "nama", "jenis", "uraian")
    rows: list[tuple[object, ...]] = [("P", "", 1, LONG, "inti", "")]
    for n, name in enumerate(names):
        kind = ("pendukung", "inti", "inti", "pengaruh")[n % 4]
        rows.append((f"P.{n}", "P" if n % 3 else "", n, name, kind, LONG))
    return [dict(zip(heads, row, strict=True)) for row in rows]
