"""What goes on with the same: "The council met on 3 May. It voted for war", "They burned the mill on the way"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.order import tree_text
from regesta.extract.claims.sequence import main_claim
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim, ClaimTime
from regesta.model.ids import Id
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords

_LONGEST = 3
"""Words of the longest phrase that says that something was part of the same."""


@dataclass(slots=True)
class Episode:
    """When what the last sentence of the passage told took place, and whether it was a sitting."""

    words: RoleWords
    passage: Id | None = None
    time: ClaimTime | None = None
    sitting: bool = False

    def date(
        self, passage: Id, tree: Tree, triggers: Sequence[Trigger], claims: Mapping[int, list[Claim]]
    ) -> dict[int, ClaimTime]:
        """The times of what a sentence tells of the same, by the index of the word."""
        if passage != self.passage:
            self.passage, self.time, self.sitting = passage, None, False
        time, found = self.time, dict[int, ClaimTime]()
        for trigger in triggers if time is not None else ():
            told, verb = claims[trigger.token.i], trigger.support or trigger.token
            bare = len(told) == 1 and told[0].time.when is None and told[0].status == "asserted"
            if time is not None and bare and self._goes_on(tree, verb):
                found[trigger.token.i] = replace(time, basis="inherited")
        if not found:
            self._note(tree, triggers, claims)
        return found

    def _note(self, tree: Tree, triggers: Sequence[Trigger], claims: Mapping[int, list[Claim]]) -> None:
        main = main_claim(tree, triggers, claims, self.words, last=True)
        when = main.time.when if main is not None else None
        # "It ended on 3 May. In the fighting two had died": not on that day.
        edge = tree.root.lemma in self.words.order["begins"] | self.words.order["ends"]
        known = when is not None and when.earliest is not None and when.latest is not None and not edge
        self.time = main.time if main is not None and known else None
        self.sitting = known and self._is_sitting(tree)

    def _is_sitting(self, tree: Tree) -> bool:
        """Whether a sentence tells that people met: "The diet met", "A meeting was held"."""
        words, root = self.words.sitting, tree.root
        subject = tree.first(root, *SUBJECTS)
        if root.lemma in words["verbs"]:
            return subject is not None and tree.first(root, "object") is None
        return root.lemma in words["holds"] and subject is not None and subject.lemma in words["nouns"]

    def _goes_on(self, tree: Tree, verb: Token) -> bool:
        first = next((v for v in _row(tree, verb) if tree.first(v, *SUBJECTS) is not None), None)
        if first is None or first.head != first.i or any(_is_older(tree, v) for v in (first, verb)):
            return False
        if any(t.lemma in self.words.order["then"] for v in (first, verb) for t in tree.below(v, "adverb")):
            return False
        return self._is_same(tree, first) or (self.sitting and self._decides(tree, verb, first))

    def _is_same(self, tree: Tree, verb: Token) -> bool:
        """Whether a clause says that it was part of the same: "on the way", "performed the rite"."""
        if any(t.lemma in self.words.sitting["rites"] and self._is_known(tree, t) for t in tree.below(verb, "object")):
            return True
        for preposition in tree.below(verb, "preposition"):
            ends = tree.tokens[preposition.i + 1 : preposition.i + _LONGEST]
            if any(tree_text(tree, preposition, end) in self.words.order["same"] for end in ends):
                return True
        return False

    def _decides(self, tree: Tree, verb: Token, first: Token) -> bool:
        """Whether those who met decide: "It voted for war", "The delegates elected him", "He was condemned"."""
        subject = tree.first(first, *SUBJECTS)
        if subject is None or verb.lemma not in self.words.sitting["decides"]:
            return False
        if verb.form == "past-participle" and tree.first(verb, "passive-auxiliary") is not None:
            return True
        if subject.pos == "PRON" and (subject.form == "plural" or subject.lemma in self.words.empty):
            return True
        known = self._is_known(tree, subject) or subject.pos == "PRON"
        return known and subject.lemma in self.words.sitting["members"]

    def _is_known(self, tree: Tree, noun: Token) -> bool:
        """Whether a noun has an article that says that one knows it."""
        article = tree.first(noun, "determiner")
        return article is not None and article.text.lower() in self.words.order["definite"]


def _row(tree: Tree, verb: Token) -> Iterator[Token]:
    """A verb, and those that it is joined to: "voted" for "met and voted"."""
    yield verb
    while verb.relation == "conjunct":
        verb = tree.head(verb)
        yield verb


def _is_older(tree: Tree, verb: Token) -> bool:
    """Whether it is told as done before, or as not done: "had voted", "would vote"."""
    return any(t.form in ("past", "infinitive") or t.pos == "AUX" for t in tree.below(verb, "auxiliary"))
