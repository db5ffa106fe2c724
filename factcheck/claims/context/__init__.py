"""What the words of a claim stand for in its article."""
