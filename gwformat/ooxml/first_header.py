"""A package whose first page has a header of its own comes in; it goes out with that header at the top of the text."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from lxml import etree

from gwformat.ooxml.archive import CONTENT_TYPES_PART
from gwformat.ooxml.names import MC, RELATIONSHIP, R, namespace, r, w
from gwformat.ooxml.package import Package
from gwformat.ooxml.relationships import Relationship, rels_name
from gwformat.ooxml.sections import section_properties
from gwformat.ooxml.trees import detach, part_bytes

_REFERENCE, _TYPE, _ID, _IGNORABLE = w("headerReference"), w("type"), r("id"), f"{{{MC}}}Ignorable"


def in_text(package: Package, part: str) -> Package | None:
    """The package with what stands in the header `part` before the text; None if other pages show it as well."""
    main = package.main_part
    root, header = copy.deepcopy(package.tree(main)), copy.deepcopy(package.tree(part))
    arrows = package.relationships(main)
    shown = [one for one in root.iter(_REFERENCE) if (arrow := arrows.get(one.get(_ID, ""))) and arrow.target == part]
    body, sections = root.find(w("body")), section_properties(root)
    if body is None or len(shown) != 1 or shown[0].getparent() is not sections[0]:
        return None
    if any(header.nsmap[prefix] != root.nsmap.get(prefix, header.nsmap[prefix]) for prefix in header.nsmap):
        return None  # a prefix that means two things
    identifier = shown[0].get(_ID, "")
    detach(shown[0])
    added = _renamed(header, package.relationships(part), arrows)
    for place, node in enumerate(header):
        body.insert(place, node)
    relations = copy.deepcopy(package.tree(rels_name(main)))
    for old in [one for one in relations.iter(RELATIONSHIP) if one.get("Id") == identifier]:
        detach(old)
    relations.extend(added)
    types = copy.deepcopy(package.tree(CONTENT_TYPES_PART))
    for override in [one for one in types if one.get("PartName", "").lower() == f"/{part}".lower()]:
        detach(override)
    return package.replaced(
        {
            main: part_bytes(_with_names(root, header)),
            rels_name(main): part_bytes(relations),
            CONTENT_TYPES_PART: part_bytes(types),
            part: None,
            rels_name(part): None,
        }
    )


def _renamed(
    header: etree._Element, own: Mapping[str, Relationship], taken: Mapping[str, Relationship]
) -> list[etree._Element]:
    """The relationships of a header for the main part; what refers to them is given the identifiers they get."""
    names: dict[str, str] = {}
    found = []
    for identifier, arrow in own.items():
        name = f"header-{identifier}"
        while name in taken or name in names.values():
            name += "-"
        names[identifier] = name
        said = {"Id": name, "Type": arrow.type, "Target": arrow.target if arrow.external else f"/{arrow.target}"}
        found.append(etree.Element(RELATIONSHIP, said | ({"TargetMode": "External"} if arrow.external else {})))
    for node in header.iter("*"):
        for attribute, value in node.items():
            if namespace(attribute) == R and str(value) in names:
                node.set(attribute, names[str(value)])
    return found


def _with_names(root: etree._Element, header: etree._Element) -> etree._Element:
    """The root with the prefixes of the header: choices between alternatives name them in words."""
    names = {prefix: uri for prefix, uri in (*header.nsmap.items(), *root.nsmap.items()) if prefix is not None}
    result = etree.Element(root.tag, nsmap=names)
    for attribute, value in root.items():
        result.set(attribute, value)
    result.extend(root)
    ignored = dict.fromkeys((*root.get(_IGNORABLE, "").split(), *header.get(_IGNORABLE, "").split()))
    if ignored:
        result.set(_IGNORABLE, " ".join(ignored))
    return result
