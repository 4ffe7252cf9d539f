"""A chronicle that is served: as an application in this process, to be asked over HTTP."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import regesta
from regesta.server import Desk, Rights, make_app

TEXT = """\
On 4 May 1849, General Ferri captured Grenoble.[7] The following day the council was dissolved.

It was closed in 1850, and for a long while the town remained without any newspaper. \
In Cork, a commune was proclaimed in June 1850; the mayor resigned.
"""


@dataclass
class Client:
    """One browser: it remembers the version that it saw last."""

    http: TestClient
    desk: Desk
    token: str
    version: str = ""

    def get(self, path: str, **params: Any) -> Any:
        """The JSON of an answer that must be there."""
        answer = self.http.get(path, params=params)
        assert answer.status_code == 200, answer.text
        self.version = answer.headers.get("etag", f'"{self.version}"').strip('"')
        return answer.json()

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """A write with token and version, unless the headers say otherwise; empty ones are left out."""
        given = {"Authorization": f"Bearer {self.token}", "If-Match": f'"{self.version}"', **headers}
        answer = self.http.request(method, path, json=body, headers={k: v for k, v in given.items() if v})
        if answer.is_success and "version" in answer.json():
            self.version = answer.json()["version"]
        return answer

    def correct(self, action: str, **more: Any) -> Any:
        """The answer to a correction that must succeed."""
        answer = self.send("POST", "/api/corrections", {"action": action, **more})
        assert answer.status_code == 201, answer.text
        return answer.json()

    def claim(self, words: str) -> str:
        """Id of the claim that these words tell of."""
        items = self.get("/api/review", limit=1000)["items"]
        return next(item["claim"] for item in items if item["words"]["quote"] == words)


Serve = Callable[..., Client]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a source and its chronicle, to be copied."""
    folder = tmp_path_factory.mktemp("served")
    source = folder / "towns.txt"
    source.write_text(TEXT, "utf-8")
    regesta.read(source).save(folder / "towns.regesta")
    return folder


@pytest.fixture
def towns(built: Path, tmp_path: Path) -> Path:
    """The chronicle, beside its source."""
    return Path(shutil.copytree(built, tmp_path / "towns")) / "towns.regesta"


@pytest.fixture
def serve(towns: Path) -> Iterator[Serve]:
    """Serves a chronicle, that of the towns where none is given."""
    opened: list[TestClient] = []

    def start(path: Path | None = None, *, read_only: bool = False, watched: bool = False) -> Client:
        desk = Desk(path or towns, read_only=read_only)
        rights = Rights(read_only=read_only)
        http = TestClient(make_app(desk, rights), base_url="http://127.0.0.1:8711")
        if watched:
            http.__enter__()
            opened.append(http)
        return Client(http, desk, rights.token)

    yield start
    for http in opened:
        http.__exit__(None, None, None)
