"""Chrome: what stands around the panes."""
