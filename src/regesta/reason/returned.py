"""To whom a place goes back, where the text does not say so: to whoever had lost it last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from regesta.model.claim import Claim
from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.reason.joining import Told
from regesta.reason.keys import HOLDS
from regesta.reason.naming import Naming, identity
from regesta.reason.participants import TARGET
from regesta.rules.effects import Use


def give_back(
    told: Sequence[Told], places: Mapping[Id, Span], claims: Mapping[Id, Claim], naming: Naming
) -> Iterator[Told]:
    """The same, with whoever a place is given back to that nobody is named for, or that its last taker is taken for.

    "The French took Ulm from the Danes. It was returned in 1763", or "returned to them": to the Danes.
    """
    lost: dict[tuple[Id, str], Use] = {}
    come: dict[tuple[Id, str], str] = {}
    made: dict[int, list[Told]] = {}

    def where(i: int) -> tuple[Span, str]:
        event, use, _ = told[i]
        return places[event], identity(use.key)

    for (at, name), group in groupby(sorted((i for i, t in enumerate(told) if _is_of_place(t[1])), key=where), where):
        key, own = (at.document, name), list(group)
        items = [told[i] for i in own]
        if key in lost and any(_goes_back(claims[c], naming) for c in _claims(items)):
            items = _returned(items, lost[key], come.get(key, ""))
        made.update({i: [item] for i, item in zip(own, items, strict=False)})
        made[own[-1]] += items[len(own) :]
        for _, use, _ in items:
            if use.strength == "firm" and use.holder is not None:
                if use.change == "starts":
                    come[key] = identity(use.holder)
                elif use.change == "ends":
                    lost[key] = use
    for i, item in enumerate(told):
        yield from made.get(i, [item])


def _is_of_place(use: Use) -> bool:
    return use.fluent == HOLDS and use.reach == "named" and use.change != "observes"


def _claims(items: Iterable[Told]) -> Iterator[Id]:
    return (c for _, _, evidence in items for c in evidence.derived_from)


def _goes_back(claim: Claim, naming: Naming) -> bool:
    """Whether it is told so, by the verb or right behind what goes back: "returned it", "gave Ulm back"."""
    words = naming.words
    behind = (words.is_back(naming.next_word(r.span)) for r in claim.fillers(TARGET))
    return words.goes_back(naming.quoted(claim.trigger)) or any(behind)


def _returned(items: Sequence[Told], loser: Use, last: str) -> list[Told]:
    """What is told of a place that goes back, with whoever lost it as the one who gets it."""
    if not any(use.change == "starts" for _, use, _ in items):
        event, use, evidence = items[0]
        given = replace(loser, change="starts", strength="firm", key=use.key, key_entity=use.key_entity)
        return [*items, (event, given, evidence)]
    return [
        (event, replace(use, holder=loser.holder, holder_entity=loser.holder_entity), evidence)
        if use.change == "starts" and identity(use.holder or "") == last
        else (event, use, evidence)
        for event, use, evidence in items
    ]
