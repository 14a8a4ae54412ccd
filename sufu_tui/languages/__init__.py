"""How each language says things: interface catalogues, numbers and dates."""
