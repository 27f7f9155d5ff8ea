"""Coffer and restic, run in turns on the same data, and what came of it."""
