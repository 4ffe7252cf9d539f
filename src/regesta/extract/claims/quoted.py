"""What a text only quotes: whole clauses between quotation marks are somebody's words, not the text's."""

import re
from collections.abc import Iterator, Sequence

from regesta.extract.claims.clauses import SUBJECTS, clause_verb
from regesta.model.syntax import Token, Tree
from regesta.model.text import Document, Sentence, Span

_MARKS = re.compile(r"[\"“”«»]")
_OPENS, _CLOSES, _BOTH = "“«", "”»", '"'


def find_quotations(document: Document, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """What stands between marks that open and close in the same passage, in text order."""
    return tuple(_quotations(document, sentences))


def _quotations(document: Document, sentences: Sequence[Sentence]) -> Iterator[Span]:
    opened, passage = -1, ""
    for sentence in sentences:
        if sentence.passage != passage:
            opened, passage = -1, sentence.passage
        for mark in _MARKS.finditer(document.text, sentence.span.start, sentence.span.end):
            before = document.text[mark.start() - 1 : mark.start()]
            opens = mark[0] in _OPENS or (mark[0] in _BOTH and not (before.strip() and before not in "([—–"))
            if opens:
                opened = mark.end() if opened < 0 or mark[0] in _BOTH else opened
            elif opened >= 0:
                if mark.start() > opened:
                    yield Span(document.id, opened, mark.start())
                opened = -1


def is_quoted(tree: Tree, token: Token, quotations: Sequence[Span]) -> bool:
    """Whether the clause that a word stands in is quoted with its subject: not "the so-called 'rising'"."""
    verb = token if token.pos in ("VERB", "AUX") else clause_verb(tree, token)
    while verb is not None and tree.first(verb, *SUBJECTS) is None:
        verb = tree.head(verb) if verb.head != verb.i else None
    if verb is None:
        return False
    who = tree.first(verb, *SUBJECTS)
    return who is not None and any(
        q.start <= min(who.start, verb.start, token.start) and max(who.end, verb.end, token.end) <= q.end
        for q in quotations
    )
