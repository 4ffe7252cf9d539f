"""Where does each passage and each sentence begin and end?"""

from regesta.extract.sentences.passages import split_passages
from regesta.extract.sentences.split import split_sentences

__all__ = ["split_passages", "split_sentences"]
