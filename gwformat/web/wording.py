"""What an error says to someone at a command line comes in; the same for someone before the page goes out."""

from __future__ import annotations

SAID = {
    "先用 gwformat format 排成 docx": "先在“排版”里排成 docx",
    "检查版式文件用 gwformat print，与定稿比对用 gwformat compare": "检查版式文件用“付印”，与定稿比对用“比对”",
    "修订写明 --revisions accept（全部接受）或 reject（全部拒绝）": "修订痕迹选“全部接受”或“全部拒绝”",
    "批注用 --comments strip 去掉": "批注选“去掉”",
    "，或者用 --policy 另定处理办法": "",
    "；确在隔离的涉密计算机上处理的，加上 --classified-offline": "",
    "请确认清单是 gwformat exchange 写出的": "请确认清单是对方随文件一起发来的",
    "，或用 batch 处理整个文件夹": "",
}
"""By what the API says, what the page says: there are fields there, and no options."""


def on_the_page(said: str) -> str:
    """The message or the advice without commands and their options."""
    for words, instead in SAID.items():
        said = said.replace(words, instead)
    return said
