"""What can be said of a claim without a model."""
