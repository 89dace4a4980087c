"""Measurements of what gwformat makes; run from the root of the repository with `python -m benchmarks.NAME`."""
