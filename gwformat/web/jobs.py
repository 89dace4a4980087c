"""What can be done with a draft: its file and what the page asked come in; files and an account as JSON go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gwformat import api
from gwformat.findings import Severity
from gwformat.output import write_atomically
from gwformat.report import as_json, checked, exchange
from gwformat.report.checked import as_json as findings_as_json
from gwformat.web import asked as forms
from gwformat.web.asked import Asked
from gwformat.web.names import of_result

_MOST_FINDINGS = 1000


@dataclass(frozen=True, slots=True)
class Done:
    """What was made of a draft: the account for the page, the files, and the pages where they can be shown."""

    account: dict[str, Any]
    files: tuple[Path, ...] = ()
    formatted: api.FormatResult | None = None


def format_draft(draft: Path, folder: Path, asked: Asked) -> Done:
    """Format it, and check what came out: what a person still has to look at."""
    result = api.format_file(draft, folder / of_result(draft, "排版", ".docx"), forms.format_options(asked))
    account = as_json.formatted(result)
    account["ledger_text"] = result.ledger.summary()
    account["check"] = _findings(api.check_file(result.output, forms.check_options(_of_check(asked))))
    return Done(account, result.files, result)


def check_draft(draft: Path, folder: Path, asked: Asked) -> Done:
    """Check it as it is; the report as a page of its own."""
    result = api.check_file(draft, forms.check_options(asked))
    report = folder / of_result(draft, "检查报告", ".html")
    page = checked.report("html", [result], Severity.ERROR)
    assert isinstance(page, str)
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
    fixed = [findings_as_json.finding_to_json(finding) for finding in done.fixed]
    return Done({"fixed": fixed, "check": _findings(api.check_file(target, options))}, (target,))


def send_draft(draft: Path, folder: Path, asked: Asked) -> Done:
    """What may leave the house, with its manifest."""
    target = folder / of_result(draft, "发出", ".docx")
    result = api.exchange_file(draft, target, forms.exchange_options(asked))
    lines = exchange.done(result).splitlines()[1:]  # without the paths of this folder
    return Done({"lines": lines}, (result.output, result.manifest))


JOBS: Mapping[str, Callable[[Path, Path, Asked], Done]] = {
    "format": format_draft,
    "check": check_draft,
    "annotate": annotate_draft,
    "fix": fix_draft,
    "send": send_draft,
}


def _of_check(asked: Asked) -> Asked:
    return {name: asked[name] for name in ("kind", "system") if name in asked}


def _findings(result: api.CheckResult) -> dict[str, Any]:
    """The findings as `check --format json` has them; of very many the gravest."""
    (report,) = findings_as_json.report([result])
    kept = ("summary", "findings", "skipped")
    return {name: report[name][:_MOST_FINDINGS] if name == "findings" else report[name] for name in kept}
