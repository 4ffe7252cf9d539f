"""What is on disk after a writer was killed: the file before or after a correction, never half of it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from regesta.corrections import Anchor, Correction, add_correction, read_corrections

KILLS = int(os.environ.get("REGESTA_KILLS", "100"))
"""How often; fewer or more by hand."""

WRITE_FOR_EVER = """
import sys
from itertools import count
from regesta.corrections import Anchor, Correction, add_correction
print("ready", flush=True)
for n in count(int(sys.argv[2])):
    add_correction(sys.argv[1], Correction("reject", (Anchor("a.txt", "fell", f"Town {n} fell.", 7, "", ""),)))
    print(n, flush=True)
"""


def kill_after(seconds: float, file: Path, first: int) -> int:
    """Starts a writer, kills it, and gives the number of the last correction that it said was written."""
    command = [sys.executable, "-c", WRITE_FOR_EVER, str(file), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        told = child.stdout.read().split("\n")[:-1]
        child.wait(30)
    return int(told[-1]) if told else first - 1


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_no_correction_and_leaves_no_lock(tmp_path: Path) -> None:
    file = tmp_path / "a.corrections.toml"
    left, last = 0, -1
    for attempt in range(KILLS):
        last = kill_after((attempt * 7 % 30) * 0.0017, file, last + 1)
        numbers = [int(e.anchors[0].sentence.split()[1]) for e in read_corrections(file).entries]
        assert numbers[: last + 1] == list(range(last + 1))
        assert len(numbers) <= last + 2
        last = len(numbers) - 1
        left += len(list(tmp_path.iterdir())) - 1
        last += 1
        add_correction(file, Correction("reject", (Anchor("a.txt", "fell", f"Town {last} fell.", 7, "", ""),)))
        assert [f.name for f in tmp_path.iterdir()] == [file.name]
    assert left > 0, "no kill fell into a writing, so that nothing was tested"
