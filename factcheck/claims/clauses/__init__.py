"""Which clauses a sentence holds, and the words of each as a sentence of its own."""
