"""What is told in passing: that "Chancellor Hollweg" was chancellor about then, and who led a force that did it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event, Role
from regesta.model.entity import Entity, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.state import Strength
from regesta.reason.naming import Naming
from regesta.rules.effects import Use
from regesta.rules.event_types import EventTypes
from regesta.rules.places import PlaceWords, fold

TITLE = "title"
LEADER = "leader"
ACTOR = "actor"
_OFFICIAL = ("words", "law")
"""Families of what somebody does in office."""
_WORDS, _CHARACTERS = 5, 120
"""How many words, and characters, before a name may tell what office its bearer has."""
_INNER = str.maketrans("", "", "-'’")
_Start = tuple[Id, int]
"""Document, and where in it."""


class _Borne(NamedTuple):
    """An office as somebody is named with it."""

    person: Id
    title: str
    quote: str


def find_titles(
    findings: Findings, events: Sequence[Event], offices: Iterable[tuple[str | None, str]], types: EventTypes
) -> Iterator[tuple[Id, Use, Evidence]]:
    """One observation a person and office, but for `offices` (holder, key) that are told more fully.

    It is weak: `President Lincoln was born in 1809`. Who speaks or decrees under a title on a stated day had it.
    """
    words = types.words
    people = {e.id: e for e in findings.entities if e.kind == "person"}
    told = {c: e.id for e in events if e.status == "asserted" for c in e.claims}
    seen: set[tuple[Id, str, Strength]] = set()
    told_fully: dict[str | None, list[str]] = defaultdict(list)
    for holder, key in offices:
        told_fully[holder].append(f" {fold(key)} ")
    held = {fold(key) for _, key in offices}
    for claim, role, borne in _shown(findings, _bearing(findings, people, words), told, words):
        if role is None and fold(borne.title) in held:
            continue
        name, strength = people[borne.person].name, _strength(claim, role, types)
        shown = borne.person, borne.title, strength
        if shown not in seen and not any(f" {fold(borne.title)} " in k for k in told_fully[name]):
            seen.add(shown)
            use = Use("observes", "office", strength, "named", borne.title, None, name, borne.person, name)
            yield told[claim.id], use, Evidence(claim.evidence.quotes, TITLE, (claim.id,))


def _bearing(findings: Findings, people: Mapping[Id, Entity], words: PlaceWords) -> dict[_Start, _Borne]:
    """Where a person is named with an office: who, the office, the words; "the prefect of Rouen, X" gives X it too."""
    documents = {d.id: d for d in findings.documents}
    found: dict[_Start, _Borne] = {}
    last: Mention | None = None
    for mention in sorted(findings.mentions, key=lambda m: (m.span.document, m.span.start)):
        person = people.get(mention.entity) if mention.entity is not None and mention.form != "pronoun" else None
        if person is None:
            continue
        document, at = documents[mention.span.document], (mention.span.document, mention.span.start)
        quote = mention.span.quote(document)
        title = _title(quote, person, words) if mention.form == "name" else _office(quote, words)
        if title is None and mention.form == "name":
            title = _before(document.text[max(at[1] - _CHARACTERS, 0) : at[1]], words)
        if title is not None and fold(title) != fold(person.name):
            found[at] = _Borne(person.id, title, quote)
        elif last is not None and last.span.document == mention.span.document and last.entity == mention.entity:
            said = found.get((last.span.document, last.span.start))
            between = document.text[last.span.end : mention.span.start].rstrip()
            if said is not None and between.find(",") == len(between) - 1:
                found[at] = said._replace(title=_whole(said.quote + between[:-1], said, words), quote=quote)
        last = mention
    return found


def _shown(
    findings: Findings, bearing: Mapping[_Start, _Borne], told: Mapping[Id, Id], words: PlaceWords
) -> Iterator[tuple[Claim, Role | None, _Borne]]:
    """Claims that show somebody in an office, and the role in which; where none does, the next claim about them."""
    documents = {d.id: d for d in findings.documents}
    starts: dict[Id, list[int]] = defaultdict(list)
    for document, start in sorted(bearing):
        starts[document].append(start)
    used: set[_Start] = set()
    about: dict[tuple[Id, Id], list[tuple[int, Claim]]] = defaultdict(list)
    for claim in (c for c in findings.claims if c.id in told):
        for role in claim.roles:
            if role.entity is not None:
                about[role.span.document, role.entity].append((role.span.start, claim))
            for at in _within(role, starts):
                used.add(at)
                phrase = role.span.quote(documents[role.span.document])
                yield claim, role, bearing[at]._replace(title=_whole(phrase, bearing[at], words))
    for document, start in sorted(bearing.keys() - used):
        borne = bearing[document, start]
        if near := about.get((document, borne.person)):
            yield next((c for at, c in near if at > start), near[-1][1]), None, borne


def _whole(phrase: str, borne: _Borne, words: PlaceWords) -> str:
    """The office with what it is over, where the phrase goes on to say it: `tyrant of Lindos`."""
    front = words.without_article(phrase[: max(0, phrase.find(borne.quote))].strip())
    if front and borne.title.endswith(f" {front}"):
        return _office(front, words) or borne.title  # no more than belongs to the name: "under prime minister Vane"
    if not phrase.startswith(borne.quote) or borne.quote == phrase or "," in phrase:
        return borne.title
    head, scope = words.split(phrase)
    return _office(phrase, words) or borne.title if scope and fold(head).endswith(fold(borne.title)) else borne.title


def find_leaders(findings: Findings, events: Sequence[Event], naming: Naming) -> Iterator[tuple[Id, Use, Evidence]]:
    """That somebody was at the head of a force when it acted: "the British army under Grant".

    Not of a force that goes by one common word: "troops" are not always the same.
    """
    claims = {c.id: c for c in findings.claims}
    for event in events:
        for claim in (claims[c] for c in event.claims if event.status == "asserted"):
            acting = claim.fillers("actor")
            leading = [r for r in acting if naming.words.parts.get(r.rule) == LEADER]
            if not leading:
                continue
            forces = [p for p in map(naming.participant, (r for r in acting if r not in leading)) if p.kind == "body"]
            key = naming.words.without_article(forces[0].name) if len(forces) == 1 else ""
            for leader in map(naming.participant, leading):
                if leader.kind == "person" and leader.known and " " in key:
                    use = Use("observes", "office", "firm", "named", key, forces[0].entity, leader.name, leader.entity)
                    yield event.id, use, Evidence(claim.evidence.quotes, TITLE, (claim.id,))


def _strength(claim: Claim, role: Role | None, types: EventTypes) -> Strength:
    """Firm for whoever rules or speaks under the title on one stated day."""
    if role is None:
        return "weak"
    kind, when = types.get(claim.type), claim.time.when
    official = kind is not None and kind.family in _OFFICIAL and role.name == ACTOR and not role.likely_only
    on_a_day = when is not None and when.earliest is not None and when.earliest == when.latest
    return "firm" if official and on_a_day and claim.time.basis == "stated" else "weak"


def _within(role: Role, starts: Mapping[Id, Sequence[int]]) -> Iterator[_Start]:
    document, told = role.span.document, starts.get(role.span.document, ())
    low = bisect_left(told, role.span.start)
    return ((document, at) for at in told[low : bisect_left(told, role.span.end, low)])


def _title(quote: str, person: Entity, words: PlaceWords) -> str | None:
    """The office in the words before a name, with what stands behind it: `German Chancellor`, `King of Vestria`."""
    at = quote.find(person.name.split(" ")[0])
    if at > 0:
        title, over = _office(quote[:at].strip(), words), words.split(person.name)[1]
        if title is not None and over and words.is_of_realm(f"{title} of {over}") and not words.split(title)[1]:
            return f"{title} of {over}"  # "King Odo of Vestria"
        return title
    tokens = quote.split()
    fronts = (_office(" ".join(tokens[:n]), words) for n in range(len(tokens) - 1, 0, -1))
    return next((front for front in fronts if front is not None), None)


def _before(text: str, words: PlaceWords) -> str | None:
    """The office in small letters at the end of what stands before a name: `Danish king`, "the Danish king Harald"."""
    tokens: list[str] = []
    for word in reversed(text.split()) if text.endswith(" ") else ():
        if len(tokens) == _WORDS or not word.translate(_INNER).isalpha():
            break
        if tokens and words.without_article(f"{word} {tokens[0]}") == tokens[0]:
            break  # "she met the bishop Hugh"
        tokens.insert(0, word)
    told_so = [" ".join(tokens[n:]) for n in range(len(tokens))]
    if any(map(words.is_past, told_so)) or words.split(" ".join(tokens))[1].rpartition(" ")[2].islower():
        return None  # "a former king", "the throne of Norholm passed to"
    return next((front for front in (_office(title, words) for title in told_so) if front is not None), None)


def _office(title: str, words: PlaceWords) -> str | None:
    """Words that name an office, without article: `mayor` for "the mayor, Joseph Sykes"."""
    title = words.without_honour(words.without_rank(title))
    if not title or words.kind_of(title) != "office" or words.is_past(title):
        return None
    return title
