"""Finds the language folders of knowledge/ and reads them into Rules, once a process."""

import os
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from regesta.errors import LanguageError
from regesta.rules import OWN_KNOWLEDGE
from regesta.rules.event_types import EventTypes, read_event_types
from regesta.rules.gazetteer import Gazetteer, read_gazetteer
from regesta.rules.language import LanguageRules, read_language_rules
from regesta.rules.lexicon import Lexicon
from regesta.rules.overlay import OwnFile, check_own, lay_over, own_files
from regesta.rules.people import PeopleRules, read_people_rules
from regesta.rules.problems import Problems, suggest
from regesta.rules.questions import FILE, QuestionRules, read_question_rules
from regesta.rules.read_lexicon import read_lexicon
from regesta.rules.scoring import ScoringWords, read_scoring_words
from regesta.rules.times import FILE as _TIMES
from regesta.rules.times import TimeRules, read_time_rules
from regesta.rules.weights import Weights

_COMMON = "common"
_WHOLE = "language.toml"
"""A language folder without it knows times only."""


@dataclass(frozen=True)
class Rules:
    """Everything that knowledge/ says of one language and of all; each file is read when first asked for."""

    language: str
    folder: Traversable
    common: Traversable
    own: str = ""
    """The folder of a historian's own knowledge that is laid over these; empty where there is none."""

    @property
    def _label(self) -> str:
        return f"knowledge/{self.language}"

    @cached_property
    def writing(self) -> LanguageRules:
        """How sentences end, citation notes, the parser and its labels."""
        problems = Problems(self.own)
        read = read_language_rules(self.folder, self._label, problems)
        problems.stop()
        return read

    @cached_property
    def times(self) -> TimeRules:
        """How the language tells time."""
        problems = Problems(self.own)
        read = read_time_rules(self.folder, problems)
        problems.stop()
        return read

    @cached_property
    def event_types(self) -> EventTypes:
        """What each type of happening starts and ends."""
        problems = Problems(self.own)
        read = read_event_types(self.common, problems, self.folder, self._label)
        problems.stop()
        return read

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Known places."""
        problems = Problems(self.own)
        read = read_gazetteer(self.common, problems)
        problems.stop()
        return read

    @cached_property
    def people(self) -> PeopleRules:
        """How people, bodies and places are named."""
        problems = Problems(self.own)
        read = read_people_rules(self.folder, self._label, problems)
        problems.stop()
        return read

    @cached_property
    def lexicon(self) -> Lexicon:
        """Words of happenings, of status and of roles."""
        problems = Problems(self.own)
        read = read_lexicon(self.folder, self._label, self.event_types.types, problems)
        problems.stop()
        return read

    def unweighed(self) -> "Rules":
        """The same without what annotated texts taught: words and syntax alone, as the examples of an entry mean it."""
        rules = replace(self)
        rules.__dict__["lexicon"] = replace(self.lexicon, weights=Weights())
        return rules

    @cached_property
    def questions(self) -> QuestionRules:
        """The questions that a chronicle can be asked in the language; none where its folder has no such file."""
        if not (self.folder / FILE).is_file():
            return QuestionRules((), frozenset(), ())
        problems = Problems(self.own)
        types = read_event_types(self.common, problems).types
        read = read_question_rules(self.folder, self._label, problems, types)
        problems.stop()
        return read

    @cached_property
    def scoring(self) -> ScoringWords:
        """What names are compared by when answers are scored."""
        problems = Problems(self.own)
        read = read_scoring_words(self.folder, self._label, problems)
        problems.stop()
        return read

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of all files that these rules are read from."""
        digest = sha256()
        for folder in (self.common, self.folder):
            for file in sorted(folder.iterdir(), key=lambda f: f.name):
                if file.is_file():
                    digest.update(f"{folder.name}/{file.name}\0".encode())
                    digest.update(file.read_bytes())
        return digest.hexdigest()


def languages_with(file: str) -> tuple[str, ...]:
    """The codes of the language folders in knowledge/ that hold the file, such as `times.toml`."""
    folders = (files("regesta") / "knowledge").iterdir()
    named = (f for f in folders if f.is_dir() and f.name != _COMMON and not f.name.startswith("_"))
    return tuple(sorted(f.name for f in named if (f / file).is_file()))


def available_languages() -> tuple[str, ...]:
    """The codes of the languages that a chronicle can be built from; others may know times only."""
    return languages_with(_WHOLE)


def require_whole(language: str) -> None:
    """LanguageError, in one line, where a chronicle cannot be built from sources in the language."""
    whole = available_languages()
    if language in whole:
        return
    if language in languages_with(_TIMES):
        raise LanguageError(
            f'language "{language}": only its times are known: use `regesta tag`; '
            f"a chronicle can be built in: {', '.join(whole)}"
        )
    raise LanguageError(
        f'language "{language}": no knowledge folder covers it{suggest(language, whole)}; '
        f"known: {', '.join(whole)}; force one with --language"
    )


def load_rules(language: str) -> Rules:
    """The rules of a language; LanguageError where no folder covers it.

    The environment variable REGESTA_KNOWLEDGE may name a folder of one's own, which is laid over those of the package.
    """
    own = os.environ.get(OWN_KNOWLEDGE, "")
    return _load(language, own, own_files(Path(own)) if own else ())


@cache
def _load(language: str, own: str, state: tuple[OwnFile, ...]) -> Rules:
    """Read anew where an own file has changed."""
    known = tuple(sorted({*available_languages(), *languages_with(_TIMES)}))
    if language not in known:
        raise LanguageError(
            f'no knowledge of the language "{language}"{suggest(language, known)}; '
            f"known: {', '.join(known)}; name one with --language"
        )
    knowledge = files("regesta") / "knowledge"
    folder, common = knowledge / language, knowledge / _COMMON
    if not own:
        return Rules(language, folder, common)
    check_own(Path(own), [file.path for file in state], knowledge)
    return Rules(language, lay_over(folder, Path(own)), lay_over(common, Path(own)), own)
