"""OOXML namespaces and qualified names, spelled once."""

from __future__ import annotations

from functools import cache, lru_cache

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPC = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - the prefix OOXML itself uses
XML = "http://www.w3.org/XML/1998/namespace"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONSHIP = f"{{{RELATIONSHIPS}}}Relationship"
TYPE_OVERRIDE = f"{{{CONTENT_TYPES}}}Override"
TYPE_DEFAULT = f"{{{CONTENT_TYPES}}}Default"

NS = {"w": W, "r": R, "m": M, "a": A, "wp": WP, "pic": PIC, "mc": MC, "wps": WPS, "v": V, "o": O}


@cache
def w(name: str) -> str:
    """`{namespace}name` of WordprocessingML."""
    return f"{{{W}}}{name}"


@cache
def r(name: str) -> str:
    """`{namespace}name` of an officeDocument relationship attribute."""
    return f"{{{R}}}{name}"


@lru_cache(maxsize=4096)
def namespace(tag: object) -> str:
    """The namespace of an element's tag or an attribute's name; "" if it has none."""
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


@lru_cache(maxsize=4096)
def local(tag: object) -> str:
    """The local name of an element's tag; "" for comments and processing instructions."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
