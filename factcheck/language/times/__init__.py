"""Dates and periods, and the days that words stand for."""
