"""What a paper says or does, it says and does when it is made: "They signed a treaty in May. It ended the war"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from regesta.extract.claims.cues import is_new
from regesta.extract.claims.naming import Names
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim, ClaimTime
from regesta.model.entity import Mention
from regesta.model.ids import Id
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import StatusWords

_KIND = "document"


@dataclass(slots=True)
class Papers:
    """When papers were made, by who they are and, within a passage, by what they are called."""

    made: dict[Id, ClaimTime] = field(default_factory=dict)
    called: dict[str, ClaimTime] = field(default_factory=dict)
    passage: Id | None = None

    def date(
        self,
        passage: Id,
        tree: Tree,
        triggers: Sequence[Trigger],
        claims: Mapping[int, Sequence[Claim]],
        names: Names,
        words: StatusWords,
    ) -> dict[int, ClaimTime]:
        """The times of what papers do in a sentence that tells no other time of it, by the index of the word."""
        if passage != self.passage:
            self.passage, self.called = passage, {}
        self._note(tree, [c for told in claims.values() for c in told], names)
        found = {}
        for trigger in triggers:
            told = claims[trigger.token.i]
            if len(told) == 1 and told[0].time.when is None and told[0].status == "asserted":
                time = self._time(tree, trigger.token, names, words)
                if time is not None:
                    found[trigger.token.i] = replace(time, basis="inherited")
        return found

    def _note(self, tree: Tree, claims: Sequence[Claim], names: Names) -> None:
        for claim in claims:
            when = claim.time.when
            if claim.status != "asserted" or when is None or when.lasting or not when.bounded:
                continue
            for role in claim.roles:
                head = _paper_in(tree, role.span, names)
                if head is not None and role.name in ("actor", "target"):
                    token, mention = head
                    if mention.entity is not None:
                        self.made.setdefault(mention.entity, claim.time)
                    self.called[token.lemma] = claim.time

    def _time(self, tree: Tree, verb: Token, names: Names, words: StatusWords) -> ClaimTime | None:
        subject = tree.first(verb, "subject")
        if verb.form != "past" or subject is None:
            return None
        relative = subject.form == "relative-pronoun" and verb.relation == "relative"
        token = tree.head(verb) if relative else subject
        mention = names.at(token)
        if mention is None or mention.kind != _KIND or mention.span.end < token.end:
            return None
        if not relative and is_new(tree, token, words):
            return None
        if mention.entity in self.made:
            return self.made[mention.entity]
        return self.called.get(token.lemma) if mention.form == "description" else None


def _paper_in(tree: Tree, span: Span, names: Names) -> tuple[Token, Mention] | None:
    """The word that heads a phrase, and the paper that it names."""
    head = tree.top(span)
    mention = names.at(head) if head is not None else None
    return (head, mention) if head is not None and mention is not None and mention.kind == _KIND else None
