"""How a language tells time: `knowledge/<code>/times.toml` read into typed rules and automata.

Rules work in layers. `words` makes readings out of words ("7 August 1870", "the next day"); `wrap` adds words around
one reading ("early in 1914", "two days after 3 May"); `range` joins two; `binding` tells how a phrase is tied to what
happened ("by the end of 1919"). In the later layers a reading counts as one token, of the classes in READINGS.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Literal, cast, get_args

from regesta.model.time import Relation
from regesta.rules.pattern import Automaton, PatternError, Vocabulary
from regesta.rules.problems import Problems, read_toml, suggest
from regesta.rules.rulers import read_rulers
from regesta.rules.tokens import NUMBER_CLASSES, Lexicon, Value, words_of

FILE = "times.toml"
Layer = Literal["words", "wrap", "range", "binding"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
RULER = "ruler"
"""The class of the names in the table of rulers; each means its reigns."""
READINGS = (
    *("DATE", "YEAR", "SHORT-YEAR", "MONTH", "DAY", "MONTH-DAY", "BARE-DAY", "SEASON", "DECADE", "CENTURY"),
    *("RANGE", "SHIFT", "NEXT", "DURATION", "LENGTH", "EDGE", "CLOCK", "PART-OF-DAY", "WEEKDAY", "ANY"),
)
"""Classes of readings: any date, then by precision; MONTH-DAY is a day without its year, BARE-DAY one without its
month, LENGTH a plain duration, EDGE one at the edge of something ("the first two weeks"), ANY is every reading."""

_DATE = (
    *("year", "month", "day", "season", "decade", "century", "millennium", "weekday", "part", "era", "qualifier"),
    *("daypart", "hour", "minute", "afternoon", "short_year", "short_decade", "last_year", "among_early"),
    *("reckoning", "other_year", "other_month", "easter", "feast", "roman_day", "old_day", "regnal", "n"),
)
FIELDS: Mapping[str, tuple[str, ...]] = {
    "date": _DATE,
    "shift": (
        *("n", "unit", "way", "vague", "calendar", "part", "daypart", "month", "season", "weekday", "qualifier"),
        *("deictic", "day"),
    ),
    "duration": ("n", "half", "unit", "vague", "qualifier", "edge", "age", "nth", "weekday"),
    "set": ("n", "unit", "weekday", "month", "daypart"),
    "reference": ("value", "back", "then"),
    "nth": ("n", "unit", "reign", "start"),
    "wrap": (
        "part",
        "qualifier",
        "daypart",
        "way",
        "deictic",
        "weekday",
        "last_year",
        "year",
        "era",
        "season",
        "calendar",
        "edge",
    ),
    "range": ("lasting", "either", "qualifier", "part"),
    "binding": ("relation",),
}
"""What a rule of each kind may say; `event = true` lets the reading go on with the words of what it counts from."""

_UNITS = ("minute", "hour", "day", "week", "month", "season", "year", "decade", "century", "millennium")
PARTS = ("early", "mid", "late", "first-half", "second-half", "q1", "q2", "q3", "q4", "turn")
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "unit": _UNITS,
    "part": PARTS,
    "relation": get_args(Relation),
    "roman_day": ("kalends", "nones", "ides"),
    "calendar": ("julian",),
    "reckoning": ("french-republican", "islamic", "hebrew"),
    "deictic": ("only", "may"),
    "edge": ("first", "last", "past", "next", "nth"),
    "qualifier": ("about", "perhaps", "more", "less", "within", "into", "later", "earlier"),
    "era": ("bc", "ad"),
    "value": ("PRESENT_REF", "PAST_REF", "FUTURE_REF"),
    "daypart": ("MO", "AF", "EV", "NI", "DT", "MI"),
}
_RULE_KEYS = (
    *("name", "layer", "kind", "pattern", "means", "event", "says", "examples", "not_examples"),
    *("behind", "ahead", "not_behind", "not_ahead"),
)


@dataclass(frozen=True, slots=True)
class Example:
    """A passage, the words in it that must be found, and what they must mean (`is` EDTF, `value` TIMEX3)."""

    text: str
    words: str
    edtf: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One rule; the masks are bits of the lexicon that neighbouring tokens must or must not have."""

    name: str
    kind: str
    pattern: str
    means: Mapping[str, Value | bool]
    event: bool
    behind: int
    ahead: int
    not_behind: int
    not_ahead: int
    examples: tuple[Example, ...]
    not_examples: tuple[str, ...]

    def fits(self, before: int, after: int) -> bool:
        """Whether the rule may match between tokens of these signatures (0 at the edge of a sentence)."""
        return (
            not (before & self.not_behind or after & self.not_ahead)
            and (not self.behind or bool(before & self.behind))
            and (not self.ahead or bool(after & self.ahead))
        )


@dataclass(frozen=True, slots=True)
class TimeRules:
    """All that a language says of time. Each layer has its rules in the order of the file, and their automaton."""

    label: str
    rules: Mapping[Layer, tuple[TimeRule, ...]]
    automata: Mapping[Layer, Automaton]
    lexicon: Lexicon
    event_openers: int
    event_stops: int
    event_subjects: int
    """Words that alone stand for whoever does what a distance counts from: "two days after he had landed"."""
    event_links: int
    """Words behind which an opener goes on with an event ("the battle of the Marne"); none where any opener does."""
    begins: Mapping[str, int]
    """Words that tell what began at the date beside them: the life of somebody (`birth`), a reign (`reign`)."""
    coming: int
    """Words that tell of what is to come."""
    gone: int
    """Words that tell of what had come before ("had arrived in May"), unless one of `not_gone` is next to them."""
    not_gone: int
    stop: int
    """Marks that end a clause."""
    relative: tuple[str, ...] = ()
    """Words that, behind a comma, tell more of whoever was named before it: "Reed, who had come in 1850, fled"."""

    def every(self) -> tuple[TimeRule, ...]:
        """The rules of all layers."""
        return tuple(rule for layer in LAYERS for rule in self.rules[layer])


def read_time_rules(folder: Traversable, problems: Problems, label: str | None = None) -> TimeRules:
    """The rules of one language folder, and the rulers as that language names them; mistakes go to `problems`."""
    label = label or f"knowledge/{folder.name}/{FILE}"
    data = read_toml(folder, FILE, label)
    problems.require_keys(label, "top", data, ("words", "shorthands", "same", "endings", "rule"))
    rulers = read_rulers(folder.name, problems)
    reader = _Reader(label, problems, _lexicon(data, rulers, label, problems))
    layers: dict[Layer, list[TimeRule]] = {layer: [] for layer in LAYERS}
    names: set[str] = set()
    for entry in data.get("rule", []):
        rule, layer = reader.rule(entry)
        if rule.name in names:
            problems.add(label, rule.name, "two rules have this name; rename one")
        names.add(rule.name)
        layers[layer].append(rule)
    automata = {layer: reader.automaton(rules) for layer, rules in layers.items()}
    lexicon = reader.vocabulary.lexicon
    return TimeRules(
        label,
        {layer: tuple(rules) for layer, rules in layers.items()},
        automata,
        lexicon,
        lexicon.atom("event-openers"),
        lexicon.atom("event-stops"),
        lexicon.atom("event-subjects"),
        lexicon.atom("event-links"),
        {"start": lexicon.atom("starts"), "birth": lexicon.atom("births"), "reign": lexicon.atom("reign-starts")},
        lexicon.atom("coming-words"),
        lexicon.atom("pluperfect-words"),
        lexicon.atom("pluperfect-not"),
        lexicon.atom("stop"),
        tuple(data.get("words", {}).get("relative-words", ())),
    )


def _lexicon(data: Mapping[str, Any], rulers: Mapping[str, str], label: str, problems: Problems) -> Vocabulary:
    lexicon = Lexicon()
    classes: dict[str, Mapping[str, Value]] = {name: {} for name in (*NUMBER_CLASSES, *READINGS)}
    classes[RULER] = rulers
    _add_rulers(lexicon, rulers)
    for name in classes:
        lexicon.atom(name)
    for name, words in data.get("words", {}).items():
        entries = dict.fromkeys(words, "") if isinstance(words, list) else words
        if not isinstance(entries, dict) or not entries:
            problems.add(
                label, f"words.{name}", "a word list is a list of words or a table of words and what they mean"
            )
            continue
        listed = isinstance(words, list)
        for word, value in entries.items():
            if len(words_of(word)) == 1:
                lexicon.add(word, name)
            lexicon.meanings[name, word] = word if listed else value
            _check_value(name, value, label, f"words.{name}", problems)
        classes[name] = {**classes.get(name, {}), **entries}
    for ending, name in data.get("endings", {}).items():
        lexicon.endings[ending] = lexicon.atom(name)
        classes.setdefault(name, {})
    for word, others in data.get("same", {}).items():
        for other in others:
            lexicon.add(other, f"={word}")
    return Vocabulary(lexicon, classes, data.get("shorthands", {}))


def _add_rulers(lexicon: Lexicon, rulers: Mapping[str, str]) -> None:
    for name, reigns in rulers.items():
        lexicon.meanings[RULER, name] = reigns
        tokens = words_of(name)
        for token in tokens:
            lexicon.names |= lexicon.atom(f"={token.lower()}")
        if len(tokens) == 1:
            lexicon.add(name, RULER)


def _check_value(field: str, value: object, label: str, entry: str, problems: Problems) -> None:
    allowed = _ALLOWED.get(field)
    if allowed and isinstance(value, str) and value and not value.startswith("{") and value not in allowed:
        problems.add(label, entry, f'"{value}" is no {field}; known: {", ".join(allowed)}{suggest(value, allowed)}')


class _Reader:
    """Reads rules one by one, collecting problems."""

    def __init__(self, label: str, problems: Problems, vocabulary: Vocabulary) -> None:
        self._label = label
        self._problems = problems
        self.vocabulary = vocabulary

    def rule(self, entry: Mapping[str, Any]) -> tuple[TimeRule, Layer]:
        """The rule of one entry, and its layer."""
        name = str(entry.get("name", "rule without a name"))
        self._problems.require_keys(self._label, name, entry, _RULE_KEYS)
        layer = str(entry.get("layer", "words"))
        if layer not in LAYERS:
            self._problems.add(self._label, name, f'no layer "{layer}"{suggest(layer, LAYERS)}')
            layer = "words"
        kind = str(entry.get("kind", "date" if layer == "words" else layer))
        if not entry.get("pattern"):
            self._problems.add(self._label, name, "a rule needs a pattern")
        rule = TimeRule(
            name=name,
            kind=kind,
            pattern=str(entry.get("pattern", "")),
            means=self._means(name, kind, entry.get("means", {})),
            event=bool(entry.get("event", False)),
            behind=self._mask(name, entry.get("behind", [])),
            ahead=self._mask(name, entry.get("ahead", [])),
            not_behind=self._mask(name, entry.get("not_behind", [])),
            not_ahead=self._mask(name, entry.get("not_ahead", [])),
            examples=self._examples(name, entry.get("examples", [])),
            not_examples=tuple(entry.get("not_examples", ())),
        )
        return rule, cast("Layer", layer)

    def _means(self, name: str, kind: str, means: Mapping[str, Any]) -> Mapping[str, Value | bool]:
        if kind not in FIELDS:
            self._problems.add(self._label, name, f'no kind "{kind}"{suggest(kind, FIELDS)}')
            return {}
        self._problems.require_keys(self._label, name, means, FIELDS[kind])
        for key, value in means.items():
            _check_value(key, value, self._label, name, self._problems)
        return dict(means)

    def _examples(self, name: str, examples: Sequence[Mapping[str, Any]]) -> tuple[Example, ...]:
        if not examples:
            self._problems.add(
                self._label, name, "a rule needs examples = [{ text = ..., is = EDTF or value = TIMEX3 }]"
            )
        made = []
        for example in examples:
            self._problems.require_keys(self._label, name, example, ("text", "words", "is", "value"))
            text = str(example.get("text", ""))
            words = str(example.get("words", text))
            if "is" not in example and "value" not in example:
                self._problems.add(self._label, name, f'the example "{text}" does not say what it is')
            if not words or words not in text:
                self._problems.add(self._label, name, f'the words "{words}" do not stand in the example "{text}"')
            made.append(Example(text, words, example.get("is"), example.get("value")))
        return tuple(made)

    def _mask(self, name: str, guards: Sequence[str]) -> int:
        lexicon, mask = self.vocabulary.lexicon, 0
        for guard in guards:
            if guard.startswith("{"):
                slot = guard.strip("{}")
                if slot not in self.vocabulary.classes:
                    self._problems.add(self._label, name, self._unknown(slot, self.vocabulary.classes))
                mask |= lexicon.atom(slot)
            else:
                lexicon.add(guard, f"={guard.lower()}")
                mask |= lexicon.atom(f"={guard.lower()}")
        return mask

    @staticmethod
    def _unknown(slot: str, known: Sequence[str] | Mapping[str, Any]) -> str:
        return f'no word list "{slot}"{suggest(slot, known)}'

    def automaton(self, rules: Sequence[TimeRule]) -> Automaton:
        """The automaton of a layer; rules whose patterns cannot be read are named."""
        try:
            return Automaton([rule.pattern for rule in rules], self.vocabulary)
        except PatternError:
            for rule in rules:
                self._try(rule)
            return Automaton([], self.vocabulary)

    def _try(self, rule: TimeRule) -> None:
        try:
            Automaton([rule.pattern], self.vocabulary)
        except PatternError as error:
            said, *known = str(error).split("|")
            self._problems.add(self._label, rule.name, said + (suggest(said.split('"')[1], known) if known else ""))
