"""The grammar of sentences: offsets are those of the untouched text, and the parser sees no markers."""

import pytest
from hypothesis import HealthCheck, given, settings

from document_reading import TEXTS, Pages, language_rules
from regesta.errors import ModelError
from regesta.extract.syntax import load_parser
from regesta.model.syntax import Tree


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_word_stands_where_it_says(text: str) -> None:
    pages = Pages(text)
    syntax = pages.syntax()
    prose = {s.id: s for s in pages.sentences if s.kind == "prose"}
    assert set(syntax) <= set(prose)
    for ident, tree in syntax.items():
        span = prose[ident].span
        end = span.start
        for token in tree.tokens:
            assert end <= token.start < token.end <= span.end
            end = token.end
            inside = [m for m in pages.markers if token.start < m.span.start and m.span.end < token.end]
            quote = text[token.start : token.end]
            for marker in sorted(inside, key=lambda m: m.span.start, reverse=True):
                quote = quote[: marker.span.start - token.start] + quote[marker.span.end - token.start :]
            assert quote.replace("\r", " ").replace("\n", " ") == token.text
            assert not any(m.span.start <= token.start < m.span.end for m in pages.markers)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_trees_are_trees(text: str) -> None:
    for tree in Pages(text).syntax().values():
        roots = [t for t in tree.tokens if t.head == t.i]
        assert [t.i for t in tree.tokens] == list(range(len(tree.tokens)))
        assert len(roots) >= 1
        assert sorted(t.i for root in roots for t in tree.under(root)) == list(range(len(tree.tokens)))


def only_tree(text: str) -> Tree:
    (tree,) = Pages(text).syntax().values()
    return tree


def test_markers_change_nothing_but_offsets() -> None:
    plain = only_tree("The council was chosen in May by the crowd, and the mayor fled.")
    cited = only_tree("The council[3] was chosen in May by the crowd,[4][5] and the mayor fled.[6]")
    assert [t[3:] for t in plain.tokens] == [t[3:] for t in cited.tokens]
    assert cited.tokens[-2].text == "fled"
    assert cited.tokens[-2].start == plain.tokens[-2].start + len("[3][4][5]")


def test_relations_are_in_our_words() -> None:
    tree = only_tree("The fort was seized by Marcel Roux.")
    by_text = {t.text: t.relation for t in tree.tokens}
    assert by_text == {
        "The": "determiner", "fort": "passive-subject", "was": "passive-auxiliary", "seized": "root", "by": "agent",
        "Marcel": "compound", "Roux": "complement", ".": "punctuation",
    }  # fmt: skip


def test_headings_are_not_parsed() -> None:
    assert Pages("The rising\n\nThe crowd came in the night.").syntax().keys() == {
        s.id for s in Pages("The rising\n\nThe crowd came in the night.").sentences if s.kind == "prose"
    }


def test_a_model_that_is_missing_says_how_to_get_it() -> None:
    with pytest.raises(ModelError, match=r"no_such_model is not installed; install it with"):
        load_parser(language_rules("en").syntax, "no_such_model")


def test_prefixes_make_one_word_with_what_follows_their_hyphen() -> None:
    text = "The Danes re-entered Lund; the secretary-general re - read it."
    words = [t.text for t in only_tree(text).tokens]
    assert words[:4] == ["The", "Danes", "re-entered", "Lund"]
    assert not {"re-read", "secretary-general"} & set(words)
    assert all(t.text == text[t.start : t.end] for t in only_tree(text).tokens)
