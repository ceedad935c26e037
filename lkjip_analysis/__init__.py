"""Helpers of the LKjIP report: data, measures, results, presentation, checks, building."""

__version__ = "0.1.0"
