"""What the benchmarks are made with: dossiers of any size, a terminal with a watch, and the peers."""
