"""What is printed and how comes in; the job ticket (印制单) goes out: paper, sheets, copies, time limit, proofs."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

from gwformat.model import Document, Role
from gwformat.printing.distribution import Distribution
from gwformat.printing.imposing import Form, Imposition
from gwformat.printing.overprint import Layer
from gwformat.profiles import table
from gwformat.values import dataclass

_URGENCY = re.compile("特提|特急|加急|平急")


@dataclass(frozen=True, slots=True)
class Limit:
    """How long printing may take for an urgency; `hours` is 0 where only days are said."""

    urgency: str
    within: str
    hours: int = 0


@dataclass(frozen=True, slots=True)
class TicketRules:
    """What a print room has agreed on: `ticket.toml`, or a unit's own file that extends it."""

    clause: str
    weight: str
    limits: tuple[Limit, ...]
    usual: str
    proofs: tuple[str, ...]

    def limit(self, urgency: str) -> Limit:
        """The time limit for an urgency; the usual one if it is none."""
        found = _URGENCY.search(urgency)
        named = (limit for limit in self.limits if found is not None and limit.urgency == found[0])
        return next(named, Limit("", self.usual))


def load_rules(path: Path | None = None) -> TicketRules:
    """The packaged rules, or the file at `path`; `ConfigurationInvalid` names file and key."""
    return table.load(TicketRules, __package__, "ticket" if path is None else path)


@dataclass(frozen=True, slots=True)
class Ticket:
    """The job ticket; texts are as the user reads them, "" for what the document does not say."""

    file: str
    sha256: str
    title: str
    number: str
    secrecy: str
    urgency: str
    within: str
    sent: datetime
    due: datetime | None
    pages: int
    sheets: int
    paper: str
    weight: str
    printing: str
    binding: str
    copies: int | None
    distribution: Distribution | None
    proofs: tuple[str, ...]

    @property
    def all_sheets(self) -> int | None:
        """Sheets of paper for all copies."""
        return None if self.copies is None else self.copies * self.sheets


@dataclass(frozen=True, slots=True)
class Job:
    """What is printed, in numbers: pages and sheets of one copy."""

    file: str
    sha256: str
    pages: int
    sheets: int
    imposition: Imposition | None
    layer: Layer | None
    distribution: Distribution | None


def ticket_of(document: Document, job: Job, rules: TicketRules, sent: datetime) -> Ticket:
    """The ticket of a job that is handed in at `sent`."""
    urgency = _said(document, Role.URGENCY)
    limit = rules.limit(urgency)
    return Ticket(
        file=job.file,
        sha256=job.sha256,
        title=_said(document, Role.TITLE),
        number=_said(document, Role.DOC_NUMBER) or _said(document, Role.ORDER_NUMBER),
        secrecy=_said(document, Role.SECRECY),
        urgency=urgency,
        within=limit.within,
        sent=sent,
        due=sent + timedelta(hours=limit.hours) if limit.hours else None,
        pages=job.pages,
        sheets=job.sheets,
        paper=_paper(job.imposition),
        weight=rules.weight,
        printing="双面" + _INKS.get(job.layer, ""),
        binding=_BINDING[job.imposition.form if job.imposition else None],
        copies=job.distribution.copies if job.distribution else None,
        distribution=job.distribution,
        proofs=rules.proofs,
    )


_INKS = {
    None: "",
    Layer.HEAD: "，只印红头",
    Layer.REST: "，套打（纸上已印红头）",
    Layer.RED: "，只印红版",
    Layer.BLACK: "，只印黑版",
}
_BINDING = {
    None: "左侧装订",
    Form.BOOKLET: "骑马订，两钉，外订眼距上下各 70 毫米",
    Form.TWO_UP: "裁开后平订，两钉，外订眼距上下各 70 毫米",
    Form.DUPLEX: "平订，两钉，外订眼距上下各 70 毫米",
}


def _paper(imposition: Imposition | None) -> str:
    if imposition is None or imposition.form is Form.DUPLEX:
        return "A4" if imposition is None or imposition.sheet is None else _size(imposition)
    return "A3" if imposition.sheet is None else _size(imposition)


def _size(imposition: Imposition) -> str:
    assert imposition.sheet is not None
    return f"{imposition.sheet.width.mm:g}×{imposition.sheet.height.mm:g} 毫米"


def _said(document: Document, role: Role) -> str:
    return "".join("".join(block.text.split()) for block in document.of(role))
