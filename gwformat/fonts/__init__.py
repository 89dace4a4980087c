"""Font systems: which family stands for each typeface the standard names, as TOML."""

from gwformat.fonts.system import FontSystem, load_system

__all__ = ["FontSystem", "load_system"]
