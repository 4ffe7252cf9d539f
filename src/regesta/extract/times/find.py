"""Which words tell a time: the rules of each layer, longest match first, over the tokens of one sentence."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from regesta.extract.times.readings import Date, Duration, Found, Range, Reading, Shift
from regesta.extract.times.understand import fields_of, join, number_reading, read_words, wrap
from regesta.rules.times import Layer, TimeRule, TimeRules
from regesta.rules.tokens import Value

_WRAP_PASSES = 3
_EVENT_TOKENS = 8
_LONGEST = 50_000
"""Characters."""
_REACH = 10
"""Tokens before and after a reading that a rule of a later layer, or the words of an event, may take in."""
_INSIDE = ("-", "'", "’")


class _Item(NamedTuple):
    """A token, or a reading that counts as one."""

    word: str
    signature: int
    start: int
    end: int
    found: Found | None = None


_BAR = _Item("", 0, 0, 0)
"""Stands where tokens were left out: no pattern goes over it."""


def find_in(text: str, start: int, end: int, rules: TimeRules) -> list[Found]:
    """The readings in text[start:end] with the words that bind them, in text order; none overlap.

    A "sentence" longer than any prose is read piece by piece, cut at a space, so that memory stays bounded.
    """
    made: list[Found] = []
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut
        made += _find_in(text, start, cut, rules)
        start = cut
    return made + _find_in(text, start, end, rules)


def _find_in(text: str, start: int, end: int, rules: TimeRules) -> list[Found]:
    words, signatures = rules.lexicon.signatures(text, start, end)
    matches = _match_words(words, signatures, rules)
    if not matches:
        return []
    starts, ends = rules.lexicon.places(text, start, end, words)
    items = _items(words, signatures, starts, ends, matches, rules)
    for _ in range(_WRAP_PASSES):
        items, changed = _apply("wrap", items, rules)
        if not changed:
            break
    items, changed = _apply("range", items, rules)
    if changed:
        items, _ = _apply("wrap", items, rules)
    return _bind(_begin(items, rules), rules)


def _begin(items: list[_Item], rules: TimeRules) -> list[_Item]:
    """The items; of those dates that words such as "born" or "crowned" stand beside, it is noted what began."""
    every = sum(rules.begins.values()) | rules.coming | rules.gone
    if not any(item.signature & every for item in items):
        return items
    items = _gone(_coming(items, rules.coming), rules)
    places = [i for i, item in enumerate(items) if item.found is not None]
    for what, mask in rules.begins.items():
        for at, item in enumerate(items):
            if item.found is not None or not item.signature & mask:
                continue
            beside = [i for i in places if at < i <= at + _REACH][:1] or [i for i in places if at - _REACH <= i < at]
            if beside and (found := items[beside[-1]].found) is not None and isinstance(found.reading, Date):
                items[beside[-1]] = items[beside[-1]]._replace(found=found._replace(begins=what))
    return items


def _coming(items: list[_Item], mask: int) -> list[_Item]:
    """The items; of dates behind words such as "will" it is noted that they are to come."""
    last = -_REACH - 1
    for at, item in enumerate(items):
        if item.signature & mask:
            last = at
        if item.found is not None and at - last <= _REACH and isinstance(item.found.reading, Date):
            items[at] = item._replace(found=item.found._replace(reading=item.found.reading._replace(coming=True)))
    return items


def _gone(items: list[_Item], rules: TimeRules) -> list[_Item]:
    """The items; of dates behind words such as "had" in their clause it is noted that they look back.

    Not so "by" a date, nor until or since then: "had left by May" may be told of the next one.
    """
    behind = False
    for at, item in enumerate(items):
        following = items[at + 1].signature if at + 1 < len(items) else rules.not_gone
        behind = (behind or bool(item.signature & rules.gone and not following & rules.not_gone)) and not (
            item.signature & rules.stop
        )
        bound = at > 0 and items[at - 1].signature & rules.not_gone
        if behind and not bound and item.found is not None and isinstance(item.found.reading, Date):
            items[at] = item._replace(found=item.found._replace(reading=item.found.reading._replace(gone=True)))
    return items


class _Match(NamedTuple):
    """A reading of the tokens `start` to `end`; those of its event, if it has one, go on to `stop`."""

    start: int
    end: int
    stop: int
    rule: TimeRule
    reading: Reading


def _match_words(words: Sequence[str], signatures: Sequence[int], rules: TimeRules) -> list[_Match]:
    automaton = rules.automata["words"]
    matches, free = list[_Match](), 0
    for at in automaton.starts(signatures):
        if at < free:
            continue
        for end, complete in reversed(automaton.match(signatures, at)):
            match = _read(words, signatures, at, end, complete, rules)
            if match is not None:
                matches.append(match)
                free = match.stop
                break
    return matches


def _read(
    words: Sequence[str],
    signatures: Sequence[int],
    start: int,
    end: int,
    complete: Sequence[int],
    rules: TimeRules,
) -> _Match | None:
    before = signatures[start - 1] if start else 0
    after = signatures[end] if end < len(signatures) else 0
    automaton = rules.automata["words"]
    for number in complete:
        rule = rules.rules["words"][number]
        if not rule.fits(before, after):
            continue
        stop = _event_end(words, signatures, end, rules) if rule.event else end
        if rule.event and stop == end:
            continue
        reading = read_words(
            rule, fields_of(rule, automaton.bind(number, words[start:end], signatures[start:end], start))
        )
        if reading is not None:
            return _Match(start, end, stop, rule, reading)
    return None


def _items(
    words: Sequence[str],
    signatures: Sequence[int],
    starts: Sequence[int],
    ends: Sequence[int],
    matches: Sequence[_Match],
    rules: TimeRules,
) -> list[_Item]:
    """The readings and the tokens around them; a bar stands for tokens that no later layer can reach."""
    items, at = list[_Item](), 0

    def tokens(start: int, end: int) -> None:
        span = slice(start, end)
        items.extend(map(_Item, words[span], signatures[span], starts[span], ends[span]))

    for match in matches:
        if match.start - at > 2 * _REACH:
            tokens(at, at + _REACH if at else 0)
            items.append(_BAR)
            at = match.start - _REACH
        tokens(at, match.start)
        at = match.stop
        event = (starts[match.end], ends[at - 1]) if match.rule.event else None
        item = _item(Found(starts[match.start], ends[at - 1], match.reading, match.rule.name, event), rules)
        if _only_number(match):
            item = item._replace(word=words[match.start], signature=item.signature | signatures[match.start])
        items.append(item)
    tokens(at, min(len(words), at + _REACH))
    return items


def _only_number(match: _Match) -> bool:
    """Whether it is a bare number that may be a year, or may take its meaning from a date beside it."""
    return match.end == match.start + 1 and isinstance(match.reading, Date) and match.reading.short_year is not None


def _event_end(words: Sequence[str], signatures: Sequence[int], start: int, rules: TimeRules) -> int:
    """Where the words of an event end that begin at `start`: "the battle of Alba", "his death"; `start` if none do."""
    at = start
    if at < len(words) and signatures[at] & rules.event_subjects:
        return at + 1
    if at < len(words) and signatures[at] & rules.event_openers:
        at += 1
    elif at == len(words) or not words[at][:1].isupper():
        return start
    limit = min(len(words), start + _EVENT_TOKENS)
    while at < limit and not signatures[at] & rules.event_stops and (words[at][:1].isalnum() or words[at] in _INSIDE):
        another = at > start + 1 and signatures[at] & rules.event_openers and rules.event_links
        if (another and not signatures[at - 1] & rules.event_links) or (at > start + 1 and words[at].isdecimal()):
            break
        at += 1
    while at > start and (signatures[at - 1] & rules.event_openers or words[at - 1] in _INSIDE):
        at -= 1
    return at


def classes_of(reading: Reading) -> list[str]:
    """The classes of READINGS that a reading belongs to."""
    names = ["ANY"]
    if isinstance(reading, Shift):
        names.append("SHIFT")
    elif isinstance(reading, Duration):
        names += ["DURATION", "EDGE" if reading.edge else "LENGTH"]
    elif isinstance(reading, Range):
        names.append("RANGE")
    elif isinstance(reading, Date):
        names += _date_classes(reading)
    return names


def _date_classes(date: Date) -> list[str]:
    if date.hour is not None and date.day is None:
        return ["CLOCK"]
    if date.weekday is not None and date.day is None:
        return ["WEEKDAY"]
    if date.daypart and date.day is None:
        return ["PART-OF-DAY"]
    tests = {
        "DAY": date.day is not None or date.easter is not None or bool(date.reckoned and date.reckoned.day),
        "MONTH-DAY": date.day is not None and date.year is None,
        "BARE-DAY": date.day is not None and date.month is None and date.reckoned is None,
        "MONTH": date.month is not None and date.day is None,
        "SEASON": date.season is not None,
        "SHORT-YEAR": date.short_year is not None,
        "DECADE": date.decade is not None or date.short_decade is not None,
        "CENTURY": date.century is not None,
    }
    names = ["DATE", *(name for name, holds in tests.items() if holds)]
    return ["DATE", "YEAR"] if len(names) == 1 and date.year is not None else names


def _item(found: Found, rules: TimeRules) -> _Item:
    signature = 0
    for name in classes_of(found.reading):
        signature |= rules.lexicon.atom(name)
    if isinstance(found.reading, Shift) and found.event is None:
        signature |= rules.lexicon.atom("NEXT")
    return _Item("", signature, found.start, found.end, found)


def _apply(layer: Layer, items: list[_Item], rules: TimeRules) -> tuple[list[_Item], bool]:
    """The items after one pass of a layer, and whether it found anything."""
    automaton, signatures = rules.automata[layer], [item.signature for item in items]
    made: list[_Item] = []
    at = 0
    for start in automaton.starts(signatures):
        if start < at:
            continue
        for end, complete in reversed(automaton.match(signatures, start)):
            found = _combine(layer, items, signatures, start, end, complete, rules)
            if found is not None:
                made += items[at:start]
                made.append(_item(found[0], rules))
                at = found[1]
                break
    return (made + items[at:], True) if at else (items, False)


def _combine(
    layer: Layer,
    items: Sequence[_Item],
    signatures: Sequence[int],
    start: int,
    end: int,
    complete: Sequence[int],
    rules: TimeRules,
) -> tuple[Found, int] | None:
    before = signatures[start - 1] if start else 0
    after = signatures[end] if end < len(signatures) else 0
    for number in complete:
        rule = rules.rules[layer][number]
        if not rule.fits(before, after):
            continue
        bound = rules.automata[layer].bind(number, _words(items, start, end), signatures[start:end], start)
        if layer == "range":
            joined = _join(rule, items, start, end, bound)
            if joined is not None:
                return joined, end
            continue
        inner = [item.found for item in items[start:end] if item.found is not None]
        fields = fields_of(rule, bound)
        way = fields.pop("way", None)
        reading = wrap(fields, inner, None if way is None else int(way), rule.event)
        if reading is None or not inner:
            continue
        stop = end
        if rule.event:
            reach = end + _EVENT_TOKENS
            stop += _event_end(_words(items, end, reach), signatures[end:reach], 0, rules)
        if rule.event and stop == end:
            continue
        event = (items[end].start, items[stop - 1].end) if rule.event else inner[0].event
        return Found(items[start].start, items[stop - 1].end, reading, rule.name, event), stop
    return None


def _words(items: Sequence[_Item], start: int, end: int) -> list[str]:
    return [item.word for item in items[start:end]]


def _join(
    rule: TimeRule, items: Sequence[_Item], start: int, end: int, bound: Mapping[str, Sequence[tuple[int, Value]]]
) -> Found | None:
    """A range of the slots `first` and `last`; a bare number takes its meaning from the reading beside it."""
    places = {name: bound[name][0] for name in ("first", "last") if name in bound}
    if len(places) < 2:
        return None
    ends = {name: items[at].found if not items[at].word else None for name, (at, _) in places.items()}
    for name, other in (("first", "last"), ("last", "first")):
        at, value = places[name]
        like = ends[other]
        if ends[name] is None and like is not None and isinstance(value, int):
            reading = number_reading(like.reading, value, before=name == "first")
            if reading is None:
                return None
            if "part" in bound and name == "first" and isinstance(reading, Date):
                reading = reading._replace(part=str(bound["part"][0][1]))
                at = bound["part"][0][0]
            ends[name] = Found(items[at].start, items[places[name][0]].end, reading, rule.name)
    first, last = ends["first"], ends["last"]
    if first is None or last is None or first.start >= last.start:
        return None
    if "year" in bound:
        year = items[bound["year"][0][0]].found
        if year is None or not isinstance(year.reading, Date) or not isinstance(last.reading, Date):
            return None
        last = last._replace(end=year.end, reading=last.reading._replace(year=year.reading.year, bc=year.reading.bc))
    stop = items[end - 1].end
    joined = join(fields_of(rule, bound), first, last)
    return Found(first.start, stop, joined, rule.name, phrase=(items[start].start, stop))


def _bind(items: Sequence[_Item], rules: TimeRules) -> list[Found]:
    """Every reading with the phrase that binds it: prepositions right before it, or words right after it."""
    automaton, signatures = rules.automata["binding"], [item.signature for item in items]
    bound: dict[int, Found] = {}
    for at in automaton.starts(signatures):
        if at in bound:
            continue
        for end, complete in reversed(automaton.match(signatures, at)):
            places = [i for i in range(at, end) if items[i].found is not None]
            rule = rules.rules["binding"][complete[0]]
            found = items[places[0]].found if len(places) == 1 else None
            if found is not None and places[0] not in bound:
                relation = str(rule.means["relation"])
                phrase = (items[at].start, max(items[end - 1].end, found.phrase[1] if found.phrase else 0))
                bound[places[0]] = found._replace(phrase=phrase, relation=relation)
                break
    return [bound.get(i, item.found) for i, item in enumerate(items) if item.found is not None]
