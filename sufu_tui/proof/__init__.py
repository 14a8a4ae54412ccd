"""Proof: the claims of a dossier held against the text of its source, and every figure of that text."""
