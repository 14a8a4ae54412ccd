"""Languages: catalogues of the interface's words, numbers and dates."""
