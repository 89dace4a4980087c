"""A notice of a county without its head, which drafts of it have in a header."""

from __future__ import annotations

from tests.build import p

RED = '<w:color w:val="FF0000"/>'
TEXT = (
    p("某某县人民政府关于做好防汛工作的通知")
    + p("各乡镇人民政府：")
    + p("为做好防汛工作，现将有关事项通知如下。")
    + p("某某县人民政府")
    + p("2026年5月6日")
)
