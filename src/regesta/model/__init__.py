"""The nouns: frozen values that every room speaks of. Imports nothing but itself."""
