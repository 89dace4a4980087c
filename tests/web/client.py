"""A browser reduced to what goes over the wire: requests with a cookie and headers in, answers out."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """Speaks to one port; headers given as None are left out."""

    def __init__(self, port: int, patience: float = 30) -> None:
        self.port = port
        self.patience = patience
        self.cookie: str | None = None

    def open(self, address: str) -> Answer:
        parts = urlsplit(address)
        answer = self.ask("GET", f"{parts.path}?{parts.query}")
        self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return answer

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> Answer:
        sent = {"Cookie": self.cookie, "X-Gwformat": "1"} | {k.replace("_", "-"): v for k, v in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        try:
            connection.request(method, path, body, {name: value for name, value in sent.items() if value is not None})
            reply = connection.getresponse()
            return Answer(reply.status, dict(reply.getheaders()), reply.read())
        finally:
            connection.close()

    def give(self, name: str, data: bytes) -> int:
        """The number of a draft that was given."""
        answer = self.ask("POST", f"/papers?name={quote(name)}", data)
        assert answer.status == 200, answer.body
        return int(answer.json["number"])

    def do(self, number: int, job: str, **asked: object) -> Any:
        """The account of a job that is done."""
        answer = self.ask("POST", f"/papers/{number}/{job}", json.dumps(asked).encode())
        assert answer.status == 200, answer.body.decode()
        return answer.json

    def file(self, number: int, name: str) -> Answer:
        return self.ask("GET", f"/papers/{number}/files/{quote(name)}")
