"""The embedded renderer: a staged book to HTML, PDF and Word by pandoc and Typst alone."""
