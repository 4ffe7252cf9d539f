"""Whether whoever acts does so with or against the target, by type of event."""

from collections.abc import Iterable

from regesta.rules.load import available_languages, load_rules


def find_stances(types: Iterable[str]) -> list[str]:
    """`with`, `against` or, where the type does not say or the rules do not know it, nothing, for each type."""
    known = load_rules(available_languages()[0]).event_types
    kinds = (known.get(name) for name in types)
    return ["" if kind is None else kind.stance for kind in kinds]
