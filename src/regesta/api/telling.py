"""Which happenings words mean: "the siege of Metz", "Gaston Crémieux die". All the words must fit, none is guessed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from regesta.api.views import Entry, make_entry
from regesta.model.claim import Claim, Role
from regesta.model.ids import Id
from regesta.model.lookup import Lookup, order_key
from regesta.rules.gazetteer import fold_name

if TYPE_CHECKING:
    from regesta.rules.load import Rules
    from regesta.rules.questions import QuestionRules


def find_told(words: str, lookup: Lookup, rules: "QuestionRules", *, end: bool = False) -> list[Entry]:
    """The happenings that the words tell of, in the order of time, the planned and denied among them.

    One of the words must tell of what happened, and each must fit. Where none does, and the words name a body, what
    began it is meant (with `end`, what ended it).
    """
    asked = rules.content(words)
    if not asked:
        return []
    known = _rules(lookup)
    mortal = frozenset(w for w in asked if _of_death(w, rules, known))
    fitting = [c for c in lookup.chronological() if _fits(c, asked, mortal, lookup, rules, known)]
    deeds = [c for c in fitting if any(w in mortal or _tells(c, w, lookup, rules, known) for w in asked)]
    events = dict.fromkeys(lookup.event_of[c.id].id for c in deeds if c.id in lookup.event_of)
    if not deeds:
        events = dict.fromkeys(_edges(asked, lookup, end=end))
    entries = [make_entry(lookup.events[i], lookup) for i in events]
    return sorted(entries, key=lambda e: order_key(lookup.event_bounds(lookup.events[e.id])))


def _edges(asked: Sequence[str], lookup: Lookup, *, end: bool) -> Iterator[Id]:
    """The events that began, or ended, each body that all the words name."""
    from regesta.reason.keys import EXISTS

    for state in lookup.chronology.states:
        if state.fluent == EXISTS and set(asked) <= set(fold_name(state.key).split()):
            yield from state.ended_by if end else (state.started_by,)


def _rules(lookup: Lookup) -> "Rules":
    """The rules of the language that the sources are in."""
    from regesta.rules.load import available_languages, load_rules

    known = available_languages()
    return load_rules(next((d.language for d in lookup.documents.values() if d.language in known), known[0]))


def _fits(
    claim: Claim,
    asked: Sequence[str],
    mortal: frozenset[str],
    lookup: Lookup,
    rules: "QuestionRules",
    known: "Rules",
) -> bool:
    names = _names(claim.roles, lookup)
    if all(w in names or _tells(claim, w, lookup, rules, known) for w in asked):
        return True
    kind = known.event_types.get(claim.type)
    if kind is None or not kind.ends_life:
        return False
    dead = _names(claim.fillers("target") or claim.fillers("actor"), lookup)
    return all(w in dead or w in mortal for w in asked)


def _of_death(word: str, rules: "QuestionRules", known: "Rules") -> bool:
    """Whether a word tells of a death, however it came: who was killed died too."""
    types = known.event_types.types.values()
    deaths = {t.name for t in types if t.ends_life and any(b.begins_life and b.family == t.family for b in types)}
    return any(not deaths.isdisjoint(_meant(plain, rules, known)) for plain in rules.plain_forms(word))


def _names(roles: Iterable[Role], lookup: Lookup) -> set[str]:
    """Every word of these participants, under all names."""
    found: set[str] = set()
    for role in roles:
        texts = [lookup.quote(role.span)]
        if role.entity is not None:
            entity = lookup.entities[role.entity]
            texts += [entity.name, *entity.names, entity.part_of or ""]
        for text in texts:
            found.update(fold_name(text).split())
    return found


def _tells(claim: Claim, word: str, lookup: Lookup, rules: "QuestionRules", known: "Rules") -> bool:
    """Whether a word is the claim's own word for what happened, or one that tells of such happenings."""
    if word in fold_name(lookup.quote(claim.trigger)).split():
        return True
    return any(claim.type in _meant(plain, rules, known) for plain in rules.plain_forms(word))


def _meant(plain: str, rules: "QuestionRules", known: "Rules") -> set[str]:
    """The types of happenings that a word in its plain form tells of."""
    senses = (*known.lexicon.verbs.get(plain, ()), *known.lexicon.nouns.get(plain, ()))
    return {*rules.deeds.get(plain, ()), *(sense.type for sense in senses if not sense.bound)}
