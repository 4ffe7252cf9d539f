"""spaCy's attribute ruler with the same outcome, but what rules of one word say is looked up once a kind of word.

The ruler holds every rule against every word of a text, though most rules see one word alone, and words come again.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Span

_REPEATED = "OP"
Match = tuple[int, int, int, int]
"""Number of the rule, its id, the first word, the word behind the last."""


def remember_rules(nlp: "Language", words: Mapping[str, Mapping[str, str]]) -> None:
    """Lets the attribute rulers of a pipeline know some `words`, and remember what they say of each kind of word."""
    from spacy.pipeline import AttributeRuler

    for _, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            for word, traits in words.items():
                form, _, tag = word.partition("/")
                component.add([[{"LOWER": form, "TAG": tag} if tag else {"LOWER": form}]], dict(traits))
            component.match = _Rules(component).match  # type: ignore[method-assign]


class _Rules:
    """The rules of one ruler: those of a single word, and those that look at its neighbours."""

    def __init__(self, ruler: "AttributeRuler") -> None:
        from spacy.matcher import Matcher

        self._strings = ruler.vocab.strings
        self._of_word, self._of_row = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._traits = dict.fromkeys(("LOWER", "TAG"))  # at least two: spaCy then gives a row a word
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        rules: list[dict[str, Any]] = ruler.patterns
        for number, rule in enumerate(rules):
            for pattern in rule["patterns"]:
                self._add(str(number), pattern)

    def _add(self, rule: str, pattern: Any) -> None:
        from spacy.attrs import IDS  # type: ignore[import-not-found]

        of_word = len(pattern) == 1 and all(trait in IDS and trait != _REPEATED for trait in pattern[0])
        (self._of_word if of_word else self._of_row).add(rule, [pattern])
        if of_word:
            self._traits |= dict.fromkeys(pattern[0])

    def match(self, doc: "Doc") -> list[Match]:
        """As `AttributeRuler.match`: what every rule fits, in the order of the rules."""
        found = [(*self._numbered(rule), start, end) for rule, start, end in _fitting(self._of_row, doc)]
        for i, word in enumerate(doc.to_array(list(self._traits)).tolist()):
            kind = tuple(word)
            rules = self._known.get(kind)
            if rules is None:
                fitting = _fitting(self._of_word, doc[i : i + 1])
                rules = self._known[kind] = [self._numbered(rule) for rule, _, _ in fitting]
            found += [(number, rule, i, i + 1) for number, rule in rules]
        return sorted(set(found))  # a rule with two patterns may fit the same words twice

    def _numbered(self, rule: int) -> tuple[int, int]:
        return int(self._strings[rule]), rule


def _fitting(matcher: "Matcher", words: "Doc | Span") -> list[tuple[int, int, int]]:
    """Rule, first word and word behind the last of all that fits; spaCy warns of a matcher without any rule."""
    return matcher(words, allow_missing=True) if len(matcher) else []
