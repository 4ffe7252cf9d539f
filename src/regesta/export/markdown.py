"""Markdown: a chronology to read, every line with the words it stands on and the source's own citations."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from regesta.model.chronology import Chronology
from regesta.model.claim import Claim
from regesta.model.lookup import Lookup, order_key
from regesta.model.text import Span
from regesta.model.time import OPEN
from regesta.model.wording import say_since, say_until

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|~&"})


def write(chronology: Chronology, stream: TextIO) -> None:
    """Writes dated entries in order, the undated, who held what, contradictions, gaps and sources."""
    lookup = Lookup(chronology)
    for section in (_chronology, _holdings, _conflicts, _gaps, _sources):
        for line in section(lookup):
            stream.write(f"{line}\n")


def plain(words: str) -> str:
    """Words of a source on one line, with Markdown's signs made harmless."""
    return " ".join(words.split()).translate(_SPECIAL)


def _quote(span: Span, lookup: Lookup) -> str:
    line, _ = lookup.line(span)
    return f"“{plain(lookup.quote(span))}” ({plain(lookup.documents[span.document].name)}:{line})"


def _entry(claim: Claim, lookup: Lookup) -> str:
    dating = lookup.dating(claim)
    date = f"{dating.say()} · " if dating.bounds != OPEN else ""
    status = "" if claim.status == "asserted" else f" · *{claim.status}*"
    cited = "".join(f" \\[{plain(label)}\\]" for label in claim.citations)
    words = _quote(lookup.sentences[claim.sentence].span, lookup)
    return f"- {date}{_headline(claim, lookup)}{status}  \n  {words}{cited}"


def _headline(claim: Claim, lookup: Lookup) -> str:
    """Who, the word for it, to whom and where; the type in brackets."""
    before, word, after, where = (plain(words) for words in lookup.headline(claim))
    said = " – ".join(part for part in (before, f"**{word}**", after, where) if part)
    return f"{said} ({plain(claim.type)})"


def _chronology(lookup: Lookup) -> Iterator[str]:
    dated: list[Claim] = []
    undated: list[Claim] = []
    for claim in lookup.chronological():
        (undated if lookup.dating(claim).bounds == OPEN else dated).append(claim)
    yield "# Chronology"
    for heading, claims in (("Dated", dated), ("Undated", undated)):
        yield from ("", f"## {heading}", "")
        yield from (_entry(claim, lookup) for claim in claims)
        if not claims:
            yield "None."


def _holdings(lookup: Lookup) -> Iterator[str]:
    yield from ("", "## Who held what", "")
    states = sorted(
        lookup.chronology.states, key=lambda s: (s.key == s.holder, s.fluent, s.key, order_key(s.since), s.holder, s.id)
    )
    if not states:
        yield "Nothing is said of it."
        return
    yield "| what | holder | since | until | how surely | on which words |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for state in states:
        words = "; ".join(_quote(span, lookup) for span in state.evidence.quotes)
        what = f"{plain(state.key)} ({plain(state.fluent)})"
        edges = f"{say_since(state)} | {say_until(state)}"
        yield f"| {what} | {plain(state.holder)} | {edges} | {state.certainty} | {words} |"


def _points(items: Iterable[tuple[str, Iterable[Span]]], lookup: Lookup) -> Iterator[str]:
    empty = True
    for message, spans in items:
        empty = False
        yield f"- {message}"
        yield from (f"  - {_quote(span, lookup)}" for span in spans)
    if empty:
        yield "None found."


def _conflicts(lookup: Lookup) -> Iterator[str]:
    yield from ("", "## Contradictions", "")
    found = sorted(lookup.chronology.conflicts, key=lambda c: (lookup.place_key(c.quotes[0]) if c.quotes else (), c.id))
    yield from _points(((f"{plain(c.message)} ({plain(c.kind)})", c.quotes) for c in found), lookup)


def _gaps(lookup: Lookup) -> Iterator[str]:
    yield from ("", "## Gaps", "")
    found = sorted(lookup.chronology.gaps, key=lambda g: (lookup.place_key(g.span), g.kind, g.id))
    yield from _points(((f"{plain(g.message)} ({plain(g.kind)})", (g.span, *g.related)) for g in found), lookup)


def _sources(lookup: Lookup) -> Iterator[str]:
    yield from ("", "## Sources", "")
    for document in lookup.documents.values():
        yield f"- {plain(document.name)} (sha256 {document.sha256})"
