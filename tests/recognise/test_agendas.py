"""An agenda that follows “附：会议议程” is no list of attachments."""

from __future__ import annotations

from gwformat.model import Role
from tests.recognise.drafts import of

SIGNED = ("某某市人民政府", "2026年8月6日")
LEAD = ("关于召开某某工作会议的通知", "各镇人民政府：", "定于8月10日召开会议，请准时参加。")
AGENDA = ("1.介绍情况", "2.各镇发言", "3.市长讲话")


def test_an_agenda_above_the_sign_off_is_text():
    assert of(Role.ATTACHMENT_NOTE, *LEAD, "附：会议议程", *AGENDA, *SIGNED) == []


def test_an_agenda_below_the_sign_off_is_the_attachment_itself():
    draft = (*LEAD, *SIGNED, "附：会议议程", *AGENDA)
    assert of(Role.ATTACHMENT_NOTE, *draft) == []
    assert of(Role.ATTACHMENT_TITLE, *draft) == ["会议议程"]


def test_an_agenda_among_other_attachments_is_one_of_them():
    names = ("附件：1.会议议程", "2.参会回执")
    assert of(Role.ATTACHMENT_NOTE, *LEAD, *names, *SIGNED) == list(names)
