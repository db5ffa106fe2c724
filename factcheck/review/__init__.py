"""A person's decision: what it needs, and the state that follows from all that was done. Pure."""
