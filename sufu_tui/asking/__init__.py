"""Pure questions to a dossier: which items, in which order, mentioned where."""
