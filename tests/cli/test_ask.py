"""regesta ask: the same answers as the other commands give, in words; what is not understood is said."""

import json
from pathlib import Path
from typing import Any

import pytest

import regesta
from regesta.errors import QuestionError
from two_cities import MANIFEST, two_cities


@pytest.fixture(scope="module")
def chronicle() -> regesta.Chronicle:
    return regesta.Chronicle(two_cities(), MANIFEST)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who held Venice on 1 May 1849?", "certain: Republic of San Marco"),
        ("On 1 May 1849, who ruled Venice?", "certain: Republic of San Marco"),
        ("who held Turin on 1849-05-01", "unknown: no source read here tells who held Turin"),
        ("When did Manin seize the Arsenal?", "22 March 1848"),
        ("When was Colonel Marinovich killed?", "22 March 1848"),
        ("when did the killing of Marinovich take place", "22 March 1848"),
        ("When did the emperor offer an amnesty?", "between 21 May and 10 June 1849 (possible)"),
        ("Where did the rising happen?", "Milan (denied)"),
        ("Where did the emperor offer an amnesty?", "the sources do not say where (possible)"),
        ("When did cholera spread?", "the sources do not say when"),
        ("When did Marinovich die?", "22 March 1848"),
        ("When did the arsenal workers die?", 'unknown: nothing in the chronicle tells of "the arsenal workers die"'),
        ("When did Garibaldi die?", 'unknown: nothing in the chronicle tells of "Garibaldi die"'),
        ("In what order did the surrender of Venice and the barricades happen?", "the barricades came before the sur"),
        ("Did the garrison withdraw before Casati took power?", "the garrison withdraw came before Casati took power"),
        ("Did the barricades come before the rising?", "the barricades came before the rising (denied)"),
        ("Did the emperor offer an amnesty before Cholera spread?", "unknown: the sources do not say which came first"),
        ("When did the Arsenal end?", 'unknown: nothing in the chronicle tells when "the Arsenal" ended'),
        ("Who seized the Arsenal?", "Daniele Manin"),
        ("By whom was the Arsenal seized on 22 March 1848?", "Daniele Manin"),
        ("Who was killed?", "Colonel Marinovich"),
        ("Who was killed in 1848?", "Colonel Marinovich"),
        ("Who was killed in 1850?", "unknown: no source read here names anybody as killed"),
        ("Who died on 22 March 1848?", "Colonel Marinovich"),
        ("Who killed Radetzky?", 'unknown: nothing in the chronicle tells of "killed Radetzky"'),
        ("What did Radetzky do in August 1848?", "1 event"),
        ("What did Radetzky do in 1851?", 'unknown: the chronicle tells of nothing that "Radetzky" did then'),
        ("What did Marinovich do?", 'unknown: the chronicle tells of nothing that "Marinovich" did'),
        ("What happened in Turin?", "unknown: the chronicle tells of nothing there then"),
        ("What happened in Venice on 22 March 1848?", "3 events"),
        ("What happened in Milan between March 1848 and July 1848?", "3 events"),
    ],
)
def test_answers(chronicle: regesta.Chronicle, question: str, answer: str) -> None:
    assert chronicle.ask(question).answer.startswith(answer)


def test_who_is_named_comes_before_whose_friends_are_told_of(tmp_path: Path) -> None:
    source = tmp_path / "hull.txt"
    source.write_text(
        "About forty followers of Ann Reed were killed in Hull in 1848. Ann Reed was killed at York on 5 May 1851. "
        "Tom Vale was executed in 1853. The fortress of Bridlington surrendered in 1852.",
        "utf-8",
    )
    hull = regesta.read(source)
    assert hull.ask("When was Ann Reed killed?").answer == "5 May 1851"
    assert hull.ask("When was Tom Vale killed?").answer == "1853"
    assert hull.ask("When was Ann Reed executed?").answer.startswith("unknown")
    assert hull.ask("When did Bridlington fall?").answer == "1852"


def test_that_the_sources_do_not_say_is_told_only_where_they_never_do(tmp_path: Path) -> None:
    source = tmp_path / "hull.txt"
    source.write_text("Ann Reed was killed on 5 May 1851. According to the sexton, Ann Reed died at sea.", "utf-8")
    reply = regesta.read(source).ask("When did Ann Reed die?")
    assert reply.answer == "5 May 1851"
    assert len(reply.findings) == 2


def test_a_body_begins_and_ends_with_what_set_it_up_and_dissolved_it(tmp_path: Path) -> None:
    source = tmp_path / "hull.txt"
    source.write_text(
        "The Hull Commune was established on 3 May 1848. Ann Reed joined the Hull Commune on 5 May 1848. "
        "The Hull Commune was dissolved on 9 June 1848.",
        "utf-8",
    )
    hull = regesta.read(source)
    assert hull.ask("When did the Hull Commune begin?").answer == "3 May 1848"
    assert hull.ask("When did the Hull Commune end?").answer == "9 June 1848"
    assert hull.ask("When did Ann Reed end?").answer.startswith("unknown")


HULL = """\
Ann Reed was elected mayor of Hull on 3 May 1848. The guard took Bridlington on 9 June 1849. On 1 July 1850 Tom Vale \
succeeded Ann Reed as mayor of Hull. Fifty rioters were killed in Leeds on 4 July 1850. No election was held in 1851. \
Ann Reed died at York on 5 May 1852. Lord Orme planned to sell Orme House in 1853. Tom Vale resigned in 1855.
"""


@pytest.fixture(scope="module")
def hull(tmp_path_factory: pytest.TempPathFactory) -> regesta.Chronicle:
    source = tmp_path_factory.mktemp("hull") / "hull.txt"
    source.write_text(HULL, "utf-8")
    return regesta.read(source)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who was mayor of Hull?", "certain: Ann Reed; certain: Tom Vale"),
        ("Who were the mayors of Hull?", "certain: Ann Reed; certain: Tom Vale"),
        ("List the mayors of Hull.", "certain: Ann Reed; certain: Tom Vale"),
        ("Who was mayor of Hull after 1851?", "certain: Tom Vale"),
        ("Who was mayor of Hull between May and June 1848?", "possible: Ann Reed"),
        ("Who held Bridlington?", "certain: the guard"),
        ("Who succeeded Ann Reed as mayor of Hull?", "certain: Tom Vale"),
        ("Who was mayor of Hull after Tom Vale?", "unknown: nobody is told to have been mayor of Hull after that"),
        ("Who was mayor of Hull after Lord Orme?", "unknown: nobody who is told to have been mayor of Hull goes by"),
        ("How long was Tom Vale mayor of Hull?", "Tom Vale, mayor of Hull: since 1 July 1850; until"),
        ("When did Ann Reed become mayor of Hull?", "Ann Reed, mayor of Hull: since 3 May 1848; until 1 July 1850"),
        ("When was Ann Reed lord mayor of Lyon?", "unknown: nothing in the chronicle tells of"),
        ("How long did the guard hold Bridlington?", "the guard, Bridlington: since 9 June 1849"),
        ("Who was Ann Reed?", "3 events"),
        ("What is known of the death of Ann Reed?", "1 event"),
        ("What happened to Tom Vale in 1855?", "1 event"),
        ("What happened to Garibaldi?", 'unknown: the chronicle tells of nothing of "Garibaldi"'),
        ("Who took Bridlington?", "The guard"),
        ("What did the guard take?", "Bridlington"),
        ("When and where did Ann Reed die?", "5 May 1852; York"),
        ("How many people were killed in Leeds?", "Fifty rioters"),
        ("How many rioters were killed in 1850?", "Fifty rioters"),
        ("How many were killed in 1860?", "unknown: nothing in the chronicle tells of"),
        ("Did Ann Reed die at York?", "yes"),
        ("Did Ann Reed die in 1860?", "unknown: it is told, but for other days"),
        ("Did Tom Vale resign on 3 March 1855?", "yes, but whether then is not told"),
        ("Was the election held in 1851?", "no"),
        ("Did Lord Orme sell Orme House?", "planned; that it was done is not told"),
        ("What happened after the death of Ann Reed?", "3 events"),
        ("What happened in Hull before the fall of Bridlington?", "1 event"),
        ("What happened between 1 and 8 July 1850?", "2 events"),
        ("Who was killed by the mayor of Hull?", "unknown: nothing in the chronicle tells of"),
    ],
)
def test_questions_as_people_ask_them(hull: regesta.Chronicle, question: str, answer: str) -> None:
    assert hull.ask(question).answer.startswith(answer)


def test_an_answer_comes_with_its_words(chronicle: regesta.Chronicle) -> None:
    record = chronicle.ask("When did Manin seize the Arsenal?").record()
    (answer,) = record["answers"]
    assert (record["asks"], record["what"], answer["said"]) == ("when", "Manin seize the Arsenal", "22 March 1848")
    (evidence,) = answer["evidence"]
    text = chronicle.chronology.findings.documents[0].text
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert evidence["claim"] in {c.id for c in chronicle.chronology.findings.claims}


def test_who_held_is_answered_as_by_at(two: Path, cli: Any) -> None:
    asked = json.loads(cli("ask", "Who held Venice on 1 May 1849?", two, "--format", "json").out)
    told = json.loads(cli("at", "1849-05-01", two, "--place", "Venice", "--format", "json").out)
    assert asked["answers"] == told["answers"]
    assert (
        cli("ask", "Who held Venice on 1 May 1849?", two).out
        == cli(*("at", "1849-05-01", two, "--place"), "Venice").out
    )


def test_words_that_may_mean_several_are_not_chosen_between(chronicle: regesta.Chronicle) -> None:
    reply = chronicle.ask("In what order did the seizure and the surrender happen?")
    assert reply.answer.startswith('unknown: "the seizure" may be any of')
    assert len(reply.findings) > 1


@pytest.mark.parametrize("question", ["Why did Venice fall?", "", "Should Venice have held out?", "?" * 20])
def test_what_is_not_understood_is_said_with_the_forms_that_are(
    chronicle: regesta.Chronicle, question: str, two: Path, cli: Any
) -> None:
    with pytest.raises(QuestionError, match="not understood; ask in one of these forms"):
        chronicle.ask(question)
    ran = cli("ask", question, two)
    assert (ran.code, ran.out) == (2, "")
    assert "who held Marseille on 5 November 1870?" in ran.err


def test_a_question_of_any_length_ends(chronicle: regesta.Chronicle) -> None:
    assert chronicle.ask("who pawned " + "a on " * 50).answer.startswith("unknown: nothing in the chronicle tells of")
    with pytest.raises(QuestionError, match="at most 300"):
        chronicle.ask("when did " + "a b " * 1000)


def test_text_output_quotes_and_cites(two: Path, cli: Any) -> None:
    out = cli("ask", "What happened in Milan in August 1848?", two).out
    assert out.startswith("1 event; 1 more may fall then, told without a closer date\n")
    assert "6 August 1848: Radetzky reoccupied Milan" in out
    assert "    cited there: [6][7]\n" in out


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Qui tenait Venise le 1er mai 1849 ?", "unknown: no source read here tells who held Venise"),
        ("Qui tenait Venice le 1er mai 1849 ?", "certain: Republic of San Marco"),
        ("Le 1er mai 1849, qui gouvernait Venice ?", "certain: Republic of San Marco"),
        ("Qui tenait Venice en 1849 ?", "certain: Republic of San Marco"),
        ("Quand Manin s’est-il emparé de l’Arsenal ?", "22 March 1848"),
        ("Quand Marinovich a-t-il été tué ?", "22 March 1848"),
        ("Qui a été tué en 1848 ?", "Colonel Marinovich"),
        ("Qui fut tué ?", "Colonel Marinovich"),
        ("Est-ce que Marinovich a été tué ?", "yes"),
        ("Que sait-on de Radetzky ?", "1 event"),
        ("Qui s'est emparé de l'Arsenal ?", "Daniele Manin"),
        ("Qu'a fait Radetzky en août 1848 ?", "1 event"),
        ("Quand est mort Garibaldi ?", 'unknown: nothing in the chronicle tells of "est mort Garibaldi"'),
        ("Où eut lieu le soulèvement ?", "Milan (denied)"),
        ("Que s'est-il passé à Venice le 22 mars 1848 ?", "3 events"),
        ("Que s’est-il passé à Milan entre mars 1848 et juillet 1848 ?", "3 events"),
        (
            "Dans quel ordre ont eu lieu la capitulation de Venice et les barricades ?",
            "les barricades came before la cap",
        ),
    ],
)
def test_questions_in_french_to_sources_in_english(chronicle: regesta.Chronicle, question: str, answer: str) -> None:
    assert chronicle.ask(question).answer.startswith(answer)


def test_the_forms_told_are_those_of_the_language_of_the_question(chronicle: regesta.Chronicle) -> None:
    with pytest.raises(QuestionError, match="qui tenait Marseille le 5 novembre 1870") as error:
        chronicle.ask("Pourquoi Venise est-elle tombée ?")
    assert "who held" not in str(error.value)
