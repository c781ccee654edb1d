"""Rendered pages -> search index: pure functions, one index per locale."""
