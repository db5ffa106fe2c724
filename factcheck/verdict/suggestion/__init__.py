"""What all passages together say of a claim."""
