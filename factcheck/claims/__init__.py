"""From an article to its claims: what it asserts, of which kind, by whom, and how much that is worth checking."""
