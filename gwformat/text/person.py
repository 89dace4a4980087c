"""Numbers that belong to a person: a string of digits comes in, whether it can be such a number goes out."""

from __future__ import annotations

from datetime import date

from gwformat.expressions import expression

_IDENTITY = expression("[1-8][0-9]{5}(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})[0-9]{3}[0-9Xx]")
# GB 11643-1999: weights of the seventeen digits, and the check digit for each remainder.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def has_identity_shape(number: str) -> bool:
    """Whether eighteen characters are built like an identity number: a region, a day of birth, a check digit."""
    found = _IDENTITY.fullmatch(number)
    if found is None:
        return False
    try:
        date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return False
    return True


def is_identity_number(number: str) -> bool:
    """Whether `number` has the shape of an identity number and its check digit is right."""
    if not has_identity_shape(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[-1].upper() == _CHECK[total % 11]


def is_bank_card(number: str) -> bool:
    """Whether `number` is as long as the number of a bank card and its last digit is right (Luhn)."""
    if not 16 <= len(number) <= 19 or len(set(number)) < 3:
        return False
    doubled = (int(digit) * 2 if place % 2 else int(digit) for place, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
