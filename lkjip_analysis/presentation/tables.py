"""x"""
from lkjip_analysis.presentation.output import Column, Row, TableOutput, angka, make_table, text
from lkjip_analysis.results import Results, slug
from lkjip_analysis.data.validation import frame_rows
def capaian_iku(hasil: Results) -> TableOutput:
    columns = [
        Column("Sasaran Strategis", 30), Column("Indikator Kinerja", 30),
        Column("Target", 12, "right", "K & <x>"), Column("Realisasi", 12, "right", "K & <x>"), Column("Capaian", 16, "right"),
    ]
    goals = dict(zip(hasil.data["sasaran"]["kode_sasaran"], hasil.data["sasaran"]["sasaran"]))
    rows = []
    for _, row in frame_rows(hasil.data["iku"]):
        key = f"iku.{slug(row['kode_iku'])}"
        rows.append(Row([text(goals.get(row["kode_sasaran"])), text(row["indikator"]), *(angka(hasil[f"{key}.{f}"]) for f in ("target", "realisasi", "capaian"))], data={"kode":"x"}))
    rows.append(Row(["Rata-rata", "a &lt;script&gt; &amp;amp;", "", "", angka(hasil["rata_rata.capaian_iku"])], "jumlah"))
    return make_table("capaian-iku", columns, rows, notes=["Capaian = realisasi"])
