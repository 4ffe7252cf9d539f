"""A server in a process of its own, as a user starts it; and how the tests of its page open one."""

import json
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

OpenServed = Callable[..., Page]
"""The fixture `open_served`: a server, then `width`, `height`, `address`, `quiet`, and what new_context takes."""


@dataclass
class Server:
    """One that listens."""

    page: str
    api: str
    token: str | None
    process: "subprocess.Popen[str]"

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:8711/`."""
        return self.api.removesuffix("api/")

    def ask(self, path: str, method: str = "GET", body: Any = None, version: str = "") -> Any:
        """The JSON of an answer; urllib's HTTPError where it is refused."""
        headers = {"Authorization": f"Bearer {self.token}", "If-Match": f'"{version}"'} if method != "GET" else {}
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(  # noqa: S310 - our own server
            self.api + path, data, {"Content-Type": "application/json", **headers}, method=method
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return json.load(answer)

    def everything(self, path: str) -> list[Any]:
        """All items of a list."""
        return list(self.ask(path)["items"])


@contextmanager
def serving(chronicle: Path, *options: str) -> Iterator[Server]:
    """`regesta serve`, until the block ends: by an interrupt, as a user ends it."""
    command = [sys.executable, "-m", "regesta", "serve", str(chronicle), "--no-open", "--port", "0", "--format", "json"]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        told = ""
        while not told.endswith("}\n"):
            line = process.stdout.readline()
            assert line, process.stderr.read()
            told += line
        try:
            yield Server(**json.loads(told), process=process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            process.wait(20)
            errors = process.stderr.read()
    assert errors == ""
    assert process.returncode in (0, -signal.SIGKILL)
