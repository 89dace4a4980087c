"""WordprocessingML as the writer needs it: elements with their children in the order the schema wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter, methodcaller

from lxml import etree

from gwformat.ooxml.leaf_text import set_text as set_text
from gwformat.ooxml.names import M, W, w
from gwformat.ooxml.values import switch, whole
from gwformat.setting.sections import THIN
from gwformat.text.characters import SOFT_HYPHEN

Element = etree._Element

SCHEMA_LIBRARY = "http://schemas.openxmlformats.org/schemaLibrary/2006/main"
_NSMAP = {"w": W}
_copied: Callable[[Element], Element] = methodcaller("__copy__")
TAG = attrgetter("tag")
P, R, T, TBL, SDT = w("p"), w("r"), w("t"), w("tbl"), w("sdt")
PPR, RPR, SECTPR = w("pPr"), w("rPr"), w("sectPr")

_ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
        imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
        fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings
        sectPrChange""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
        headers cellIns cellDel cellMerge tcPrChange""",
    "trPr": """cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden
        ins del trPrChange""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
        personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "font": """altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic
        embedBoldItalic""",
    "lvl": """start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr""",
    "compat": """useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance
        balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace
        doNotExpandShiftReturn spacingInWholePoints lineWrapLikeWord6 printBodyTextBeforeHeader printColBlack
        wpSpaceWidth showBreaksInFrames subFontBySize suppressBottomSpacing suppressTopSpacing
        suppressSpacingAtTopOfPage suppressTopSpacingWP suppressSpBfAfterPgBrk swapBordersFacingPages
        convMailMergeEsc truncateFontHeightsLikeWP6 mwSmallCaps usePrinterMetrics doNotSuppressParagraphBorders
        wrapTrailSpaces footnoteLayoutLikeWW8 shapeLayoutLikeWW8 alignTablesRowByRow forgetLastTabAlignment
        adjustLineHeightInTable autoSpaceLikeWord95 noSpaceRaiseLower doNotUseHTMLParagraphAutoSpacing
        layoutRawTableWidth layoutTableRowsApart useWord97LineBreakRules doNotBreakWrappedTables
        doNotSnapToGridInCell selectFldWithFirstOrLastChar applyBreakingRules doNotWrapTextWithPunct
        doNotUseEastAsianBreakRules useWord2002TableStyleRules growAutofit useFELayout useNormalStyleForList
        doNotUseIndentAsNumberingTabStop useAltKinsokuLineBreakRules allowSpaceOfSameStyleInTable
        doNotSuppressIndentation doNotAutofitConstrainedTables autofitToFirstFixedWidthCell
        underlineTabInNumList displayHangulFixedWidth splitPgBreakAndParaMark doNotVertAlignCellWithSp
        doNotBreakConstrainedForcedTable doNotVertAlignInTxbx useAnsiKerningPairs cachedColBalance
        compatSetting""",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
        displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData
        embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
        bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
        activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
        stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves
        doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop
        autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
        clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting
        bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
        displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
        drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
        characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
        savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent
        alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt
        showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars
        rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
        doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary
        shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator""",
}
# The two settings that stand in other namespaces.
_FOREIGN = {"mathPr": f"{{{M}}}mathPr", "schemaLibrary": f"{{{SCHEMA_LIBRARY}}}schemaLibrary"}
_RANK = {
    w(parent): {_FOREIGN.get(name) or w(name): rank for rank, name in enumerate(order.split())}
    for parent, order in _ORDERS.items()
}
_LAST = 1000  # what the schema does not know stands at the end


def el(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """`<w:name w:attribute="…">` with `children`."""
    element = clone(_pattern(name, tuple([(key, str(value)) for key, value in attributes.items()])))
    if children:
        element.extend(children)
    return element


@lru_cache(maxsize=1024)
def _pattern(name: str, attributes: tuple[tuple[str, str], ...]) -> Element:
    """An element without children to make copies of: that takes a fifth of the time of making it anew."""
    element = etree.Element(w(name), nsmap=_NSMAP)
    for key, value in attributes:
        element.set(w(key), value)
    return element


def clone(element: Element) -> Element:
    """A copy with all that is in it; `copy.copy` does this too, after asking the class how."""
    return _copied(element)


def child(parent: Element, tag: str) -> Element | None:
    """The first child with a tag; half the time of `find`, which reads a path."""
    return next(parent.iterchildren(tag), None)


def on_off(name: str, value: bool) -> Element:
    """A toggle said explicitly, so that nothing is inherited from the source's defaults."""
    return el(name) if value else el(name, val="0")


_LEAVES = {"\t": "tab", "\n": "br", SOFT_HYPHEN: "softHyphen"}


def text_leaves(text: str) -> Iterator[Element]:
    """`w:t`, `w:tab`, `w:br` and `w:softHyphen` for `text`."""
    piece: list[str] = []
    for char in text:
        if char in _LEAVES:
            if piece:
                yield text_leaf("".join(piece))
                piece.clear()
            yield el(_LEAVES[char])
        else:
            piece.append(char)
    if piece:
        yield text_leaf("".join(piece))


def text_leaf(text: str) -> Element:
    """A `w:t`."""
    leaf = el("t")
    set_text(leaf, text)
    return leaf


def run(text: str, *properties: Element) -> Element:
    """A `w:r` of `text`."""
    element = el("r", *text_leaves(text))
    if properties:
        element.insert(0, el("rPr", *properties))
    return element


def paragraph(style: str | None, *children: Element) -> Element:
    """A `w:p` in a style."""
    if style is None:
        return el("p", *children)
    return el("p", el("pPr", el("pStyle", val=style)), *children)


def thin_paragraph(*properties: Element) -> Element:
    """An empty paragraph that takes no room: it ends a section, parts two tables, carries a floating one.

    It keeps off the grid of the document, or LibreOffice makes it as high as one of its rows.
    """
    spacing = el("spacing", before=0, after=0, line=THIN.twips, lineRule="exact")
    said = el("pPr", on_off("snapToGrid", False), spacing, *properties)
    in_order(said)
    return el("p", said)


def properties(paragraph: Element) -> Element:
    """The `w:pPr` of a paragraph, made if there is none."""
    first = child(paragraph, PPR)
    if first is None:
        first = el("pPr")
        paragraph.insert(0, first)
    return first


def put(parent: Element, child: Element) -> None:
    """Set `child` in `parent` at its place in the schema's order; it replaces one of the same name."""
    ranks, tag = _RANK[parent.tag], child.tag
    rank = ranks[str(tag)]
    place = None
    for index, sibling in enumerate(parent):
        found = sibling.tag
        if found == tag:
            parent.replace(sibling, child)
            return
        if place is None and ranks.get(found, -1) > rank:
            place = index
    if place is None:
        parent.append(child)
    else:
        parent.insert(place, child)


def drop(parent: Element, *names: str) -> None:
    """Remove the children of those names."""
    tags = _tags(names)
    for child in [child for child in parent if child.tag in tags]:
        parent.remove(child)


@lru_cache(maxsize=256)
def _tags(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(w, names))


def in_order(parent: Element) -> None:
    """Sort children into the schema's order; sources are not always careful about it."""
    if not is_in_order(parent):
        ranks = _RANK[parent.tag]
        parent[:] = sorted(parent, key=lambda child: ranks.get(child.tag, _LAST))


def is_in_order(parent: Element) -> bool:
    """Whether the children stand in the schema's order, as far as it is known here."""
    return len(parent) < 2 or _are_in_order(parent.tag, tuple(map(TAG, parent)))


@lru_cache(maxsize=4096)
def _are_in_order(parent: str, children: tuple[str, ...]) -> bool:
    """The same few sequences recur all over a document."""
    return are_in_order(parent, children)


def are_in_order(parent: str, children: Iterable[str]) -> bool:
    """Whether children of these names stand in the schema's order."""
    ranks = _RANK.get(parent)
    if ranks is None:
        return True
    places = [ranks.get(name, _LAST) for name in children]
    return places == sorted(places)


def is_on(element: Element | None) -> bool:
    """Whether a toggle is there and not switched off."""
    return element is not None and switch(element)


def number(element: Element, name: str) -> int | None:
    """A whole-number attribute; None if it is missing or something else."""
    return whole(element.get(w(name)))
