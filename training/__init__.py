"""Programs that reproduce every shipped weight from named public data."""
