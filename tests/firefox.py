"""Debian's Firefox by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), for Playwright drives only its own."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

FIREFOX = Path("/usr/bin/firefox-esr")
PATIENCE = 60.0
"""Seconds."""
PREFERENCES = """\
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("ui.prefersReducedMotion", 1);
"""
KEYS = {
    "Tab": "\ue004",
    "ArrowDown": "\ue015",
    "End": "\ue010",
    "Enter": "\ue006",
    "ArrowRight": "\ue014",
    "ArrowLeft": "\ue012",
    "Escape": "\ue00c",
}


class Firefox:
    """One window. What it complains of, and whom it asks, are kept."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self.troubles: list[str] = []
        self.asked: list[str] = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        # The window that it opens with never has the focus, without which Enter presses no button.
        self._context = self.call("browsingContext.create", type="window")["context"]
        self.call("browsingContext.activate", context=self._context)

    def call(self, method: str, **params: Any) -> Any:
        """The result of a command; AssertionError with what Firefox says where it fails."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv(timeout=PATIENCE))
            if message["type"] == "event":
                self._hear(message["method"], message["params"])
            elif message["id"] == self._number:
                assert message["type"] == "success", f"{method}: {message['error']}: {message['message']}"
                return message["result"]

    def _hear(self, method: str, told: Any) -> None:
        if method == "network.beforeRequestSent":
            self.asked.append(told["request"]["url"])
        elif told["level"] in ("error", "warn"):
            self.troubles.append(f"{told['type']}: {told['text']}")

    def go(self, address: str) -> None:
        """Opens an address and waits until it is loaded."""
        self.call("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def size(self, width: int, height: int) -> None:
        """Of the page, in pixels."""
        self.call("browsingContext.setViewport", context=self._context, viewport={"width": width, "height": height})

    def value(self, expression: str) -> Any:
        """What a JavaScript expression gives, as JSON."""
        wrapped = f"JSON.stringify({expression})"
        target = {"context": self._context}
        answer = self.call("script.evaluate", expression=wrapped, target=target, awaitPromise=True)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"].get("value", "null"))

    def wait(self, expression: str) -> Any:
        """What an expression gives once it is true."""
        end = time.monotonic() + PATIENCE
        while not (found := self.value(expression)):
            assert time.monotonic() < end, f"never true: {expression}\n{self.troubles}"
            time.sleep(0.1)
        return found

    def press(self, *names: str) -> None:
        """Keys, one after the other."""
        strokes = [{"type": kind, "value": KEYS.get(n, n)} for n in names for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": strokes}
        self.call("input.performActions", context=self._context, actions=[source])

    def click(self, selector: str) -> None:
        """The middle of an element, as with a mouse."""
        box = f"(b => ({{x: b.x + b.width / 2, y: b.y + b.height / 2}}))({element(selector)}.getBoundingClientRect())"
        place = {axis: round(at) for axis, at in self.value(box).items()}
        strokes = [{"type": "pointerMove", **place}, {"type": "pointerDown", "button": 0}]
        source = {"type": "pointer", "id": "mouse", "actions": [*strokes, {"type": "pointerUp", "button": 0}]}
        self.call("input.performActions", context=self._context, actions=[source])

    def text(self, selector: str) -> str:
        """What an element shows."""
        return str(self.value(f"{element(selector)}.innerText"))


def element(selector: str) -> str:
    """The JavaScript for the first element of a selector."""
    return f"document.querySelector({json.dumps(selector)})"


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox with a profile of its own, until the block ends."""
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "user.js").write_text(PREFERENCES, "utf-8")
    command = [
        FIREFOX,
        "--headless",
        "--no-remote",
        "--profile",
        profile,
        "--remote-debugging-port",
        "0",
        "about:blank",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            with connect(f"{_address(process)}/session", max_size=None, open_timeout=PATIENCE) as socket:
                yield Firefox(socket)
        finally:
            process.kill()


def _address(process: "subprocess.Popen[str]") -> str:
    assert process.stderr is not None
    told = ""
    for line in process.stderr:
        told += line
        found = re.search(r"WebDriver BiDi listening on (ws://\S+)", line)
        if found:
            return found[1]
    raise AssertionError(told)
