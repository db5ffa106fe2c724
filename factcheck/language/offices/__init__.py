"""Offices, what each is an office of, and who holds it."""
