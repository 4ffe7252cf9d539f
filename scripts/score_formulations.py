"""How many ways of saying the same thing are understood: `python scripts/score_formulations.py FILE... [--misses]`.

A file of quality/formulations holds small texts, one a line, each with what a careful reader takes from it: `states`
(who held what on a day), or `claims` (with `trigger`, `nth` and either days or status and participants).
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from regesta.api.claim_scores import ChronicleScores, TextScores, count_verdicts, evaluate_claims

UNKNOWN = "other"
"""The type of every claim: none is given, and none is compared."""


def start_of(text: str, word: str, nth: int) -> int:
    """Where a word stands, counted from its first occurrence on."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(word, at + 1)
    return at


def trigger(text: str, word: str, nth: int = 0) -> dict[str, Any]:
    at = start_of(text, word, nth)
    return {"text": word, "start": at, "end": at + len(word)}


def gold(item: dict[str, Any]) -> dict[str, Any]:
    """The item in the form of gold.json; a holder with other names goes by all of them."""
    text = item["text"]
    claims = [
        {
            "id": f"{item['id']}-{number}",
            "type": UNKNOWN,
            "status": "asserted",
            **claim,
            "trigger": trigger(text, claim["trigger"], claim.get("nth") or 0),
            "alt_triggers": [trigger(text, word) for word in claim.get("alt_triggers") or ()],
            "time": {key: claim.get(key) for key in ("earliest", "latest")},
        }
        for number, claim in enumerate(item.get("claims") or (), 1)
    ]
    states = [
        {
            **state,
            "holder": " / ".join((state["holder"], *(state.get("holder_alt") or ()))) if state["holder"] else None,
        }
        for state in item.get("states") or ()
    ]
    return {"claims": claims, "states": states}


def score(path: Path) -> ChronicleScores:
    """Reads each text by itself."""
    with tempfile.TemporaryDirectory() as folder:
        for line in path.read_text("utf-8").splitlines():
            item = json.loads(line)
            home = Path(folder) / item["id"]
            home.mkdir()
            (home / "text.txt").write_text(item["text"], "utf-8")
            (home / "gold.json").write_text(json.dumps(gold(item)), "utf-8")
        return evaluate_claims([folder], language="en")


def show(name: str, scores: ChronicleScores) -> None:
    if scores.states:
        verdicts = count_verdicts(scores.states)
        others = ", ".join(f"{verdict} {count}" for verdict, count in verdicts.items() if count and verdict != "right")
        print(f"{name}: who held what: {verdicts['right']} of {len(scores.states)} right; {others}")
        return
    tallies = scores.total.tallies
    print(f"{name}: happenings found: {tallies['trigger'].scores().recall:.3f}")
    if any(tallies[role].right for role in ("actor", "place")):
        roles = ", ".join(f"{role} {tallies[role].scores().f1:.3f}" for role in ("actor", "target", "place"))
        print(f"{name}: status {scores.total.share('status'):.3f}; F of {roles}")
    else:
        print(f"{name}: both days right, of those found: {scores.total.share('time'):.3f}")


def misses(texts: Sequence[TextScores]) -> None:
    for text in texts:
        for state in text.states:
            if state.verdict != "right":
                told = ", ".join(f"{a.holder} ({a.certainty})" for a in state.answers or ()) or "nobody"
                asked = state.asked
                print(
                    f"{state.verdict}  {text.name}: {asked.question}: {asked.holder} ({asked.certainty}) | told: {told}"
                )
        for difference in text.counts.differences:
            print(f"{text.name}: {difference}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", type=Path, nargs="+")
    options.add_argument("--misses", action="store_true", help="name what is not understood")
    given = options.parse_args()
    for path in given.files:
        scores = score(path)
        show(path.stem, scores)
        if given.misses:
            misses(scores.texts)


if __name__ == "__main__":
    main()
