"""What a report is: values and laws. Knows no file and no screen."""
