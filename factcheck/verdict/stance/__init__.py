"""What one passage says of a claim, by the model."""
