"""What many rules ask of a document is worked out once for it, and again for another one."""

from __future__ import annotations

from pathlib import Path

from gwformat.check import Context
from gwformat.check.once import once
from gwformat.model import Document, Draft, Kind
from gwformat.profiles import load_profile

asked: list[str] = []


@once
def name_of(context: Context) -> str:
    """The name of the file."""
    asked.append(context.draft.path.name)
    return context.draft.path.name


def context_of(name: str) -> Context:
    return Context(Document(Draft(Path(name), "txt", ()), Kind.GENERAL, ()), load_profile("general"))


def test_each_context_keeps_its_own_answer() -> None:
    one, other = context_of("甲.txt"), context_of("乙.txt")
    assert [name_of(one), name_of(other), name_of(one)] == ["甲.txt", "乙.txt", "甲.txt"]
    assert asked == ["甲.txt", "乙.txt"]


def test_what_else_is_asked_has_an_answer_of_its_own() -> None:
    said: list[str] = []

    @once
    def joined(context: Context, word: str) -> str:
        said.append(word)
        return f"{context.draft.path.name}{word}"

    one = context_of("丙.txt")
    assert [joined(one, "一"), joined(one, "二"), joined(one, "一")] == ["丙.txt一", "丙.txt二", "丙.txt一"]
    assert said == ["一", "二"]
