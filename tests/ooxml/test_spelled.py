"""What properties say is known by their bytes, where these can be trusted; bytes that are equal say the same."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from gwformat.ooxml.names import W, w
from gwformat.ooxml.spelled import Spelled
from gwformat.ooxml.values import said

HEAD = f'<w:document xmlns:w="{W}"><w:body>'
FOOT = "</w:body></w:document>"
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r>"


def properties(body: str, head: str = HEAD) -> dict[etree._Element, bytes]:
    """What is known of the properties in a text with this body."""
    data = (head + body + FOOT).encode()
    return Spelled(data).properties(etree.fromstring(data))


def test_runs_that_say_the_same_have_the_same_bytes_and_others_have_not() -> None:
    found = properties(f'<w:p>{BOLD}{BOLD}<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>乙</w:t></w:r></w:p>')
    one, same, other = found.values()
    assert one == same != other


def test_what_the_mark_of_a_paragraph_says_is_not_said_by_the_paragraph() -> None:
    alike = [
        f'<w:p><w:pPr><w:jc w:val="center"/>{mark}</w:pPr></w:p>'
        for mark in ("", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>")
    ]
    found = properties("".join(alike))
    assert len({bytes_ for node, bytes_ in found.items() if node.tag == w("pPr")}) == 1
    assert len({bytes_ for node, bytes_ in found.items() if node.tag == w("rPr")}) == 2


def test_properties_with_older_ones_inside_are_left_out_and_those_inside_are_not() -> None:
    older = "<w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>"
    found = properties(f"<w:p><w:r><w:rPr><w:b/>{older}</w:rPr></w:r>{BOLD}</w:p>")
    assert [(node.getparent().tag, said_) for node, said_ in found.items()] == [
        (w("rPrChange"), b"<w:i/>"),
        (w("r"), b"<w:b/>"),
    ]


def test_nodes_and_bytes_belong_together_in_whatever_order_they_come() -> None:
    body = f"<w:p><w:pPr><w:rPr/></w:pPr><w:r><w:rPr/></w:r>{BOLD}<w:r><w:rPr></w:rPr></w:r></w:p>"
    for node, bytes_ in properties(body).items():
        again = etree.fromstring(f'<a xmlns:w="{W}">{bytes_.decode()}</a>')
        assert [said(child) for child in node if child.tag != w("rPr")] == [said(child) for child in again]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (HEAD, f'<w:p><w:r><w:rPr w:x="1"><w:b/></w:rPr></w:r>{BOLD}</w:p>'),
        (HEAD, f"<!-- <w:rPr> --><w:p>{BOLD}</w:p>"),
        (HEAD, f"<w:p>{BOLD}<w:r><w:t>&#23383;</w:t></w:r></w:p>"),
        (HEAD, f"<w:p>{BOLD}<w:r><w:t><![CDATA[<w:rPr>]]></w:t></w:r></w:p>"),
        (HEAD.replace("w:body", f'w:body xmlns:v="{W}"'), f"<w:p>{BOLD}<v:r><v:rPr/></v:r></w:p>"),
    ],
)
def test_of_a_part_spelled_unusually_nothing_is_known_of_runs(head: str, body: str) -> None:
    assert not any(node.tag == w("rPr") for node in properties(body, head))


def test_a_mark_is_found_wherever_it_stands_in_chinese_or_not() -> None:
    chinese, plain = Spelled("<a>机密 secret</a>".encode()), Spelled(b"<a>secret</a>")
    assert chinese.holds("密".encode()) and not plain.holds("密".encode())
    assert chinese.holds(b"secret") and plain.holds(b"secret")
    assert not chinese.holds("绝".encode())


def test_what_is_said_many_times_is_found_as_what_is_said_once() -> None:
    bold = b'<w:style><w:color w:val="FF0000"/><w:b/></w:style>'
    sheet = Spelled(b"<w:styles>" + bold * 100 + b'<w:style><w:color w:val="00FF00"/><w:vanish/></w:style></w:styles>')
    assert sheet.holds(b"vanish") and sheet.holds(b"<w:b/") and not sheet.holds(b"paraId")
    colour = re.compile(rb'<w:color w:val="([0-9A-F]{6})"')
    assert sheet.found(colour) == {b"FF0000", b"00FF00"}
    assert sheet.matches(colour) and not sheet.matches(re.compile(rb"w:line="))


@pytest.mark.parametrize("data", [b"", b"plain words", b"<a>", b" <a>", b"<<a>>", b"<a>x</a><a>x</a>"])
def test_odd_bytes_hold_what_is_between_their_brackets(data: bytes) -> None:
    pieces = {data[start:end] for start in range(len(data)) for end in range(start + 1, len(data) + 1)}
    inside = [piece for piece in pieces if b"<" not in piece[1:]]
    assert [piece for piece in inside if not Spelled(data).holds(piece)] == []
