"""Terminal: the only place that touches Textual's private parts or replaces one of them."""
