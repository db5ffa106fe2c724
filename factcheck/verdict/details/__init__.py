"""What a text holds that can be compared."""
