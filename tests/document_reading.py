"""Reads a text as far as its sentences, citations and grammar, for tests; and texts that hypothesis makes."""

from functools import cache
from importlib.resources import files

from hypothesis import strategies as st

from regesta.extract.citations import attach_citations, find_markers
from regesta.extract.sentences import split_passages, split_sentences
from regesta.extract.syntax import Parser, load_parser, parse
from regesta.model.ids import stable_id
from regesta.model.syntax import Syntax
from regesta.model.text import Document
from regesta.rules.language import LanguageRules, read_language_rules
from regesta.rules.problems import Problems

KNOWLEDGE = files("regesta") / "knowledge"
LANGUAGES = sorted(f.name for f in KNOWLEDGE.iterdir() if (f / "language.toml").is_file())


@cache
def language_rules(language: str) -> LanguageRules:
    problems = Problems()
    rules = read_language_rules(KNOWLEDGE / language, f"knowledge/{language}", problems)
    problems.stop()
    return rules


@cache
def parser_of(language: str) -> Parser:
    return load_parser(language_rules(language).syntax)


class Pages:
    """A text with its passages, markers, sentences and citations."""

    def __init__(self, text: str, language: str = "en", markup: str = "plain") -> None:
        rules = language_rules(language)
        self.language = language
        self.document = Document(stable_id("d", "x"), "x", text, language, "", "utf-8", markup)  # type: ignore[arg-type]
        self.passages = split_passages(self.document)
        self.markers = find_markers(self.document, rules.citations)
        self.sentences = split_sentences(self.document, self.passages, self.markers, rules.sentences)
        self.citations = attach_citations(self.document, self.passages, self.sentences, self.markers)

    def words(self) -> list[str]:
        """The sentences as they stand in the text."""
        return [s.span.quote(self.document) for s in self.sentences]

    def syntax(self) -> Syntax:
        return parse(self.document, self.sentences, self.markers, parser_of(self.language))


_WORDS = """Marcel Roux|Étienne|entered|Limoges|in 1871|on 3 May|Gen.|e.g.|J. B.|"|“|”|(|)|[3]|[4][5]|[note 2]|[sic]
[citation needed]|[the mayor]|.|!|?|…|,|:|e\u0301|🏴|👩‍🏫|\u00a0|\u200b|\u2028|–|¹|1.|x|#|*|-|>|```|52 B.C.|U.S."""
TEXTS = st.builds(
    lambda bom, pieces, between: bom + between.join(pieces),
    st.sampled_from(["", "\ufeff"]),
    st.lists(
        st.one_of(
            st.sampled_from([*_WORDS.replace("\n", "|").split("|"), "\r\n", "\n", "\n\n", "\r\n\r\n", "\r", "\t"]),
            st.text(max_size=4),
        ),
        max_size=30,
    ),
    st.sampled_from([" ", ""]),
)
"""Texts with accents, emoji, combining marks, all kinds of line ends, a BOM and markers in odd places."""
