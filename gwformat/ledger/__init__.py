"""Draft, document and output bytes in, a `Ledger` out: the proof that nothing was lost, or what does not add up.

Three equalities are checked, each against the ledger's own extraction and none against the reader's or writer's:
the source file says what the draft says; the draft, plus and minus the declared changes, is the document; the
output file says what the document says. Objects are compared directly, source file against output file.
"""

from __future__ import annotations

from gwformat.ledger import objects, reading, stories, writing
from gwformat.ledger.accounts import Declared, account
from gwformat.ledger.amended import check_amended
from gwformat.ledger.edits import Edits
from gwformat.ledger.entries import Characters, Ledger, ObjectKind, Objects
from gwformat.ledger.evidence import Evidence, gather
from gwformat.ledger.parts import Parts
from gwformat.ledger.sanitised import check_sanitised
from gwformat.ledger.uses import labels_spelled
from gwformat.model import Document

__all__ = ["Characters", "Edits", "Ledger", "ObjectKind", "Objects", "balance", "check_amended", "check_sanitised"]


def balance(document: Document, result: bytes) -> Ledger:
    """The account of one run."""
    paragraphs, labels = tuple(document.draft.paragraphs()), labels_spelled(document)
    declared = Declared(paragraphs, document.changes)
    output_parts = Parts.of_zip(result)
    output = gather(output_parts)
    source, problems = _read_again(document)
    found = account(document, paragraphs, labels, declared)
    things = source.things if source is not None else tuple(objects.of_draft(document.draft))
    if document.draft.marks:
        things = objects.without_elements(things)
    rows, missing = objects.compare(things, output, found, declared, filter(None, document.seals))
    problems += [*found.problems, *writing.check(document, labels, output), *missing]
    if source is not None:
        story_rows, story_problems = stories.compare(source, output, declared.elsewhere)
        rows += story_rows
        problems += story_problems
    if output.macros:
        problems.append("成品含有宏")
    return Ledger(found.characters, rows, tuple(dict.fromkeys(problems)))


def _read_again(document: Document) -> tuple[Evidence | None, list[str]]:
    """The source as the ledger sees it, and where the draft falls short of it."""
    draft = document.draft
    if draft.package is not None:
        source = gather(Parts(draft.package.as_said.parts))
        found = gather(Parts(draft.as_found.parts)) if draft.as_found is not None else source
        return source, [*reading.check_moved(found, source), *reading.check_package(source, draft)]
    data = draft.path.read_bytes()
    if draft.format == "md":
        return None, reading.check_markdown(data, draft)
    return None, reading.check_text(data, draft)
