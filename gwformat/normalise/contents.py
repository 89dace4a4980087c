"""Tables of contents: entries whose dots were typed come in, entries with a tab before the page number go out.

Typed dots are as many as fitted the line of the draft; those before a tab are as many as the line has room for.
"""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import OBJECT, Edit, Role
from gwformat.normalise.passes import Pass, Passage, in_passages
from gwformat.text.characters import SPACE

_BLANKS = f"[{SPACE}\t]*"
_DOTS = f"(?:[….·．]{_BLANKS})"
_ENTRY = expression(
    rf"[^\n]*?[^\s….·．](?P<leader>{_BLANKS}(?:…{_BLANKS}){{2,}}|{_BLANKS}{_DOTS}{{4,}})[\divxIVX]{{1,4}}{_BLANKS}"
)


def _leaders(passage: Passage) -> Sequence[Edit]:
    found = _ENTRY.fullmatch(passage.text)
    if found is None or OBJECT in passage.text or "\t" in passage.text[: found.start("leader")]:
        return ()
    return [Edit(*found.span("leader"), "\t")]


CONTENTS = Pass(
    "contents",
    "目录引导点",
    "目录中手打的引导点多少随字号而变，改用制表位，点数由行宽决定",
    in_passages((Role.OTHER,), _leaders, "….·．"),
)
