"""What was written for the press comes in; its job ticket goes out: as a value, as docx, as PDF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gwformat import drawing, output, pdf, recognise
from gwformat.api.common import fonts_of, undisturbed
from gwformat.api.options import StrPath
from gwformat.api.press import Pressed, PressOptions
from gwformat.comparing import printed
from gwformat.errors import UsageError
from gwformat.model import Document, Draft, Kind, Paragraph, Run, Seal, Source
from gwformat.printing.form_pages import pages_of
from gwformat.printing.ticket import Job, Ticket, load_rules, ticket_of
from gwformat.printing.ticket_form import form_of
from gwformat.profiles import packaged_profile
from gwformat.setting.setting import setting_of
from gwformat.writers import docx

_FORMS = (".docx", ".pdf")


@undisturbed()
def ticket_for(result: Pressed, options: PressOptions, rules: StrPath | None = None) -> Ticket:
    """The ticket of what was printed; `rules` is a unit's own TOML file, `ConfigurationInvalid` if it is wrong."""
    rules = None if rules is None else Path(rules)
    job = Job(
        result.master.source.name,
        result.master.sha256,
        result.pages,
        result.sheets,
        options.imposition,
        options.layer,
        result.distribution,
    )
    return ticket_of(_document(result), job, load_rules(rules), drawing.creation_time())


def check_ticket(source: StrPath, targets: Iterable[StrPath], *, force: bool) -> None:
    """Raise `UsageError` or `OutputNotWritable` if tickets cannot go to these files."""
    source = Path(source)
    for target in map(Path, targets):
        if target.suffix.lower() not in _FORMS:
            raise UsageError(f"印制单不会写“{target.name}”这种文件", "文件名以 .docx 或 .pdf 结尾。")
        output.check_target(source, target, force=force)


@undisturbed()
def write_ticket(ticket: Ticket, target: StrPath, options: PressOptions) -> None:
    """Write the ticket as docx or PDF, by the suffix of `target`."""
    target = Path(target)
    check_ticket(Path(), [target], force=options.force)
    wanted = options.formatting
    profile = packaged_profile(Kind.GENERAL.value)
    setting = setting_of(profile, fonts_of(wanted.system, profile), wanted.grid, Seal.NONE)
    form = form_of(ticket)
    if target.suffix.lower() == ".pdf":
        data = drawing.draw(pages_of(form, setting), setting, "pdf").files[0]
    else:
        data = docx.write_form(form, {}, setting, by_hand=True)
    output.write_atomically(target, data)


def _document(result: Pressed) -> Document:
    """What was printed, recognised: of a PDF the lines of its pages."""
    if result.master.laid is not None:
        return result.master.laid.document
    source = result.master.source
    lines = printed.passages_of(result.master.pdf or pdf.read_pdf(result.master.data))
    paragraphs = (
        Paragraph((Run(line.text),), Source(str(source), number, number)) for number, line in enumerate(lines, 1)
    )
    return recognise.recognise(Draft(source, "txt", tuple(paragraphs)))
