"""A staged book in; HTML, PDF and Word out, by Quarto or by pandoc and Typst alone.

``render.render`` is the embedded renderer, ``quarto.render_with_quarto`` the other; nothing is
imported here, so that who only reads a YAML file does not wait for pandoc.
"""
