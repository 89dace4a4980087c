"""An annotation comes in; out goes whether it is a line of the text that says whom to ask."""

from __future__ import annotations

from gwformat.check.context import Context
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.model import Role

_CONTACT = expression(r"\s*联\s*系(?:人|电话|方式|单位|科室|处室)")


def contact_in_text(context: Context, element: Element) -> bool:
    """Whether it stands above the sign-off without brackets: as a sentence of the text it needs none."""
    signed = context.own(Role.SIGNATURE)
    return (
        element.role is Role.ANNOTATION
        and _CONTACT.match(element.text) is not None
        and bool(signed)
        and element.first_paragraph < signed[0].first_paragraph
    )
