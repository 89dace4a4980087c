"""A document comes in, how grave data about persons are in it goes out: 附注 says whether it is made public."""

from __future__ import annotations

from gwformat.check.context import Context
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_PUBLIC = expression("公开")
_NOT_PUBLIC = expression("不(?:予|宜)?公开|依申请公开|不对外公开|删减后公开|公开前")


def gravity(context: Context) -> Severity | None:
    """A warning if 附注 says that the document is public; None, the gravity of the rule, if it does not."""
    said = "".join(element.text for element in context.of(Role.ANNOTATION))
    return Severity.WARNING if _PUBLIC.search(said) and not _NOT_PUBLIC.search(said) else None
