"""The diagrams the notebooks show: organisation, cascading, business processes.

Each takes the year's results and gives a ``FigureOutput``: it draws a ``Picture``, and the
decorator ``published`` makes the cell's output of it.
"""

from lkjip_analysis.presentation.diagrams.activities import cascading_kegiatan
from lkjip_analysis.presentation.diagrams.cascades import cascading
from lkjip_analysis.presentation.diagrams.organisation import struktur_organisasi
from lkjip_analysis.presentation.diagrams.processes import proses_bisnis

__all__ = ["cascading", "cascading_kegiatan", "proses_bisnis", "struktur_organisasi"]
