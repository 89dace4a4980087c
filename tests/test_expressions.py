"""Expressions are compiled when they are first used, and are then what `re.compile` gives."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.expressions import expression

_NUMBER = r"(?P<organ>[\u3400-\u9fff]{1,8})〔(\d{4})〕(?:\d+)号"

# Starts the command line and what it runs with every compiled source noted; prints those with a wide range.
_WIDE_ONES = r"""
import re, sys
from re import _constants, _parser

def widest(parsed):
    if isinstance(parsed, _parser.SubPattern):
        return max(map(widest, parsed.data), default=0)
    if not isinstance(parsed, (list, tuple)):
        return 0
    if len(parsed) == 2 and parsed[0] is _constants.RANGE:
        return min(parsed[1][1], 0xFFFF) - parsed[1][0]
    return max(map(widest, parsed), default=0)

compile_, wide = re.compile, []

def noting(source, flags=0):
    if isinstance(source, str) and widest(_parser.parse(source, flags)) > 2000:
        wide.append(source)
    return compile_(source, flags)

re.compile = noting
import gwformat.cli.program, gwformat.api.formatting, gwformat.api.checking
from gwformat.check import registry
registry.all_rules()
print(*wide, sep="\n")
"""


def test_a_mistake_shows_at_the_first_use() -> None:
    wrong = expression("(一")
    assert wrong.pattern == "(一"
    with pytest.raises(re.error):
        wrong.search("一")


def test_what_an_expression_does_not_have_is_not_invented() -> None:
    with pytest.raises(AttributeError):
        expression("一").searched  # type: ignore[attr-defined]  # noqa: B018


def test_flags_count() -> None:
    assert expression("^no$", re.IGNORECASE | re.MULTILINE).findall("No\nno") == ["No", "no"]


@given(st.text(alphabet="某市〔〕12345号 "), st.booleans())
def test_every_method_answers_as_that_of_the_compiled_expression(text: str, used_before: bool) -> None:
    compiled, waiting = re.compile(_NUMBER), expression(_NUMBER)
    if used_before:
        waiting.search("")
    for name in ("match", "fullmatch", "search"):
        assert str(getattr(waiting, name)(text)) == str(getattr(compiled, name)(text))
    assert [found.groupdict() for found in waiting.finditer(text)] == [
        found.groupdict() for found in compiled.finditer(text)
    ]
    assert waiting.findall(text) == compiled.findall(text)
    assert waiting.split(text) == compiled.split(text)
    assert (
        waiting.subn("号", text) == compiled.subn("号", text) == (waiting.sub("号", text), len(compiled.findall(text)))
    )
    assert (waiting.groups, waiting.groupindex) == (compiled.groups, compiled.groupindex)


def test_no_start_of_the_program_compiles_ranges_of_han_characters() -> None:
    done = subprocess.run([sys.executable, "-c", _WIDE_ONES], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:-1] == [""], "use gwformat.expressions.expression for these"
