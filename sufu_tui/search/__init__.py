"""Search of a whole dossier: the thing itself comes first."""
