"""French prose written and marked by hand for this test: what is found, and what it is read as."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from extract.times.reading import passages
from regesta.extract.times import find_times
from regesta.rules.problems import Problems
from regesta.rules.times import TimeRules, read_time_rules

PASSAGES = Path(__file__).parent / "french" / "passages.jsonl"
FLOOR_SPANS = 0.98
FLOOR_VALUES = 0.97


@cache
def french() -> TimeRules:
    problems = Problems()
    rules = read_time_rules(files("regesta") / "knowledge" / "fr", problems)
    problems.stop()
    return rules


def marked() -> list[dict[str, Any]]:
    return [json.loads(line) for line in PASSAGES.read_text(encoding="utf-8").splitlines()]


def compared() -> tuple[int, int, int, int, list[str]]:
    """Marked, found, found with the same span, with the same span and value; and what differs."""
    wanted = found = spans = values = 0
    said = []
    for passage in marked():
        text = passage["text"]
        document, sentences = passages(text)
        gold = {(t["start"], t["end"]): t for t in passage["times"]}
        made = {(e.span.start, e.span.end): e for e in find_times(document, sentences, french())}
        wanted, found = wanted + len(gold), found + len(made)
        for span, time in gold.items():
            read = made.get(span)
            spans += read is not None
            edtf = read.when.edtf if read is not None and read.when is not None else None
            right = read is not None and (read.value == time["value"] if "value" in time else edtf == time.get("edtf"))
            values += right
            if not right:
                said.append(f"{time} in {text!r}: {read and (edtf, read.value)}")
        said += [f"{text[slice(*span)]!r} in {text!r}: not marked" for span in made.keys() - gold.keys()]
    return wanted, found, spans, values, said


def test_the_passages_quote_what_they_mark() -> None:
    times = [(p["text"], t) for p in marked() for t in p["times"]]
    assert len(times) >= 150
    assert all(text[t["start"] : t["end"]] == t["words"] for text, t in times)


def test_french_is_read_as_it_was_marked() -> None:
    wanted, found, spans, values, said = compared()
    assert 2 * spans / (wanted + found) >= FLOOR_SPANS, "\n".join(said)
    assert 2 * values / (wanted + found) >= FLOOR_VALUES, "\n".join(said)
