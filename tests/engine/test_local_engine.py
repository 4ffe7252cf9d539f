import pytest

from builders import Story
from regesta.engine import read_all
from regesta.errors import KnowledgeError, LanguageError, ModelError
from regesta.ingest import Skipped, open_document
from regesta.model.chronology import Findings
from regesta.model.text import Document

DOCUMENTS = [open_document(name, b"The town fell in 1204.") for name in ("a.txt", "b.txt", "c.txt")]


def finds(document: Document) -> Findings:
    return Findings((document,))


def test_every_document_is_read_in_order() -> None:
    seen: list[str] = []
    results = list(read_all(DOCUMENTS, finds, lambda document: seen.append(document.name)))
    assert [document.name for document, _ in results] == seen == ["a.txt", "b.txt", "c.txt"]
    assert [result for _, result in results] == [Findings((document,)) for document in DOCUMENTS]


def test_a_document_that_fails_costs_only_itself_and_is_named_with_the_error() -> None:
    def fails_on_b(document: Document) -> Findings:
        if document.name == "b.txt":
            raise ValueError("a span is\nnever empty")
        return finds(document)

    first, second, third = (result for _, result in read_all(DOCUMENTS, fails_on_b))
    assert isinstance(first, Findings)
    assert isinstance(third, Findings)
    assert isinstance(second, Skipped)
    assert second.name == "b.txt"
    assert second.sha256 == DOCUMENTS[1].sha256
    assert "ValueError in fails_on_b" in second.reason
    assert "a span is never empty" in second.reason


def test_an_error_of_ours_keeps_its_words_and_does_not_say_the_name_twice() -> None:
    def fails(document: Document) -> Findings:
        raise LanguageError(f"{document.name}: no knowledge of Klingon; add a folder for it")

    ((_, result),) = read_all(DOCUMENTS[:1], fails)
    assert str(result) == "a.txt: no knowledge of Klingon; add a folder for it"


def test_a_deep_recursion_is_a_failing_document_too() -> None:
    def deep(document: Document) -> Findings:
        return deep(document)

    ((_, result),) = read_all(DOCUMENTS[:1], deep)
    assert isinstance(result, Skipped)
    assert "RecursionError" in result.reason


@pytest.mark.parametrize("error", [MemoryError, KeyboardInterrupt, ModelError, KnowledgeError])
def test_what_is_no_documents_fault_is_raised(error: type[BaseException]) -> None:
    def fails(document: Document) -> Findings:
        raise error

    with pytest.raises(error):
        list(read_all(DOCUMENTS, fails))


def test_documents_are_taken_one_at_a_time() -> None:
    taken: list[str] = []

    def source():  # type: ignore[no-untyped-def]
        for document in DOCUMENTS:
            taken.append(document.name)
            yield document

    results = read_all(source(), finds)
    next(results)
    assert taken == ["a.txt"]


def test_what_is_found_is_passed_on_untouched() -> None:
    story = Story("Gent entered Marseille.")
    found = story.findings()
    ((document, result),) = read_all([story.document], lambda _: found)
    assert document is story.document
    assert result is found
