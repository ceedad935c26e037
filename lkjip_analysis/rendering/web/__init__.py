"""The web pages: one a chapter, readable from disk and without scripts."""
