"""Pure formulas over plain values: nothing here knows files, tables or the report."""
