"""Many candidates: what is one candidate, and one row for each."""
