"""What may leave the house unseen in a docx, as values: its kind, its place, and how it can be taken out."""

from __future__ import annotations

from dataclasses import field
from enum import Enum, StrEnum

from lxml import etree

from gwformat.values import dataclass


class LeakKind(StrEnum):
    """One way to leave something in a file; the value is the name of the rule that tells of it."""

    CLASSIFIED = "classified-marking"
    REVISION = "tracked-changes-left"
    COMMENT = "comments-left"
    HIDDEN_TEXT = "hidden-text-left"
    INVISIBLE_TEXT = "invisible-text"
    OFF_PAGE = "object-off-page"
    CORE_PROPERTIES = "core-properties"
    APP_PROPERTIES = "app-properties"
    CUSTOM_PROPERTIES = "custom-properties"
    VARIABLES = "document-variables"
    EDIT_TRACES = "editing-traces"
    TEMPLATE = "attached-template"
    PRINTER = "printer-settings"
    THUMBNAIL = "thumbnail"
    MAIL_MERGE = "mail-merge-source"
    CUSTOM_XML = "custom-xml"
    MACRO = "macros"
    ACTIVE_X = "active-x-controls"
    EMBEDDED = "embedded-objects"
    CHART_DATA = "chart-workbooks"
    LINKED = "linked-pictures"
    LOCAL_LINK = "internal-links"
    FIELD = "fetching-fields"
    IMPORTED = "imported-documents"
    PROTECTION = "document-protection"
    SIGNATURE = "digital-signatures"
    BOOKMARK = "stray-bookmarks"
    ALT_TEXT = "alternative-text"
    PICTURE_DATA = "picture-metadata"
    CROPPED = "cropped-pictures"
    EMBEDDED_FONT = "embedded-fonts"
    UNUSED_STYLE = "unused-styles"
    GLOSSARY = "building-blocks"
    WEB_SETTINGS = "web-settings"
    CONTENT_CONTROL = "content-control-data"
    UNUSED_STORY = "unused-headers-and-notes"
    STALE_FIELD = "stale-field-results"
    STRAY_PART = "stray-parts"
    FOREIGN_MARKUP = "foreign-markup"
    UNPROVEN = "unproven-content"
    NAMES = "telling-names"


WITH_WORDS = frozenset((LeakKind.HIDDEN_TEXT, LeakKind.INVISIBLE_TEXT, LeakKind.OFF_PAGE, LeakKind.UNUSED_STORY))
"""The kinds with which words or objects go that nobody saw."""


class Removal(Enum):
    """How a leak is taken out without a change to the visible words."""

    NODES = "the nodes go"
    UNWRAP = "the nodes go, what they hold stays"
    ATTRIBUTES = "attributes of the nodes go"
    TEXT = "what the runs show goes"
    STRAY_TEXT = "text that no element shows goes"
    FIELD = "the code of the field goes, its outcome stays"
    CODE = "the field stays, without words that are not needed for its outcome"
    RELATIONSHIP = "the relationships go, with the parts only they lead to"
    PART = "the part goes"
    NAME = "the part gets a name that says nothing"
    DECLARATIONS = "the style of a shape says only how it looks"
    STYLE = "the style gets a name and an id that say nothing"
    BOOKMARK = "the bookmark gets a name that says nothing"
    SHAPE_TYPE = "the kind of shapes gets an id that says nothing"
    LIST = "the list of relationships or types says what it lists and nothing else"
    ARROW = "the relationship gets an id that says nothing"
    PICTURE = "the picture loses everything but its pixels"
    NAMESPACE = "markup of namespaces Word does not know goes"
    SETTLED = "only the user can say how: accepted, rejected, stripped"


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a part that nobody sees; `removal` is None where the visible document would change."""

    kind: LeakKind
    part: str
    what: str  # Chinese, as the user reads it
    removal: Removal | None
    paragraph: int | None = None
    nodes: tuple[etree._Element, ...] = field(default=(), compare=False, repr=False)
    names: tuple[str, ...] = field(default=(), compare=False, repr=False)  # of attributes
    words: str = field(default="", compare=False, repr=False)  # in another part, to which the nodes lead
