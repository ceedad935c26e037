"""All kinds of errors there are to draw: importing a module enters its kinds."""

import undian_kalimat  # noqa: F401
import undian_kalimat_lain  # noqa: F401
import undian_kalimat_uang  # noqa: F401
import undian_tabel  # noqa: F401
from undian import KINDS

__all__ = ["KINDS"]
