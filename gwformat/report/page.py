"""The body of a page comes in, a self-contained HTML file goes out: no script from elsewhere, no font, no network."""

from __future__ import annotations

from html import escape

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.6 "Microsoft YaHei", "Noto Sans CJK SC", "PingFang SC", sans-serif; color: #222;
       margin: 2em auto; max-width: 72em; padding: 0 1.5em; }
h1 { font-size: 1.5em; border-bottom: 3px solid #c00; padding-bottom: .3em; }
h2 { font-size: 1.15em; margin-top: 2em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; }
dt { color: #666; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid #ccc; padding: .3em .6em; text-align: left; vertical-align: top; }
tr[class] > td:nth-child(3), .place { white-space: nowrap; }
th { background: #f4f4f4; }
.error > td:nth-child(3), .badge.error { color: #b00; font-weight: bold; }
.warning > td:nth-child(3), .badge.warning { color: #96630a; font-weight: bold; }
.unverified > td:nth-child(3), .badge.unverified { color: #7a2a8c; }
.info > td:nth-child(3), .badge.info { color: #06608a; }
.pass > td:nth-child(3), .badge.pass { color: #17722e; }
.text p { margin: .15em 0; } .text .n { display: inline-block; width: 3em; color: #999; font-size: .85em; }
mark { background: #ffe08a; padding: 0 .1em; border-bottom: 2px solid #e0a000; }
mark.error { background: #ffc9c9; border-color: #c00; }
mark.unverified { background: #ecd7f2; border-color: #7a2a8c; }
mark.info { background: #d3ecf7; border-color: #06608a; }
.clause, .cure { color: #555; font-size: .9em; } .sheet { max-width: 32em; border: 1px solid #bbb; margin: .5em; }
@page { size: A4; margin: 15mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } tr { break-inside: avoid; } }
"""


def html(title: str, body: str, script: str = "", style: str = "") -> str:
    """The page; `body` is HTML already."""
    scripts = f"<script>{script}</script>\n" if script else ""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}{style}</style>\n</head>\n<body>\n{body}\n{scripts}</body>\n</html>\n"
    )
