"""``python -m lkjip_analysis``: the same as the command ``lkjip``."""

import sys

from lkjip_analysis.cli import main

sys.exit(main())
