"""Other forms of finished rows."""
