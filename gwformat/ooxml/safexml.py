"""Bytes of an XML part in, element tree out: no DTD, no entities, no network, nesting limited to 256 levels."""

from __future__ import annotations

from lxml import etree

from gwformat.errors import InputUnreadable

MAX_XML_BYTES = 32 * 1024 * 1024
# Measured with libxml2: a node costs 126 bytes and an attribute 230, however few they take in the file (`<a/>` is
# four). The largest real draft met so far, 1.6 MB of XML, comes to 20 MB.
MAX_TREE_BYTES = 140 * 1024 * 1024
_NODE_BYTES = 126
_ATTRIBUTE_BYTES = 230

_DOCTYPE = b"<!DOCTYPE"
_WIDE_DOCTYPES = tuple(_DOCTYPE.decode().encode(encoding) for encoding in ("utf-16-le", "utf-16-be"))
_PARSER = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
_RESAVE = "请用 Word 或 WPS 打开，另存为新的 .docx 文件后再试"


class Malformed(InputUnreadable):
    """A part is no XML; unlike an attack it may come of an accident."""


def parse(data: bytes, name: str, again: str = _RESAVE) -> etree._Element:
    """The root element of part `name`; `Malformed` if it is no XML, `InputUnreadable` if it is an attack.

    `again`: how the user comes by a whole file, said where the part is damaged.
    """
    if _is_too_large(data):
        raise InputUnreadable(f"文档部件 {name} 过大", "请把文档拆成几份后再处理")
    if _DOCTYPE in data or (is_wide(data) and any(doctype in data for doctype in _WIDE_DOCTYPES)):
        raise InputUnreadable(
            f"文档部件 {name} 含有 DTD 或实体声明，可能是恶意文件",
            "正常的文档不含这类声明，请核实文件来源",
        )
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise InputUnreadable(f"文档部件 {name} 嵌套超过 256 层", "可能是恶意文件，请核实文件来源") from error
        raise Malformed(f"文档部件 {name} 已损坏（第 {error.lineno} 行 XML 有错）", again) from error
    except ValueError as error:  # unknown encoding
        raise Malformed(f"文档部件 {name} 已损坏", again) from error


def is_wide(data: bytes) -> bool:
    """Whether XML may be in UTF-16: there every second byte of a tag is zero, and in UTF-8 none is ever."""
    return b"\0" in data


def mentions(data: bytes, word: bytes) -> bool:
    """Whether XML has an ASCII word, in UTF-8 or in UTF-16."""
    return word in data or (is_wide(data) and word.decode().encode("utf-16-le") in data)


def _is_too_large(data: bytes) -> bool:
    """Whether a part or its tree passes the limits; what is small is not counted."""
    if len(data) * _ATTRIBUTE_BYTES <= MAX_TREE_BYTES:
        return False
    tree_bytes = data.count(b"<") * _NODE_BYTES + data.count(b"=") * _ATTRIBUTE_BYTES
    return len(data) > MAX_XML_BYTES or tree_bytes > MAX_TREE_BYTES
