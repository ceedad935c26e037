"""One changed cell changes every place; texts come out as typed; a failed build harms nothing."""

import json
import re

import pytest
from finished import LITERAL, copy_data, edit, texts
from unit_kecil import SOURCE

from lkjip_analysis import paths
from lkjip_analysis.building.build import build
from lkjip_analysis.building.notebooks import NotebookError, execute_notebook
from lkjip_analysis.building.request import Request
from lkjip_analysis.exceptions import CallError, DataError, LkjipError
from lkjip_analysis.presentation import charts
from lkjip_analysis.results import load_results

pytestmark = pytest.mark.lambat

LITERAL_PARTS = (
    "<script>alert(1)</script>",
    "& #1 $5 _u_ *b* @x |p|",
    "{{< var tahun >}}",
    "{apa}",
    "a--b c... [^1]",
    "\\n",
)


def test_one_realisation_changes_everything(changed_report):
    """78 of 80 is 97,5%: short of the target, and below last year's 78,5."""
    records = {
        r["kunci"]: r
        for r in json.loads((changed_report.folder / "hasil.json").read_text(encoding="utf-8"))
    }
    assert records["iku.AKIP.capaian"]["nilai"] == pytest.approx(97.5)
    for form, text in texts(changed_report).items():
        assert "97,50%" in text, form
        # before: 84 of 80, and the mean of 105, 125 and 105
        assert "111,67%" not in text, form
        assert "belum mencapai target" in text, form
        assert "turun 0,50" in text, form
    notebook = changed_report.folder / "notebooks" / "capaian.ipynb"
    shown = _alt(json.loads(notebook.read_text(encoding="utf-8")), "fig-capaian-iku")
    before = charts.capaian_iku(load_results(2024, SOURCE)).alt
    assert "Nilai AKIP 105,00% (▲\u00a0melampaui)" in before
    assert "Nilai AKIP 97,50%‡ (▼\u00a0belum tercapai)" in shown  # a text says otherwise


def _alt(notebook, label):
    for cell in notebook["cells"]:
        if f"label: {label}" in "".join(cell["source"]).replace('"', ""):
            return "".join(cell["outputs"][-1]["data"]["text/plain"])
    raise AssertionError(label)


def test_text_comes_out_literally(changed_report):
    for form, text in texts(changed_report).items():
        flat = re.sub(r"\s+", "", text)
        for part in LITERAL_PARTS:
            assert flat.count(re.sub(r"\s+", "", part)) >= 3, (form, part)
    for page in changed_report.folder.glob("*.html"):
        assert "<script>alert" not in page.read_text(encoding="utf-8")
    assert "😀" in LITERAL and "😀" in texts(changed_report)["docx"]


@pytest.fixture
def old_output(tmp_path):
    output = tmp_path / "hasil" / "2024"
    output.mkdir(parents=True)
    (output / "index.html").write_text("laporan lama", encoding="utf-8")
    (output / "hasil.json").write_text("[]", encoding="utf-8")
    return output


def assert_whole(output):
    assert [path.name for path in output.parent.iterdir()] == ["2024"]
    assert (output / "index.html").read_text(encoding="utf-8") == "laporan lama"


def test_broken_data_leaves_the_old_output(tmp_path, old_output):
    data = copy_data(tmp_path / "data", SOURCE)
    edit(data / "2024" / "iku.csv", ";84;", ";delapan puluh;")
    with pytest.raises(DataError, match=r"2024/iku\.csv, baris 2, kolom realisasi"):
        build(Request(2024, data, old_output, renderer="pandoc"))
    assert_whole(old_output)


def test_failing_notebook_leaves_the_old_output(tmp_path, old_output, monkeypatch):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    source = (paths.NOTEBOOKS / "anggaran.ipynb").read_text(encoding="utf-8")
    (folder / "anggaran.ipynb").write_text(
        source.replace("tables.alokasi_sasaran", "tables.tidak_ada"), encoding="utf-8"
    )
    monkeypatch.setattr(paths, "NOTEBOOKS", folder)
    with pytest.raises(NotebookError, match=r"anggaran\.ipynb berhenti pada sel ke-\d+"):
        build(Request(2024, SOURCE, old_output, renderer="pandoc"))
    assert_whole(old_output)


def test_a_slip_in_the_narrative_is_told_as_a_fault_of_the_data(tmp_path, old_output):
    data = copy_data(tmp_path / "data", SOURCE)
    edit(
        data / "2024" / "narasi.csv", "renja;1;paragraf;;;", "renja;1;paragraf;;;{identitas.pemda} "
    )
    with pytest.raises(NotebookError) as told:
        build(Request(2024, data, old_output, renderer="pandoc"))
    assert str(told.value).startswith("Ditemukan 1 masalah pada data:\n2024/narasi.csv, baris")
    assert_whole(old_output)


def test_failing_renderer_leaves_the_old_output(old_output, monkeypatch, tmp_path):
    empty = tmp_path / "tanpa notebook"
    empty.mkdir()
    monkeypatch.setattr(paths, "NOTEBOOKS", empty)
    with pytest.raises(LkjipError, match="notebook"):
        build(Request(2024, copy_data(tmp_path / "data", SOURCE), old_output, renderer="pandoc"))
    assert_whole(old_output)


def test_unknown_year_and_parameter_are_clear():
    with pytest.raises(CallError, match="Tidak ada data untuk tahun 1999"):
        build(Request(1999, SOURCE, paths.OUTPUT / "1999"))
    with pytest.raises(CallError, match="tidak mengenal parameter tahunn"):
        execute_notebook(
            paths.NOTEBOOKS / "capaian.ipynb", paths.BUILD / "x.ipynb", {"tahunn": 2024}
        )
