"""Requests of a browser on this computer come in, answers go out; nobody else is answered.

The server listens on the loopback address only. Whoever asks must have been given the key, which the first address
carries and a cookie keeps; a request that changes something also has a header that pages of other sites cannot send;
and the name of the host must be that of this computer, whatever a name server says.
"""

from __future__ import annotations

import os
import secrets
import threading
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from gwformat.batch.outcomes import INTERNAL, Limits
from gwformat.errors import GwError, OutputNotWritable, reason_of
from gwformat.web import folder
from gwformat.web.answers import Refusal, Reply, Request, answer_at, in_json
from gwformat.web.desk import Desk
from gwformat.web.hand import LIMITS, NotThere

LOOPBACK = "127.0.0.1"
HEADER = "X-Gwformat"
"""What every request that changes something carries."""

_MOST_DIGITS = 18  # of a length; Python refuses to read a number of thousands of them
_PATIENCE = 60  # seconds for a request to arrive
_POLL = 0.5  # seconds
_LEFT_ALONE = 2 * 3600  # seconds without a page; an open one is heard of every minute
_SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Server(ThreadingHTTPServer):
    """The page at a port of this computer, and the desk behind it."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # under Windows it would let two programs listen at one port

    def __init__(self, port: int = 0, *, limits: Limits = LIMITS, left_alone: float = _LEFT_ALONE) -> None:
        self.key = secrets.token_urlsafe(24)
        self.desk = Desk(folder.made(), limits)
        self.was_left_alone = False  # and has ended for this reason
        self.left_alone = left_alone
        self._quiet = 0.0  # seconds of running without a request: those in which the computer slept do not count
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            advice = "换一个端口，或者不写 --port，由程序选一个空着的。"
            raise OutputNotWritable(f"端口 {port} 用不了：{reason_of(error)}", advice) from error

    @property
    def port(self) -> int:
        """The port the page is at."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """What to open in the browser: it carries the key."""
        return f"http://{LOOPBACK}:{self.port}/?key={self.key}"

    @property
    def cookie(self) -> str:
        """The name under which the browser keeps the key; another server of this program has another."""
        return f"gwformat-{self.port}"

    def service_actions(self) -> None:
        """End once no page has been open for long, so that no copy of a draft stays because a window was closed."""
        self._quiet += _POLL
        if self._quiet > self.left_alone and not self.was_left_alone and not self.desk.busy:
            self.was_left_alone = True
            threading.Thread(target=self.shutdown).start()

    def heard(self) -> None:
        """A page is open."""
        self._quiet = 0.0

    def server_close(self) -> None:
        """Stop listening, and remove every draft and result."""
        super().server_close()
        self.desk.close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no error."""


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE

    def do_GET(self) -> None:
        """The page, its choices, files and pictures."""
        self._answer()

    def do_POST(self) -> None:
        """A draft, or a job with one."""
        self._answer()

    def do_DELETE(self) -> None:
        """A draft is not wanted any more; or the whole program."""
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: names of drafts are nobody's business."""

    def version_string(self) -> str:
        """What the server calls itself."""
        return "gwformat"

    def _answer(self) -> None:
        try:
            reply = self._reply()
        except Refusal as refusal:
            reply = in_json({"message": refusal.message, "advice": ""}, refusal.status)
        except GwError as error:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            if isinstance(error, NotThere):
                status = HTTPStatus.NOT_FOUND
            elif error.exit_code == INTERNAL:
                status = HTTPStatus.INTERNAL_SERVER_ERROR
            said = {"message": error.message, "advice": error.advice, "exit_code": error.exit_code}
            reply = in_json(said, status)
        except Exception as error:  # a bug met in one draft must not end the page
            said = {"message": f"程序内部出错（{type(error).__name__}）", "advice": "请把能重现问题的草稿报告给我们。"}
            reply = in_json(said, HTTPStatus.INTERNAL_SERVER_ERROR)
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        unread = reply.status >= HTTPStatus.BAD_REQUEST and self.command == "POST"
        self.close_connection = self.close_connection or unread  # what was not read is no next request
        self.send_response(reply.status)
        for name, value in {**_SAFE, **(reply.headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.body)

    def _reply(self) -> Reply:
        try:
            asked = urlsplit(self.path)
        except ValueError:  # http://[
            raise Refusal(HTTPStatus.BAD_REQUEST, "没有这样的地址") from None
        query = {name: values[-1] for name, values in parse_qs(asked.query).items()}
        self._demand_host()
        if self.command == "GET" and asked.path == "/" and self._is_key(query.get("key", "")):
            cookie = f"{self.server.cookie}={self.server.key}; Path=/; HttpOnly; SameSite=Strict"
            return Reply(status=HTTPStatus.SEE_OTHER, headers={"Location": "/", "Set-Cookie": cookie})
        self._demand_key()
        if self.command != "GET" and self.headers.get(HEADER) != "1":
            raise Refusal(HTTPStatus.FORBIDDEN, "这个请求不是本程序的页面发出的")
        self.server.heard()
        found = answer_at(self.command, unquote(asked.path))
        if found is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "没有这个地址")
        answer, address = found
        return answer(Request(self.server.desk, address, query, self.rfile, self._length, self._end))

    def _demand_host(self) -> None:
        names = (LOOPBACK, "localhost")
        if self.headers.get("Host") not in [f"{name}:{self.server.port}" for name in names]:
            raise Refusal(HTTPStatus.FORBIDDEN, "只在本机使用")

    def _demand_key(self) -> None:
        try:
            cookies = SimpleCookie(self.headers.get("Cookie", ""))
        except CookieError:
            cookies = SimpleCookie()
        kept = cookies.get(self.server.cookie)
        if kept is None or not self._is_key(kept.value):
            raise Refusal(HTTPStatus.FORBIDDEN, "请打开 gwformat web 给出的完整地址")

    def _is_key(self, said: str) -> bool:
        return secrets.compare_digest(said.encode(errors="replace"), self.server.key.encode())

    def _length(self, most: int) -> int:
        """How many bytes the request carries."""
        said = self.headers.get("Content-Length", "")
        if not (said.isascii() and said.isdecimal()):
            raise Refusal(HTTPStatus.LENGTH_REQUIRED, "请求没有写明长度")
        if len(said) > _MOST_DIGITS or int(said) > most:
            raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"超过 {most >> 20} MB")
        return int(said)

    def _end(self) -> None:
        """The program, once the browser has been told so."""
        self.close_connection = True
        threading.Thread(target=self.server.shutdown).start()
