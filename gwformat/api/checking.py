"""A file comes in; what is wrong with it goes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gwformat import check, readers, recognise
from gwformat.api.common import own_profiles, profile_for, undisturbed
from gwformat.api.options import CheckOptions
from gwformat.findings import Finding
from gwformat.fonts.system import load_system
from gwformat.model import Document

CHECK_DEFAULTS = CheckOptions()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A file that was checked."""

    source: Path
    context: check.Context
    checked: check.Checked

    @property
    def document(self) -> Document:
        """What the file was recognised as."""
        return self.context.document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, gravest first."""
        return self.checked.findings


@undisturbed()
def check_file(path: Path, options: CheckOptions = CHECK_DEFAULTS) -> CheckResult:
    """Everything that is wrong with the file at `path`; nothing is written."""
    chosen = check.selection(options.select, options.ignore, check.document_rules())
    directory = check.load_directory(options.directory) if options.directory else None
    draft = readers.read(path, checking=True)
    document = recognise.recognise(draft, recognise.Overrides(roles=options.pins, kind=options.kind))
    profile, document = profile_for(document, own_profiles(options.profiles))
    fonts = load_system(options.system) if options.system else None
    context = check.Context(document, profile, fonts, directory=directory, measure=options.measure)
    if options.measure:
        _ = context.geometry  # measured now: a missing LibreOffice is an error of the call, not of a rule
    return CheckResult(path, context, check.run(context, chosen, check.waivers_of(path, draft.package)))
