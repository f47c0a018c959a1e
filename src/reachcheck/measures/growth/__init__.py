"""Growth: arrivals day by day, held against the attention that could have brought them."""
