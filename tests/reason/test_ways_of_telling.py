"""One change of hands in the plain ways of telling it: active, passive, by a noun, behind a preposition."""

import pytest

from story_reading import changes, years

GIVEN = (
    "In 1844 the king conferred the bishopric of Lund on Anna Holt.",
    "In 1844 the king bestowed the bishopric of Lund upon Anna Holt.",
    "In 1844 the king entrusted the bishopric of Lund to Anna Holt.",
    "In 1844 the bishopric of Lund was given to Anna Holt.",
    "In 1844 Anna Holt left the army to become bishop of Lund.",
    "In 1844 Anna Holt returned from Spain to become bishop of Lund.",
    "Anna Holt was chosen as bishop of Lund in 1844.",
)
LEFT = (
    "Otto Vane was removed from the mayoralty of Rouen in 1844.",
    "Otto Vane was forced out of the mayoralty of Rouen in 1844.",
    "In 1844 the king removed Otto Vane from the mayoralty of Rouen.",
    "Otto Vane was suspended as mayor of Rouen in 1844.",
    "Otto Vane quit as mayor of Rouen in 1844.",
    "Otto Vane withdrew as mayor of Rouen in 1844.",
    "Otto Vane's term as mayor of Rouen ended in 1844.",
)
IN_OFFICE = (
    "Otto Vane spent six years as mayor of Rouen.",
    "Otto Vane was mayor of Rouen in 1844.",
)
NOT_IN_OFFICE = (
    "Otto Vane was not mayor of Rouen in 1844.",
    "Otto Vane was never mayor of Rouen.",
    "Otto Vane hoped to be mayor of Rouen.",
    "Otto Vane did not want to be mayor of Rouen in 1844.",
    "Otto Vane refused to be mayor of Rouen.",
    "Otto Vane was no mayor of Rouen in 1844.",
    "The league proposed a council with Otto Vane as mayor of Rouen.",
    "If Otto Vane had been mayor of Rouen, the bridge would stand.",
    "Neither Otto Vane nor Anna Holt was mayor of Rouen in 1844.",
    "No bishop was mayor of Rouen in 1844.",
)
TAKEN = (
    "Ulm came under the Danes in 1644.",
    "Ulm was given back to the Danes in 1644.",
    "The taking of Ulm by the Danes in 1644 alarmed the court.",
    "Reading was captured by the Danes in 1644.",
)
LOST = (
    "Ulm was surrendered by the Danes in 1644.",
    "The Danes were ousted from Ulm in 1644.",
    "Otto Vane turned the Danes out of Ulm in 1644.",
    "The Danes were withdrawn from Ulm in 1644.",
    "The evacuation of Ulm by the Danes in 1644 alarmed the court.",
    "Spain recovered Ulm from the Danes in 1644.",
    "Spain annexed Ulm from the Danes in 1644.",
    "The Danes parted with Ulm in 1644.",
    "The Danes made over Ulm to Spain in 1644.",
    "Danish rule over Ulm ended in 1644.",
    "The Danes' rule over Ulm came to an end in 1644.",
)
HELD = (
    "Ulm remained under the Danes until 1644.",
    "Danish rule over Ulm lasted until 1644.",
)


@pytest.mark.parametrize("text", GIVEN)
def test_an_office_is_given(text: str) -> None:
    assert ("starts", "bishop", "Anna Holt") in changes(text)
    assert not any(holder == "the king" for _, _, holder in changes(text))


@pytest.mark.parametrize("text", LEFT)
def test_an_office_is_left(text: str) -> None:
    assert ("ends", "mayor", "Otto Vane") in changes(text)


@pytest.mark.parametrize("text", IN_OFFICE)
def test_an_office_is_had(text: str) -> None:
    assert ("observes", "mayor", "Otto Vane") in changes(text)


@pytest.mark.parametrize("text", NOT_IN_OFFICE)
def test_an_office_is_not_had(text: str) -> None:
    assert [c for c in changes(text) if c[0] != "ends"] == []


def test_whoever_may_have_been_in_an_office_may_have() -> None:
    answers = changes("Otto Vane may have been mayor of Rouen in 1844.", strength="weak")
    assert ("observes", "mayor", "Otto Vane") in answers


@pytest.mark.parametrize("text", TAKEN)
def test_a_place_is_taken(text: str) -> None:
    assert ("starts", "reading" if "Reading" in text else "ulm", "Danes") in changes(text)


@pytest.mark.parametrize("text", LOST)
def test_a_place_is_lost(text: str) -> None:
    assert any(change == "ends" and key == "ulm" and who[:3] == "Dan" for change, key, who in changes(text))


@pytest.mark.parametrize("text", HELD)
def test_a_place_is_held(text: str) -> None:
    assert any(change == "observes" and key == "ulm" and who[:3] == "Dan" for change, key, who in changes(text))


def test_who_reigns_under_another_name_has_no_office_of_that_name() -> None:
    found = changes("Otto Vane was enthroned at Ulm on 3 May 1320 as Ghiyas-ud-din Holk.")
    assert found == {("starts", "throne", "Otto Vane")}


def test_a_town_is_in_no_office() -> None:
    assert changes("Ulm was the seat of the court from 1642.") == set()


@pytest.mark.parametrize(
    "text", ["Otto Vane resigned from the cabinet in 1951.", "Otto Vane was minister of war in the cabinet in 1951."]
)
def test_who_was_in_a_cabinet_was_not_at_its_head(text: str) -> None:
    assert not any(key == "head" for _, key, _ in changes(text))


ROWS = (
    ("Otto Vane became dean of Ely in 1840, bishop of Lund in 1844 and archbishop of York in 1850.", 3),
    ("Otto Vane became dean of Ely in 1840 and governor of Lund in 1844.", 2),
    ("Otto Vane became dean of Ely in 1840 and, in 1844, bishop of Lund.", 2),
    ("Otto Vane was appointed dean of Ely in 1840, and in 1844 bishop of Lund.", 2),
    ("Otto Vane was mayor of Ely from 1840 to 1844 and governor of Lund from 1850 to 1855.", 2),
    ("The Danes took Ely in 1840, Lund in 1844 and York in 1850.", 3),
    ("Ely fell to the Danes in 1840, Lund in 1844 and York in 1850.", 3),
    ("Ely fell to the Danes in 1840 and Lund to the Swedes in 1844.", 2),
    ("The Danes took Ely in 1840 and in 1844 Lund rose.", 1),
    ("Otto Vane became dean of Ely in 1840, and in 1844 Anna Holt left Lund.", 1),
)


@pytest.mark.parametrize(("text", "number"), ROWS)
def test_each_of_a_row_has_its_own_year(text: str, number: int) -> None:
    found = years(text)
    assert len(found) == number
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    "text",
    [
        "In 1844 the Danish king Harald signed the treaty.",
        "In 1844 French president Charles Holt signed the treaty.",
        "In 1844 Rouen mayor Otto Vane signed the treaty.",
    ],
)
def test_an_office_in_small_letters_before_a_name(text: str) -> None:
    assert [(change, who.split()[-1]) for change, _, who in changes(text, strength="weak")] == [
        ("observes", text.removesuffix(" signed the treaty.").split()[-1])
    ]


def test_no_office_in_small_letters_before_a_name_that_was_had_before() -> None:
    assert changes("In 1844 former president Charles Holt signed the treaty.", strength="weak") == set()


def test_what_passes_to_somebody_is_no_office_before_the_name() -> None:
    assert changes("On 9 May 1601 the throne of Albia passed to Charles Holt.", strength="weak") == set()


def test_whom_somebody_crowns_has_the_throne() -> None:
    assert changes("In 602 Cyriacus crowned Phocas.") == {("starts", "throne", "Phocas")}
    assert ("starts", "emperor", "Charlemagne") in changes("In 800 the pope crowned Charlemagne emperor.")


def test_whoever_reigned_over_a_country_had_its_throne() -> None:
    assert changes("Harald's reign over Albia lasted from 1840 to 1850.") == {("observes", "throne", "Harald")}
    assert changes("In 1840 Harald was restored to the throne of Albia.") == {("starts", "throne", "Harald")}


def test_a_besieged_town_that_falls_falls_to_the_besiegers() -> None:
    assert ("starts", "ulm", "Danes") in changes("In 1644 the Danes laid siege to Ulm, which fell on 3 May.")
    told = "In 1644 the Danes besieged Ulm. A fair was held. The mill burnt. A bridge fell. Ulm fell in 1650."
    assert ("starts", "ulm", "Danes") not in changes(told)


def test_whoever_marches_into_a_town_may_have_it() -> None:
    assert ("starts", "ulm", "Danish troops") in changes("On 3 May 1644 Danish troops marched into Ulm.", "weak")


def test_whoever_marches_into_a_town_and_stays_has_it() -> None:
    told = "In 1644 Danish troops marched into Ulm and stayed there until 1650."
    assert ("starts", "ulm", "Danish troops") in changes(told)
    assert not changes("Danish merchants came to Ulm and stayed there until 1650.")
    assert not changes("Danish troops stayed in Ulm until 1650.")


DROVE_OUT = (
    "In 1644 the Danes drove the Swedes out of Ulm.",
    "In 1644 the Danes dislodged the Swedes from Ulm.",
    "In 1644 the Swedes were swept out of Ulm by the Danes.",
    "In 1644 the Danes starved Ulm into surrender.",
    "Ulm, which the Danes held in 1644, was poor.",
    "The Danes had Ulm until 1644.",
    "Until 1644 Ulm was under the Danes.",
)
NOT_DRIVEN_OUT = (
    "In 1644 the Danes tried to drive the Swedes out of Ulm.",
    "In 1644 the Danes did not drive the Swedes out of Ulm.",
    "In 1644 the Danes wished to starve Ulm into surrender.",
    "In 1644 the Danes expelled the friars from Ulm.",
    "The Danes had friends in Ulm until 1644.",
    "The Danes had Ulm bombarded in 1644.",
)


@pytest.mark.parametrize("text", DROVE_OUT)
def test_whoever_drives_others_out_starves_or_has_a_town_has_it(text: str) -> None:
    assert any(key == "ulm" and who == "Danes" for change, key, who in changes(text) if change != "ends")


@pytest.mark.parametrize("text", NOT_DRIVEN_OUT)
def test_whoever_only_means_to_has_it_not_for_certain(text: str) -> None:
    assert not any(who == "Danes" for change, _, who in changes(text) if change != "ends")


def test_a_town_that_drives_people_out_is_theirs_no_more() -> None:
    assert ("ends", "ulm", "Danes") in changes("In 1644 Ulm rose against the Danes and expelled them.")
    assert ("ends", "ulm", "Danes") in changes("In 1644 the citizens of Ulm drove out the Danes.")
