"""Marks, titles and sign-offs come in, the names of organs in them go out in a form that can be compared."""

from __future__ import annotations

from collections.abc import Iterable

from gwformat.check.elements import Element
from gwformat.expressions import expression

_BLANK = expression(r"[\s\ufffc]+")
_LEFT_OPEN = expression(r"[×xXＸ✕＊*_＿□△〔{<【\[]")
_BEFORE_SUBJECT = expression(r"(?P<organ>[^《]*?)(?:关于|印发|转发|批转|批准|发布|公布|对|致|向)")
_POSTS = "(?:长|书记|主任|主席|总理|司令员?)"
_PERSON = expression(rf"\s*[\u3400-\u9fff]{{0,16}}\s{{0,4}}{_POSTS}\s+[\u3400-\u9fff·]{{2,8}}\s*")
_POST = expression(f"{_POSTS}$")
_MARKED = expression(r"(?<=.)(?:文件|公告|通告|公报)。?$")  # 某某市人民代表大会常务委员会公告
_PARTY_COMMITTEE = expression(r"(?<=.)党委$")
_MEETING = expression(r"会议$")
_OFFICE = ("办公厅", "办公室", "办")


def plain(name: str) -> str:
    """A name without what regular short forms leave out."""
    name = _BLANK.sub("", name).strip('“”"（）()。')
    name = name.removeprefix("中国共产党").removeprefix("中共").replace("委员会", "委")
    return _PARTY_COMMITTEE.sub("委", name)  # 某某公司党委 is 中共某某公司委员会


def same(one: str, other: str) -> bool:
    """Whether two names can be those of one organ: equal, or one the other without its region."""
    one, other = plain(one), plain(other)
    return one.endswith(other) or other.endswith(one)


def is_head_of(signed: str, organ: str) -> bool:
    """Whether the post beside a 签名章 is one of the organ."""
    signed, organ = plain(signed), plain(organ)
    return signed.startswith(organ) and _POST.search(signed, len(organ)) is not None


def is_office_of(one: str, other: str) -> bool:
    """Whether one of two names is the office of the other."""
    short, long = sorted((plain(one), plain(other)), key=len)
    return long.startswith(short) and long[len(short) :] in _OFFICE


def marks(elements: Iterable[Element]) -> list[str]:
    """The organs that the lines of a mark name, without 文件 and the like; marks that are left open name none."""
    found = []
    for element in elements:
        for line in element.text.split("\n"):
            name = _MARKED.sub("", _BLANK.sub("", line).strip('“”"')).strip('“”"')
            if len(name) > 1 and not _LEFT_OPEN.search(name):
                found.append(name)
    return found


def signatures(elements: Iterable[Element]) -> list[Element]:
    """The sign-offs that name an organ, not the post and the name of a person (7.3.5.3)."""
    named = (element for element in elements if not _PERSON.fullmatch(element.text))
    return [element for element in named if len(plain(element.text)) > 1 and not _LEFT_OPEN.search(element.text)]


def of_title(title: str) -> str:
    """The organs before the subject of a title, "" if it begins with the subject or with a meeting."""
    found = _BEFORE_SUBJECT.match(title)
    organ = found["organ"].strip() if found and not _LEFT_OPEN.search(found["organ"]) else ""
    return "" if _MEETING.search(organ) else organ


def names_one_of(words: str, organs: Iterable[str]) -> bool:
    """Whether the organs before a subject, several of them perhaps, include one of `organs`."""
    parts = [*words.split(), words]
    return any(
        same(part, organ) or _begins_with(part, organ) or _abbreviates(part, organ)
        for organ in organs
        for part in parts
    )


def _abbreviates(short: str, long: str) -> bool:
    """Whether the office in a title is the one signed in full: 某某县安委办 and 某某县安全生产委员会办公室."""
    short, long = plain(short), plain(long)
    if not (short.endswith("办") and long.endswith("办公室") and short[:2] == long[:2]):
        return False
    left = iter(long)
    return all(char in left for char in short)


def _begins_with(words: str, organ: str) -> bool:
    rest = plain(words).removeprefix(plain(organ))
    return rest != plain(words) and not rest.startswith(_OFFICE)
