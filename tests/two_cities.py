"""An example chronology made by hand: Venice and Milan in 1848-49, with every kind of doubt that output must show."""

import re
from functools import cache

from builders import Story
from regesta.model.calendars import from_iso
from regesta.model.chronology import Chronology
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Conflict, EventDates
from regesta.model.entity import Mention
from regesta.model.evidence import Evidence
from regesta.model.gap import Gap
from regesta.model.ids import Id, stable_id
from regesta.model.manifest import Manifest, SourceRecord
from regesta.model.state import Certainty, Change, State, Strength, Transition
from regesta.model.text import Citation, Passage, Sentence, Span
from regesta.model.time import OPEN, Bounds

TEXT = """\
Two cities in revolt

[3] It was replaced by a provisional government of five.

On 18 March 1848 barricades went up in Milan.[1] Five days later the garrison withdrew from the city, and Count \
Gabrio Casati took power at the head of a provisional government.[1][2]

In Venice, on 22 March 1848, the workers of the Arsenal killed Colonel Marinovich; the same afternoon Daniele Manin \
seized the Arsenal and proclaimed the Republic of San Marco.[4]

Manin presided over the republic until July.[5] A rising in Milan, planned for the following spring, never took place.

Marshal Radetzky reoccupied Milan on 6 August 1848.[6] According to the Gazzetta, he had reoccupied it a day earlier.[7]

Venice surrendered on 22 August 1849.[8] Cholera had spread through its quarters, and the emperor may have offered \
an amnesty between late May and early June 1849. The fugitives embarked after the surrender.
"""


def _split(story: Story) -> None:
    """Sentences of the passages: they end with a stop and the markers glued to it."""
    text = story.document.text
    story.sentences.clear()
    for passage in story.passages:
        start = passage.span.start
        for end in [m.end() for m in re.finditer(r"\.(\[\d\])*(?=\s)", text)]:
            if passage.span.start < end <= passage.span.end:
                span = Span(story.document.id, start, end)
                story.sentences.append(Sentence(stable_id("s", text[start:end]), span, passage.id))
                start = end + 1


def _citations(story: Story) -> tuple[Citation, ...]:
    made = []
    text = story.document.text
    start = text.find("[")
    while start >= 0:
        end = text.index("]", start) + 1
        span = Span(story.document.id, start, end)
        sentence = story.sentence_of(span)
        orphan = sentence.span.start == start
        covers = None if orphan else Span(span.document, sentence.span.start, start)
        made.append(
            Citation(
                stable_id("n", start),
                span,
                text[start + 1 : end - 1],
                sentence.passage,
                None if orphan else sentence.id,
                covers,
            )
        )
        start = text.find("[", end)
    return tuple(made)


def _claims(story: Story) -> dict[str, Claim]:
    for kind, name in (("place", "Venice"), ("place", "Milan"), ("body", "Republic of San Marco")):
        story.entity(kind, name)  # type: ignore[arg-type]
    story.entity("person", "Daniele Manin", "Daniele Manin", "Manin presided")
    story.entity("person", "Gabrio Casati", "Gabrio Casati")
    story.entity("person", "Radetzky", "Marshal Radetzky")
    c = story.claim
    it = story.span("It")
    story.mentions.append(
        Mention(stable_id("m", "It"), it, "unknown", "pronoun", None, Evidence((it,), "test"), refers=True)
    )
    return {
        "barricades": c("barricades", "barricade", time="1848-03-18", time_words="18 March 1848", place="Milan"),
        "withdrew": c(
            *("withdrew", "retreat"),
            time="1848-03-23",
            basis="relative",
            time_words="Five days later",
            actor="the garrison",
            place="the city=Milan",
            citations=["1", "2"],
        ),
        "casati": c("took power", "take-office", actor="Gabrio Casati", place="the city=Milan", citations=["1", "2"]),
        "replaced": c("replaced", "succeed", target="It", actor="provisional government of five"),
        "killed": c(
            *("killed", "kill"),
            time="1848-03-22",
            time_words="22 March 1848",
            actor="workers of the Arsenal",
            target="Colonel Marinovich",
            place="Venice",
            citations=["4"],
        ),
        "seized": c(
            *("seized", "seize"),
            time="1848-03-22",
            basis="relative",
            time_words="the same afternoon",
            actor="Daniele Manin",
            target="the Arsenal",
            place="Venice",
            citations=["4"],
        ),
        "proclaimed": c(
            *("proclaimed", "proclaim"),
            actor="Daniele Manin",
            target="Republic of San Marco",
            place="Venice",
            citations=["4"],
        ),
        "presided": c(
            *("presided", "hold-office"),
            time="../1848-07",
            time_words="until July",
            actor="Manin=Daniele Manin",
            body="the republic=Republic of San Marco",
            citations=["5"],
        ),
        "planned": c("rising", "revolt", time="1849-03/1849-05", status="denied", place="Milan"),
        "reoccupied": c(
            *("reoccupied", "seize"),
            time="1848-08-06",
            time_words="6 August 1848",
            actor="Marshal Radetzky=Radetzky",
            target="Milan",
            citations=["6"],
        ),
        "earlier": c(
            *("reoccupied", "seize"),
            nth=1,
            time="1848-08-05",
            basis="relative",
            time_words="a day earlier",
            status="reported",
            actor="he had=Radetzky",
            target="Milan",
            citations=["7"],
        ),
        "surrendered": c(
            *("surrendered", "surrender"),
            time="1849-08-22",
            time_words="22 August 1849",
            actor="Venice",
            citations=["8"],
        ),
        "spread": c("spread", "suffer", actor="Cholera", place="its quarters"),
        "offered": c(
            *("offered", "propose"),
            time="[1849-05-21..1849-06-10]",
            time_words="between late May and early June 1849",
            status="possible",
            actor="the emperor",
            target="an amnesty",
        ),
        "embarked": c("embarked", "leave", actor="The fugitives"),
    }


def _state(what: tuple[str, str], holder: str, since: Bounds, until: Bounds, surely: Certainty, *by: Claim) -> State:
    fluent, key = what
    quotes = tuple(c.evidence.quotes[0] for c in by)
    return State(
        stable_id("st", fluent, key, holder),
        fluent,
        key,
        None,
        holder,
        None,
        since,
        until,
        _event_id(by[0]),
        tuple(_event_id(c) for c in by[1:]),
        surely,
        Evidence(quotes, "test", tuple(c.id for c in by)),
    )


def _change(
    claim: Claim, change: Change, what: tuple[str, str], holder: str | None, strength: Strength = "firm"
) -> Transition:
    evidence = Evidence(claim.evidence.quotes, "test", (claim.id,))
    return Transition(_event_id(claim), change, *what, None, holder, None, strength, evidence)


def _event_id(claim: Claim) -> Id:
    return stable_id("ev", claim.id)


def _day(iso: str) -> Bounds:
    return Bounds(from_iso(iso), from_iso(iso))


@cache
def two_cities() -> Chronology:
    """Fifteen claims, two places; a plan that came to nothing, a rumour, a contradiction, open ends, four gaps."""
    story = Story(TEXT, "two-cities.txt")
    heading = story.passages[0]
    story.passages[0] = Passage(heading.id, heading.span, "heading")
    _split(story)
    claims = _claims(story)
    bounds = {n: (c.time.when.start, c.time.when.end) if c.time.when else (OPEN, OPEN) for n, c in claims.items()}
    bounds["casati"] = (Bounds(from_iso("1848-03-23"), None), OPEN)
    bounds["proclaimed"] = (_day("1848-03-22"), _day("1848-03-22"))
    bounds["embarked"] = (Bounds(from_iso("1849-08-22"), None), OPEN)
    bounds["reoccupied"] = bounds["earlier"] = (Bounds(from_iso("1848-08-05"), from_iso("1848-08-06")),) * 2
    events = [Event(_event_id(c), c.type, c.status, (c.id,), "single") for n, c in claims.items() if n != "earlier"]
    events = [
        Event(e.id, e.type, e.status, (claims["reoccupied"].id, claims["earlier"].id), "one deed, two accounts")
        if claims["reoccupied"].id in e.claims
        else e
        for e in events
    ]
    dates = [
        EventDates(_event_id(c), *bounds[n], disputed=n == "reoccupied") for n, c in claims.items() if n != "earlier"
    ]
    conflict = Conflict(
        stable_id("x", "reoccupied"),
        "dates",
        "Milan was reoccupied on 6 August 1848, or on 5 August 1848, not on both",
        (claims["reoccupied"].id, claims["earlier"].id),
        (claims["reoccupied"].evidence.quotes[0], claims["earlier"].evidence.quotes[0]),
        (_event_id(claims["reoccupied"]),),
    )
    end = Bounds(from_iso("1848-08-05"), from_iso("1848-08-06"))
    states = (
        _state(
            ("holds", "Milan"),
            "provisional government",
            Bounds(from_iso("1848-03-23"), from_iso("1848-08-06")),
            end,
            "possible",
            claims["casati"],
            claims["reoccupied"],
        ),
        _state(("holds", "Milan"), "Radetzky", end, OPEN, "disputed", claims["reoccupied"]),
        _state(
            ("holds", "Venice"),
            "Republic of San Marco",
            _day("1848-03-22"),
            _day("1849-08-22"),
            "certain",
            claims["proclaimed"],
            claims["surrendered"],
        ),
        _state(
            ("office", "presidency of the Republic of San Marco"),
            "Daniele Manin",
            Bounds(from_iso("1848-03-22"), from_iso("1848-07-31")),
            Bounds(from_iso("1848-07-01"), from_iso("1848-07-31")),
            "possible",
            claims["presided"],
        ),
    )
    c = claims
    story.link(c["withdrew"], c["casati"])
    story.link(c["killed"], c["proclaimed"], 0, 0)
    story.link(c["surrendered"], c["embarked"])
    changes = (
        _change(c["casati"], "starts", ("holds", "Milan"), "provisional government", "weak"),
        _change(c["reoccupied"], "ends", ("holds", "Milan"), None),
        _change(c["reoccupied"], "starts", ("holds", "Milan"), "Radetzky"),
        _change(c["proclaimed"], "starts", ("holds", "Venice"), "Republic of San Marco"),
        _change(c["surrendered"], "ends", ("holds", "Venice"), None),
        _change(c["presided"], "observes", ("office", "presidency of the Republic of San Marco"), "Daniele Manin"),
    )
    gaps = (
        Gap(
            stable_id("g", 1), "orphan-citation", "[3] opens a passage: what it supports is missing", story.span("[3]")
        ),
        Gap(
            *(stable_id("g", 2), "unresolved-reference", "the text does not say what “It” was", story.span("It")),
            claim=claims["replaced"].id,
        ),
        Gap(
            *(stable_id("g", 3), "undated", "no day, month or year for “spread”", claims["spread"].trigger),
            claim=claims["spread"].id,
        ),
        Gap(
            *(stable_id("g", 4), "unplaced", "no place for “embarked”", claims["embarked"].trigger),
            claim=claims["embarked"].id,
        ),
    )
    return Chronology(
        story.findings(citations=_citations(story)), tuple(events), tuple(dates), (conflict,), changes, states, gaps
    )


MANIFEST = Manifest(
    "0.1.0",
    "3.11",
    (
        SourceRecord("two-cities.txt", "0" * 64, len(TEXT), "utf-8", "en"),
        SourceRecord("scan.pdf", "1" * 64, 0, "", "", "binary file; give plain text or Markdown"),
    ),
    "2" * 64,
    "test-model 1.0 sha256:" + "3" * 64,
)
