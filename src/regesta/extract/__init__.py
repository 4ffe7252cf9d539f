"""Document to Findings: one folder a question; the folders do not know each other."""
