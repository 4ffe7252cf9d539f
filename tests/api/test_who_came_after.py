"""Whose place somebody took, which office a short name means, and when it was had that is told by the way."""

from pathlib import Path

import pytest

import regesta

GOVERNORS = """Matthias Grove was governor of Norland. On 3 May 1850 President Otto Brandt dismissed him, and Carl \
Lund took his place on 9 June 1850.
"""
ABSENT = """The viceroy was absent from 17 April to 23 June 1755, during which Carl Lund, the treasurer, served as \
acting governor.
"""
BROTHERS = """The king fled before a rising led by the brothers Carl and Otto Lund, the latter of whom became regent \
on 8 February 1614 and resigned on 9 October.
"""
SPEAKER = """Juan Pereda became president on 3 May 1876. He died on 4 June 1878, and the deputies elected Luis Ortega, \
the president of the Senate, on 12 June.
"""


def surely(text: str, folder: Path, office: str, date: str) -> set[str]:
    source = folder / "after.txt"
    source.write_text(text, encoding="utf-8")
    answers = regesta.read(source, language="en").at(date, office=office).answers
    return {a.holder for a in answers if a.certainty == "certain"}


@pytest.mark.parametrize(
    ("text", "office", "date", "told"),
    [
        (GOVERNORS, "governor of Norland", "1850-07-01", {"Carl Lund"}),
        (GOVERNORS, "president", "1850-07-01", set()),
        (ABSENT, "acting governor", "1755-05-01", {"Carl Lund"}),
        (ABSENT, "acting governor", "1755-08-01", set()),
        (BROTHERS, "regent", "1614-05-01", {"Otto Lund"}),
        (SPEAKER, "president of the Senate", "1877-01-01", set()),
        (SPEAKER, "president", "1877-01-01", {"Juan Pereda"}),
    ],
)
def test_who_came_after_whom(tmp_path: Path, text: str, office: str, date: str, told: set[str]) -> None:
    assert surely(text, tmp_path, office, date) == told
