"""The walk through what was read, claim by claim: what is shown, and what each key does."""

import sys
from typing import TYPE_CHECKING

from regesta.cli.output import count, say, say_wrapped
from regesta.errors import CorrectionError, QuestionError

if TYPE_CHECKING:
    from regesta.api.review import Review
    from regesta.api.review_items import Item

KEYS = (
    "  a                  accept: it is as it was read        r  reject: there is no such claim",
    "  e FIELD=VALUE      edit type, status, time or a role   e time=1871-03    e actor=Ann Reed",
    "  m ID               merge: tells of the same as ID      s  split: a happening of its own",
    "  n WORDS: TYPE      a new claim in this sentence        i WORDS = NAME    whom words of it mean",
    "  u                  undo the last correction            return: next      q: quit",
)


def walk(review: "Review") -> None:
    """Shows claims, the least sure first, and does what the keys say until there are none left, or `q`."""
    seen: set[str] = set()
    while True:
        left = [c for c in review.queue() if c.id not in seen]
        if not left:
            say("nothing is left to look at")
            return
        item = review.item(left[0])
        _show(item, len(left))
        while True:
            line = _ask()
            if line is None or line == "q":
                return
            if line == "":
                seen.add(item.claim.id)
                break
            try:
                if _do(review, item, line, seen):
                    break
            except (CorrectionError, QuestionError) as error:
                say(f"  {error}")


def _ask() -> str | None:
    """A line of the user; None at the end of the input."""
    sys.stdout.write("> ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None


def _show(item: "Item", left: int) -> None:
    claim = item.claim
    say()
    say(f"{claim.id}  {item.words.at}  confidence {claim.confidence:.2f}, {count(left, 'claim')} left")
    marked = f"{item.sentence[: item.start]}»{item.sentence[item.start : item.end]}«{item.sentence[item.end :]}"
    say_wrapped(marked, indent="  ")
    width = max(len(name) for name, _ in item.fields)
    for name, value in item.fields:
        say(f"    {name.ljust(width)}  {value}")


def _do(review: "Review", item: "Item", line: str, seen: set[str]) -> bool:
    """Does what a line says; whether the walk goes on to the next claim."""
    key, _, rest = line.partition(" ")
    ident = item.claim.id
    if key == "u":
        seen -= {anchor.claim for correction in review.made[-1:] for anchor in correction.anchors}
        say(f"  {review.undo()} taken back")
    elif key == "a":
        review.accept(ident)
    elif key == "r":
        review.reject(ident)
    elif _change(review, item, key, rest.strip()):
        _show_again(review, ident)
        return False
    else:
        for keys in KEYS:
            say(keys)
        return False
    return True


def _change(review: "Review", item: "Item", key: str, rest: str) -> bool:
    """Does what leaves the claim in view; False where the line means nothing."""
    from regesta.api.settings import parse_settings

    if key == "s":
        review.split(item.claim.id)
    elif not rest:
        return False
    elif key == "e":
        review.edit(item.claim.id, parse_settings([rest]))
    elif key == "m":
        review.merge(item.claim.id, rest)
    elif key == "n":
        words, _, kind = rest.rpartition(":")
        review.add(words.strip(), item.sentence, {"type": [kind.strip()]}, document=item.words.document)
    elif key == "i":
        words, _, name = rest.partition("=")
        review.identify(words.strip(), item.sentence, name=name.strip(), document=item.words.document)
    else:
        return False
    return True


def _show_again(review: "Review", ident: str) -> None:
    again = next((c for c in review.findings.claims if c.id == ident), None)
    if again is not None:
        _show(review.item(again), len(review.queue()))
