"""Cover: the page before the first section."""
