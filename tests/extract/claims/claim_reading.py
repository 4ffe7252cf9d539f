"""Reads a text as far as its claims, with the parser that the tests of names use too."""

from collections.abc import Iterator
from typing import Literal

from entity_reading import LANGUAGES, rules_of
from regesta import pipeline
from regesta.model.claim import Claim
from regesta.model.ids import stable_id
from regesta.model.text import Document, Span
from regesta.rules.load import load_rules


class Told:
    """A text and the claims that are read in it."""

    def __init__(self, text: str, language: str = LANGUAGES[0], name: str = "text.txt") -> None:
        markup: Literal["plain", "markdown"] = "markdown" if name.endswith(".md") else "plain"
        self.document = Document(stable_id("d", name), name, text, language, "", "utf-8", markup)
        self.findings = pipeline.read(self.document, load_rules(language), rules_of(language)[3])
        self.claims = self.findings.claims
        self._entities = {e.id: e.name for e in self.findings.entities}

    def quote(self, span: Span) -> str:
        """The exact words."""
        return span.quote(self.document)

    def claim(self, trigger: str, nth: int = 0) -> Claim:
        """The claim with that trigger."""
        found = [c for c in self.claims if self.quote(c.trigger) == trigger]
        assert len(found) > nth, f"no {trigger!r} among {[self.quote(c.trigger) for c in self.claims]}"
        return found[nth]

    def role(self, trigger: str, role: str, nth: int = 0) -> list[str]:
        """The words in a role of a claim."""
        return [self.quote(r.span) for r in self.claim(trigger, nth).fillers(role)]

    def who(self, trigger: str, role: str = "actor", nth: int = 0) -> list[str]:
        """The names of the entities in a role; ? where the text does not say."""
        return [self._entities[r.entity] if r.entity else "?" for r in self.claim(trigger, nth).fillers(role)]

    def time(self, trigger: str, nth: int = 0) -> str | None:
        """EDTF of a claim; None where it has no time."""
        when = self.claim(trigger, nth).time.when
        return when.edtf if when is not None else None

    def status(self, trigger: str, nth: int = 0) -> str:
        """How firmly it is said."""
        return self.claim(trigger, nth).status

    def kind(self, trigger: str, nth: int = 0) -> str:
        """Its type."""
        return self.claim(trigger, nth).type

    def orders(self) -> list[str]:
        """`earlier < later` by their triggers."""
        return [f"{a} < {b}" for a, b in self._orders()]

    def _orders(self) -> Iterator[tuple[str, str]]:
        words = {c.id: self.quote(c.trigger) for c in self.claims}
        yield from ((words[link.earlier], words[link.later]) for link in self.findings.links)

    def lines(self) -> list[str]:
        """A line a claim, to look at."""
        return [
            f"{self.quote(c.trigger)} | {c.type} | {c.status} | {c.time.when.edtf if c.time.when else None} | "
            + "; ".join(f"{r.name}={self.quote(r.span)}" for r in c.roles)
            + (f" [{','.join(c.citations)}]" if c.citations else "")
            for c in self.claims
        ]
