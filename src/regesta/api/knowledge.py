"""The self-check of the rules, behind the door."""

from dataclasses import dataclass
from functools import partial

from regesta.errors import LanguageError
from regesta.rules.problems import suggest


@dataclass(frozen=True, slots=True)
class KnowledgeReport:
    """How many examples were run, and those that fail, each with file, entry and what came out instead."""

    examples: int
    failures: tuple[str, ...]


def list_types(word: str | None = None) -> tuple[tuple[str, str], ...]:
    """All types of happenings with what each means; with a word, those that have it in either."""
    from regesta.rules.load import available_languages, load_rules

    types = load_rules(available_languages()[0]).event_types.types.values()
    wanted = (word or "").lower()
    return tuple((t.name, t.says) for t in types if wanted in t.name or wanted in t.says.lower())


def check_knowledge(language: str | None = None) -> KnowledgeReport:
    """Reads all rules and runs their examples; KnowledgeError where a file cannot even be read."""
    from regesta import pipeline
    from regesta.extract.syntax import load_parser
    from regesta.knowledge_check import Outcome, check_examples, check_partly
    from regesta.rules.load import available_languages, languages_with, load_rules

    whole = available_languages()
    known = (*whole, *(code for code in languages_with("times.toml") if code not in whole))
    if language is not None and language not in known:
        raise LanguageError(
            f'language "{language}": no knowledge folder covers it{suggest(language, known)}; known: {", ".join(known)}'
        )
    outcomes: list[Outcome] = []
    for code in [language] if language else known:
        rules = load_rules(code)
        if code not in whole:
            outcomes += check_partly(rules)
            continue
        rules = rules.unweighed()
        parser = load_parser(rules.writing.syntax)
        outcomes += check_examples(rules, partial(pipeline.read, rules=rules, parser=parser))
    failures = tuple(f'{o.entry}: "{o.text}": {o.problem}' for o in outcomes if o.problem is not None)
    return KnowledgeReport(len(outcomes), failures)
