"""A row of things, each with its own time: "became dean in 1840, bishop in 1844 and archbishop in 1850"."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from regesta.extract.claims.clauses import NOUNS, SUBJECTS, Grammar
from regesta.extract.claims.naming import Names
from regesta.extract.claims.phrases import phrase_span
from regesta.model.claim import Claim, Role
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.model.time import TimeExpression

GAPPED = "gapped"
"""Rule of what stands in the place of another beside the next time."""
_OF_CLAUSE = ("VERB", "AUX", "SCONJ", "NUM", "PRON")
_TITLE, _PLACE, _NAME, _THING = "title", "place", "name", "thing"
_OPENED, _CLOSED = "(", ")"


class Piece(NamedTuple):
    """A noun phrase of the row, and the preposition before it, if any: "Rouen", "to the Swedes"."""

    head: Token
    lead: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What has its own time, and that time; `joined`: whether an "and" stands before it."""

    pieces: tuple[Piece, ...]
    time: TimeExpression
    joined: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in which things may stand in a row, and what is known of its words."""

    tree: Tree
    times: Sequence[TimeExpression]
    grammar: Grammar
    names: Names
    told: Container[int]
    """The words of its happenings: none of them is a thing with a time of its own."""

    def turns(self, claim: Claim) -> list[tuple[tuple[Role, ...], TimeExpression | None]]:
        """Roles and time of each, the first with the time of the claim (None); empty where there is no such row."""
        first = next((e for e in self.times if e.id == claim.time.expression), None)
        if first is None or first.span.start < claim.trigger.end:
            return []
        found: list[tuple[tuple[Role, ...], TimeExpression | None]] = []
        taken: list[Span] = []
        for turn in self._chain(first):
            put = [(self._stood_for(claim, first, piece), piece) for piece in turn.pieces]
            if not put or any(old is None for old, _ in put):
                return []
            roles = claim.roles
            for old, piece in put:
                if old is not None:
                    roles, span = self._put(roles, old, piece, turn.time)
                    taken.append(span)
            found.append((roles, turn.time))
        if not found:
            return []
        rest = [(tuple(r for r in roles if not _again(r, taken)), time) for roles, time in found]
        own = tuple(r for r in claim.roles if not any(r.span.overlaps(s) for s in taken))
        return [(own, None), *rest]

    def _chain(self, first: TimeExpression) -> list[Turn]:
        """The turns behind the first time; the last has an "and" before it, as rows end."""
        found: list[Turn] = []
        last = first
        for other in sorted(self.times, key=lambda e: e.span):
            if other.when is None or other.phrase.start < last.span.end:
                continue
            turn = self._turn(last, other)
            if turn is None:
                break
            found.append(turn)
            last = other
        while found and not found[-1].joined:
            found.pop()
        return found

    def _turn(self, last: TimeExpression, other: TimeExpression) -> Turn | None:
        """What stands between two times, if it is a comma or an "and" with a thing or two."""
        said = [t for t in self.tree.tokens if last.span.end <= t.start and t.end <= other.phrase.start]
        while said and said[-1].text == _OPENED:
            said.pop()
        said = said[1:] if said and said[0].text == _CLOSED else said
        small = next((i for i, t in enumerate(said) if t.pos not in ("PUNCT", "CCONJ")), len(said))
        lead, rest = said[:small], said[small:]
        if not lead or any(t.text not in (",", ";") for t in lead if t.pos == "PUNCT") or not self._is_free(rest):
            return None
        joined = any(t.pos == "CCONJ" for t in lead)
        behind = None if rest else self._behind(other)
        after = self._after(other) if behind is None else None
        if (behind is None and (not rest or after is None or after.pos in ("VERB", "AUX"))) or behind == []:
            return None
        pieces = tuple(self._pieces(rest or behind or ()))
        return Turn(pieces, other, joined) if pieces and (rest or joined) else None

    def _behind(self, time: TimeExpression) -> list[Token]:
        """What stands behind a time that comes first: "and, in 1844, bishop of Lund"; empty where it does something."""
        after = [t for t in self.tree.tokens if t.start >= time.phrase.end]
        after = after[1:] if after and after[0].text == "," else after
        end = next((i for i, t in enumerate(after) if t.pos in ("PUNCT", "CCONJ")), len(after))
        told = after[:end]
        return told if self._is_free(told) and (end == len(after) or after[end].text in (".", ";", ",")) else []

    def _is_free(self, rest: Sequence[Token]) -> bool:
        """Whether it is no clause of its own."""
        return not any(t.pos in _OF_CLAUSE or t.relation in SUBJECTS or t.i in self.told for t in rest)

    def _after(self, time: TimeExpression) -> Token | None:
        return next((t for t in self.tree.tokens if t.start >= time.span.end and t.pos != "ADV"), None)

    def _pieces(self, rest: Sequence[Token]) -> Iterator[Piece]:
        """Each noun phrase of the row; what stands behind an "of" belongs to the noun before it."""
        lead, head = "", None
        of = self.grammar.words.prepositions["of"]
        inside = False
        for token in rest:
            if token.pos == "ADP" and token.lemma in of:
                inside = head is not None
            elif token.pos == "ADP":
                if head is not None:
                    yield Piece(head, lead)
                lead, head, inside = token.lemma, None, False
            elif token.pos in NOUNS and not inside:
                head = token
        if head is not None:
            yield Piece(head, lead)

    def _stood_for(self, claim: Claim, first: TimeExpression, piece: Piece) -> Role | None:
        """The participant before the first time that is of the same sort, and brought in the same way."""
        sort = self._sort(piece.head)
        for role in sorted(claim.roles, key=lambda r: r.span, reverse=True):
            inside = self.tree.within(role.span)
            if not inside or role.span.end > first.phrase.start:
                continue
            before = self.tree.tokens[inside[0].i - 1] if inside[0].i else inside[0]
            lead = before.lemma if before.pos == "ADP" else ""
            if lead == piece.lead and _alike(sort, self._sort(_top(inside))):
                return role
        return None

    def _sort(self, head: Token) -> str:
        kind = self.grammar.kind_of(head)
        if kind == "office" or (kind == "person" and head.text[0].islower()):
            return _TITLE
        return _PLACE if kind == "place" else _NAME if head.pos == "PROPN" else _THING

    def _put(
        self, roles: tuple[Role, ...], old: Role, piece: Piece, time: TimeExpression
    ) -> tuple[tuple[Role, ...], Span]:
        """The roles with a thing of the row in the place of another, and the words of it."""
        span = self.names.widen(piece.head, phrase_span(self.tree, piece.head, self.grammar))
        if span.start < time.span.end <= piece.head.start:
            # "In 1844 bishop of Lund": the year is none of the bishop's.
            span = replace(span, start=next(t.start for t in self.tree.tokens if t.start >= time.span.end))
        entity = self.names.entity(piece.head)
        put = [
            replace(r, span=span, entity=entity, rule=GAPPED) if r.span == old.span else r
            for r in roles
            if r.span == old.span or not (r.span.overlaps(old.span) or r.span.overlaps(span))
        ]
        return tuple(put), span


def _top(inside: Sequence[Token]) -> Token:
    """The word of a phrase that hangs on none of it."""
    own = {t.i for t in inside}
    return next((t for t in inside if t.head not in own or t.head == t.i), inside[0])


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} == {_PLACE, _NAME}


def _again(role: Role, taken: Sequence[Span]) -> bool:
    """Whether it is one that the parser took for a participant of the whole row."""
    return role.rule != GAPPED and role.span in taken
