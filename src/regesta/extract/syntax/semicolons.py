"""What a semicolon parts: nothing before it hangs on a verb behind it, where each side tells of something itself."""

from collections.abc import Sequence
from itertools import pairwise

from regesta.extract.syntax.beneath import DONE, LOOSE, SUBJECTS, VERBS, below, is_finite
from regesta.model.syntax import Token

_MARK = ";"
_PHRASES = ("preposition", "adverb", "time-noun", "punctuation")
"""What says when or where, or only parts: it goes with the verb of its own side."""


def part_sides(tokens: list[Token], mark: Token) -> None:
    """In "He died, in May 1840; his widow left" it is in May that he died, and neither clause is said in the other."""
    if mark.text != _MARK or mark.pos != "PUNCT":
        return
    marks = [-1, *(t.i for t in tokens if t.text == _MARK), len(tokens)]
    before, after = (range(a + 1, b) for a, b in pairwise(marks) if mark.i in (a, b))
    first, later = _told(tokens, before), _told(tokens, after)
    if not first or not later:
        return
    _lead(tokens, tokens[first[0]], tokens[later[0]])
    for t in [tokens[i] for i in (*before, *after)]:
        inside = before if t.i in before else after
        if t.head in inside or t.i in (*first, *later) or t.relation not in _PHRASES or t.i == mark.i:
            continue
        verbs = first if t.i in before else later
        if t.head > mark.i > t.i or (t.head < mark.i < t.i < verbs[0]):
            tokens[t.i] = t._replace(head=next((v for v in reversed(verbs) if v < t.i), verbs[0]))


def _told(tokens: Sequence[Token], side: range) -> list[int]:
    """The verbs that a side tells by itself, with their subjects or, in notes, at its head ("moved to Lund 1829")."""
    opening = next((i for i in side if tokens[i].pos != "PUNCT"), None)
    return [
        v.i
        for v in (tokens[i] for i in side)
        if v.pos in VERBS
        and v.relation in ("root", *LOOSE)
        and (is_finite(tokens, v) or (v.i == opening and v.form in DONE))
        and (v.i == opening or any(t.i in side for t in below(tokens, v, *SUBJECTS)))
        and not any(below(tokens, v, "marker"))
    ]


def _lead(tokens: list[Token], first: Token, later: Token) -> None:
    """Has the clause before the mark lead, where the parser has it said in the one behind, or that one in it."""
    if first.head == later.i:
        root = later.head == later.i
        tokens[first.i] = first._replace(head=first.i if root else later.head, relation=later.relation)
        tokens[later.i] = later._replace(head=first.i, relation="parataxis")
    elif later.head == first.i and later.relation in ("adverbial-clause", "content-clause"):
        tokens[later.i] = later._replace(relation="parataxis")
