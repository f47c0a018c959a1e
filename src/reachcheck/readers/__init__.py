"""From bytes to fragments: sources, tables, values, and one file for each platform."""
