"""Invented dossiers with known truth, seeded; the samples are made here."""
