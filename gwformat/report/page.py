"""The body of a page comes in, a self-contained HTML file goes out: no script from elsewhere, no font, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

_STYLE = """
:root {
  color-scheme: light;
  --ground: #fff; --ink: #222; --soft: #595959; --line: #ccc; --head: #f4f4f4; --rule: #c00; --link: #0b57a4;
  --error: #b00; --warning: #8a5a00; --unverified: #7a2a8c; --info: #06608a; --pass: #17722e; --target: #fff3c4;
  --on-error: #ffc9c9; --on-warning: #ffe08a; --on-unverified: #ecd7f2; --on-info: #d3ecf7;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ground: #1d1b1a; --ink: #e6e3df; --soft: #b3ada6; --line: #4d4843; --head: #2b2826; --rule: #e57373;
    --link: #8ab8f0; --error: #ff8a80; --warning: #f0b64a; --unverified: #d79be6; --info: #6cc3ee; --pass: #7fd096;
    --target: #4a4117; --on-error: #5c2523; --on-warning: #54430f; --on-unverified: #45274f; --on-info: #143f54;
  }
}
body { font: 15px/1.6 "Microsoft YaHei", "Noto Sans CJK SC", "PingFang SC", sans-serif; color: var(--ink);
       background: var(--ground); margin: 2em auto; max-width: 72em; padding: 0 1.5em; }
a { color: var(--link); } :focus-visible { outline: 3px solid #e8a33d; outline-offset: 1px; }
h1 { font-size: 1.5em; border-bottom: 3px solid var(--rule); padding-bottom: .3em; }
h2 { font-size: 1.15em; margin-top: 2em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid var(--line); padding: .3em .6em; text-align: left; vertical-align: top; }
tr[class] > td:nth-child(3), .place { white-space: nowrap; }
th { background: var(--head); }
.error > td:nth-child(3), .badge.error { color: var(--error); font-weight: bold; }
.warning > td:nth-child(3), .badge.warning { color: var(--warning); font-weight: bold; }
.unverified > td:nth-child(3), .badge.unverified { color: var(--unverified); }
.info > td:nth-child(3), .badge.info { color: var(--info); }
.pass > td:nth-child(3), .badge.pass { color: var(--pass); }
.text p { margin: .15em 0; } .text .n { display: inline-block; width: 3em; color: var(--soft); font-size: .85em; }
mark { color: inherit; background: var(--on-warning); padding: 0 .1em; border-bottom: 2px solid var(--warning); }
mark.error { background: var(--on-error); border-color: var(--error); }
mark.unverified { background: var(--on-unverified); border-color: var(--unverified); }
mark.info { background: var(--on-info); border-color: var(--info); }
tr:target, td a:target { background: var(--target); }
.clause, .cure { color: var(--soft); font-size: .9em; }
@page { size: A4; margin: 15mm; }
@media (max-width: 40em) {
  body { padding: 0 .7em; margin: 1em auto; } th, td { padding: .25em .35em; } .place { white-space: normal; }
}
@media print { body { margin: 0 1px; padding: 0; max-width: none; } tr { break-inside: avoid; } }
"""


def html(title: str, body: str, script: str = "", style: str = "") -> str:
    """The page; `body` is HTML already."""
    scripts = f"<script>{script}</script>\n" if script else ""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n{scripts}</body>\n</html>\n"
    )


def table(heads: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    """A table with `heads` over its columns; they and the rows are HTML already."""
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<table><thead><tr>{columns}</tr></thead><tbody>"
    yield from rows
    yield "</tbody></table>"
