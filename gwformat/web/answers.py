"""A request that may be answered comes in: what the page asks for at each address goes out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from importlib.resources import files
from io import BufferedIOBase
from urllib.parse import quote

from gwformat.ooxml.archive import MAX_FILE_BYTES
from gwformat.report import rule_pages
from gwformat.values import dataclass
from gwformat.web.asked import choices
from gwformat.web.desk import Desk

_PAGES = {
    "/": ("index.html", "text/html"),
    "/page.css": ("page.css", "text/css"),
    **{
        f"/{name}.js": (f"{name}.js", "text/javascript")
        for name in ("page", "elements", "forms", "pairs", "results", "sheets")
    },
    "/icon.svg": ("icon.svg", "image/svg+xml"),
}
_TYPES = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf", ".json": "application/json"}
_MOST_ASKED = 1 << 20  # bytes of a form


@dataclass(frozen=True, slots=True)
class Reply:
    """What the browser is sent."""

    body: bytes = b""
    kind: str = "application/json"
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] | None = None


class Refusal(Exception):
    """A request that is none of this program's page."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: the address as its pattern found it, what follows it, and what the request carries."""

    desk: Desk
    address: re.Match[str]
    query: Mapping[str, str]
    body: BufferedIOBase
    length: Callable[[int], int]  # of the body; `Refusal` if it is longer than so many bytes
    end: Callable[[], None]  # the program

    @property
    def number(self) -> int:
        """The draft that is meant."""
        return int(self.address[1])


Answer = Callable[[Request], Reply]


def answer_at(command: str, address: str) -> tuple[Answer, re.Match[str]] | None:
    """What answers at this address, and the address as its pattern finds it; None if nothing does."""
    for method, pattern, answer in _ROUTES:
        if method == command and (found := pattern.fullmatch(address)):
            return answer, found
    return None


def in_json(value: object, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    """A reply for the page's programs."""
    return Reply(json.dumps(value, ensure_ascii=True).encode(), status=status)


def _page(request: Request) -> Reply:
    """A file of the page itself."""
    name, kind = _PAGES[request.address[0]]
    return Reply(files("gwformat.web").joinpath("page", name).read_bytes(), f"{kind}; charset=utf-8")


def _choices(request: Request) -> Reply:
    """What the forms offer."""
    return in_json({**choices(), "most_bytes": MAX_FILE_BYTES})


def _rule(request: Request) -> Reply:
    """One rule in full."""
    return Reply(rule_pages.explained(request.address[1]).encode(), "text/plain; charset=utf-8")


def _take(request: Request) -> Reply:
    """A draft."""
    paper = request.desk.take(request.query.get("name", ""), request.body, request.length(MAX_FILE_BYTES))
    return in_json({"number": paper.number, "name": paper.draft.name})


def _job(request: Request) -> Reply:
    """A job with a draft."""
    try:
        asked = json.loads(request.body.read(request.length(_MOST_ASKED)))
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        raise Refusal(HTTPStatus.BAD_REQUEST, "请求不是 JSON")
    return in_json(request.desk.do(request.number, request.address[2], asked))


def _papers(request: Request) -> Reply:
    """The drafts that are here, whichever page has brought them."""
    return in_json({"papers": request.desk.papers()})


def _account(request: Request) -> Reply:
    """What was told of a draft last."""
    return in_json(request.desk.account(request.number))


def _stop_work(request: Request) -> Reply:
    """What is being done with a draft is not wanted any more."""
    request.desk.stop(request.number)
    return in_json({})


def _sheets(request: Request) -> Reply:
    """Which pages of a result can be looked at."""
    return in_json(request.desk.pages(request.number, request.address[2]))


def _picture(request: Request) -> Reply:
    """A page of a result."""
    return Reply(*request.desk.picture(request.number, request.address[2], int(request.address[3])))


def _file(request: Request) -> Reply:
    """A result, to be kept by the user."""
    name = request.address[2]
    body = request.desk.file(request.number, name)
    kind = next((kind for suffix, kind in _TYPES.items() if name.endswith(suffix)), "application/octet-stream")
    return Reply(body, kind, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"})


def _forget(request: Request) -> Reply:
    """A draft and its results are not wanted any more."""
    request.desk.forget(request.number)
    return in_json({})


def _end(request: Request) -> Reply:
    """The user has done."""
    request.end()
    return in_json({})


_NUMBER = r"(\d{1,9})"
_ROUTES: tuple[tuple[str, re.Pattern[str], Answer], ...] = tuple(
    (method, re.compile(pattern, re.ASCII), answer)
    for method, pattern, answer in (
        ("GET", "|".join(map(re.escape, _PAGES)), _page),
        ("GET", "/choices", _choices),
        ("GET", r"/rules/([A-Z]\d{3})", _rule),
        ("GET", "/papers", _papers),
        ("POST", "/papers", _take),
        ("GET", rf"/papers/{_NUMBER}", _account),
        ("POST", rf"/papers/{_NUMBER}/(\w+)", _job),
        ("DELETE", rf"/papers/{_NUMBER}/work", _stop_work),
        ("GET", rf"/papers/{_NUMBER}/(\w+)/pages", _sheets),
        ("GET", rf"/papers/{_NUMBER}/(\w+)/pages/{_NUMBER}", _picture),
        ("GET", rf"/papers/{_NUMBER}/files/([^/]+)", _file),
        ("DELETE", rf"/papers/{_NUMBER}", _forget),
        ("DELETE", "/", _end),
    )
)
