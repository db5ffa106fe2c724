"""Sources from web addresses, and which of those may be asked."""
