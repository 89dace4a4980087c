"""What was written for the press comes in, what the user is told of it goes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gwformat.printing.distribution import Distribution, Recipient
from gwformat.printing.numbering import number_text
from gwformat.printing.ticket import Ticket
from gwformat.printing.ticket_form import span
from gwformat.report import as_json

if TYPE_CHECKING:
    from gwformat.api import Pressed

_SHOWN = 30


def text(result: Pressed) -> str:
    """The report for people."""
    return "\n".join(_lines(result))


def ticket_json(ticket: Ticket) -> str:
    """The job ticket for programs."""
    recipients = ticket.distribution.recipients if ticket.distribution is not None else ()
    value = {
        "file": ticket.file,
        "sha256": ticket.sha256,
        "title": ticket.title,
        "doc_number": ticket.number,
        "secrecy": ticket.secrecy,
        "urgency": ticket.urgency,
        "within": ticket.within,
        "sent": ticket.sent.isoformat(),
        "due": None if ticket.due is None else ticket.due.isoformat(),
        "pages": ticket.pages,
        "sheets": ticket.sheets,
        "all_sheets": ticket.all_sheets,
        "paper": ticket.paper,
        "weight": ticket.weight,
        "printing": ticket.printing,
        "binding": ticket.binding,
        "copies": ticket.copies,
        "distribution": [
            {"organ": one.organ, "copies": one.copies, "numbers": _ends(one.numbers), "remark": one.remark}
            for one in recipients
        ],
        "proofs": list(ticket.proofs),
    }
    return as_json.dumps(value).rstrip("\n")


def _ends(numbers: range) -> list[str]:
    return [number_text(numbers[0]), number_text(numbers[-1])]


def _lines(result: Pressed) -> Iterator[str]:
    files = "、".join(str(file) for file in result.files[:3]) + ("等" if len(result.files) > 3 else "")
    yield f"{result.master.source} → {files}"
    yield f"  每份 {result.pages} 页，{result.sheets} 张"
    if result.distribution is not None:
        yield from _copies(result.distribution, result.sheets)
    for notice in result.notices:
        yield f"  提示：{notice}"


def _copies(distribution: Distribution, sheets: int) -> Iterator[str]:
    numbers = distribution.numbers
    yield f"  共 {distribution.copies} 份，{distribution.copies * sheets} 张，份号 {span(numbers)}"
    named = [one for one in distribution.recipients if one.organ]
    for one in named[:_SHOWN]:
        yield f"    {_recipient(one)}"
    if len(named) > _SHOWN:
        yield f"    另有 {len(named) - _SHOWN} 个机关"


def _recipient(one: Recipient) -> str:
    remark = f"（{one.remark}）" if one.remark else ""
    return f"{span(one.numbers)}  {one.organ}  {one.copies} 份{remark}"
