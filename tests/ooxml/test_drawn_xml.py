"""What an SVG picture says besides what it draws goes, and what it draws stays."""

from __future__ import annotations

from gwformat.ooxml.drawn_xml import cleaned, extras

_SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'.format


def test_words_of_the_drawing_behind_a_title_stay() -> None:
    data = _SVG(
        "<text>甲<title>说明</title>乙</text><text><desc>说明</desc>丙<b/>丁<title>说明</title>戊</text>"
    ).encode()
    assert cleaned(data).decode().partition("?>\n")[2] == _SVG("<text>甲乙</text><text>丙<b/>丁戊</text>")


def test_what_cannot_be_read_stays_as_it_is_and_is_told() -> None:
    assert cleaned(b"<svg") == b"<svg"
    assert extras(b"<svg") == (("SVG 图片可能带有说明文字", False),)
