"""Writers of records and tables as JSON, CSV, Markdown, Parquet, iCalendar and text. No screen."""
