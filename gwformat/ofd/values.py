"""What an OFD holds besides its pages, as values: its parts, numbers, semantic tags, signatures and actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from gwformat.finished.values import Box, FinishedFile
from gwformat.values import dataclass
from gwformat.verifying.values import Judgement


@dataclass(frozen=True, slots=True)
class Lost:
    """A place in the package, or a number, that something refers to and that is not there."""

    part: str  # where it is said
    target: str  # as it is said
    what: str  # what should be there, as the user reads it
    near: str = ""  # the part whose name differs only in capitals


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of one object of a page."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class ObjectRef:
    """A semantic tag's reference to an object of a page (clause 16)."""

    page_id: str
    object_id: str
    page: int | None  # None: no page has that ID
    text: str | None  # of the object; None: there is no such object on that page


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the semantic tree: what it refers to, and the elements within it."""

    name: str  # without prefix
    text: str  # that stands in the tag itself
    refs: tuple[ObjectRef, ...]
    children: tuple[Tag, ...]

    def all(self) -> Iterator[Tag]:
        """Itself and everything within it."""
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def shown(self) -> str:
        """The words on the pages that it and what is in it refer to."""
        return "".join(ref.text or "" for tag in self.all() for ref in tag.refs)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a seal stands; the box is in mm from the upper left corner of the page."""

    page: int | None  # None: no page has that ID
    box: Box


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature or an electronic seal as the file describes it, and what was found out about it."""

    name: str  # its ID
    kind: str  # Seal, Sign
    provider: str
    when: str
    method: str
    protected: tuple[str, ...]  # parts whose digests it holds
    absent: tuple[str, ...]  # as they are said, those that are not in the package
    stamps: tuple[Stamp, ...]
    own: tuple[str, ...] = ()  # the parts it consists of itself, which it cannot protect
    whole: bool = True  # its description and its value are there
    changed: tuple[str, ...] = ()  # protected parts that are no longer what was signed
    unhashed: tuple[str, ...] = ()  # protected parts of which no digest can be read
    unknown: str = ""  # the hash function, where nobody here knows it
    judgement: Judgement | None = None  # of its value; None: there is none

    @property
    def said(self) -> str:
        """As the user reads it."""
        seal = self.judgement.seal if self.judgement else ""
        kind = f"电子印章{f'“{seal}”' if seal else ''}" if self.kind == "Seal" else "数字签名"
        by = f"，{self.provider}" if self.provider else ""
        return f"{kind} {self.name}{by}{f'，{self.when}' if self.when else ''}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What the file forbids its readers (Permissions)."""

    may_print: bool = True
    copies: int | None = None  # how many may be printed; None: any number
    begin: str = ""  # when it may be used
    end: str = ""


@dataclass(frozen=True)
class OfdFile(FinishedFile):
    """An OFD, read once."""

    faults: tuple[str, ...] = ()  # of the container: namespace, version, kind, number of documents
    lost: tuple[Lost, ...] = ()
    repeated: tuple[str, ...] = ()  # IDs that several things have
    greatest_id: int = 0
    max_unit_id: int | None = None  # as CommonData says; None: not said
    about: Mapping[str, str] = field(default_factory=dict)  # DocInfo by element
    custom: Mapping[str, str] = field(default_factory=dict)  # CustomDatas by name
    tags: tuple[Tag, ...] | None = None  # the roots of all tag files; None: no CustomTags
    numbers: Mapping[str, int] = field(default_factory=dict)  # of pages by ID
    shown: Mapping[str, Shown] = field(default_factory=dict)  # objects with words by ID
    signatures: tuple[Signature, ...] = ()
    unprotected: tuple[str, ...] = ()  # parts of a signed file that no signature protects
    media: tuple[str, ...] = ()  # sounds and films
    outside: tuple[str, ...] = ()  # addresses outside of the package that are needed to show it
    links: tuple[str, ...] = ()  # addresses that a click opens
    stacked: tuple[Shown, ...] = ()  # words whose characters all stand in one place
    restricted: tuple[str, ...] = ()  # embedded fonts whose makers allow nobody to embed them
    stray: tuple[str, ...] = ()  # parts that nothing refers to
    limits: Limits = Limits()
