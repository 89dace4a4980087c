"""A file comes in; what is wrong with it goes out."""

from __future__ import annotations

from pathlib import Path

from gwformat import check, readers, recognise
from gwformat.api.common import own_profiles, profile_for, undisturbed
from gwformat.api.options import CheckOptions, StrPath
from gwformat.findings import Finding
from gwformat.fonts.system import load_system
from gwformat.model import Document, Draft
from gwformat.ooxml.package import Package
from gwformat.values import dataclass

CHECK_DEFAULTS = CheckOptions()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A file that was checked."""

    source: Path
    context: check.Context
    checked: check.Checked
    options: CheckOptions

    @property
    def document(self) -> Document:
        """What the file was recognised as."""
        return self.context.document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, gravest first."""
        return self.checked.findings


@undisturbed()
def check_file(path: StrPath, options: CheckOptions = CHECK_DEFAULTS) -> CheckResult:
    """Everything that is wrong with the file at `path`; nothing is written."""
    path = Path(path)
    chosen = check.selection(options.select, options.ignore, check.document_rules())
    directory = check.load_directory(Path(options.directory)) if options.directory else None
    return _checked(readers.read(path, checking=True), chosen, directory, options)


@undisturbed()
def check_again(result: CheckResult, package: Package) -> CheckResult:
    """What is wrong with a checked docx that has become `package`; its name, waivers and options are the same."""
    from gwformat.readers.docx import read_package

    chosen = check.selection(result.options.select, result.options.ignore, check.document_rules())
    draft = read_package(result.source, package, checking=True)
    return _checked(draft, chosen, result.context.directory, result.options)


def _checked(
    draft: Draft, chosen: check.Selection, directory: check.Directory | None, options: CheckOptions
) -> CheckResult:
    document = recognise.recognise(draft, recognise.Overrides(roles=options.pins, kind=options.kind))
    profile, document = profile_for(document, own_profiles(options.profiles))
    fonts = load_system(options.system) if options.system else None
    context = check.Context(document, profile, fonts, directory=directory, measure=options.measure)
    if options.measure:
        _ = context.geometry  # measured now: a missing LibreOffice is an error of the call, not of a rule
    checked = check.run(context, chosen, check.waivers_of(draft.path, draft.package))
    return CheckResult(draft.path, context, checked, options)
