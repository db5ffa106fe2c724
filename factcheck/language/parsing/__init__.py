"""Each text read once: its words, their forms, and how they depend on each other."""
