"""Draws claims that are told as asserted, for a reader who compares each with its text: a sheet for quality/.

    python scripts/draw_claims.py SOURCE... [--leave-out FOLDER...] [--count 100] [--seed 1871] -o SHEET.csv --read FILE

A source is a text file, a folder of them, or JSON lines with `doc` and `text`. Sentences that also stand in a text.txt
below a folder that is left out are not drawn from. The sheet holds the words of each claim and empty columns for the
verdict; --read names the file that holds each claim with its sentence and the one before, to read them by.
"""

import argparse
import csv
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import regesta
from regesta.export.jsonl import records
from regesta.model.lookup import Lookup

CLAIM = ("document", "start", "trigger", "type", "actor", "target", "place", "time")
VERDICT = ("asserted", "actor_right", "target_right", "date_right", "class", "note")
ROLES = ("actor", "target", "place")


def texts(sources: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Name and text of each document, in order."""
    for source in sources:
        if source.suffix == ".jsonl":
            for line in source.read_text("utf-8").splitlines():
                given = json.loads(line)
                yield given["doc"], given["text"]
        else:
            for path in sorted(source.rglob("*.txt")) if source.is_dir() else [source]:
                yield path.stem, path.read_bytes().decode("utf-8")


def squeezed(text: str) -> str:
    """The text with single blanks, to compare by."""
    return " ".join(text.split())


def asserted(name: str, text: str, known: str) -> Iterator[dict[str, Any]]:
    """Each claim of a text that is told as asserted, but those of sentences that are known."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_bytes(text.encode("utf-8"))
        chronology = regesta.read(path, language="en").chronology
    sentences = [s.span for s in Lookup(chronology).sentences.values()]
    for claim in records(chronology):
        at = claim["sentence"]
        if claim["status"] == "asserted" and squeezed(claim["quote"]) not in known:
            before = [s for s in sentences if s.end <= at["start"]][-2:]
            yield {
                "document": name,
                "start": claim["trigger"]["start"],
                "trigger": claim["trigger"]["text"],
                "type": claim["type"],
                **{role: "; ".join(map(_named, claim[role])) for role in ROLES},
                "time": _days(claim["time"]),
                "read": squeezed(text[before[0].start if before else at["start"] : at["end"]]),
            }


def _named(filler: dict[str, Any]) -> str:
    """The words, and whom they are taken to mean where it is another name."""
    words, entity = squeezed(filler["text"]), filler["entity"]
    return words if not entity or entity in words else f"{words} = {entity}"


def _days(time: dict[str, Any]) -> str:
    if not (time["earliest"] or time["latest"]):
        return ""
    return (
        time["earliest"] if time["earliest"] == time["latest"] else f"{time['earliest'] or ''}..{time['latest'] or ''}"
    )


def draw(claims: list[dict[str, Any]], count: int, seed: int) -> list[dict[str, Any]]:
    """So many of the claims at random, the same each time, in the order of their texts."""
    chosen = random.Random(seed).sample(range(len(claims)), min(count, len(claims)))  # noqa: S311 - a sample, no secret
    return [claims[i] for i in sorted(chosen)]


def _read(number: int, claim: dict[str, Any]) -> str:
    told = f"{claim['actor']} > {claim['target']} @ {claim['place']} | {claim['time']}"
    return f"{number}. [{claim['trigger']}] {claim['type']} | {told}\n   {claim['read']}\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    options.add_argument("--leave-out", action="append", default=[], type=Path, metavar="FOLDER")
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--seed", type=int, default=1871)
    options.add_argument("-o", "--output", type=Path, required=True, metavar="SHEET.csv")
    options.add_argument("--read", type=Path, required=True, metavar="FILE")
    given = options.parse_args()
    known = "\n".join(squeezed(p.read_text("utf-8")) for f in given.leave_out for p in sorted(f.rglob("text.txt")))
    claims = [claim for name, text in texts(given.sources) for claim in asserted(name, text, known)]
    drawn = draw(claims, given.count, given.seed)
    with given.output.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, ["number", *CLAIM, *VERDICT], lineterminator="\n", extrasaction="ignore")
        sheet.writeheader()
        sheet.writerows({"number": number, **claim} for number, claim in enumerate(drawn, 1))
    lines = (_read(number, claim) for number, claim in enumerate(drawn, 1))
    given.read.write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(drawn)} of {len(claims)} claims")


if __name__ == "__main__":
    main()
