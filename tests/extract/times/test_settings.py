"""What a given day of writing and a given calendar of early dates change, and that neither is assumed."""

import pytest

from extract.times.reading import english, passages
from regesta.extract.times import Early, find_times, parse_date, tag
from regesta.extract.times.early import in_calendar
from regesta.model.calendars import to_iso
from regesta.model.time import TimeExpression


def written(text: str, day: str | None) -> dict[str, str | None]:
    """Words and TIMEX3 values."""
    document, sentences = passages(text)
    date = None if day is None else parse_date(day)
    return {e.span.quote(document): e.value for e in tag(document, sentences, english(), document_date=date)}


def early(text: str, calendar: Early) -> TimeExpression:
    document, sentences = passages(text)
    (found,) = find_times(document, sentences, english(), early=calendar)
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mayor left yesterday.", "yesterday", "2009-05-13"),
        ("The mayor left today.", "today", "2009-05-14"),
        ("The mayor leaves tomorrow morning.", "tomorrow morning", "2009-05-15TMO"),
        ("The mayor left on Tuesday.", "Tuesday", "2009-05-12"),
        ("The mayor left on Thursday night.", "Thursday night", "2009-05-14TNI"),
        ("The mayor left two years ago.", "two years ago", "2007"),
        ("The mayor left last month.", "last month", "2009-04"),
        ("The mayor left last week.", "last week", "2009-W19"),
        ("The mayor leaves next year.", "next year", "2010"),
        ("The mayor leaves later this year.", "later this year", "2009"),
        ("The mayor will leave on Friday.", "Friday", "2009-05-15"),
        ("The hall stays shut until Friday.", "Friday", "2009-05-15"),
        ("The mayor left on Friday.", "Friday", "2009-05-08"),
        ("The mayor left in October.", "October", "2008-10"),
        ("The mayor will leave in October.", "October", "2009-10"),
        ("Thursday's vote was lost.", "Thursday", "2009-05-14"),
        ("The mayor left in March.", "March", "2009-03"),
        ("The town was founded in 1204. The mayor left in March.", "March", "1204-03"),
        ("The town was founded in 1204. The mayor left last year.", "last year", "2008"),
    ],
)
def test_words_count_from_the_day_of_writing_where_it_is_given(text: str, words: str, value: str) -> None:
    assert written(text, "2009-05-14")[words] == value


def test_the_day_of_writing_is_never_assumed() -> None:
    assert written("The mayor left yesterday, or on Tuesday.", None) == {
        "yesterday": "XXXX-XX-XX",
        "Tuesday": "XXXX-WXX-2",
    }
    document, sentences = passages("The mayor left yesterday.")
    assert find_times(document, sentences, english()) == ()


def test_no_words_are_quoted_for_the_day_of_writing() -> None:
    document, sentences = passages("The mayor left yesterday.")
    (found,) = find_times(document, sentences, english(), document_date=parse_date("2009-05-14"))
    assert (found.basis, found.anchor, found.when and found.when.edtf) == ("relative", None, "2009-05-13")


@pytest.mark.parametrize(
    ("text", "as_written", "julian"),
    [
        ("They fought on 14 October 1066.", "1066-10-14", "1066-10-20"),
        ("They fought about 14 October 1066.", "1066-10-14~", "1066-10-20~"),
        ("They fought in October 1066.", "1066-10", "[1066-10-07..1066-11-06]"),
        ("They fought from 3 to 5 May 1203.", "1203-05-03/1203-05-05", "1203-05-10/1203-05-12"),
        ("They fought from May 1203 to 1204.", "1203-05/1204", "1203-05-08/1204"),
        ("They fought in 1066.", "1066", "1066"),
        ("They fought on 14 October 1582.", "1582-10-14", "1582-10-24"),
        ("They fought on 15 October 1582.", "1582-10-15", "1582-10-15"),
        ("They fought on 3 May 1870.", "1870-05-03", "1870-05-03"),
        ("He died on 15 March 44 BC.", "-0043-03-15", "-0043-03-13"),
    ],
)
def test_unmarked_early_dates_are_as_written_or_julian(text: str, as_written: str, julian: str) -> None:
    plain, moved = early(text, "as written").when, early(text, "julian").when
    assert plain is not None
    assert moved is not None
    assert (plain.edtf, plain.calendar) == (as_written, "gregorian")
    assert (moved.edtf, moved.calendar) == (julian, "gregorian" if julian == as_written else "julian")
    assert early(text, "julian").span == early(text, "as written").span


def test_bounds_move_with_the_words() -> None:
    when = early("They fought from 3 to 5 May 1203.", "julian").when
    assert when is not None
    assert [None if day is None else to_iso(day) for day in (when.earliest, when.latest)] == [
        "1203-05-10",
        "1203-05-12",
    ]
    again = in_calendar(when, "julian")
    assert again == when


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("They fought on Saturday, 14 October 1066.", ()),
        ("They fought on Sunday, 14 October 1066.", ("weekday-mismatch",)),
        ("They fought on Sunday, 7 August 1870.", ()),
        ("They fought on Tuesday, 26 December 1825.", ("weekday-mismatch",)),
        ("They fought on Monday, 14 December 1825.", ("weekday-julian",)),
        ("They fought on Wednesday, 14 December 1825.", ()),
        ("They fought on Wednesday, 25 October 1917 (O.S.).", ()),
    ],
)
def test_weekdays_are_checked_in_the_calendar_of_their_time(text: str, notes: tuple[str, ...]) -> None:
    assert early(text, "as written").notes == notes


def test_a_leap_day_that_only_the_julian_calendar_has() -> None:
    when = early("He died on 29 February 1100.", "as written").when
    assert when is not None
    assert (when.edtf, when.calendar) == ("1100-03-07", "julian")
