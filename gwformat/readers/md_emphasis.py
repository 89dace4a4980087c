"""Asterisks beside Chinese punctuation: a parser comes in and sees **领导。**各 as strong from then on.

CommonMark takes a full stop or a quote inside the marks with a letter outside for the wrong side of a word. Chinese
has no spaces between words, so beside full-width characters an asterisk may open and close wherever no space is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gwformat.text.width import is_wide

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline


def use(parser: MarkdownIt) -> None:
    """Replace the parser's rule for asterisks."""
    parser.inline.ruler.at("emphasis", _tokenize)


def _tokenize(state: StateInline, silent: bool) -> bool:
    from markdown_it.rules_inline import emphasis

    start = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    if state.src[start] == "*":
        before = state.src[start - 1] if start else " "
        after = state.src[state.pos] if state.pos < state.posMax else " "
        beside_wide = is_wide(before) or is_wide(after)
        for delimiter in state.delimiters[start - state.pos :]:
            delimiter.open |= beside_wide and not after.isspace()
            delimiter.close |= beside_wide and not before.isspace()
    return True
