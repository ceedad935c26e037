"""The year before, like for like: worked by hand from the example dinas; and without it."""

from __future__ import annotations

import csv
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from lkjip_analysis.paths import PROJECT
from lkjip_analysis.presentation.narrative import kartu_kinerja
from lkjip_analysis.results import load_results

DINAS = PROJECT / "examples" / "dinas"


@pytest.fixture
def dinas(tmp_path: Path) -> Path:
    """Root of a copy of the example, free to be changed."""
    return shutil.copytree(DINAS, tmp_path / "dinas")


def test_mean_of_last_year_has_the_weights_of_this_year() -> None:
    hasil = load_results(2024, DINAS)
    # 10/9,1 | 28/30 | 79,2/78 | 3/3 | 72,1/69 in percent, with weights 30, 20, 25, 10, 15
    parts = [(Decimal(1000) / Decimal("9.1"), 30), (Decimal(2800) / 30, 20),
             (Decimal(7920) / 78, 25), (Decimal(100), 10), (Decimal(7210) / 69, 15)]  # fmt: skip
    expected = sum(value * weight for value, weight in parts) / 100
    assert round(hasil["rata_rata_lalu.capaian_iku"].number, 6) == round(expected, 6)
    now = hasil["rata_rata.capaian_iku"].number
    assert hasil["perubahan.capaian_iku"].number == now - hasil["rata_rata_lalu.capaian_iku"].number


def test_money_of_last_year_is_rolled_up() -> None:
    hasil = load_results(2024, DINAS)
    pagu, used = (hasil[f"anggaran_lalu.{name}"].number for name in ("pagu", "realisasi"))
    assert hasil["anggaran_lalu.silpa"].number == pagu - used
    assert hasil["perubahan.silpa"].number == hasil["anggaran.silpa"].number - (pagu - used)


def test_an_iku_without_last_year_leaves_no_mean(dinas: Path) -> None:
    file = dinas / "2023" / "iku.csv"
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    kept = [line for line in lines if not line.startswith("TANGGAP")]
    file.write_text("\n".join(kept) + "\n", encoding="utf-8-sig")
    hasil = load_results(2024, dinas)
    assert not hasil["perubahan.capaian_iku"].known
    assert "TANGGAP tidak ada di 2023/iku.csv" in hasil["perubahan.capaian_iku"].alasan


def cards(root: Path) -> list[str]:
    markup = kartu_kinerja(load_results(2024, root)).markdown
    return [line for line in markup.splitlines() if line.startswith("<a")]


def said(card: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", card).split())


def test_cards_say_what_changed_and_in_which_direction() -> None:
    iku, akip, money, silpa, items, renstra = cards(DINAS)
    assert 'kartu-ubah turun buruk">turun ' in money
    assert said(renstra).startswith("IKU mencapai target akhir Renstra 2026 0 dari 5 ▼ 5 belum")
    assert said(iku) == "IKU mencapai target 4 dari 5 ▼ 1 belum tercapai"
    assert 'kartu-ubah turun buruk">turun 0,75 dari' in akip
    assert 'kartu-ubah naik">naik Rp476.027.342' in silpa  # neither good nor bad
    # by hand: 2.15.02 no. 2, 2.15.05 and 2.15.06 fell short, of eight
    assert said(items) == "Indikator program mencapai target 5 dari 8 ▼ 3 belum tercapai"


def test_without_a_year_before_every_card_says_so(dinas: Path) -> None:
    for year in ("2022", "2023"):
        shutil.rmtree(dinas / year)
    shown = cards(dinas)
    assert len(shown) == 6
    compared = [card for card in shown if "pembanding tahun 2023 tidak tersedia" in card]
    assert [said(card).split()[0] for card in compared] == ["Nilai", "Serapan", "Sisa"]


def test_a_year_without_results_carries_none_of_last_year(dinas: Path) -> None:
    """What last year came to must not be read as this year's."""
    for file in ("komponen_iku", "evaluasi"):  # else realisations follow from them
        (dinas / "2024" / f"{file}.csv").unlink()
    for file, sign in (("iku", ";"), ("program", ",")):
        path = dinas / "2024" / f"{file}.csv"
        with path.open(encoding="utf-8-sig", newline="") as stream:
            head, *rows = csv.reader(stream, delimiter=sign)
        places = [place for place, name in enumerate(head) if name.startswith("realisasi")]
        blank = [["" if n in places else cell for n, cell in enumerate(row)] for row in rows]
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, delimiter=sign).writerows([head, *blank])
    keys = {figure.kunci for figure in load_results(2024, dinas)}
    assert "rata_rata_lalu.capaian_program" in keys  # its indicators are still there
    assert not any(key.startswith(("iku_lalu.", "anggaran_lalu.")) for key in keys)
    assert "pembanding tahun 2023 tidak tersedia" in cards(dinas)[2]
