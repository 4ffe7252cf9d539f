"""Which mentions are of one and the same, what stays open, and that ids and spans hold."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entity_reading import Reading


def test_one_person_under_full_name_surname_and_title() -> None:
    text = "On 3 May Prefect Lambert Roche came to Limoges. Roche spoke. General Oudry sent for Prefect Roche."
    reading = Reading(text)
    roche = reading.named("Prefect Lambert Roche")
    assert (roche.kind, roche.name) == ("person", "Lambert Roche")
    assert reading.named("Roche") == roche == reading.named("Prefect Roche")
    assert reading.named("General Oudry").name == "General Oudry"
    short = next(m for m in reading.mentions if reading.quote(m) == "Roche")
    assert short.refers


def test_a_pronoun_behind_one_that_is_open_is_open_too() -> None:
    reading = Reading(
        "This sword was forged at Solingen. It passed to his nephew, who sold it to a dealer in Munich. "
        "The museum bought it in 1904. It was stolen in 1923."
    )
    swords = [m for m in reading.mentions if reading.quote(m).lower() == "it"]
    assert [m.entity for m in swords] == [None] * 4


def test_a_firm_is_not_whoever_heads_it() -> None:
    reading = Reading("Brandt Shipping CEO Emil Oudry met the mayor. Brandt Shipping was sold, and Oudry resigned.")
    assert reading.named("Brandt Shipping CEO Emil Oudry") == reading.named("Oudry") != reading.named("Brandt Shipping")


@pytest.mark.parametrize("name", ["Liang Wen-tao", "Jalal-ud-din Holk", "Ro Ch'ung-hwan", "Nur-ud-din"])
def test_a_name_goes_on_in_small_letters_behind_a_hyphen(name: str) -> None:
    reading = Reading(f"In May the army of {name} took Canton. {name} was named governor.")
    assert reading.named(name).name == name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Éamon de Valera", "De Valera"),
        ("José de San Martín", "San Martín"),
        ("Muhammad Ali Pasha", "Muhammad Ali"),
        ("Johan Maurits van Nassau", "Johan Maurits"),
        ("Ali Bey al-Kabir", "Ali Bey"),
        ("Abd el-Krim", "Abd el-Krim"),
        ("Enver Pasha", "Enver"),
        ("Reza Khan", "Reza Khan"),
        ("Catherine de' Medici", "Catherine"),
        ("Jan Pieterszoon Coen", "Coen"),
        ("Usman dan Fodio", "Usman dan Fodio"),
        ("Kim Il-sung", "Kim"),
    ],
)
def test_a_short_name_is_whoever_bears_the_long_one(name: str, short: str) -> None:
    reading = Reading(
        f"In May 1850 {name} took Canton with a small force. The town was burned. In June {short} resigned."
    )
    assert reading.named(name).kind == "person"
    assert reading.named(short) == reading.named(name)


@pytest.mark.parametrize(
    "text", ["Reading was captured by the Danes.", "Tours fell to the Danes.", "Reval surrendered."]
)
def test_a_place_at_the_head_of_a_sentence_by_what_befalls_it(text: str) -> None:
    name = text.split(maxsplit=1)[0]
    assert Reading(text).named(name).kind == "place"


@pytest.mark.parametrize("word", ["Reading", "Tours"])
def test_a_plain_word_at_the_head_of_a_sentence_is_no_place(word: str) -> None:
    assert Reading(f"{word} fell in price and was eaten.").names() == []


def test_a_bare_word_that_no_dictionary_has_is_a_name_at_the_head_of_a_sentence_too() -> None:
    assert Reading("Tibrok fell to the rebel army in May.").named("Tibrok").kind == "place"
    assert Reading("Power fell to the rebel army in May.").names() == []


def test_a_title_with_an_article_is_no_name() -> None:
    reading = Reading("In May the Crimean Khan took Azov. The Ottoman Sultan was told.")
    assert [n for n in reading.names() if "Khan" in n or "Sultan" in n] == []


def test_no_name_goes_on_where_the_word_says_of_what_sort_it_is() -> None:
    reading = Reading("The Paris-based firm met the President-elect in May.")
    assert reading.names() == ["Paris: place"]


def test_whoever_is_called_by_an_office_has_a_name() -> None:
    reading = Reading("The premier, John Major, met Robert Prior. Major resigned in May. The major fled.")
    major = reading.named("John Major")
    assert (major.kind, reading.named("Major"), reading.named("Robert Prior").kind) == ("person", major, "person")
    assert next(m for m in reading.mentions if reading.quote(m) == "The major").entity is None


def test_a_title_before_a_name_is_no_surname() -> None:
    reading = Reading("John Bishop met Bishop Odo. In June Bishop Odo left, and the bishop died.")
    assert reading.named("Bishop Odo").name == "Bishop Odo"
    assert next(m for m in reading.mentions if reading.quote(m) == "the bishop").entity in (
        None,
        reading.named("Bishop Odo").id,
    )


def test_initials_are_no_first_name() -> None:
    reading = Reading("NKB lost its ships in May. It set up NKB Total Security, and NKB lost more.")
    assert reading.named("NKB") != reading.named("NKB Total Security")


def test_a_body_known_by_its_short_name_is_not_called_after_one_named_in_passing() -> None:
    reading = Reading("The Union took Ulm. Its charter of Eternal Union was read out. The Union lost Bern.")
    assert reading.named("Union") != reading.named("Eternal Union")


def test_a_surname_that_two_people_bear_is_neither_of_theirs() -> None:
    reading = Reading("Anna Keller met Otto Keller in Berlin. Keller said nothing.")
    assert reading.named("Keller") not in (reading.named("Anna Keller"), reading.named("Otto Keller"))


def test_accents_and_case_make_no_other_person() -> None:
    reading = Reading("René Maréchal fled. In June Marechal came back with Rene Marechal's brother.")
    assert reading.named("René Maréchal") == reading.named("Marechal") == reading.named("Rene Marechal")


def test_a_gazetteer_never_overrules_a_person() -> None:
    reading = Reading("The actor Saint-Flour, a captain in the militia, read it out. Saint-Flour was cheered.")
    assert reading.named("Saint-Flour").kind == "person"
    assert reading.named("Saint-Flour").coordinates is None
    assert reading.named("The actor Saint-Flour" if "The actor Saint-Flour" in reading.names() else "Saint-Flour", 1)


def test_places_are_found_in_the_gazetteer_and_others_kept() -> None:
    reading = Reading("They marched from Marseille to Vessinges-les-Bois, in the district of La Verrière.")
    marseille = reading.named("Marseille").coordinates
    assert marseille is not None
    assert (round(marseille.latitude), round(marseille.longitude)) == (43, 5)
    assert marseille.source
    assert (reading.named("La Verrière").kind, reading.named("La Verrière").name) == ("place", "La Verrière")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Marseille Commune", "Marseille"),
        ("Revolutionary Commune of Narbonne", "Narbonne"),
        ("Versailles government", "Versailles"),
        ("National Guard", None),
        ("Red Army", None),
    ],
)
def test_a_body_is_of_the_place_in_its_name(words: str, place: str | None) -> None:
    body = Reading(f"The {words} met on 3 May 1871.").named(words)
    assert (body.kind, body.part_of) == ("body", place)


def test_the_name_inside_a_declaration_is_a_body_of_its_own() -> None:
    reading = Reading('He read the "Declaration of the Revolutionary Commune of Narbonne" aloud.')
    assert reading.named("Declaration of the Revolutionary Commune of Narbonne").kind == "document"
    assert reading.named("Revolutionary Commune of Narbonne").kind == "body"


def test_full_names_have_one_id_everywhere_and_bare_ones_do_not() -> None:
    text = "Anna Keller and Dmowski met in Berlin."
    here, there = Reading(text, name="a.txt"), Reading(text, name="b.txt")
    assert here.named("Anna Keller").id == there.named("Anna Keller").id
    assert here.named("Berlin").id == there.named("Berlin").id
    assert here.named("Dmowski").id != there.named("Dmowski").id


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("[4] It was succeeded by the Autun Commune, set up on 3 May 1871.", ["It -> ?"]),
        ("Anna Keller spoke.\n\n[2] She was arrested in May.\n\n[3] He fled.", ["She -> ?", "He -> ?"]),
        ("Otto Brandt spoke in Berlin on 3 May 1871 for an hour.\n\nHe was arrested in June.", ["He -> Otto Brandt"]),
        ("Otto Brandt met Karl Weiss in Berlin on 3 May 1871.\n\nHe was arrested in June.", ["He -> ?"]),
        ("Otto Brandt wrote to his brother.", ["his -> Otto Brandt"]),
        ("Otto Brandt met Karl Weiss, and Karl Weiss arrested him.", ["him -> Otto Brandt"]),
        ("It was raining. It is said that the gates were shut.", []),
        ("The Bolsheviks left Pskov because they feared a siege.", ["they -> Bolsheviks"]),
        ("King Harald ruled Norway. In May the king sailed south.", ["the king -> King Harald"]),
    ],
)
def test_references_are_resolved_or_left_open(text: str, refers: list[str]) -> None:
    assert Reading(text).refers() == refers


def test_what_stands_beside_a_name_is_of_the_same_person() -> None:
    reading = Reading("In May a mason named Colin Vasseur spoke.")
    assert reading.named("a mason") == reading.named("Colin Vasseur")


STORY = "On 3 May Prefect Lambert Roche left Limoges. He met the rebels there. The Limoges Commune banned the clubs."


def test_ids_do_not_change_when_a_paragraph_is_added_before() -> None:
    alone = Reading(STORY)
    later = Reading(f"Quite another matter was settled elsewhere.\n\n{STORY}")
    assert {m.id for m in alone.mentions} <= {m.id for m in later.mentions}
    assert {e.id for e in alone.entities} <= {e.id for e in later.entities}


def test_the_same_text_is_read_the_same_twice() -> None:
    one, two = Reading(STORY), Reading(STORY)
    assert (one.mentions, one.entities) == (two.mentions, two.entities)


WORDS = """Prefect Lambert Roche|Émile d'Étange|Étange|it|They|the city|his|Limoges|the|of|Commune|and
was seized by|the British|[3]|[4][5]|King|'s|(|)|“|”|.|e\u0301|🏴|–|-|de la|III|in|named|a worker
X.|,|1871|May|himself|those cities"""
PIECES = st.lists(
    st.sampled_from([*WORDS.replace("\n", "|").split("|"), "\r\n", "\n\n"]),
    min_size=1,
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES, st.sampled_from([" ", ""]))
def test_mentions_and_entities_fit_together_whatever_the_text(pieces: list[str], between: str) -> None:
    reading = Reading(between.join(pieces))
    by_mention = {m: e.id for e in reading.entities for m in e.mentions}
    assert len(by_mention) == sum(len(e.mentions) for e in reading.entities)
    assert len({e.id for e in reading.entities}) == len(reading.entities)
    assert len({m.id for m in reading.mentions}) == len(reading.mentions)
    for mention in reading.mentions:
        assert mention.entity == by_mention.get(mention.id)
        words = reading.quote(mention)
        assert words == words.strip() != ""
    for entity in reading.entities:
        assert entity.name in entity.names
        assert entity.name in reading.document.text or entity.name.split()[0] in reading.document.text


def test_of_two_towns_of_a_name_the_one_that_lies_where_the_text_says() -> None:
    here = Reading("The militia marched to Birmingham, Alabama, in May.").named("Birmingham")
    there = Reading("The militia marched to Birmingham in May.").named("Birmingham")
    assert here.part_of == "Alabama"
    assert here.coordinates is not None
    assert there.coordinates is not None
    assert here.coordinates.longitude < -70 < there.coordinates.longitude


def test_people_in_a_list_are_named_as_a_list() -> None:
    reading = Reading("Emil Brandt and Rosa Lindqvist seized the arsenal. They held it for a week.")
    assert reading.named("They").name == "Emil Brandt, Rosa Lindqvist"
