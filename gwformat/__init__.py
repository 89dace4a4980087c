"""Typesetting and checking of Chinese official documents (党政机关公文) after GB/T 9704-2012."""

__version__ = "0.1.0"
