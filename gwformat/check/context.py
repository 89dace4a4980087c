"""A recognised document and everything rules may ask about it, each thing worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from gwformat.check.attached import Attached, attached
from gwformat.check.elements import Element
from gwformat.check.outline import Item, outline
from gwformat.check.prose import Prose
from gwformat.check.terms import Terms, load_terms
from gwformat.model import TEXT_ROLES, CarrierKind, Direction, Document, Draft, Kind, Role
from gwformat.profiles import Profile
from gwformat.requirements import is_bulletin, is_official

if TYPE_CHECKING:
    from gwformat.check.directory import Directory
    from gwformat.check.geometry import Geometry
    from gwformat.check.pieces import Styled
    from gwformat.fonts.system import FontSystem
    from gwformat.ooxml.effective import Formatting
    from gwformat.ooxml.leaks import Leak, View
    from gwformat.ooxml.placeholders import Prompt


class Context:
    """What rules look at; they change nothing.

    `document` is recognised but not normalised: its words are those of the file.
    """

    def __init__(
        self,
        document: Document,
        profile: Profile,
        fonts: FontSystem | None = None,
        *,
        directory: Directory | None = None,
        measure: bool = False,
    ) -> None:
        """`measure`: let LibreOffice set the file and take from it what the file itself does not make certain."""
        self.document = document
        self.profile = profile
        self._fonts = fonts
        self.directory = directory
        self._measure = measure
        self.styled: dict[int, tuple[Styled, ...]] = {}  # what `looks.styled` found, by the number of the element
        self._of: dict[tuple[Role, ...], Sequence[Element]] = {}
        self._own: dict[tuple[Role, ...], Sequence[Element]] = {}
        self.answers: dict[object, Any] = {}  # what functions under `once` found

    @cached_property
    def fonts(self) -> FontSystem:
        """The font system given, or else the packaged one whose fonts most of the words are set in."""
        from gwformat.check.system import system_of

        return self._fonts or system_of(self)

    @property
    def draft(self) -> Draft:
        """The file as read."""
        return self.document.draft

    @property
    def kind(self) -> Kind:
        """The format: 文件、信函、命令、纪要、电报."""
        return self.document.kind

    @property
    def genre(self) -> str | None:
        """The 文种, one of the fifteen."""
        return self.document.genre

    @property
    def direction(self) -> Direction | None:
        """行文方向."""
        return self.document.direction

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """All blocks with their numbers, in document order."""
        return tuple(Element(number, block) for number, block in enumerate(self.document.blocks))

    @cached_property
    def _by_role(self) -> dict[Role, list[Element]]:
        found: dict[Role, list[Element]] = {}
        for element in self.elements:
            if element.text.strip():
                found.setdefault(element.role, []).append(element)
        return found

    def of(self, *roles: Role) -> Sequence[Element]:
        """The elements with words that have one of `roles`, in document order."""
        if len(roles) == 1:
            return self._by_role.get(roles[0], ())
        known = self._of.get(roles)
        if known is None:
            found = [element for role in roles for element in self._by_role.get(role, ())]
            known = self._of[roles] = sorted(found, key=lambda element: element.number)
        return known

    def first(self, role: Role) -> Element | None:
        """The first element of `role`, if there is one."""
        return next(iter(self.of(role)), None)

    def has(self, role: Role) -> bool:
        """Whether there is an element of `role`."""
        return role in self._by_role

    def own(self, *roles: Role) -> Sequence[Element]:
        """The elements of `roles` that belong to the document itself, not to one of its attachments."""
        known = self._own.get(roles)
        if known is None:
            known = self._own[roles] = [element for element in self.of(*roles) if element.block.attachment == 0]
        return known

    @cached_property
    def official(self) -> bool:
        """Whether it has any element that only official documents have."""
        return is_official(self._by_role)

    @cached_property
    def bulletin(self) -> bool:
        """Whether its mark is that of a numbered paper for reading."""
        return any(is_bulletin(mark.text) for mark in self.of(Role.ISSUER_MARK))

    @cached_property
    def outline(self) -> Sequence[Item]:
        """Everything that is numbered as 7.3.3 says, and the headings."""
        return outline(self.of(*TEXT_ROLES, Role.ATTACHMENT_BODY))

    @cached_property
    def attached(self) -> Attached:
        """What the attachment note announces and what is attached."""
        return attached(self.elements)

    @cached_property
    def text(self) -> Sequence[Element]:
        """The paragraphs and headings of the main text, attachments left out."""
        return [element for element in self.of(*TEXT_ROLES) if element.block.attachment == 0]

    @cached_property
    def texts(self) -> Sequence[Sequence[Element]]:
        """The paragraphs and headings of the main text, then those of each document it issues and each attachment."""
        found = self.of(*TEXT_ROLES, Role.ATTACHMENT_BODY)
        return [list(group) for _, group in groupby(found, key=lambda element: element.block.attachment)]

    @cached_property
    def issued(self) -> frozenset[int]:
        """The attachments without a label: documents that it issues, whose words are its own."""
        labelled = {element.block.attachment for element in self.of(Role.ATTACHMENT_LABEL)}
        return frozenset(element.block.attachment for element in self.of(Role.ATTACHMENT_BODY)) - labelled

    @cached_property
    def own_text(self) -> Sequence[Element]:
        """The paragraphs and headings of the main text and of the documents it issues."""
        return [element for text in self.texts for element in text if self.is_own(element)]

    def is_own(self, element: Element) -> bool:
        """Whether an element is of the document itself or of one that it issues, not of an attachment with a label."""
        return element.block.attachment == 0 or element.block.attachment in self.issued

    @cached_property
    def words(self) -> Sequence[Element]:
        """Every element with words, those of attachments too: what rules about characters look at."""
        return [element for element in self.elements if element.text.strip()]

    @cached_property
    def formatting(self) -> Formatting | None:
        """What the reader of a docx sees of paragraphs, characters and pages; None for a text draft.

        Ask by `element.block.source.first` (or `Run.paragraph`, where a block joins several) and `Run.atom`.
        """
        package = self.draft.package
        if package is None:
            return None
        from gwformat.ooxml.effective import formatting_of

        return formatting_of(package)

    @cached_property
    def leaks(self) -> Sequence[Leak]:
        """What a docx holds that nobody sees, macros and signatures too; nothing for a text draft."""
        if self._view is None or self.draft.package is None:
            return ()
        from gwformat.ooxml.leaks import View, find_leaks

        package, opened = self.draft.package, self.draft.package.opened
        if opened is package:
            return find_leaks(self._view)
        is_same = all(opened.parts.get(name) is data for name, data in package.parts.items() if name.endswith(".xml"))
        return find_leaks(View(opened, formatting=self.formatting if is_same else None))

    @cached_property
    def _view(self) -> View | None:
        """The package as finders of leaks look at it."""
        if self.draft.package is None:
            return None
        from gwformat.ooxml.leaks import View

        return View(self.draft.package, formatting=self.formatting)

    @cached_property
    def prompts(self) -> Sequence[Prompt]:
        """The places of a template that nobody has filled in; nothing for a text draft."""
        package = self.draft.package
        if package is None or not any(kind is CarrierKind.CONTENT_CONTROL for kind, _ in self.draft.carriers):
            return ()
        from gwformat.ooxml.placeholders import prompts

        return tuple(prompts(package.tree(package.main_part)))

    def is_open(self, text: str) -> bool:
        """Whether words hold a place of a template that nobody has filled in: E190 says so, that is enough."""
        return any(prompt.text in text for prompt in self.prompts)

    @cached_property
    def said_fonts(self) -> frozenset[str]:
        """Every font that a docx names in its text and styles."""
        if self._view is None:
            return frozenset()
        from gwformat.ooxml.leaks import said_fonts

        return said_fonts(self._view)

    @cached_property
    def prose(self) -> Prose:
        """All words as one text, those in tables too: what rules with a pattern look through."""
        return Prose(self.elements)

    @cached_property
    def geometry(self) -> Geometry | None:
        """Where the paragraphs of a docx stand on paper, and how that is known; None for a text draft."""
        if self.formatting is None:
            return None
        from gwformat.check.geometry import Geometry

        if not self._measure or self.has(Role.SECRECY):
            # What is classified stays in memory: LibreOffice would need a copy of the file.
            return Geometry(self.draft, self.formatting)
        from gwformat.check.witness import measure

        return Geometry(self.draft, self.formatting, measure(self.draft, self.formatting))

    @property
    def refuses_to_measure(self) -> bool:
        """Whether it was to be measured and is not, because it is classified."""
        return self._measure and self.has(Role.SECRECY)

    @cached_property
    def terms(self) -> Terms:
        """Word lists."""
        return load_terms()
