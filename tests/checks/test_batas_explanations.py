"""What must be explained, and what counts as an explanation."""

from __future__ import annotations

import pytest
from kasus import look, narasi, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding
from lkjip_analysis.results import Results

ACTIONS = "kode;indikator;urutan;sebab;tindakan"
IKU = "kode_iku;indikator;satuan;polaritas;target;realisasi"


def explained(
    *texts: tuple[str, str, str], target: str = "10", real: str = "9", polarity: str = "naik",
    past: str = "", name: str = "Indeks mutu",
) -> Results:  # fmt: skip
    """Make a unit of two IKU, the second (MUTU) with these values and told of in these texts."""
    row = f"MUTU;{name};indeks;{polarity}"
    return unit(
        iku=f"{IKU}\nLAIN;Nilai lain;nilai;naik;5;5\n{row};{target};{real}",
        narasi=narasi(*texts),
        past={2023: {"iku": f"{IKU}\n{row};;{past}"}} if past else {},
    )


CAUSE, STEP = "penyebabnya (faktor_penghambat atau", "langkahnya (solusi atau"


@pytest.mark.parametrize(
    ("section", "lacking"),
    [
        ("faktor_penghambat", [STEP]),
        ("rincian_capaian", [STEP]),
        ("solusi", [CAUSE]),
        ("upaya_perbaikan", [CAUSE]),
        ("analisis", [CAUSE, STEP]),
    ],
)
def test_missed_target_needs_cause_and_step(section: str, lacking: list[str]) -> None:
    found = look("K77", explained((section, "MUTU", "Petugas berganti.")))
    assert [(f.baris, f.kolom) for f in found] == [(3, "realisasi")]
    assert [word for word in (CAUSE, STEP) if word in found[0].pesan] == lacking


BOTH = (("faktor_penghambat", "Petugas berganti."), ("solusi", "Petugas dilatih."))


@pytest.mark.parametrize(
    ("code", "named", "seen"),
    [
        ("MUTU", "", False),
        ("", "MUTU: ", False),
        ("", "Indeks mutu: ", False),
        ("LAIN", "", True),
        ("", "", True),
    ],
)
def test_a_text_explains_the_indicator_it_names(code: str, named: str, seen: bool) -> None:
    texts = [(section, code, named + text) for section, text in BOTH]
    assert places("K77", explained(*texts)) == ([(3, "realisasi")] if seen else [])


@pytest.mark.parametrize(
    ("target", "real", "polarity", "seen"),
    [
        ("10", "9,99", "naik", True),
        ("10", "10", "naik", False),
        ("10", "11", "naik", False),
        ("10", "10,01", "turun", True),
        ("10", "10", "turun", False),
        ("10", "", "naik", False),
    ],
)
def test_only_missed_targets_need_it(target: str, real: str, polarity: str, seen: bool) -> None:
    hasil = explained(target=target, real=real, polarity=polarity)
    assert bool(look("K77", hasil)) is seen


@pytest.mark.parametrize(
    ("past", "real", "polarity", "seen"),
    [
        ("9", "9", "naik", False),
        ("9,01", "9", "naik", True),
        ("8", "9", "naik", False),
        ("9", "9", "turun", False),
        ("8,9", "9", "turun", True),
        ("10", "9", "turun", False),
        ("0", "9", "turun", True),
        ("", "9", "naik", False),
        ("9", "", "naik", False),
    ],
)
def test_setback(past: str, real: str, polarity: str, seen: bool) -> None:
    found = look("K79", explained(target="1", real=real, polarity=polarity, past=past))
    assert [(f.baris, f.kolom, len(f.sel)) for f in found] == (
        [(3, "realisasi", 2)] if seen else []
    )


@pytest.mark.parametrize(
    ("section", "seen"),
    [
        ("rincian_perbandingan", False),
        ("rincian_capaian", False),
        ("faktor_penghambat", False),
        ("analisis", False),
        ("solusi", True),
        ("kesimpulan", True),
    ],
)
@pytest.mark.parametrize(("code", "text"), [("MUTU", "Turun."), ("", "Indeks mutu turun.")])
def test_setback_told_of(section: str, seen: bool, code: str, text: str) -> None:
    assert bool(look("K79", explained((section, code, text), real="8", past="9"))) is seen


def test_setback_told_of_elsewhere() -> None:
    hasil = explained(("analisis", "LAIN", "Turun karena hujan."), real="8", past="9")
    assert places("K79", hasil) == [(3, "realisasi")]


def fell_short(
    text: str,
    *items: str,
    section: str = "faktor_penghambat",
    step: str | None = None,
    actions: str = "",
) -> list[Finding]:
    """Try a text on causes over programme indicators: code, name, target and realisation.

    ``step`` is the text on what is done about them; by default it names them all.
    """
    header = "kode;urutan;indikator;satuan;polaritas;target;realisasi"
    rows = [item.split(";") for item in items]
    lines = [f"{code};1;{name};nilai;naik;{end}" for code, name, *rest in rows
             for end in [";".join(rest)]]  # fmt: skip
    tree = ["P1;;program;Satu", "P1.K1;P1;kegiatan;Dua", "P2;;program;Tiga"]
    return look(
        "K84",
        unit(
            program="\n".join(["kode;induk;tingkat;nama", *tree]),
            indikator_program="\n".join([header, *lines]),
            narasi=narasi(
                (section, "", text),
                ("solusi", "", " ".join(name for _, name, *_ in rows) if step is None else step),
            ),
            sebab_tindakan=f"{ACTIONS}\n{actions}",
            facts={"nama_unit": "Dinas Sukamaju", "tempat": "Sukamaju"},
        ),
    )


@pytest.mark.parametrize(
    ("real", "seen"), [("99,99", True), ("100", False), ("101", False), ("", False), ("0", True)]
)
def test_only_programmes_that_fell_short(real: str, seen: bool) -> None:
    found = fell_short("Hujan.", f"P1;Pelayanan terpadu perizinan;100;{real}")
    assert [(f.baris, f.kolom) for f in found] == ([(2, "realisasi")] if seen else [])


@pytest.mark.parametrize(
    ("text", "section", "seen"),
    [
        ("Pelayanan terpadu perizinan terkendala.", "faktor_penghambat", False),
        ("Pelayanan terpadu perizinan terkendala.", "analisis", False),
        ("Pelayanan terpadu perizinan terkendala.", "analisis_program", False),
        ("Pelayanan terpadu perizinan terkendala.", "solusi", True),
        ("PELAYANAN dan perizinan terkendala.", "faktor_penghambat", False),  # two of three words
        ("Perizinan terkendala.", "faktor_penghambat", True),  # one of three
        ("Hujan.", "faktor_penghambat", True),
    ],
)
def test_words_that_tell_of_a_programme(text: str, section: str, seen: bool) -> None:
    found = fell_short(text, "P1;Persentase pelayanan terpadu perizinan;100;90", section=section)
    assert bool(found) is seen


@pytest.mark.parametrize(("told_words", "seen"), [(3, False), (2, True)])
def test_three_of_five_words_are_enough(told_words: int, seen: bool) -> None:
    words = ["angkutan", "sungai", "nelayan", "pesisir", "selatan"]
    found = fell_short(f"{' '.join(words[:told_words])} terganggu.", f"P1;{' '.join(words)};9;8")
    assert bool(found) is seen


def test_words_of_two_indicators_name_neither() -> None:
    items = ("P1;Layanan perizinan daring;9;8", "P2;Layanan perizinan keliling;9;8")
    found = fell_short("Layanan perizinan daring lambat.", *items)
    assert [f.baris for f in found] == [3]
    alike = ("P1;Layanan perizinan;9;8", "P2;Layanan perizinan;9;8")
    assert fell_short("Layanan perizinan lambat.", *alike) == []  # no word is its own


def test_words_that_name_nothing_are_left_out() -> None:
    plain = (
        "Persentase jumlah nilai indeks rata yang untuk dengan pada oleh dari hasil kecamatan "
        "dinas badan kinerja capaian daerah program perizinan Sukamaju"
    )
    assert fell_short("Perizinan terkendala.", f"P1;{plain};9;8") == []
    assert fell_short("Hujan.", "P1;Nilai kinerja dinas Sukamaju;9;8") == []  # no word of its own
    assert fell_short("Bersih.", "P1;Air bersih;9;8") == []  # three letters say too little
    assert len(fell_short("Bersih.", "P1;Kota bersih;9;8")) == 1


def test_only_the_programmes_own_indicators() -> None:
    found = fell_short("Hujan.", "P1.K1;Layanan perizinan;9;8", "P2;Gotong royong;9;8")
    assert [f.baris for f in found] == [3]


@pytest.mark.parametrize(
    ("actions", "lacking"),
    [
        ("P1;;1;Hujan;Tenda", ""),
        ("P1;1;1;Hujan;Tenda", ""),
        ("P1;;1;Hujan;\nP1;;2;;Tenda", ""),  # one row tells the cause, another the remedy
        ("P1;;1;Hujan;", "langkah"),
        ("P1;;1;;Tenda", "penyebab"),
        ("P1;;1;;", "penyebab dan langkah"),
        ("P1;2;1;Hujan;Tenda", "penyebab dan langkah"),
        ("P2;;1;Hujan;Tenda", "penyebab dan langkah"),
        ("", "penyebab dan langkah"),
    ],
)
def test_causes_and_actions_have_a_file(actions: str, lacking: str) -> None:
    found = fell_short("", "P1;Layanan perizinan;9;8", step="", actions=actions)
    said = "tidak disebut di bagian "
    assert [f.pesan.partition(said)[2] for f in found] == [lacking] * bool(lacking)
    assert all(f.keparahan == "peringatan" for f in found)


@pytest.mark.parametrize(
    ("section", "seen"),
    [("solusi", False), ("upaya_perbaikan", False), ("langkah_ke_depan", False), ("iku", True)],
)
def test_texts_that_tell_what_is_done(section: str, seen: bool) -> None:
    item, cause = "P1;Layanan perizinan;9;8", "P1;;1;Hujan;"
    found = fell_short("Layanan perizinan dibenahi.", item, section=section, step="", actions=cause)
    assert bool(found) is seen


@pytest.mark.parametrize(
    ("cause", "action", "lacking"),
    [("Hujan", "Tenda", []), ("Hujan", "", [STEP]), ("", "Tenda", [CAUSE])],
)
def test_the_file_explains_an_iku(cause: str, action: str, lacking: list[str]) -> None:
    rows = f"{IKU}\nMUTU;Indeks mutu;indeks;naik;10;9"
    found = look("K77", unit(iku=rows, sebab_tindakan=f"{ACTIONS}\nMUTU;;1;{cause};{action}"))
    assert [w for f in found for w in (CAUSE, STEP) if w in f.pesan] == lacking


def with_action(row: str) -> Results:
    """Make a unit of the IKU MUTU and the indicators P1 number 1 and 2, with an action."""
    indicators = "kode;urutan;indikator;satuan;polaritas\nP1;1;Satu;buah;naik\nP1;2;Dua;buah;naik"
    return unit(
        iku=f"{IKU}\nMUTU;Indeks mutu;indeks;naik;1;1",
        program="kode;induk;tingkat;nama\nP1;;program;Satu",
        indikator_program=indicators,
        sebab_tindakan=f"kode;indikator;urutan;tindakan;batas_waktu\n{row}",
    )


@pytest.mark.parametrize(
    ("code", "number", "seen"),
    [
        ("MUTU", "", False),
        ("MUTU", "1", True),  # an IKU has no number
        ("P1", "", False),
        ("P1", "2", False),
        ("P1", "3", True),
        ("P9", "", True),
    ],
)
def test_an_action_for_an_unknown_indicator(code: str, number: str, seen: bool) -> None:
    found = look("K86", with_action(f"{code};{number};1;Tenda;"))
    assert [(f.baris, f.kolom, f.keparahan) for f in found] == [(2, "kode", "galat")] * seen


@pytest.mark.parametrize(
    ("code", "number", "meant"),
    [
        ("mutu", "", 'maksud Anda "MUTU"?'),
        ("p1", "2", 'maksud Anda "P1"?'),
        ("MUTU", "1", "pakai kode_iku"),
        ("P9", "", "pakai kode_iku"),  # another number is another programme
    ],
)
def test_the_indicator_that_was_meant_is_offered(code: str, number: str, meant: str) -> None:
    (found,) = look("K86", with_action(f"{code};{number};1;Tenda;"))
    assert found.saran.startswith(meant)


@pytest.mark.parametrize(
    ("day", "seen"), [("2023-12-31", True), ("2024-01-01", False), ("2025-06-30", False),
     ("2027-12-31", False), ("2028-01-01", True), ("31/05/2052", True)],
)  # fmt: skip
def test_a_deadline_before_the_year(day: str, seen: bool) -> None:
    found = look("K87", with_action(f"MUTU;;1;Tenda;{day}"))
    assert [(f.baris, f.kolom) for f in found] == [(2, "batas_waktu")] * seen


@pytest.mark.parametrize(
    ("remark", "real", "seen"),
    [
        ("Lelang gagal dua kali", "84", True),
        ("Lelang gagal dua kali", "80", False),
        ("Lelang gagal dua kali", "", False),
        ("Suku cadang terlambat datang", "90", True),
        ("Rehabilitasi tidak terlaksana", "84", True),
        ("Lelang sempat gagal, lalu terlaksana", "84", False),
        ("Tidak ada catatan", "84", False),
        ("", "84", False),
    ],
)
def test_a_remark_on_what_fell_short_and_the_figures(remark: str, real: str, seen: bool) -> None:
    header = "kode;urutan;indikator;satuan;polaritas;target;realisasi;keterangan"
    items = f"{header}\nP1.K1;1;Layanan perizinan;nilai;naik;84;{real};{remark}"
    tree = "kode;induk;tingkat;nama\nP1;;program;Satu\nP1.K1;P1;kegiatan;Dua"
    found = look("K84", unit(program=tree, indikator_program=items))
    assert [(f.baris, f.kolom) for f in found] == [(2, "realisasi")] * seen


CAUSED = "kode;indikator;urutan;sebab;tindakan"


@pytest.mark.parametrize(
    ("rows", "seen"),
    [
        ([], []),  # the unit tells causes in its texts alone
        (["MUTU;;1;Hujan;Tenda", "P1;1;1;Hujan;Tenda"], []),
        (["MUTU;;1;Hujan;Tenda"], ["indikator_program"]),
        (["P1;1;1;Hujan;Tenda"], ["iku"]),
        (["MUTU;;1;;Tenda", "P1;1;1;Hujan;Tenda"], ["iku"]),
        (["MUTU;;1;;Tenda", "P1;1;1;;Tenda"], []),  # no causes are told there at all
        (["P1;1;1;;Tenda"], []),  # actions on programmes alone
        (["MUTU;;1;;Tenda"], []),
        (["PUAS;;1;;Tenda"], ["iku"]),
    ],
)
def test_a_missed_indicator_has_a_row_where_others_have(rows: list[str], seen: list[str]) -> None:
    header = "kode_iku;indikator;satuan;polaritas;target;realisasi"
    items = "kode;urutan;indikator;satuan;polaritas;target;realisasi"
    hasil = unit(
        iku=f"{header}\nMUTU;Indeks mutu;indeks;naik;10;9\nPUAS;Indeks puas;indeks;naik;10;10",
        program="kode;induk;tingkat;nama\nP1;;program;Satu",
        indikator_program=f"{items}\nP1;1;Layanan perizinan;persen;naik;84;80",
        sebab_tindakan="\n".join([CAUSED, *rows]),
        narasi=narasi(
            ("faktor_penghambat", "MUTU", "Indeks mutu terkendala layanan perizinan."),
            ("solusi", "MUTU", "Indeks mutu dan layanan perizinan diperbaiki."),
        ),
    )
    found = look("K89", hasil)
    assert [(f.berkas, f.baris, f.kolom) for f in found] == [
        (f"2024/{file}.csv", 2, "realisasi") for file in seen
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("R22;ya;Notula", None),
        ("R22;ya;", ("bukti", "catatan")),
        ("R22;sebagian;", ("bukti", "catatan")),
        ("R22;tidak;", None),
        ("R22;;", None),
        ("R99;ya;Notula", ("id", "peringatan")),
        ("R99;tidak;", ("id", "peringatan")),
        ("LKE-3c7;ya;Notula", None),
    ],
)
def test_answers_of_people(row: str, expected: tuple[str, str] | None) -> None:
    found = look("K96", unit(penilaian_mandiri=f"id;jawaban;bukti\nR23;ya;Notula\n{row}"))
    assert [(f.baris, f.kolom, f.keparahan) for f in found] == (
        [] if expected is None else [(3, *expected)]
    )


SPOILED = {
    "K77": lambda: explained(),
    "K79": lambda: explained(real="8", past="9"),
    "K86": lambda: with_action("P1;3;1;Tenda;"),
    "K87": lambda: with_action("MUTU;;1;Tenda;30 Juni 2023"),
    "K89": lambda: unit(
        iku=f"{IKU}\nMUTU;Indeks mutu;indeks;naik;10;9",
        sebab_tindakan=f"{CAUSED}\nPUAS;;1;Hujan;Tenda",
        narasi=narasi(("faktor_penghambat", "MUTU", "Hujan."), ("solusi", "MUTU", "Tenda.")),
    ),
    "K96": lambda: unit(penilaian_mandiri="id;jawaban;bukti\nR99;ya;Notula\nR22;sebagian;"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(look(case[:3], SPOILED[case]())) == snapshot


def test_what_is_said_of_a_programme(snapshot: SnapshotAssertion) -> None:
    assert told(fell_short("Hujan.", "P1;Layanan perizinan;84;80,55")) == snapshot
