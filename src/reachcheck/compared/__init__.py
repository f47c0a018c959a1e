"""Two results held against each other: what differs, by how much, and what cannot be said."""
