"""Pictures of a screen: a grid of cells as SVG, PNG and text."""
