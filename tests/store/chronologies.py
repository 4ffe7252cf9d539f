"""Any chronology at all, for property tests: every field of every type, by its hints and not by the store's mapping."""

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from regesta.model.chronology import Chronology
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.manifest import Manifest
from regesta.model.text import Span
from regesta.model.time import Bounds

PIECES = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    ["\r\n", "\ufeff", "e\u0301", "😀", "👩‍🚀", "\x00", "'"]
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)
IDS = st.sampled_from(["d-1", "d-2", "c-é", "e-1", "", "null"])
DAYS = st.integers(-(10**9), 10**9)


def spans() -> st.SearchStrategy[Span]:
    places = st.tuples(IDS, st.integers(0, 15), st.integers(1, 9))
    return places.map(lambda given: Span(Id(given[0]), given[1], given[1] + given[2]))


def bounds() -> st.SearchStrategy[Bounds]:
    pairs = st.tuples(st.none() | DAYS, st.none() | DAYS)
    return pairs.map(lambda days: Bounds(*(days if None in days else sorted(days))))


def evidence() -> st.SearchStrategy[Evidence]:
    some = st.lists(spans(), max_size=2).map(tuple), TEXTS, st.lists(IDS, min_size=1, max_size=2).map(tuple)
    return st.builds(Evidence, *some) | spans().map(lambda span: Evidence((span,)))


PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    Id: IDS,
    int: DAYS,
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    Span: spans(),
    Bounds: bounds(),
    Evidence: evidence(),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type."""
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (arg for arg in get_args(hint) if arg is not NoneType)
        return st.none() | st.deferred(lambda: values(inner))
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
        return st.lists(st.deferred(lambda: values(get_args(hint)[0])), max_size=2).map(tuple)
    if get_origin(hint) is tuple:
        return st.tuples(*(values(part) for part in get_args(hint)))
    assert is_dataclass(hint), hint
    hints = get_type_hints(hint)
    return st.builds(hint, **{field.name: values(hints[field.name]) for field in fields(hint)})


CHRONOLOGIES = values(Chronology)
MANIFESTS = values(Manifest)
