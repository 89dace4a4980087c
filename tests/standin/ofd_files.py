"""Objects of a page come in as XML, an OFD written by hand that shows them in one stand-in font goes out."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.standin.fonts import build_all

_OPENED = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_AREA = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"


def ofd(folder: Path, *objects: str) -> Path:
    """One page of A4; font 1 is 仿宋_GB2312 whole, picture 2 a file that nobody looks into."""
    parts = {
        "OFD.xml": f'<ofd:OFD {_OPENED} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>'
        f"{'0' * 32}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OPENED}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID>"
        f"<ofd:PageArea>{_AREA}</ofd:PageArea><ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="3" BaseLoc="Page_0.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/Res.xml": f'<ofd:Res {_OPENED} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="仿宋_GB2312">'
        '<ofd:FontFile>font.ttf</ofd:FontFile></ofd:Font></ofd:Fonts><ofd:MultiMedias><ofd:MultiMedia ID="2" '
        'Type="Image"><ofd:MediaFile>picture.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>',
        "Doc_0/Page_0.xml": f'<ofd:Page {_OPENED}><ofd:Content><ofd:Layer ID="4">{"".join(objects)}</ofd:Layer>'
        "</ofd:Content></ofd:Page>",
    }
    path = folder / "手写.ofd"
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
        package.write(build_all() / "FangSong_GB2312.ttf", "Doc_0/Res/font.ttf")
        package.writestr("Doc_0/Res/picture.png", b"")
    return path


def text(words: str, *, box: str = "20 40 100 10", steps: str = "", place: str = 'X="0" Y="6"', **said: str) -> str:
    """A text object of 5 mm type."""
    more = "".join(f' {name}="{value}"' for name, value in said.items())
    offsets = f' DeltaX="{steps}"' if steps else ""
    return (
        f'<ofd:TextObject ID="5" Boundary="{box}" Font="1" Size="5"{more}>'
        f"<ofd:TextCode {place}{offsets}>{words}</ofd:TextCode></ofd:TextObject>"
    )


def path(data: str, *, box: str, colors: str = "", **said: str) -> str:
    """A path object."""
    more = "".join(f' {name}="{value}"' for name, value in said.items())
    return (
        f'<ofd:PathObject ID="6" Boundary="{box}"{more}>{colors}<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
    )
