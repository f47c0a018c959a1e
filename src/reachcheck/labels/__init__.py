"""Followers looked at by a person: which ones, what was marked, and what the marks say of the whole list."""
