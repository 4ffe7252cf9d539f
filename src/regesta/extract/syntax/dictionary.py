"""What the model's own dictionary says of a word, where the model itself goes wrong.

`retook` is `retake` as `took` is `take`; so are `re-took` and `reentered`, which the model leaves as they are. A
`constable` is a noun and no adjective, and `Tibrok` no word at all.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


_PARTS = ("noun", "verb", "adj", "adv")


class Dictionary:
    """The words that a model knows, by what they may be, and the lemmas of verbs that begin with a prefix."""

    def __init__(self, nlp: "Language", prefixes: Collection[str]) -> None:
        self._prefixes = tuple(prefixes)
        self._words: Mapping[str, Collection[str]] = {}
        """By what they may be."""
        self._irregular: Mapping[str, Sequence[str]] = {}
        self._endings: Sequence[Sequence[str]] = ()
        self._known: dict[str, str] = {}
        for _, component in nlp.pipeline:
            tables = getattr(component, "lookups", None)
            if tables is not None and all(tables.has_table(t) for t in ("lemma_index", "lemma_exc", "lemma_rules")):
                index, irregular, rules = (tables.get_table(t) for t in ("lemma_index", "lemma_exc", "lemma_rules"))
                self._words = {part: frozenset(index.get(part, ())) for part in _PARTS}
                self._irregular, self._endings = irregular.get("verb", {}), rules.get("verb", ())
        self._verbs = self._words.get("verb", ())

    def mend(self, word: str, lemma: str) -> str:
        """The lemma of a verb, in lower case; as the model gives it where that is a verb or no prefix fits."""
        if lemma in self._verbs:
            return lemma
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._behind_prefix(word.lower()) or lemma
        return found

    def is_noun(self, word: str) -> bool:
        """Whether the model's dictionary has such a noun, and no such adjective: "constable"."""
        return bool(self._words) and word.lower() in self._words["noun"] and word.lower() not in self._words["adj"]

    def is_strange(self, word: str, lemma: str) -> bool:
        """Whether the model's dictionary has no such word, nor its lemma: a name, if it has a capital letter."""
        known = (words for words in self._words.values() if word.lower() in words or lemma in words)
        return bool(self._words) and word.isalpha() and next(known, None) is None

    def _behind_prefix(self, word: str) -> str | None:
        for prefix in self._prefixes:
            if word.startswith(prefix):
                rest = word[len(prefix) :].removeprefix("-")
                base = self._base(rest)
                if base is not None:
                    return f"{prefix}{base}"
        return None

    def _base(self, form: str) -> str | None:
        """The verb that a word is a form of, if the model knows it."""
        if form in self._irregular:
            return self._irregular[form][0]
        if form in self._verbs:
            return form
        stems = (form.removesuffix(ending) + whole for ending, whole in self._endings if form.endswith(ending))
        return next((s for s in stems if s in self._verbs), None)
