"""Tests by chance take the same chances in every run, and as long as a slow machine needs."""

from hypothesis import settings

settings.register_profile("content", deadline=None, derandomize=True, database=None)
settings.load_profile("content")
