"""The texts, in files of the form of reachcheck's own; what the French lacks is said in English."""
