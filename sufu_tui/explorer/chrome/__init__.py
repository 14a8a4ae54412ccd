"""Chrome: the tab bar, the footer and the screens above the panes."""
