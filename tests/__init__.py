"""Tests of gwformat; a package so that tests and benchmarks can share `tests.standin`."""
