"""Plants contradictions into copies of texts, runs the check, and tells how many of them were found.

Run: python scripts/plant_contradictions.py [FOLDER...] [--each 4] [--verbose]. Each FOLDER holds a text.txt; without
any, those of ../shared/gold are taken. A contradiction in an untouched text is a false alarm, unless its gold.json (if
it has one) tells of one there. A plant is one more sentence at the end of the text, about people, bodies and places
that the text itself names and dates:

  death       somebody dies the year before an act that the text tells of
  foundation  a body is founded the year after it is told to act
  year        what the text tells with a date is told again, in its own words, with another year: asked, not decided
  order       one thing is told to come after another that is dated later
  weekday     a date with a day of the week that it did not have
  reversed    somebody holds an office from one year to an earlier one

A plant is read if a claim with its date is found in the planted sentence, and found if the check names its words in a
contradiction (for `year`: in a question) that the untouched text does not have.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regesta
from regesta.api import Chronicle
from regesta.model.calendars import from_jdn, to_jdn, weekday
from regesta.model.claim import Claim

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
YEAR = re.compile(r"\b(1[0-9]{3})\b")


@dataclass(frozen=True)
class Plant:
    """One sentence more, and what it is to be found as."""

    kind: str
    words: str
    asked: bool = False
    """Whether it is a question rather than a contradiction."""


def deeds(chronicle: Chronicle, kind: str) -> Iterator[tuple[str, int]]:
    """Names of that kind of entity, with a year in which the text surely has them act; each name once."""
    entities, seen = chronicle.lookup.entities, set()
    for claim in chronicle.chronology.findings.claims:
        bounds = chronicle.lookup.dating(claim).bounds
        if claim.status != "asserted" or bounds.earliest is None or bounds.latest is None:
            continue
        years = {from_jdn(bounds.earliest)[0], from_jdn(bounds.latest)[0]}
        for role in claim.fillers("actor"):
            entity = entities.get(role.entity) if role.entity else None
            if entity and entity.kind == kind and entity.name not in seen and len(years) == 1 and min(years) > 1:
                seen.add(entity.name)
                yield entity.name, years.pop()


def retold(chronicle: Chronicle) -> Iterator[str]:
    """Sentences that date with a plain year something done by somebody known to somebody known, that year changed."""
    lookup = chronicle.lookup
    for sentence in chronicle.chronology.findings.sentences:
        text = lookup.documents[sentence.span.document].text[sentence.span.start : sentence.span.end]
        if len(YEAR.findall(text)) != 1 or len(text) > 220:
            continue
        if any(c.sentence == sentence.id and is_full(c, chronicle) for c in chronicle.chronology.findings.claims):
            yield YEAR.sub(lambda m: str(int(m[0]) + 3), " ".join(re.sub(r"\[[^\]]*\]", "", text).split()))


def is_full(claim: Claim, chronicle: Chronicle) -> bool:
    """Whether who did it to whom, and in which year, is all told."""
    bounds = chronicle.lookup.dating(claim).bounds
    dated = bounds.earliest is not None and bounds.latest is not None
    return claim.status == "asserted" and dated and bool(claim.fillers("actor")) and bool(claim.fillers("target"))


def plants(chronicle: Chronicle, each: int) -> Iterator[Plant]:
    """So many of each kind as the text has names for."""
    people, bodies = list(deeds(chronicle, "person")), list(deeds(chronicle, "body"))
    mentioned = [e.name for e in chronicle.lookup.entities.values() if e.kind == "place" and e.name[0].isupper()]
    for name, year in people[:each]:
        yield Plant("death", f"{name} died in {year - 1}.")
        yield Plant("reversed", f"{name} was president from {year + 9} to {year + 2}.")
    for name, year in bodies[:each]:
        yield Plant("foundation", f"{article(name)} was founded in {year + 1}.")
    for words in list(retold(chronicle))[:each]:
        yield Plant("year", words, asked=True)
    for (name, year), place in list(zip(people, mentioned, strict=False))[:each]:
        yield Plant("order", f"In {year}, {name} captured {place} after General Brandt had abandoned it in {year + 2}.")
        yield Plant("weekday", f"General Brandt reached {place} on {wrong_weekday(year)}, 14 May {year}.")


def wrong_weekday(year: int) -> str:
    """A day of the week that 14 May was in neither calendar."""
    days = {weekday(to_jdn(year, 5, 14, calendar)) for calendar in ("gregorian", "julian")}
    return next(name for i, name in enumerate(("Monday", "Tuesday", "Wednesday")) if i not in days)


def article(name: str) -> str:
    """A body's name as a sentence begins with it."""
    return name if name.startswith(("The ", "the ")) else f"The {name}"


def read(text: str) -> Chronicle:
    """The chronicle of a text."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "text.txt"
        source.write_text(text, encoding="utf-8")
        return regesta.read(source)


def annotated(folder: Path) -> set[int]:
    """The lines in which readers of the untouched text found a contradiction, where a gold.json tells that."""
    gold = folder / "gold.json"
    findings = json.loads(gold.read_text("utf-8")).get("findings", ()) if gold.exists() else ()
    return {f["line"] for f in findings if f["kind"] == "contradiction"}


def remarked(chronicle: Chronicle, start: int) -> tuple[bool, bool]:
    """Whether a contradiction, and whether a question, names words from there on."""
    told = [r for r in chronicle.remarks if any(w.start >= start for w in (r.words, *r.related))]
    return any(r.contradicts for r in told), any(r.kind == "two-versions" for r in told)


def was_read(chronicle: Chronicle, start: int) -> bool:
    """Whether a claim from there on has a date, or a time from there on was read, if only as one that cannot be."""
    findings = chronicle.chronology.findings
    noted = any(t.span.start >= start and t.notes for t in findings.times)
    return noted or any(c.trigger.start >= start and c.time.when is not None for c in findings.claims)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line for each kind; exit code 1 where a text has contradictions before anything is planted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args(arguments)
    folders = asked.folders or sorted(p.parent for p in GOLD.glob("*/text.txt"))
    planted, were_read, found, alarms = Counter[str](), Counter[str](), Counter[str](), 0
    for folder in folders:
        text = (folder / "text.txt").read_text("utf-8").rstrip()
        chronicle = read(text)
        told_of = annotated(folder)
        for remark in chronicle.remarks:
            if remark.contradicts and not told_of & {w.line for w in (remark.words, *remark.related)}:
                alarms += 1
                print(f"{folder.name}: untouched, yet: {remark.message}")
        for plant in plants(chronicle, asked.each):
            start = len(text) + 2
            copy = read(f"{text}\n\n{plant.words}\n")
            hit = remarked(copy, start)[plant.asked]
            known = was_read(copy, start)
            planted[plant.kind] += 1
            were_read[plant.kind] += known
            found[plant.kind] += hit
            if asked.verbose and not hit:
                print(f"{folder.name}: {'not found' if known else 'not read'}: {plant.kind}: {plant.words}")
    for kind in sorted(planted):
        print(f"{kind:12} planted {planted[kind]:3}  read {were_read[kind]:3}  found {found[kind]:3}")
    every, known, hits = planted.total(), were_read.total(), found.total()
    print(f"{'all':12} planted {every:3}  read {known:3}  found {hits:3}")
    print(f"found: {hits / max(every, 1):.0%} of all, {hits / max(known, 1):.0%} of those read; false alarms: {alarms}")
    return 1 if alarms else 0


if __name__ == "__main__":
    sys.exit(main())
