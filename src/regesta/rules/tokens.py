"""Tokens of a text and the classes that they belong to, as the bits of one integer: no language in it."""

import re
from collections.abc import Sequence

Value = int | str

TOKEN = re.compile(
    r"\[\d{1,3}[a-z]?(?:\s?[,;–-]\s?\d{1,3})*\]|(?<=\S)\[\d{4}\]"  # a citation marker: never read
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+"  # a quantity
    r"|\d+|[^\W\d_]+(?:\d\w*)?|[^\w\s]|_"
)


def words_of(text: str) -> list[str]:
    """The tokens of a few words, as they are found in texts."""
    return TOKEN.findall(text)


_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_LETTERS = {"I": 1, "V": 5, "X": 10}


def roman(word: str) -> int:
    """The number of a Roman numeral up to XXXIX, 0 where it is none."""
    if not word or not _ROMAN.fullmatch(word):
        return 0
    numbers = [_LETTERS[letter] for letter in word]
    return sum(-n if n < after else n for n, after in zip(numbers, [*numbers[1:], 0], strict=True))


class Lexicon(dict[str, int]):
    """The signature of every word; numbers and unknown words are classed when first met."""

    _LIMIT = 200_000

    def __init__(self) -> None:
        super().__init__()
        self.atoms: dict[str, int] = {}
        self.meanings: dict[tuple[str, str], Value] = {}
        self.endings: dict[str, int] = {}
        self.names = 0
        """Atoms of words that stand only in names: such words are unknown ones as well."""
        self._fixed: dict[str, int] = {}

    def atom(self, name: str) -> int:
        """The bit of a class or of a word that stands in a pattern."""
        return self.atoms.setdefault(name, 1 << len(self.atoms))

    def add(self, word: str, atom: str) -> None:
        """Put a word into a class: as it is written, with a capital, and in capitals."""
        for form in {word, word[:1].upper() + word[1:], word.upper()}:
            self._fixed[form] = self._fixed.get(form, 0) | self.atom(atom)
        self.clear()

    def __missing__(self, word: str) -> int:
        found = self._fixed.get(word, 0)
        if "0" <= word[0] <= "9":
            found |= self._number(word)
        elif not found & ~self.names:
            for ending, atom in self.endings.items():
                if word.endswith(ending) and len(word) > len(ending) + 1:
                    found |= atom
            if roman(word):
                found |= self.atom("roman")
            if word[0].isalpha():
                found |= self.atom("unknown") | (self.atom("capitalised") if word[0].isupper() else 0)
        if len(self) > self._LIMIT:
            self.clear()
        self[word] = found
        return found

    def _number(self, word: str) -> int:
        if not word.isdecimal():
            return self.atom("quantity")
        size = len(word)
        if size > 4:
            return self.atom("long-number")
        n = int(word)
        names = ["number"] if n else []
        tests = {
            "day": size < 3 and 1 <= n <= 31,
            "month-number": size < 3 and 1 <= n <= 12,
            "year": size == 4 and 1000 <= n <= 2199,
            "uneven-year": size == 4 and 1400 <= n <= 2099 and n % 10 > 0,
            "short-year": size <= 3 and n > 0,
            "three-digits": size == 3 and n > 99,
            "two-digits": size == 2,
            "one-digit": size == 1,
            "decade-number": size == 2 and n >= 10 and n % 10 == 0,
            "hour": size < 3 and n <= 24,
            "minute": size == 2 and n <= 59,
            "decade-year": size in (3, 4) and n % 10 == 0 and 100 <= n <= 2190,
        }
        return sum(self.atom(name) for name in names + [name for name, holds in tests.items() if holds])

    def value(self, atom: str, word: str) -> Value:
        """What a word means in a class; a number means itself."""
        for form in (word, word.lower(), word.capitalize()):
            if (atom, form) in self.meanings:
                return self.meanings[atom, form]
        if atom == "roman":
            return roman(word)
        return int(word) if word.isdecimal() else word

    def signatures(self, text: str, start: int, end: int) -> tuple[list[str], list[int]]:
        """The tokens of text[start:end] and their signatures, without their places."""
        words = TOKEN.findall(text, start, end)
        if text.find("[", start, end) >= 0:
            words = [word for word in words if len(word) < 3 or word[0] != "["]
        return words, list(map(self.__getitem__, words))

    @staticmethod
    def places(text: str, start: int, end: int, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """Where the tokens that `signatures` gives for text[start:end] begin and end."""
        if text.find("[", start, end) >= 0:
            found = [m.span() for m in TOKEN.finditer(text, start, end)]
            kept = [span for span in found if text[span[0]] != "[" or span[1] - span[0] < 3]
            return [a for a, _ in kept], [b for _, b in kept]
        # nothing but spaces stands between tokens, so that the next one is where its words are found next
        starts, ends, at, find = [], [], start, text.find
        for word in words:
            at = find(word, at)
            starts.append(at)
            at += len(word)
            ends.append(at)
        return starts, ends


NUMBER_CLASSES = tuple(
    sorted(
        {"quantity", "long-number", "number", "day", "month-number", "year", "short-year", "three-digits", "unknown"}
        | {
            "two-digits",
            "hour",
            "minute",
            "decade-year",
            "uneven-year",
            "roman",
            "capitalised",
            "one-digit",
            "decade-number",
        }
    )
)
