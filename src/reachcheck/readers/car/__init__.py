"""Repositories of accounts as CAR files: looked over without decoding, and decoded in a child that loads little."""
