"""Fields of corrections as people set them: a type, a status, a date, and who took part."""

from collections.abc import Mapping, Sequence

from regesta.api.questions import read_date
from regesta.api.review_items import fillers_of
from regesta.corrections import Fields
from regesta.errors import QuestionError
from regesta.extract.times import parse_date
from regesta.model.claim import STATUSES, Claim
from regesta.model.lookup import Lookup
from regesta.rules.problems import suggest

Settings = Mapping[str, Sequence[str]]
"""Field to its values: `type`, `status`, `time`, or a role with any number of participants."""


def parse_settings(pairs: Sequence[str]) -> dict[str, list[str]]:
    """`FIELD=VALUE` pairs; a field may come more than once. QuestionError where one is none."""
    settings: dict[str, list[str]] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip():
            raise QuestionError(f'"{pair}": write FIELD=VALUE, such as status=planned or actor="Ann Reed"')
        settings.setdefault(key.strip(), []).append(_unquoted(value.strip()))
    return settings


def _unquoted(value: str) -> str:
    """The value without quotation marks about all of it, which are no words of a source."""
    return value[1:-1] if len(value) > 1 and value[0] + value[-1] in ('""', "''", "“”", "«»") else value


def read_settings(settings: Settings, lookup: Lookup) -> Fields:
    """Settings as fields; QuestionError where a field takes one value and is given several, or a wrong one."""
    single = {}
    for key in ("type", "status", "time"):
        given = settings.get(key)
        if given is not None and len(given) != 1:
            raise QuestionError(f"{key}: it takes one value, and {len(given)} are given")
        single[key] = given[0] if given else None
    if single["status"] not in (None, *STATUSES):
        status = str(single["status"])
        raise QuestionError(f'status "{status}": one of {", ".join(STATUSES)}{suggest(status, STATUSES)}')
    if single["time"] not in (None, "none"):
        single["time"] = _edtf(str(single["time"]), lookup)
    roles = tuple((k, tuple(v for v in vs if v)) for k, vs in settings.items() if k not in single)
    return Fields(roles=roles, **single)  # type: ignore[arg-type]


def fields_of(claim: Claim, lookup: Lookup) -> Fields:
    """All fields of a claim, so that it can be set to them again."""
    time = claim.time.when.edtf if claim.time.when else "none"
    roles = tuple((name, tuple(fillers)) for name, fillers in fillers_of(claim, lookup).items())
    return Fields(type=claim.type, status=claim.status, time=time if _can_be_read(time) else None, roles=roles)


def _edtf(text: str, lookup: Lookup) -> str:
    """A date as a user types it, as EDTF that says the same."""
    when = read_date(text, lookup)
    if not _can_be_read(when.edtf) or (again := parse_date(when.edtf)).start != when.start or again.end != when.end:
        raise QuestionError(f'date "{text}": EDTF cannot say it here; write it as EDTF, such as 1871-03-18/..')
    return when.edtf


def _can_be_read(edtf: str) -> bool:
    """Whether a date can be written into a file and read again."""
    try:
        parse_date(edtf)
    except QuestionError:
        return edtf == "none"
    return True
