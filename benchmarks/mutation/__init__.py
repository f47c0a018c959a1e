"""Small faults in the code, and what the tests make of them."""
