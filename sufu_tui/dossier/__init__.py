"""Data model of a report: values and their laws, without files and without a screen."""
