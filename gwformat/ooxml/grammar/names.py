"""The namespaces whose markup is known element by element, under the prefixes by which the grammar names them."""

from __future__ import annotations

from collections.abc import Mapping

from gwformat.expressions import expression
from gwformat.ooxml.names import CONTENT_TYPES, MC, NS, RELATIONSHIPS, WPG, XML

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.microsoft.com/office"

NAMESPACES: Mapping[str, str] = {
    **NS,
    "mc": MC,
    "xml": XML,
    "c": f"{_DRAWINGML}/chart",
    "cdr": f"{_DRAWINGML}/chartDrawing",
    "dgm": f"{_DRAWINGML}/diagram",
    "lc": f"{_DRAWINGML}/lockedCanvas",
    "sl": "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
    "s": "http://schemas.openxmlformats.org/officeDocument/2006/sharedTypes",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": f"{_OFFICE}/word/2010/wordml",
    "w15": f"{_OFFICE}/word/2012/wordml",
    "w16se": f"{_OFFICE}/word/2015/wordml/symex",
    "wp14": f"{_OFFICE}/word/2010/wordprocessingDrawing",
    "wpg": WPG,
    "wpc": f"{_OFFICE}/word/2010/wordprocessingCanvas",
    "wpi": f"{_OFFICE}/word/2010/wordprocessingInk",
    "a14": f"{_OFFICE}/drawing/2010/main",
    "a16": f"{_OFFICE}/drawing/2014/main",
    "adec": f"{_OFFICE}/drawing/2017/decorative",
    "asvg": f"{_OFFICE}/drawing/2016/SVG/main",
    "c14": f"{_OFFICE}/drawing/2007/8/2/chart",
    "c15": f"{_OFFICE}/drawing/2012/chart",
    "c16r3": f"{_OFFICE}/drawing/2017/03/chart",
    "dsp": f"{_OFFICE}/drawing/2008/diagram",
    "thm15": f"{_OFFICE}/thememl/2012/main",
}
"""Prefix and name; the prefixes are the usual ones."""

_DECLARED: Mapping[str, str] = {
    "cx": f"{_OFFICE}/drawing/2014/chartex",
    "cx1": f"{_OFFICE}/drawing/2015/9/8/chartex",
    "cx2": f"{_OFFICE}/drawing/2015/10/21/chartex",
    "cx3": f"{_OFFICE}/drawing/2016/5/9/chartex",
    **{f"cx{day - 6}": f"{_OFFICE}/drawing/2016/5/{day}/chartex" for day in range(10, 15)},
    "aink": f"{_OFFICE}/drawing/2016/ink",
    "am3d": f"{_OFFICE}/drawing/2017/model3d",
    "c16": f"{_OFFICE}/drawing/2014/chart",
    "c16r2": f"{_OFFICE}/drawing/2015/06/chart",
    "cs": f"{_OFFICE}/drawing/2012/chartStyle",
    "a15": f"{_OFFICE}/drawing/2012/main",
    "ask": f"{_OFFICE}/drawing/2018/sketchyshapes",
    "ahyp": f"{_OFFICE}/drawing/2018/hyperlinkcolor",
    "dgm14": f"{_OFFICE}/drawing/2010/diagram",
    "dgm1611": f"{_OFFICE}/drawing/2016/11/diagram",
    "dgm1612": f"{_OFFICE}/drawing/2016/12/diagram",
    "oel": f"{_OFFICE}/2019/extlst",
    "wne": f"{_OFFICE}/word/2006/wordml",
    "w16": f"{_OFFICE}/word/2018/wordml",
    "w16cex": f"{_OFFICE}/word/2018/wordml/cex",
    "w16cid": f"{_OFFICE}/word/2016/wordml/cid",
    "w16sdtdh": f"{_OFFICE}/word/2020/wordml/sdtdatahash",
    "w16sdtfl": f"{_OFFICE}/word/2024/wordml/sdtformatlock",
    "w16du": f"{_OFFICE}/word/2023/wordml/word16du",
    "mo": f"{_OFFICE}/mac/office/2008/main",
    "mv": "urn:schemas-microsoft-com:mac:vml",
    "x": "urn:schemas-microsoft-com:office:excel",
    "pvml": "urn:schemas-microsoft-com:office:powerpoint",
    "st1": "urn:schemas-microsoft-com:office:smarttags",
    "b": "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "xlink": "http://www.w3.org/1999/xlink",
    "svg": "http://www.w3.org/2000/svg",
}
_OTHERS = frozenset(  # of parts without words of the document
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        f"{_OFFICE}/2006/coverPageProps", f"{_OFFICE}/2006/metadata/longProperties",
        "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/", "http://purl.org/dc/dcmitype/",
        CONTENT_TYPES, RELATIONSHIPS,
    )
)  # fmt: skip
KNOWN = frozenset((*NAMESPACES.values(), *_DECLARED.values(), *_OTHERS))
"""Every namespace that Word itself declares: those above, and those whose markup nobody misses on a page."""


_USUAL = frozenset((*NAMESPACES, *_DECLARED, "wpsCustomData"))
_SHORT = expression(r"[A-Za-z]{1,2}\d*")


def is_known(uri: str) -> bool:
    """Whether a namespace is one of Word's and its kin, or none."""
    return uri in KNOWN or not uri


def all_known(prefixes: str, declared: Mapping[str | None, str]) -> bool:
    """Whether Word knows the namespaces of all of the prefixes: a choice (ISO/IEC 29500-3) names those it requires."""
    return all(is_known(declared.get(prefix, "?")) for prefix in prefixes.split())


def is_plain_prefix(prefix: str) -> bool:
    """Whether a prefix is a usual one, or so short that it says nothing."""
    return prefix in _USUAL or _SHORT.fullmatch(prefix) is not None
