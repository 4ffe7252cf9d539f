"""A chronicle: a chronology with the record of what it was made from, and the questions one asks it."""

from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from regesta.api.questions import MOMENTS, Answers, Moment, read_date, read_days, show
from regesta.api.remarks import Remark, make_remarks
from regesta.api.views import Entry, Shown, is_named, make_entry, names_of, near_name
from regesta.errors import ChronicleError, ExportError, QuestionError
from regesta.model.chronology import Chronology
from regesta.model.claim import STATUSES, Claim, Event
from regesta.model.constraint import Conflict
from regesta.model.gap import Gap
from regesta.model.lookup import Lookup, order_key
from regesta.model.manifest import Manifest
from regesta.model.state import State
from regesta.model.time import Bounds
from regesta.rules.gazetteer import fold_name
from regesta.rules.problems import suggest

if TYPE_CHECKING:
    from regesta.api.reply import Reply
    from regesta.rules.places import PlaceWords

_DATABASE = b"SQLite format 3\x00"
"""The first bytes of every SQLite file (https://www.sqlite.org/fileformat2.html, section 1.3)."""


_SHORTEST_ID = 9


class Chronicle:
    """What sources say happened, and what follows from it. Read-only; made by `regesta.read` or `regesta.open`."""

    def __init__(self, chronology: Chronology, manifest: Manifest) -> None:
        self.chronology = chronology
        self.manifest = manifest

    def __repr__(self) -> str:
        findings = self.chronology.findings
        return (
            f"<Chronicle of {len(findings.documents)} documents: {len(findings.claims)} claims, "
            f"{len(self.conflicts)} contradictions, {len(self.gaps)} gaps>"
        )

    @cached_property
    def lookup(self) -> Lookup:
        """Everything by id and in order."""
        return Lookup(self.chronology)

    @cached_property
    def _place_words(self) -> "PlaceWords | None":
        """What offices and things held are called in the language of the sources; of several, that of the first."""
        from regesta.rules.load import available_languages, load_rules

        known = available_languages()
        spoken = (d.language for d in self.chronology.findings.documents)
        language = next((code for code in spoken if code in known), None)
        return load_rules(language).event_types.words if language is not None else None

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The smallest sets of statements that cannot all hold."""
        return self.chronology.conflicts

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What the sources leave open."""
        return self.chronology.gaps

    @property
    def corrections(self) -> dict[str, int]:
        """How many corrections by hand were applied, unused and orphaned; empty where there is no file of them."""
        from regesta.api.corrected import recorded_outcomes

        results = [result for result, _ in recorded_outcomes(self.manifest).values()]
        return {r: results.count(r) for r in ("applied", "unused", "orphaned")} if results else {}

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Contradictions and gaps together, in text order, each with a code."""
        return make_remarks(self.lookup)

    def events(
        self,
        *,
        place: str | None = None,
        who: str | None = None,
        after: str | None = None,
        before: str | None = None,
        status: str | Iterable[str] | None = None,
    ) -> tuple[Entry, ...]:
        """The chronology in order of time, the undated last.

        `place` and `who` are names as a text might give them, forgiving of case and accents. `after` and `before`
        keep what may fall on or after, on or before, that date; what has no date at all is then left out.
        """
        low = read_date(after, self.lookup).earliest if after is not None else None
        high = read_date(before, self.lookup).latest if before is not None else None
        if low is not None and high is not None and low > high:
            raise QuestionError(f'from "{after}" to "{before}": the end lies before the beginning; turn them round')
        statuses = _statuses(status)
        kept: list[tuple[tuple[int, ...], Entry]] = []
        for event in self.chronology.events:
            claims = [self.lookup.claims[c] for c in event.claims]
            bounds = self.lookup.event_bounds(event)
            if statuses is not None and event.status not in statuses:
                continue
            if not _may_fall(bounds, low, high):
                continue
            if place is not None and not self._at_place(place, claims):
                continue
            if who is not None and not is_named(who, names_of(claims, self.lookup)):
                continue
            kept.append(((*order_key(bounds), *self._text_key(event)), make_entry(event, self.lookup)))
        return tuple(entry for _, entry in sorted(kept, key=lambda pair: pair[0]))

    def short_id(self, ident: str) -> str:
        """The beginning of an event's id, long enough that no other event's begins so."""
        return ident[: self._id_length]

    @cached_property
    def _id_length(self) -> int:
        idents = [event.id for event in self.chronology.events]
        longest = max(map(len, idents), default=0)
        return next((n for n in range(_SHORTEST_ID, longest) if len({i[:n] for i in idents}) == len(idents)), longest)

    def _at_place(self, place: str, claims: list[Claim]) -> bool:
        return is_named(place, names_of(claims, self.lookup))

    def _text_key(self, event: Event) -> tuple[int, int, int]:
        return self.lookup.place_key(self.lookup.claims[event.claims[0]].trigger)

    def at(
        self,
        date: str,
        *,
        place: str | None = None,
        office: str | None = None,
        moment: Moment = "within",
        include_reported: bool = False,
    ) -> Answers:
        """Who held a place or an office (or anything, where neither is named) on a day: certain, possible, disputed.

        `within` asks for some time of the day; `start`, `end` and `throughout` ask more sharply. A month, a year or a
        longer time with both its ends is answered with every holder in it, on which days perhaps and on which surely.
        """
        if moment not in MOMENTS:
            raise QuestionError(f'moment "{moment}": one of {", ".join(MOMENTS)}{suggest(moment, MOMENTS)}')
        from regesta.reason import holders_on, holders_within

        first, last = read_days(date, self.lookup)
        if first != last and moment != "within":
            raise QuestionError(f'moment "{moment}": it asks about one day, and "{date}" is longer; leave it out')
        asked = (
            partial(holders_on, self.chronology, day=first, moment=moment)
            if first == last
            else partial(holders_within, self.chronology, first=first, last=last)
        )
        answers, why = asked(
            key=place,
            office=office,
            include_reported=include_reported,
            words=self._place_words,
        )
        near = near_name(place, self.lookup) if place and not answers else ""
        return Answers(first, last, place, office, answers, f"{why}{near}", self.lookup)

    def holdings(self, *, key: str | None = None, holder: str | None = None) -> tuple[State, ...]:
        """Who held what from when to when; of one key (a place, an office, a body), or of one holder, as named."""
        return tuple(
            state
            for state in self.chronology.states
            if (key is None or is_named(key, [fold_name(state.key)]))
            and (holder is None or is_named(holder, [fold_name(state.holder)]))
        )

    def ask(self, question: str) -> "Reply":
        """The answer to a question in words, such as `who held Marseille on 5 November 1870?`.

        QuestionError, with the forms that are understood, where it is not understood.
        """
        from regesta.api.asking import ask

        return ask(question, self)

    def show(self, ident: str, *, why: bool = False) -> Shown:
        """A claim, event, holding, contradiction or gap in full, by its id or the beginning of it.

        `why` adds the chain of statements behind each day of it.
        """
        return show(ident, self.lookup, why=why)

    def export(self, format: str, to: str | Path | TextIO) -> None:  # noqa: A002 - the word users know
        """Writes the chronicle in a format of `regesta.export.FORMATS` to a file or an open stream."""
        from regesta.export import FORMATS

        if format not in FORMATS:
            raise ExportError(f'format "{format}": one of {", ".join(FORMATS)}{suggest(format, FORMATS)}')
        if not isinstance(to, str | Path):
            FORMATS[format](self.chronology, to)
            return
        try:
            with Path(to).open("w", encoding="utf-8", newline="") as stream:
                FORMATS[format](self.chronology, stream)
        except OSError as error:
            raise ExportError(f"{to}: it cannot be written: {error.strerror}; name another file") from None

    def save(self, path: str | Path) -> None:
        """Writes the chronicle file whole or not at all. ChronicleError where another kind of file is in the way."""
        from regesta.store import save

        save(Path(path), self.chronology, self.manifest)


def check_target(path: str | Path) -> None:
    """ChronicleError where a chronicle cannot be written, told before the sources are read; `save` checks in full."""
    target = Path(path)
    if target.is_dir():
        raise ChronicleError(f"{target}: it is a folder; name a file in it, such as {target / 'chronicle.regesta'}")
    if target.exists() and target.stat().st_size and not looks_like_chronicle(target):
        raise ChronicleError(f"{target}: it exists and is no chronicle; name another file, or take it away first")
    if not target.absolute().parent.is_dir():
        raise ChronicleError(f"{target}: the folder {target.parent} does not exist; make it first")


def looks_like_chronicle(path: Path) -> bool:
    """Whether a file is a database and not a text: a chronicle, unless opening it tells otherwise."""
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _statuses(given: str | Iterable[str] | None) -> set[str] | None:
    if given is None:
        return None
    asked = [given] if isinstance(given, str) else list(given)
    for status in asked:
        if status not in STATUSES:
            raise QuestionError(f'status "{status}": one of {", ".join(STATUSES)}{suggest(status, STATUSES)}')
    return set(asked) or None


def _may_fall(bounds: Bounds, low: int | None, high: int | None) -> bool:
    """Whether something within the bounds may fall between two days (either may be open)."""
    if low is None and high is None:
        return True
    if bounds.earliest is None and bounds.latest is None:
        return False
    reaches = low is None or bounds.latest is None or bounds.latest >= low
    begins = high is None or bounds.earliest is None or bounds.earliest <= high
    return reaches and begins
