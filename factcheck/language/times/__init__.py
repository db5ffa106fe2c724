"""Dates, periods and durations, and the days that words stand for."""
