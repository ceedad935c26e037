"""Figures by entity: the names people write, what a misspelt one says, and keys that only grow."""

from __future__ import annotations

import ast
import copy
import csv
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from unit_kecil import SOURCE

import lkjip_analysis
from lkjip_analysis import paths
from lkjip_analysis.data.schemas import Iku
from lkjip_analysis.exceptions import LkjipError, NoNumberError
from lkjip_analysis.results import Results, catalogue, keys, load_results
from lkjip_analysis.results.difference import compare

FROZEN = Path(__file__).with_name("kunci.csv")
UNITS = {"kecil": SOURCE, "dinas": paths.PROJECT / "examples" / "dinas"}


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, SOURCE)


@pytest.mark.parametrize(
    ("expression", "kunci"),
    [
        ('iku["AKIP"].capaian', "iku.AKIP.capaian"),
        ('iku["AKIP"].riwayat[2023]', "iku.AKIP.riwayat.2023"),
        ('iku["AKIP"].lalu.capaian', "iku_lalu.AKIP.capaian"),
        ('iku["WAKTU"].realisasi', "iku.WAKTU.realisasi"),
        ('program["P1.K1"].pagu', "program.P1-K1.pagu"),
        ('indikator["P1.K1", 1].capaian', "indikator.P1-K1.1.capaian"),
        ('indikator["P1.K1.1"].capaian', "indikator.P1-K1.1.capaian"),
        ('program["P1.K1"].indikator[0].target', "indikator.P1-K1.1.target"),
        ('indikator_lalu["P1", 1].capaian', "indikator_lalu.P1.1.capaian"),
        ("anggaran.silpa", "anggaran.silpa"),
        ("anggaran.lalu.serapan", "anggaran_lalu.serapan"),
        ('sasaran["S1"].status', "sasaran.S1.status"),
        ('sdm["AKIP"].ketersediaan', "sdm.AKIP.ketersediaan"),
        ("sarpras[1].kekurangan", "sarpras.1.kekurangan"),
        ("evaluasi[1].nilai", "evaluasi.1.nilai"),
        ("rata_rata.capaian_iku", "rata_rata.capaian_iku"),
        ('rata_rata.capaian_tingkat["kegiatan"]', "rata_rata.capaian_kegiatan"),
        ('jumlah.iku_status["melebihi"]', "jumlah.iku_melebihi"),
        ("terendah.komponen_evaluasi", "terendah.komponen_evaluasi"),
        ("perubahan.serapan", "perubahan.serapan"),
    ],
)
def test_an_attribute_is_the_figure_of_its_key(hasil: Results, expression: str, kunci: str) -> None:
    assert eval(f"hasil.{expression}", {"hasil": hasil}) is hasil.figures[kunci]


def test_a_figure_knows_its_value_unit_formula_and_cells(hasil: Results) -> None:
    capaian = hasil.iku["AKIP"].capaian
    assert float(capaian) == float(hasil["iku.AKIP.realisasi"]) / 80 * 100
    assert (capaian.satuan, capaian.rumus) == ("persen", "realisasi ÷ target × 100")
    assert {cell.kolom for cell in capaian.masukan} == {"target", "realisasi"}


def test_entities_come_in_the_order_of_the_data_with_their_row(hasil: Results) -> None:
    rows = hasil.data[Iku]
    codes = [row.kode_iku for row in rows]
    assert [iku.kode for iku in hasil.iku] == codes
    assert [iku.row for iku in hasil.iku] == list(rows)
    assert [iku.nama for iku in hasil.iku] == [row.indikator for row in rows]
    assert len(hasil.iku) == len(rows)
    assert "AKIP" in hasil.iku and "AKIPP" not in hasil.iku
    assert [iku.kode for goal in hasil.sasaran for iku in goal.iku] == codes


def test_every_entity_has_a_name_from_its_row(hasil: Results) -> None:
    kinds: tuple[tuple[Any, str], ...] = (
        (hasil.iku, "indikator"), (hasil.komponen, "komponen"), (hasil.sasaran, "sasaran"),
        (hasil.program, "nama"), (hasil.program_lalu, "nama"), (hasil.renstra, "nama"),
        (hasil.indikator, "indikator"), (hasil.indikator_lalu, "indikator"),
        (hasil.sarpras, "uraian"), (hasil.evaluasi, "komponen"),
    )  # fmt: skip
    for every, kolom in kinds:
        for one in every:
            assert one.nama and one.nama == one.row[kolom]
    assert [one.nama for one in hasil.sdm] == [hasil.iku[one.kode].nama for one in hasil.sdm]


def test_a_figure_that_this_year_has_not_got_is_unknown(hasil: Results) -> None:
    figure = hasil.iku["WAKTU"].predikat
    assert figure.kunci not in hasil.figures
    assert (figure.known, figure.tampil, figure.rumus) == (False, "–", "")
    with pytest.raises(NoNumberError, match=r"iku\.WAKTU\.predikat: belum tersedia"):
        float(figure)
    with pytest.raises(NoNumberError, match=r'nilainya "melebihi", bukan bilangan'):
        float(hasil["iku.AKIP.status"])


@pytest.mark.parametrize(
    ("expression", "kind", "said"),
    [
        ('iku["AKIP"].capian', AttributeError,
         'IKU tidak mempunyai "capian"; maksud Anda "capaian"?'),
        ("anggaran.serapn", AttributeError,
         'anggaran tidak mempunyai "serapn"; maksud Anda "serapan"?'),
        ('iku["AKIP"].lalu.interpretasi', AttributeError,
         'IKU tahun lalu tidak mempunyai "interpretasi".'),
        ('program_lalu["P1"].serapan', AttributeError,
         'program tahun lalu tidak mempunyai "serapan".'),
        ('iku["AKIPP"]', KeyError, 'IKU "AKIPP" tidak ada; maksud Anda "AKIP"?'),
        ('iku["XYZ"]', KeyError, 'IKU "XYZ" tidak ada.'),
        ('program["P1K1"]', KeyError, 'program "P1K1" tidak ada; maksud Anda "P1.K1"?'),
        ('jumlah.iku_status["lebih"]', KeyError,
         'IKU yang berstatus itu: "lebih" tidak ada; maksud Anda "melebihi"?'),
        ('get("iku.AKIP.capian")', KeyError,
         'Angka "iku.AKIP.capian" tidak ada; maksud Anda "iku.AKIP.capaian"?'),
        ('get("iku.AKIPP.capaian")', KeyError,
         'Angka "iku.AKIPP.capaian" tidak ada; maksud Anda "iku.AKIP.capaian"?'),
        ('__getitem__("anggaran.serapn")', KeyError,
         'Angka "anggaran.serapn" tidak ada; maksud Anda "anggaran.serapan"?'),
    ],
)  # fmt: skip
def test_a_misspelt_name_names_the_nearest(
    hasil: Results, expression: str, kind: type[Exception], said: str
) -> None:
    with pytest.raises(kind) as caught:
        eval(f"hasil.{expression}", {"hasil": hasil})
    assert isinstance(caught.value, LkjipError)
    assert str(caught.value) == said


def test_get_gives_none_only_for_what_could_be_there(hasil: Results) -> None:
    assert hasil.get("iku.WAKTU.predikat") is None
    assert hasil.get("iku_lalu.WAKTU.target_predikat") is None
    assert hasil.get("perubahan.kemajuan") is hasil.perubahan.kemajuan
    assert hasil.get("iku.AKIP.capaian") is hasil.iku["AKIP"].capaian


def test_entities_can_be_copied_and_stored(hasil: Results) -> None:
    assert copy.copy(hasil.iku["AKIP"]).capaian is hasil.iku["AKIP"].capaian
    again = pickle.loads(pickle.dumps(hasil))
    assert again.iku["AKIP"].capaian == hasil.iku["AKIP"].capaian


HEADS = {pattern.kunci.partition(".")[0] for pattern in keys.patterns()}
"""What a key begins with."""


def test_keys_are_spelt_in_one_module_only() -> None:
    """No text of the program begins like a key and goes on like one, but for ``keys.py``."""
    spelt = re.compile(rf"(?:{'|'.join(HEADS)})\.(?:$|[a-z<].*)")
    begun = re.compile(rf"[\"'}}](?:{'|'.join(HEADS)})\.")  # most files need not be parsed
    found = []
    for path in Path(lkjip_analysis.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if not begun.search(text):
            continue
        tree = ast.parse(text)
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            said = node.value if isinstance(node, ast.Constant) else None
            if not isinstance(said, str) or id(node) in docs or not spelt.fullmatch(said):
                continue
            if path.parent.name != "data" and not said.endswith((".csv", ".xlsx")):
                found.append(f"{path.name}:{node.lineno}: {said}")
    assert [place for place in found if not place.startswith("keys.py")] == []
    assert found, "the search finds nothing at all"


def frozen() -> dict[str, dict[str, str]]:
    with FROZEN.open(encoding="utf-8") as file:
        return {row["kunci"]: row for row in csv.DictReader(file, delimiter=";")}


def test_no_key_goes_and_none_changes_its_unit() -> None:
    """Keys are only added: a new one gets a line, with the next edition, in ``kunci.csv``."""
    now = {p.kunci: (p.satuan, str(p.angka.sejak)) for p in keys.patterns()}
    then = {key: (row["satuan"], row["sejak"]) for key, row in frozen().items()}
    assert {key: now.get(key) for key in then} == then
    assert list(then) == list(now), "tambahkan kunci baru ke tests/results/kunci.csv"


@pytest.mark.parametrize("unit", UNITS)
def test_every_figure_is_declared_with_its_unit(unit: str) -> None:
    for figure in load_results(2024, UNITS[unit]):
        pattern = keys.pattern_of(figure.kunci)
        assert pattern is not None, figure.kunci
        if not pattern.satuan.startswith("satuan "):  # else the data or the unit's choice say it
            assert figure.satuan == pattern.satuan, figure.kunci


def test_every_key_fits_one_pattern_only(hasil: Results) -> None:
    for figure in hasil:
        assert sum(pattern.fits(figure.kunci) for pattern in keys.patterns()) == 1, figure.kunci


def test_the_document_is_fresh() -> None:
    text = paths.KEYS.read_text(encoding="utf-8")
    assert text == catalogue.keys_document(), "python -m lkjip_analysis.results.catalogue"


def test_figures_of_a_newer_program_are_newly_computed(hasil: Results) -> None:
    """An old ``hasil.json`` lacks what its program did not know; a lost file is another matter."""
    new = hasil.as_records()
    old = [r for r in new if keys.edition_of(r["kunci"]) < 2 and r["kunci"] != "sdm.AKIP.kebutuhan"]
    kinds: dict[str, Any] = {change.kunci: change.jenis for change in compare(old, new)}
    assert kinds.pop("sdm.AKIP.kebutuhan") == "baru"
    assert "gabungan.ketersediaan_sdm" in kinds
    assert set(kinds.values()) == {"baru dihitung"}
    assert {change.jenis for change in compare(new, old)} == {"hilang"}


def test_an_entity_of_several_codes_is_asked_for_by_them(unit_kecil: Path) -> None:
    held = load_results(2024, unit_kecil).indikator
    assert ("P1.K1", 1) in held and ("P1.K1", 9) not in held
    assert held.get(("P1.K1", 1)) is held["P1.K1", 1]
    assert held.get(("P1.K1", 9)) is None
