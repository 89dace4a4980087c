"""The program in a browser: a page on this computer alone takes drafts and shows what was made of them."""

from gwformat.web.server import Server

__all__ = ["Server"]
