"""Data files: what they hold, how they are read, what is wrong or missing in them."""
