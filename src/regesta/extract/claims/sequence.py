"""From one sentence to the next: what the text itself puts after what was told before. Mere position says nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from regesta.extract.claims.causes import is_ensuing
from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.echo import Spoken, Told
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim
from regesta.model.ids import Id
from regesta.model.syntax import Token, Tree
from regesta.model.text import Sentence
from regesta.rules.lexicon import RoleWords

Pair = tuple[Claim, Claim, str]
"""The earlier claim, the later one, and the rule that says so."""
_OF_MAIN = ("conjunct", "open-clause", "object", "passive-subject")
"""What carries a main clause further."""


@dataclass(slots=True)
class Story:
    """What has been told so far: the words of it and, in this passage, the last of it."""

    words: RoleWords
    told: dict[str, list[Told]] = field(default_factory=dict)
    spoken: list[Spoken] = field(default_factory=list)
    passage: str = ""
    last: Claim | None = None
    anchor: Claim | None = None
    """The last claim of the passage that a date bounds, told with it or worked out."""
    theme: Told | None = None
    """The happening that the last sentence was about."""
    bounded: set[Id] = field(default_factory=set)

    def theme_in(self, passage: Id) -> Told | None:
        """The happening that the last sentence was about, where that was of the same passage."""
        return self.theme if self.passage == passage else None

    def go_on(
        self,
        sentence: Sentence,
        tree: Tree,
        triggers: Sequence[Trigger],
        claims: Mapping[int, list[Claim]],
        within: Iterable[Pair],
    ) -> list[Pair]:
        """What a sentence puts after the sentences before it; what another passage tells does not count.

        `within` are the pairs that the sentence tells by itself.
        """
        if sentence.passage != self.passage:
            self.passage, self.last, self.anchor = sentence.passage, None, None
        pairs: list[Pair] = []
        first = main_claim(tree, triggers, claims, self.words, last=False)
        if self.last is not None and first is not None and _goes_on(tree, self.words):
            # Of what has no date it is not said that it came before the date of what is told next.
            if first.time.when is None or self.last.id in self.bounded:
                pairs.append((self.last, first, "goes-on"))
            if self.anchor is not None and self.last.id not in self.bounded and self.anchor.id != self.last.id:
                pairs.append((self.anchor, first, "goes-on"))
        self._note_bounds([c for told in claims.values() for c in told], [*pairs, *within])
        self.last = main_claim(tree, triggers, claims, self.words, last=True) or self.last
        if self.last is not None and self.last.id in self.bounded:
            self.anchor = self.last
        return pairs

    def _note_bounds(self, told: Sequence[Claim], pairs: Sequence[Pair]) -> None:
        self.bounded |= {c.id for c in told if c.time.when is not None}
        waiting = list(pairs)
        while True:
            reached = {later.id for earlier, later, _ in waiting if earlier.id in self.bounded}
            if reached <= self.bounded:
                return
            self.bounded |= reached


def _goes_on(tree: Tree, words: RoleWords) -> bool:
    """Whether the sentence says that it comes after the one before it: by its first words, its subject or its verb."""
    root = tree.root
    leads = [*tree.below(root, "adverb"), *tree.below(root, "preposition")]
    leads += [t for lead in leads if lead.relation == "adverb" for t in tree.below(lead, "adverb")]
    if any((t.i < root.i + 2 and _points_back(tree, t, words)) or _is_bare(tree, t, words) for t in leads):
        return True
    return root.lemma in words.order["answers"] or _is_told(tree, root, words) or _ensued(tree, root, words)


def _ensued(tree: Tree, verb: Token, words: RoleWords) -> bool:
    """Whether a sentence opens with what came of what was told: "Riots followed", "The ensuing war ruined them"."""
    subject = tree.first(verb, *SUBJECTS)
    return subject is not None and _is_ensuing(tree, subject, words)


def _is_ensuing(tree: Tree, subject: Token, words: RoleWords) -> bool:
    verb = tree.head(subject)
    follows = verb.lemma in words.order["follows"] and subject.relation == "subject"
    return is_ensuing(tree, subject, words) or (follows and tree.first(verb, "object") is None)


def _points_back(tree: Tree, word: Token, words: RoleWords) -> bool:
    if word.relation == "adverb":
        alone = tree.first(word, "time-noun") is None and tree.first(word, "preposition") is None
        return word.lemma in words.order["then"] | words.order["hence"] | words.order["at_once"] and alone
    noun = tree.first(word, "complement")
    if noun is None:
        return False
    if word.lemma in words.order["after"] and noun.pos == "PRON" and noun.i == word.i + 1:
        return True
    answers = f"{word.text} {noun.text}".lower() in words.order["in_answer"]
    return (answers and tree.first(noun, "preposition") is None) or is_ensuing(tree, noun, words)


def _is_bare(tree: Tree, word: Token, words: RoleWords) -> bool:
    """Whether it says "after" without after what: "fell soon after", "A short time after, they left"."""
    bare = tree.first(word, "complement", "adverbial-clause", "content-clause", "preposition") is None
    return bare and word.lemma in words.order["after"]


def _is_told(tree: Tree, verb: Token, words: RoleWords) -> bool:
    """Whether what the sentence before told is the subject: "This ended the siege"."""
    subject = tree.first(verb, *SUBJECTS)
    return subject is not None and subject.pos == "PRON" and subject.text.lower() in words.order["told"]


def main_claim(
    tree: Tree, triggers: Sequence[Trigger], claims: Mapping[int, list[Claim]], words: RoleWords, *, last: bool
) -> Claim | None:
    """What the sentence tells first of all, as a fact or a plan, or last of all, as a fact, in its main clauses."""
    told = ("asserted",) if last else ("asserted", "planned")
    main = [t for t in triggers if _is_main(tree, t, words) and claims[t.token.i][0].status in told]
    if not main:
        return None
    return claims[main[-1].token.i][-1] if last else claims[main[0].token.i][0]


def _is_main(tree: Tree, trigger: Trigger, words: RoleWords) -> bool:
    token = trigger.support or trigger.token
    while token.head != token.i and _carries_on(tree, token, words):
        token = tree.head(token)
    return token.head == token.i


def _carries_on(tree: Tree, token: Token, words: RoleWords) -> bool:
    """Whether it takes the clause that it hangs on further."""
    if token.relation == "subject" and _is_ensuing(tree, token, words):
        return True
    return token.relation in _OF_MAIN or _is_joined(tree, token) or _came(tree, token, words)


def _is_joined(tree: Tree, clause: Token) -> bool:
    """Whether a clause is joined to another by "and" or "but", whatever else it may look like."""
    return clause.relation in ("adverbial-clause", "content-clause") and tree.first(clause, "coordinator") is not None


def _came(tree: Tree, token: Token, words: RoleWords) -> bool:
    """Whether it is what came of the subject: "This culminated in a battle"."""
    if token.relation == "preposition":
        return tree.head(token).lemma in words.order["leads_to"]
    return token.relation == "complement" and tree.head(tree.head(token)).lemma in words.order["leads_to"]
