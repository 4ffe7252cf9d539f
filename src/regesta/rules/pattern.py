"""Compiles patterns with named slots and matches them over tokens: one automaton for all rules, never backtracking.

A pattern is a line such as `{month} {day} ,? {year}`: `{slot}` stands for one token of a class or for a shorthand,
`{name=slot}` gives it another name, `( | )` offers alternatives, `?` makes what stands before it optional.
Every token carries the set of classes that it belongs to as the bits of one integer, its signature. The rules of a
layer become one nondeterministic automaton, made deterministic as it meets signatures: a step is one look-up, however
many rules there are (McNaughton and Yamada 1960; Thompson 1968).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from regesta.rules.tokens import TOKEN, Lexicon, Value, words_of

Node = int

_PATTERN = re.compile(r"\{(?:(?P<name>[a-z_]+)=)?(?P<slot>[\w-]+)\}|(?P<mark>[()|?])|(?P<space>\s+)")


class PatternError(ValueError):
    """A pattern that cannot be read: what is wrong with it."""


@dataclass(slots=True)
class Net:
    """A nondeterministic automaton: edges by node, each an atom's bit, its class, its slot and where it leads."""

    edges: list[list[tuple[int, str, str | None, Node]]] = field(default_factory=list)
    jumps: list[list[Node]] = field(default_factory=list)

    def node(self) -> Node:
        """A new node."""
        self.edges.append([])
        self.jumps.append([])
        return len(self.edges) - 1

    def reach(self, nodes: Iterable[Node]) -> frozenset[Node]:
        """The nodes and those that they lead to without a token."""
        found, todo = set(), list(nodes)
        while todo:
            node = todo.pop()
            if node not in found:
                found.add(node)
                todo += self.jumps[node]
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the slots of patterns may name: classes with the words in them, and shorthands for pieces of pattern."""

    lexicon: Lexicon
    classes: Mapping[str, Mapping[str, Value]]
    """Class name -> its words and what each means; empty for classes of numbers and readings."""
    shorthands: Mapping[str, str]


class Compiler:
    """Adds patterns to a net by recursive descent."""

    def __init__(self, net: Net, vocabulary: Vocabulary) -> None:
        self._net = net
        self._vocabulary = vocabulary

    def add(self, pattern: str, start: Node, depth: int = 0, rename: str | None = None) -> Node:
        """The node that the pattern leads to from `start`; PatternError where it cannot be read."""
        if depth > 8:
            raise PatternError("a shorthand that contains itself")
        parts = list(_parts(pattern))
        end, rest = self._choice(parts, 0, start, depth, rename)
        if rest != len(parts):
            raise PatternError("a closing parenthesis without an opening one")
        return end

    def _choice(
        self, parts: Sequence["_Part"], at: int, start: Node, depth: int, rename: str | None
    ) -> tuple[Node, int]:
        end = self._net.node()
        while True:
            node = start
            while at < len(parts) and parts[at].text not in ("|", ")"):
                before = node
                node, at = self._piece(parts, at, node, depth, rename)
                if at < len(parts) and parts[at].text == "?":
                    self._net.jumps[before].append(node)
                    at += 1
            self._net.jumps[node].append(end)
            if at == len(parts) or parts[at].text == ")":
                return end, at
            at += 1

    def _piece(self, parts: Sequence["_Part"], at: int, node: Node, depth: int, rename: str | None) -> tuple[Node, int]:
        part = parts[at]
        if part.text == "?":
            raise PatternError("a ? with nothing before it")
        # an optional piece must not loop into what stands before it, so each piece begins at a node of its own
        begin = self._net.node()
        self._net.jumps[node].append(begin)
        if part.text == "(":
            end, at = self._choice(parts, at + 1, begin, depth, rename)
            if at == len(parts):
                raise PatternError("a parenthesis is not closed")
            return end, at + 1
        if part.slot is None:
            return self._word(begin, part.text, None), at + 1
        return self._slot(part, begin, depth, rename), at + 1

    def _slot(self, part: "_Part", node: Node, depth: int, rename: str | None) -> Node:
        slot = part.slot or ""
        name = rename or part.name or slot
        if slot in self._vocabulary.shorthands:
            return self.add(self._vocabulary.shorthands[slot], node, depth + 1, rename or part.name)
        if slot not in self._vocabulary.classes:
            known = [*self._vocabulary.classes, *self._vocabulary.shorthands]
            raise PatternError(f'no word list "{slot}"|{"|".join(known)}')
        end = self._net.node()
        self._net.jumps[self._edge(node, slot, name)].append(end)
        branches: dict[tuple[str, ...], Node] = {(): node}
        for words in self._vocabulary.classes[slot]:
            *begin, last = words_of(words)
            if not begin:
                continue
            for i in range(1, len(begin) + 1):
                head = tuple(begin[:i])
                if head not in branches:
                    branches[head] = self._word(branches[head[:-1]], begin[i - 1], None)
            inner = self._word(branches[tuple(begin)], last, f"{name}\x1f{slot}\x1f{words}")
            self._net.jumps[inner].append(end)
        return end

    def _word(self, node: Node, word: str, slot: str | None) -> Node:
        """The node that a word leads to; `slot` where it ends words that mean something together."""
        self._vocabulary.lexicon.add(word, f"={word.lower()}")
        return self._edge(node, f"={word.lower()}", slot)

    def _edge(self, node: Node, atom: str, slot: str | None) -> Node:
        end = self._net.node()
        self._net.edges[node].append((self._vocabulary.lexicon.atom(atom), atom, slot, end))
        return end


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    slot: str | None = None
    name: str | None = None


def _parts(pattern: str) -> Iterator[_Part]:
    at = 0
    while at < len(pattern):
        found = _PATTERN.match(pattern, at)
        if found is None:
            word = TOKEN.match(pattern, at)
            if word is None or word[0] in "{}":
                raise PatternError(f'cannot read "{pattern[at:]}"')
            yield _Part(word[0])
            at = word.end()
            continue
        at = found.end()
        if found["slot"]:
            yield _Part("", found["slot"], found["name"])
        elif found["mark"]:
            yield _Part(found["mark"])


_Path = tuple[tuple[str, int, str, str | None], ...]
_GROWTH = Lock()
_PATHS = 20_000
"""Ways through patterns that are remembered; dates are much alike."""


class Automaton:
    """All patterns of one layer. `match` gives the ends at which patterns are complete."""

    def __init__(self, patterns: Sequence[str], vocabulary: Vocabulary) -> None:
        self._net = Net()
        compiler = Compiler(self._net, vocabulary)
        self._starts = [self._net.node() for _ in patterns]
        self._ends = [compiler.add(pattern, start) for pattern, start in zip(patterns, self._starts, strict=True)]
        self._lexicon = vocabulary.lexicon
        self._accepts = {end: i for i, end in enumerate(self._ends)}
        first = self._net.reach(self._starts)
        self._sets = [frozenset[Node](), first]
        self._numbers = {frozenset[Node](): 0, first: 1}
        self._steps: list[dict[int, int]] = [{}, {}]
        self._rules: list[tuple[int, ...]] = [(), ()]
        self._paths: dict[tuple[int, tuple[int, ...]], _Path] = {}
        self.first = 0
        for node in first:
            for bit, _, _, _ in self._net.edges[node]:
                self.first |= bit

    def _step(self, state: int, signature: int) -> int:
        """The state that a signature leads to, made when first met; one thread at a time makes new ones."""
        with _GROWTH:
            reached = self._net.reach(
                to for node in self._sets[state] for bit, _, _, to in self._net.edges[node] if bit & signature
            )
            number = self._numbers.get(reached)
            if number is None:
                number = len(self._sets)
                self._sets.append(reached)
                self._steps.append({})
                self._rules.append(tuple(sorted(self._accepts[node] for node in reached if node in self._accepts)))
                self._numbers[reached] = number
            self._steps[state][signature] = number
        return number

    def starts(self, signatures: Sequence[int]) -> list[int]:
        """Where a pattern may begin: two tokens that lead nowhere together are passed over."""
        first, steps, rules, last = self.first, self._steps, self._rules, len(signatures) - 1
        begin, found = steps[1], []
        for at, signature in enumerate(signatures):
            if signature & first:
                to = begin.get(signature)
                if to is None or at == last or rules[to] or steps[to].get(signatures[at + 1], 1):
                    found.append(at)
        return found

    def match(self, signatures: Sequence[int], start: int) -> list[tuple[int, tuple[int, ...]]]:
        """(end, patterns complete there), shortest first; tokens are counted, `end` is exclusive."""
        found = []
        state, at, size = 1, start, len(signatures)
        steps, rules = self._steps, self._rules
        while at < size:
            signature = signatures[at]
            to = steps[state].get(signature)
            state = self._step(state, signature) if to is None else to
            if not state:
                break
            at += 1
            if rules[state]:
                found.append((at, rules[state]))
        return found

    def bind(
        self, pattern: int, words: Sequence[str], signatures: Sequence[int], start: int
    ) -> dict[str, list[tuple[int, Value]]]:
        """What the slots of one pattern stand for in a match of these tokens: the place of each and its value."""
        bound: dict[str, list[tuple[int, Value]]] = {}
        for name, at, atom, word in self._path(pattern, tuple(signatures)):
            value = self._lexicon.value(atom, words[at] if word is None else word)
            bound.setdefault(name, []).append((start + at, value))
        return bound

    def _path(self, pattern: int, signatures: tuple[int, ...]) -> _Path:
        """The slots on the way through a pattern: name, place, class, and the words where they are several tokens."""
        known = self._paths.get((pattern, signatures))
        if known is not None:
            return known
        steps: list[tuple[str | None, str, int]] = []
        self._walk(self._starts[pattern], self._ends[pattern], 0, len(signatures), signatures, steps, set())
        path: list[tuple[str, int, str, str | None]] = []
        for slot, atom, at in steps:
            if slot:
                name, *listed = slot.split("\x1f")
                path.append((name, at, listed[0], listed[1]) if listed else (name, at, atom, None))
        if len(self._paths) > _PATHS:
            self._paths.clear()
        self._paths[pattern, signatures] = tuple(path)
        return tuple(path)

    def _walk(
        self,
        node: Node,
        goal: Node,
        at: int,
        end: int,
        signatures: Sequence[int],
        path: list[tuple[str | None, str, int]],
        failed: set[tuple[Node, int]],
    ) -> bool:
        """Whether `goal` is reached from `node` with the tokens from `at` to `end`; `path` is how."""
        if node == goal and at == end:
            return True
        if (node, at) in failed:
            return False
        if at < end:
            for bit, atom, slot, to in self._net.edges[node]:
                if bit & signatures[at]:
                    path.append((slot, atom, at))
                    if self._walk(to, goal, at + 1, end, signatures, path, failed):
                        return True
                    path.pop()
        for to in self._net.jumps[node]:
            if self._walk(to, goal, at, end, signatures, path, failed):
                return True
        failed.add((node, at))
        return False
