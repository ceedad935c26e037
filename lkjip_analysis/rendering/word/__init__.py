"""The Word file: native tables, heads and lists that Word numbers, A4 sections."""
