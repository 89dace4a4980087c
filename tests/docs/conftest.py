"""Documents are tested with the program as its own tests run it."""

from tests.cli.conftest import gwformat

__all__ = ["gwformat"]
