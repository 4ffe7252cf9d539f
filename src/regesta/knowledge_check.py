"""Runs every example that the rules of a language carry through the stages: the self-check of knowledge/."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from regesta.errors import QuestionError
from regesta.extract.citations import find_markers
from regesta.extract.sentences import split_passages, split_sentences
from regesta.extract.times import find_times, parse_date, tag
from regesta.model.chronology import Findings
from regesta.model.claim import Claim
from regesta.model.ids import stable_id
from regesta.model.text import Document, Sentence, Span
from regesta.rules.event_types import EffectExample, EventTypes
from regesta.rules.language import LanguageRules
from regesta.rules.lexicon import EventExample, Lexicon
from regesta.rules.load import Rules
from regesta.rules.people import PeopleRules
from regesta.rules.questions import FILE, QuestionRules
from regesta.rules.times import TimeRules

Reader = Callable[[Document], Findings]
"""Reads a document with the rules that are checked."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example that was run; `problem` is None where it came out as it says."""

    entry: str
    """File and entry."""
    text: str
    problem: str | None


def check_examples(rules: Rules, read: Reader) -> Iterator[Outcome]:
    """The outcome of every example and counter-example of a language and of the event types."""
    label = f"knowledge/{rules.language}"
    yield from _check_writing(f"{label}/language.toml", rules.writing)
    yield from _check_times(f"{label}/times.toml", rules.times)
    yield from _check_people(f"{label}/people.toml", rules.people, read)
    yield from _check_events(f"{label}/events.toml", rules.lexicon, read)
    yield from _check_status(f"{label}/status.toml", rules.lexicon, read)
    yield from _check_questions(f"{label}/{FILE}", rules.questions, rules.times)
    yield from _check_effects("knowledge/common/event_types.toml", rules.event_types)


def check_partly(rules: Rules) -> Iterator[Outcome]:
    """The same of a language in which no chronicle can be built: its times and its questions."""
    label = f"knowledge/{rules.language}"
    yield from _check_times(f"{label}/times.toml", rules.times)
    yield from _check_questions(f"{label}/{FILE}", rules.questions, rules.times)


def _document(text: str) -> Document:
    return Document(stable_id("d", text), "example", text, "", "", "utf-8")


def _compare(entry: str, text: str, wanted: object, found: object) -> Outcome:
    return Outcome(entry, text, None if wanted == found else f"wanted {wanted}, found {found}")


def _check_writing(file: str, rules: LanguageRules) -> Iterator[Outcome]:
    for example in rules.sentences.examples:
        document = _document(example.text)
        sentences = split_sentences(document, split_passages(document), (), rules.sentences)
        yield _compare(
            f"{file}: [sentences]", example.text, example.expected, tuple(s.span.quote(document) for s in sentences)
        )
    for example in rules.citations.examples:
        markers = find_markers(_document(example.text), rules.citations)
        labels = tuple(label for marker in markers for label in marker.labels)
        yield _compare(f"{file}: [citations]", example.text, example.expected, labels)


def _check_times(file: str, rules: TimeRules) -> Iterator[Outcome]:
    for rule in rules.every():
        entry = f"{file}: [{rule.name}]"
        for example in rule.examples:
            document = _document(example.text)
            sentence = _whole(document)
            found = [*find_times(document, sentence, rules), *tag(document, sentence, rules)]
            said = sorted(
                {
                    (e.when.edtf if e.when else "", e.value or "")
                    for e in found
                    if e.span.quote(document) == example.words
                }
            )
            right = any(example.edtf in (None, edtf) and example.value in (None, value) for edtf, value in said)
            wanted = f'"{example.words}" as {example.edtf or example.value}'
            yield Outcome(entry, example.text, None if right else f"wanted {wanted}, found {said}")
        for text in rule.not_examples:
            document = _document(text)
            quotes = [e.span.quote(document) for e in tag(document, _whole(document), rules)]
            yield _compare(entry, text, [], quotes)


def _whole(document: Document) -> list[Sentence]:
    return [Sentence(stable_id("s", document.text), Span(document.id, 0, len(document.text)), stable_id("p", ""))]


def _check_people(file: str, rules: PeopleRules, read: Reader) -> Iterator[Outcome]:
    for example in rules.examples:
        document = _document(example.text)
        findings = read(document)
        entities = {e.id: e.name for e in findings.entities}
        mentions = sorted(findings.mentions, key=lambda m: m.span)
        if example.names is not None:
            names = tuple(f"{m.span.quote(document)}: {m.kind}" for m in mentions if m.form == "name" and not m.refers)
            yield _compare(f"{file}: [{example.table}]", example.text, example.names, names)
        if example.refers is not None:
            refers = tuple(
                f"{m.span.quote(document)} -> {entities[m.entity] if m.entity else '?'}" for m in mentions if m.refers
            )
            yield _compare(f"{file}: [{example.table}]", example.text, example.refers, refers)


def _check_events(file: str, lexicon: Lexicon, read: Reader) -> Iterator[Outcome]:
    for example in lexicon.examples:
        document = _document(example.text)
        claims = read(document).claims
        problem = _event_problem(example, claims, document)
        yield Outcome(f"{file}: [{example.entry}]", example.text, problem)
    for entry, text in lexicon.not_examples:
        document = _document(text)
        kind = entry.rpartition(": ")[2]
        found = [c.trigger.quote(document) for c in read(document).claims if c.type == kind]
        yield _compare(f"{file}: [{entry}]", text, [], found)


def _event_problem(example: EventExample, claims: tuple[Claim, ...], document: Document) -> str | None:
    """What differs from the example; None where nothing does. The named roles must be there, others may."""
    told = _told(example.trigger, claims, document)
    if told is None:
        return f'wanted "{example.trigger}", found {[c.trigger.quote(document) for c in claims]}'
    if told.type != example.type:
        return f"wanted the type {example.type}, found {told.type}"
    for role, words in example.roles:
        found = [r.span.quote(document) for r in told.fillers(role)]
        if not any(_begins(f, words) for f in found):
            return f'wanted "{words}" as {role}, found {found}'
    return None


def _told(trigger: str, claims: tuple[Claim, ...], document: Document) -> Claim | None:
    return next((c for c in claims if _begins(c.trigger.quote(document), trigger)), None)


def _begins(found: str, words: str) -> bool:
    """Whether the found words are those of the example, or those and more: "control of the city" for "control"."""
    return found == words or found.startswith(f"{words} ")


def _check_status(file: str, lexicon: Lexicon, read: Reader) -> Iterator[Outcome]:
    for example in lexicon.status.examples:
        document = _document(example.text)
        told = _told(example.trigger, read(document).claims, document)
        yield _compare(f"{file}: [{example.trigger}]", example.text, example.status, told and told.status)


def _check_questions(file: str, rules: QuestionRules, times: TimeRules) -> Iterator[Outcome]:
    """Each example must be understood as its form alone is meant to, with its slots; counter-examples otherwise."""
    for form in rules.forms:
        entry = f"{file}: [form {form.asks}]"
        for example in form.examples:
            read = rules.understand(example.text, partial(_is_date, times))
            found = None if read is None else (read.asks, dict(read.slots))
            yield _compare(entry, example.text, (form.asks, dict(example.slots)), found)
        for text in form.not_examples:
            read = rules.understand(text, partial(_is_date, times))
            yield _compare(entry, text, True, read is None or read.asks != form.asks)


def _is_date(times: TimeRules, words: str) -> bool:
    try:
        parse_date(words, times)
    except QuestionError:
        return False
    return True


def _check_effects(file: str, types: EventTypes) -> Iterator[Outcome]:
    for kind in types.types.values():
        for example in kind.examples:
            roles = ", ".join(f"{role} {filler.name}" for role, fillers in example.cast.items() for filler in fillers)
            found = _effects(kind.name, example, types)
            yield _compare(f"{file}: [type {kind.name}]", roles, sorted(example.gives), sorted(found))


def _effects(kind: str, example: EffectExample, types: EventTypes) -> set[tuple[str, ...]]:
    """The changes that the participants give: (change, strength, fluent, key, holder)."""
    cast = dict(example.cast)
    for role, (filler,) in cast.items():
        told = types.words.told_of(filler.name) if filler.kind == "document" else None
        if told:
            cast[role] = (replace(filler, name=told, kind="body", rules=types.words.may_rule(told)),)
    return {
        (u.change, u.strength, u.fluent, u.key if u.reach == "named" else "*", u.holder or "")
        for u in types.uses(kind, cast, denied=example.denied)
    }
