"""Text on a character grid: cells, line breaking, flowing text."""
