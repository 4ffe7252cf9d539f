"""Questions in words: which form they have, what the chronicle answers, and on which words."""

from collections.abc import Mapping
from functools import partial

from regesta.api.questions import read_date
from regesta.api.replies import ANSWERS
from regesta.api.reply import Chronicle, Question, Reply
from regesta.errors import QuestionError
from regesta.model.lookup import Lookup
from regesta.rules.load import languages_with, load_rules
from regesta.rules.questions import FILE, QuestionRules

LONGEST = 300
"""Characters of a question."""


def ask(question: str, chronicle: Chronicle) -> Reply:
    """The answer to a question; QuestionError with the forms that are understood where this one is not."""
    if len(question) > LONGEST:
        raise QuestionError(f"the question has {len(question):,} characters; ask in at most {LONGEST}")
    languages = _languages(chronicle)
    for language, rules in languages.items():
        understood = rules.understand(question, partial(_is_date, chronicle.lookup, language))
        if understood is not None:
            return ANSWERS[understood.asks](Question(question, understood, chronicle, rules, language))
    raise QuestionError(f'"{question}": not understood; ask in one of these forms:\n{_forms(question, languages)}')


def _forms(question: str, languages: Mapping[str, QuestionRules]) -> str:
    """The forms of the language that the question is in; of all, where that cannot be told."""
    from regesta.ingest.language import detect_language

    own = languages.get(detect_language(question))
    return "\n".join(f"  {form.says}" for rules in ([own] if own else languages.values()) for form in rules.forms)


def _languages(chronicle: Chronicle) -> dict[str, QuestionRules]:
    """The forms of the languages of the sources first, then those of all others."""
    known = languages_with(FILE)
    spoken = [d.language for d in chronicle.chronology.findings.documents if d.language in known]
    return {code: load_rules(code).questions for code in dict.fromkeys((*spoken, *known))}


def _is_date(lookup: Lookup, language: str, words: str) -> bool:
    try:
        read_date(words, lookup, language)
    except QuestionError:
        return False
    return True
