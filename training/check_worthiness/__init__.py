"""Trains and measures the weights of check-worthiness."""
