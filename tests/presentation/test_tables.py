"""Published tables of the tiny unit: values checked in the head, faults, other choices."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from great_tables import GT
from table_grid import PUBLISHED, Grid
from unit_here import DINAS
from unit_kecil import edit, set_cell

from lkjip_analysis.exceptions import LkjipError, WrongTypeError
from lkjip_analysis.measures.efficiency import EFISIENSI, judge_efisiensi
from lkjip_analysis.paths import EXTENSION
from lkjip_analysis.presentation import tables
from lkjip_analysis.presentation.cell import bilangan
from lkjip_analysis.presentation.layout import ABOVE, LEFT, Column, Row, column_names
from lkjip_analysis.presentation.output import make_table
from lkjip_analysis.results import load_results

FONTS = [
    EXTENSION / "fonts" / "SourceSerif4-Regular.ttf",
    EXTENSION / "fonts" / "grafik" / "SourceSans3-Regular.ttf",
]


def grid(name: str, root: Path) -> Grid:
    return Grid(getattr(tables, name)(load_results(2024, root)))


def test_spans_join_cells_above_and_left() -> None:
    columns = [Column("A & B"), Column("<C>"), Column("D")]
    rows = [Row(["x", "1", "2"]), Row([ABOVE, "3", "4"]), Row(["Jumlah", LEFT, "6"], "jumlah")]
    shown = Grid(make_table("contoh", columns, rows, notes=["a < b & c"]))
    assert shown.columns == ["A & B", "<C>", "D"]
    assert shown.rows() == [["x", "1", "2"], ["x", "3", "4"], ["Jumlah", "Jumlah", "6"]]
    assert shown.notes == ["a < b & c"]


def test_iku_of_one_sasaran_share_its_cell(unit_kecil: Path) -> None:
    shown = grid("capaian_iku", unit_kecil)
    assert len(shown.table.xpath(".//td[@rowspan='2']")) == 1
    assert [row[2:5] for row in shown.rows()[:3]] == [
        ["80 (A)", "84", "105,00%"],
        ["20 menit", "15 menit", "125,00%"],  # (2 × 20 - 15) / 20
        ["8", "8,40", "105,00%"],
    ]
    assert shown.totals()[0][4] == "111,67%"
    assert shown.notes[0] == (
        "Capaian = realisasi ÷ target × 100; "
        "bila makin rendah makin baik, (2 × target − realisasi) ÷ target × 100."
    )


def test_unit_stands_in_its_own_column_once(unit_kecil: Path) -> None:
    rows = grid("perjanjian_sasaran", unit_kecil).rows()
    assert [row[3:] for row in rows] == [["nilai", "80 (A)"], ["menit", "20"], ["indeks", "8"]]


def test_numbers_count_sasaran_not_rows(unit_kecil: Path) -> None:
    assert [row[0] for row in grid("perjanjian_sasaran", unit_kecil).rows()] == ["1", "2", "2"]


def test_capped_capaian_has_its_own_column(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/identitas.csv", "batas_capaian;tanpa_batas", "batas_capaian;0_120")
    shown = grid("capaian_iku", unit_kecil)
    assert shown.columns[4:6] == ["Capaian", "Capaian Dibatasi"]
    assert shown.rows()[1][4:6] == ["125,00%", "120,00%"]
    assert shown.totals()[0][5] == "110,00%"  # (105 + 120 + 105) / 3
    assert any("di atas 120 dihitung 120" in note for note in shown.notes)


def test_rated_only_iku_shows_its_predikat(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "target", "")
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "")
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi_predikat", "BB")
    assert grid("capaian_iku", unit_kecil).rows()[0][2:4] == ["A", "BB"]


def test_scores_of_other_years_are_named_like_this_years(unit_kecil: Path) -> None:
    """A bare score beside a predikat could not be compared by eye."""
    path = unit_kecil / "skala_predikat.csv"
    head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    place = head.split(";").index("skor")
    rows = [line.split(";") for line in lines]
    for score, row in zip(range(len(rows), 0, -1), rows, strict=True):
        row[place] = str(score)
    path.write_text(
        "\n".join([head, *(";".join(row) for row in rows)]) + "\n", encoding="utf-8-sig"
    )
    named = {row[2]: row[place] for row in rows}
    for year, letter in ((2023, "B"), (2024, "BB")):
        set_cell(unit_kecil, f"{year}/iku.csv", 2, "realisasi", "")
        set_cell(unit_kecil, f"{year}/iku.csv", 2, "realisasi_predikat", letter)
    assert grid("perbandingan_tahun", unit_kecil).rows()[0][4:6] == [
        f"B ({named['B']})",
        f"BB ({named['BB']})",
    ]


def test_unknown_realisation_is_a_dash_with_its_reason(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "")
    shown = grid("capaian_iku", unit_kecil)
    assert shown.rows()[1][2:] == ["20 menit", "–", "–", "○\u00a0belum tersedia"]
    assert shown.notes[-1] == "– pada 2 sel: belum tersedia."
    assert any("1 dari 3 belum tersedia dan tidak ikut dihitung" in note for note in shown.notes)


def test_status_that_cannot_be_judged(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "evaluasi.csv").unlink()  # the IKU would be the sum of its marks
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "")
    rows = grid("status_sasaran", unit_kecil).rows()
    assert rows[0][1:3] == ["▲\u00a0melampaui", "1"]
    assert rows[3] == ["4", "○\u00a0belum tersedia", "1", "Meningkatnya akuntabilitas kinerja", "–"]


def test_zero_target_gives_the_reason(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/indikator_program.csv", 7, "target", "0")
    notes = grid("capaian_program", unit_kecil).notes
    assert any(note.startswith("– pada 1 sel:") and "target nol" in note for note in notes)


def test_komponen_iku_stands_against_the_realisation(unit_kecil: Path) -> None:
    shown = grid("komponen_iku", unit_kecil)
    assert [row[1:] for row in shown.rows()[:2]] == [
        ["IKM", "1,25", "3,20", "4"],
        ["IPP", "1", "4,40", "4,40"],
    ]
    assert [row[-1] for row in shown.totals()] == ["8,40", "8,40"]
    set_cell(unit_kecil, "2024/iku.csv", 4, "realisasi", "8,14")
    assert [row[-1] for row in grid("komponen_iku", unit_kecil).totals()] == ["8,40", "8,14"]


def test_reported_absorption_only_where_pagu_is_unknown(unit_kecil: Path) -> None:
    shown = grid("program_pendukung", unit_kecil)
    assert not any("†" in cell for row in shown.rows() for cell in row)
    edit(unit_kecil, "2024/program.csv", "600.000.000;570.000.000;95", ";570.000.000;94,5")
    rows = {
        line.data.get("data-kode"): line.cells
        for line in grid("program_pendukung", unit_kecil).lines
    }
    assert rows["P1.K1.S1"][5] == "94,5%†"
    assert rows["P1.K1.S2"][5] == "95,00%"
    assert rows["P1.K1"][5] == "–"


def test_every_programme_linked_leaves_out_the_row_of_unlinked(unit_kecil: Path) -> None:
    assert len(grid("alokasi_sasaran", unit_kecil).rows()) == 4  # three IKU and the sum
    set_cell(unit_kecil, "2024/program.csv", 6, "kode_sasaran", "")
    shown = grid("alokasi_sasaran", unit_kecil)
    assert [row[3:] for row in shown.rows()] == [
        ["Rp800.000.000", "80,00%"],
        ["–", "–"],
        ["–", "–"],
        ["Rp200.000.000", "20,00%"],
        ["Rp1.000.000.000", "100%"],
    ]
    assert any("belum ada program yang ditautkan" in note for note in shown.notes)


def test_sasaran_without_iku_is_still_shown(unit_kecil: Path) -> None:
    path = unit_kecil / "2024" / "sasaran.csv"
    path.write_text(
        path.read_text(encoding="utf-8") + "S3;Tujuan;Sasaran tanpa IKU\n", encoding="utf-8"
    )
    for name in (
        "perjanjian_sasaran",
        "kinerja_anggaran_sasaran",
        "alokasi_sasaran",
        "efisiensi_anggaran",
    ):
        assert any("Sasaran tanpa IKU" in " ".join(row) for row in grid(name, unit_kecil).rows()), (
            name
        )


@pytest.mark.parametrize(
    ("school", "unit", "value"), [("indeks", "indeks", "1,11"), ("sisa_anggaran", "poin", "5")]
)
def test_other_school_of_efficiency_is_named(
    unit_kecil: Path, school: str, unit: str, value: str
) -> None:
    edit(
        unit_kecil,
        "2024/identitas.csv",
        "rumus_efisiensi;selisih_poin",
        f"rumus_efisiensi;{school}",
    )
    shown = grid("efisiensi_anggaran", unit_kecil)
    assert shown.columns[5] == f"Tingkat Efisiensi ({unit})"
    assert shown.rows()[0][5] == value  # 105 / 95; 100 - 95
    assert shown.notes[0].startswith("Rumus efisiensi yang dipakai")
    names = {row[0] for row in grid("metode", unit_kecil).rows()}
    assert EFISIENSI[school].nama in names


def test_words_of_efficiency_follow_the_measure() -> None:
    from decimal import Decimal as D

    from lkjip_analysis.measures.efficiency import PENILAIAN

    assert [judge_efisiensi(D(v)) for v in ("5.01", "5", "-5", "-5.01")] == [
        "efisien",
        "cukup efisien",
        "cukup efisien",
        "tidak efisien",
    ]
    assert (
        PENILAIAN["selisih_poin"].syarat
        == "Di atas 5: efisien; −5 sampai 5: cukup efisien; di bawah −5: tidak efisien."
    )
    assert [judge_efisiensi(D(v), "indeks") for v in ("1", "0.99")] == ["efisien", "tidak efisien"]


def test_nasional_with_a_value_has_the_difference(unit_kecil: Path) -> None:
    shown = grid("nasional", unit_kecil)
    assert [row[2:5] for row in shown.rows()] == [
        ["84", "70", "14"],
        ["15 menit", "belum tersedia", ""],
        ["8,40", "belum tersedia", ""],
    ]


def test_source_of_the_national_value_is_named_where_it_is(unit_kecil: Path) -> None:
    note = "Sumber pembanding nasional"
    edit(
        unit_kecil,
        "2024/identitas.csv",
        "sumber_nasional;Laporan nasional 2024",
        "sumber_nasional;",
    )
    assert f"{note} disebut pada kolom Keterangan." in grid("nasional", unit_kecil).notes
    set_cell(unit_kecil, "2024/iku.csv", 2, "sumber_nasional", "")
    assert f"{note} belum tersedia." in grid("nasional", unit_kecil).notes


def test_long_unit_goes_into_a_note(unit_kecil: Path) -> None:
    for tahun in (2022, 2023, 2024):
        set_cell(unit_kecil, f"{tahun}/iku.csv", 3, "satuan", "menit per berkas lengkap")
    for name in ("capaian_iku", "perbandingan_tahun", "kemajuan_renstra", "nasional"):
        shown = grid(name, unit_kecil)
        assert "15" in shown.rows()[1], name
        assert any("menit per berkas lengkap (Rata-rata waktu pelayanan)" in n for n in shown.notes)


def test_sarpras_of_the_reports_own_year_claims_no_other(unit_kecil: Path) -> None:
    assert "bukan angka tahun" not in grid("efisiensi_sarpras", unit_kecil).notes[0]


def test_methods_cover_lower_is_better_and_composites(unit_kecil: Path) -> None:
    rows = {row[0]: row for row in grid("metode", unit_kecil).rows()}
    assert rows["Capaian, makin rendah makin baik"][4] == "(2 × 20 − 15) ÷ 20 × 100 = 125,00%"
    assert rows["Nilai IKU komposit"][1:5:3] == ["1,25 × IKM + 1 × IPP", "4 + 4,40 = 8,40"]
    assert rows["Rata-rata capaian IKU"][4] == "dari 105,00%; 125,00%; 105,00%: 111,67%"
    assert (
        rows["Anggaran kegiatan dan program"][4] == "Rp600.000.000 + Rp200.000.000 = Rp800.000.000"
    )


def test_second_example_unit_has_every_table() -> None:
    hasil = load_results(2024, DINAS)
    shown = {name: Grid(getattr(tables, name)(hasil)) for name in PUBLISHED}
    assert not any("belum-tersedia" in line.kind for grid in shown.values() for line in grid.lines)
    assert not any("Sumobito" in grid.root.text_content() for grid in shown.values())
    assert shown["kinerja_anggaran_sasaran"].totals()[0][6:] == [
        "Rp14.611.500.000",
        "Rp13.862.755.268",
        "Rp748.744.732",
        "94,88%",  # 13.862.755.268 / 14.611.500.000
    ]


def test_gaps_come_with_place_and_kind(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "target", "")
    set_cell(unit_kecil, "2024/iku.csv", 2, "target_predikat", "")
    rows = grid("celah", unit_kecil).rows()
    assert rows[0][1:] == ["target IKU belum diisi", "2024/iku.csv, baris 2, kolom target", "Wajib"]
    assert {row[3] for row in rows[1:]} <= {"Wajib", "Pilihan"}


TEXTS = {
    "sasaran.csv": ["sasaran"],
    "iku.csv": ["indikator", "formula", "sumber_data", "bukti", "catatan_nasional"],
    "komponen_iku.csv": ["komponen", "keterangan"],
    "program.csv": ["nama", "sasaran"],
    "indikator_program.csv": ["indikator", "satuan", "formula", "keterangan"],
    "renstra.csv": ["nama"],
    "sarpras.csv": ["uraian"],
    "evaluasi.csv": ["komponen", "predikat"],
    "tindak_lanjut.csv": ["rekomendasi", "rencana_aksi", "satuan", "waktu", "status", "bukti"],
}
FACTS = ["nomor_lhe", "sumber_nasional", "sarpras_periode_pengadaan"]


def test_data_text_never_becomes_markup(unit_kecil: Path) -> None:
    marks = []
    for file, columns in TEXTS.items():
        for kolom in columns:
            marks.append(f"<script>alert('{file} {kolom}')</script> & <b>")
            set_cell(unit_kecil, f"2024/{file}", 2, kolom, marks[-1])
    path = unit_kecil / "2024" / "identitas.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    for key in FACTS:
        marks.append(f"<script>alert('{key}')</script> & <b>")
        place = next(i for i, line in enumerate(lines) if line.startswith(f"{key};"))
        lines[place] = f"{key};{marks[-1]}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    hasil = load_results(2024, unit_kecil)
    shown = [Grid(getattr(tables, name)(hasil)) for name in PUBLISHED]
    assert not any(grid.root.xpath(".//script | .//b") for grid in shown)
    printed = "\n".join(grid.root.text_content() for grid in shown)
    assert [mark for mark in marks if mark not in printed] == []


def test_a_table_in_another_look(unit_kecil: Path) -> None:
    from great_tables import loc, style

    table = tables.capaian_iku(load_results(2024, unit_kecil))
    assert isinstance(table.gt, GT)
    red = table.styled(
        lambda gt: gt.tab_style(
            style.fill("#ffe0e0"), loc.body(columns="sasaran_strategis", rows=[0])
        )
    )
    plain, coloured = Grid(table), Grid(red)
    assert coloured.rows() == plain.rows() and coloured.notes == plain.notes
    cells = coloured.table.xpath("tbody/tr/td[contains(@style, '#ffe0e0')]")
    assert [cell.text_content() for cell in cells] == [plain.rows()[0][0]]
    assert "#ffe0e0" not in table.markup


def test_rows_are_chosen_by_their_numbers(unit_kecil: Path) -> None:
    from great_tables import loc, style

    table = tables.capaian_iku(load_results(2024, unit_kecil))
    bold = table.styled(
        lambda gt: gt.tab_style(
            style.text(weight="bold", align="center"), loc.body(rows=lambda d: d["capaian"] > 110)
        ).data_color("target", palette=["White", "#f00"], na_color="White")
    )
    shown = Grid(bold).table.xpath("tbody/tr")
    chosen = [row for row in shown if row.xpath("td[contains(@style, 'font-weight: bold')]")]
    assert [cell.text_content() for cell in chosen[0]][2:5] == ["20 menit", "15 menit", "125,00%"]
    assert len(chosen) == 1  # the mean, too, but sums are bold in every book
    assert chosen[0][0].get("style") == "text-align: center; font-weight: bold"
    assert "background-color: #ff0000" in shown[0].xpath("td")[2].get("style")


def test_frames_hold_the_numbers_of_the_figures() -> None:
    hasil = load_results(2024, DINAS)
    for table in (getattr(tables, name)(hasil) for name in PUBLISHED):
        frame, keys = table.frame, table.keys
        assert frame.shape == keys.shape == (len(table.rows), len(table.rows[0].cells))
        for column in frame.select_dtypes("float64"):
            for value, kunci in zip(frame[column], keys[column], strict=True):
                known = hasil[kunci].decimal if kunci else None
                assert known is None or value == float(known)
        words = frame.select_dtypes("object")
        assert not any("<" in word for column in words for word in words[column])


def test_a_number_that_a_float_cannot_hold_is_printed_whole() -> None:
    exact = Decimal("90071992547409931234")
    row = Row([bilangan(exact, satuan="rupiah"), bilangan(7, "7 dari 9")])
    shown = Grid(make_table("contoh", [Column("A", "right"), Column("B", "right")], [row]))
    assert shown.rows() == [["Rp90.071.992.547.409.931.234", "7 dari 9"]]


def test_numbers_of_different_units_line_up() -> None:
    """Digit under digit: what follows the whole part is as wide in each cell, in the fonts used."""
    shown = ["72 (BB)", "7,75", "100%", "12 dokumen", "–", "Rp1.250", "Tinggi (4)", ""]
    rows = [Row([bilangan(1, words) if words else ""]) for words in shown]
    table = Grid(make_table("contoh", [Column("A", "right")], rows)).table
    printed = [cell.text_content() for cell in table.xpath("tbody/tr/td")]
    assert [words.rstrip("\xa0") for words in printed] == shown
    fonts = [TTFont(path) for path in FONTS]
    for font in fonts:
        glyphs, widths = font.getBestCmap(), font["hmtx"]
        digit = widths[glyphs[ord("0")]][0]
        whole = [re.match(r"-?(Rp)?[\d.–]+", words).end() for words in printed[:6]]
        tails = [
            sum(widths[glyphs[ord(letter)]][0] for letter in words[at:]) / digit
            for words, at in zip(printed, whole, strict=False)
        ]
        assert max(tails) - min(tails) < 0.8
    assert printed[6:] == shown[6:]


def test_columns_are_named_after_their_heads_and_spanners() -> None:
    heads = [("No", ""), ("Realisasi", "Kinerja"), ("Realisasi", "Uang"), ("2023", "Realisasi")]
    columns = [Column(head, spanner=spanner) for head, spanner in heads]
    names = ["no", "kinerja_realisasi", "uang_realisasi", "realisasi_2023", "no_5"]
    assert column_names([*columns, Column("No")])[1:] == names[1:]


def test_notes_that_somebody_adds_are_printed(unit_kecil: Path) -> None:
    from great_tables import loc

    table = tables.capaian_iku(load_results(2024, unit_kecil))
    more = table.styled(
        lambda gt: gt.tab_source_note("Tambahan < 1").tab_footnote(
            "catatan kaki", loc.body(columns="sasaran_strategis", rows=[0])
        )
    )
    assert Grid(more).notes == [*Grid(table).notes, "Tambahan < 1", "1 catatan kaki"]
    assert Grid(more).rows()[0][0] == Grid(table).rows()[0][0] + "1"
    with pytest.raises(LkjipError, match="tbl-cap"):
        _ = table.styled(lambda gt: gt.tab_header("Judul")).markup


@pytest.mark.parametrize(
    "look",
    [
        lambda gt: gt.tab_stub(groupname_col="sasaran_strategis"),
        lambda gt: gt.grand_summary_rows(fns={"n": lambda d: d.mean(numeric_only=True)}),
    ],
)
def test_rows_that_would_lead_back_to_other_figures_are_refused(
    unit_kecil: Path, look: Callable[[GT], GT]
) -> None:
    table = tables.capaian_iku(load_results(2024, unit_kecil)).styled(look)
    with pytest.raises(LkjipError, match="susun tabel sendiri"):
        _ = table.markup


def test_a_table_says_itself_shortly_and_a_look_gives_a_table(unit_kecil: Path) -> None:
    table = tables.capaian_iku(load_results(2024, unit_kecil))
    assert repr(table).startswith("capaian-iku: ") and len(repr(table)) < 200
    with pytest.raises(WrongTypeError, match="harus memberi GT, bukan NoneType"):
        table.styled(lambda gt: None)  # type: ignore[arg-type,return-value]


def test_the_official_code_stands_at_the_name_where_the_data_have_it(unit_kecil: Path) -> None:
    path = unit_kecil / "2024" / "program.csv"
    head, first, *rest = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{head};kode_nomenklatur", f"{first};7.01.01", *(f"{line};" for line in rest)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    names = [row[0] for row in grid("capaian_program", unit_kecil).rows()]
    assert names[0].startswith("Program 1 (7.01.01): Penunjang Urusan")
    assert names[1].startswith("Kegiatan 1.1: ")


def test_an_indicator_is_an_anchor_by_its_code_and_only_in_the_table_of_its_results() -> None:
    hasil = load_results(2024, DINAS)
    anchors = {
        show.__name__: re.findall(r'<tr id="([^"]+)"', show(hasil).markup)
        for show in (tables.capaian_program, tables.program_pendukung, tables.indikator_program)
    }
    figures = (re.fullmatch(r"(indikator\..+)\.capaian", figure.kunci) for figure in hasil)
    assert sorted(anchors.pop("capaian_program")) == sorted(found[1] for found in figures if found)
    assert not any(anchors.values())
