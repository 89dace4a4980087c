from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from gwformat.web import Server
from tests.web.client import Client


@pytest.fixture
def server() -> Iterator[Server]:
    """The page at a free port, until the test ends."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def client(server: Server) -> Client:
    """Who has opened the address the program gave."""
    client = Client(server.port)
    client.open(server.address)
    return client
