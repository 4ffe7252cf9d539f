"""What expressions are found, with which spans, and what they mean in their context."""

import pytest

from extract.times.reading import edtfs, passages, tags, times
from regesta.model.binding import happened_within


def spans(text: str) -> list[tuple[str, str, str]]:
    document, _ = passages(text)
    return [(e.span.quote(document), e.phrase.quote(document), e.relation) for e in times(text)]


def test_the_phrase_takes_in_the_words_that_bind() -> None:
    assert spans("On August 7, 1870, they rose.") == [("August 7, 1870", "On August 7, 1870", "in")]
    assert spans("They had left by the end of 1919.") == [("the end of 1919", "by the end of 1919", "by")]
    assert spans("After 18 March 1871 they fled.") == [("18 March 1871", "After 18 March 1871", "after")]
    assert spans("They ruled from 1914 to 1918.") == [("1914 to 1918", "from 1914 to 1918", "in")]


@pytest.mark.parametrize(
    ("text", "edtf", "earliest", "latest", "lasting"),
    [
        ("They met after 18 March 1871.", "1871-03-18/..", "1871-03-18", None, False),
        ("They met after 1279.", "1279/..", "1279-01-01", None, False),
        ("They met before 30 April 1871.", "../1871-04-30", None, "1871-04-30", False),
        ("They had met by 1926.", "../1926", None, "1926-12-31", False),
        ("They ruled since 1870.", "1870/..", "1870-01-01", None, True),
        ("They ruled until 18 March 1871.", "../1871-03-18", None, "1871-03-18", True),
        ("They met in early 1871.", "[1871-01..1871-04]", "1871-01-01", "1871-04-30", False),
        ("They had met by the end of May 1871.", "../1871-05-31", None, "1871-05-31", False),
        ("They ruled from 1914 to 1918.", "1914/1918", "1914-01-01", "1918-12-31", True),
    ],
)
def test_what_the_relation_makes_of_a_time(
    text: str, edtf: str, earliest: str | None, latest: str | None, lasting: bool
) -> None:
    (expression,) = times(text)
    when = happened_within(expression)
    assert when is not None
    assert (when.edtf, when.start.iso()[0], when.end.iso()[1], when.lasting) == (edtf, earliest, latest, lasting)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It rained in 2015.", "2015-01-01", "2015-12-31"),
        ("It rained in 987.", "0987-01-01", "0987-12-31"),
        ("Hannibal won on August 2, 216 BC.", "-0215-08-02", "-0215-08-02"),
        ("It rained in the 18th century.", "1700-01-01", "1799-12-31"),
        ("It rained in the early 19th century.", "1800-01-01", "1833-12-31"),
        ("It rained in the 880s.", "0880-01-01", "0889-12-31"),
        ("It rained in the winter of 1914.", "1914-12-01", "1915-02-28"),
        ("It rained in late February 1204.", "1204-02-21", "1204-02-29"),
        ("They planned it between late May and early June 1871.", "1871-05-21", "1871-06-10"),
        ("They fought in 1038–40.", "1038-01-01", "1040-12-31"),
        ("They fought from 28 to 30 May 1871.", "1871-05-28", "1871-05-30"),
        ("They fought on May 28–30, 1871.", "1871-05-28", "1871-05-30"),
    ],
)
def test_bounds(text: str, earliest: str, latest: str) -> None:
    (expression,) = times(text)
    assert expression.when is not None
    assert (expression.when.start.iso()[0], expression.when.end.iso()[1]) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "The March of Ancona was lost.",
        "They may go, and May you prosper.",
        "He sent 180 ships and 1200 men.",
        "See page 1848.",
        "It lies at 32° 34' north.",
        "Apollo 11 landed.",
        "He waited in Room 1871.",
        "He had 1,200 men and 12,500 horses.",
        "They fled.[12] They came back.[1848]",
        "The fall of the city was sudden.",
        "A second attempt failed.",
        "",
    ],
)
def test_what_tells_no_time_gives_nothing(text: str) -> None:
    assert times(text) == []


def test_markers_are_never_read_and_do_not_part_a_date() -> None:
    assert edtfs("On August 7,[3] 1870,[12][13] they rose.[1870]") == {"August 7,[3] 1870": "1870-08-07"}


def test_a_day_without_any_year_stays_open() -> None:
    (expression,) = times("On 3 May they rose.")
    assert expression.when is not None
    assert expression.when.edtf == "XXXX-05-03"
    assert (expression.when.earliest, expression.when.latest) == (None, None)
    assert expression.basis == "stated"


def test_the_year_is_carried_and_said_from_where() -> None:
    text = "They rose on 7 August 1870. On 9 August they fled."
    document, _ = passages(text)
    carried = times(text)[1]
    assert carried.when is not None
    assert (carried.when.edtf, carried.basis) == ("1870-08-09", "stated")
    assert carried.anchor is not None
    assert carried.anchor.quote(document) == "7 August 1870"


def test_a_relative_time_says_what_it_was_worked_out_from() -> None:
    text = "They took the prefecture on August 7, 1870, and, the following day, the city hall."
    document, _ = passages(text)
    relative = times(text)[1]
    assert relative.when is not None
    assert (relative.when.edtf, relative.basis) == ("1870-08-08", "relative")
    assert relative.anchor is not None
    assert relative.anchor.quote(document) == "August 7, 1870"


def test_a_distance_from_an_event_stays_a_distance() -> None:
    text = "Two days after the battle of Alba they fled."
    document, _ = passages(text)
    (expression,) = times(text)
    assert expression.when is None
    assert expression.offset is not None
    assert (expression.offset.min_days, expression.offset.max_days) == (2, 2)
    assert expression.offset.anchor is not None
    assert expression.offset.anchor.quote(document) == "the battle of Alba"


def test_the_nth_day_of_something_counts_from_its_beginning() -> None:
    (expression,) = times("On the fifth day of the siege they yielded.")
    assert expression.offset is not None
    assert (expression.offset.min_days, expression.offset.max_days) == (4, 4)


def test_after_an_event_without_a_distance_is_no_time() -> None:
    assert times("After the war they went home.") == []


def test_the_next_year_begins_with_the_story_not_with_the_calendar() -> None:
    found = edtfs("They rose in November 1870. In February they fell. In May the town was quiet.")
    assert found == {"November 1870": "1870-11", "February": "1871-02", "May": "1871-05"}


def test_a_year_in_passing_does_not_lead_the_story_astray() -> None:
    found = edtfs("The town rose in May 1832. Its charter of 1203 was burnt. In June the troops came.")
    assert found["June"] == "1832-06"


def test_a_later_date_shows_that_a_year_in_passing_took_the_story_on() -> None:
    found = edtfs(
        "He came in February 1790 and was sworn on 12 April. Next he ruled until his election in September 1792. "
        "Otto, named in November, resigned on 7 February 1793."
    )
    assert found["November"] == "1792-11"


def test_a_later_year_of_the_same_sentence_dates_the_days_behind_it() -> None:
    assert edtfs("They fled in 1967 and came back only in 1993, when Otto was crowned on 31 July.")["31 July"] == (
        "1993-07-31"
    )


def test_a_heading_gives_its_year() -> None:
    assert edtfs("The rising, 1832\nIn June the troops came.")["June"] == "1832-06"


def test_a_section_that_tells_a_day_before_the_years_of_its_heading_goes_on_from_there() -> None:
    found = edtfs("The reign of Otto (1911-1913)\nOn 5 October 1910 he wrote. They were to rise on 20 November.")
    assert found["20 November"] == "1910-11-20"


def test_the_year_of_a_heading_holds_until_its_passage_tells_a_later_day() -> None:
    told = "The vote of 1910 and the accords\nOn {} he left. In April he was back."
    assert edtfs(told.format("15 March 1911"))["April"] == "1911-04"
    assert edtfs(told.format("15 March 1909"))["April"] == "1910-04"
    assert edtfs("The vote of 1910\nOn 15 March 1911 he left.\n\nIn April they met.")["April"] == "1910-04"


def test_distances_with_a_bound_leave_the_days_between_or_beyond_open() -> None:
    found = edtfs("They rose on 7 August 1870. Less than a week later they fled. More than two months before, he died.")
    assert found["Less than a week later"] == "[1870-08-07..1870-08-13]"
    found = edtfs("They rose on 7 August 1870. Less than a week earlier they had met.")
    assert found["Less than a week earlier"] == "[1870-08-01..1870-08-07]"
    found = edtfs("They rose on 7 August 1870. More than a week earlier they had met.")
    assert found["More than a week earlier"] == "../1870-07-31"


def test_the_year_that_opens_a_sentence_dates_the_days_in_it() -> None:
    found = edtfs("The troops entered in February 1643. In 1660 the vicar came back on 10 April.")
    assert found["10 April"] == "1660-04-10"


def test_the_year_before_a_passage_of_annals_dates_its_months() -> None:
    found = edtfs(
        "1641. A new bell was hung.\n\n"
        "1643. The troops entered in February. In September the town fell.\n\n"
        "1660. On 10 April the vicar came back."
    )
    assert found["September"] == "1643-09"
    assert found["10 April"] == "1660-04-10"


def test_a_distance_from_a_date_of_its_own_takes_the_story_there() -> None:
    found = edtfs("The Tuesday before Michaelmas 1411 they left. On Thursday they were seen.")
    assert found["Thursday"] == "1411-09-24"


def test_the_previous_weekday_of_the_same_name_is_a_week_before() -> None:
    assert edtfs("They rose on 1 August 1870. The previous Monday they met.")["The previous Monday"] == "1870-07-25"


def test_a_year_that_follows_in_the_passage_dates_what_stands_before() -> None:
    assert edtfs("In November the ice closed the port. By March 1614 it was free.")["November"] == "1613-11"


def test_a_weekday_that_does_not_fit_is_a_finding() -> None:
    (fits,) = times("On Sunday, 7 August 1870, they rose.")
    (misfits,) = times("On Monday, 7 August 1870, they rose.")
    assert fits.notes == ()
    assert misfits.notes == ("weekday-mismatch",)


def test_a_day_that_does_not_exist_is_no_date() -> None:
    found = times("It was dated 29 February 1871.")
    assert [(e.when, e.notes) for e in found] == [(None, ("no-such-day",))]


def test_years_before_christ_are_carried_as_such() -> None:
    found = edtfs("Xerxes crossed in the spring of 480 BC. In 479 his army was beaten. By September it was gone.")
    assert list(found.values()) == ["-0479-21", "-0478", "-0478-09"]


def test_numbers_are_years_only_among_years() -> None:
    assert edtfs("In 480 BC he had from 200 to 300 ships.") == {"480 BC": "-0479"}


def test_tags_give_the_ends_of_a_range_one_by_one() -> None:
    text = "They ruled from 1914 to 1918, now long ago."
    document, _ = passages(text)
    assert [(e.span.quote(document), e.value) for e in tags(text)] == [
        ("1914", "1914"),
        ("1918", "1918"),
        ("now", "PRESENT_REF"),
    ]


def test_a_range_over_the_turn_of_a_year() -> None:
    (expression,) = times("They held it from December to February 1871.")
    assert expression.when is not None
    assert expression.when.edtf == "1870-12/1871-02"


def test_durations_and_sets_have_no_day() -> None:
    found = times("He ruled for ten years and rode out every day.")
    assert [(e.kind, e.value, e.when) for e in found] == [("DURATION", "P10Y", None), ("SET", "XXXX-XX-XX", None)]


def test_a_share_of_a_date_is_a_date() -> None:
    (expression,) = times("In the first ten months of 1915 they held the town.")
    assert expression.when is not None
    assert (expression.kind, expression.when.edtf) == ("DATE", "[1915-01..1915-10]")


def test_the_night_between_two_days_is_one_moment() -> None:
    (expression,) = times("They fled in the night of 3 to 4 April 1871.")
    assert expression.when is not None
    assert (expression.when.edtf, expression.when.lasting) == ("[1871-04-03..1871-04-04]", False)


def test_a_range_that_runs_backwards_has_no_time() -> None:
    (expression,) = times("It lasted from 1918 to 1914.")
    assert expression.when is None


def test_a_bound_is_no_look_back() -> None:
    found = edtfs("The town fell in June 1871. It had been held since 1832. In July the walls were razed.")
    assert found == {"June 1871": "1871-06", "1832": "1832", "July": "1871-07"}


def test_old_style_is_converted_and_kept_as_its_calendar() -> None:
    (expression,) = times("It fell on 25 October 1917 (O.S.).")
    assert expression.when is not None
    assert (expression.when.edtf, expression.when.calendar) == ("1917-11-07", "julian")


def test_the_year_is_carried_over_passages_that_follow_each_other() -> None:
    found = edtfs("They rose on 3 May 1832.\nThe town was quiet.\nOn 9 June the troops came.")
    assert found["9 June"] == "1832-06-09"


def test_the_year_is_not_carried_over_passages_in_no_order() -> None:
    years = (1832, 1829, 1840, 1811, 1835, 1808, 1833)
    text = "\n".join(f"They rose on 3 May {year}." for year in years) + "\nOn 9 June the troops came."
    assert edtfs(text)["9 June"] == "XXXX-06-09"


def test_a_date_far_ahead_in_passing_does_not_take_the_story_there() -> None:
    found = edtfs(
        "The siege began in March 1644. On 3 April the trenches were dug, which were to be filled again "
        "in October 1645. In June the walls fell."
    )
    assert found["June"] == "1644-06"


def test_a_chronicle_goes_on_from_the_day_or_month_told_last() -> None:
    found = edtfs(
        "In May 1860 they broke the siege. The next year was quiet. The last siege began in May 1862. The king died on "
        "1 June 1864. The city fell on 19 July. Two years earlier nobody had believed in it."
    )
    assert found["19 July"] == "1864-07-19"
    assert found["Two years earlier"] == "1862"


def test_a_day_soon_after_one_told_far_ahead_takes_the_story_there() -> None:
    told = "Pell became mayor on 2 May 1923 but resigned on 30 November 1925. On 7 {} the council met."
    assert edtfs(told.format("December"))["7 December"] == "1925-12-07"
    assert edtfs(told.format("July"))["7 July"] == "1923-07-07"


def test_a_day_that_opens_a_sentence_is_of_a_later_year_told_last() -> None:
    told = "The duke was crowned on 13 June 1290 and raised a force in {}. {} July he came down the river."
    assert edtfs(told.format("1296", "On 20"))["20 July"] == "1296-07-20"
    assert edtfs(told.format("1296", "With a hundred men, on 20"))["20 July"] == "1290-07-20"
    assert edtfs(told.format("1280", "On 20"))["20 July"] == "1290-07-20"


def test_a_day_without_its_month_is_of_the_month_told_last() -> None:
    found = edtfs(
        "The parties met on 21 March 1919. The council resigned on 1 August. Its head was turned out on the 6th.\n"
        "The army had entered the town on the 4th."
    )
    assert found["the 6th"] == "1919-08-06"
    assert found["the 4th"] == "1919-08-04"


def test_the_second_month_of_a_sentence_takes_the_story_on_within_a_year() -> None:
    found = edtfs(
        "The rebels took the town in September 1851, but the troops drove them out in April 1852. One of their kings "
        "was wounded in June."
    )
    assert found["June"] == "1852-06"


def test_a_passage_counts_from_what_it_told_itself() -> None:
    found = edtfs(
        "The front broke in September 1918.\nOn the morning of 10 August 1792 the crowd came. The king was seized "
        "three days later. In September there were massacres.\nShe married in 1845 and was widowed in 1849. "
        "Twenty years later she went home."
    )
    assert found["three days later"] == "1792-08-13"
    assert found["September"] == "1792-09"
    assert found["Twenty years later"] == "1869"


def test_what_did_not_happen_until_a_day_happened_then() -> None:
    found = edtfs("They struck on 13 January 1902. It was not until 9 February that they met. On the 21st they rose.")
    assert found["the 21st"] == "1902-02-21"


@pytest.mark.parametrize(
    "dateline", ["Paris, 12 March 1868 – ", "LONDON (12 March 1868): ", "**Metz, March 12, 1868** (Havas) - "]
)
def test_a_report_counts_from_its_dateline(dateline: str) -> None:
    found = edtfs(f"{dateline}The mayor fell ill last week. Two days ago he resigned. A vote is due on 3 April.")
    assert found["last week"] == "[1868-03-02..1868-03-08]"
    assert found["Two days ago"] == "1868-03-10"
    assert found["3 April"] == "1868-04-03"


def test_a_date_alone_is_no_dateline() -> None:
    assert "Yesterday" not in edtfs("12 March 1868 – The mayor fell ill. Yesterday it rained.")
    assert "Yesterday" not in edtfs("In Paris, 12 March 1868 was a day of rest. Yesterday it rained.")


def test_years_of_three_digits_stand_for_themselves() -> None:
    found = edtfs(
        "He came to court about 856. On 23 September 867 he became emperor.\nThe town was lost on 21 May 878 after a "
        "siege of about 270 days. Two years earlier a force had held it. He died on 29 August 886, and his son chose a "
        "patriarch in December."
    )
    assert found["about 856"] == "0856~"
    assert found["Two years earlier"] == "0876"
    assert found["December"] == "0886-12"
    assert "about 270" not in found


def test_what_lasted_until_a_time_does_not_take_the_story_there() -> None:
    found = edtfs("The siege began in March 1644. The walls stood until May 1645. In June the mines were sprung.")
    assert found["June"] == "1644-06"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It fell in May 1549. The prior, who had ruled since 1531, fled the next year.", "the next year", "1550"),
        ("It fell in May 1850. The line was sold in 1872. Four years later it closed.", "Four years later", "1876"),
        ("It fell in May 1850. The hall stood until 1872. Four years later it closed.", "Four years later", "1876"),
        ("It fell on 3 May 1850. He had lived there until 1812. A day later he fled.", "A day later", "1850-05-04"),
        ("It fell in May 1850. Ann had a house built in 1812. Four years later she died.", "Four years later", "1854"),
    ],
)
def test_what_years_are_counted_from(text: str, words: str, edtf: str) -> None:
    assert edtfs(text)[words] == edtf


def test_a_month_takes_its_year_from_a_date_further_on_in_its_sentence() -> None:
    found = edtfs("It ended in May 1643. They had planned in the summer to march, and in August 1642 they did.")
    assert found["the summer"] == "1642-22"


def test_a_range_that_runs_backwards_says_so() -> None:
    (backwards,) = times("He ruled from 1910 to 1876.")
    assert backwards.notes == ("runs-backwards",)
    (forwards,) = times("He ruled from 1876 to 1910.")
    assert forwards.notes == ()
    assert all("runs-backwards" not in t.notes for t in times("It began in 2005. February to April were quiet."))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He was born in February 1643. In September it fell.", ["1643-02", "1643-09"]),
        ("It fell in February 1643. In December the king had died.", ["1643-02", "1642-12"]),
        ("They came in 1849. On 3 May and 7 June 1850 they met.", ["1849", "1850-05-03", "1850-06-07"]),
        ("They came in 1849. On 10 April in 1660 they sailed.", ["1849", "1660-04-10", "1660"]),
    ],
)
def test_a_sentence_that_opens_with_a_date_goes_on_and_a_date_beside_it_gives_its_year(
    text: str, told: list[str]
) -> None:
    assert list(edtfs(text).values()) == told


def test_a_weekday_counts_from_the_weekday_that_was_told() -> None:
    found = edtfs("It began on Sunday, 2 September 1666. On Monday it grew. On Thursday it ended.")
    assert (found["Monday"], found["Thursday"]) == ("1666-09-03", "1666-09-06")


def test_the_head_of_a_text_has_its_year_from_a_later_passage() -> None:
    found = edtfs("On 29 September they yielded.\n\nOn 26 October he fell.\n\nOn 29 September 1418 it was signed.")
    assert (found["29 September"], found["26 October"]) == ("1418-09-29", "1418-10-26")
    assert edtfs("On 29 September they yielded.\n\nIn 1418 he fell.")["29 September"] == "XXXX-09-29"


def test_this_period_is_the_year_or_longer_that_the_passage_told_last() -> None:
    assert edtfs("In 1350 they came. During this period he fled.")["this period"] == "1350"
    assert "this period" not in edtfs("In 1350 they came.\n\nDuring this period he fled.")
    assert "this period" not in edtfs("In late May 1350 they came. During this period he fled.")
    assert "that time" not in edtfs("On 3 May 1350 they came. At that time he fled.")
    assert "the same time" not in edtfs("In May 1350 they came. He fled at the same time as Otto.")


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (
            "On 12 May 1350 they came. Over the next two weeks they dug.",
            "the next two weeks",
            "[1350-05-12..1350-05-26]",
        ),
        ("They came in May 1350 and dug over the next two years.", "the next two years", "[1350-05-01..1352-05-31]"),
        ("On 12 May 1350 they came and spent the next few months there.", "the next few months", "1350-05-12/.."),
        ("On 12 May 1350 they came.\n\nOver the next two weeks they dug.", "the next two weeks", None),
    ],
)
def test_a_length_that_comes_next_counts_on_from_what_was_told(text: str, words: str, edtf: str | None) -> None:
    assert edtfs(text).get(words) == edtf


def test_starting_binds_a_time_from_which_on_it_was() -> None:
    (time,) = times("Starting in 1360, they fought back.")
    assert (time.relation, time.phrase.end - time.phrase.start) == ("since", len("Starting in 1360"))
    (time,) = times("It was dug from 1360 forward.")
    assert time.relation == "since"


def test_what_is_said_in_passing_of_somebody_does_not_keep_the_story_from_what_the_sentence_tells() -> None:
    told = "Reed came in May 1693. Reed, who had won Lund in the autumn of 1694, left in March 1702. He died on 5 May."
    assert edtfs(told)["5 May"] == "1702-05-05"


def test_a_day_right_behind_what_lasted_until_a_month_comes_after_it() -> None:
    told = "He left on 28 October 1662, and Reed ruled until the end of May 1664. Bell came on 4 June and fled in July."
    found = edtfs(told)
    assert (found["4 June"], found["July"]) == ("1664-06-04", "1664-07")
