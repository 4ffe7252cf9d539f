"""A reader of one verb a line, quick enough for hundreds of builds: who, what, where and when of plain sentences."""

import re

from builders import when
from regesta.model.chronology import Findings
from regesta.model.claim import Claim, ClaimTime, Role
from regesta.model.entity import Entity, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import stable_id
from regesta.model.text import Document, Passage, Sentence, Span

VERBS = {"captured": "seize", "left": "leave", "besieged": "siege", "dissolved": "dissolve", "fortified": "build"}
_LINE = re.compile(
    r"(?:On (?P<date>\d{4}-\d\d-\d\d) )?(?P<actor>[A-Z]\w+) (?P<verb>\w+) (?P<place>[A-Z]\w+|it)(?P<tail>[^.]*)\."
)


def document_of(text: str, name: str = "annals.txt") -> Document:
    return Document(stable_id("d", name), name, text, "en", "0" * 64, "utf-8")


def read_lines(text: str, name: str = "annals.txt") -> Findings:
    """One sentence, and at most one claim, a line; ids as the real reader makes them."""
    document = document_of(text, name)
    passages, sentences, mentions, claims = [], [], [], []
    entities: dict[str, Entity] = {}
    seen: dict[str, int] = {}
    offset = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            span = Span(document.id, offset + line.index(words), offset + line.index(words) + len(words))
            nth = seen[words] = seen.get(words, -1) + 1
            passages.append(Passage(stable_id("p", document.id, words, nth), span, "prose"))
            sentences.append(Sentence(stable_id("s", document.id, words, nth), span, passages[-1].id))
            claim = _claim(sentences[-1], words, mentions, entities)
            claims += [claim] if claim else []
        offset += len(line)
    return Findings(
        *((document,), tuple(passages), tuple(sentences), (), (), tuple(mentions), tuple(entities.values())),
        tuple(claims),
    )


def _claim(sentence: Sentence, words: str, mentions: list[Mention], entities: dict[str, Entity]) -> Claim | None:
    found = _LINE.fullmatch(words)
    if found is None or found["verb"] not in VERBS:
        return None
    evidence = Evidence((sentence.span,), "test/line")

    def span(group: str) -> Span:
        start = sentence.span.start
        return Span(sentence.span.document, start + found.start(group), start + found.end(group))

    roles = []
    for role, kind in (("actor", "person"), ("place", "place")):
        name = found[role]
        named = name[0].isupper()
        ident = stable_id("e", kind, name)
        mention = Mention(stable_id("m", sentence.id, role), span(role), kind, "name", ident, evidence)  # type: ignore[arg-type]
        if named:
            known = entities.get(name)
            made = (*(known.mentions if known else ()), mention.id)
            entities[name] = Entity(ident, kind, name, (name,), made, evidence)  # type: ignore[arg-type]
            mentions.append(mention)
        roles.append(Role(role, span(role), ident if named else None, "test"))
    told = ClaimTime(when(found["date"]), "stated", None, span("date")) if found["date"] else None
    return Claim(
        id=stable_id("c", sentence.id, found.start("verb")),
        type=VERBS[found["verb"]],
        trigger=span("verb"),
        sentence=sentence.id,
        status="asserted",
        roles=tuple(roles),
        time=told or ClaimTime(None, "none", None, None),
        citations=(),
        confidence=0.5,
        evidence=evidence,
    )
