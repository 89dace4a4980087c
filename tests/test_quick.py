"""Values that are made quickly are what frozen dataclasses are: frozen, comparable, copied with changes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import dataclass, field

import pytest

from gwformat.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Stretch:
    begin: int
    end: int | None = None


@quick
@dataclass(frozen=True)
class Roomy:  # without slots, as what keeps answers in its `__dict__`
    begin: int


def test_a_value_has_the_fields_it_was_given_and_the_defaults_of_the_others() -> None:
    assert (Stretch(3).begin, Stretch(3).end, Stretch(3, end=5).end) == (3, None, 5)
    assert vars(Roomy(3)) == {"begin": 3}


@pytest.mark.parametrize("value", [Stretch(3), Roomy(3)])
def test_a_value_is_of_its_class_and_frozen(value: Stretch | Roomy) -> None:
    assert type(value) in (Stretch, Roomy)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.begin = 4  # type: ignore[misc]


def test_equal_values_are_equal_and_have_one_hash() -> None:
    assert Stretch(3, 5) == Stretch(3, 5) != Stretch(3, 6)
    assert len({Stretch(3, 5), Stretch(3, 5), Stretch(3)}) == 2


def test_a_value_can_be_copied_changed_and_sent_to_another_process() -> None:
    value = Stretch(3, 5)
    assert dataclasses.replace(value, end=6) == Stretch(3, 6)
    assert copy.deepcopy(value) == value == pickle.loads(pickle.dumps(value))
    assert repr(value) == "Stretch(begin=3, end=5)"


def test_a_wrong_argument_is_refused_by_the_name_of_the_class() -> None:
    with pytest.raises(TypeError, match=r"Stretch\.__init__\(\) got an unexpected keyword argument 'middle'"):
        Stretch(3, middle=4)  # type: ignore[call-arg]


def test_what_does_more_than_set_its_fields_is_left_to_dataclasses() -> None:
    @dataclass(frozen=True, slots=True)
    class Listed:
        parts: list[int] = field(default_factory=list)

    @dataclass(frozen=True)
    class Checked:
        begin: int

        def __post_init__(self) -> None:
            assert self.begin >= 0

    for more in (Listed, Checked):
        with pytest.raises(TypeError):
            quick(more)
