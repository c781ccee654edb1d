"""Rendered pages -> search index: one pair of files per locale, queried in the browser."""
