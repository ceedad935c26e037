"""A cell of a published table: words as HTML, or a number that leads back to its figure."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from decimal import Decimal

from lkjip_analysis.formatting import dash_years, format_value
from lkjip_analysis.measures.formula import DATA
from lkjip_analysis.results import Figure
from lkjip_analysis.results.figures import RAGU


def ragu_html(why: str) -> str:
    """Write the mark of a doubt, which says why where there is room: web page, draft in Word."""
    said = html.escape(" ".join(why.split()))
    return f'<span class="ragu" role="img" aria-label="diragukan" title="{said}">{RAGU}</span>'


def ragu_md(why: str) -> str:
    r"""Write the same in Quarto's markdown.

    >>> ragu_md('t "x"')
    '[‡]{.ragu role="img" aria-label="diragukan" title="t \\"x\\""}'
    """
    said = re.sub(r'(["\\])', r"\\\1", " ".join(why.split()))
    return f'[{RAGU}]{{.ragu role="img" aria-label="diragukan" title="{said}"}}'


def text(value: object) -> str:
    """Escape data text for an HTML cell; blanks become a dash, line breaks stay.

    >>> text("a < b & c"), text(None)
    ('a &lt; b &amp; c', '–')
    """
    if value is None or value == "":
        return "–"
    return html.escape(dash_years(str(value)), quote=False).replace("\n", "<br>")


@dataclass(frozen=True)
class Number:
    """A number, how it is printed, the key of the figure that it is, and the doubt about that.

    ``value`` is None where there is only something to print: a dash, a predikat. Inside other text
    (``f"{number}"``) it is HTML that leads back to the figure.
    """

    value: Decimal | None
    shown: str
    satuan: str = ""
    given: bool = True
    kunci: str = ""
    ragu: str = ""

    def __str__(self) -> str:
        if not self.kunci:
            return self.words
        written = f'<span class="angka" data-kunci="{html.escape(self.kunci)}">{self.words}</span>'
        return written + (ragu_html(self.ragu) if self.ragu else "")

    @property
    def words(self) -> str:
        """What is printed, as HTML without the way to the figure."""
        return text(self.shown)

    @property
    def format(self) -> Format:
        """What writes the number so."""
        number = Format(self.satuan, self.given)(float(self.value or 0))
        before, found, after = self.shown.partition(number)
        return Format(self.satuan if found else None, self.given, before, after)


Cell = str | Number


@dataclass(frozen=True)
class Format:
    """How numbers of one unit are written, with what stands before and after: ``BB (72)``.

    Without a unit (None) only ``before`` is written.
    """

    satuan: str | None
    given: bool
    before: str = ""
    after: str = ""

    def __call__(self, value: float) -> str:
        """Write a number as HTML.

        >>> Format("dokumen", True, after=" dokumen")(1250.5)
        '1.250,5 dokumen'
        """
        shown = ""
        if self.satuan is not None:
            shown = format_value(Decimal(repr(float(value))), self.satuan, given=self.given)
        return html.escape(f"{self.before}{shown}{self.after}", quote=False)


def angka(figure: Figure, shown: str | None = None) -> Number:
    """Make the cell of a figure, or the HTML of one inside other text."""
    label = figure.tampil if shown is None else shown
    given = figure.formula.nama == DATA.nama
    return Number(figure.decimal, label, figure.satuan, given, figure.kunci, figure.diragukan)


BELOW = "▼"
STATUS = {
    "melebihi": "▲\u00a0melampaui",
    "sesuai": "●\u00a0tercapai",
    "tidak_mencapai": f"{BELOW}\u00a0belum tercapai",
    "target_tidak_diterbitkan": "–\u00a0target tidak diterbitkan",
}
"""How a status is seen: a sign and words, never a colour alone."""
UNJUDGED = "○\u00a0belum tersedia"
UNCOMPUTED = "○\u00a0tidak dapat dihitung"


def status(figure: Figure) -> Number:
    """Make the cell of a status."""
    return angka(figure, STATUS.get(str(figure.nilai), UNJUDGED))


def standing(progress: Figure) -> str:
    """Say in the words of a status how a percentage of a target stands to 100%."""
    if progress.decimal is None:
        return UNJUDGED if progress.alasan.startswith("belum tersedia") else UNCOMPUTED
    beyond = progress.number > 100
    return STATUS["tidak_mencapai" if progress.number < 100 else "melebihi" if beyond else "sesuai"]


def shortfall(missed: Figure, judged: Figure) -> str:
    """Say beside a mean how many of those in it fell short: ``▼ 1 dari 2 belum tercapai``."""
    words = f"{BELOW}\u00a0{angka(missed)} dari {angka(judged)} belum tercapai"
    return words if missed.known and missed.number else ""


def marked(figure: Figure) -> str:
    """Write a figure as plain text, with the mark if it is doubted: for labels of pictures."""
    return figure.tampil + RAGU * bool(figure.diragukan)


def bilangan(value: Decimal | int, shown: str | None = None, satuan: str = "") -> Number:
    """Make the cell of a number that is no figure: a count of rows, a place in a list."""
    number = Decimal(value)
    return Number(number, shown or format_value(number, satuan, given=True), satuan)
