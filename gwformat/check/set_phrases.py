"""A text comes in, the places where a set phrase of official documents stands in wrong characters go out.

Who types by sound picks a word that sounds right and is not the one meant: 组织事实 for 组织实施. Four characters in a
row that sound like a set phrase and are none are such a slip; of one word it could not be said, for 事实 is one too.
"""

from __future__ import annotations

import functools
import operator
from array import array
from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import chain, compress, count

from gwformat.expressions import expression
from gwformat.model import Edit
from gwformat.profiles import table
from gwformat.values import dataclass

_LENGTH = 4  # characters of a phrase that are looked at together
_HALF = 2
_ASTRAL = expression("[\U00010000-\U0010ffff]")
# Words of one character, which meet any others: in 不符|合本|条例 the 合 and 本 are no slip for 和本条例.
_LIGHT = frozenset("和与于由及的地得为本其因向仍将对应有在不未是只之等各从或并而且也都就又再所被")
_TWO_BYTES = "utf-16-le"


@dataclass(frozen=True, slots=True)
class _Lists:
    """`set_phrases.toml` as it is written."""

    phrases: Mapping[str, str]  # a subject → its phrases
    sounds: str  # lines: syllables that sound alike, and the characters so spoken
    shapes: str  # a character, and those that look like it
    also_right: str  # phrases that sound like those and are right; nothing is taken for a slip of them
    either: tuple[str, ...]  # two characters that official texts use for each other: 制定, 制订


@dataclass(frozen=True, slots=True)
class Slip:
    """A set phrase in wrong characters: where, and what should stand there."""

    edit: Edit
    is_doubtful: bool  # whether other words may be meant: the wrong half is a word itself, as 事实 is in 组织事实


@dataclass(frozen=True)
class SetPhrases:
    """What is right, and by which sound it is found."""

    phrases: list[str]  # four characters of each, from every second one on
    right: frozenset[str]  # these, and what sounds like one and is right too
    meant: Mapping[int, str]  # how four characters sound → the right ones
    sound: Mapping[int, int]  # a character → the first one that sounds like it
    shapes: Mapping[str, str]  # a character → those that look like it
    either: frozenset[str]

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words of two characters in the phrases; asked for only where something may be a slip."""
        return frozenset(phrase[place : place + _HALF] for place in (0, _HALF) for phrase in self.phrases)

    def slips(self, text: str) -> Iterator[Slip]:
        """Where `text` says a phrase in wrong characters, with the right ones; places may overlap."""
        text = _ASTRAL.sub("?", text)
        sounds = text.translate(self.sound).encode(_TWO_BYTES, "surrogatepass")
        for first in range(_LENGTH):
            numbers = _numbers(sounds[2 * first :])
            for place in compress(count(first, _LENGTH), map(self.meant.__contains__, numbers)):
                said = text[place : place + _LENGTH]
                if said not in self.right:
                    right = self.meant[numbers[place // _LENGTH]]
                    if self._is_slip(said, right) and not self._parts_elsewhere(text, place, right):
                        yield Slip(Edit(place, place + _LENGTH, right), self._is_doubtful(said, right))

    def _is_slip(self, said: str, right: str) -> bool:
        """Whether one or two characters of a half are wrong that sound the same, or one that looks alike."""
        wrong = [(wrote, meant) for wrote, meant in zip(said, right, strict=True) if wrote != meant]
        if any(wrote in _LIGHT or wrote + meant in self.either for wrote, meant in wrong):
            return False
        if len(wrong) == 1 and wrong[0][0] in self.shapes.get(wrong[0][1], ""):
            return True
        half = said[:_HALF] == right[:_HALF] or said[_HALF:] == right[_HALF:]
        return half and all(
            self.sound.get(ord(wrote), wrote) == self.sound.get(ord(meant), meant) for wrote, meant in wrong
        )

    def _parts_elsewhere(self, text: str, place: int, right: str) -> bool:
        """Whether the wrong character at an end belongs to the word outside: 组|建强有力 is 组建 and 强有力."""
        end = place + _LENGTH
        return (text[place] != right[0] and text[place - 1 : place + 1] in self.words) or (
            text[end - 1] != right[-1] and text[end - 1 : end + 1] in self.words
        )

    def _is_doubtful(self, said: str, right: str) -> bool:
        """Whether the half that is wrong is a word, or may be one of no phrase here, as both its characters differ."""
        place = 0 if said[:_HALF] != right[:_HALF] else _HALF
        half, meant = said[place : place + _HALF], right[place : place + _HALF]
        return half in self.words or (half[0] != meant[0] and half[1] != meant[1])


def _numbers(sounds: bytes) -> memoryview[int]:
    """Every four characters, of two bytes each, as one number of eight."""
    whole = len(sounds) // (2 * _LENGTH) * (2 * _LENGTH)
    return memoryview(sounds)[:whole].cast("Q")


@functools.cache
def load_set_phrases() -> SetPhrases:
    """The packaged phrases, read once."""
    said = resources.files(__package__).joinpath("set_phrases.toml").read_text("utf-8")
    lists = table.parse(_Lists, said, "set_phrases.toml")
    alike = lists.sounds.split()[1::2]
    shapes = {group[0]: group[1:] for group in lists.shapes.split()}
    sound = str.maketrans("".join(alike), "".join(spoken[0] * len(spoken) for spoken in alike))
    # Of one phrase a dict keeps the order, so that of two that sound alike always the same is proposed.
    phrases = list(dict.fromkeys(chain.from_iterable(map(_windows, lists.phrases.values()))))
    either = frozenset(chain.from_iterable((pair, pair[::-1]) for pair in lists.either))
    also = _windows(lists.also_right)
    right = frozenset(chain(phrases, also))
    return SetPhrases(phrases, right, _meant(phrases, sound, shapes), sound, shapes, either)


def _windows(phrases: str) -> list[str]:
    """Four characters from every second one on, as most words have two."""
    return [
        phrase[start : start + _LENGTH]
        for phrase in phrases.split()
        for start in range(0, len(phrase) - _LENGTH + 1, _HALF)
    ]


def _meant(right: list[str], sound: Mapping[int, int], shapes: Mapping[str, str]) -> Mapping[int, str]:
    """How each of `right` sounds, also with one character for which one stands that looks like it."""
    meant: dict[int, str] = {}
    for rank in range(max(map(len, shapes.values()))):
        alike = {char: others[rank] for char, others in shapes.items() if rank < len(others)}
        concerned = right if rank == 0 else [phrase for phrase in right if not alike.keys().isdisjoint(phrase)]
        meant.update(_misread(concerned, sound, alike))
    # What a phrase itself sounds like comes last: it is more likely meant than one of a similar shape.
    meant.update(zip(_numbers("".join(right).translate(sound).encode(_TWO_BYTES)), right, strict=True))
    return meant


def _misread(right: list[str], sound: Mapping[int, int], alike: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """How each of `right` sounds with one character for which the one stands that looks like it."""
    written = "".join(right)
    looks = {ord(char): sound.get(ord(other), ord(other)) for char, other in alike.items()}
    heard, misheard = (array("H", written.translate(how).encode(_TWO_BYTES)) for how in (sound, {**sound, **looks}))
    for place in range(_LENGTH):  # all phrases at once, for there are thousands
        one_wrong = heard[:]
        one_wrong[place::_LENGTH] = misheard[place::_LENGTH]
        has_one = list(map(operator.ne, heard[place::_LENGTH], misheard[place::_LENGTH]))
        yield from zip(compress(_numbers(one_wrong.tobytes()), has_one), compress(right, has_one), strict=True)
