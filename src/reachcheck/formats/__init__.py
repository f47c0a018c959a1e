"""From results to text, JSON and tables; renders, never computes."""
