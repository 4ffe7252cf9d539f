"""What happened, who did it, when, how firmly is it said? Claims, and the order told among them."""

from regesta.extract.claims.find import NameWords, find_claims

__all__ = ["NameWords", "find_claims"]
