"""Which happenings words mean: "the siege of Metz", "Gaston Crémieux die". All the words must fit, none is guessed."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from regesta.api.views import Entry, make_entry
from regesta.model.claim import Claim, Role
from regesta.model.ids import Id
from regesta.model.lookup import Lookup, order_key
from regesta.rules.gazetteer import fold_name

if TYPE_CHECKING:
    from regesta.rules.event_types import EventTypes
    from regesta.rules.load import Rules
    from regesta.rules.questions import QuestionRules


class _Asked(NamedTuple):
    """A word of the question, and the types of happenings that it tells of."""

    word: str
    types: Set[str]
    of_death: bool
    """Whether it tells of a death, however it came: who was killed died too."""


def find_told(
    words: str, lookup: Lookup, rules: "QuestionRules", *, end: bool = False, beside: str = ""
) -> list[Entry]:
    """The happenings that the words tell of, in the order of time, the planned and denied among them.

    One of the words must tell of what happened, and each must fit; those whose participants go by the names that are
    asked for come before descriptions that hold them ("opponents of Reed"). The role `beside` is what is asked, so
    that no word names it. Where nothing fits, and the words name a body, what began it is meant (with `end`, what
    ended it).
    """
    known = _rules(lookup)
    asked = [_understand(word, rules, known) for word in rules.content(words)]
    if not asked:
        return []
    of_type = [c for c in lookup.chronological() if any(a.of_death or _tells(c, a, lookup) for a in asked)]
    fitting = [c for c in of_type if _fits(c, asked, lookup, known.event_types, beside)]
    deeds = [c for c in fitting if _fits(c, asked, lookup, known.event_types, beside, by_name=True)] or fitting
    events = dict.fromkeys(lookup.event_of[c.id].id for c in deeds if c.id in lookup.event_of)
    if not deeds and not beside:
        events = dict.fromkeys(_edges({a.word for a in asked}, lookup, end=end))
    entries = [make_entry(lookup.events[i], lookup) for i in events]
    return sorted(entries, key=lambda e: order_key(lookup.event_bounds(lookup.events[e.id])))


def speaks_of_death(words: str, lookup: Lookup, rules: "QuestionRules") -> bool:
    """Whether a word tells of a death, however it came."""
    known = _rules(lookup)
    return any(_understand(word, rules, known).of_death for word in rules.content(words))


def tells_of(word: str, claim: Claim, lookup: Lookup, rules: "QuestionRules") -> bool:
    """Whether a word tells of what a claim says happened."""
    return _tells(claim, _understand(word, rules, _rules(lookup)), lookup)


def is_doer(words: str, entry: Entry, lookup: Lookup) -> bool:
    """Whether all the words name one of those who are told to act in it."""
    asked = set(fold_name(words).split())
    doers = (r for i in entry.claims for r in lookup.claims[i].fillers("actor"))
    return any(asked <= _names([r], lookup, by_name=False) for r in doers)


def _edges(asked: Set[str], lookup: Lookup, *, end: bool) -> Iterator[Id]:
    """The events that began, or ended, each body that all the words name."""
    from regesta.reason.keys import EXISTS

    for state in lookup.chronology.states:
        if state.fluent == EXISTS and asked <= set(fold_name(state.key).split()):
            yield from state.ended_by if end else (state.started_by,)


def _rules(lookup: Lookup) -> "Rules":
    """The rules of the language that the sources are in."""
    from regesta.rules.load import available_languages, load_rules

    known = available_languages()
    return load_rules(next((d.language for d in lookup.documents.values() if d.language in known), known[0]))


def _understand(word: str, rules: "QuestionRules", known: "Rules") -> _Asked:
    types: set[str] = set()
    for plain in rules.plain_forms(word):
        types.update(rules.deeds.get(plain, ()))
    for plain in rules.plain_forms(word) if not types else ():
        senses = (*known.lexicon.verbs.get(plain, ()), *known.lexicon.nouns.get(plain, ()))
        types.update(sense.type for sense in senses if not sense.bound)
    every = known.event_types.types.values()
    births = {t.family for t in every if t.begins_life}
    return _Asked(word, types, any(t.name in types and t.ends_life and t.family in births for t in every))


def _fits(
    claim: Claim, asked: Sequence[_Asked], lookup: Lookup, types: "EventTypes", beside: str, *, by_name: bool = False
) -> bool:
    names = _names((r for r in claim.roles if r.name != beside), lookup, by_name=by_name)
    if all(a.word in names or _tells(claim, a, lookup) for a in asked):
        return True
    kind = types.get(claim.type)
    if kind is None or not kind.ends_life:
        return False
    dead = _names(claim.fillers("target") or claim.fillers("actor"), lookup, by_name=by_name)
    return all(a.word in dead or a.of_death for a in asked)


def _names(roles: Iterable[Role], lookup: Lookup, *, by_name: bool) -> set[str]:
    """Every word of these participants, under all names; of those without one, the words that describe them."""
    found: set[str] = set()
    for role in roles:
        texts = [] if by_name else [lookup.quote(role.span)]
        if role.entity is not None:
            entity = lookup.entities[role.entity]
            texts += [entity.name, *entity.names, entity.part_of or ""]
        for text in texts:
            found.update(fold_name(text).split())
    return found


def _tells(claim: Claim, asked: _Asked, lookup: Lookup) -> bool:
    """Whether a word is the claim's own word for what happened, or one that tells of such happenings."""
    return claim.type in asked.types or asked.word in fold_name(lookup.quote(claim.trigger)).split()
