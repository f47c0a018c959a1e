"""What the readable formats say, in words: sentences and short labels of results, without any layout."""
