"""The self-check of the rules, behind the door."""

from dataclasses import dataclass

from regesta.errors import LanguageError
from regesta.rules.problems import suggest


@dataclass(frozen=True, slots=True)
class KnowledgeReport:
    """How many examples were run, and those that fail, each with file, entry and what came out instead."""

    examples: int
    failures: tuple[str, ...]


def check_knowledge(language: str | None = None) -> KnowledgeReport:
    """Reads all rules and runs their examples; KnowledgeError where a file cannot even be read."""
    from regesta.knowledge_check import run_examples
    from regesta.rules.load import available_languages

    known = available_languages()
    if language is not None and language not in known:
        raise LanguageError(
            f'language "{language}": no knowledge folder covers it{suggest(language, known)}; known: {", ".join(known)}'
        )
    results = [run_examples(code) for code in ([language] if language else known)]
    return KnowledgeReport(sum(count for count, _ in results), tuple(f for _, failures in results for f in failures))
