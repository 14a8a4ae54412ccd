"""Terminal explorer of a report: its narrative, its figures and its dates."""

# A constant, not importlib.metadata: reading the metadata costs 40 ms at every start.
__version__ = "0.1.0"
