"""Endings told without a day, or only by what came after; and what does not end a holding."""

from pathlib import Path

import pytest

import regesta


def _answers(tmp_path: Path, text: str, date: str, **asked: str) -> dict[str, str]:
    source = tmp_path / "annals.txt"
    source.write_text(f"{text}\n", encoding="utf-8")
    told = regesta.read(source, language="en").at(date, **asked)
    return {a.holder: a.certainty for a in told.answers}


FORT = "The Danes took Fort Orre on 3 May 1781. On 9 June 1784 the bailiff was hanged there. {}"


@pytest.mark.parametrize(
    ("end", "before", "after"),
    [
        ("The fort was abandoned for lack of bread.", "certain", "possible"),
        ("The fort was slighted.", "certain", "possible"),
        ("In 1785 it was abandoned.", "certain", None),
        ("The fort is famous.", "certain", "certain"),
    ],
)
def test_a_place_that_is_left_or_pulled_down_is_held_no_more(
    tmp_path: Path, end: str, before: str, after: str | None
) -> None:
    text = FORT.format(end)
    assert _answers(tmp_path, text, "1783-01-01", place="Fort Orre").get("Danes") == before
    assert _answers(tmp_path, text, "1790-01-01", place="Fort Orre").get("Danes") == after


MAYOR = "Osbert Crane became mayor of Autun on 3 May 1903. {}"


@pytest.mark.parametrize(
    ("end", "day", "told"),
    [
        ("In 1910 his successor built a bridge.", "1905-01-01", "possible"),
        ("In 1910 his successor built a bridge.", "1911-01-01", None),
        ("The post fell vacant in 1910.", "1905-01-01", "certain"),
        ("The post fell vacant in 1910.", "1911-01-01", None),
        ("The office was abolished in 1910.", "1911-01-01", None),
        ("He was arrested in 1910.", "1911-01-01", "possible"),
        ("He fled to Autun in 1910.", "1911-01-01", "possible"),
        ("He praised his successor in 1910.", "1911-01-01", "certain"),
        ("His tenure ended on 9 June 1910.", "1911-01-01", None),
        ("An inquiry cut his reign short on 9 June 1910.", "1911-01-01", None),
        ("His tenure was famous in 1910.", "1911-01-01", "certain"),
        ("He emigrated in 1910.", "1911-01-01", "possible"),
        ("His term ran out on 9 June 1910.", "1911-01-01", None),
        ("His term was long.", "1911-01-01", "certain"),
        ("On 9 June 1910 he was voted out.", "1911-01-01", None),
        ("On 9 June 1910 he cleared his desk.", "1911-01-01", None),
    ],
)
def test_who_has_a_successor_or_no_office_left_is_out_of_it(
    tmp_path: Path, end: str, day: str, told: str | None
) -> None:
    assert _answers(tmp_path, MAYOR.format(end), day, office="mayor of Autun").get("Osbert Crane") == told


def test_who_is_told_to_have_had_it_later_had_not_lost_it(tmp_path: Path) -> None:
    text = MAYOR.format("He was banished on 9 June 1910. He was mayor until 4 July 1915.")
    assert _answers(tmp_path, text, "1912-01-01", office="mayor of Autun") == {"Osbert Crane": "certain"}


@pytest.mark.parametrize(
    ("more", "day", "told"),
    [
        ("", "1913-05-02", "certain"),
        ("", "1913-05-05", "possible"),
        ("", "1933-05-01", "possible"),
        ("", "1933-05-06", None),
        ("He was still mayor on 8 June 1931.", "1928-01-01", "certain"),
        ("He was still mayor on 8 June 1931.", "1950-01-01", "possible"),
        ("He died in 1950.", "1949-01-01", "certain"),
        ("He died in 1990.", "1970-01-01", "possible"),
        ("In 1931 the mayor, Alfred Noon, opened a bridge.", "1930-01-01", "possible"),
    ],
)
def test_an_office_that_is_told_once_is_not_had_for_good(tmp_path: Path, more: str, day: str, told: str | None) -> None:
    assert _answers(tmp_path, MAYOR.format(more), day, office="mayor of Autun").get("Osbert Crane") == told


@pytest.mark.parametrize(
    ("day", "told"), [("1874-01-01", "possible"), ("1930-01-01", "possible"), ("1934-01-01", None)]
)
def test_without_a_day_it_was_had_about_when_the_rest_happened(tmp_path: Path, day: str, told: str | None) -> None:
    text = "A bridge was opened at Autun on 3 May 1903. Osbert Crane was mayor of Autun. He spoke for an hour."
    assert _answers(tmp_path, text, day, office="mayor of Autun").get("Osbert Crane") == told


@pytest.mark.parametrize(
    ("day", "told"), [("1949-01-01", "possible"), ("1921-01-01", "possible"), ("1920-01-01", None)]
)
def test_nor_was_it_had_long_before_it_is_told_to_be_lost(tmp_path: Path, day: str, told: str | None) -> None:
    text = "Osbert Crane, the mayor of Autun, was dismissed on 3 May 1950."
    assert _answers(tmp_path, text, day, office="mayor of Autun").get("Osbert Crane") == told


ELSE = "A bridge was opened on 9 June 1904. A school burned on 2 May 1905. The market hall was sold on 8 July 1906."


@pytest.mark.parametrize(
    ("more", "day", "told"),
    [
        (ELSE, "1906-07-08", "certain"),
        (ELSE, "1906-07-10", "possible"),
        (ELSE.partition(". ")[2], "1908-01-01", "certain"),
        (f"{ELSE} Osbert Crane died on 1 May 1909.", "1908-01-01", "certain"),
        (f"{ELSE} Alfred Noon became mayor of Autun on 1 May 1909.", "1908-01-01", "certain"),
    ],
)
def test_a_text_that_goes_on_may_have_passed_over_another(tmp_path: Path, more: str, day: str, told: str) -> None:
    assert _answers(tmp_path, MAYOR.format(more), day, office="mayor of Autun").get("Osbert Crane") == told


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("The Danes captured Autun on 3 May 1603.", "1623-05-02", "certain"),
        ("The Danes captured Autun on 3 May 1603.", "1623-05-05", "possible"),
        ("The Danes captured Autun on 3 May 1603 and lost it in 1650.", "1640-05-05", "certain"),
        ("Autun had been in Danish hands since 3 May 1603.", "1640-05-05", "certain"),
    ],
)
def test_nor_is_a_place(tmp_path: Path, text: str, day: str, told: str) -> None:
    assert list(_answers(tmp_path, text, day, place="Autun").values()) == [told]


def test_an_occupation_that_ends_is_none_that_begins(tmp_path: Path) -> None:
    text = "The Danish occupation of Autun ended on 4 June 1862."
    assert _answers(tmp_path, text, "1862-06-01", place="Autun") == {"Danish": "possible"}
    assert _answers(tmp_path, text, "1862-07-01", place="Autun") == {}


def test_an_office_of_a_body_is_gone_with_it(tmp_path: Path) -> None:
    text = "Alfred Noon became chairman of the Corn Board in 1870. The Corn Board was dissolved on 3 April 1904."
    assert _answers(tmp_path, text, "1878-01-01", office="chairman of the Corn Board") == {"Alfred Noon": "certain"}
    assert _answers(tmp_path, text, "1905-01-01", office="chairman of the Corn Board") == {}


def test_who_resigns_unnamed_may_be_whoever_came_to_the_office_last(tmp_path: Path) -> None:
    text = "Osbert Crane became mayor of Autun on 3 May 1903. Each had a plan, and on 9 June 1910 he resigned."
    assert _answers(tmp_path, text, "1909-01-01", office="mayor of Autun") == {"Osbert Crane": "certain"}
    assert _answers(tmp_path, text, "1911-01-01", office="mayor of Autun").get("Osbert Crane") != "certain"


def test_a_loss_that_is_only_likely_gives_no_day_to_what_may_have_brought_it(tmp_path: Path) -> None:
    source = tmp_path / "annals.txt"
    source.write_text(
        "Osbert Crane captured Autun in 1910. The king jailed Osbert Crane. In 1923 Osbert Crane was killed.\n",
        encoding="utf-8",
    )
    told = regesta.read(source, language="en").chronology
    jailed = next(e.id for e in told.events if e.type == "arrest")
    assert [d.start.latest for d in told.dates if d.event == jailed] == [None]
