"""TOML files to a dossier, and everything that can be wrong with them."""
