"""A job ticket comes in; the form that is printed with it goes out: what to print, who gets which copies, proofs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from gwformat.drafting import Form
from gwformat.drafting.office_forms import Cell, Row, Sheet
from gwformat.printing.distribution import Distribution
from gwformat.printing.numbering import number_text
from gwformat.printing.ticket import Ticket
from gwformat.text.names import shown
from gwformat.units import Mm

_SIX = tuple(map(Mm, (23, 27, 23, 25, 18, 40)))
_FIVE = tuple(map(Mm, (12, 58, 16, 42, 28)))
_PROOFS = tuple(map(Mm, (12, 48, 36, 36, 24)))
_ROW, _HIGH = Mm(8.5), Mm(14)


def form_of(ticket: Ticket) -> Form:
    """The form: the job, the proofs, and the distribution list if there is one, which may be long."""
    sheets = [_job(ticket), _proofs(ticket)]
    if ticket.distribution is not None and any(one.organ for one in ticket.distribution.recipients):
        sheets.append(_distribution(ticket.distribution))
    return Form("印制单", "", "", tuple(sheets))


def _job(ticket: Ticket) -> Sheet:
    due = f"{ticket.within}（{said(ticket.due)}前）" if ticket.due else ticket.within
    paper = f"{ticket.paper}，{ticket.weight}"
    pages, sheets = f"{ticket.pages} 页", f"{ticket.sheets} 张"
    sums = f"{ticket.all_sheets} 张" if ticket.all_sheets is not None else ""
    numbers = span(ticket.distribution.numbers) if ticket.distribution is not None else ""
    copies = f"{ticket.copies} 份" if ticket.copies is not None else ""
    rows = (
        Row(_HIGH, (Cell("文件标题"), Cell(text=ticket.title, columns=5))),
        Row(_ROW, (*_pair("发文字号", ticket.number, 3), *_pair("份号", numbers))),
        Row(_ROW, (*_pair("密级", ticket.secrecy), *_pair("紧急程度", ticket.urgency), *_pair("印数", copies))),
        Row(_ROW, (*_pair("每份页数", pages), *_pair("每份用纸", sheets), *_pair("共用纸", sums))),
        Row(_ROW, (*_pair("纸张", paper, 2), *_pair("印刷", ticket.printing, 2))),
        Row(_ROW, (*_pair("装订", ticket.binding, 5),)),
        Row(_ROW, (*_pair("时限", due, 5),)),
        Row(_ROW, (*_pair("付印文件", shown(ticket.file), 5),)),
        Row(_HIGH, (*_pair("SHA-256", f"{ticket.sha256[:32]}\n{ticket.sha256[32:]}", 5),)),
        Row(_ROW, (*_pair("送印人", ""), *_pair("监印人", ""), *_pair("印制人", ""))),
    )
    return Sheet("印制单", _SIX, rows, above=("", f"送印时间：{said(ticket.sent)}"))


def _pair(head: str, text: str, columns: int = 1) -> tuple[Cell, Cell]:
    return Cell(head), Cell(text=text, columns=columns)


def _distribution(distribution: Distribution) -> Sheet:
    heads = Row(_ROW, tuple(map(Cell, ("序号", "机关", "份数", "份号", "备注"))))
    return Sheet("分送表", _FIVE, (heads, *_recipients(distribution)), notes=(f"合计 {distribution.copies} 份。",))


def _recipients(distribution: Distribution) -> Iterator[Row]:
    for number, one in enumerate(distribution.recipients, 1):
        texts = (one.organ or "—", str(one.copies), span(one.numbers), one.remark)
        yield Row(_ROW, (Cell(str(number)), *(Cell(text=text) for text in texts)))


def _proofs(ticket: Ticket) -> Sheet:
    heads = Row(_ROW, tuple(map(Cell, ("次", "校核", "校核人", "时间", "无误"))))
    rows = (
        Row(_ROW, (Cell(str(number)), Cell(text=name), Cell(), Cell(), Cell("□")))
        for number, name in enumerate(ticket.proofs, 1)
    )
    return Sheet("校核", _PROOFS, (heads, *rows))


def span(numbers: range) -> str:
    """The first and the last 份号."""
    first, last = number_text(numbers[0]), number_text(numbers[-1])
    return first if first == last else f"{first}—{last}"


def said(moment: datetime | None) -> str:
    """A time to the minute."""
    if moment is None:
        return ""
    return f"{moment.year}年{moment.month}月{moment.day}日{moment:%H:%M}"
