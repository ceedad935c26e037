"""From results to a finished report: notebooks, staged book, renderers, build."""
