"""Which happenings words mean: "the siege of Metz", "Gaston Crémieux die". All the words must fit, none is guessed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from regesta.api.views import Entry, make_entry
from regesta.model.claim import Claim
from regesta.model.ids import Id
from regesta.model.lookup import Lookup, order_key
from regesta.rules.gazetteer import fold_name

if TYPE_CHECKING:
    from regesta.rules.lexicon import Lexicon, Sense
    from regesta.rules.questions import QuestionRules


def find_told(words: str, lookup: Lookup, rules: "QuestionRules", *, end: bool = False) -> list[Entry]:
    """The happenings that the words tell of, in the order of time, the planned and denied among them.

    One of the words must tell of what happened, and each must fit. Where none does, and the words name a body, what
    began it is meant (with `end`, what ended it).
    """
    asked = rules.content(words)
    if not asked:
        return []
    lexicon = _lexicon(lookup)
    fitting = [c for c in lookup.chronological() if _fits(c, asked, lookup, rules, lexicon)]
    deeds = [c for c in fitting if any(_tells(c, w, lookup, rules, lexicon) for w in asked)]
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


def _lexicon(lookup: Lookup) -> "Lexicon":
    from regesta.rules.load import available_languages, load_rules

    known = available_languages()
    language = next((d.language for d in lookup.documents.values() if d.language in known), known[0])
    return load_rules(language).lexicon


def _fits(claim: Claim, asked: Sequence[str], lookup: Lookup, rules: "QuestionRules", lexicon: "Lexicon") -> bool:
    names = _names(claim, lookup)
    return all(w in names or _tells(claim, w, lookup, rules, lexicon) for w in asked)


def _names(claim: Claim, lookup: Lookup) -> set[str]:
    """Every word of every participant, under all names."""
    found: set[str] = set()
    for role in claim.roles:
        texts = [lookup.quote(role.span)]
        if role.entity is not None:
            entity = lookup.entities[role.entity]
            texts += [entity.name, *entity.names, entity.part_of or ""]
        for text in texts:
            found.update(fold_name(text).split())
    return found


def _tells(claim: Claim, word: str, lookup: Lookup, rules: "QuestionRules", lexicon: "Lexicon") -> bool:
    """Whether a word is the claim's own word for what happened, or one that tells of such happenings."""
    if word in fold_name(lookup.quote(claim.trigger)).split():
        return True
    senses: list[Sense] = []
    for plain in rules.plain_forms(word):
        if claim.type in rules.deeds.get(plain, ()):
            return True
        senses += [*lexicon.verbs.get(plain, ()), *lexicon.nouns.get(plain, ())]
    return any(sense.type == claim.type and not sense.bound for sense in senses)
