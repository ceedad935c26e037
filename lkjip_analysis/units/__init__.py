"""Many units: the report of each, and the roll-up of them all."""
