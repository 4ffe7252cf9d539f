"""Reads knowledge/ into typed rules. Knows no language and no event by name."""
