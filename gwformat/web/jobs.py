"""What can be done with a draft: its file and what the page asked come in; files and an account as JSON go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from gwformat import api, pdf
from gwformat.findings import Severity
from gwformat.ofd.values import OfdFile
from gwformat.output import write_atomically
from gwformat.report import as_json, checked, compared, exchange
from gwformat.report.checked import as_html
from gwformat.report.checked.as_json import finding_to_json
from gwformat.report.checked.as_json import report as findings_of
from gwformat.report.printed import report as printed_report
from gwformat.report.printed import said as printed_said
from gwformat.report.printed.pictures import marks
from gwformat.values import dataclass
from gwformat.web import asked as forms
from gwformat.web.asked import Asked
from gwformat.web.names import of_result
from gwformat.web.shown import FinishedPages, LaidPages, ReadPdfPages, ShownPages, pages_of_pdf

_MOST_FINDINGS = 1000


@dataclass(frozen=True, slots=True)
class Done:
    """What was made of a draft: the account for the page, the files, and the pages where they can be shown."""

    account: dict[str, Any]
    files: tuple[Path, ...] = ()
    shown: ShownPages | None = None


def format_draft(draft: Path, folder: Path, asked: Asked) -> Done:
    """Format it, and check what came out: what a person still has to look at."""
    result = api.format_file(draft, folder / of_result(draft, "排版", ".docx"), forms.format_options(asked))
    account = as_json.formatted(result)
    account["ledger_text"] = result.ledger.summary()
    account["check"] = _findings(api.check_file(result.output, forms.check_options(_of_check(asked))))
    return Done(account, result.files, LaidPages(result))


def check_draft(draft: Path, folder: Path, asked: Asked) -> Done:
    """Check it as it is; the report as a page of its own."""
    result = api.check_file(draft, forms.check_options(asked))
    report = folder / of_result(draft, "检查报告", ".html")
    page = as_html.report([result])
    write_atomically(report, checked.plain(page.replace(str(draft), draft.name)))
    return Done({"check": _findings(result)}, (report,))


def annotate_draft(draft: Path, folder: Path, asked: Asked) -> Done:
    """The draft with a comment at every finding."""
    target = folder / of_result(draft, "批注", ".docx")
    result = api.check_file(draft, forms.check_options(asked))
    api.annotate(result, target, force=True)
    return Done({"check": _findings(result)}, (target,))


def fix_draft(draft: Path, folder: Path, asked: Asked) -> Done:
    """The draft with everything mended that touches no words, each change listed, and what is left to be done."""
    target = folder / of_result(draft, "改正", ".docx")
    options = forms.check_options(asked)
    done = api.fix_file(draft, target, options, force=True)
    fixed = [finding_to_json(finding) for finding in done.fixed]
    return Done({"fixed": fixed, "check": _findings(api.check_file(target, options))}, (target,))


def send_draft(draft: Path, folder: Path, asked: Asked) -> Done:
    """What may leave the house, with its manifest."""
    target = folder / of_result(draft, "发出", ".docx")
    result = api.exchange_file(draft, target, forms.exchange_options(asked))
    lines = exchange.done(result).splitlines()[1:]  # without the paths of this folder
    return Done({"lines": lines}, (result.output, result.manifest))


def verify_received(received: Path, folder: Path, asked: Asked) -> Done:
    """Hold a received file against the manifest that came with it."""
    result = api.verify_file(received, forms.other_file(asked, "清单"))
    named = replace(result, file=Path(received.name), manifest=Path(result.manifest.name))
    verdict, *lines = exchange.verified(named).splitlines()
    return Done({"passed": result.agrees, "verdict": verdict, "lines": [line.strip() for line in lines]})


def preflight(finished: Path, folder: Path, asked: Asked) -> Done:
    """Whether it may be printed, and what stands against it; the report as a page of its own."""
    result = api.preflight_file(finished, forms.preflight_options(asked))
    report = folder / of_result(finished, "印前检查", ".html")
    write_atomically(report, checked.plain(printed_report("html", [replace(result, source=Path(finished.name))])))
    account = {
        "passed": result.may_be_printed,
        "verdict": printed_said.verdict(result),
        "counted": printed_said.counted(result),
        "notices": list(result.notices),
        "check": _kept(_preflighted(result), result.checked.count()),
        "measured": [
            {"code": rule.code, "what": taken.what, "expected": taken.expected, "value": taken.value}
            for rule, taken in result.checked.measured
        ],
    }
    return Done(account, (report,), _pages(result, finished, folder))


def proof(finished: Path, folder: Path, asked: Asked) -> Done:
    """The proof: lines numbered, remarks in the margin."""
    forms.preflight_options(asked)
    pdf.demand_pypdf()
    target = folder / of_result(finished, "校样", ".pdf")
    done = api.proof_file(finished, target, api.FormatOptions(), force=True)
    mended = f"，另有 {done.mended} 处排版时已改，列在最后" if done.mended else ""
    lines = [f"{done.pages} 页，标出 {done.remarks} 处{mended}"]
    return Done({"lines": lines, "notices": list(done.notices)}, (target,), pages_of_pdf(target))


def impose(finished: Path, folder: Path, asked: Asked) -> Done:
    """The pages on sheets as the press wants them, and the ticket that goes with them."""
    pdf.demand_pypdf()
    options = forms.press_options(asked)
    target, ticket = (folder / of_result(finished, *what) for what in (("付印", ".pdf"), ("印制单", ".docx")))
    result = api.press_file(finished, target, options)
    api.write_ticket(api.ticket_for(result, options), ticket, options)
    lines = [f"每份 {result.pages} 页，{result.sheets} 张"]
    return Done({"lines": lines, "notices": list(result.notices)}, (target, ticket), pages_of_pdf(target))


def compare(approved: Path, folder: Path, asked: Asked) -> Done:
    """Every difference of what was printed from what was approved; the list as the command line writes it."""
    result = api.compare_files(approved, forms.other_file(asked, "清样"))
    named = replace(result, approved=Path(approved.name), printed=Path(result.printed.name))
    report = folder / of_result(approved, "比对", ".txt")
    write_atomically(report, f"{named.approved} → {named.printed}\n{compared.text(named)}\n".encode())
    account = compared.values(named)
    count = len(account["differences"])
    kept = account["differences"][:_MOST_FINDINGS]
    return Done(
        {**account, "passed": result.same, "verdict": compared.verdict(result), "count": count, "differences": kept},
        (report,),
    )


JOBS: Mapping[str, Callable[[Path, Path, Asked], Done]] = {
    "format": format_draft,
    "check": check_draft,
    "annotate": annotate_draft,
    "fix": fix_draft,
    "send": send_draft,
    "verify": verify_received,
    "print": preflight,
    "proof": proof,
    "impose": impose,
    "compare": compare,
}


def _of_check(asked: Asked) -> Asked:
    return {name: asked[name] for name in ("kind", "system") if name in asked}


def _findings(result: api.CheckResult) -> dict[str, Any]:
    """The findings as `check --format json` has them; of very many the gravest."""
    (report,) = findings_of([result])
    return {**_kept(list(report["findings"]), result.checked.count()), "skipped": report["skipped"]}


def _kept(findings: list[dict[str, Any]], count: Mapping[Severity, int]) -> dict[str, Any]:
    return {
        "summary": {severity.value: number for severity, number in count.items()},
        "findings": findings[:_MOST_FINDINGS],
        "count": len(findings),
    }


def _preflighted(result: api.Preflighted) -> list[dict[str, Any]]:
    """The findings, each with where on its page it is seen, as shares of width and height."""
    found = []
    for finding in result.findings:
        number = finding.location.page
        page = result.file.pages[number - 1] if number and number <= len(result.file.pages) else None
        seen = [] if page is None or not page.width or not page.height else list(marks(finding, page))
        places = [
            (box.left / page.width, box.top / page.height, box.width / page.width, box.height / page.height)
            for box in seen
            if page is not None
        ]
        found.append({**finding_to_json(finding), "marks": places})
    return found


def _pages(result: api.Preflighted, finished: Path, folder: Path) -> ShownPages | None:
    """The pages that were judged: of a docx as it was drawn, of a PDF as they are, of an OFD as they were read."""
    if not result.file.pages:
        return None
    if result.drawn:
        drawn = folder / "页面.pdf"
        drawn.write_bytes(result.drawn)
        return ReadPdfPages(drawn, result.file.pages)
    if isinstance(result.file, OfdFile):
        return FinishedPages(result.file.pages)
    return ReadPdfPages(finished, result.file.pages)
