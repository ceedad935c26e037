"""A new year's folder: what is known comes along, what is not yet known is blank and listed."""

from __future__ import annotations

import shutil
from codecs import BOM_UTF8
from pathlib import Path

import pytest
from new_years import (
    assert_cells_of_the_year_are_blank_and_all_others_kept,
    assert_it_loads_and_tells_what_remains,
    assert_lasting_texts_are_kept_and_the_years_own_leave_a_place,
    digests,
)
from spreadsheets import save_with_commas
from unit_kecil import edit, set_cell
from unit_tujuan import SASARAN

from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.schemas import (
    TABLES,
    Iku,
    Narasi,
    PenilaianMandiri,
    Renstra,
    SebabTindakan,
)
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import CallError, DataError
from lkjip_analysis.exchange import new_year
from lkjip_analysis.exchange.new_year import create_year, find_source
from lkjip_analysis.results import compute_results


@pytest.fixture
def two_dialects(unit_kecil: Path) -> Path:
    """Give the tiny unit with some files as an English spreadsheet saves them."""
    for name in ("program", "evaluasi", "tugas", "narasi"):
        save_with_commas(unit_kecil / "2024" / f"{name}.csv")
    return unit_kecil


@pytest.mark.parametrize("tahun", [2025, 2026, 2027])
def test_a_new_year_loads_computes_and_tells_what_remains(unit_kecil: Path, tahun: int) -> None:
    assert_it_loads_and_tells_what_remains(unit_kecil, tahun)


def test_a_new_year_of_files_in_both_dialects(two_dialects: Path) -> None:
    assert_it_loads_and_tells_what_remains(two_dialects, 2025)
    assert_cells_of_the_year_are_blank_and_all_others_kept(two_dialects)
    assert_lasting_texts_are_kept_and_the_years_own_leave_a_place(two_dialects)


def test_what_does_not_belong_to_a_year_is_copied_to_the_byte(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "sasaran.csv").write_text(SASARAN, encoding="utf-8")
    create_year(unit_kecil, 2025, 2024)
    for name in ("sasaran", "struktur", "tugas", "proses_bisnis", "renstra"):
        old, new = (unit_kecil / f"{tahun}/{name}.csv" for tahun in (2024, 2025))
        assert new.read_bytes() == BOM_UTF8 + old.read_bytes()  # the tiny unit has no mark


def test_what_was_missed_is_asked_for(unit_kecil: Path) -> None:
    """A blank row for each IKU, and for each indicator of a programme that fell short."""
    set_cell(unit_kecil, "2024/indikator_program.csv", 7, "realisasi", "79")  # P2, target 80
    (unit_kecil / "2024" / "sebab_tindakan.csv").unlink()
    made = create_year(unit_kecil, 2025, 2024)
    rows = load_year(2025, unit_kecil)[SebabTindakan]
    told = [[row.cell(column).nilai for column in row.column_names] for row in rows]
    keys = [("AKIP", ""), ("WAKTU", ""), ("IKPP", ""), ("P2", "1")]
    assert told == [[code, number, "1", *[""] * 7] for code, number in keys]
    assert any("sebab_tindakan.csv" in note and "tindakan" in note for note in made.catatan)


def test_the_columns_meant_to_be_blank_are_those_agreed_on() -> None:
    blanked = {
        f"{name}.{column.name}"
        for name, table in TABLES.items()
        for column in table.columns
        if column.to_fill
    }
    assert {
        "iku.target",
        "iku.realisasi",
        "iku.realisasi_nasional",
        "iku.catatan_nasional",
        "iku.bukti",
        "program.pagu",
        "program.realisasi",
        "indikator_program.target",
        "indikator_program.realisasi",
        "indikator_program.keterangan",
        "komponen_iku.nilai",
        "skm.nilai_rata_rata",
        "ipp.skor",
        "sdm.kebutuhan",
        "sdm.ketersediaan",
        "sarpras.hasil_rekon",
        "sarpras.standar_kebutuhan",
        "evaluasi.nilai",
        "evaluasi.predikat",
        "evaluasi.catatan",
    } <= blanked
    assert (
        not {"iku.target_akhir_renstra", "iku.formula", "evaluasi.bobot", "komponen_iku.koefisien"}
        & blanked
    )


def test_facts_of_the_year_are_blank_and_years_move_on(unit_kecil: Path) -> None:
    made = create_year(unit_kecil, 2025, 2024)
    old, new = load_year(2024, unit_kecil).identitas, load_year(2025, unit_kecil).identitas
    moved = {
        "sarpras_tahun_rekon": 2024,
        "sarpras_periode_pengadaan": "Januari-Juni 2025",
        "sarpras_tahun_rkbmd": 2025,
    }
    for key, fact in FACTS.items():
        expected = fact.blank if fact.to_fill else moved.get(key, old[key])
        assert new[key] == expected, key
    assert made.catatan[1].startswith("lampiran/lampiran.csv: masih kosong.")
    assert made.catatan[2] == (
        "Tahun di sarpras_tahun_rekon, sarpras_periode_pengadaan, sarpras_tahun_rkbmd "
        "digeser 1 tahun. Cocokkan dengan dokumen barang."
    )


def test_a_fact_that_the_source_lacks_gets_its_row(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/identitas.csv", "nomor_lhe;700/1/2024\n", "")
    create_year(unit_kecil, 2025, 2024)
    assert load_year(2025, unit_kecil).fact_cell("nomor_lhe") is not None


def test_what_is_of_the_year_is_blank_and_all_else_is_kept(unit_kecil: Path) -> None:
    create_year(unit_kecil, 2025, 2024)
    assert_cells_of_the_year_are_blank_and_all_others_kept(unit_kecil)
    assert_lasting_texts_are_kept_and_the_years_own_leave_a_place(unit_kecil)


def test_a_section_told_by_iku_leaves_a_place_for_each_of_them(unit_kecil: Path) -> None:
    narasi = unit_kecil / "2024" / "narasi.csv"
    with narasi.open("a", encoding="utf-8") as file:
        file.write("rincian_capaian;2;paragraf;;IKPP;IKPP melebihi targetnya.\n")
    create_year(unit_kecil, 2025, 2024)
    rows = load_year(2025, unit_kecil)[Narasi]
    told = [(row.kode, row.teks) for row in rows if row.bagian == "rincian_capaian"]
    assert told == [("AKIP", ""), ("IKPP", "")]


def test_a_section_the_source_lacks_gets_its_row(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/narasi.csv", "renja;1;paragraf;;;Contoh teks bagian ini.\n", "")
    create_year(unit_kecil, 2025, 2024)
    rows = load_year(2025, unit_kecil)[Narasi]
    assert [row.teks for row in rows if row.bagian == "renja"] == [""]


def test_the_last_year_of_the_renstra_knows_its_targets(unit_kecil: Path) -> None:
    made = create_year(unit_kecil, 2026, 2024)
    rows = load_year(2026, unit_kecil)[Iku]
    assert [str(row.target) for row in rows] == ["90", "16", "9"]
    assert all(row.target_akhir_renstra == row.target for row in rows)
    assert made.catatan[0].startswith("Tahun 2025 dilompati")
    assert made.catatan[1].startswith("2026 adalah tahun terakhir Renstra")


@pytest.mark.parametrize(
    ("tahun", "period"), [(2027, (2027, 2029)), (2031, (2030, 2032)), (2023, (2021, 2023))]
)
def test_another_renstra_period(tahun: int, period: tuple[int, int], unit_kecil: Path) -> None:
    shutil.rmtree(unit_kecil / "2023")
    made = create_year(unit_kecil, tahun, 2024)
    data = load_year(tahun, unit_kecil)
    assert (data.identitas.renstra_awal, data.identitas.renstra_akhir) == period
    assert data.identitas.tujuan_renstra == ""
    assert [row.target_akhir_renstra for row in data[Iku]] == [None, None, None]
    assert [row.target for row in data[Iku]] == [None, None, None], (
        "an old final target is no target of the new period"
    )
    assert "renstra" not in data.missing and not data[Renstra], "emptied, and there to be filled"
    moved = f"Periode Renstra digeser menjadi {period[0]}-{period[1]}"
    assert made.catatan[tahun > 2025].startswith(moved)


def test_a_year_made_from_a_blank_year(unit_kecil: Path) -> None:
    first = create_year(unit_kecil, 2025, 2024)
    create_year(unit_kecil, 2026, 2025)
    compute_results(load_year(2026, unit_kecil))
    assert find_source(unit_kecil, 2027) == 2026
    assert first.folder.exists()


def test_what_was_acknowledged_for_good_comes_along(unit_kecil: Path) -> None:
    path = unit_kecil / "2024" / "pengakuan.csv"
    lasting = "K83;P2;program P2 nama = Dua;memang sama;Camat;seterusnya;Namanya sama."
    path.write_text(f"{path.read_text(encoding='utf-8')}{lasting}\n", encoding="utf-8")
    made = create_year(unit_kecil, 2025, 2024)
    assert "pengakuan.csv" in made.files
    text = (unit_kecil / "2025" / "pengakuan.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1:] == [lasting]


def test_recommendations_and_acknowledgements_start_anew(unit_kecil: Path) -> None:
    made = create_year(unit_kecil, 2025, 2024)
    assert (unit_kecil / "2025" / "tindak_lanjut.csv").read_text(encoding="utf-8-sig").count(
        "\n"
    ) == 1
    assert "pengakuan.csv" not in made.files
    assert [row.jawaban for row in load_year(2025, unit_kecil)[PenilaianMandiri]] == [""]


def test_a_typed_year_is_named_for_review(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/narasi.csv", 2, "teks", "Laporan tahun 2024.")
    set_cell(unit_kecil, "2024/narasi.csv", 14, "teks", "Hambatan tahun 2024.")  # blanked anyway
    made = create_year(unit_kecil, 2025, 2024)
    assert (
        "2025/narasi.csv: 1 teks masih menyebut 2024; periksa apakah perlu diperbarui."
        in made.catatan
    )


def test_a_text_that_a_spreadsheet_would_run_is_guarded(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/narasi.csv", 2, "teks", "-rapat lanjutan")
    create_year(unit_kecil, 2025, 2024)
    assert "kata_pengantar;1;paragraf;;;'-rapat lanjutan\n" in (
        unit_kecil / "2025" / "narasi.csv"
    ).read_text(encoding="utf-8")
    assert load_year(2025, unit_kecil)[Narasi].rows[0].teks == "-rapat lanjutan"
    create_year(unit_kecil, 2026, 2025)
    assert "''" not in (unit_kecil / "2026" / "narasi.csv").read_text(encoding="utf-8")


def refused(root: Path, tahun: int, source: int) -> str:
    """Message of a refused call, which must leave everything as it was."""
    before = digests(root)
    with pytest.raises(CallError) as error:
        create_year(root, tahun, source)
    assert digests(root) == before
    return str(error.value).replace(str(root), "DATA")


def test_nothing_is_ever_overwritten(unit_kecil: Path) -> None:
    (unit_kecil / "2025").mkdir()
    (unit_kecil / "2025" / "iku.csv").write_text("kode_iku\n", encoding="utf-8")
    assert refused(unit_kecil, 2025, 2024) == (
        "Data tahun 2025 sudah ada di DATA/2025 dan tidak ditimpa.\n"
        "  isinya    : iku.csv\n"
        "  perbaikan : lanjutkan mengisi folder itu, "
        "atau pindahkan dahulu bila ingin membuat yang baru"
    )


def test_a_file_in_the_folders_place_is_not_overwritten(unit_kecil: Path) -> None:
    (unit_kecil / "2025").write_text("", encoding="utf-8")
    assert "sudah ada" in refused(unit_kecil, 2025, 2024)


def test_an_empty_folder_is_used(unit_kecil: Path) -> None:
    (unit_kecil / "2025").mkdir()
    assert (create_year(unit_kecil, 2025, 2024).folder / "iku.csv").exists()


def test_an_unknown_source_is_refused(unit_kecil: Path) -> None:
    assert refused(unit_kecil, 2025, 2042) == (
        "Tidak ada data untuk tahun sumber 2042 di DATA.\n"
        "  tahun yang ada : 2022, 2023, 2024\n"
        "  perbaikan      : maksud Anda 2024?"
    )
    assert "tahun yang ada : tidak ada" in refused(unit_kecil / "2022", 2025, 2024)


def test_the_same_year_is_refused(unit_kecil: Path) -> None:
    assert refused(unit_kecil, 2024, 2024) == (
        "Tahun baru dan tahun sumber sama: 2024.\n"
        "  perbaikan : maksud Anda 'lkjip new-year 2025 --from 2024 --data \"DATA\"'?"
    )


@pytest.mark.parametrize(
    ("tahun", "guess"), [(2052, 2025), (25, 2025), (2205, 2025), (20025, 2025), (-2025, 2025)]
)
def test_an_implausible_year_is_refused(tahun: int, guess: int, unit_kecil: Path) -> None:
    assert refused(unit_kecil, tahun, 2024) == (
        f"Tahun {tahun} tidak masuk akal untuk data yang diturunkan dari 2024.\n"
        "  diizinkan : 2014 sampai 2034\n"
        f"  perbaikan : maksud Anda {guess}?"
    )


def test_an_unsound_source_is_refused_with_its_faults(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "tujuh puluh")
    before = digests(unit_kecil)
    with pytest.raises(DataError, match=r"2024/iku\.csv, baris 2, kolom realisasi"):
        create_year(unit_kecil, 2025, 2024)
    assert digests(unit_kecil) == before


def test_a_failure_half_way_leaves_nothing(
    unit_kecil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path, files: dict[str, bytes]) -> None:
        for name in files:
            folder.mkdir(exist_ok=True)
            (folder / name).write_text("setengah", encoding="utf-8")
            if name == "program.csv":
                raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_year, "write_files", fail)
    message = refused(unit_kecil, 2025, 2024)
    assert "DATA/2025 (ruang penyimpanan penuh)" in message and "kosongkan ruang" in message
    assert not (unit_kecil / "2025").exists()
    assert not list(unit_kecil.glob(".baru-*"))


def test_the_source_is_found(unit_kecil: Path) -> None:
    assert find_source(unit_kecil, 2025) == 2024
    assert find_source(unit_kecil, 2021) == 2024, "2022 and 2023 hold only history"
    with pytest.raises(CallError, match="Tidak ada tahun dengan data lengkap"):
        find_source(unit_kecil, 2024)
