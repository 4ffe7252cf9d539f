"""Stable ids: the same words in the same place give the same id, so runs can be compared and corrections survive."""

from hashlib import blake2b
from typing import NewType

Id = NewType("Id", str)


def stable_id(kind: str, *parts: object) -> Id:
    """`kind-` and 12 hex digits of a hash of the parts; parts are joined by a character that no text holds."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6)
    return Id(f"{kind}-{digest.hexdigest()}")
