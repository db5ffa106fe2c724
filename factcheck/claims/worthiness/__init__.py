"""How much a claim is worth checking, and why."""
