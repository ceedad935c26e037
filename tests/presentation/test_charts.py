"""What the charts show: bars as long as the figures, labels as the tables print them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pictures import bars, columns, draw, joined, words
from unit_kecil import set_cell

from lkjip_analysis.data.schemas import Sarpras
from lkjip_analysis.presentation.charts import (
    capaian_iku,
    capaian_serapan,
    kemajuan_renstra,
    ketersediaan_sarpras,
    ketersediaan_sdm,
    serapan_program,
    tren_iku,
)
from lkjip_analysis.results import Results, load_results


@pytest.fixture
def hasil(unit_kecil: Path) -> Results:
    return load_results(2024, unit_kecil)


def test_capaian_bars_are_as_long_as_the_figures(hasil: Results) -> None:
    picture = draw(capaian_iku, hasil)
    assert bars(picture)["Nilai AKIP"] == pytest.approx(105)  # 84 / 80
    assert bars(picture)["Rata-rata waktu pelayanan"] == pytest.approx(125)  # (2 × 20 - 15) / 20
    assert {"105,00%", "125,00%", "Target 100%", "Target 80, realisasi 84"} <= set(words(picture))
    assert "Nilai AKIP 105,00% (▲\u00a0melampaui)" in picture.alt


def test_capaian_short_of_target_is_said_in_words(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "60")
    picture = draw(capaian_iku, load_results(2024, unit_kecil))
    assert "▼\u00a0belum tercapai" in words(picture)
    assert "Nilai AKIP 75,00% (▼\u00a0belum tercapai)" in picture.alt


def test_a_missing_realisation_is_no_bar(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "evaluasi.csv").unlink()  # the IKU would be the sum of its marks
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "")
    hasil = load_results(2024, unit_kecil)
    picture = draw(capaian_iku, hasil)
    assert "Nilai AKIP" not in bars(picture)
    assert "belum tersedia" in words(picture)
    assert "Nilai AKIP belum tersedia" in picture.alt
    assert "Nilai AKIP belum tersedia" in draw(kemajuan_renstra, hasil).alt


def test_where_the_target_is_nought_the_status_stands_in_place_of_a_percentage(unit_kecil) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "target", "0")
    set_cell(unit_kecil, "2024/iku.csv", 3, "target_akhir_renstra", "0")
    hasil = load_results(2024, unit_kecil)
    name = [*hasil.iku][1].nama
    picture = draw(capaian_iku, hasil)
    assert name not in bars(picture)
    assert f"{name} ▼\u00a0belum tercapai" in picture.alt and "belum tersedia" not in words(picture)
    assert f"{name} tidak dapat dihitung" in draw(kemajuan_renstra, hasil).alt


def test_zero_is_zero_and_not_missing(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "0")
    picture = draw(capaian_iku, load_results(2024, unit_kecil))
    assert bars(picture)["Nilai AKIP"] == 0
    assert "0,00%" in words(picture)
    assert "belum tersedia" not in words(picture)


def test_capaian_axis_starts_at_zero(hasil: Results) -> None:
    plot = draw(capaian_iku, hasil).canvas.figure.axes[1]
    low, high = plot.get_xlim()
    assert low == 0
    assert high > 125


def test_kemajuan_compares_with_the_end_of_the_renstra(hasil: Results) -> None:
    picture = draw(kemajuan_renstra, hasil)
    assert bars(picture)["Nilai AKIP"] == pytest.approx(84 / 90 * 100)
    assert {"93,33%", "▼\u00a0belum tercapai", "Target akhir Renstra 2026"} <= set(words(picture))


def test_trend_columns_and_target(hasil: Results) -> None:
    picture = draw(tren_iku, hasil)
    found = columns(picture)
    assert found["Nilai AKIP:2024"] == 84
    for year in (2022, 2023):
        figure = hasil[f"iku.AKIP.riwayat.{year}"]
        if figure.known:
            assert found[f"Nilai AKIP:{year}"] == pytest.approx(float(figure.number))
        else:
            assert f"Nilai AKIP:{year}" not in found
    assert "target 2024: 80" in words(picture)
    assert "(menit; makin rendah makin baik)" in joined(picture)
    assert "Nilai AKIP (nilai)" in words(picture)
    for plot in picture.canvas.figure.axes[1:]:
        assert plot.get_ylim()[0] == 0


def test_trend_leaves_a_gap_for_a_missing_year(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2023/iku.csv", 2, "realisasi", "")
    picture = draw(tren_iku, load_results(2024, unit_kecil))
    assert "Nilai AKIP:2023" not in columns(picture)
    assert "belum tersedia" in joined(picture)
    assert "2023 belum tersedia" in picture.alt


def test_serapan_shows_percent_and_rupiah_in_the_order_of_the_file(hasil: Results) -> None:
    picture = draw(serapan_program, hasil)
    assert list(bars(picture)) == ["Penunjang Urusan", "Pelayanan Publik"]
    assert bars(picture)["Penunjang Urusan"] == pytest.approx(95)
    assert "95,00%" in words(picture)
    assert "Rp760.000.000 dari pagu Rp800.000.000" in joined(picture)


def test_serapan_without_pagu_is_not_available(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/program.csv", 8, "pagu", "")
    picture = draw(serapan_program, load_results(2024, unit_kecil))
    assert "Pelayanan Publik" not in bars(picture)
    assert "Pelayanan Publik belum tersedia" in picture.alt


def test_capaian_and_serapan_side_by_side(hasil: Results) -> None:
    picture = draw(capaian_serapan, hasil)
    for code in ("S1", "S2"):
        assert hasil[f"sasaran.{code}.capaian"].tampil in words(picture)
        assert hasil[f"sasaran.{code}.serapan"].tampil in words(picture)
    marks = {
        str(line.get_gid()): line.get_xdata()[0]
        for axes in picture.canvas.figure.axes
        for line in axes.lines
    }
    name = "Meningkatnya akuntabilitas kinerja"
    assert marks[f"serapan:{name}"] == pytest.approx(95)
    assert marks[f"capaian:{name}"] == pytest.approx(float(hasil["sasaran.S1.capaian"].number))


def test_dots_off_zero_say_so(hasil: Results) -> None:
    picture = draw(capaian_serapan, hasil)
    low, _ = picture.canvas.figure.axes[1].get_xlim()
    assert ("Sumbu dimulai dari" in joined(picture)) == (low > 0)


def test_staff_need_and_presence(hasil: Results) -> None:
    picture = draw(ketersediaan_sdm, hasil)
    assert bars(picture)["Nilai AKIP"] == 4
    assert bars(picture, "dari")["Nilai AKIP"] == 10
    assert {"40,00%", "4 dari 10 orang"} <= set(words(picture))


def test_only_incomplete_facilities_are_drawn(hasil: Results) -> None:
    picture = draw(ketersediaan_sarpras, hasil)
    assert "Kursi Rapat" not in bars(picture)
    assert bars(picture)["Komputer"] == pytest.approx(60)
    full = sum(
        hasil[f"sarpras.{row.urutan}.ketersediaan"].tampil == "100,00%"
        for row in hasil.data[Sarpras]
    )
    assert picture.alt.startswith(f"{full} dari {len(hasil.data[Sarpras])} jenis")


def test_all_facilities_complete_needs_no_bars(unit_kecil: Path) -> None:
    file = unit_kecil / "2024" / "sarpras.csv"
    head = file.read_text(encoding="utf-8").splitlines()[0]
    file.write_text(head + "\n1;Kursi;20;0;15;0\n", encoding="utf-8")
    picture = draw(ketersediaan_sarpras, load_results(2024, unit_kecil))
    assert picture.alt == "1 dari 1 jenis sarana dan prasarana tersedia 100%."
    assert not bars(picture)
