"""What `check` says of passages that contradict themselves, or pass something over; and of their like that do not."""

import pytest

import regesta
from regesta.api import Chronicle
from regesta.api.remarks import CONFLICT_CODES, GAP_CODES

CODES = {code: kind for kind, code in (CONFLICT_CODES | GAP_CODES).items()}


def read(text: str, tmp_path_factory: pytest.TempPathFactory, *others: str) -> Chronicle:
    folder = tmp_path_factory.mktemp("text")
    for n, told in enumerate((text, *others)):
        (folder / f"{n}.txt").write_text(told + "\n", encoding="utf-8")
    return regesta.read(*sorted(folder.iterdir()))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            (
                "Ann Ward became mayor of Harden in May 1931. She resigned in June 1934. In March 1938 Tom Pell became "
                "mayor of Harden."
            ),
            "holder-unknown",
            "resigned",
        ),
        ("The Drainage Board was dissolved in 1940.", "unbegun", "dissolved"),
        ("After the naval battle the regent sent an embassy to Genoa.", "not-told", "the naval battle"),
        (
            (
                "According to the monk Lazaros, Sinope fell on 12 May 1299; the chronicler Michael writes that Sinope "
                "fell on 20 August 1299."
            ),
            "accounts-differ",
            "fell",
        ),
        (
            "Count Hugo was killed by the Danes in 1020. The annals say that Count Hugo was killed by his brother.",
            "accounts-differ",
            "killed",
        ),
        (
            (
                "Bishop Otto consecrated the church of Velm in 1151. The annals say that Bishop Otto consecrated the "
                "church of Velm in 1157."
            ),
            "two-versions",
            "consecrated",
        ),
        ("Ortega was president of Sarabia from 1862 until 1871. He stepped down in 1865.", "lost-while-had", "stepped"),
        (
            "Ortega became president of Sarabia in 1862 and ruled until 1871. He stepped down in 1865.",
            "lost-while-had",
            "ruled",
        ),
        (
            (
                "In March 1938 Tom Pell became mayor of Harden. Pell remained mayor for six years. In 1941 he was "
                "succeeded by Ada Brand."
            ),
            "length",
            "for six years",
        ),
    ],
)
def test_what_is_found(text: str, kind: str, words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = [r for r in read(text, tmp_path_factory).remarks if CODES[r.code] == kind]
    assert len(found) == 1
    assert any(words in w.quote for w in (found[0].words, *found[0].related))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Ann Ward became mayor of Harden in May 1931. She resigned in June 1934. In July 1934 Tom Pell became "
                "mayor of Harden."
            ),
            "holder-unknown",
        ),
        ("The Drainage Board was founded in 1930. The Drainage Board was dissolved in 1940.", "unbegun"),
        (
            (
                "Manuel fought the Genoese in a naval battle off Sinope in 1297. After the battle the regent sent an "
                "embassy to Genoa."
            ),
            "not-told",
        ),
        (
            "According to the monk Lazaros, Sinope fell on 12 May 1299; it burned in 1301.",
            "accounts-differ",
        ),
        ("Count Hugo was killed by the Danes in 1020. The annals say that Count Hugo died in 1020.", "accounts-differ"),
        ("Ortega was president of Sarabia from 1862 until 1871. He stepped down in 1871.", "lost-while-had"),
        (
            (
                "In March 1938 Tom Pell became mayor of Harden. Pell remained mayor for six years. In 1944 he was "
                "succeeded by Ada Brand."
            ),
            "length",
        ),
        ("The plague came to Velm in 1563, 1593 and 1603.", "two-versions"),
        ("Orlov chose the island, bought from the Danes in 1742, to prevent the Swedes from landing there.", "order"),
    ],
)
def test_what_is_not(text: str, kind: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert kind not in [CODES[r.code] for r in read(text, tmp_path_factory).remarks]


def test_a_day_before_the_one_in_dispute_is_not_disputed(tmp_path_factory: pytest.TempPathFactory) -> None:
    told = read(
        "Ortega became president of Sarabia in 1862 and ruled until 1871. He stepped down in 1865 and was succeeded by "
        "Luis Prado.",
        tmp_path_factory,
    )
    before, within = (told.at(day, office="president of Sarabia").answers for day in ("1864-01-01", "1868-01-01"))
    assert [(a.holder, a.certainty) for a in before] == [("Ortega", "certain")]
    assert {a.certainty for a in within} == {"disputed"}


def test_two_tellings_of_a_war_are_joined_where_they_agree_and_nowhere_else(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    told = read(
        "On 3 April 1412 Duke Albert of Karn captured Limoges after a short siege. On 19 May 1412 Count Stefan of Ilm "
        "defeated Duke Albert near Autun. On 2 July 1412 Stefan besieged Limoges. Albert died at Karn in 1415.",
        tmp_path_factory,
        "Duke Albert of Karn captured Limoges on 3 April 1412. Count Stefan of Ilm defeated Duke Albert on 19 May 1412 "
        "at Autun. On 9 July 1412 Count Stefan besieged Limoges. Duke Albert died in 1417.",
    )
    joined = [(e.type, e.reason) for e in told.chronology.events if len(e.claims) > 1]
    reasons = ["same type, actor, target, place and day", "same type, actor, target, place and day"]
    assert joined == list(zip(("seize", "defeat"), reasons, strict=True))
    remarks = {CODES[r.code]: r.words.quote for r in told.remarks if r.contradicts or CODES[r.code] == "two-versions"}
    assert remarks == {"told-twice": "died", "two-versions": "besieged"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On 11 May 1864 Charles Landry took Changzhou.", "On 11 May 1864 Landry's allies took Changzhou."),
        ("On 17 August 1978 Idrissa Kanté died in Nice.", "On 17 August 1978 the former president Kanté died."),
        ("The rebels murdered Wei Tao in November 1856.", "In November 1856 Wei was put to death."),
        ("Shi Long left Ribe on 2 June 1857.", "On 2 June 1857 Shi Long departed from Ribe."),
        ("The junta banned the Union Party on 2 April 1975.", "The Union Party was outlawed on 2 April 1975."),
        ("Ada Brand was elected to the council on 7 March 1919.", "In March 1919 Brand was elected to the council."),
        (
            "At dawn on 6 March 1975 paratroops under Major Sall seized the radio station in Port-Louis.",
            "The radio station was seized on 6 March 1975 by soldiers of Major Sall.",
        ),
    ],
)
def test_two_sources_tell_of_one_happening_in_their_own_words(
    one: str, other: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = read(one, tmp_path_factory, other)
    assert [len(e.claims) for e in told.chronology.events if len(e.claims) > 1] == [2]
    (entry,) = (e for e in told.events() if len(e.claims) == 2)
    assert len(entry.to) <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On 11 May 1864 Charles Landry took Changzhou.", "On 11 May 1864 Prosper Giquel took Changzhou."),
        ("On 6 March 1975 Major Sall arrested Ali Diop.", "On 6 March 1975 Major Sall arrested Omar Ba."),
        ("Ada Brand visited Ribe on 3 May 1920.", "Ada Brand visited Esbjerg on 3 May 1920."),
        ("The duke besieged Limoges on 2 July 1412.", "The duke besieged Limoges in 1412."),
        ("On 3 May 1920 Ada Brand wrote to the mayor.", "On 3 May 1920 Ada Brand wrote a book."),
    ],
)
def test_two_sources_that_may_tell_of_two_happenings_stay_apart(
    one: str, other: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    events = read(one, tmp_path_factory, other).chronology.events
    assert {len(e.claims) for e in events} == {1}
    assert len(events) > 1


def test_what_two_sources_give_to_two_doers_is_asked(tmp_path_factory: pytest.TempPathFactory) -> None:
    told = read(
        "On 11 May 1864 Charles Landry took Changzhou.",
        tmp_path_factory,
        "On 11 May 1864 Prosper Giquel took Changzhou.",
    )
    (question,) = [r for r in told.remarks if CODES[r.code] == "two-versions"]
    assert question.message.endswith("It is told of Charles Landry, and of Prosper Giquel")


def test_accounts_that_clash_in_place_or_in_how_firmly_they_are_told_stay_apart(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    told = read(
        "On 19 May 1412 Count Stefan of Ilm defeated Duke Albert of Karn at Autun. On 3 June 1412 Count Stefan of Ilm "
        "besieged Limoges.",
        tmp_path_factory,
        "On 19 May 1412 Count Stefan of Ilm defeated Duke Albert of Karn at Arras. On 3 June 1412 Count Stefan of Ilm "
        "planned to besiege Limoges.",
    )
    assert not [e for e in told.chronology.events if len(e.claims) > 1]
