"""Listing: rows of items in a table that is sorted, filtered, grouped, marked, copied and exported."""
