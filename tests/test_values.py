"""A class of values is what `dataclasses.dataclass` would make of it; `dataclasses` is asked each time."""

from __future__ import annotations

import ast
import copy
import dataclasses
import inspect
import itertools
import pickle
from collections.abc import Callable, Iterator
from dataclasses import field
from pathlib import Path
from typing import Any, ClassVar

import pytest

import gwformat
from gwformat.values import dataclass

MAKERS = (dataclass, dataclasses.dataclass)
WAYS = [dict(zip(("frozen", "slots"), way, strict=True)) for way in itertools.product((True, False), repeat=2)]


@dataclass(frozen=True, slots=True)
class Stretch:
    begin: int
    end: int | None = None


@dataclass(frozen=True)
class Roomy:  # without slots, as what keeps answers in its `__dict__`
    begin: int


@dataclass(frozen=True, slots=True)
class Named(Stretch):
    name: str = ""


@dataclass(slots=True)
class Growing:
    lines: list[str] = field(default_factory=list)


def passages(maker: Callable[..., Any], **way: bool) -> type[Any]:
    """A class with every kind of field that the program has."""

    class Passage:
        SIDES: ClassVar[tuple[str, ...]] = ("left", "right")
        text: str
        lines: list[str] = field(default_factory=list)
        level: int = 1
        origin: str = field(default="", compare=False, repr=False)

    made: type[Any] = maker(**way)(Passage)
    return made


def both(**way: bool) -> tuple[type[Any], type[Any]]:
    """The same class as it is made here and by `dataclasses`."""
    ours, theirs = (passages(maker, **way) for maker in MAKERS)
    return ours, theirs


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("said", [(("甲",), {}), (("甲", ["乙"]), {"level": 2}), ((), {"text": "甲", "origin": "丙"})])
def test_a_value_has_the_fields_it_was_given_and_the_defaults_of_the_others(
    way: dict[str, bool], said: tuple[tuple[Any, ...], dict[str, Any]]
) -> None:
    ours, theirs = (kind(*said[0], **said[1]) for kind in both(**way))
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs)
    assert hasattr(ours, "__dict__") == hasattr(theirs, "__dict__") == (not way["slots"])


@pytest.mark.parametrize("way", WAYS)
def test_a_class_takes_the_same_arguments_as_one_of_dataclasses(way: dict[str, bool]) -> None:
    ours, theirs = both(**way)
    assert str(inspect.signature(ours)) == str(inspect.signature(theirs))
    assert ours.__match_args__ == theirs.__match_args__
    for kind in (ours, theirs):
        with pytest.raises(TypeError, match=r"Passage\.__init__\(\) got an unexpected keyword argument 'middle'"):
            kind("甲", middle=4)


def test_no_two_values_share_what_a_factory_made() -> None:
    one, other = Growing(), Growing()
    one.lines.append("甲")
    assert other.lines == []


@pytest.mark.parametrize("way", WAYS)
def test_values_are_equal_where_those_of_dataclasses_are(way: dict[str, bool]) -> None:
    said = [{"text": "甲"}, {"text": "甲", "origin": "丙"}, {"text": "乙"}, {"text": "甲", "level": 2}]
    ours, theirs = ([kind(**fields) for fields in said] for kind in both(**way))
    pairs = list(itertools.product(range(len(said)), repeat=2))
    assert [ours[a] == ours[b] for a, b in pairs] == [theirs[a] == theirs[b] for a, b in pairs]
    assert ours[0] != theirs[0]


def test_equal_values_have_one_hash_if_they_are_frozen() -> None:
    assert len({Stretch(3, 5), Stretch(3, 5), Stretch(3)}) == 2
    assert hash(Stretch(3, 5)) == hash((3, 5))
    with pytest.raises(TypeError, match="unhashable"):
        hash(Growing())


@pytest.mark.parametrize("value", [Stretch(3), Roomy(3), Named(3)])
def test_a_frozen_value_is_of_its_class_and_stays_as_it_is(value: Stretch | Roomy) -> None:
    assert type(value) in (Stretch, Roomy, Named)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.begin = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.begin
    assert value.begin == 3


@pytest.mark.parametrize("value", [Stretch(3, 5), Roomy(3), Named(3, 5, "甲"), Growing(["甲"])])
def test_a_value_can_be_copied_and_sent_to_another_process(value: object) -> None:
    assert copy.copy(value) == copy.deepcopy(value) == value == pickle.loads(pickle.dumps(value))


def test_a_value_can_be_copied_with_changes() -> None:
    assert dataclasses.replace(Stretch(3, 5), end=6) == Stretch(3, 6)
    assert dataclasses.replace(Named(3, name="甲"), begin=4) == Named(4, name="甲")
    assert [one.name for one in dataclasses.fields(Named)] == ["begin", "end", "name"]


def test_a_class_with_more_fields_has_those_of_the_first_too() -> None:
    assert Named(3, 4, "甲") == Named(begin=3, end=4, name="甲") != Stretch(3, 4)
    assert not hasattr(Named(3), "__dict__")


@pytest.mark.parametrize("maker", MAKERS)
def test_what_a_class_writes_itself_stays(maker: Callable[..., Any]) -> None:
    class Folded:
        word: str
        length: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.word))

        def __repr__(self) -> str:
            return self.word

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Folded) and self.word.lower() == other.word.lower()

        def __hash__(self) -> int:
            return 7

    made = maker(frozen=True, slots=True)(Folded)
    assert (made("AB").length, repr(made("AB")), hash(made("AB"))) == (2, "AB", 7)


@pytest.mark.parametrize("maker", MAKERS)
def test_an_equality_of_its_own_has_the_hash_of_the_fields(maker: Callable[..., Any]) -> None:
    class Loose:
        word: str

        def __eq__(self, other: object) -> bool:
            return True

    assert hash(maker(frozen=True)(Loose)("甲")) == hash(("甲",))


@pytest.mark.parametrize("maker", MAKERS)
def test_values_compared_by_what_they_are_keep_their_own_hash(maker: Callable[..., Any]) -> None:
    class Seat:
        number: int

    seats = maker(frozen=True, slots=True, eq=False)(Seat)
    one, other = seats(1), seats(1)
    assert one != other
    assert len({one, other, one}) == 2


def test_a_default_that_nothing_would_set_is_refused() -> None:
    with pytest.raises(TypeError, match="Counted"):

        @dataclass(frozen=True)
        class Counted:
            number: int = field(init=False, default=1)


def classes() -> Iterator[tuple[str, str]]:
    """Every module of the program that takes something from `dataclasses`, and what."""
    folder = Path(gwformat.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.module == "dataclasses":
                yield from ((path.relative_to(folder).as_posix(), name.name) for name in node.names)


def test_all_classes_of_values_are_made_here() -> None:
    assert [module for module, name in classes() if name == "dataclass" and module != "values.py"] == []
