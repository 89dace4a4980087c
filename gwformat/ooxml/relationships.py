"""A relationships part in, its relationships with resolved targets out."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from lxml import etree

from gwformat.ooxml.names import RELATIONSHIP
from gwformat.ooxml.recurring import tree_of, worked_out
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship: `target` is a part name without leading slash, or the URL if it is external."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last segment of the type: `image`, `footnotes`, `hyperlink` …"""
        return self.type.rpartition("/")[2]


def rels_name(part: str) -> str:
    """The name of the relationships part of `part`; of the package itself for ""."""
    folder, _, base = part.rpartition("/")
    return f"{folder}/_rels/{base}.rels".lstrip("/")


def relationships_in(data: bytes, name: str, source: str) -> dict[str, Relationship]:
    """The relationships in the bytes of a part of them; once for all files that have the same, so nobody changes it."""
    return worked_out(data, lambda: parse_relationships(tree_of(data, name), source), (parse_relationships, source))


def parse_relationships(root: etree._Element, source: str) -> dict[str, Relationship]:
    """Relationships by id; the first one wins if an id is used twice."""
    result: dict[str, Relationship] = {}
    for element in root.iter(RELATIONSHIP):
        identifier, target = element.get("Id", ""), element.get("Target", "")
        external = element.get("TargetMode") == "External"
        if not external:
            target = resolve(source, target)
        result.setdefault(identifier, Relationship(identifier, element.get("Type", ""), target, external))
    return result


def resolve(source: str, target: str) -> str:
    """The part name an internal target of `source` means."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    if not path.startswith("/"):
        path = posixpath.join("/" + posixpath.dirname(source), path)
    # normpath stops at the root, so no target leads out of the package.
    return posixpath.normpath(path).lstrip("/")
