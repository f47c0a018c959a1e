"""What is said of a profile: frozen dataclasses without a word of any language."""
