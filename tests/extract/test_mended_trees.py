"""Whatever the parser gives, what is mended is a tree."""

import random

import pytest

from regesta.extract.syntax import mend as mending
from regesta.extract.syntax.mend import mend
from regesta.model.syntax import Token

PARTS = ("NOUN", "PROPN", "VERB", "AUX", "ADP", "PUNCT", "ADJ", "ADV")
FORMS = ("past", "present", "infinitive", "past-participle", "present-participle", "plural", "")
RELATIONS = (
    "subject", "passive-subject", "object", "preposition", "complement", "conjunct", "compound", "modifier", "number",
    "apposition", "adverbial-clause", "content-clause", "parataxis", "punctuation", "adverb", "auxiliary", "relative",
)  # fmt: skip


def drawn(chance: random.Random) -> list[Token]:
    """A sentence of random words that hang on each other at random, without circles."""
    size = chance.randrange(2, 14)
    order = chance.sample(range(size), size)
    heads = {order[0]: order[0]} | {i: chance.choice(order[:n]) for n, i in enumerate(order) if n}
    made = []
    for i in range(size):
        part = chance.choice(PARTS)
        text = chance.choice(",-") if part == "PUNCT" else chance.choice(("Otto", "town", "took", "and", "which"))
        relation = "root" if heads[i] == i else chance.choice(RELATIONS)
        made.append(token(i, text, part, chance.choice(FORMS), relation, heads[i]))
    return made


def token(i: int, text: str, part: str, form: str, relation: str, head: int) -> Token:
    blank = dict.fromkeys(Token._fields, "")
    return Token(**(blank | {"i": i, "start": 6 * i, "end": 6 * i + len(text), "text": text, "lemma": text.lower(),
                             "pos": part, "form": form, "relation": relation, "head": head}))  # fmt: skip


def test_no_mend_goes_in_a_circle() -> None:
    chance = random.Random(1871)  # noqa: S311 - the same every time
    for _ in range(3000):
        mended = mend(drawn(chance))
        for at in mended:
            line: list[int] = []
            while at.head != at.i:
                assert at.i not in line
                line.append(at.i)
                at = mended[at.head]  # noqa: PLW2901 - up the line


def test_a_mend_that_would_go_in_a_circle_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def turn(tokens: list[Token], _: Token) -> None:
        tokens[0], tokens[1] = tokens[0]._replace(head=1), tokens[1]._replace(head=0)

    sentence = drawn(random.Random(1789))  # noqa: S311 - the same every time
    monkeypatch.setattr(mending, "_STEPS", (turn,))
    assert mend(list(sentence)) == tuple(sentence)
