"""What is on disk after the server was killed while it wrote: everything that it said was written."""

import os
import time
from pathlib import Path
from threading import Thread

import pytest

import regesta
from regesta.corrections import read_corrections
from serving import Server, serving

KILLS = int(os.environ.get("REGESTA_KILLS", "4"))
"""How often; more by hand."""


def correct_for_ever(server: Server, claims: list[str], told: list[str]) -> None:
    """Makes corrections as fast as they are taken, until the server has gone; what it answered is noted."""
    version = server.ask("state")["version"]
    number = 0
    while True:
        body = {"action": "edit", "claim": claims[number % len(claims)], "set": {"time": str(1500 + number)}}
        try:
            answer = server.ask("corrections", "POST", {**body, "note": f"number {number}"}, version)
        except OSError:
            return
        told.append(answer["correction"]["id"])
        version = answer["version"]
        number += 1


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_nothing_that_was_answered(towns: Path) -> None:
    file = towns.with_suffix(".corrections.toml")
    claims = [claim.id for claim in regesta.open(towns).chronology.findings.claims]
    made = 0
    for attempt in range(KILLS):
        with serving(towns) as server:
            told: list[str] = []
            writer = Thread(target=correct_for_ever, args=(server, claims, told))
            writer.start()
            time.sleep(0.4 + attempt % 5 * 0.137)
            server.process.kill()
            writer.join(30)
        there = [entry.id for entry in read_corrections(file).entries]
        assert [ident for ident in told if ident not in there] == []
        made += len(told)
    assert made > KILLS, "nothing was written before the kills"
    with serving(towns) as server:
        listed = server.everything("corrections")
        assert len(listed) == len(read_corrections(file).entries)
        assert server.ask("rebuild", "POST")["rebuild"]["state"] == "running"
        for _ in range(600):
            if server.ask("state")["is_built"]:
                break
            time.sleep(0.1)
        assert {entry["result"] for entry in server.everything("corrections")} == {"applied"}


@pytest.mark.slow
def test_a_kill_while_it_rebuilds_leaves_the_chronicle_as_it_was(towns: Path) -> None:
    for wait in (0.0, 0.3, 0.9)[:KILLS]:
        with serving(towns) as server:
            before = server.everything("events")
            server.ask("rebuild", "POST")
            time.sleep(wait)
            server.process.kill()
        with serving(towns) as server:
            assert server.everything("events") == before
