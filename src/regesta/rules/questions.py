"""knowledge/<language>/questions.toml: the forms of questions that a chronicle can be asked, as typed patterns."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from regesta.rules.gazetteer import fold_name
from regesta.rules.problems import Problems, read_toml, suggest

FILE = "questions.toml"
SLOTS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "holders": (frozenset(("place",)), frozenset(("from", "to", "date"))),
    "office": (frozenset(("office",)), frozenset(("from", "to", "date"))),
    "who": (frozenset(("what",)), frozenset()),
    "next": (frozenset(("who", "office")), frozenset()),
    "term": (frozenset(("what",)), frozenset()),
    "about": (frozenset(("who",)), frozenset(("from", "to", "date"))),
    "whether": (frozenset(("what",)), frozenset(("date",))),
    "number": (frozenset(("what",)), frozenset(("date",))),
    "when": (frozenset(("what",)), frozenset()),
    "when-where": (frozenset(("what",)), frozenset()),
    "began": (frozenset(("what",)), frozenset()),
    "ended": (frozenset(("what",)), frozenset()),
    "where": (frozenset(("what",)), frozenset()),
    "doer": (frozenset(("what",)), frozenset(("from", "to", "date"))),
    "sufferer": (frozenset(("what",)), frozenset(("date",))),
    "deeds": (frozenset(("who",)), frozenset(("from", "to", "date"))),
    "order": (frozenset(("first", "second")), frozenset()),
    "happened": (frozenset(), frozenset(("place", "from", "to", "date", "since", "till"))),
}
"""What can be asked: the slots that each pattern must have, and those that it may have."""
DATES = ("date", "from", "to")
_TOKEN = re.compile(r"\{(?P<slot>[a-z]+)\}|(?P<mark>[()|?])|(?P<word>[^\s(){}|?]+)|(?P<space>\s+)|(?P<bad>.)")


@dataclass(frozen=True, slots=True)
class QuestionExample:
    """A question, and what its slots hold."""

    text: str
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """One form of question."""

    asks: str
    says: str
    patterns: tuple[re.Pattern[str], ...]
    examples: tuple[QuestionExample, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A question that was understood: what it asks, and the words in its slots."""

    asks: str
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuestionRules:
    """All forms of a language, in the order in which they are tried."""

    forms: tuple[QuestionForm, ...]
    small: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    holding: frozenset[str] = frozenset()
    """Plain forms of words that tell of holding a thing."""
    irregular: Mapping[str, str] = field(default_factory=dict)
    """Forms that no ending makes, and their plain forms."""
    elisions: tuple[str, ...] = ()
    """What stands before an apostrophe and is a word of its own."""
    deeds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words that tell of what happened, without accents, and the types of happenings that they tell of."""

    def understand(self, question: str, is_date: Callable[[str], bool] = bool) -> Understood | None:
        """The first form that fits, its dates being dates; None where none does."""
        words = re.sub(r"\s*,\s*", " , ", " ".join(question.replace("\u2019", "'").split()).rstrip(" ?.!"))
        words = self._elided("", words, " ")
        for form in self.forms:
            for pattern in form.patterns:
                found = pattern.fullmatch(words)
                if found is None:
                    continue
                told = {k: v.replace(" , ", ", ").strip(" ,") for k, v in found.groupdict().items() if v}
                slots = _completed({k: self._elided(" ", v, "") for k, v in told.items()}, is_date)
                if all(is_date(v) for k, v in slots.items() if k in DATES):
                    return Understood(form.asks, slots)
        return None

    def _elided(self, before: str, words: str, after: str) -> str:
        """The words with a space behind each elision, or without."""
        if not self.elisions:
            return words
        ways = "|".join(map(re.escape, self.elisions))
        return re.sub(rf"(?<!\w)((?:{ways})'){before}(?=\w)", rf"\1{after}", words, flags=re.IGNORECASE)

    def content(self, words: str) -> tuple[str, ...]:
        """The words that name something, without case and accents."""
        return tuple(w for w in fold_name(self._elided("", words, " ")).split() if w not in self.small)

    def plain_forms(self, word: str) -> Iterator[str]:
        """The word, and what it may be without an ending."""
        yield word
        if word in self.irregular:
            yield self.irregular[word]
        for ending, plain in self.endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield word.removesuffix(ending) + plain


def _completed(slots: dict[str, str], is_date: Callable[[str], bool]) -> dict[str, str]:
    """The slots; a beginning that lacks its month or year has those of the end: "between 4 and 9 May 1871"."""
    if {"from", "to"} <= slots.keys():
        last = slots["to"].split()
        whole = (f"{slots['from']} {' '.join(last[n:])}" for n in range(len(last) - 1, 0, -1))
        slots["from"] = next(filter(is_date, whole), slots["from"])
    return slots


def read_question_rules(
    folder: Traversable, label: str, problems: Problems, types: Container[str] = ()
) -> QuestionRules:
    """The question forms of a language folder, whose deeds are of known types; mistakes are noted in `problems`."""
    file = f"{label}/{FILE}"
    data = read_toml(folder, FILE, file)
    problems.require_keys(file, "questions", data, ("form", "words", "deeds"))
    words = data.get("words", {})
    problems.require_keys(file, "words", words, ("small", "endings", "irregular", "holding", "elisions"))
    endings, irregular = (_read_pairs(file, key, words, problems) for key in ("endings", "irregular"))
    forms = tuple(_read_form(file, number, entry, problems) for number, entry in enumerate(data.get("form", []), 1))
    return QuestionRules(
        forms,
        frozenset(words.get("small", ())),
        endings,
        frozenset(words.get("holding", ())),
        {fold_name(a): fold_name(b) for a, b in irregular},
        tuple(words.get("elisions", ())),
        _read_deeds(file, data.get("deeds", {}), types, problems),
    )


def _read_pairs(file: str, key: str, words: Mapping[str, Any], problems: Problems) -> tuple[tuple[str, str], ...]:
    pairs = words.get(key, [])
    if all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        return tuple((a, b) for a, b in pairs)
    problems.add(file, "words", f'each of "{key}" must be a pair: ["ied", "y"]')
    return ()


def _read_deeds(
    file: str, data: Mapping[str, list[str]], types: Container[str], problems: Problems
) -> dict[str, frozenset[str]]:
    """Types by the folded words that tell of them."""
    found: dict[str, set[str]] = {}
    for kind, words in data.items():
        if kind not in types:
            problems.add(file, "deeds", f'"{kind}" is no type of happening; the types stand in common/event_types.toml')
        for word in words:
            found.setdefault(fold_name(word), set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _read_form(file: str, number: int, entry: Mapping[str, Any], problems: Problems) -> QuestionForm:
    asks = str(entry.get("asks", ""))
    name = f"form {number}: {asks or '?'}"
    problems.require_keys(file, name, entry, ("asks", "says", "patterns", "examples", "not_examples"))
    if asks not in SLOTS:
        problems.add(file, name, f'asks "{asks}" is none of {", ".join(SLOTS)}{suggest(asks, SLOTS)}')
    for key in ("says", "patterns", "examples"):
        if not entry.get(key):
            problems.add(file, name, f'the key "{key}" is missing or empty')
    patterns = [p for text in entry.get("patterns", []) if (p := _compile(file, name, text, asks, problems))]
    examples = [_read_example(file, name, example, problems) for example in entry.get("examples", [])]
    return QuestionForm(
        asks, str(entry.get("says", "")), tuple(patterns), tuple(examples), tuple(entry.get("not_examples", ()))
    )


def _read_example(file: str, name: str, example: Mapping[str, Any], problems: Problems) -> QuestionExample:
    slots = {k: str(v) for k, v in example.items() if k != "text"}
    if "text" not in example:
        problems.add(file, name, 'an example needs "text"')
    return QuestionExample(str(example.get("text", "")), slots)


def _any_accent(word: str) -> str:
    """A word as a regular expression that fits it with its accents and without."""
    plain = (unicodedata.normalize("NFD", letter)[0] for letter in word)
    return "".join(re.escape(a) if a == b else f"[{a}{b}]" for a, b in zip(word, plain, strict=True))


def _compile(file: str, name: str, text: str, asks: str, problems: Problems) -> re.Pattern[str] | None:
    """A pattern as a regular expression; its words stand alone, its slots take whole words."""
    pieces: list[str] = []
    for token in _TOKEN.finditer(text):
        if token["slot"]:
            pieces.append(rf"(?:(?P<{token['slot']}>\S+(?:\ \S+)*?)(?:\ |$))")
        elif token["word"]:
            pieces.append(rf"(?:{_any_accent(token['word'])}(?:\ |$))")
        elif token["mark"]:
            pieces.append({"(": "(?:", "|": "|", ")": ")", "?": "?"}[token["mark"]])
        elif token["bad"]:
            problems.add(file, name, f'pattern "{text}": "{token["bad"]}" means nothing here')
    try:
        compiled = re.compile("".join(pieces), re.IGNORECASE)
    except re.error as error:
        problems.add(file, name, f'pattern "{text}": {error}; check its parentheses, and that each slot comes once')
        return None
    needed, allowed = SLOTS.get(asks, (frozenset(), frozenset()))
    slots = set(compiled.groupindex)
    if asks in SLOTS and not needed <= slots <= needed | allowed:
        wanted = ", ".join(f"{{{s}}}" for s in sorted(needed | allowed))
        problems.add(file, name, f'pattern "{text}": its slots must be {wanted}')
    return compiled
