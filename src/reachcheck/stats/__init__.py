"""Pure numpy, in one place; knows nothing of social media."""
