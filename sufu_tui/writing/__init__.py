"""Writing what was asked for: records and tables as JSON, CSV, Markdown and text. No screen."""
