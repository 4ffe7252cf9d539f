"""Reads knowledge/ into typed rules. Knows no language and no event by name."""

OWN_KNOWLEDGE = "REGESTA_KNOWLEDGE"
"""Environment variable: a folder of one's own knowledge, laid over that of the package."""
