"""Ways to leave something in a docx, and what is left of it after an exchange; importing the package gathers them."""

from tests.exchange import grammar_plants, markup_plants, name_plants, picture_plants, plants

__all__ = ["grammar_plants", "markup_plants", "name_plants", "picture_plants", "plants"]
