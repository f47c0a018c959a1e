"""From findings and measures to real reach, conduct and the verdict."""
