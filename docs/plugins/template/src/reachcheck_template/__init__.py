"""A reader, a rule and a format for reachcheck, to start from."""
