"""Who depends on whom in each sentence? The parser stands behind one seam: `Parser`."""

from regesta.extract.syntax.parser import Parser, load_parser, parse

__all__ = ["Parser", "load_parser", "parse"]
