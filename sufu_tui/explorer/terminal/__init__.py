"""Terminal: the one place that touches Textual's private parts or replaces one of them."""
