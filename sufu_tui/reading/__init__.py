"""Reader and checker of TOML dossiers: files to a `Dossier`, or to findings with their places."""
