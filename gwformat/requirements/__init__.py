"""`requirements.toml` comes in; which elements a genre, direction and format demands or forbids goes out."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from importlib import resources

from gwformat.findings import Severity
from gwformat.model import SIGN_OFF_ROLES, Direction, Kind, Role
from gwformat.profiles import table
from gwformat.values import dataclass

_TITLED = ("公告", "通告", "公报")
_ADOPTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日.*会议.*(?:通过|批准)", re.DOTALL)  # it may be broken into lines


class Presence(Enum):
    """Whether an element must be there or must not."""

    REQUIRED = "required"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row: where it holds (an empty tuple restricts nothing), how grave a breach is, and what it says."""

    role: Role
    presence: Presence
    severity: Severity
    says: str
    clause: str
    formats: tuple[Kind, ...] = ()
    genres: tuple[str, ...] = ()
    except_genres: tuple[str, ...] = ()
    directions: tuple[Direction, ...] = ()
    given: Role | None = None  # holds only where this element is found

    def holds(self, present: Collection[Role], kind: Kind, genre: str | None, direction: Direction | None) -> bool:
        """Whether the row speaks about a document of this genre, direction and format with these elements."""
        return (
            (not self.formats or kind in self.formats)
            and (not self.genres or genre in self.genres)
            and genre not in self.except_genres
            and (not self.directions or direction in self.directions)
            and (self.given is None or self.given in present)
        )


@dataclass(frozen=True, slots=True)
class _Table:
    requirement: tuple[Requirement, ...]


@functools.cache
def requirements() -> tuple[Requirement, ...]:
    """All rows, in the order of the elements."""
    text = resources.files(__package__).joinpath("requirements.toml").read_text("utf-8")
    return table.parse(_Table, text, "requirements.toml").requirement


def breached(
    present: Collection[Role], kind: Kind, genre: str | None, direction: Direction | None
) -> Iterator[Requirement]:
    """The rows that a document with these elements does not meet."""
    for row in requirements():
        wrong = (row.role in present) is (row.presence is Presence.FORBIDDEN)
        if wrong and row.holds(present, kind, genre, direction):
            yield row


def stood_for(marks: Iterable[str], subtitles: Iterable[str]) -> frozenset[Role]:
    """The elements in whose place others stand.

    The mark of a numbered notice says the genre itself (某某市人民政府公告, below it only 第7号), and what a meeting
    adopted has the meeting and the date under its title and is signed by nobody.
    """
    title = (Role.TITLE,) if any(mark.strip().endswith(_TITLED) for mark in marks) else ()
    sign_off = SIGN_OFF_ROLES if any(map(_ADOPTED.search, subtitles)) else ()
    return frozenset((*title, *sign_off))


def is_bulletin(mark: str) -> bool:
    """Whether a mark is that of a numbered paper for reading (简报, 专报, 信息), which is no official document."""
    return "".join(mark.split()).endswith(("简报", "专报", "快报", "要情", "信息", "动态", "通讯", "参考"))


def is_official(present: Collection[Role]) -> bool:
    """Whether a document has any element that only official documents have."""
    return not _OFFICIAL.isdisjoint(present)


_OFFICIAL = frozenset(
    (Role.ISSUER_MARK, Role.DOC_NUMBER, Role.ORDER_NUMBER, Role.ADDRESSEE, Role.COPY_TO, Role.PRINTER)
)
