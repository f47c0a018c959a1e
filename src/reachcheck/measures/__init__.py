"""From dossiers to measures: numbers with intervals, or the reason why they are unknown."""
