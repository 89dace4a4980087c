"""The table of requirements: what a genre, direction and format demands and forbids."""

from __future__ import annotations

import pytest

from gwformat.findings import Severity
from gwformat.model import Direction, Kind, Role
from gwformat.requirements import Presence, breached, requirements

_WHOLE = {
    Role.ISSUER_MARK, Role.DOC_NUMBER, Role.TITLE, Role.ADDRESSEE, Role.BODY, Role.SIGNATURE, Role.DATE, Role.PRINTER,
    Role.PRINT_DATE,
}  # fmt: skip


def wrong(present: set[Role], kind: Kind, genre: str, direction: Direction | None) -> set[tuple[Role, Presence]]:
    return {(row.role, row.presence) for row in breached(present, kind, genre, direction)}


def test_a_whole_notice_meets_every_requirement() -> None:
    assert not wrong(_WHOLE, Kind.GENERAL, "通知", Direction.DOWN)


def test_only_upward_documents_name_a_signer_and_they_must() -> None:
    assert wrong(_WHOLE, Kind.GENERAL, "请示", Direction.UP) == {(Role.SIGNER, Presence.REQUIRED)}
    signed = _WHOLE | {Role.SIGNER}
    assert not wrong(signed, Kind.GENERAL, "请示", Direction.UP)
    assert wrong(signed, Kind.GENERAL, "通知", Direction.DOWN) == {(Role.SIGNER, Presence.FORBIDDEN)}


def test_a_secret_document_needs_a_copy_number() -> None:
    assert wrong(_WHOLE | {Role.SECRECY}, Kind.GENERAL, "通知", Direction.DOWN) == {
        (Role.COPY_NUMBER, Presence.REQUIRED)
    }


@pytest.mark.parametrize("genre", ["公告", "通告"])
def test_what_is_published_is_addressed_to_nobody(genre: str) -> None:
    assert wrong(_WHOLE, Kind.GENERAL, genre, Direction.DOWN) == {(Role.ADDRESSEE, Presence.FORBIDDEN)}


def test_a_letter_has_no_printer_below_a_mark() -> None:
    found = wrong(_WHOLE, Kind.LETTER, "函", Direction.LEVEL)
    assert found == {(Role.PRINTER, Presence.FORBIDDEN), (Role.PRINT_DATE, Presence.FORBIDDEN)}
    assert not wrong(_WHOLE - {Role.PRINTER, Role.PRINT_DATE}, Kind.LETTER, "函", Direction.LEVEL)


def test_an_order_has_a_number_of_its_own() -> None:
    order = _WHOLE - {Role.DOC_NUMBER, Role.TITLE, Role.ADDRESSEE}
    assert wrong(order, Kind.ORDER, "命令（令）", Direction.DOWN) == {(Role.ORDER_NUMBER, Presence.REQUIRED)}


def test_every_row_has_a_clause_and_a_sentence_and_is_no_verdict_that_was_not_measured() -> None:
    for row in requirements():
        assert row.clause
        assert row.says
        assert row.severity is not Severity.UNVERIFIED
