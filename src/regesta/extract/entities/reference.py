"""Resolves what points back, passage by passage: pronouns and definite descriptions."""

from collections.abc import Iterator, Sequence

from regesta.extract.entities.antecedents import (
    Answer,
    Candidate,
    find_antecedent,
    is_done_to,
    is_taken,
)
from regesta.extract.entities.clusters import Cluster
from regesta.extract.entities.holding import SUBJECTS
from regesta.extract.entities.mentions import make_mention, noun_phrase, points_back
from regesta.extract.entities.officers import Officers, is_fresh, means_officer
from regesta.extract.entities.owners import find_owner
from regesta.extract.entities.scene import Scene, Site, candidate_for, items_of, listed
from regesta.extract.entities.told import is_plural_name, one_of
from regesta.extract.entities.topics import (
    is_topic,
    keep_to_topic,
    past_asides,
    places_of,
    sole_before,
    told_before,
    without_asides,
)
from regesta.extract.entities.words import plain_words
from regesta.model.entity import Mention
from regesta.model.ids import Id
from regesta.model.syntax import Syntax, Token, Tree
from regesta.model.text import Document, Sentence, Span
from regesta.rules.gazetteer import Gazetteer
from regesta.rules.people import DescriptionRule, PeopleRules, Pronoun

_FAR = 3
"""Sentences over which a description of a place looks back, where the passage names several."""
_PASSAGES = 12
"""Passages over which a text is taken to go on about one place."""
_SITE = DescriptionRule(("place",))
_REMEMBERED = 200
"""Entities of a passage beyond that reach."""


class Resolver:
    """Reads a document from front to back and remembers what may be pointed back to."""

    def __init__(
        self,
        document: Document,
        syntax: Syntax,
        people: PeopleRules,
        gazetteer: Gazetteer,
        sites: dict[Id, Site],
        clusters: list[Cluster],
        of: dict[Id, Cluster],
    ) -> None:
        self._document, self._syntax, self._people = document, syntax, people
        self._gazetteer, self._sites = gazetteer, sites
        self._clusters, self._of = clusters, of
        self._by_word: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            for word in cluster.words:
                self._by_word.setdefault(word, []).append(cluster)
        self._named: dict[Id, list[Mention]] = {}
        self._officers = Officers(people)
        self._earlier: list[list[Candidate]] = []
        """The places named in each of the passages that lead up to one."""
        self.added: list[Mention] = []
        """Mentions that are only known because something points back to them."""
        self.rules: dict[Id, str] = {}
        """How a mention was resolved, or why it was not."""
        self.antecedents: dict[Id, Span] = {}

    def asks(self, mention: Mention) -> bool:
        """Whether a reader asks for whom an unresolved mention stands."""
        site = self._sites.get(mention.id)
        if mention.form == "pronoun":
            return site is None or not self._people.pronouns[site.head.text.casefold()].reflexive
        rule = self._people.descriptions.get(site.head.text.casefold()) if site else None
        return rule is not None and rule.asks

    def resolve(self, scenes: Sequence[Scene], mentions: Sequence[Mention]) -> None:
        """Tie every reference that has one antecedent."""
        by_sentence: dict[Id, list[Mention]] = {}
        for mention in mentions:
            if mention.id in self._sites:
                by_sentence.setdefault(self._sites[mention.id].tree.sentence, []).append(mention)
        self._named = {s: [m for m in found if m.form == "name"] for s, found in by_sentence.items()}
        before: list[Candidate] = []
        for scene in scenes:
            known: list[Candidate] = []
            self._earlier = [*self._earlier[1 - _PASSAGES :], places_of(before)] if scene.follows else []
            self._officers = self._officers.going_on() if scene.follows else Officers(self._people)
            for number, sentence in enumerate(scene.sentences):
                if sentence.id in self._syntax:
                    found = by_sentence.get(sentence.id, [])
                    self._read(number, sentence, found, known, before if scene.follows and not number else [])
            before = known

    def _read(
        self,
        number: int,
        sentence: Sentence,
        mentions: Sequence[Mention],
        known: list[Candidate],
        before: Sequence[Candidate],
    ) -> None:
        tree = self._syntax[sentence.id]
        known[:] = _in_reach(known, number)
        here: list[Candidate] = []
        for head, mention in items_of(tree, mentions, self._sites):
            if mention is not None and mention.kind == "person" and mention.form == "description":
                self._in_office(tree, head, number, mention)
            if mention is not None and mention.refers and mention.id not in self._of:
                self._point(tree, head, number, mention, [*known, *here, *listed(here, tree)], before)
            told = mention
            if head.text.islower() and (told is None or not (told.refers or told.id in self._of)):
                told = self._again(head, tree, [*known, *here], told)
            cluster = self._of.get(told.id) if told else None
            if cluster is not None and cluster.kind == "place":
                cluster.called.update(one_of(tree, head, self._people))
            elif cluster is not None and cluster.kind == "person" and told is not None and told.form == "name":
                cluster.called.update(w for w in words_for(tree, head) if w in self._people.descriptions)
            candidate = candidate_for(tree, head, number, told, cluster, self._people)
            if mention is not None and mention.form == "pronoun" and cluster is None:
                rule = self._people.pronouns[head.text.casefold()]
                candidate.number, candidate.gender = rule.number, rule.gender
            here.append(candidate)
        self._officers.note(tree, number, here)
        known += [*here, *listed(here, tree)]

    def _point(
        self,
        tree: Tree,
        head: Token,
        number: int,
        mention: Mention,
        known: Sequence[Candidate],
        before: Sequence[Candidate],
    ) -> None:
        word = head.text.casefold()
        if mention.form == "pronoun":
            rule = self._people.pronouns[word]
            answer = find_owner(tree, head, rule, known) or find_antecedent(
                tree, head, number, rule, known, self._apart(tree, head), self._people
            )
            if answer.rule == "no-antecedent":
                answer = sole_before(rule, before)
        else:
            answer = self._described(tree, head, number, self._people.descriptions[word], known)
        if answer.candidate is not None and self._is_open(answer.candidate):
            answer = Answer(None, "no-antecedent")
        self.rules[mention.id] = answer.rule
        if answer.candidate is not None:
            cluster = self._cluster_of(answer.candidate)
            cluster.add(mention)
            if mention.form == "description":
                cluster.called.add(word)
            elif cluster.kind == "person":
                # "He was succeeded by Fatima Koya, and she": he is no "she" from here on.
                cluster.gender = cluster.gender or self._people.pronouns[word].gender
            self._of[mention.id] = cluster
            self.antecedents[mention.id] = _span_of(answer.candidate)

    def _in_office(self, tree: Tree, head: Token, number: int, mention: Mention) -> None:
        """Ties "the new duke", and a title that nobody is named with, to whoever came into the office."""
        if mention.id in self._of or not means_officer(tree, head, self._people):
            return
        answer = self._officers.named_by(tree, head, number)
        cluster = answer.candidate.cluster if answer.candidate is not None else None
        others = () if is_fresh(tree, head, self._people) else self._by_word.get(head.text, ())
        if cluster is not None and all(c is cluster for c in others):
            cluster.add(mention, rule=None if mention.refers else answer.rule)
            self._of[mention.id], self.rules[mention.id] = cluster, answer.rule

    def _apart(self, tree: Tree, pronoun: Token) -> frozenset[object]:
        """The entities named further on in the sentence that the pronoun's own clause tells apart from it."""
        ahead = ((self._sites[m.id].head, self._of.get(m.id)) for m in self._named.get(tree.sentence, ()))
        return frozenset(id(c) for head, c in ahead if c is not None and is_done_to(tree, pronoun, head))

    def _is_open(self, candidate: Candidate) -> bool:
        """Whether it points back itself, to nobody knows whom: so does what points back to it."""
        mention = candidate.mention
        return candidate.cluster is None and mention is not None and mention.refers and self.asks(mention)

    def _described(
        self, tree: Tree, head: Token, number: int, rule: DescriptionRule, known: Sequence[Candidate]
    ) -> Answer:
        if rule.pronoun_like:
            return find_antecedent(tree, head, number, Pronoun(rule.number, None, rule.kinds), known)
        word = head.text.casefold()
        if "person" in rule.kinds and is_fresh(tree, head, self._people):
            return Answer(None, "no-antecedent")
        if rule.place_kinds and not rule.same_head:
            named = [c for c in known if c.cluster and c.kind == "place" and is_called(c.cluster, word)]
            own = None if rule.asks else _only(named) or self._named_before(word, tree, head)
            return own or self._place(head, tree, number, rule, known)
        told = [c for c in known if c.cluster and c.kind in rule.kinds and is_called(c.cluster, word)]
        if self._is_brought_up(word, known, told[-1] if told else None):
            return Answer(None, "ambiguous")
        here = _only(told)
        answer = here or _elsewhere([c for c in self._by_word.get(word, ()) if c.kind in rule.kinds], tree, head)
        taken = answer.rule == "no-antecedent" and rule.place_kinds
        return self._taken(number, rule, known) if taken else answer

    def _named_before(self, word: str, tree: Tree, head: Token) -> Answer | None:
        """The one thing of the whole text with that word in its name: Alder Castle, for "the castle"."""
        if not self._people.has("places.sites", word):
            return None
        answer = _elsewhere([c for c in self._by_word.get(word, ()) if c.kind == "place"], tree, head)
        return answer if answer.candidate is not None else None

    def _is_brought_up(self, word: str, known: Sequence[Candidate], named: Candidate | None) -> bool:
        """Whether another was told of under that word since: after "a campaign in the south" it is no named one."""
        since = known[known.index(named) + 1 :] if named is not None else known
        plain = (c for c in since if c.cluster is None and c.head.text.casefold() == word)
        articles = (t for c in plain for t in c.tree.below(c.head, "determiner"))
        return any(self._people.has("names.indefinite", t.text) for t in articles)

    def _unplaced(self, known: Sequence[Candidate]) -> Answer:
        """The one name of no known kind that the passage has had, which is then that of a place."""
        names = [c for c in known if c.cluster and c.kind == "unknown" and c.head.pos == "PROPN"]
        fitting = {c.key: c for c in names if is_topic(c) or self._is_entered(c)}
        if len(fitting) != 1:
            return Answer(None, "ambiguous" if fitting else "no-antecedent")
        found = next(iter(fitting.values()))
        if found.cluster is not None:
            found.cluster.kind = found.kind = "place"
        return Answer(found, "nearest-place")

    def _is_entered(self, candidate: Candidate) -> bool:
        """Whether it has done to it what is mostly done to places."""
        verb = candidate.tree.head(candidate.head).lemma
        done = candidate.head.relation in ("object", "passive-subject")
        return done and any(self._people.has(f"places.{kind}", verb) for kind in ("verbs", "only_verbs"))

    def _again(self, head: Token, tree: Tree, known: Sequence[Candidate], mention: Mention | None) -> Mention | None:
        """A site under the word that it was called by before: "the reef", after "Kestrel Reef", "the Tishkan dam"."""
        word = head.text.casefold()
        taken = head.relation in (*SUBJECTS, "object") or is_taken(tree, head, self._people)
        plain = taken and self._people.has("places.plain", word)
        if not (plain or self._people.has("places.heads", word) or self._people.has("places.sites", word)):
            return mention
        if not points_back(tree, head, self._people, _SITE):
            return mention
        if plain:
            before = {c.key: c for c in known if c.kind == "place" and c.cluster is not None}
        else:
            before = {c.key: c for c in known if is_called(c.cluster, word) or _is_named(c, word)}
        if len(before) != 1:
            return mention
        found = next(iter(before.values()))
        if found.kind == "unknown":
            found.kind = "place"
        if mention is None:
            span = tree.words(*noun_phrase(tree, head))
            mention = make_mention(tree, span, found.kind, "description", "same-word", refers=True)
            self._sites[mention.id] = Site(tree, head)
            self.added.append(mention)
        cluster = self._cluster_of(found)
        cluster.add(mention, rule="same-word")
        self._of[mention.id] = cluster
        self.rules[mention.id], self.antecedents[mention.id] = "same-word", _span_of(found)
        return mention

    def _taken(self, number: int, rule: DescriptionRule, known: Sequence[Candidate]) -> Answer:
        """The one place of the kind that was told to go from hand to hand right before."""
        fitting = {
            c.key: c
            for c in known
            if c.kind == "place"
            and c.cluster
            and number - c.sentence <= _FAR
            and (is_plural_name(c.tree, c.head) or rule.number == "singular")
            and is_taken(c.tree, c.head, self._people)
            and self._may_be(c.cluster, rule.place_kinds)
        }
        if len(fitting) == 1:
            return Answer(next(iter(fitting.values())), "taken-place")
        return Answer(None, "ambiguous" if fitting else "no-antecedent")

    def _place(self, head: Token, tree: Tree, number: int, rule: DescriptionRule, known: Sequence[Candidate]) -> Answer:
        if rule.number == "plural":
            return Answer(None, "several-places")
        fitting = [c for c in known if c.kind == "place" and c.cluster and self._is(c.cluster, rule.place_kinds)]
        told = fitting
        if len({c.key for c in fitting}) > 1:
            fitting = [c for c in fitting if number - c.sentence <= _FAR]
        if not fitting:
            answer = self._unplaced([c for c in known if number - c.sentence <= _FAR or c.sentence == 0])
            if answer.rule != "no-antecedent":
                return answer
            return told_before(self._earlier, lambda cluster: self._is(cluster, rule.place_kinds))
        near = max(c.sentence for c in fitting)
        nearest = {c.key: c for c in fitting if c.sentence == near}
        nearest = without_asides(nearest, self._people)
        topic = keep_to_topic(list(nearest.values()), told, head.text.casefold(), self._people, self._is_mapped)
        if topic is not None:
            return Answer(topic, "called-so")
        nearest = past_asides(nearest, fitting, self._people)
        if len(nearest) > 1 and is_taken(tree, head, self._people):
            taken = {k: c for k, c in nearest.items() if is_taken(c.tree, c.head, self._people)}
            nearest = taken or nearest
        if len(nearest) == 1:
            return Answer(next(iter(nearest.values())), "nearest-place")
        return find_antecedent(tree, head, number, Pronoun("singular", None, ("place",)), list(nearest.values()))

    def _is_mapped(self, cluster: Cluster) -> bool:
        return bool(self._gazetteer.lookup(cluster.name))

    def _is(self, cluster: Cluster, kinds: Sequence[str]) -> bool:
        """Whether the gazetteer's first entries of that name are of such a kind, or it has none.

        A name with a word for another kind is of that kind, unless it is the whole name: Savannah is no savannah.
        """
        found = self._gazetteer.lookup(cluster.name)
        if cluster.words and not (found and cluster.words == {cluster.name.casefold()}):
            rules = map(self._people.descriptions.get, cluster.words)
            return any(r is not None and r.place_kinds == tuple(kinds) for r in rules)
        return not found or found[0].kind in kinds

    def _may_be(self, cluster: Cluster, kinds: Sequence[str]) -> bool:
        """The same, where words that say nothing of its kind ("the Cape") do not count."""
        told = [r.place_kinds for r in map(self._people.descriptions.get, cluster.words) if r is not None]
        if told:
            return any(set(k) & set(kinds) for k in told)
        found = self._gazetteer.lookup(cluster.name)
        return not found or found[0].kind in kinds

    def _cluster_of(self, candidate: Candidate) -> Cluster:
        """The candidate's entity; a new one where it had none."""
        if candidate.cluster is not None:
            return candidate.cluster
        span = _span_of(candidate)
        mention = candidate.mention
        if mention is None:
            mention = make_mention(candidate.tree, span, candidate.kind, "description", "antecedent")
            self.added.append(mention)
            self._sites[mention.id] = Site(candidate.tree, candidate.head)
        name = ", ".join(self._name(member) for member in candidate.members or (candidate,))
        cluster = Cluster(candidate.kind, name, number=candidate.number, gender=candidate.gender)
        cluster.scope = candidate.tree.sentence
        cluster.add(mention, name)
        self._clusters.append(cluster)
        self._of[mention.id] = cluster
        candidate.cluster = cluster
        return cluster

    def _name(self, candidate: Candidate) -> str:
        """The name that the text gives, or the words without the article before them."""
        if candidate.cluster is not None:
            return candidate.cluster.name
        return plain_words(_span_of(candidate).quote(self._document), self._people)


def words_for(tree: Tree, name: Token) -> Iterator[str]:
    """What it says somebody is, before a name or beside it: "the clerk Otto Vane", "Colonel Vane", "Vane, a clerk"."""
    for said in tree.below(name, "compound", "modifier", "apposition"):
        if said.pos in ("NOUN", "PROPN") and said.form != "plural":
            yield said.text.casefold()


def is_called(cluster: Cluster | None, word: str) -> bool:
    """Whether the word is one that it goes by, or the first or last of its name: "the league", of the Corn League.

    "The bishop" is not John Bishop.
    """
    if cluster is None:
        return False
    core = cluster.core if len(cluster.core) > 1 else ()
    ends = {w.casefold() for w in (*core[:1], *(core[-1:] if cluster.kind != "person" else ()))}
    return word in cluster.words or word in cluster.called or word in ends


def _is_named(candidate: Candidate, word: str) -> bool:
    """Whether it is a plain noun under that word with a name before it: "the Tishkan dam"."""
    if candidate.kind not in ("unknown", "place") or candidate.head.text.casefold() != word:
        return False
    return any(t.pos == "PROPN" for t in candidate.tree.below(candidate.head, "compound", "modifier"))


def _in_reach(known: Sequence[Candidate], number: int) -> list[Candidate]:
    """The candidates of the last sentences, and of those further back the last of each of the last entities."""
    far = {c.key: c for c in known if c.cluster is not None and number - c.sentence > _FAR}
    return [*list(far.values())[-_REMEMBERED:], *(c for c in known if number - c.sentence <= _FAR)]


def _span_of(candidate: Candidate) -> Span:
    if candidate.members:
        first, last = candidate.members[0], candidate.members[-1]
        return Span(candidate.tree.document, _span_of(first).start, _span_of(last).end)
    if candidate.mention is not None:
        return candidate.mention.span
    return candidate.tree.words(*noun_phrase(candidate.tree, candidate.head))


def _only(candidates: Sequence[Candidate]) -> Answer | None:
    keys = {c.key for c in candidates}
    if not keys:
        return None
    return Answer(candidates[-1], "same-word") if len(keys) == 1 else Answer(None, "ambiguous")


def _elsewhere(clusters: Sequence[Cluster], tree: Tree, head: Token) -> Answer:
    """The one entity of the document that goes by the word and was mentioned before."""
    earlier = [c for c in clusters if any(m.span.end <= head.start for m in c.mentions)]
    if len(earlier) != 1:
        return Answer(None, "ambiguous" if earlier else "no-antecedent")
    cluster = earlier[0]
    last = max((m for m in cluster.mentions if m.span.end <= head.start), key=lambda m: m.span.start)
    return Answer(Candidate(0, tree, head, cluster.kind, cluster.number, cluster.gender, last, cluster), "same-word")
