"""Reads the date of a question: what somebody types at a command line."""

from regesta.errors import QuestionError
from regesta.extract.times.edtf import read_edtf
from regesta.extract.times.find import find_in
from regesta.extract.times.readings import Stretch
from regesta.extract.times.story import Story
from regesta.model.binding import bind
from regesta.model.time import Relation, When
from regesta.rules.times import TimeRules


def parse_date(text: str, rules: TimeRules | None = None) -> When:
    """The time that the words name; EDTF and ISO need no rules. QuestionError where they name none, or several."""
    words = text.strip()
    if words.startswith("\N{MINUS SIGN}"):
        words = f"-{words[1:]}"
    read = read_edtf(words)
    if read is None and rules is not None:
        read = _in_words(words, rules)
    if read is None:
        raise QuestionError(
            f'cannot read "{text}" as a date; write it as 1870-10-31, 1870-10, 1870 or -0216 (217 BC), '
            "or in words with its year, such as 31 October 1870"
        )
    return read


def _in_words(words: str, rules: TimeRules) -> When | None:
    found = find_in(words, 0, len(words), rules)
    if len(found) != 1:
        return None
    start, end = found[0].phrase or (found[0].start, found[0].end)
    if words[:start].strip() or words[end:].strip(" ."):
        return None
    when = Story().sentence(Stretch(tuple(found), heading=False))[0].when
    if when is None or (when.earliest is None and when.latest is None):
        return None
    relation: Relation = found[0].relation  # type: ignore[assignment]
    return bind(when, relation)
