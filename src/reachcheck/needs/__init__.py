"""Needs of an employer as files: those that ship, those that somebody wrote, and the weights of a total."""
