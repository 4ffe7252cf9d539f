"""What somebody is made, which the parser takes for one name: "they elected Reed president"."""

from collections.abc import Container
from typing import NamedTuple

from regesta.model.syntax import Measure

_PART_OF_NAME = ("compound", "modifier")
_DONE_TO = ("object", "passive-auxiliary")


class RawToken(NamedTuple):
    """A word as the parser reads it; `start` and `end` are characters of the sentence as parsed."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    form: str
    relation: str
    head: int
    measure: Measure


def make_somebody(words: list[RawToken], makes: Container[str]) -> None:
    """In "they elected Reed president" it is Reed whom they elect: no president is Reed's.

    `makes` holds the verbs. The name stands right behind one, without an article, and the noun behind the name.
    """
    for at, noun in enumerate(words):
        verb = noun.head
        fits = noun.pos == "NOUN" and noun.form != "plural" and noun.relation in ("object", "predicate")
        if not fits or words[verb].pos != "VERB" or words[verb].lemma not in makes:
            continue
        end = verb + 1
        while end < at and words[end].pos == "PROPN" and words[end].relation in _PART_OF_NAME:
            end += 1
        name = end - 1
        if name == verb or not all(_says_more(w, at) for w in words[end:at]):
            continue
        if any(w.relation == "object" and w.head == verb and i != at for i, w in enumerate(words)):
            continue
        for i in range(verb + 1, name):
            words[i] = words[i]._replace(head=name, relation="compound")
        words[name] = words[name]._replace(head=verb, relation="object")
        words[at] = noun._replace(head=verb, relation="predicate")


def name_as(words: list[RawToken], makes: Container[str]) -> None:
    """In "the council named Otto Vane as mayor" it is Vane whom they named, and mayor what they named him."""
    for at, name in enumerate(words):
        verb = words[name.head]
        if (name.pos, name.relation, verb.pos) != ("PROPN", "predicate", "VERB") or verb.lemma not in makes:
            continue
        behind = any(w.relation == "preposition" and w.head == name.head for w in words[at + 1 :])
        if behind and not any(w.relation in _DONE_TO and w.head == name.head for w in words):
            words[at] = name._replace(relation="object")


def stand_in(words: list[RawToken], acting: Container[str]) -> None:
    """In "Vane was acting president" he was president for a while: nobody is acted. `acting` holds the participles."""
    for at, noun in enumerate(words):
        verb, doing = noun.head, words[noun.head]
        fits = noun.pos == "NOUN" and noun.form != "plural" and noun.relation == "object" and verb < at
        if not fits or doing.text not in acting or not all(_says_more(w, at) for w in words[verb + 1 : at]):
            continue
        helper = next((i for i, w in enumerate(words[:verb]) if w.head == verb and w.relation == "auxiliary"), None)
        if helper is None:
            continue
        for i, w in enumerate(words):
            if w.head == verb and i not in (verb, at):
                words[i] = w._replace(head=helper)
        top = helper if doing.head == verb else doing.head
        words[helper] = words[helper]._replace(head=top, relation=doing.relation)
        words[at] = noun._replace(head=helper, relation="predicate")
        words[verb] = doing._replace(pos="ADJ", lemma=doing.text, form="", head=at, relation="modifier")


def _says_more(word: RawToken, noun: int) -> bool:
    """Whether it only says of what kind the noun is: "provisional", "vice"."""
    return word.head == noun and word.relation in _PART_OF_NAME and word.text.islower()
