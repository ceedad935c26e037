"""The embedded renderer: a staged book to HTML, PDF and Word by pandoc and Typst alone."""

from lkjip_analysis.rendering.errors import Fault, RendererError
from lkjip_analysis.rendering.render import describe, render
from lkjip_analysis.rendering.word.polish import polish_docx

__all__ = ["Fault", "RendererError", "describe", "polish_docx", "render"]
